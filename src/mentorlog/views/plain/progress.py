"""Progress in plain words: one fact a line."""

from collections.abc import Iterator

from mentorlog.dates import long_date, long_day_month, long_duration, month_name, period_text
from mentorlog.insights.progress import Progress
from mentorlog.model.tallies import AreaTally, PersonTally
from mentorlog.phrases.days import rhythm
from mentorlog.phrases.entries import KINDS
from mentorlog.phrases.goals import how_far
from mentorlog.phrases.grammar import label, name, noun, plural
from mentorlog.views.plain.entries import goal_line


def lines(figure: Progress) -> Iterator[str]:
    """What the picture shows, in sentences."""
    single = figure.period.start == figure.period.until
    yield f"Progress {'on' if single else 'from'} {period_text(figure.period)}."
    yield f"{plural('entry', figure.entries)}." if figure.entries else "Nothing was written in this time."
    if figure.entries:
        yield from _counts(figure)
    counts = [f"{count} {status}" for status, count in figure.goals.items() if count]
    if counts:
        yield f"Goals: {', '.join(counts)}."
    yield from (goal_line(goal, goal.status, how_far(goal, in_full=True)) for goal in figure.current)
    yield from (_person(tally) for tally in figure.people if tally.sessions)


def _counts(figure: Progress) -> Iterator[str]:
    for kind in KINDS:
        count = figure.kinds.get(kind, 0)
        spent = f", {long_duration(figure.total_minutes)}" if kind == "session" and figure.total_minutes else ""
        if count:
            yield f"{plural(noun(kind), count)}{spent}."
    for month in figure.months:
        yield f"{month_name(month.month)}: {plural('entry', month.entries) if month.entries else 'none'}."
    yield from map(_area, figure.areas)
    for overlap in figure.overlaps:
        one, other = map(label, overlap.areas)
        yield f"{one[:1].upper()}{one[1:]} and {other} together: {plural('entry', overlap.entries)}."


def _area(tally: AreaTally) -> str:
    paused = ", paused by you" if tally.area.is_paused else ""
    last = f", last on {long_day_month(tally.last)}" if tally.last and not paused else ""
    return f"Area {label(tally.area)}: {plural('entry', tally.entries) if tally.entries else 'none'}{paused or last}."


def _person(tally: PersonTally) -> str:
    last = f"last on {long_date(tally.last)}" if tally.last else ""
    fields = (plural("session", tally.sessions), last, rhythm(tally.person))
    return f"{name(tally.person)}: {', '.join(filter(None, fields))}."
