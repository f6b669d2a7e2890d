"""Who helps with what in plain words: one fact a line."""

from collections.abc import Iterator

from mentorlog.dates import long_day_month, period_text
from mentorlog.insights.map import Map
from mentorlog.phrases.grammar import join_list, label, name, plural


def lines(figure: Map) -> Iterator[str]:
    """As "identity: Ánh 4 entries, last on 5 March 2026; Mie 美恵 1 entry, last on 14 January 2026."."""
    if figure.period:
        yield f"{'From' if figure.period.start != figure.period.until else 'On'} {period_text(figure.period)}."
    for area in figure.areas:
        cells = [
            f"{name(cell.person)} {plural('entry', cell.entries)}, last on {long_day_month(cell.last)}"
            for cell in figure.cells
            if cell.area == area
        ]
        yield f"{label(area)}: {'; '.join(cells) or 'nobody yet'}{'; paused by you' if area.is_paused else ''}."
    resting = [f"{name(person)} ({person.state})" for person in figure.people if person.state]
    if resting:
        yield f"At rest: {join_list(resting)}."
