"""The words in which an import says what came, or would come."""

from collections.abc import Iterator

from mentorlog.dates import date_with_year
from mentorlog.model.import_preview import ImportPreview, TagMapping
from mentorlog.phrases.grammar import join_list
from mentorlog.text import one_line
from mentorlog.views.write_messages import imported_message

FORMAT_NAMES = {
    "jsonl": "mentorlog's own lines",
    "jrnl": "jrnl",
    "dayone": "Day One",
    "csv": "a table",
    "md": "Markdown notes",
}
MOST = 8  # names of what stays behind, or of tags, in one sentence


def import_summary(figure: ImportPreview) -> Iterator[str]:
    """What came in, then what did not."""
    yield from imported_message(figure.result, is_trial=figure.is_trial, where=figure.where)
    yield from omitted_items(figure)


def omitted_items(figure: ImportPreview) -> Iterator[str]:
    """What stays behind or has no place here, and what to do about it."""
    bare = [tag for tag in figure.tags if not tag.area]
    if bare:
        yield f"Tags without an area: {_shortened_list([_counted(tag) for tag in bare])}. To give one: --map TAG=AREA"
    if figure.skipped:
        places = _shortened_list([f"{one_line(aside.place)} ({one_line(aside.reason)})" for aside in figure.skipped])
        yield f"Left out: {places}."
    if figure.skipped_media:
        yield f"Pictures and recordings stay behind ({figure.skipped_media}): mentorlog keeps words alone."


def source_and_dates(figure: ImportPreview, *, in_full: bool = False) -> str:
    """As "From jrnl, Sat 1 Mar 2025 to Thu 12 Mar 2026."; without the days where nothing comes."""
    if figure.first is None or figure.last is None:
        return f"From {FORMAT_NAMES[figure.file_kind]}."
    days = date_with_year(figure.first, in_full=in_full)
    if figure.last != figure.first:
        days = f"{days} to {date_with_year(figure.last, in_full=in_full)}"
    return f"From {FORMAT_NAMES[figure.file_kind]}, {days}."


def _counted(tag: TagMapping) -> str:
    return f"{one_line(tag.tag)} ({tag.entries})"


def _shortened_list(words: list[str]) -> str:
    return join_list(words) if len(words) <= MOST else f"{', '.join(words[:MOST])} and {len(words) - MOST} more"
