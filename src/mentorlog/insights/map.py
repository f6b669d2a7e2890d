"""Who helps with what: each area with each person, from what was written; blanks are named."""

from datetime import date

from mentorlog.dates import Period
from mentorlog.model.areas import Area
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import AreaPersonTally


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Areas in their order, people in the order in which they came. `cells` are those with entries; `unmet` are the
    areas that came up with nobody, a paused one never. `period` is None where none was asked for.
    """

    period: Period | None
    today: date
    areas: tuple[Area, ...]
    people: tuple[Person, ...]
    cells: tuple[AreaPersonTally, ...]
    unmet: tuple[Area, ...]


def map_of(
    cells: tuple[AreaPersonTally, ...],
    areas: tuple[Area, ...],
    people: tuple[Person, ...],
    *,
    period: Period | None,
    today: date,
) -> Map:
    """The map; a paused area, and a person who is paused or closed, stand in it only where they have entries."""
    shown = tuple(cell for cell in cells if cell.area in areas and cell.person in people)
    touched, met = {cell.area for cell in shown}, {cell.person for cell in shown}
    return Map(
        period=period,
        today=today,
        areas=tuple(area for area in areas if area in touched or not area.is_paused),
        people=tuple(person for person in people if person in met or not person.state),
        cells=shown,
        unmet=tuple(area for area in areas if area not in touched and not area.is_paused),
    )
