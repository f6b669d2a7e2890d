"""Random journals of which a part may go to a reader: the whole one, and the same without what is withheld."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Answer,
    Checkin,
    Entry,
    Event,
    EventType,
    Goal,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.people import Person
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.journal import open_journal

NOW = "2026-03-12T10:00:00+00:00"
READER = "Zzreader"
KINDS: tuple[type[Entry], ...] = (Session, Reflection, Goal, Action, Question, Checkin)
BEGAN, WITHHELD = date(2020, 1, 1), timedelta(days=1200)


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """An entry before it is in a journal: links are places in the row of sketches."""

    draft: Entry
    secret: str
    number: int
    is_withheld: bool
    with_reader: bool
    with_other: bool
    about: int | None
    goals: tuple[int, ...]


def sketched(chance: Random) -> list[Sketch]:
    """Two to fourteen entries, about half of them withheld; numbers, days, words and people are each entry's own."""
    made: list[Sketch] = []
    for place in range(chance.randint(2, 14)):
        secret, is_withheld = f"q{chance.getrandbits(80):020x}", chance.random() < 0.5
        day = BEGAN + timedelta(days=2 * place) + (WITHHELD if is_withheld else timedelta())
        goals = [at for at, one in enumerate(made) if isinstance(one.draft, Goal)]
        made.append(
            Sketch(
                draft=_draft(chance.choice(KINDS), chance, secret, day, is_withheld=is_withheld),
                secret=secret,
                number=1_000_000 * (place + 1) + chance.randrange(100_000, 900_000),
                is_withheld=is_withheld,
                with_reader=(with_reader := chance.random() < 0.6),
                with_other=with_reader and chance.random() < 0.5,
                about=chance.choice([None, *range(place)]),
                goals=tuple(chance.sample(goals, min(len(goals), chance.randrange(3)))),
            )
        )
    return made


def _draft(kind: type[Entry], chance: Random, secret: str, day: date, *, is_withheld: bool) -> Entry:
    levels = (Visibility.PRIVATE,) if is_withheld else (Visibility.MENTOR, Visibility.PUBLIC)
    uid = f"{chance.getrandbits(128):032x}"
    draft = kind(uid=uid, on=day, text=f"t{secret}", title=f"h{secret}", visibility=chance.choice(levels))
    event = Event(on=day, what=EventType.CREATED, text=f"e{secret}")
    match draft:
        case Goal():
            return replace(draft, events=(event,), measure=f"m{secret}", signs=(f"s{secret}",))
        case Reflection():
            answers = (Answer(key="what", question=f"w{secret}", text=f"x{secret}"),)
            return replace(draft, answers=answers, feelings=(f"f{secret}",))
        case Checkin():
            return replace(draft, rating=chance.randint(1, 5), then_words=f"y{secret}")
        case _:
            return draft


@dataclass(frozen=True)
class Secrets:
    """What of a journal no reader may find: all that tells of what is withheld (its `words` and days, numbers and
    uids), numbers of ours, and, in a packet, the `uids` of what is given.
    """

    words: list[str]
    numbers: list[str]
    uids: list[str]


def write(path: Path, sketches: Sequence[Sketch], *, whole: bool) -> Secrets:
    """A journal of these at `path`, `whole` or without what is withheld."""
    secrets = Secrets([], [], [])
    with open_journal(path, create_at=NOW) as journal, journal.write("fill", at=NOW) as writing:
        reader = writing.add_person(Person(name=READER))
        secrets.numbers.append(reader.uid)
        numbers: dict[int, int] = {}
        for place, sketch in enumerate(sketches):
            if sketch.is_withheld and not whole:
                continue
            saved = _add(writing, sketch, reader, numbers)
            numbers[place] = saved.number
            secrets.numbers.extend([str(saved.number), *(person.uid for person in saved.people)])
            if sketch.is_withheld:
                secrets.words.extend([sketch.secret, sketch.draft.on.isoformat(), saved.uid])
            else:
                secrets.uids.append(saved.uid)
    return secrets


def _add(writing: Transaction, sketch: Sketch, reader: Person, numbers: dict[int, int]) -> Entry:
    area = writing.add_area(Area(slug=f"a{sketch.secret}", name=f"n{sketch.secret}"))
    people = [reader] if sketch.with_reader else []
    people += [writing.add_person(Person(name=f"p{sketch.secret}", role=f"r{sketch.secret}"))] * sketch.with_other
    draft = replace(sketch.draft, areas=(area,), people=tuple(people), about=numbers.get(_place(sketch.about)))
    draft = replace(draft, goals=tuple(sorted(numbers[goal] for goal in sketch.goals if goal in numbers)))
    if isinstance(draft, Question):
        draft = replace(draft, answered_in=draft.about)
    writing._connection.execute("DELETE FROM sqlite_sequence WHERE name = 'entries'")
    writing._connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('entries', ?)", (sketch.number - 1,))
    return writing.add(draft)


def _place(about: int | None) -> int:
    return -1 if about is None else about
