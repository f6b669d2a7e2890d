"""What a yearly summary says of its figures, in sentences that only count."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mentorlog.dates import long_day_month, minutes_long
from mentorlog.export.wording import (
    ORDER,
    STATUSES,
    counted,
    entries_words,
    is_own,
    kinds_words,
    listed,
    marked,
    names,
    nothing,
    period_name,
    quarter_name,
)
from mentorlog.insights.year import Chapter, Meetings, Quarter, Together, YearSummary
from mentorlog.model.areas import Area
from mentorlog.model.entries import Kind, Session


def opening(summary: YearSummary) -> str:
    """What a reader learns who reads no further."""
    if not summary.entries:
        return nothing(summary)
    return " ".join(filter(None, (_amount(summary), _touched(summary), _met(summary), _goals(summary), _gaps(summary))))


def _amount(summary: YearSummary) -> str:
    first, last = summary.entries[0].on, summary.entries[-1].on
    ends = [long_day_month(first, first if first.year == last.year else None), long_day_month(last)]
    days = f"from {ends[0]} to {ends[1]}" if first != last else f"on {ends[1]}"
    return f"{entries_words(summary.progress.entries)} {days}: {listed(_kinds(summary))}."


def _kinds(summary: YearSummary) -> Iterator[str]:
    minutes, kinds = summary.progress.minutes, summary.progress.kinds
    for kind in ORDER:
        if kinds.get(kind):
            length = f" of {minutes_long(minutes)} together" if kind is Kind.SESSION and minutes else ""
            yield counted(kinds[kind], str(kind)) + length


def _touched(summary: YearSummary) -> str:
    tops = [f"{marked(part.tally.area.label)} ({part.tally.entries})" for part in summary.chapters[:3]]
    return f"They touch {listed(tops)}{' most' if len(summary.chapters) > 3 else ''}." if tops else ""


def _met(summary: YearSummary) -> str:
    held = [f"{marked(meetings.person.name)} ({len(meetings.sessions)})" for meetings in summary.meetings]
    return f"Sessions were with {listed(held)}." if held else ""


def _goals(summary: YearSummary) -> str:
    counts = Counter(told.goal.status for told in summary.goals)
    parts = [f"{counts[status]} {word}" for status, word in STATUSES.items() if counts[status]]
    return f"Goals at the end: {listed(parts)}." if parts else ""


def _gaps(summary: YearSummary) -> str:
    empty = [quarter_name(quarter.period).split(",")[0] for quarter in summary.quarters if not quarter.entries]
    return f"{nothing(summary)[:-1]} in {listed(empty)}." if empty else ""


def title(summary: YearSummary) -> str:
    """What the document is called where there is no room for more."""
    return f"Mentorship, {period_name(summary.period)}"


def chapter_words(chapter: Chapter, summary: YearSummary) -> str:
    """Such as "19 entries touch identity: 9 reflections, 7 sessions and 3 actions. With Ánh and Mie 美恵."."""
    tally = chapter.tally
    kinds = kinds_words(entry for entry in summary.entries if tally.area in entry.areas)
    people = f" With {names(chapter.people)}." if chapter.people else ""
    touch = "touches" if tally.entries == 1 else "touch"
    return f"{entries_words(tally.entries)} {touch} {marked(tally.area.label)}: {kinds}.{people}"


def untouched(summary: YearSummary) -> str:
    """The areas without an entry; only to the writer, and never a paused one."""
    empty = [tally.area for tally in summary.progress.areas if not tally.entries and not tally.area.is_paused]
    return f"No entry touches {_either(empty)}." if empty and is_own(summary) else ""


def _either(areas: Sequence[Area]) -> str:
    """Such as "identity, growth or coping"."""
    *others, last = [marked(area.label) for area in areas]
    return f"{', '.join(others)} or {last}" if others else last


def also_together(pairs: Iterable[Together]) -> str:
    """The rarer pairs of areas, with their counts."""
    words = [f"{listed(marked(area.label) for area in pair.tally.areas)} ({pair.tally.entries})" for pair in pairs]
    return f"Also together: {'; '.join(words)}."


def quarter_words(quarter: Quarter, shown: int) -> str:
    """Such as "14 entries: 6 reflections and 8 sessions."; where only some are shown, how many."""
    spoken = sum(entry.kind in (Kind.SESSION, Kind.REFLECTION) for entry in quarter.entries) or len(quarter.entries)
    some = f" {shown} of the {spoken} moments stand here, evenly chosen; all are below." if shown < spoken else ""
    return f"{entries_words(len(quarter.entries))}: {kinds_words(quarter.entries)}.{some}"


def unnamed(summary: YearSummary) -> str:
    """What the sessions by person leave out or count twice."""
    sessions = [entry for entry in summary.entries if isinstance(entry, Session)]
    alone = sum(not session.people for session in sessions)
    shared = sum(len(session.people) > 1 for session in sessions)
    parts = [
        f"{counted(alone, 'session names', 'sessions name')} nobody." if alone else "",
        f"{counted(shared, 'session')} with several people count{'s' if shared == 1 else ''} for each."
        if shared
        else "",
    ]
    return " ".join(filter(None, parts))


def meetings_words(meetings: Meetings) -> str:
    """Such as "9 sessions, 7 hours 15 minutes"; sessions without a length are said."""
    without = sum(session.minutes is None for session in meetings.sessions)
    parts = [
        counted(len(meetings.sessions), "session"),
        minutes_long(meetings.minutes) if meetings.minutes else "",
        f"{without} without a length" if without else "",
    ]
    return ", ".join(filter(None, parts))
