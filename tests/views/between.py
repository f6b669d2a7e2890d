"""Figures of what stands between two sessions, made of the same journal."""

from collections.abc import Callable
from dataclasses import replace

from mentorlog.dates import Period
from mentorlog.insights.map import Map, map_of
from mentorlog.model.areas import GIVEN, Area
from mentorlog.model.people import Person
from mentorlog.model.tallies import CellTally
from tests.views import figures as made
from tests.views.figures import ANH, KIM, MIE, PAUSED, TODAY, day

RESTING = replace(made.AMUTHA, state="paused")
AREAS = tuple(PAUSED if slug == PAUSED.slug else area for slug, area in GIVEN.items())
CELLS = (
    CellTally(area=GIVEN["identity"], person=ANH, entries=12, last=day(3, 10)),
    CellTally(area=GIVEN["identity"], person=MIE, entries=4, last=day(1, 14)),
    CellTally(area=GIVEN["role-modeling"], person=MIE, entries=1, last=day(1, 14)),
    CellTally(area=GIVEN["growth"], person=RESTING, entries=3, last=day(12, 4, 2025)),
    CellTally(area=PAUSED, person=ANH, entries=2, last=day(5, 2, 2025)),
)


def lived_in_map() -> Map:
    period = Period.of(day(4, 1, 2025), TODAY)
    return map_of(CELLS, AREAS, (ANH, MIE, RESTING, replace(KIM, state="closed")), period=period, today=TODAY)


def nobodys_map() -> Map:
    return map_of((), AREAS, (), period=None, today=TODAY)


def _map(words: str) -> Map:
    area, person = Area(slug=words, name=words), Person(name=words, state="paused")
    cells = (CellTally(area=area, person=person, entries=2, last=TODAY),)
    return map_of(cells, (area, PAUSED, GIVEN["coping"]), (person, MIE), period=None, today=TODAY)


FROM_TEXT: dict[str, Callable[[str], object]] = {
    "map": _map,
}
