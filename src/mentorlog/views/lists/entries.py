"""Entries in full: as they used to be, as a reader would see them, as they came from a mentee."""

from collections.abc import Iterator, Sequence

from mentorlog.dates import date_with_year, long_date, long_day_month, short_date
from mentorlog.insights.review import EntryReview
from mentorlog.insights.sharing import SharePreview
from mentorlog.model.history import Version
from mentorlog.model.json_form import entry_keys, packet_form
from mentorlog.phrases.comments import comment_body, kind, review_command, state
from mentorlog.phrases.days import version_heading
from mentorlog.phrases.entries import VISIBILITY, kind_words, title_and_text
from mentorlog.phrases.grammar import join_list, label, labels, name, sentence
from mentorlog.text import one_line
from mentorlog.views.json.records import command_keys, comments_and_notes_keys
from mentorlog.views.lists.sheet import BOLD, DIM, Facts, FullEntry, Heading, Paragraph, Part, Sheet, entry_text, joined
from mentorlog.views.plain import detail
from mentorlog.views.sharing import next_steps, packet_preview_summary


def versions(figure: tuple[Version, ...]) -> Sheet:
    """What one entry used to be, the oldest first, each version in full under the change that ended it."""
    never: list[Sequence[Part]] = [[Paragraph("It is as it was first written.")]]
    versions = [
        {"command": command_keys(one.command), "entry": entry_keys(one.entry) if one.entry else None} for one in figure
    ]
    return Sheet(
        groups=[[Heading("History")], *([group for one in figure for group in _version_parts(one)] or never)],
        lines=[line for version in figure for line in _version_lines(version)],
        keys={"versions": versions},
    )


def _version_parts(version: Version) -> Iterator[Sequence[Part]]:
    heading, entry = Paragraph(version_heading(version), BOLD), version.entry
    if not entry:
        yield [heading]
        return
    yield [heading, Facts((kind_words(entry), date_with_year(entry.on), labels(entry), VISIBILITY[entry.visibility]))]
    yield from entry_text(entry)


def _version_lines(version: Version) -> Iterator[str]:
    yield version_heading(version)
    if entry := version.entry:
        areas = join_list(map(label, entry.areas)) if entry.areas else ""
        yield f"{joined(kind_words(entry), long_date(entry.on), areas, VISIBILITY[entry.visibility])}."
        yield from detail.text_lines(entry)


def share_preview(figure: SharePreview) -> Sheet:
    """What a reader would see: every entry under the reader's number, with ours below; then what that comes to."""
    summary, steps = packet_preview_summary(figure), next_steps(figure)
    shown = [(one, f"here it is entry {figure.yours[one.entry.number]}") for one in figure.details]
    seen: list[list[Part]] = [[FullEntry(one), Paragraph(ours, DIM)] for one, ours in shown]
    entries, title = [one.entry for one in figure.details], f"What {name(figure.addressee)} will see"
    lines = [line for one, ours in shown for line in (*detail.lines(one), f"{ours.capitalize()}.")]
    return Sheet(
        groups=[[Heading(title)], *seen, [*map(Paragraph, summary)], [*map(Paragraph, steps)]],
        lines=[*lines, *summary, *steps],
        keys={
            "for": figure.addressee.name,
            "period": {"from": entries[0].on.isoformat(), "until": entries[-1].on.isoformat()},
            "total": len(entries),
            "entries": list(map(packet_form, entries)),
            "yours": [figure.yours[entry.number] for entry in entries],
            "naming_others": list(figure.naming),
        },
    )


def entry_review(figure: EntryReview) -> Sheet:
    """One entry of a mentee as it came, what the mentor wrote to it, and what it said before."""
    whose, entry, today = figure.mentee.name, figure.detail.entry, figure.detail.today
    answer = review_command("comment", whose, str(entry.number))
    comments = [
        [
            Paragraph(f"{kind(one).capitalize()}, {short_date(one.on, today)}, {state(one)}", BOLD, right=1),
            Paragraph(comment_body(one), depth=2),
        ]
        for one in figure.comments
    ]
    earlier = [
        [
            Paragraph(f"In the packet of {short_date(day, today)} it said", BOLD, right=1),
            Paragraph(title_and_text(before), DIM, depth=2),
        ]
        for day, before in figure.earlier
    ]
    return Sheet(
        groups=[
            [FullEntry(figure.detail, show=review_command("show", whose), whose=f"from {one_line(whose)}")],
            *(*comments, *earlier),
            [Paragraph(f"To answer: {answer}", DIM, right=1)],
        ],
        lines=_entry_review_lines(figure),
        keys={
            "mentee": whose,
            **entry_keys(entry),
            **comments_and_notes_keys(figure.comments, entry.number),
            "earlier": [{"made_on": day.isoformat(), "entry": entry_keys(before)} for day, before in figure.earlier],
        },
    )


def _entry_review_lines(figure: EntryReview) -> Iterator[str]:
    yield f"From {one_line(figure.mentee.name)}."
    yield from detail.lines(figure.detail)
    for comment in figure.comments:
        yield f"{kind(comment).capitalize()} of {long_day_month(comment.on)}, {state(comment)}:"
        yield from comment_body(comment).split("\n")
    for day, entry in figure.earlier:
        yield f"In the packet of {long_day_month(day)} it said: {sentence(title_and_text(entry))}"
