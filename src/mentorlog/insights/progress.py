"""Progress over a period: how much was written, where, about what together, with whom."""

from datetime import date, timedelta

from mentorlog.dates import Period
from mentorlog.model.entries import Goal
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import AreaTally, DayTally, MonthTally, OverlapTally, PersonTally, Tallies


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The figures of a period. `areas` has every area in use, the fullest first, and a paused one
    only where it has entries; `months` has every month of the period, empty ones too, `days` only those
    with entries; `current` are the goals that are active now.
    """

    period: Period
    today: date
    entries: int
    total_minutes: int
    kinds: dict[str, int]
    areas: tuple[AreaTally, ...]
    overlaps: tuple[OverlapTally, ...]
    months: tuple[MonthTally, ...]
    goals: dict[str, int]
    current: tuple[Goal, ...]
    people: tuple[PersonTally, ...]
    days: tuple[DayTally, ...] = ()


def progress(tallies: Tallies, goals: tuple[Goal, ...], *, period: Period | None, today: date) -> Progress:
    """What `tallies` say of `period`; without one, of everything from the first entry on."""
    covered = period or _from_first_to_last(tallies, today)
    return Progress(
        period=covered,
        today=today,
        entries=tallies.entries,
        total_minutes=tallies.total_minutes,
        kinds=tallies.kinds,
        areas=tuple(
            sorted(
                (tally for tally in tallies.areas if tally.entries or not tally.area.is_paused),
                key=lambda tally: -tally.entries,
            )
        ),
        overlaps=tallies.overlaps,
        months=_every_month(tallies, covered),
        goals={status: tallies.goals.get(status, 0) for status in ("active", "reached", "paused", "dropped")},
        current=tuple(goal for goal in goals if goal.status == "active"),
        people=tallies.people,
        days=tallies.days,
    )


def _from_first_to_last(tallies: Tallies, today: date) -> Period:
    last = max(tallies.last or today, today)
    return Period(start=tallies.first or today, end=last + timedelta(days=1))


def _every_month(tallies: Tallies, covered: Period) -> tuple[MonthTally, ...]:
    counted = {tally.month: tally.entries for tally in tallies.months}
    firsts = [month.start.replace(day=1) for month in covered.months()]
    return tuple(MonthTally(month=first, entries=counted.get(first, 0)) for first in firsts)
