"""Entries of every kind and shape, for tests that make up their own."""

import os
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from mentorlog.errors import InvalidInput
from mentorlog.model.areas import DEFAULT_AREAS, Area
from mentorlog.model.entries import (
    Action,
    Answer,
    Checkin,
    Entry,
    Event,
    EventType,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.people import Person
from mentorlog.text import clean

T = TypeVar("T")
TODAY = date(2026, 3, 12)
NOW = "2026-03-12T10:00:00+00:00"
MEI, ANH = Person(name="Mei"), Person(name="Ánh Nguyễn")
IDENTITY, NETWORKING, VALIDATION = DEFAULT_AREAS[:3]


def examples(count: int) -> settings:
    """So many examples, however slow the machine; a few where `just test-fast` asks for no more."""
    most = int(os.environ.get("MOST_EXAMPLES", count))
    return settings(max_examples=min(count, most), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def cleaned(raw: str) -> str:
    """A text as every command keeps it; empty where none would."""
    try:
        return clean(raw)
    except InvalidInput:
        return ""


unicode = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)  # NUL and what is not assigned too
SPOKEN = ["Nguyễn", "身份认同", "정체성", "Ich heiße", "I led it", "a\x00b", "  ", "नमस्ते 🙂", "İstanbul"]
texts = st.one_of(st.sampled_from(SPOKEN), unicode).map(cleaned)
days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
counts = st.none() | st.integers(0, 2**53)
percents = st.none() | st.integers(0, 100)
times = st.sampled_from(["", "09:05+00:00", "18:30-03:30"])


def events(*what: EventType) -> SearchStrategy[Event]:
    return st.builds(
        Event, on=days, what=st.sampled_from(what), text=texts, because=texts, percent=percents, count=counts
    )


def drafts(
    areas: Sequence[Area] = DEFAULT_AREAS, people: Sequence[Person] = (MEI, ANH), numbers: Sequence[int] = ()
) -> SearchStrategy[Entry]:
    """An entry of any kind; `numbers` are those of the entries that it may name."""
    shared = {
        "on": days,
        "time": times,
        "title": texts,
        "text": texts,
        "areas": _some(areas),
        "people": _some(people),
        "goals": _some(numbers),
        "about": _one(numbers),
        "visibility": st.sampled_from(Visibility),
    }
    spines = st.sampled_from(["", "felt"])
    answers = _few(st.builds(Answer, key=texts, question=texts, text=texts, spine=spines))
    ratings = st.none() | st.integers(1, 5)
    created = st.builds(Event, on=days, what=st.just(EventType.CREATED), text=texts)
    return st.one_of(
        st.builds(Session, **shared, minutes=st.none() | st.integers(1, 10_000)),
        st.builds(
            Reflection,
            **shared,
            framework=st.sampled_from(["", "gibbs"]),
            answers=answers,
            feelings=_few(texts),
        ),
        st.builds(
            Goal,
            **shared,
            status=st.sampled_from(["active", "paused", "reached", "dropped"]),
            due=st.none() | days,
            measure=texts,
            signs=_few(texts),
            target=st.none() | st.integers(1, 2**53),
            percent=percents,
            count=counts,
            events=st.tuples(created, events(*EventType), events(*EventType)),
            framework=st.sampled_from(["", "woop"]),
            answers=answers,
        ),
        st.builds(
            Action,
            **shared,
            status=st.sampled_from(["open", "done", "dropped"]),
            owner=_one(people),
            due=st.none() | days,
            outcome=st.sampled_from(["", "worked", "did-not-work"]),
            told=st.booleans(),
            events=_few(events(EventType.DONE, EventType.DROPPED, EventType.REOPENED)),
        ),
        st.builds(Question, **shared, answered_in=_one(numbers)),
        st.builds(Checkin, **shared, rating=ratings, then_rating=ratings, then_words=texts),
        st.builds(
            Feedback,
            **shared,
            owner=_one(people),
            packet=st.sampled_from(["", "7f3a"]),
            is_question=st.booleans(),
            framework=st.sampled_from(["", "sbi"]),
            answers=answers,
        ),
    )


def _few(values: SearchStrategy[T]) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=2).map(tuple)


def _some(values: Sequence[T]) -> SearchStrategy[tuple[T, ...]]:
    """Some of the values, each once, in their order."""
    return st.lists(st.booleans(), min_size=len(values), max_size=len(values)).map(
        lambda chosen: tuple(value for value, is_chosen in zip(values, chosen, strict=True) if is_chosen)
    )


def _one(values: Sequence[T]) -> SearchStrategy[T | None]:
    return st.sampled_from([None, *values])
