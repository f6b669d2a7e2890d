"""Facts with their labels: where everything is, and the settings."""

from collections.abc import Iterator

from rich.text import Text

from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    DIM,
    MARGIN,
    NARROW,
    dim,
    edge,
    page,
    wrapped,
)


def picture(figure: tuple[tuple[str, str], ...], screen: Screen) -> Text:
    """Labels in one column, values in the other; on a narrow screen, values below, so that paths stay whole."""
    if screen.width < NARROW:
        return page(_stacked(figure, screen))
    rows = [Row(lead=dim(one_line(label)), words=one_line(value)) for label, value in figure]
    return page(table(rows, edge(screen), screen, indent=MARGIN))


def _stacked(figure: tuple[tuple[str, str], ...], screen: Screen) -> Iterator[Text]:
    for label, value in figure:
        yield from wrapped(one_line(label), edge(screen) - MARGIN, DIM, indent=MARGIN)
        yield from wrapped(one_line(value), edge(screen) - 2 * MARGIN, indent=2 * MARGIN)
