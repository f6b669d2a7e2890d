"""What goes into a document, and what an import brings, or would bring."""

from collections.abc import Iterator

from mentorlog.dates import date_with_year, day_month, period_text
from mentorlog.insights.year import Preview, PreviewRow
from mentorlog.model.entries import Entry
from mentorlog.model.enums import Reader
from mentorlog.model.import_preview import ImportPreview, TagMapping
from mentorlog.model.json_form import period_keys
from mentorlog.model.readers import Names
from mentorlog.phrases.entries import headline, kind_words, plain_areas, title_and_text, with_whom
from mentorlog.phrases.grammar import agree, counted, join_list, labels, name, names, plural
from mentorlog.phrases.summary import READERS
from mentorlog.text import one_line
from mentorlog.views.json.records import import_preview_keys
from mentorlog.views.lists.sheet import BOLD, DIM, Heading, Paragraph, Part, Row, Sheet, Table, dim, joined, number_cell
from mentorlog.views.plain.entries import line
from mentorlog.views.write_messages import imported_message

RULES = {
    Reader.SELF: "It holds everything but tender entries.",
    Reader.MENTOR: "It holds what a mentor may read and what is public, without roles, rhythms and who may read it.",
    Reader.PUBLIC: "It holds what is public, without roles, rhythms and who may read it.",
}
NAME_RULES = {
    Names.FULL: "People stand under their names.",
    Names.INITIALS: "People stand as initials, in texts too where they are written as in your list of people.",
    Names.PSEUDONYMS: "People stand as letters, in texts too where they are written as in your list of people.",
}
FORMAT_NAMES = {
    "jsonl": "mentorlog's own lines",
    "jrnl": "jrnl",
    "dayone": "Day One",
    "csv": "a table",
    "md": "Markdown notes",
}
MOST = 8  # names of what stays behind, or of tags, in one sentence
NOTHING_WRITTEN = "Nothing was written. To write it, leave out --preview."


def year_preview(figure: Preview) -> Sheet:
    """The rules of the reader, then the entries in and out; numbers are those of the journal, then the reader's."""
    rule = figure.frame.rule
    counts, title = list(_entry_counts(figure)), _document_title(figure)
    chosen = [[_preview_row(row, figure) for row in rows] for rows in (figure.within, figure.without)]
    blocks = zip(counts, chosen, strict=False)
    parts: list[list[Part]] = [[Paragraph(count, BOLD), Table(rows, depth=2)] for count, rows in blocks]
    return Sheet(
        groups=[[Heading(title)], [*map(Paragraph, _rules(figure))], *parts, [Paragraph(NOTHING_WRITTEN, DIM)]],
        lines=[f"{title}.", *_rules(figure), *counts, *(row.line for rows in chosen for row in rows)],
        keys={
            "reader": str(rule.reader),
            "names": str(rule.names),
            "period": period_keys(figure.period),
            "entries": [{"number": row.entry.number, "as": row.number} for row in figure.within],
            "out": [{"number": row.entry.number, "why": row.reason} for row in figure.without],
        },
    )


def _preview_row(row: PreviewRow, figure: Preview) -> Row:
    entry, rows = row.entry, figure.without if row.reason else figure.within
    there = f"as {row.number}" if row.number != entry.number else ""
    return Row(
        f"{kind_words(entry)}: {headline(entry)}",
        lead=number_cell(entry.number, max([3, *(len(str(one.entry.number)) for one in rows)])),
        asides=(dim(day_month(entry.on, figure.today)), dim(row.reason or there)),
        limit=1,
        line=f"{f'Out, {row.reason}' if row.reason else f'In, as {row.number}'}: {line(entry)}",
    )


def _document_title(figure: Preview) -> str:
    """For whom the document is, and of which days."""
    person = figure.frame.rule.person
    who = name(person) if person else READERS[figure.frame.rule.reader]
    return f"A document for {who}, {period_text(figure.period)}"


def _rules(figure: Preview) -> Iterator[str]:
    """What the reader gets, each rule a sentence."""
    rule = figure.frame.rule
    yield RULES[rule.reader]
    if rule.person:
        yield "Of that, only what is with this mentor or with nobody."
    if figure.frame.people:
        yield f"Of that, only what is with {' and '.join(map(name, figure.frame.people))}."
    yield NAME_RULES[rule.names]
    if not rule.is_own:
        yield "The reader's numbers run from 1 on; nothing shows that there are other entries."


def _entry_counts(figure: Preview) -> Iterator[str]:
    """How much goes in, and how much of the period doesn't."""
    goes, stays = len(figure.within), len(figure.without)
    yield f"{counted('entry', goes, 'goes', 'go')} in."
    if stays:
        yield f"{plural('entry', stays)} of this time {agree(stays, 'stays', 'stay')} out."


def import_preview(figure: ImportPreview) -> Sheet:
    """What an import would bring: how much, the first entries, the tags that become areas, what stays behind."""
    first, *others = import_summary(figure)
    entries, tags = list(map(_coming_entry, figure.sample)), [_tag(tag) for tag in figure.tags if tag.area]
    rest = figure.result.added + figure.result.known - len(figure.sample)
    more = [f"and {rest} more"] if entries and rest > 0 else []
    return Sheet(
        groups=[
            [Heading(first), Paragraph(_source_and_dates(figure), DIM)],
            [Table(entries)],
            list(map(Paragraph, more)),
            [Heading("Tags that become areas"), Table(tags)] if tags else [],
            list(map(Paragraph, others)),
        ],
        lines=[
            first,
            *others,
            _source_and_dates(figure, in_full=True),
            *(row.line for row in (*tags, *entries)),
            *more,
        ],
        keys=import_preview_keys(figure),
    )


def _coming_entry(entry: Entry) -> Row:
    kind, when = str(entry.kind), f"{entry.on.isoformat()} {one_line(entry.time)}".strip()
    return Row(
        headline(entry),
        lead=dim(date_with_year(entry.on)),
        asides=(dim(kind), dim(joined(labels(entry), names(entry.people)))),
        limit=1,
        line=f"{joined(when, kind, with_whom(entry), plain_areas(entry))}: {title_and_text(entry)}",
    )


def _tag(tag: TagMapping) -> Row:
    words, area, count = one_line(tag.tag), one_line(tag.area), plural("entry", tag.entries)
    return Row(words, asides=(area, dim(count)), line=f"Tag {words} becomes {area}, in {count}")


def import_summary(figure: ImportPreview) -> Iterator[str]:
    """What came in; then what stays behind or has no place here, and what to do about it."""
    yield from imported_message(figure.result, is_trial=figure.is_trial, where=figure.where)
    bare = [f"{one_line(tag.tag)} ({tag.entries})" for tag in figure.tags if not tag.area]
    if bare:
        yield f"Tags without an area: {_shortened_list(bare)}. To give one: --map TAG=AREA"
    if figure.skipped:
        places = _shortened_list([f"{one_line(aside.place)} ({one_line(aside.reason)})" for aside in figure.skipped])
        yield f"Left out: {places}."
    if figure.skipped_media:
        yield f"Pictures and recordings stay behind ({figure.skipped_media}): mentorlog keeps words alone."


def _source_and_dates(figure: ImportPreview, *, in_full: bool = False) -> str:
    """As "From jrnl, Sat 1 Mar 2025 to Thu 12 Mar 2026."; without the days where nothing comes."""
    if figure.first is None or figure.last is None:
        return f"From {FORMAT_NAMES[figure.file_kind]}."
    days = date_with_year(figure.first, in_full=in_full)
    if figure.last != figure.first:
        days = f"{days} to {date_with_year(figure.last, in_full=in_full)}"
    return f"From {FORMAT_NAMES[figure.file_kind]}, {days}."


def _shortened_list(words: list[str]) -> str:
    return join_list(words) if len(words) <= MOST else f"{', '.join(words[:MOST])} and {len(words) - MOST} more"
