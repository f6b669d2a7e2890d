"""What a write says: what was written, for which day, who may read it, how to take it back.

The first line is the answer; the others are messages. Plain strings, no Rich. Days and minutes are named
`in_full` where they are to be spoken.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.dates import dated, long, minutes_long, nearness, short
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    Event,
    Feedback,
    Goal,
    Owned,
    Question,
    Reflection,
    Session,
    What,
)
from mentorlog.model.people import Person
from mentorlog.text import cells, first_words
from mentorlog.views.goal_status import amount
from mentorlog.views.words import VISIBILITY, labels, listed, name, names, owner, plural, rated, sentence

if TYPE_CHECKING:
    from mentorlog.model.archive import Taken
    from mentorlog.model.history import Deed

BACK = "Take it back: mentorlog undo"
HAPPENED = {
    What.PAUSED: "paused",
    What.RESUMED: "taken up again",
    What.REACHED: "reached",
    What.DROPPED: "let go",
    What.REWORDED: "reworded",
    What.DONE: "done",
    What.REOPENED: "open again",
}


def saved(
    entry: Entry,
    *,
    today: date,
    where: str = "",
    with_it: Iterable[Entry] = (),
    about: Entry | None = None,
    in_full: bool = False,
) -> Iterator[str]:
    """An entry was saved, together with actions and answered questions; `about` is the entry that it is about."""
    thing = f"{entry.kind.noun.capitalize()} {entry.number}"
    yield f"{thing} saved for {_day(entry.on, today, in_full)}{_circumstances(entry, about, in_full)}{where}."
    yield _details(entry, about)
    yield from _tender(entry)
    yield from beside(tuple(with_it))
    follow = "      What it meant: mentorlog reflect --about last" if isinstance(entry, Session) else ""
    yield f"{BACK}{follow}"


def beside(also: Sequence[Entry]) -> Iterator[str]:
    """What was written with an entry: actions, and questions that it answers."""
    kinds = [_kind(other) for other in also]
    wide = max(map(cells, kinds), default=0)
    for other, kind in zip(also, kinds, strict=True):
        words = "answered" if isinstance(other, Question) else first_words(other.text, 50)
        yield f"  {other.number}  {kind}{' ' * (wide - cells(kind))}  {words}"


def new_people(people: Iterable[Person]) -> Iterator[str]:
    """Somebody is new in this journal."""
    for person in people:
        yield f'Person "{names([person])}" is new in this journal.'


def happened(
    entry: Goal | Action, event: Event, *, today: date, where: str = "", in_full: bool = False
) -> Iterator[str]:
    """Something happened to a goal or an action."""
    thing = f"{entry.kind.noun.capitalize()} {entry.number}"
    if event.what is What.CHECKIN:
        yield f"{thing} checked in{_standing(entry, event)} for {_day(event.on, today, in_full)}{where}. {BACK}"
        return
    words = event.text or event.because
    said = f': "{first_words(words, 60)}"' if words else ""
    outcome = {"worked": ", and it worked", "did-not-work": ", and it did not work"}.get(
        entry.outcome if isinstance(entry, Action) else "", ""
    )
    yield sentence(f"{thing} {HAPPENED[event.what]} on {_day(event.on, today, in_full)}{outcome}{where}{said}")
    story = f"      Its story: mentorlog goal story {entry.number}" if isinstance(entry, Goal) else ""
    yield f"{BACK}{story}"


def changed(
    before: Entry, after: Entry, *, today: date, where: str = "", back: str = f" {BACK}", in_full: bool = False
) -> Iterator[str]:
    """An entry was changed by hand; `back` says how to take it back."""
    thing = f"{after.kind.noun.capitalize()} {after.number}"
    if before.on != after.on:
        day = long if in_full else short
        yield f"{thing} moved from {day(before.on, today)} to {day(after.on, today)}{where}.{back}"
    else:
        yield f"{thing}, {_day(after.on, today, in_full)}, changed{where}.{back}"
    yield _details(after, None)
    yield from _tender(after)


def put_away(entries: Iterable[Entry], where: str = "") -> Iterator[str]:
    """Entries were put away."""
    numbers = []
    for entry in entries:
        thing = f"{entry.kind.noun.capitalize()} {entry.number}"
        yield f"{thing} put away{where}. Bring it back: mentorlog restore {entry.number}"
        numbers.append(str(entry.number))
    whose = "Its" if len(numbers) == 1 else "Their"
    yield f"  {whose} words are still in the file. To erase them: mentorlog purge {' '.join(numbers)}"


def brought_back(entries: Iterable[Entry], where: str = "") -> Iterator[str]:
    """Entries were brought back."""
    things = [f"{entry.kind.noun.capitalize()} {entry.number}" for entry in entries]
    if len(things) == 1:
        yield f"{things[0]} brought back{where}. {BACK}"
        return
    yield from (f"{thing} brought back{where}." for thing in things)
    yield BACK


def taken_back(deed: "Deed", written: str, where: str = "") -> Iterator[str]:
    """A command was taken back; `written` says when it was given."""
    yield f"Taken back: {deed.command}{_touched(deed)}, written {written}{where}. Again: mentorlog redo"


def done_again(deed: "Deed", where: str = "") -> Iterator[str]:
    """A command was done again."""
    yield f"Done again: {deed.command}{_touched(deed)}{where}. {BACK}"


def _day(on: date, today: date, in_full: bool) -> str:
    near, day = nearness(on, today), dated(on, in_full=in_full)
    return f"{day}, {near}" if near in ("today", "yesterday", "tomorrow") else day


def _circumstances(entry: Entry, about: Entry | None, in_full: bool) -> str:
    parts = []
    if entry.people and not isinstance(entry, Reflection | Feedback):
        parts.append(f", {'for' if isinstance(entry, Question) else 'with'} {names(entry.people)}")
    if isinstance(entry, Owned) and entry.owner:
        parts.append(f", {'from ' if isinstance(entry, Feedback) else 'to be done by '}{name(entry.owner)}")
    if isinstance(entry, Session) and entry.minutes:
        parts.append(f", {minutes_long(entry.minutes) if in_full else f'{entry.minutes} min'}")
    if isinstance(entry, Goal | Action) and entry.due:
        parts.append(f", due {dated(entry.due, in_full=in_full)}")
    if about:
        parts.append(
            f", looking back at {about.number}"
            if isinstance(entry, Checkin)
            else f", about {about.kind.noun} {about.number}"
        )
    return "".join(parts)


def _details(entry: Entry, about: Entry | None) -> str:
    is_taken = about and about.areas == entry.areas and not isinstance(entry, Checkin)
    origin = f" (from {about.kind.noun} {about.number})" if about and is_taken else ""
    parts = [f"{labels(entry)}{origin}" if entry.areas else ""]
    parts.append(rated(entry) if isinstance(entry, Checkin) else "")
    parts.append(f"with {names(entry.people)}" if isinstance(entry, Reflection) and entry.people else "")
    parts.append(f"for {listed(f'goal {number}' for number in entry.goals)}" if entry.goals else "")
    parts.append(VISIBILITY[entry.visibility])
    parts.append("tender" if entry.is_tender else "")
    return f"  {' · '.join(part for part in parts if part)}"


def _tender(entry: Entry) -> Iterator[str]:
    if entry.is_tender:
        yield f"  It is in no list, search or document. To read it: mentorlog show {entry.number}"


def _kind(entry: Entry) -> str:
    return f"{entry.kind}, {owner(entry)}" if isinstance(entry, Action) else str(entry.kind)


def _standing(entry: Goal | Action, event: Event) -> str:
    counts_up = isinstance(entry, Goal) and event.count is not None
    measured = amount(event.percent, event.count, entry.target if isinstance(entry, Goal) and counts_up else None)
    return f" at {measured}" if measured else ""


def _touched(deed: "Deed") -> str:
    if len(deed.numbers) > 3:
        return f" {plural('entry', len(deed.numbers))}"
    touched = [str(number) for number in deed.numbers] or list(deed.names)
    return f" {listed(touched)}" if touched else ""


def taken_in(taken: "Taken", *, is_trial: bool, where: str = "") -> Iterator[str]:
    """Another journal was taken in, or would be."""
    verb = "would come" if is_trial else "came"
    yield f"{plural('entry', taken.added)} {verb} in{where}; {taken.known} were here already."
    if taken.differing:
        numbers = listed(str(number) for number in taken.differing)
        yield f"Left as they are here, though they say something else there: {numbers}"
    if taken.renumbered:
        yield f"{plural('entry', taken.renumbered)} {'would get' if is_trial else 'got'} a new number here."
    if taken.added and not is_trial:
        yield f"{BACK}      What came: mentorlog timeline --all"
