"""Progress over a period: how much was written, where, about what together, with whom."""

from datetime import date

from mentorlog.dates import Period
from mentorlog.model.entries import Goal
from mentorlog.model.records import dataclass
from mentorlog.model.tallies import MonthTally, Tallies


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Tallies):
    """The figures of a period. `areas` has every area in use, the fullest first, and a paused one only where it has
    entries; `months` has every month of the period, empty ones too; `current` are the goals that are active now.
    """

    period: Period
    today: date
    current: tuple[Goal, ...]


def progress(tallies: Tallies, goals: tuple[Goal, ...], *, period: Period | None, today: date) -> Progress:
    """What `tallies` say of `period`; without one, of everything from the first entry on."""
    covered = period or Period.of(tallies.first or today, max(tallies.last or today, today))
    used = [tally for tally in tallies.areas if tally.entries or not tally.area.is_paused]
    return Progress(
        period=covered,
        today=today,
        entries=tallies.entries,
        total_minutes=tallies.total_minutes,
        kinds=tallies.kinds,
        areas=tuple(sorted(used, key=lambda tally: -tally.entries)),
        overlaps=tallies.overlaps,
        months=every_month(tallies.months, covered),
        goals={status: tallies.goals.get(status, 0) for status in ("active", "reached", "paused", "dropped")},
        current=tuple(goal for goal in goals if goal.status == "active"),
        people=tallies.people,
        first=tallies.first,
        last=tallies.last,
        days=tallies.days,
    )


def every_month(counted: tuple[MonthTally, ...], period: Period) -> tuple[MonthTally, ...]:
    """Every month of `period`, those without entries too."""
    counts = {tally.month: tally.entries for tally in counted}
    firsts = [month.start.replace(day=1) for month in period.months()]
    return tuple(MonthTally(month=first, entries=counts.get(first, 0)) for first in firsts)
