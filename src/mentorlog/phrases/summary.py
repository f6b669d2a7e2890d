"""What a yearly summary says of its figures, in sentences that only count."""

from collections import Counter
from collections.abc import Iterator, Sequence

from mentorlog.dates import long_day_month, long_duration, period_text
from mentorlog.insights.area_chapters import AreaChapter
from mentorlog.insights.calendar import Strip
from mentorlog.insights.meetings import Meetings
from mentorlog.insights.year import Quarter, YearSummary
from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Kind, Session
from mentorlog.phrases.periods import document_name, short_quarter
from mentorlog.phrases.wording import (
    ORDER,
    STATUSES,
    capital,
    counted,
    counted_kind,
    empty_phrase,
    entries_words,
    is_own,
    isolate,
    kinds_words,
    listed,
    names,
)
from mentorlog.text import one_line


def opening(summary: YearSummary) -> str:
    """What a reader learns who reads no further."""
    if not summary.entries:
        return empty_phrase(summary)
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
            length = f" of {long_duration(minutes)} together" if kind is Kind.SESSION and minutes else ""
            yield counted_kind(kinds[kind], kind) + length


def _touched(summary: YearSummary) -> str:
    tops = [f"{isolate(part.tally.area.label)} ({part.tally.entries})" for part in summary.chapters[:3]]
    return f"They touch {listed(tops)}{' most' if len(summary.chapters) > 3 else ''}." if tops else ""


def _met(summary: YearSummary) -> str:
    held = [f"{isolate(met.person.name)} ({len(met.sessions)})" for met in summary.meetings if met.sessions]
    return f"Sessions were with {listed(held)}." if held else ""


def _goals(summary: YearSummary) -> str:
    counts = Counter(told.goal.status for told in summary.goals)
    parts = [f"{counts[status]} {word}" for status, word in STATUSES.items() if counts[status]]
    return f"Goals at the end: {listed(parts)}." if parts else ""


def _gaps(summary: YearSummary) -> str:
    over = [quarter for quarter in summary.quarters if quarter.period.start <= summary.made_on]
    empty = [short_quarter(quarter, summary) for quarter in over if not quarter.entries]
    return f"{empty_phrase(summary)[:-1]} in {listed(empty)}." if empty else ""


def title(summary: YearSummary) -> str:
    """What the document is called where there is no room for more."""
    people = f" with {listed(one_line(person.name) for person in summary.frame.people)}" if summary.frame.people else ""
    return f"Mentorship{people}, {document_name(summary)}"


def chapter_words(chapter: AreaChapter) -> str:
    """Such as "19 entries touch identity: 9 reflections, 7 sessions and 3 actions. With Ánh and Mie 美恵."."""
    tally = chapter.tally
    people = f" With {names(chapter.people)}." if chapter.people else ""
    touch = "touches" if tally.entries == 1 else "touch"
    kinds = kinds_words(chapter.entries)
    return f"{entries_words(tally.entries)} {touch} {isolate(tally.area.label)}: {kinds}.{people}"


def place_words(chapter: AreaChapter, place: int) -> str:
    """What a chapter's words are called by their place: "Then", "Now", what was picked between; "Once" of one alone."""
    if len(chapter.words) == 1:
        return "Once"
    return {0: "Then", len(chapter.words) - 1: "Now"}.get(place, "Between")


def rating_phrase(when: str, rating: int | None) -> str:
    """Such as "Looking back, 2 of 5"; only the word where no number was named."""
    return f"{when}, {rating} of 5" if rating else when


def calendar_words(strip: Strip, most: int, strips: int) -> str:
    """What a calendar shows, and of which months where there are several."""
    months = f" {period_text(strip.period)}." if strips > 1 else ""
    return f"Day by day, Monday at the top.{months} The fullest day has {entries_words(most)}."


def areas_without_entries(summary: YearSummary) -> str:
    """The areas without an entry; only to the writer, and never a paused one."""
    empty = [tally.area for tally in summary.progress.areas if not tally.entries and not tally.area.is_paused]
    return f"No entry touches {_either(empty)}." if empty and is_own(summary) else ""


def _either(areas: Sequence[Area]) -> str:
    """Such as "identity, growth or coping"."""
    *others, last = [isolate(area.label) for area in areas]
    return f"{', '.join(others)} or {last}" if others else last


def quarter_words(quarter: Quarter, shown: int) -> str:
    """Such as "14 entries: 6 reflections and 8 sessions."; where only some are shown, how many."""
    spoken = sum(entry.kind in (Kind.SESSION, Kind.REFLECTION) for entry in quarter.entries) or len(quarter.entries)
    some = f" {shown} of the {spoken} moments stand here, evenly chosen; all are below." if shown < spoken else ""
    return f"{entries_words(len(quarter.entries))}: {kinds_words(quarter.entries)}.{some}"


def quarters_title(summary: YearSummary) -> str:
    """What the part about quarters is called."""
    return "Quarter by quarter" if len(summary.quarters) > 1 else "The quarter"


def upcoming_quarters(summary: YearSummary, started: Sequence[Quarter]) -> str:
    """Such as "Q3 and Q4 2026 are still to come."; nothing where all have `started`."""
    waiting = [quarter for quarter in summary.quarters if quarter not in started]
    return (
        f"{listed(short_quarter(each, summary) for each in waiting)} {_are(waiting)} still to come." if waiting else ""
    )


def _are(things: Sequence[object]) -> str:
    return "is" if len(things) == 1 else "are"


def session_count_notes(summary: YearSummary) -> str:
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
        counted(len(meetings.sessions), "session") if meetings.sessions else "no session",
        long_duration(meetings.minutes) if meetings.minutes else "",
        f"{without} without a length" if without else "",
    ]
    return capital(", ".join(filter(None, parts)))


def person_summary(meetings: Meetings) -> str:
    """What else stands here with a person: all entries, what they touch most, and how many promises were kept."""
    areas = listed(isolate(area.label) for area in meetings.areas[:3])
    given = f"; gave feedback in {entries_words(len(meetings.feedback))}" if meetings.feedback else ""
    kept = sum(action.status == "done" for action in meetings.promised)
    parts = [
        f"Named in {entries_words(len(meetings.entries))}",
        f", which touch {areas}{' most' if len(meetings.areas) > 3 else ''}" if areas else "",
        f"; kept {kept} of {counted(len(meetings.promised), 'promise')}" if meetings.promised else "",
        given,
    ]
    return f"{''.join(parts)}."


def actions_words(actions: Sequence[Action]) -> str:
    """Such as "23 actions. 5 of them were told back."."""
    told = sum(action.told for action in actions)
    back = f" {told} of them {'was' if told == 1 else 'were'} told back." if told else ""
    return f"{counted(len(actions), 'action')}.{back}"
