"""What goes into a document, what an import brings."""

from mentorlog.dates import date_with_year, day_month
from mentorlog.insights.year import Preview, PreviewRow
from mentorlog.model.entries import Entry
from mentorlog.model.import_preview import ImportPreview, TagMapping
from mentorlog.model.json_form import period_keys
from mentorlog.phrases.words import headline, kind_words, labels, names, plain_areas, plural, title_and_text
from mentorlog.text import one_line
from mentorlog.views.import_report import import_summary, source_and_dates
from mentorlog.views.json.records import import_preview_keys
from mentorlog.views.lists.sheet import (
    BOLD,
    DIM,
    Heading,
    Paragraph,
    Part,
    Row,
    Sheet,
    Table,
    dim,
    hint,
    joined,
    number_cell,
)
from mentorlog.views.plain.entries import line, with_whom
from mentorlog.views.preview import entry_counts, heading, rules

NOTHING_WRITTEN = "Nothing was written. To write it, leave out --preview."


def year_preview(figure: Preview) -> Sheet:
    """The rules of the reader, then the entries in and out; numbers are those of the journal, then the reader's."""
    rule = figure.frame.rule
    counts = list(entry_counts(figure))
    chosen = [[_preview_row(row, figure) for row in rows] for rows in (figure.within, figure.without)]
    parts: list[list[Part]] = [
        [Paragraph(count, BOLD), Table(rows, depth=2)] for count, rows in zip(counts, chosen, strict=False)
    ]
    return Sheet(
        groups=[[Heading(heading(figure))], list(map(Paragraph, rules(figure))), *parts, [hint(NOTHING_WRITTEN)]],
        lines=[f"{heading(figure)}.", *rules(figure), *counts, *(row.line for rows in chosen for row in rows)],
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


def import_preview(figure: ImportPreview) -> Sheet:
    """What an import would bring: how much, the first entries, the tags that become areas, what stays behind."""
    first, *others = import_summary(figure)
    entries, tags = list(map(_coming_entry, figure.sample)), [_tag(tag) for tag in figure.tags if tag.area]
    rest = figure.result.added + figure.result.known - len(figure.sample)
    more = [f"and {rest} more"] if entries and rest > 0 else []
    return Sheet(
        groups=[
            [Heading(first), Paragraph(source_and_dates(figure), DIM)],
            [Table(entries)],
            list(map(Paragraph, more)),
            [Heading("Tags that become areas"), Table(tags)] if tags else [],
            list(map(Paragraph, others)),
        ],
        lines=[
            *(first, *others, source_and_dates(figure, in_full=True)),
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
