"""Progress: every month of the period, every area in use, and the goals."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from mentorlog.dates import Period
from mentorlog.insights.progress import progress
from mentorlog.model.entries import Goal
from mentorlog.model.tallies import AreaTally, MonthTally, Tallies
from tests.entries import IDENTITY, NETWORKING, TODAY, VALIDATION, days, examples

NONE = Tallies(entries=0, total_minutes=0, kinds={}, areas=(), overlaps=(), months=(), goals={}, people=())


def test_of_nothing_there_is_this_day_and_no_figure() -> None:
    figure = progress(NONE, (), period=None, today=TODAY)
    assert figure.period == Period.of(TODAY, TODAY)
    assert figure.months == (MonthTally(month=date(2026, 3, 1), entries=0),)
    assert figure.goals == {"active": 0, "reached": 0, "paused": 0, "dropped": 0}


@given(first=days, last=days)
@examples(100)
def test_every_month_is_there_even_an_empty_one(first: date, last: date) -> None:
    first, last = sorted((first, last))
    counted = MonthTally(month=last.replace(day=1), entries=7)
    figure = progress(replace(NONE, months=(counted,)), (), period=Period.of(first, last), today=TODAY)
    months = [(tally.month.year * 12 + tally.month.month, tally.entries) for tally in figure.months]
    assert [month for month, _ in months] == list(range(months[0][0], months[0][0] + len(months)))
    assert (figure.months[0].month, figure.months[-1]) == (first.replace(day=1), counted)
    assert sum(entries for _, entries in months) == 7


def test_without_a_period_it_goes_from_the_first_entry_to_today() -> None:
    first, later = date(2025, 12, 31), date(2026, 3, 13)
    assert progress(replace(NONE, first=first, last=first), (), period=None, today=TODAY).period == Period.of(
        first, TODAY
    )
    assert progress(replace(NONE, first=first, last=later), (), period=None, today=TODAY).period == Period.of(
        first, later
    )


def test_a_paused_area_is_there_only_where_it_has_entries_and_the_fullest_is_first() -> None:
    empty = AreaTally(area=replace(IDENTITY, is_paused=True))
    paused = AreaTally(area=replace(NETWORKING, is_paused=True), entries=1)
    used, unused = AreaTally(area=IDENTITY, entries=3), AreaTally(area=VALIDATION)
    figure = progress(replace(NONE, areas=(empty, unused, paused, used)), (), period=None, today=TODAY)
    assert figure.areas == (used, paused, unused)


def test_the_goals_are_counted_and_the_active_ones_are_current() -> None:
    active, paused = Goal(on=TODAY, text="a"), Goal(on=TODAY, text="b", status="paused")
    figure = progress(replace(NONE, goals={"active": 2, "dropped": 1}), (active, paused), period=None, today=TODAY)
    assert figure.goals == {"active": 2, "reached": 0, "paused": 0, "dropped": 1}
    assert figure.current == (active,)
