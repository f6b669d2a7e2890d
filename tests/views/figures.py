"""A made-up journal, and the figures that the views draw of it. Today is Thursday 12 March 2026."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from mentorlog.dates import Period
from mentorlog.insights.goal_story import GoalStory, goal_story
from mentorlog.insights.home import Home
from mentorlog.insights.listing import Detail, Listing
from mentorlog.insights.progress import Progress
from mentorlog.insights.timeline import Timeline, timeline
from mentorlog.insights.year import Preview, PreviewRow, SummaryOptions
from mentorlog.model.archive import ImportResult
from mentorlog.model.areas import DEFAULT_AREAS_BY_SLUG, Area
from mentorlog.model.entries import (
    Action,
    Answer,
    Entry,
    Event,
    EventType,
    Goal,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.enums import Reader
from mentorlog.model.event_replay import replay_events
from mentorlog.model.history import CommandRecord, Version
from mentorlog.model.import_preview import ImportPreview, SkippedItem, TagMapping
from mentorlog.model.people import Person
from mentorlog.model.readers import OWN_RULE, ReaderRule
from mentorlog.model.reports import Backup
from mentorlog.model.tallies import AreaTally, DayTally, MonthTally, OverlapTally, PersonTally
from mentorlog.text import one_line

TODAY = date(2026, 3, 12)
ANH = Person(name="Ánh", role="mentor", rhythm="4 weeks")
MIE = Person(name="Mie 美恵", role="mentor, from the reading group", rhythm="5 weeks")
AMUTHA = Person(name="அமுதா", rhythm="now and then")
KIM = Person(name="김하늘")
PAUSED = Area(
    slug="community", name="Community building", about=DEFAULT_AREAS_BY_SLUG["community"].about, is_paused=True
)


def areas(*slugs: str) -> tuple[Area, ...]:
    return tuple(DEFAULT_AREAS_BY_SLUG[slug] for slug in slugs)


def day(month: int, of: int, year: int = 2026) -> date:
    return date(year, month, of)


LEAD = replay_events(
    Goal(
        number=61,
        on=day(9, 16, 2025),
        text="Lead one project end to end",
        areas=areas("advocacy", "growth"),
        due=day(6, 30),
        measure="The plan has my name on it.",
    ),
    (
        Event(on=day(9, 16, 2025), what=EventType.CREATED, text="Be made team lead"),
        Event(
            on=day(11, 20, 2025),
            what=EventType.REWORDED,
            text="Lead one project end to end",
            because="a title is theirs to give, a project is mine to do",
        ),
        Event(on=day(12, 4, 2025), what=EventType.CHECKIN, text="I asked for the rollout.", percent=20),
        Event(on=day(12, 18, 2025), what=EventType.PAUSED, because="my father's operation"),
        Event(on=day(1, 22), what=EventType.RESUMED),
        Event(on=day(2, 19), what=EventType.CHECKIN, percent=40),
        Event(on=day(3, 5), what=EventType.CHECKIN, text="The plan has my name on it.", percent=60),
    ),
)
FIVE = Goal(
    number=88,
    on=day(10, 2, 2025),
    text="Five conversations in policy",
    areas=areas("networking"),
    target=5,
    count=2,
    visibility=Visibility.MENTOR,
    events=(
        Event(on=day(10, 2, 2025), what=EventType.CREATED, text="Five conversations in policy"),
        Event(on=day(11, 20, 2025), what=EventType.CHECKIN, count=2),
    ),
)
HOME = Goal(
    number=74,
    on=day(9, 30, 2025),
    text="Feel at home in both families",
    areas=areas("identity"),
    signs=("Nobody explains the dishes.", "I answer in the language I was asked in."),
    events=(
        Event(on=day(9, 30, 2025), what=EventType.CREATED, text="Feel at home in both families"),
        Event(on=day(3, 10), what=EventType.CHECKIN, text="Both dishes, and no speech."),
    ),
)
LET_GO = Goal(
    number=97,
    on=day(11, 2, 2025),
    text="Learn the whole family tree by heart",
    status="dropped",
    events=(
        Event(on=day(11, 2, 2025), what=EventType.CREATED, text="Learn the whole family tree by heart"),
        Event(on=day(1, 4), what=EventType.DROPPED, because="it was someone else's"),
    ),
)
SPOKE = Session(
    number=128,
    on=day(1, 14),
    text='We spoke about the essay, and about whose word "mixed" is.',
    areas=areas("identity", "role-modeling"),
    people=(MIE,),
    minutes=45,
)
READ = Action(number=129, on=day(1, 14), text="Read the essay Mie lent me", about=128)
NAME = Action(
    number=130,
    on=day(1, 14),
    text="Name the reading group",
    about=128,
    owner=MIE,
    status="done",
    outcome="worked",
    events=(Event(on=day(2, 2), what=EventType.DONE),),
)
DINNER = Reflection(
    number=133,
    on=day(2, 17),
    text="Wrote before the family dinner, not after. I slept.",
    areas=areas("coping"),
    visibility=Visibility.MENTOR,
)
PACKET = Session(
    number=138,
    on=day(3, 5),
    time="18:30+01:00",
    title="The promotion packet",
    text="Went through the promotion packet line by line.\n\nÁnh asked where I stand in each sentence. "
    "In most of them I was a we, or nobody at all, and the verbs were passive; we turned four of them round.",
    areas=areas("advocacy", "growth", "networking"),
    people=(ANH,),
    minutes=50,
    goals=(61,),
)
HEARD = Reflection(
    number=139,
    on=day(3, 5),
    text="I heard myself say we for my own work.",
    about=138,
    areas=areas("advocacy", "growth", "networking"),
    people=(ANH,),
)
SEND = Action(number=140, on=day(3, 5), text="Send the packet draft to Rosa", about=138, due=day(3, 13), goals=(61,))
INTRODUCE = Action(number=141, on=day(3, 5), text="Introduce me to Rosa", about=138, owner=ANH)
AGAIN = Reflection(number=142, on=day(3, 8), text="Four sentences say I now.", about=139)
ASKED = Question(
    number=143, on=day(3, 9), text='How did you answer "where are you really from" at work?', people=(MIE,)
)
DISHES = Reflection(
    number=144,
    on=day(3, 10),
    text="Both grandmothers' dishes on one table, and nobody explained anything.",
    areas=areas("identity", "validation"),
    goals=(74,),
)
DRISCOLL = Reflection(
    number=145,
    on=day(3, 11),
    framework="driscoll",
    answers=(
        Answer(key="what", question="What happened?", text="I led the meeting.\nNobody asked where I am from."),
        Answer(key="so-what", question="So what does it mean?", text="我可以說得很清楚。聲音不必大,也不必先道歉。" * 4),
    ),
    feelings=("relieved", "a little proud"),
    visibility=Visibility.PUBLIC,
)
HALF = Reflection(number=23, on=day(3, 11, 2025), text="I said half and he said both.")
ENTRIES: tuple[Entry, ...] = (
    SPOKE, READ, NAME, DINNER, PACKET, HEARD, SEND, INTRODUCE, AGAIN, ASKED, DISHES, DRISCOLL,
)  # fmt: skip
GOALS = (LEAD, FIVE, HOME)
CAME = PersonTally(person=AMUTHA, sessions=1, last=day(2, 1))
MET = (
    PersonTally(person=ANH, sessions=9, last=day(3, 5)),
    PersonTally(person=MIE, sessions=7, last=day(1, 14)),
)


def tally(area: Area, entries: int, last: date | None) -> AreaTally:
    within = (MonthTally(month=last.replace(day=1), entries=entries),) if last else ()
    return AreaTally(
        area=area, entries=entries, sessions=entries // 3, reflections=entries // 2, last=last, months=within
    )


AREAS = (
    tally(DEFAULT_AREAS_BY_SLUG["identity"], 19, day(3, 10)),
    tally(DEFAULT_AREAS_BY_SLUG["growth"], 16, day(3, 5)),
    tally(DEFAULT_AREAS_BY_SLUG["coping"], 12, day(2, 17)),
    tally(DEFAULT_AREAS_BY_SLUG["advocacy"], 9, day(3, 5)),
    tally(DEFAULT_AREAS_BY_SLUG["validation"], 8, day(3, 10)),
    tally(DEFAULT_AREAS_BY_SLUG["networking"], 7, day(3, 5)),
    tally(DEFAULT_AREAS_BY_SLUG["role-modeling"], 5, day(1, 14)),
    tally(DEFAULT_AREAS_BY_SLUG["intersectionality"], 4, day(11, 20, 2025)),
    tally(PAUSED, 2, day(5, 2, 2025)),
    tally(Area(slug="two-kitchens", name="Two kitchens 両方", about="What we cook, and for whom."), 0, None),
)
OVERLAPS = tuple(
    OverlapTally(areas=(DEFAULT_AREAS_BY_SLUG[one], DEFAULT_AREAS_BY_SLUG[other]), entries=count)
    for one, other, count in (
        ("identity", "validation", 6),
        ("advocacy", "growth", 5),
        ("coping", "identity", 4),
        ("growth", "networking", 3),
    )
)


def months(counts: tuple[int, ...], first: date = date(2025, 4, 1)) -> tuple[MonthTally, ...]:
    tallies, month = [], first
    for count in counts:
        tallies.append(MonthTally(month=month, entries=count))
        month = (month + timedelta(days=31)).replace(day=1)
    return tuple(tallies)


def days(period: Period) -> tuple[DayTally, ...]:
    """Something on every fifth day, more on every third of these."""
    every = range(0, (period.end - period.start).days, 5)
    return tuple(DayTally(on=period.start + timedelta(days=at), entries=4 if at % 3 else 1) for at in every)


def lived_in_progress() -> Progress:
    return Progress(
        period=Period.of(day(4, 1, 2025), TODAY),
        today=TODAY,
        entries=57,
        total_minutes=800,
        kinds={"reflection": 22, "session": 16, "action": 9, "goal": 5, "question": 4},
        areas=AREAS,
        overlaps=OVERLAPS,
        months=months((4, 6, 2, 0, 5, 8, 9, 6, 2, 7, 5, 3)),
        goals={"active": 3, "reached": 1, "paused": 1, "dropped": 1},
        current=GOALS,
        people=MET,
        days=days(Period.of(day(4, 1, 2025), TODAY)),
    )


def preview(*entries: Entry, rule: ReaderRule = OWN_RULE) -> Preview:
    """The first of the entries goes in, the others stay out."""
    return Preview(
        frame=SummaryOptions(rule=rule, people=() if rule.person else (ANH, MIE)),
        period=Period.of(day(1, 1), TODAY),
        today=TODAY,
        within=tuple(PreviewRow(entry=entry, number=1) for entry in entries[:1]),
        without=tuple(PreviewRow(entry=entry, reason="left out by you") for entry in entries[1:]),
    )


def empty_progress() -> Progress:
    return Progress(
        period=Period.of(TODAY, TODAY),
        today=TODAY,
        entries=0,
        total_minutes=0,
        kinds={},
        areas=(),
        overlaps=(),
        months=(),
        goals={"active": 0, "reached": 0, "paused": 0, "dropped": 0},
        current=(),
        people=(),
    )


def lived_in_timeline() -> Timeline:
    return timeline(ENTRIES, GOALS, GOALS, total=144, period=None, today=TODAY)


def lived_in_home() -> Home:
    return Home(
        today=TODAY,
        where="~/notes/mentoring.db",
        is_default=False,
        is_empty=False,
        last_meetings=MET,
        actions=(SEND, READ, INTRODUCE),
        goals=(LEAD, HOME, FIVE, LEAD),
        questions=(ASKED,),
        drafts=(("reflection", day(3, 10)),),
        a_year_ago=(HALF,),
        next=MIE,
        handle="Mie",
    )


def first_home() -> Home:
    return Home(
        today=TODAY,
        where="~/.local/share/mentorlog/journal.db",
        is_default=True,
        is_empty=True,
        last_meetings=(),
        actions=(),
        goals=(),
        questions=(),
        drafts=(),
        a_year_ago=(),
    )


def lead_story() -> GoalStory:
    return goal_story(LEAD, (PACKET, SEND), today=TODAY)


def listing(heading: str, *entries: Entry, total: int | None = None, period: Period | None = None) -> Listing:
    return Listing(
        heading=heading,
        entries=entries,
        total=len(entries) if total is None else total,
        today=TODAY,
        period=period,
    )


def packet_detail() -> Detail:
    return Detail(entry=PACKET, today=TODAY, under=(HEARD, SEND, INTRODUCE), goals=(LEAD,))


def lead_detail() -> Detail:
    return Detail(entry=LEAD, today=TODAY, evidence=(PACKET, SEND))


DEEDS = (
    CommandRecord(id=4, at="2026-03-12T17:04:09", command="edit", state="done", numbers=(139,)),
    CommandRecord(id=3, at="2026-03-12T16:58:00", command="reflect", state="undone", numbers=(146,)),
    CommandRecord(
        id=2, at="2026-03-05T20:11:31", command="session add", state="done", numbers=(138, 140, 141), names=("Ánh",)
    ),
    CommandRecord(id=1, at="2026-03-05T20:11:00", command="area pause", state="dropped", names=("community",)),
)
VERSIONS = (
    Version(command=DEEDS[2], entry=None),
    Version(command=DEEDS[0], entry=HEARD),
)
FACTS = (
    ("Journal", "~/.local/share/mentorlog/journal.db"),
    ("Entries", "144"),
    ("Size", "212 kB"),
    ("Backups", "3, the latest on Sun 8 Mar 2026"),
)

DROPPED = replace(SEND, number=151, status="dropped")
LATELY = PersonTally(person=KIM, sessions=1, last=TODAY)
UNMET = (PersonTally(person=KIM, sessions=0),)
GROUP = Reflection(number=30, on=day(11, 20, 2025), text="Ánh asked whose goal it was.", goals=(61, 88))
ANSWERED = replace(ASKED, number=150, on=day(3, 11), answered_in=138, areas=areas("identity"), text="Why?\n\nHow?")
GOAL_ENTRY = replace(LEAD, goals=(), title="Team", people=(ANH,))
COUNTED = Goal(
    number=90,
    on=day(1, 2),
    text="Cook with both grandmothers",
    target=2,
    count=2,
    events=(
        Event(on=day(1, 2), what=EventType.CREATED, text="Cook with both grandmothers"),
        Event(on=day(2, 3), what=EventType.CHECKIN, count=1),
        Event(on=day(2, 14), what=EventType.CHECKIN, count=2, because="they both had time"),
    ),
)
UNCOUNTED = replace(
    COUNTED,
    number=91,
    target=None,
    count=3,
    events=(*COUNTED.events, Event(on=day(3, 1), what=EventType.CHECKIN, count=3)),
)
WAITING = Goal(
    number=92,
    on=day(1, 2),
    text="Ask for a seat on the panel",
    status="paused",
    percent=10,
    events=(
        Event(on=day(1, 2), what=EventType.CREATED),
        Event(on=day(1, 5), what=EventType.PAUSED, text="Not now."),
        Event(on=day(1, 9), what=EventType.RESUMED, text="Now."),
        Event(on=day(3, 5), what=EventType.PAUSED),
    ),
)
REACHED = replace(
    WAITING,
    number=93,
    status="reached",
    percent=100,
    events=(
        Event(on=day(1, 2), what=EventType.CREATED, text="Ask for a seat on the panel"),
        Event(on=day(3, 9), what=EventType.PAUSED),
        Event(on=day(3, 11), what=EventType.RESUMED),
        Event(on=day(3, 12), what=EventType.REACHED, text="I sat on it.", percent=100),
    ),
)
UNTOLD = Goal(number=94, on=TODAY, text="Sleep before the dinners", percent=100)
SILENT = Goal(number=95, on=TODAY, text="Rest", events=(Event(on=TODAY, what=EventType.CREATED, text="Rest"),))
CHECKED = replace(SILENT, number=96, events=(*SILENT.events, Event(on=TODAY, what=EventType.CHECKIN)))
UNSEEN = replace(HOME, number=98, events=HOME.events[:1])
STANDING = (LEAD, FIVE, HOME, LET_GO, COUNTED, UNCOUNTED, WAITING, REACHED, UNTOLD, SILENT, CHECKED, UNSEEN)
HAPPENED = (*GOALS, LET_GO, COUNTED, UNCOUNTED, REACHED, CHECKED)


def _people(words: str) -> tuple[PersonTally, ...]:
    person = Person(name=words, role=words, rhythm=words)
    return (PersonTally(person=person, sessions=2, last=TODAY), *MET)


def _areas(words: str) -> tuple[AreaTally, ...]:
    area = Area(slug=words, name=words, about=words)
    return (AreaTally(area=area, entries=2, last=TODAY), AreaTally(area=replace(area, is_paused=True)))


def _entries(words: str) -> tuple[Entry, ...]:
    people = tuple(tally.person for tally in _people(words)[:1])
    own = tuple(tally.area for tally in _areas(words)[:1])
    events = (
        Event(on=TODAY, what=EventType.CREATED, text=words),
        Event(on=TODAY, what=EventType.PAUSED, text=words, because=words),
    )
    return (
        replace(PACKET, title=words, text=words, people=people, areas=own, time=words),
        replace(HEARD, title=words, text=words, people=people, areas=own, about=138),
        replace(DRISCOLL, feelings=(words,), answers=(Answer(key=words, question=words, text=words),), text=words),
        replace(SEND, text=words, owner=people[0], people=people, events=events, outcome=words),
        replace(ASKED, text=words, people=people),
        replace(HOME, text=words, measure=words, signs=(words, words), events=events, title=words),
        replace(LEAD, text=words, events=events),
    )


def _progress(words: str) -> Progress:
    tallies = _areas(words)
    return replace(
        lived_in_progress(),
        areas=tallies,
        overlaps=(OverlapTally(areas=(tallies[0].area, tallies[1].area), entries=2),),
        current=tuple(entry for entry in _entries(words) if isinstance(entry, Goal)),
        people=_people(words),
    )


def _home(words: str) -> Home:
    entries = _entries(words)
    return replace(
        lived_in_home(),
        where=words,
        last_meetings=_people(words),
        actions=tuple(entry for entry in entries if isinstance(entry, Action)),
        goals=tuple(entry for entry in entries if isinstance(entry, Goal)),
        questions=tuple(entry for entry in entries if isinstance(entry, Question)),
        drafts=((words, TODAY),),
        a_year_ago=entries,
    )


def _goal(words: str) -> Goal:
    return next(entry for entry in _entries(words) if isinstance(entry, Goal))


def _deeds(words: str) -> tuple[CommandRecord, ...]:
    return (replace(DEEDS[0], at=words, command=words, names=(words,)),)


def _timeline(words: str) -> Timeline:
    goals = (_goal(words),)
    return timeline(_entries(words), goals, goals, total=9, period=None, today=TODAY)


def _backups(words: str) -> tuple[Backup, ...]:
    return (replace(BACKUPS[0], path=Path(words.replace("\0", "") or "x")), BACKUPS[1])


BACKUPS = tuple(
    Backup(
        path=Path(f"/journals/backups/journal-2026031{day}T180400Z.db"),
        at=f"2026-03-1{day}T18:04:00+00:00",
        is_automatic=day < 2,
        entries=entries,
        size=4096,
    )
    for day, entries in ((0, 57), (1, None), (2, 1))
)
COMING = ImportPreview(
    file_kind="jrnl",
    result=ImportResult(added=14, known=2),
    first=day(3, 1, 2025),
    last=day(2, 28),
    tags=(
        TagMapping(tag="@identity", area="identity", entries=9),
        TagMapping(tag="work/meetings", area="growth", entries=1),
        *(TagMapping(tag=tag, area="", entries=2) for tag in ("@ánh", "身份", *"abcdefgh")),
    ),
    skipped=(SkippedItem(place="walks/river.md", reason="it has no day"),),
    skipped_media=3,
    sample=(SPOKE, PACKET, HALF),
)


def _coming(words: str) -> ImportPreview:
    tags = (TagMapping(tag=words, area=words, entries=1), TagMapping(tag=words, area="", entries=2))
    return replace(
        COMING,
        tags=tags,
        skipped=(SkippedItem(place=words, reason=words),),
        sample=_entries(words),
        where=f", in {one_line(words)}",
    )


FROM_TEXT: dict[str, Callable[[str], object]] = {
    "year_preview": lambda words: preview(
        *_entries(words), rule=ReaderRule(reader=Reader.MENTOR, person=_people(words)[0].person)
    ),
    "progress": _progress,
    "timeline": _timeline,
    "home": _home,
    "home:first": lambda words: replace(first_home(), where=words, drafts=((words, TODAY),)),
    "goal_story": lambda words: goal_story(_goal(words), _entries(words), today=TODAY),
    "detail:session": lambda words: Detail(
        entry=_entries(words)[0], today=TODAY, about=_entries(words)[2], under=_entries(words), goals=(_goal(words),)
    ),
    "detail:reflection": lambda words: Detail(entry=_entries(words)[2], today=TODAY),
    "detail:action": lambda words: Detail(entry=_entries(words)[3], today=TODAY),
    "detail:goal": lambda words: Detail(entry=_goal(words), today=TODAY, evidence=_entries(words)),
    "listing": lambda words: listing(words, *_entries(words)),
    "listing:sessions": lambda words: listing(words, *_entries(words)[:1]),
    "listing:actions": lambda words: listing(words, *_entries(words)[3:4]),
    "listing:goals": lambda words: listing(words, *_entries(words)[5:]),
    "areas": _areas,
    "people": _people,
    "history": _deeds,
    "versions": lambda words: tuple(
        Version(command=_deeds(words)[0], entry=entry) for entry in (None, *_entries(words))
    ),
    "info": lambda words: ((words, words), ("Journal", words)),
    "settings": lambda words: ((words, words),),
    "backups": _backups,
    "import_preview": _coming,
}
