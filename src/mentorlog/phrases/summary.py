"""What a yearly summary says of its figures and of its reader, in sentences that only count."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from mentorlog.dates import long_day_month, long_duration, period_text
from mentorlog.insights.calendar import Strip
from mentorlog.insights.meetings import Meetings
from mentorlog.insights.progress import Progress
from mentorlog.insights.year import AreaChapter, Quarter, YearSummary
from mentorlog.model.entries import Action, Kind, Session
from mentorlog.model.enums import Reader
from mentorlog.model.readers import Names
from mentorlog.phrases import grammar
from mentorlog.phrases.days import period_name, short_quarter
from mentorlog.phrases.documents import isolate, kinds_phrase, names
from mentorlog.phrases.entries import KINDS, length, of_five
from mentorlog.phrases.grammar import agree, capital, counted, join_list, noun, plural

READERS = {Reader.SELF: "yourself", Reader.MENTOR: "a mentor", Reader.PUBLIC: "anyone"}
READER_NOTES = {
    Reader.SELF: "For yourself: everything that was written in this period, private entries too.",
    Reader.MENTOR: "For a mentor: the entries that were chosen for a mentor to read. Every number counts these alone.",
    Reader.PUBLIC: "For anyone: the entries that were made public. Every number counts these alone.",
}
OMISSIONS = (
    "Left out, whether or not there is any: what was not chosen for this reader, roles and rhythms, "
    "descriptions of areas, and who else may read an entry."
)
NAMES = {Names.FULL: "", Names.INITIALS: "Names stand as initials.", Names.PSEUDONYMS: "Names are replaced by letters."}


def title(summary: YearSummary) -> str:
    """What the document is called where there is no room for more."""
    frame = summary.frame
    people = f" with {grammar.names(frame.people)}" if frame.people else ""
    return f"Mentorship{people}, {period_name(summary.period, frame.year_starts)}"


def reader_note(summary: YearSummary) -> str:
    """For whom the document is, with whom all of it was, and what it leaves out."""
    frame, rule = summary.frame, summary.frame.rule
    parts = [READER_NOTES[rule.reader], "", OMISSIONS, NAMES[rule.names]]
    if rule.person:
        parts[0] = (
            f"For {isolate(rule.person.name)}: the entries that were chosen for a mentor to read, with this "
            "mentor or with nobody. Every number counts these alone."
        )
    if frame.people:
        parts[1] = f"Only what is with {names(frame.people)}."
    if rule.is_own:
        by_hand = f", and {plural('entry', len(rule.excluded))} that you left out by hand" if rule.excluded else ""
        parts[2] = f"Left out: tender entries, which stand in no document{by_hand}."
    return " ".join(filter(None, parts))


def opening(summary: YearSummary) -> str:
    """What a reader learns who reads no further."""
    if not summary.entries:
        return empty_phrase(summary)
    amount = entries_by_kind(summary.progress, summary.entries[0].on, summary.entries[-1].on)
    return " ".join(filter(None, (amount, *_opening_sentences(summary))))


def entries_by_kind(progress: Progress, first: date, last: date) -> str:
    """As "57 entries from 1 March to 9 April 2026: 22 reflections and 16 sessions of 13 hours together."."""
    end = long_day_month(last)
    days = f"from {long_day_month(first, last)} to {end}" if first != last else f"on {end}"
    together = f" of {long_duration(progress.total_minutes)} together" if progress.total_minutes else ""
    kinds = [
        plural(noun(kind), progress.kinds[kind]) + (together if kind is Kind.SESSION else "")
        for kind in KINDS
        if progress.kinds.get(kind)
    ]
    return f"{plural('entry', progress.entries)} {days}: {join_list(kinds)}."


def _opening_sentences(summary: YearSummary) -> Iterator[str]:
    areas = [f"{isolate(part.tally.area.label)} ({part.tally.entries})" for part in summary.chapters[:3]]
    if areas:
        yield f"They touch {join_list(areas)}{' most' if len(summary.chapters) > 3 else ''}."
    met = [f"{isolate(met.person.name)} ({len(met.sessions)})" for met in summary.meetings if met.sessions]
    if met:
        yield f"Sessions were with {join_list(met)}."
    goals = Counter(story.goal.status for story in summary.goals)
    if goals:
        counts = [f"{goals[word]} {word}" for word in ("active", "reached", "paused", "dropped") if goals[word]]
        yield f"Goals at the end: {join_list(counts)}."
    over = [quarter for quarter in summary.quarters if quarter.period.start <= summary.made_on]
    empty = [short_quarter(quarter, summary.frame.year_starts) for quarter in over if not quarter.entries]
    if empty:
        yield f"{empty_phrase(summary)[:-1]} in {join_list(empty)}."


def empty_phrase(summary: YearSummary, start: date = date.min) -> str:
    """What an empty stretch from `start` on is called; for another reader, only that nothing of it stands here."""
    if start > summary.made_on:
        return "Still to come."
    return "Nothing was written." if summary.frame.rule.is_own else "Nothing in this document."


def chapter_intro(chapter: AreaChapter) -> str:
    """Such as "19 entries touch identity: 9 reflections, 7 sessions and 3 actions. With Ánh and Mie 美恵."."""
    people = f" With {names(chapter.people)}." if chapter.people else ""
    count = counted("entry", chapter.tally.entries, "touches", "touch")
    return f"{count} {isolate(chapter.tally.area.label)}: {kinds_phrase(chapter.entries)}.{people}"


def chapter_place(chapter: AreaChapter, place: int) -> str:
    """What a chapter's words are called by their place: "Then", "Now", what was picked between; "Once" of one alone."""
    if len(chapter.words) == 1:
        return "Once"
    return {0: "Then", len(chapter.words) - 1: "Now"}.get(place, "Between")


def rating_at(when: str, number: int | None) -> str:
    """Such as "Looking back, 2 of 5"; only the word where no number was named."""
    return f"{when}, {of_five(number)}" if number else when


def calendar_note(strip: Strip, most: int, strips: int) -> str:
    """What a calendar shows, and of which months where there are several."""
    months = f" {period_text(strip.period)}." if strips > 1 else ""
    return f"Day by day, Monday at the top.{months} The fullest day has {plural('entry', most)}."


def areas_without_entries(summary: YearSummary) -> str:
    """The areas without an entry; only to the writer, and never a paused one."""
    unused = [tally.area for tally in summary.progress.areas if not tally.entries and not tally.area.is_paused]
    areas = join_list((isolate(area.label) for area in unused), "or")
    return f"No entry touches {areas}." if areas and summary.frame.rule.is_own else ""


def quarters_title(summary: YearSummary) -> str:
    """What the part about quarters is called."""
    return "Quarter by quarter" if len(summary.quarters) > 1 else "The quarter"


def quarter_intro(quarter: Quarter, shown: int) -> str:
    """Such as "14 entries: 6 reflections and 8 sessions."; where only some are shown, how many."""
    spoken = sum(entry.kind in (Kind.SESSION, Kind.REFLECTION) for entry in quarter.entries) or len(quarter.entries)
    some = f" {shown} of the {spoken} moments stand here, evenly chosen; all are below." if shown < spoken else ""
    return f"{plural('entry', len(quarter.entries))}: {kinds_phrase(quarter.entries)}.{some}"


def upcoming_quarters(summary: YearSummary, started: Sequence[Quarter]) -> str:
    """Such as "Q3 and Q4 2026 are still to come."; nothing where all have `started`."""
    waiting = [short_quarter(each, summary.frame.year_starts) for each in summary.quarters if each not in started]
    return f"{join_list(waiting)} {agree(len(waiting), 'is', 'are')} still to come." if waiting else ""


def session_count_notes(summary: YearSummary) -> str:
    """What the sessions by person leave out or count twice."""
    sessions = [entry for entry in summary.entries if isinstance(entry, Session)]
    alone = sum(not session.people for session in sessions)
    shared = sum(len(session.people) > 1 for session in sessions)
    several = agree(shared, "counts", "count")
    parts = [
        f"{counted('session', alone, 'names', 'name')} nobody." if alone else "",
        f"{plural('session', shared)} with several people {several} for each." if shared else "",
    ]
    return " ".join(filter(None, parts))


def meetings_phrase(meetings: Meetings) -> str:
    """Such as "9 sessions, 7 hours 15 minutes"; sessions without a length are said."""
    without = sum(not length(session) for session in meetings.sessions)
    parts = [
        plural("session", len(meetings.sessions)) if meetings.sessions else "no session",
        long_duration(meetings.total_minutes) if meetings.total_minutes else "",
        f"{without} without a length" if without else "",
    ]
    return capital(", ".join(filter(None, parts)))


def person_summary(meetings: Meetings) -> str:
    """What else stands here with a person: all entries, what they touch most, and which promises were kept."""
    areas = join_list(isolate(area.label) for area in meetings.areas[:3])
    kept = sum(action.status == "done" for action in meetings.promised)
    parts = [
        f"Named in {plural('entry', len(meetings.entries))}",
        f", which touch {areas}{' most' if len(meetings.areas) > 3 else ''}" if areas else "",
        f"; kept {plural('promise', kept)}" if kept else "",
        f"; gave feedback in {plural('entry', len(meetings.feedback))}" if meetings.feedback else "",
    ]
    return f"{''.join(parts)}."


def actions_note(actions: Sequence[Action]) -> str:
    """Such as "23 actions. 5 of them were reported back."."""
    told = sum(action.told for action in actions)
    back = f" {told} of them {agree(told, 'was', 'were')} reported back." if told else ""
    return f"{plural('action', len(actions))}.{back}"
