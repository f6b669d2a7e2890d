"""The benefit areas, with what they are about and how many entries touch them."""

from rich.text import Text

from mentorlog.dates import day_month
from mentorlog.model.tallies import AreaTally
from mentorlog.text import one_line
from mentorlog.views.pictures.ink import MARGIN, bold, dim, edge, headed, page
from mentorlog.views.pictures.rows import Row, table
from mentorlog.views.screen import Screen
from mentorlog.views.words import plural


def picture(figure: tuple[AreaTally, ...], screen: Screen) -> Text:
    """Every area: the word to type, its name, its description."""
    rows = [_row(tally) for tally in figure]
    return page(
        [
            *headed(bold("Areas"), "an entry may touch several", screen),
            Text(),
            *table(rows, edge(screen), screen, indent=MARGIN),
        ]
    )


def _row(tally: AreaTally) -> Row:
    area = tally.area
    last = "paused by you" if area.is_paused else f"last {day_month(tally.last)}" if tally.last else ""
    return Row(
        lead=Text(one_line(area.slug)),
        words=one_line(area.name),
        asides=(Text(plural("entry", tally.entries) if tally.entries else ""), dim(last)),
        note=one_line(area.about),
    )
