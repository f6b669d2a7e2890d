"""Facts with their labels: where everything is, and the settings."""

from rich.text import Text

from mentorlog.text import one_line
from mentorlog.views.pictures.ink import MARGIN, dim, edge, page
from mentorlog.views.pictures.rows import Row, table
from mentorlog.views.screen import Screen


def picture(figure: tuple[tuple[str, str], ...], screen: Screen) -> Text:
    """Labels in one column, values in the other."""
    rows = [Row(lead=dim(one_line(label)), words=one_line(value)) for label, value in figure]
    return page(table(rows, edge(screen), screen, indent=MARGIN))
