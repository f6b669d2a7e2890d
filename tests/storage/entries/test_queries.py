"""Which entries a question is about, and what is counted over them, against the same made in Python."""

import tracemalloc
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.dates import Period
from mentorlog.errors import NotFound
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Answer,
    Checkin,
    Entry,
    EntryWithAnswers,
    Event,
    EventType,
    Goal,
    Kind,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.people import Person
from mentorlog.model.selection import EVERYTHING, Selection
from mentorlog.model.tallies import AreaTally, DayTally, MonthTally, OverlapTally, PersonTally, Tallies
from mentorlog.storage.journal import Journal, empty_journal
from mentorlog.text import fold
from tests.entries import ANH, IDENTITY, MEI, NETWORKING, NOW, TODAY, VALIDATION, days, drafts, examples
from tests.storage.stored_rows import add, add_person

AREAS = (IDENTITY, NETWORKING, VALIDATION)
WORDS = ["nguyen", "身份", "정체", "LED", "ß", "ss", "mei", "नम", "\x00", "nowhere"]

# ── The same in Python ───────────────────────────────────────────────────────────────────────────


def spoken_in(entry: Entry) -> list[str]:
    """All words of an entry."""
    own: list[str] = []
    if isinstance(entry, Goal):
        own = [entry.measure, *entry.signs]
    if isinstance(entry, Checkin):
        own = [entry.then_words]
    if isinstance(entry, EntryWithAnswers):
        own += [answer.text for answer in entry.answers]
    if isinstance(entry, Goal | Action):
        own += [words for event in entry.events for words in (event.text, event.because)]
    return [entry.title, entry.text, *own, *(person.name for person in entry.people)]


def fits(entry: Entry, selection: Selection) -> bool:
    slugs = {area.slug for area in entry.areas}
    return (
        (selection.within is None or entry.on in selection.within)
        and (not selection.areas or any(set(group) <= slugs if group else not slugs for group in selection.areas))
        and (not selection.people or bool(set(selection.people) & set(entry.people)))
        and (not selection.kinds or entry.kind in selection.kinds)
        and (not selection.visibilities or entry.visibility in selection.visibilities)
        and (not selection.statuses or (isinstance(entry, Goal | Action) and entry.status in selection.statuses))
        and all(any(fold(word) in fold(spoken) for spoken in spoken_in(entry)) for word in selection.words)
    )


def ended_within(goal: Goal, within: Period | None) -> bool:
    is_open = within is None or goal.status in ("active", "paused")
    return is_open or any(event.what == goal.status and event.on in within for event in goal.events if within)


def counted(entries: list[Entry], selection: Selection, areas: tuple[Area, ...], people: tuple[Person, ...]) -> Tallies:
    found = [entry for entry in entries if fits(entry, selection)]
    goals = [goal for goal in entries if isinstance(goal, Goal) and fits(goal, replace(selection, within=None))]
    days = [entry.on for entry in found]
    kinds = Counter(entry.kind.value for entry in found)
    return Tallies(
        entries=len(found),
        total_minutes=sum(entry.minutes or 0 for entry in found if isinstance(entry, Session)),
        kinds=dict(kinds),
        areas=tuple(area_tally(area, [entry for entry in found if area in entry.areas]) for area in areas),
        overlaps=tuple(overlaps(found, areas)),
        months=months_of(found),
        days=tuple(DayTally(on=day, entries=count) for day, count in sorted(Counter(days).items())),
        goals=dict(Counter(goal.status for goal in goals if ended_within(goal, selection.within))),
        people=tuple(sorted(met(found, people), key=most_first)),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def area_tally(area: Area, found: list[Entry]) -> AreaTally:
    kinds = Counter(entry.kind for entry in found)
    return AreaTally(
        area=area,
        entries=len(found),
        sessions=kinds[Kind.SESSION],
        reflections=kinds[Kind.REFLECTION],
        goals=kinds[Kind.GOAL],
        last=max((entry.on for entry in found), default=None),
        months=months_of(found),
    )


def months_of(found: list[Entry]) -> tuple[MonthTally, ...]:
    counts = Counter(entry.on.replace(day=1) for entry in found)
    return tuple(MonthTally(month=month, entries=count) for month, count in sorted(counts.items()))


def overlaps(found: list[Entry], areas: tuple[Area, ...]) -> Iterable[OverlapTally]:
    tallies = [
        OverlapTally(areas=pair, entries=sum(set(pair) <= set(entry.areas) for entry in found))
        for pair in combinations(areas, 2)
    ]
    return sorted((tally for tally in tallies if tally.entries), key=lambda tally: -tally.entries)


def met(found: list[Entry], people: tuple[Person, ...]) -> Iterable[PersonTally]:
    for person in people:
        days = [entry.on for entry in found if isinstance(entry, Session) and person in entry.people]
        if days:
            yield PersonTally(person=person, sessions=len(days), last=max(days))


def most_first(tally: PersonTally) -> tuple[int, int]:
    return -tally.sessions, -(tally.last or TODAY).toordinal()


periods = st.tuples(days, days).map(lambda pair: Period.of(min(pair), max(pair)))
groups = st.lists(st.sampled_from([area.slug for area in AREAS]), max_size=2, unique=True).map(tuple)


def some(values: Iterable[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Mostly none, which leaves everything in."""
    return st.just(()) | st.lists(st.sampled_from(list(values)), min_size=1, max_size=2, unique=True).map(tuple)


selections = st.builds(
    Selection,
    within=st.none() | periods,
    areas=st.just(()) | st.lists(groups, max_size=2).map(tuple),
    people=some([MEI, ANH]),
    kinds=some(Kind),
    visibilities=some(Visibility),
    statuses=some(["active", "reached", "open", "done"]),
    words=some(WORDS),
)


@given(
    written=st.lists(drafts(AREAS), max_size=12),
    asked=st.lists(selections, min_size=3, max_size=6),
    many=st.integers(1, 4),
)
@examples(40)
def test_what_is_found_and_counted_equals_what_python_finds_and_counts(
    written: list[Entry], asked: list[Selection], many: int
) -> None:
    with empty_journal(NOW) as journal, pytest.MonkeyPatch.context() as patch:
        patch.setattr("mentorlog.storage.entries.queries.MAX_BATCH", many)
        people = {person.name: person for person in add_person(journal, MEI.name, ANH.name)}
        entries: list[Entry] = add(journal, *written)
        entries.sort(key=lambda entry: (entry.on, entry.time, entry.number))
        for selection in [EVERYTHING, *asked]:
            known = replace(selection, people=tuple(people[person.name] for person in selection.people))
            found = tuple(entry for entry in entries if fits(entry, selection))
            assert journal.entries(known) == tuple(journal.iter_entries(known)) == found
            assert (
                journal.entries(replace(known, limit=2))
                == tuple(journal.iter_entries(replace(known, limit=2)))
                == found[-2:]
            )
            assert journal.count(replace(known, limit=2)) == len(found)
            assert journal.tallies(known) == counted(entries, selection, journal.areas(), (MEI, ANH))


# ── One by one ───────────────────────────────────────────────────────────────────────────────────

DRAFT = Reflection(on=TODAY, text="I led the meeting")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("nguyen", "With Nguyễn"),
        ("NGUYỄN", "with nguyen"),
        ("身份", "身份认同"),
        ("정체성", "내 정체성을"),
        ("தமிழ்", "தமிழ் பேசு"),
        ("ด้วย", "พูดด้วยกัน"),
        ("strasse", "Straße"),
        ("ＡＢＣ", "abc"),
        ("ist", "İstanbul"),
        ("đuong", "Đường"),
        ("%", "100% sure"),
        ("_", "snake_case"),
        ('"', 'a "quote"'),
        ("meeting", "the meetings"),
    ],
)
def test_words_are_found_in_every_script(journal: Journal, word: str, text: str) -> None:
    add(journal, replace(DRAFT, text=text), replace(DRAFT, text="something else"))
    assert [entry.number for entry in journal.entries(Selection(words=(word,)))] == [1]


@pytest.mark.parametrize(
    "draft",
    [
        replace(DRAFT, title="found"),
        replace(DRAFT, people=(Person(name="Found"),)),
        replace(DRAFT, answers=(Answer(key="what", question="What?", text="found"),)),
        Goal(on=TODAY, text="", measure="found"),
        Goal(on=TODAY, text="", signs=("not", "found")),
        Goal(on=TODAY, text="", events=(Event(on=TODAY, what=EventType.CHECKIN, text="found"),)),
        Action(on=TODAY, text="", events=(Event(on=TODAY, what=EventType.DROPPED, because="found"),)),
    ],
)
def test_words_are_found_wherever_they_stand(journal: Journal, draft: Entry) -> None:
    add(journal, draft)
    assert journal.count(Selection(words=("found",))) == 1
    assert journal.count(Selection(words=("found", "nowhere"))) == 0


def test_a_question_is_unanswered_until_an_entry_that_is_there_answers_it(journal: Journal) -> None:
    add(journal, DRAFT, Question(on=TODAY, text="why", answered_in=1), Question(on=TODAY, text="how"))
    assert [entry.number for entry in journal.entries(Selection(is_unanswered=True))] == [3]
    with journal.write("remove", at=NOW) as writing:
        writing.remove(1)
    assert [entry.number for entry in journal.entries(Selection(is_unanswered=True))] == [2, 3]


def test_what_is_found_comes_in_parts_the_newest_first(journal: Journal) -> None:
    add(journal, *[replace(DRAFT, on=date(2026, 1, day)) for day in range(1, 32)])
    parts = [[entry.on.day for entry in part] for part in journal.iter_newest_first(EVERYTHING)]
    assert [len(part) for part in parts] == [10, 20, 1]
    assert [day for part in parts for day in part] == list(range(31, 0, -1))
    assert [len(part) for part in journal.iter_newest_first(Selection(limit=12))] == [10, 2]
    assert list(journal.iter_newest_first(Selection(words=("nowhere",)))) == []


def test_one_by_one_memory_is_the_same_however_many_there_are(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def peak() -> int:
        tracemalloc.start()
        for _ in journal.iter_entries(EVERYTHING):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    monkeypatch.setattr("mentorlog.storage.entries.queries.MAX_BATCH", 20)
    add(journal, *[DRAFT] * 40)
    few = peak()
    add(journal, *[DRAFT] * 360)
    assert peak() < 1.5 * few


def test_a_period_holds_its_first_day_and_not_its_end(journal: Journal) -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    add(journal, *[replace(DRAFT, on=on) for on in days])
    year = Selection(within=Period(date(2026, 1, 1), date(2027, 1, 1)))
    assert [entry.on for entry in journal.entries(year)] == days[1:3]
    assert journal.tallies(year).entries == 2


def test_entries_come_oldest_first_by_day_time_and_number(journal: Journal) -> None:
    day = date(2026, 3, 1)
    times = [(TODAY, ""), (day, "18:00+00:00"), (day, "09:00+00:00"), (day, ""), (day, "")]
    add(journal, *[replace(DRAFT, on=on, time=time) for on, time in times])
    assert [entry.number for entry in journal.entries()] == [4, 5, 3, 2, 1]
    assert [entry.number for entry in journal.entries(Selection(limit=3))] == [3, 2, 1]
    assert journal.entries(Selection(limit=0)) == ()


def test_the_newest_is_the_one_written_last(journal: Journal) -> None:
    add(journal, Question(on=TODAY, text="why"), replace(DRAFT, on=date(2020, 1, 1)))
    assert journal.newest().number == 2
    assert journal.newest(Kind.QUESTION).number == 1
    assert journal.newest(Kind.QUESTION, Kind.REFLECTION).number == 2
    with pytest.raises(NotFound, match="none-yet") as caught:
        journal.newest(Kind.GOAL, Kind.ACTION)
    assert caught.value.values == {"kinds": (Kind.GOAL, Kind.ACTION)}


def test_what_hangs_together_is_found(journal: Journal) -> None:
    add(journal, Goal(on=TODAY, text="lead"), Session(on=TODAY, text="talked"))
    linked = add(journal, replace(DRAFT, about=2, goals=(1,)), replace(DRAFT, goals=(1,)))
    (asked,) = add(journal, Question(on=TODAY, text="why", answered_in=2))
    assert journal.entries_about(2) == (linked[0], asked)
    assert journal.evidence(1) == tuple(linked)
    assert [goal.number for goal in journal.goals({1, 2, 3})] == [1]


def test_meetings_name_everybody_those_met_last_first(journal: Journal) -> None:
    people = add_person(journal, "Mei", "Ánh", "Bảo")
    add(
        journal,
        Session(on=date(2026, 1, 1), text="", people=tuple(people[:2])),
        Session(on=date(2026, 2, 1), text="", people=(people[1],)),
        replace(DRAFT, people=(people[2],)),
    )
    with journal.write("remove", at=NOW) as writing:
        writing.remove(writing.add(Session(on=TODAY, text="", people=(people[2],))).number)
    found = [(tally.person.name, tally.sessions, tally.last) for tally in journal.person_tallies()]
    assert found == [("Ánh", 2, date(2026, 2, 1)), ("Mei", 1, date(2026, 1, 1)), ("Bảo", 0, None)]


def goal(status: str, *happened: tuple[EventType, date]) -> Goal:
    return Goal(
        on=date(2025, 1, 1), text="lead", status=status, events=tuple(Event(on=on, what=what) for what, on in happened)
    )


def test_goals_that_are_active_or_that_moved(journal: Journal) -> None:
    spring = Period(date(2026, 3, 1), date(2026, 6, 1))
    add(
        journal,
        goal("active", (EventType.CREATED, date(2025, 1, 1))),
        goal("reached", (EventType.REACHED, TODAY)),
        goal("paused", (EventType.PAUSED, date(2026, 2, 28))),
        DRAFT,
    )
    assert [entry.number for entry in journal.active_goals(Selection(within=spring))] == [1]
    assert [entry.number for entry in journal.goals_with_events(EVERYTHING, spring)] == [2]
    assert journal.goals_with_events(Selection(kinds=(Kind.GOAL, Kind.ACTION)), spring) == journal.goals({2})
    assert journal.goals_with_events(EVERYTHING, None) == ()
    assert journal.active_goals(Selection(kinds=(Kind.SESSION,))) == ()
    assert journal.active_goals(Selection(words=("nowhere",))) == ()
