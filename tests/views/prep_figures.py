"""Figures of what stands between two sessions, made of the same journal."""

from collections.abc import Callable
from dataclasses import replace

from mentorlog.dates import Period
from mentorlog.insights.checkins import Checkins, checkins
from mentorlog.insights.lookback import Lookback, Parallel, Relationship, YearLookback, anniversaries
from mentorlog.insights.map import Map, map_of
from mentorlog.insights.prep import Prep, PrepInput, prep
from mentorlog.model.areas import DEFAULT_AREAS_BY_SLUG, Area
from mentorlog.model.entries import Checkin, Event, EventType, Feedback
from mentorlog.model.people import Person
from mentorlog.model.tallies import AreaPersonTally
from tests.views import figures as made
from tests.views.figures import ANH, KIM, MIE, PAUSED, TODAY, day

RESTING = replace(made.AMUTHA, state="paused")
AREAS = tuple(PAUSED if slug == PAUSED.slug else area for slug, area in DEFAULT_AREAS_BY_SLUG.items())
CELLS = (
    AreaPersonTally(area=DEFAULT_AREAS_BY_SLUG["identity"], person=ANH, entries=12, last=day(3, 10)),
    AreaPersonTally(area=DEFAULT_AREAS_BY_SLUG["identity"], person=MIE, entries=4, last=day(1, 14)),
    AreaPersonTally(area=DEFAULT_AREAS_BY_SLUG["role-modeling"], person=MIE, entries=1, last=day(1, 14)),
    AreaPersonTally(area=DEFAULT_AREAS_BY_SLUG["growth"], person=RESTING, entries=3, last=day(12, 4, 2025)),
    AreaPersonTally(area=PAUSED, person=ANH, entries=2, last=day(5, 2, 2025)),
)


def lived_in_map() -> Map:
    period = Period.of(day(4, 1, 2025), TODAY)
    return map_of(CELLS, AREAS, (ANH, MIE, RESTING, replace(KIM, state="closed")), period=period, today=TODAY)


def nobodys_map() -> Map:
    return map_of((), AREAS, (), period=None, today=TODAY)


def _map(words: str) -> Map:
    area, person = Area(slug=words, name=words), Person(name=words, state="paused")
    cells = (AreaPersonTally(area=area, person=person, entries=2, last=TODAY),)
    return map_of(cells, (area, PAUSED, DEFAULT_AREAS_BY_SLUG["coping"]), (person, MIE), period=None, today=TODAY)


IDENTITY = DEFAULT_AREAS_BY_SLUG["identity"]
HALF_SAID = Checkin(
    number=104, on=day(12, 12, 2025), areas=(IDENTITY,), rating=2, text="I say half before anybody asks."
)
ANSWER = Checkin(
    number=145,
    on=TODAY,
    areas=(IDENTITY,),
    rating=4,
    text="I answer when I want to, and in the language I was asked in, at work too.",
    about=104,
    then_rating=1,
    then_words="I was hiding, and called it being polite.",
)
ONLY_BACK = Checkin(
    number=146, on=TODAY, areas=(IDENTITY,), about=104, then_words="Quieter than I said.", people=(MIE,)
)
ONLY_WORDS = Checkin(number=120, on=day(1, 14), areas=(IDENTITY,), text="我不再解釋了。")
GONE = Checkin(number=110, on=day(1, 2), areas=(IDENTITY,), then_rating=3)


def lived_in_checkins() -> Checkins:
    return checkins(IDENTITY, (HALF_SAID, GONE, ONLY_WORDS, ANSWER, ONLY_BACK), today=TODAY)


def unrated_checkins() -> Checkins:
    return checkins(IDENTITY, (ONLY_WORDS,), today=TODAY)


def _checkins(words: str) -> Checkins:
    first = replace(HALF_SAID, text=words)
    return checkins(Area(slug=words, name=words), (first, replace(ANSWER, text=words, then_words=words)), today=TODAY)


TRIED = replace(made.NAME, number=133, text="Write before the dinner", owner=None, people=(MIE,))
SET_ASIDE = replace(
    TRIED,
    number=134,
    status="dropped",
    outcome="",
    events=(Event(on=TODAY, what=EventType.DROPPED, because="It was full."),),
)
PROMISED = replace(made.INTRODUCE, number=135, owner=MIE, text="Send the name of the reading group")
SAYS_I = Feedback(number=142, on=day(3, 8), owner=MIE, text="Say I once in the first sentence.")


def material(**more: object) -> PrepInput:
    given = PrepInput(
        sessions=(replace(made.SPOKE, text="We spoke of words. Mie has two answers. One is short. One more."),),
        actions=(replace(made.READ, people=(MIE,)), PROMISED, TRIED, SET_ASIDE, made.SEND),
        questions=(replace(made.ASKED, number=126, people=()), made.ASKED, replace(made.ASKED, people=(ANH,))),
        goals=made.GOALS,
        last_evidence={},
        feedback=(SAYS_I,),
        areas=AREAS,
        discussed_areas=frozenset(DEFAULT_AREAS_BY_SLUG.values())
        - {DEFAULT_AREAS_BY_SLUG["networking"], DEFAULT_AREAS_BY_SLUG["community"]},
        starters={"networking": ("Who would you like to know a year from now?",)},
    )
    return replace(given, **more)  # type: ignore[arg-type]


def lived_in_prep() -> Prep:
    return prep(MIE, material(), handle="Mie", today=TODAY)


def long_prep() -> Prep:
    many = tuple(replace(made.READ, number=200 + at, people=(MIE,)) for at in range(7))
    return prep(MIE, material(actions=many, starters={}), handle="Mie", today=TODAY)


def bare_prep() -> Prep:
    return prep(KIM, PrepInput(last_evidence={}, starters={}), handle="Mie", today=TODAY)


def lived_in_lookback() -> Lookback:
    found = anniversaries(TODAY, day(1, 1, 2024))
    on_the_day = replace(made.PACKET, number=7, on=day(3, 12, 2024))
    return Lookback(
        today=TODAY,
        years=(
            YearLookback(moment=found[0], entries=(made.HALF,)),
            YearLookback(moment=found[1], entries=(on_the_day,)),
        ),
        relationship=Relationship(
            person=MIE,
            first=day(1, 15),
            days=56,
            others=(Parallel(person=ANH, on=day(11, 20, 2025), entries=(made.GROUP,)),),
        ),
    )


def bare_lookback() -> Lookback:
    return Lookback(today=TODAY, years=(), relationship=Relationship(person=MIE, first=day(1, 14), days=57, others=()))


def _lookback(words: str) -> Lookback:
    figure, person = lived_in_lookback(), Person(name=words)
    year = replace(figure.years[0], entries=(replace(made.HALF, text=words), replace(made.PACKET, title=words)))
    point = Parallel(person=person, on=TODAY, entries=(replace(made.GROUP, text=words),))
    relationship = Relationship(person=person, first=TODAY, days=0, others=(point,))
    return replace(figure, years=(year,), relationship=relationship)


def _prep(words: str) -> Prep:
    person, area = Person(name=words), Area(slug=words, name=words)
    given = material(
        sessions=(replace(made.SPOKE, text=words, title=words),),
        actions=tuple(
            replace(
                action,
                text=words,
                people=(person,),
                owner=owner,
                events=(Event(on=TODAY, what=EventType.DROPPED, because=words),),
            )
            for action, owner in ((TRIED, None), (SET_ASIDE, None), (PROMISED, person))
        ),
        questions=(replace(made.ASKED, text=words, people=()),),
        goals=(replace(made.FIVE, text=words),),
        feedback=(replace(SAYS_I, text=words, owner=person),),
        areas=(area,),
        starters={words: (words,)},
    )
    return prep(person, given, handle=words, today=TODAY)


FROM_TEXT: dict[str, Callable[[str], object]] = {
    "map": _map,
    "prep": _prep,
    "lookback": _lookback,
    "checkins": _checkins,
}
