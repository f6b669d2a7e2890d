"""How a summary is cut for a page: rows of months, moments of a quarter, places on a line, what may be linked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from mentorlog.dates import Period
from mentorlog.dates.wording import MONTHS
from mentorlog.export.document import Quotation, Row, Rows
from mentorlog.insights.goal_story import GoalStory, Step, goal_story
from mentorlog.insights.timeline import GoalEvent
from mentorlog.insights.year import AreaChapter, Quarter, YearSummary
from mentorlog.model.areas import DEFAULT_AREAS, Area
from mentorlog.model.entries import Action, Checkin, Entry, EventType, Kind, Question
from mentorlog.model.events import GOAL_STATUS_AFTER
from mentorlog.model.tallies import MonthTally
from mentorlog.phrases import documents, grammar, summary
from mentorlog.phrases.entries import main_text
from mentorlog.phrases.goals import TRIED
from mentorlog.text import one_line

OUTCOME_GROUPS = {**TRIED, "done": "done", "dropped": "dropped", "open": "still open"}
MOMENTS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where a number leads; another reader is told none that isn't here. `feedback` is by the entry that it answers."""

    entries: frozenset[int]
    goals: frozenset[int]
    is_own: bool
    feedback: Mapping[int, list[int]] = field(default_factory=dict)

    def anchor(self, number: int | None) -> str:
        """Such as "e128" for an entry, "g61" for a goal whose story is told, nothing for what isn't here."""
        if number in self.goals:
            return f"g{number}"
        return f"e{number}" if number in self.entries else ""

    def may_name(self, number: int | None) -> bool:
        """Whether the number may be named at all."""
        return bool(number) and (self.is_own or bool(self.anchor(number)))

    def nameable(self, numbers: Iterable[int | None]) -> list[int]:
        """Those of the numbers that may be named."""
        return [number for number in numbers if number and self.may_name(number)]


def links(year: YearSummary) -> Links:
    """What the document of `year` holds."""
    heard: dict[int, list[int]] = {}
    for each in year.feedback:
        heard.setdefault(each.about or 0, []).append(each.number)
    return Links(
        entries=frozenset(entry.number for entry in year.entries),
        goals=frozenset(told.goal.number for told in year.goals),
        is_own=year.frame.rule.is_own,
        feedback=heard,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """How many entries touch both of two areas, row by row; `most` is the highest count of two."""

    areas: tuple[Area, ...]
    rows: tuple[tuple[int, ...], ...]
    most: int


def matrix(year: YearSummary) -> Matrix:
    """The overlaps of the areas that have chapters."""
    tallies = [chapter.tally for chapter in year.chapters]
    counts = {frozenset(pair.tally.areas): pair.tally.entries for pair in year.together}
    counts |= {frozenset((tally.area,)): tally.entries for tally in tallies}
    areas = tuple(tally.area for tally in tallies)
    return Matrix(
        areas=areas,
        rows=tuple(tuple(counts.get(frozenset((one, other)), 0) for other in areas) for one in areas),
        most=max(pair.tally.entries for pair in year.together),
    )


def shade(count: int, most: int) -> int:
    """How strongly a cell is shaded, from 0 to 5."""
    return -(-5 * count // most)


def month_index(tally: MonthTally, year: YearSummary) -> int:
    """Which month of the period it is, from 0 on."""
    first = year.progress.months[0].month
    return (tally.month.year - first.year) * 12 + tally.month.month - first.month


def moments(quarter: Quarter) -> tuple[Entry, ...]:
    """Sessions and reflections of a quarter (all entries where there are none), evenly chosen where they are many."""
    spoken = [entry for entry in quarter.entries if entry.kind in (Kind.SESSION, Kind.REFLECTION)]
    found = spoken or list(quarter.entries)
    if len(found) <= MOMENTS:
        return tuple(found)
    return tuple(found[place * (len(found) - 1) // (MOMENTS - 1)] for place in range(MOMENTS))


def quarter_rows(quarter: Quarter, year: YearSummary) -> list[Row]:
    """What a quarter is told by: its moments, and what happened to goals besides check-ins; by day."""
    turns = [
        Row(main_text(story.goal), documents.turn_phrase(step), story.goal.number, on=step.event.on, noun="goal ")
        for story in year.goals
        for step in story.steps
        if step.event.on in quarter.period and step.event.what is not EventType.CHECKIN
    ]
    found = [*((entry.on, entry_row(entry, year)) for entry in moments(quarter)), *((row.on, row) for row in turns)]
    return [row for _, row in sorted(found, key=itemgetter(0))]


def actions_by_outcome(actions: Iterable[Action]) -> list[tuple[str, list[Action]]]:
    """Actions by what became of them."""
    every = [*actions]
    found = [(word, [action for action in every if _fate(action) == fate]) for fate, word in OUTCOME_GROUPS.items()]
    return [(grammar.capital(word), group) for word, group in found if group]


def _fate(action: Action) -> str:
    return action.outcome if action.status == "done" and action.outcome else action.status


def chapter_quotes(chapter: AreaChapter) -> list[Quotation]:
    """What was said of an area, from then to now."""
    return [
        Quotation(summary.chapter_place(chapter, at), main_text(entry), entry.on, entry.number)
        for at, entry in enumerate(chapter.words)
    ]


def checkins(chapter: AreaChapter) -> list[Checkin]:
    """The check-ins of an area, oldest first."""
    return [entry for entry in chapter.entries if isinstance(entry, Checkin)]


def entry_rows(entries: Iterable[Entry], year: YearSummary) -> Rows:
    """Entries in a list beside what they belong to."""
    return Rows([entry_row(entry, year)._replace(width=110) for entry in entries])


def entry_row(entry: Entry, year: YearSummary) -> Row:
    """An entry in a list, by its beginning."""
    text, facts = main_text(entry), documents.kind_phrase(entry, year.frame)
    title = entry.title if entry.title != text else ""
    return Row(text, facts, entry.number, on=entry.on, title=title, areas=entry.areas)


def cross_references(entry: Entry, links: Links) -> list[list[tuple[str, list[int]]]]:
    """What an entry belongs to, and then what was answered to it: the words, and the numbers that may be named."""
    answered = entry.answered_in if isinstance(entry, Question) else None
    ties = (("About", [entry.about]), ("For goal", entry.goals), ("Answered in", [answered]))
    heard = (("Feedback in", links.feedback.get(entry.number, [])),)
    named = ([(word, links.nameable(numbers)) for word, numbers in part] for part in (ties, heard))
    return [[tie for tie in part if tie[1]] for part in named]


def by_month(entries: Iterable[Entry]) -> list[tuple[date, list[Entry]]]:
    """Entries under the first day of their month."""
    return [(first, list(group)) for first, group in groupby(entries, key=lambda entry: entry.on.replace(day=1))]


def anchors(year: YearSummary) -> dict[str, str]:
    """Where the names of areas and people lead; one that is both leads nowhere."""
    areas = {one_line(chapter.tally.area.label): f"a{at}" for at, chapter in enumerate(year.chapters, start=1)}
    people = {one_line(met.person.name): f"p{at}" for at, met in enumerate(year.meetings, start=1)}
    return {name: anchor for name, anchor in (areas | people).items() if not (name in areas and name in people)}


def started_quarters(year: YearSummary) -> list[Quarter]:
    """The quarters that are told: all but those to come in which nothing is."""
    return [each for each in year.quarters if each.period.start <= year.made_on or quarter_rows(each, year)]


def position_percent(day: date, period: Period) -> float:
    """Where a day lies in a period, from 0 to 100; days before or after lie at its ends."""
    days = (min(max(day, period.start), period.end) - period.start).days
    return round(100 * days / (period.end - period.start).days, 1)


@lru_cache(maxsize=1)  # the same under every goal and person of a document
def axis_labels(period: Period) -> list[tuple[float, str]]:
    """The marks under a line: months by their first letter, and over more than a year, the years."""
    months = [month.start for month in period.months()]
    if len(months) <= 12:
        return [(position_percent(first, period), MONTHS[first.month - 1][0]) for first in months]
    return [(position_percent(first, period), str(first.year)) for first in months if first.month == 1]


def status_segments(story: GoalStory, period: Period) -> list[tuple[float, float, str]]:
    """A goal's life in the period, piece by piece: from, to, and "active" or "paused"."""
    pieces, begun, state = [], position_percent(story.goal.on, period), "active"
    for step in story.steps:
        now = position_percent(step.event.on, period)
        after = GOAL_STATUS_AFTER.get(step.event.what, state)
        if after != state:
            pieces.append((begun, now, state))
            begun, state = now, after
    pieces.append((begun, 100.0, state))
    return [piece for piece in pieces if piece[2] in ("active", "paused") and piece[0] < piece[1]]


# The areas' colours on white paper, by their number; the style sheet names the same (Paul Tol's muted scheme).
AREA_COLOURS = (
    *("#8a8378", "#332288", "#88ccee", "#44aa99", "#117733"),
    *("#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499"),
)


def colours(areas: Iterable[Area]) -> dict[str, int]:
    """A colour's number for every area: the nine keep theirs, others take one that is free, 0 when none is."""
    own = {area.slug: place for place, area in enumerate(DEFAULT_AREAS, start=1)}
    used = {area.slug for area in areas}
    free = [colour for slug, colour in own.items() if slug not in used]
    others = sorted(used - set(own))
    padded = free + [0] * len(others)
    return {slug: own[slug] for slug in used & set(own)} | dict(zip(others, padded, strict=False))


def step(happening: GoalEvent) -> Step:
    """What happened to a goal, as a step of its story."""
    steps = goal_story(happening.goal, (), today=happening.event.on).steps
    return next(step for step in steps if step.event == happening.event)
