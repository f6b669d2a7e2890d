"""Who helps with what: blanks are named, what rests is left in peace."""

from dataclasses import replace

from mentorlog.insights.map import map_of
from mentorlog.model.people import Person
from mentorlog.model.tallies import AreaPersonTally
from tests.entries import ANH, IDENTITY, MEI, NETWORKING, TODAY, VALIDATION

RESTING = replace(VALIDATION, is_paused=True)
GONE = Person(name="Gone", state="closed")
CELL = AreaPersonTally(area=IDENTITY, person=MEI, entries=2, last=TODAY)


def test_blanks_are_named_and_paused_areas_are_not() -> None:
    figure = map_of((CELL,), (IDENTITY, NETWORKING, RESTING), (MEI, ANH, GONE), period=None, today=TODAY)
    assert figure.areas == (IDENTITY, NETWORKING)
    assert figure.people == (MEI, ANH)
    assert figure.unmet == (NETWORKING,)


def test_what_rests_stands_where_it_has_entries() -> None:
    cell = replace(CELL, area=RESTING, person=GONE)
    figure = map_of((cell,), (IDENTITY, RESTING), (MEI, GONE), period=None, today=TODAY)
    assert (figure.areas, figure.people, figure.unmet) == ((IDENTITY, RESTING), (MEI, GONE), (IDENTITY,))


def test_nobody_else_and_no_other_area_stands_in_it() -> None:
    cells = (CELL, replace(CELL, person=ANH), replace(CELL, area=NETWORKING))
    figure = map_of(cells, (IDENTITY,), (MEI,), period=None, today=TODAY)
    assert (figure.cells, figure.unmet) == ((CELL,), ())
