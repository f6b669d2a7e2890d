"""What an import would bring in plain words: one fact a line, then the first entries, one a line."""

from collections.abc import Iterator

from mentorlog.model.entries import Entry
from mentorlog.model.import_preview import ImportPreview
from mentorlog.phrases.entries import plain_areas, title_and_text, with_whom
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line
from mentorlog.views.import_report import import_summary, source_and_dates


def lines(figure: ImportPreview) -> Iterator[str]:
    """As "2025-03-01 18:30, reflection, identity: Talked with …" of each."""
    yield from import_summary(figure)
    yield source_and_dates(figure, in_full=True)
    for tag in figure.tags:
        if tag.area:
            yield f"Tag {one_line(tag.tag)} becomes {one_line(tag.area)}, in {plural('entry', tag.entries)}"
    yield from map(_line, figure.sample)
    rest = figure.result.added + figure.result.known - len(figure.sample)
    if figure.sample and rest > 0:
        yield f"and {rest} more"


def _line(entry: Entry) -> str:
    when = f"{entry.on.isoformat()} {one_line(entry.time)}".strip()
    parts = filter(None, (when, str(entry.kind), with_whom(entry), plain_areas(entry)))
    return f"{', '.join(parts)}: {title_and_text(entry)}"
