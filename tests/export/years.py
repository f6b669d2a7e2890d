"""Made-up years to make documents of: a full one in several scripts, a short one, one with a gap, an empty one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from mentorlog.dates import Period
from mentorlog.insights.progress import progress
from mentorlog.insights.year import SummaryOptions, YearSummary, year_summary
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
    Kind,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.enums import Reader
from mentorlog.model.event_replay import replay_events
from mentorlog.model.people import Person
from mentorlog.model.readers import OWN_RULE, Names, ReaderRule
from mentorlog.model.tallies import AreaTally, DayTally, MonthTally, OverlapTally, PersonTally, Tallies

TODAY = date(2026, 3, 12)
YEAR = Period(date(2025, 1, 1), date(2026, 1, 1))
ANH = Person(name="Nguyễn Thị Ánh", role="mentor", rhythm="4 weeks", number=1, uid="p1")
MIE = Person(name="Mie 美恵", role="דודה", number=2, uid="p2")
OMAR = Person(name="عمر الفاسي", number=3, uid="p3")
COOKING = Area(slug="cooking", name="台所 & <stove>", about="What is *said* over a pot.")
COMMUNITY = Area(slug="community", name="Community building", about="Meeting others.", is_paused=True)
AREAS = (*(area for area in DEFAULT_AREAS if area.slug != "community"), COMMUNITY, COOKING)


def areas(*slugs: str) -> tuple[Area, ...]:
    known = {area.slug: area for area in AREAS}
    return tuple(known[slug] for slug in slugs)


def tallied(entries: tuple[Entry, ...], every: tuple[Area, ...]) -> Tallies:
    """The counts that storage makes in SQL."""
    people = {
        person: [e for e in entries if e.kind is Kind.SESSION and person in e.people]
        for e in entries
        for person in e.people
    }
    pairs = Counter(pair for entry in entries for pair in combinations(sorted(entry.areas, key=every.index), 2))
    return Tallies(
        entries=len(entries),
        total_minutes=sum(entry.minutes or 0 for entry in entries if isinstance(entry, Session)),
        kinds={str(kind): count for kind, count in Counter(entry.kind for entry in entries).items()},
        areas=tuple(area_tally(area, [entry for entry in entries if area in entry.areas]) for area in every),
        overlaps=tuple(OverlapTally(areas=pair, entries=count) for pair, count in pairs.most_common()),
        months=months_of(entries),
        goals=dict(Counter(entry.status for entry in entries if isinstance(entry, Goal))),
        people=tuple(
            PersonTally(person=person, sessions=len(held), last=held[-1].on) for person, held in people.items() if held
        ),
        first=entries[0].on if entries else None,
        last=entries[-1].on if entries else None,
        days=tuple(
            DayTally(on=on, entries=count) for on, count in sorted(Counter(entry.on for entry in entries).items())
        ),
    )


def area_tally(area: Area, touching: list[Entry]) -> AreaTally:
    kinds = Counter(entry.kind for entry in touching)
    return AreaTally(
        area=area,
        entries=len(touching),
        sessions=kinds[Kind.SESSION],
        reflections=kinds[Kind.REFLECTION],
        goals=kinds[Kind.GOAL],
        last=touching[-1].on if touching else None,
        months=months_of(touching),
    )


def months_of(entries: Sequence[Entry]) -> tuple[MonthTally, ...]:
    counts = Counter(entry.on.replace(day=1) for entry in entries)
    return tuple(MonthTally(month=month, entries=count) for month, count in sorted(counts.items()))


def summary_of(
    entries: tuple[Entry, ...],
    goals: tuple[Goal, ...] = (),
    *,
    period: Period = YEAR,
    name: str = "",
    rule: ReaderRule = OWN_RULE,
    every: tuple[Area, ...] = AREAS,
    today: date = TODAY,
    **frame: object,
) -> YearSummary:
    within = tuple(entry for entry in entries if entry.on in period)
    figures = progress(tallied(within, every), goals, period=period, today=today)
    return year_summary(figures, within, goals, SummaryOptions(name=name, rule=rule, **frame))  # type: ignore[arg-type]


def goal(number: int, text: str, *events: Event, **more: object) -> Goal:
    """A goal as its events leave it, set on the day of the first."""
    return replay_events(replace(Goal(number=number, uid=f"u{number}", on=events[0].on, text=text), **more), events)  # type: ignore[arg-type]


QUESTIONS = goal(
    2,
    "Ask one question in each *review*",
    Event(on=date(2024, 11, 5), what=EventType.CREATED, text="Speak up | more"),
    Event(on=date(2025, 1, 20), what=EventType.CHECKIN, percent=10, text="Spoke twice.\nBoth times to agree."),
    Event(on=date(2025, 2, 3), what=EventType.REWORDED, text="Ask one question in each *review*", because="Noise."),
    Event(on=date(2025, 3, 1), what=EventType.PAUSED, because="<b>my</b> father's operation"),
    Event(on=date(2025, 4, 5), what=EventType.RESUMED),
    Event(on=date(2025, 6, 1), what=EventType.CHECKIN, percent=60),
    Event(on=date(2026, 2, 1), what=EventType.CHECKIN, percent=90, text="After the year."),
    due=date(2026, 6, 30),
    measure="= one a meeting",
    areas=areas("growth", "advocacy"),
)
TALKS = goal(
    5,
    "Five conversations",
    Event(on=date(2025, 1, 7), what=EventType.CREATED, text="Five conversations"),
    Event(on=date(2025, 5, 2), what=EventType.CHECKIN, count=2, text="Both of them drew."),
    Event(on=date(2025, 11, 2), what=EventType.REACHED, text="Five, and one more."),
    target=5,
    count=2,
    areas=areas("networking"),
)
HOME = goal(
    6,
    "両方の家でくつろぐ",
    Event(on=date(2025, 1, 8), what=EventType.CREATED, text="両方の家でくつろぐ"),
    Event(on=date(2025, 9, 9), what=EventType.CHECKIN, text="Two soups on one table."),
    signs=("Nobody explains; nobody asks", "نضحك معًا"),
    areas=areas("identity"),
)
TITLE = goal(
    7,
    "Be made team lead",
    Event(on=date(2025, 2, 1), what=EventType.CREATED, text="Be made team lead"),
    Event(on=date(2025, 8, 1), what=EventType.DROPPED, because="It was someone else's."),
)
RESTING = goal(
    8,
    "Learn the dialect",
    Event(on=date(2025, 3, 3), what=EventType.CREATED, text="Learn the dialect"),
    Event(on=date(2025, 10, 3), what=EventType.PAUSED),
)
GOALS = (QUESTIONS, TALKS, HOME, TITLE, RESTING)
PAYLOAD = """# A heading <script>alert(1)</script>
and **strong**, `code`, [a page](https://example.org/a?b=c&d), [bad](javascript:alert(1)) ![far](https://example.org/x.png)

- one
- two

> > deeper

[1]: https://example.org
\u202e\x1b[31m&lt;img&gt; | a | b |
--- | ---"""

ENTRIES: tuple[Entry, ...] = (
    Session(
        number=1, uid="u1", on=date(2025, 1, 6), time="18:30+01:00", title="First & <i>last</i>", text="We met.",
        areas=areas("identity", "validation"), people=(ANH,), minutes=50, visibility=Visibility.MENTOR,
        written_at="2025-01-06T17:45:00",
    ),
    TALKS,
    HOME,
    Reflection(
        number=9, uid="u9", on=date(2025, 1, 9), text=PAYLOAD, areas=areas("identity", "cooking"), people=(ANH, MIE),
        about=1, goals=(2, 6), feelings=("seen", "=tired"), visibility=Visibility.PUBLIC,
    ),
    Reflection(
        number=10, uid="u10", on=date(2025, 1, 10), framework="driscoll", areas=areas("coping"), about=900,
        goals=(901,),
        answers=(
            Answer(key="what", question="What happened?", text="I *breathed*.\n\nTwice.", spine="happened"),
            Answer(key="now", question="Now what?", text="שלום, עמר", spine="next"),
        ),
    ),
    Action(
        number=11, uid="u11", on=date(2025, 1, 11), text="Read the essay", about=1, goals=(2,), status="done",
        outcome="worked", told=True, events=(Event(on=date(2025, 2, 2), what=EventType.DONE, text="Slept after it."),),
    ),
    Action(
        number=12, uid="u12", on=date(2025, 1, 12), text="@introduce me", owner=ANH, due=date(2025, 3, 13), about=1,
        people=(ANH,), areas=areas("networking"),
    ),
    Action(
        number=13, uid="u13", on=date(2025, 1, 13), text="Map course", status="dropped", outcome="did-not-work",
        events=(Event(on=date(2025, 3, 4), what=EventType.DROPPED, because="It is full."),),
    ),
    Action(number=14, uid="u14", on=date(2025, 1, 14), text="Done long ago", status="done"),
    TITLE,
    Question(
        number=15, uid="u15", on=date(2025, 2, 2), text="Where is \"really\" from?", people=(MIE,), answered_in=17,
        areas=areas("identity"),
    ),
    Question(number=16, uid="u16", on=date(2025, 2, 3), text="你吃了吗？", people=(OMAR,)),
    RESTING,
    Session(
        number=17, uid="u17", on=date(2025, 3, 5), text="تحدثنا عن جدتي وعن الشاي.", areas=areas("identity", "growth"),
        people=(MIE, OMAR), goals=(5,),
    ),
    *(
        Reflection(number=20 + day, uid=f"u{20 + day}", on=date(2025, 5, day), text=f"May {day}", areas=areas("growth"))
        for day in range(1, 16)
    ),
    Session(number=40, uid="u40", on=date(2025, 5, 20), text="Nobody named.", minutes=25, areas=areas("community")),
    Checkin(
        number=43, uid="u43", on=date(2025, 10, 1), text="I say my name at the door.", rating=4, then_rating=2,
        then_words="I thought I had to explain.", about=44, areas=areas("identity"),
    ),
    Checkin(number=45, uid="u45", on=date(2025, 10, 2), then_words="Quieter.", areas=areas("coping")),
    Checkin(number=46, uid="u46", on=date(2025, 10, 3), text="自分の声。", areas=areas("coping")),
    Feedback(
        number=47, uid="u47", on=date(2025, 10, 4), text="Say <I> once.", owner=ANH, about=9, areas=areas("identity"),
    ),
    Feedback(number=48, uid="u48", on=date(2025, 10, 5), answers=(Answer(key="x", question="Effect?", text="I saw."),)),
    Question(number=41, uid="u41", on=date(2025, 11, 11), text="+What now?"),
    Action(number=42, uid="u42", on=date(2025, 12, 1), title="Only a title", text="", people=(MIE,), owner=MIE),
)  # fmt: skip

FULL = summary_of(ENTRIES, GOALS, name="Lan")
MENTOR = summary_of(ENTRIES, GOALS, name="Lan", rule=ReaderRule(reader=Reader.MENTOR))
PUBLIC = summary_of(ENTRIES, GOALS, rule=ReaderRule(reader=Reader.PUBLIC))
NAMED = summary_of(
    ENTRIES[:1],
    rule=ReaderRule(reader=Reader.MENTOR, person=Person(name="Ánh <b>"), names=Names.PSEUDONYMS),
)
FISCAL = summary_of(
    ENTRIES,
    GOALS,
    period=Period(date(2025, 5, 1), date(2026, 5, 1)),
    year_starts=5,
    people=(MIE,),
    rule=ReaderRule(excluded=frozenset((98, 99))),
)
SHORT = summary_of(
    (
        Reflection(number=1, uid="s1", on=date(2025, 2, 3), text="One line.", areas=areas("identity")),
        Session(number=2, uid="s2", on=date(2025, 2, 4), text="Met.", people=(ANH,), minutes=60),
        Question(number=3, uid="s3", on=date(2025, 2, 4), text="Why?", people=(ANH,)),
    ),
    period=Period(date(2025, 2, 1), date(2025, 3, 1)),
)
LONG = summary_of(ENTRIES, GOALS, period=Period(date(2024, 7, 1), date(2026, 3, 13)))
EMPTY = summary_of((), period=Period(date(2025, 7, 1), date(2025, 10, 1)))
CROWDED = summary_of(
    (
        Reflection(number=1, on=date(2025, 2, 3), text="Long ago, " * 60, areas=AREAS[:5]),
        Goal(number=2, on=date(2025, 2, 4), text="Nothing happened to it", people=(ANH,)),
    ),
    period=Period(date(2025, 2, 3), date(2025, 2, 5)),
)
BARE = summary_of((Reflection(number=1, on=date(2025, 2, 3), text="No area, no person."),), every=())
ALL = {
    "full": FULL,
    "mentor": MENTOR,
    "public": PUBLIC,
    "named": NAMED,
    "short": SHORT,
    "long": LONG,
    "empty": EMPTY,
    "fiscal": FISCAL,
} | {
    "crowded": CROWDED,
    "bare": BARE,
}
