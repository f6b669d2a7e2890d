"""A small year in each of eight languages, made up; the texts stand in `script_samples.toml`."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from mentorlog.insights.year import YearSummary
from mentorlog.model.areas import DEFAULT_AREAS, Area
from mentorlog.model.entries import (
    Action,
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
from tests.export.years import areas, summary_of

WORDS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def written(tongue: str) -> tuple[Entry, ...]:
    """The year's entries, oldest first: every quarter but the third has some."""
    words = WORDS[tongue]
    said, thought, aim, deed, answered = (words[key] for key in ("said", "thought", "aim", "deed", "answered"))
    who = (Person(name=words["person"], role=words["area"], rhythm="4 weeks"),)
    own = Area(slug="own", name=words["area"], about=thought.split("\n")[0])
    identity, growth = areas("identity", "growth")
    both = (identity, own)
    events = (
        Event(on=date(2025, 1, 20), what=EventType.CREATED, text=aim),
        Event(on=date(2025, 4, 8), what=EventType.CHECKIN, percent=40, text=answered),
        Event(on=date(2025, 6, 2), what=EventType.PAUSED, because=deed),
        Event(on=date(2025, 10, 6), what=EventType.RESUMED),
    )
    entries: tuple[Entry, ...] = (
        Session(on=date(2025, 1, 14), title=words["title"], text=said, minutes=45, people=who, areas=both),
        Action(on=date(2025, 1, 14), text=deed, about=1, owner=who[0], due=date(2025, 2, 14), people=who, areas=both),
        Goal(on=date(2025, 1, 20), text=aim, areas=(growth,), events=events, measure=deed, percent=40),
        Reflection(on=date(2025, 1, 21), text=thought, about=1, goals=(3,), feelings=(own.name,), people=who),
        Question(on=date(2025, 2, 3), text=words["asked"], people=who, areas=both),
        Session(on=date(2025, 4, 8), text=f"{said} {answered}", minutes=60, goals=(3,), people=who, areas=both),
        Reflection(on=date(2025, 5, 19), text=said, areas=(identity, growth), visibility=Visibility.MENTOR),
        Action(on=date(2025, 5, 20), text=deed, due=date(2025, 6, 1), areas=(own,)),
        Session(on=date(2025, 10, 6), title=words["title"], text=thought, minutes=30, people=who, areas=both),
        Feedback(on=date(2025, 10, 9), text=answered, owner=who[0], about=9, areas=(own,)),
        Reflection(on=date(2025, 11, 30), text=thought, areas=(own, growth), visibility=Visibility.PUBLIC),
    )
    return tuple(replace(entry, number=number, uid=f"u{number}") for number, entry in enumerate(entries, start=1))


def year_in(tongue: str) -> YearSummary:
    """The summary of that year."""
    entries = written(tongue)
    own = entries[0].areas[1]
    goals = tuple(entry for entry in entries if isinstance(entry, Goal))
    return summary_of(entries, goals, every=(*DEFAULT_AREAS, own), name=WORDS[tongue]["person"])
