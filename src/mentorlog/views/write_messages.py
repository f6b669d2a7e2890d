"""What a write says: what was written, for which day, who may read it, how to take it back.

The first line is the answer; the others are messages. Plain strings, no Rich. Days and minutes are named
`in_full` where they are to be spoken.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.dates import date_with_year, long_date, long_duration, relative_day, short_date
from mentorlog.model.entries import Action, Checkin, Entry, Event, EventType, Goal, Question, Reflection, Session
from mentorlog.model.people import Person
from mentorlog.phrases.entries import VISIBILITY, owner, rating_phrase, with_whom
from mentorlog.phrases.grammar import agree, join_list, labels, name, names, noun, plural, sentence
from mentorlog.text import display_width, first_words

if TYPE_CHECKING:
    from mentorlog.model.archive import ImportResult
    from mentorlog.model.history import CommandRecord

UNDO_HINT = "Take it back: mentorlog undo"


def saved_message(
    entry: Entry,
    *,
    today: date,
    where: str = "",
    related: Iterable[Entry] = (),
    about: Entry | None = None,
    in_full: bool = False,
) -> Iterator[str]:
    """An entry was saved, together with actions and answered questions; `about` is the entry that it is about."""
    thing = f"{noun(entry.kind).capitalize()} {entry.number}"
    yield f"{thing} saved for {_day(entry.on, today, in_full)}{_circumstances(entry, about, in_full)}{where}."
    yield _details(entry, about)
    yield from _tender_notice(entry)
    yield from related_entries(tuple(related))
    follow = "      What it meant: mentorlog reflect --about last" if isinstance(entry, Session) else ""
    yield f"{UNDO_HINT}{follow}"


def related_entries(also: Sequence[Entry]) -> Iterator[str]:
    """What was written with an entry: actions, and questions that it answers."""
    kinds = [f"{one.kind}, {owner(one)}" if isinstance(one, Action) else str(one.kind) for one in also]
    wide = max(map(display_width, kinds), default=0)
    for other, kind in zip(also, kinds, strict=True):
        words = "answered" if isinstance(other, Question) else first_words(other.text, 50)
        yield f"  {other.number}  {kind}{' ' * (wide - display_width(kind))}  {words}"


def new_people(people: Iterable[Person]) -> Iterator[str]:
    """Somebody is new in this journal."""
    for person in people:
        yield f'Person "{names([person])}" is new in this journal.'


def event_message(
    entry: Goal | Action, event: Event, *, today: date, where: str = "", in_full: bool = False
) -> Iterator[str]:
    """Something happened to a goal or an action."""
    from mentorlog.phrases.events import EVENTS, reached
    from mentorlog.phrases.goals import OUTCOME

    thing = f"{noun(entry.kind).capitalize()} {entry.number}"
    if event.what is EventType.CHECKIN:
        day, measured = _day(event.on, today, in_full), reached(event, entry)
        yield f"{thing} checked in{f' at {measured}' if measured else ''} for {day}{where}. {UNDO_HINT}"
        return
    words = event.text or event.because
    said = f': "{first_words(words, 60)}"' if words else ""
    outcome = f", and it {OUTCOME[entry.outcome]}" if isinstance(entry, Action) and entry.outcome else ""
    yield sentence(f"{thing} {EVENTS[event.what]} on {_day(event.on, today, in_full)}{outcome}{where}{said}")
    story = f"      Its story: mentorlog goal story {entry.number}" if isinstance(entry, Goal) else ""
    yield f"{UNDO_HINT}{story}"


def changed_message(
    before: Entry, after: Entry, *, today: date, where: str = "", back: str = f" {UNDO_HINT}", in_full: bool = False
) -> Iterator[str]:
    """An entry was changed by hand; `back` says how to take it back."""
    thing = f"{noun(after.kind).capitalize()} {after.number}"
    if before.on != after.on:
        day = long_date if in_full else short_date
        yield f"{thing} moved from {day(before.on, today)} to {day(after.on, today)}{where}.{back}"
    else:
        yield f"{thing}, {_day(after.on, today, in_full)}, changed{where}.{back}"
    yield _details(after, None)
    yield from _tender_notice(after)


def removed_message(entries: Iterable[Entry], where: str = "") -> Iterator[str]:
    """Entries were removed."""
    numbers = []
    for entry in entries:
        thing = f"{noun(entry.kind).capitalize()} {entry.number}"
        yield f"{thing} removed{where}. Bring it back: mentorlog restore {entry.number}"
        numbers.append(str(entry.number))
    whose = agree(len(numbers), "Its", "Their")
    yield f"  {whose} words are still in the file. To erase them: mentorlog purge {' '.join(numbers)}"


def restored_message(entries: Iterable[Entry], where: str = "") -> Iterator[str]:
    """Entries were brought back."""
    things = [f"{noun(entry.kind).capitalize()} {entry.number}" for entry in entries]
    if len(things) == 1:
        yield f"{things[0]} brought back{where}. {UNDO_HINT}"
        return
    yield from (f"{thing} brought back{where}." for thing in things)
    yield UNDO_HINT


def undone_message(record: "CommandRecord", written: str, where: str = "") -> Iterator[str]:
    """A command was undone; `written` says when it was given."""
    yield f"Undone: {record.command}{_affected_entries(record)}, written {written}{where}. Again: mentorlog redo"


def redone_message(record: "CommandRecord", where: str = "") -> Iterator[str]:
    """A command was done again."""
    yield f"Done again: {record.command}{_affected_entries(record)}{where}. {UNDO_HINT}"


def _day(on: date, today: date, in_full: bool) -> str:
    near, day = relative_day(on, today), date_with_year(on, in_full=in_full)
    return f"{day}, {near}" if near in ("today", "yesterday", "tomorrow") else day


def _circumstances(entry: Entry, about: Entry | None, in_full: bool) -> str:
    company = "" if isinstance(entry, Reflection) else with_whom(entry)
    parts = [f", {company}" if company else ""]
    if isinstance(entry, Action) and entry.owner:
        parts.append(f", to be done by {name(entry.owner)}")
    if isinstance(entry, Session) and entry.minutes:
        parts.append(f", {long_duration(entry.minutes) if in_full else f'{entry.minutes} min'}")
    if isinstance(entry, Goal | Action) and entry.due:
        parts.append(f", due {date_with_year(entry.due, in_full=in_full)}")
    if about:
        relation = "looking back at" if isinstance(entry, Checkin) else f"about {noun(about.kind)}"
        parts.append(f", {relation} {about.number}")
    return "".join(parts)


def _details(entry: Entry, about: Entry | None) -> str:
    is_taken = about and about.areas == entry.areas and not isinstance(entry, Checkin)
    origin = f" (from {noun(about.kind)} {about.number})" if about and is_taken else ""
    parts = [f"{labels(entry)}{origin}" if entry.areas else ""]
    parts.append(rating_phrase(entry) if isinstance(entry, Checkin) else "")
    parts.append(f"with {names(entry.people)}" if isinstance(entry, Reflection) and entry.people else "")
    parts.append(f"for {join_list(f'goal {number}' for number in entry.goals)}" if entry.goals else "")
    parts.append(VISIBILITY[entry.visibility])
    parts.append("tender" if entry.is_tender else "")
    return f"  {' · '.join(part for part in parts if part)}"


def _tender_notice(entry: Entry) -> Iterator[str]:
    if entry.is_tender:
        yield f"  It is in no list, search or document. To read it: mentorlog show {entry.number}"


def _affected_entries(record: "CommandRecord") -> str:
    if len(record.numbers) > 3:
        return f" {plural('entry', len(record.numbers))}"
    touched = [str(number) for number in record.numbers] or list(record.names)
    return f" {join_list(touched)}" if touched else ""


def imported_message(taken: "ImportResult", *, is_trial: bool, where: str = "") -> Iterator[str]:
    """Another journal was taken in, or would be."""
    verb = "would come" if is_trial else "came"
    yield f"{plural('entry', taken.added)} {verb} in{where}; {taken.known} were here already."
    if taken.conflicts:
        numbers = join_list(str(number) for number in taken.conflicts)
        yield f"Left as they are here, though they say something else there: {numbers}"
    if taken.renumbered:
        yield f"{plural('entry', taken.renumbered)} {'would get' if is_trial else 'got'} a new number here."
    if taken.added and not is_trial:
        yield f"{UNDO_HINT}      What came: mentorlog timeline --all"
