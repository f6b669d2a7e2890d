"""What was typed → values: areas, people, days, numbers, filters. Every error is exit 2 or 3."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from mentorlog import config
from mentorlog.cli.app.context import Invocation
from mentorlog.dates import check_not_future, parse_day
from mentorlog.errors import NOTHING_WRITTEN, InvalidInput, NotFound
from mentorlog.model.areas import Area, find_area
from mentorlog.model.entries import Entry, Goal, Kind, Question, Visibility
from mentorlog.model.people import Person, find_person, require_person
from mentorlog.text import clean, clean_line

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

RANGE = r"(\d{1,9})\.\.(\d{1,9})"
TIME = r"([01]?\d|2[0-3]):([0-5]\d)"
NOBODY = "nobody"
NONE = "none"
MOST = 10_000
LARGEST = 999_999_999
Word = TypeVar("Word", bound=StrEnum)
T = TypeVar("T", bound=Entry)


def areas(journal: "Journal", words: Iterable[str] | None) -> tuple[Area, ...]:
    """The areas of `-a ident,cop -a growth`, each once, in the journal's order."""
    known = journal.areas()
    found = {find_area(part, known) for part in (() if words == [NONE] else _parts(words))}
    return tuple(area for area in known if area in found)


def people(journal: "Journal", names: Iterable[str] | None) -> tuple[Person, ...]:
    """The people of `--with`, none for nobody; somebody new comes back without a number."""
    known = journal.people()
    found = []
    for name in () if names == [NONE] else names or ():
        typed = clean_line(name, what="name")
        found.append(find_person(typed, known) or Person(name=typed))
    return tuple(dict.fromkeys(found))


def known_people(journal: "Journal", names: Iterable[str] | None) -> tuple[Person, ...]:
    """The people of a filter; raises NotFound for somebody who is not here."""
    known = journal.people()
    return tuple(dict.fromkeys(require_person(name, known) for name in names or ()))


def owner(journal: "Journal", name: str | None) -> Person | None:
    """The owner of an action: None for oneself."""
    if name is None or name.strip().casefold() == "me":
        return None
    return people(journal, [name])[0]


def on(call: Invocation, words: str | None) -> date:
    """The day of an entry, today where none was typed; raises InvalidInput where it is to come."""
    if words is None:
        return call.today
    day = parse_day(words, today=call.today, order=call.settings.dates_order)
    check_not_future(day, today=call.today, words=words)
    return day


def at(time: str | None, day: date) -> str:
    """A time of day with the offset of that day."""
    if time is None:
        return ""
    found = re.fullmatch(TIME, time.strip())
    if not found:
        raise InvalidInput("Invalid time of day.", hint="Write it like this: --at 18:30")
    return config.with_offset(day, int(found[1]), int(found[2]))


def visibility(call: Invocation, word: str | None) -> Visibility:
    """Who may read an entry; what the settings say where nothing was typed."""
    return parse_choice(Visibility, word) if word else call.settings.visibility


def parse_choice(words: type[Word], typed: str) -> Word:
    """The word of a fixed few that was typed, or its beginning."""
    found = [word for word in words if word.startswith(typed.strip().lower() or "?")]
    if len(found) != 1:
        raise InvalidInput("bad-choice", what=words.__name__.lower(), value=typed, known=tuple(words))
    return found[0]


def bounded_int(count: int | None, what: str, least: int = 1, most: int = MOST) -> int | None:
    """A whole number from `least` to `most`, or none."""
    if count is not None and not least <= count <= most:
        raise InvalidInput(f"{what} takes a whole number from {least} to {most}.", safe=NOTHING_WRITTEN)
    return count


def clean_phrases(typed: Iterable[str] | None, what: str) -> tuple[str, ...]:
    """Free one-line words, each clean."""
    return tuple(clean_line(word, what=what) for word in typed or ())


def title(typed: str | None) -> str:
    """A title, or none."""
    return clean_line(typed, what="title") if typed is not None else ""


def optional_text(text: str | None, what: str) -> str:
    """A free text that may be left out."""
    return clean(text, what=what) if text is not None else ""


def number(journal: "Journal", word: str, *kinds: Kind) -> int:
    """The number of one entry: digits, or last (the newest of `kinds`)."""
    numbers_ = numbers(journal, [word], *kinds)
    if len(numbers_) != 1:
        raise InvalidInput("Give exactly one entry number.", hint="What there is: mentorlog timeline --all")
    return numbers_[0]


def about_entry(journal: "Journal", word: str | None) -> Entry | None:
    """The entry of `--about N`. Here last is the newest session, or, before the first one, the newest entry."""
    if word is None:
        return None
    if word == "last":
        with suppress(NotFound):
            return journal.newest(Kind.SESSION)
    return journal.entry(number(journal, word))


def numbers(journal: "Journal", typed: Sequence[str], *kinds: Kind, removed: bool = False) -> list[int]:
    """The numbers of N…: digits, ranges (40..44: what is there, or was `removed`), last; each once."""
    found: list[int] = []
    for word in typed:
        span = re.fullmatch(RANGE, word)
        if word == "last" and removed:
            found += journal.numbers(1, LARGEST, removed=True)[-1:]
        elif word == "last":
            found.append(journal.newest(*kinds).number)
        elif word.isascii() and word.isdigit() and len(word) < 10:
            found.append(int(word))
        elif span:
            found += journal.numbers(int(span[1]), int(span[2]), removed=removed)
        else:
            raise InvalidInput("Invalid entry number.", hint="A number is written 145, 40..44 or last.")
    if not found:
        what = "Nothing is removed." if removed else "There are no such entries."
        raise NotFound(what, hint="What there is: mentorlog timeline --all")
    return list(dict.fromkeys(found))


def is_entry_ref(word: str) -> bool:
    """Whether a word stands for entries rather than being a text."""
    return word in ("last", "draft") or word.isdigit() or bool(re.fullmatch(RANGE, word))


def entry(journal: "Journal", word: str, record: type[T]) -> T:
    """The entry of one number, which must be of the kind of `record`."""
    found = journal.entry(number(journal, word, record.kind))
    if not isinstance(found, record):
        raise NotFound("wrong-kind", kind=record.kind, number=found.number, found=found.kind)
    return found


def goals(journal: "Journal", typed: Iterable[str] | None) -> tuple[int, ...]:
    """The numbers of `--goal N`, all of them goals."""
    return tuple(dict.fromkeys(entry(journal, word, Goal).number for word in typed or ()))


def questions(journal: "Journal", typed: Iterable[str] | None) -> tuple[Question, ...]:
    """The questions of `--answers N`."""
    found = [number_ for word in typed or () for number_ in numbers(journal, word.split(","), Kind.QUESTION)]
    return tuple(entry(journal, str(number_), Question) for number_ in dict.fromkeys(found))


def area_groups(journal: "Journal", typed: Iterable[str] | None) -> tuple[tuple[str, ...], ...]:
    """The areas of a filter: any of several, `a+b` both, `none` those without."""
    known = journal.areas()
    return tuple(
        () if part.strip() == "none" else tuple(find_area(name, known).slug for name in part.split("+"))
        for part in _parts(typed)
    )


def _parts(words: Iterable[str] | None) -> Iterator[str]:
    for word in words or ():
        yield from [part for part in word.split(",") if part.strip()] or [word]


def visibilities(typed: Iterable[str] | None) -> tuple[Visibility, ...]:
    """The visibilities of a filter."""
    return tuple(parse_choice(Visibility, word) for word in typed or ())


def parse_area_owners(journal: "Journal", typed: Iterable[str] | None) -> dict[Area, str]:
    """The areas of `--takes AREA=NAME`, each with the name of who takes it up, or nobody."""
    found = {}
    for word in typed or ():
        area, is_pair, name = word.partition("=")
        if not is_pair:
            raise InvalidInput("--takes takes AREA=NAME.", safe=NOTHING_WRITTEN, hint="Like this: --takes identity=Ánh")
        name = name.strip()
        found[find_area(area, journal.areas())] = (
            NOBODY if name == NOBODY else require_person(name, journal.people()).name
        )
    return found


def unsaved_people(people_: Iterable[Person | None]) -> list[Person]:
    """Those who were not in the journal before."""
    return [person for person in people_ if person and not person.uid]


def statuses(typed: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The statuses of a list's filter; none for all."""
    if typed == "all":
        return ()
    if typed not in known:
        raise InvalidInput("bad-choice", what="status", value=typed, known=(*known, "all"))
    return (typed,)
