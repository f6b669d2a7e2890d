"""The words in which an import says what came, or would come."""

from collections.abc import Iterator

from mentorlog.dates import dated
from mentorlog.model.import_preview import Coming, TagComing
from mentorlog.text import one_line
from mentorlog.views.words import listed
from mentorlog.views.write_messages import taken_in

FORMS = {
    "jsonl": "mentorlog's own lines",
    "jrnl": "jrnl",
    "dayone": "Day One",
    "csv": "a table",
    "md": "Markdown notes",
}
MOST = 8  # names of what stays behind, or of tags, in one sentence


def came(figure: Coming) -> Iterator[str]:
    """What came in, then what did not."""
    yield from taken_in(figure.taken, is_trial=figure.is_trial, where=figure.where)
    yield from behind(figure)


def behind(figure: Coming) -> Iterator[str]:
    """What stays behind or has no place here, and what to do about it."""
    bare = [tag for tag in figure.tags if not tag.area]
    if bare:
        yield f"Tags without an area: {_some([_counted(tag) for tag in bare])}. To give one: --map TAG=AREA"
    if figure.aside:
        places = _some([f"{one_line(aside.place)} ({one_line(aside.why)})" for aside in figure.aside])
        yield f"Left out: {places}."
    if figure.left:
        yield f"Pictures and recordings stay behind ({figure.left}): mentorlog keeps words alone."


def where_from(figure: Coming, *, in_full: bool = False) -> str:
    """As "From jrnl, Sat 1 Mar 2025 to Thu 12 Mar 2026."; without the days where nothing comes."""
    if figure.first is None or figure.last is None:
        return f"From {FORMS[figure.form]}."
    days = dated(figure.first, in_full=in_full)
    if figure.last != figure.first:
        days = f"{days} to {dated(figure.last, in_full=in_full)}"
    return f"From {FORMS[figure.form]}, {days}."


def _counted(tag: TagComing) -> str:
    return f"{one_line(tag.tag)} ({tag.entries})"


def _some(words: list[str]) -> str:
    return listed(words) if len(words) <= MOST else f"{', '.join(words[:MOST])} and {len(words) - MOST} more"
