"""A year as a document: every figure in it comes from what was written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from mentorlog.dates import Period
from mentorlog.insights.progress import progress
from mentorlog.insights.year import SummaryOptions, YearSummary, year_summary
from mentorlog.model.entries import Action, Entry, Event, EventType, Goal, Question, Reflection, Session
from mentorlog.model.readers import OWN_RULE
from mentorlog.model.selection import Selection
from mentorlog.storage.journal import empty_journal
from tests.entries import ANH, IDENTITY, MEI, NETWORKING, NOW, TODAY, VALIDATION
from tests.storage.stored_rows import add

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
USUAL = SummaryOptions()


def day(month: int, on: int = 1) -> date:
    return date(2026, month, on)


def summary(*drafts: Entry, period: Period = YEAR, frame: SummaryOptions = USUAL) -> YearSummary:
    """The summary as `export year` makes it, from a journal."""
    with empty_journal(NOW) as journal:
        add(journal, *drafts)
        asked = Selection(within=period)
        figures = progress(journal.tallies(asked), journal.active_goals(), period=period, today=TODAY)
        goals = journal.goals_with_events(asked, period)
        return year_summary(figures, journal.entries(asked), goals, frame)


def texts(entries: Sequence[Entry]) -> list[str]:
    return [entry.text for entry in entries]


def test_of_an_empty_year_there_is_its_frame() -> None:
    figure = summary()
    assert (figure.period, figure.frame.rule, figure.made_on) == (YEAR, OWN_RULE, TODAY)
    assert [quarter.entries for quarter in figure.quarters] == [()] * 4
    assert (figure.chapters, figure.meetings, figure.goals, figure.together, figure.entries) == ((), (), (), (), ())


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (YEAR.start, YEAR.end),
        (date(2025, 7, 1), date(2026, 7, 1)),
        (date(2026, 2, 10), date(2026, 8, 3)),
        (date(2026, 1, 1), date(2026, 1, 2)),
    ],
)
def test_the_quarters_tile_the_period(start: date, end: date) -> None:
    period = Period(start, end)
    quarters = [quarter.period for quarter in summary(period=period).quarters]
    assert (quarters[0].start, quarters[-1].end) == (period.start, period.end)
    assert [before.end for before in quarters[:-1]] == [after.start for after in quarters[1:]]


def test_an_entry_stands_in_its_quarter() -> None:
    days = [day(1), date(2026, 3, 31), day(4), date(2026, 12, 31)]
    figure = summary(*[Reflection(on=on, text=str(on)) for on in days], Reflection(on=date(2027, 1, 1), text="after"))
    assert [texts(quarter.entries) for quarter in figure.quarters] == [
        ["2026-01-01", "2026-03-31"],
        ["2026-04-01"],
        [],
        ["2026-12-31"],
    ]


def test_a_chapter_has_the_first_and_the_latest_words_of_its_area() -> None:
    figure = summary(
        Action(on=day(1), text="ask", areas=(IDENTITY,), people=(ANH,)),
        Session(on=day(2), text="first", areas=(IDENTITY, NETWORKING), people=(MEI, ANH)),
        Reflection(on=day(2, 9), text="between", areas=(IDENTITY,)),
        Reflection(on=day(5), text="latest", areas=(IDENTITY,), people=(MEI,)),
        Question(on=day(6), text="why", areas=(VALIDATION,)),
    )
    chapters = {chapter.tally.area.slug: chapter for chapter in figure.chapters}
    assert list(chapters) == ["identity", "networking", "validation"]
    identity = chapters["identity"]
    assert texts(identity.words) == ["first", "latest"]
    assert texts(identity.entries) == ["ask", "first", "between", "latest"]
    assert identity.people == (ANH, MEI)
    assert [month.entries for month in identity.months] == [1, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert [month.month.month for month in identity.months] == list(range(1, 13))
    assert texts(chapters["networking"].words) == ["first"]
    assert texts(chapters["validation"].words) == ["why"]  # nobody spoke of it otherwise


def test_the_words_of_a_chapter_can_be_picked() -> None:
    drafts = [Reflection(on=day(on), text=f"{on}", areas=(IDENTITY,)) for on in range(1, 6)]
    (chapter,) = summary(*drafts, frame=SummaryOptions(picked=frozenset({4, 2, 9}))).chapters
    assert texts(chapter.words) == ["2", "4"]


def test_areas_that_came_together_name_their_latest_entry_and_people() -> None:
    both = (IDENTITY, NETWORKING)
    figure = summary(
        Reflection(on=day(1), text="first", areas=both, people=(MEI,)),
        Reflection(on=day(2), text="latest", areas=both, people=(ANH, MEI)),
        Reflection(on=day(3), text="one alone", areas=(IDENTITY,)),
    )
    ((tally, latest, people),) = [(each.tally, each.latest.text, each.people) for each in figure.together]
    assert ([area.slug for area in tally.areas], tally.entries) == (["identity", "networking"], 2)
    assert (latest, people) == ("latest", (MEI, ANH))


def test_meetings_are_told_person_by_person_those_met_most_first() -> None:
    figure = summary(
        Session(on=day(1), text="a", people=(ANH,), minutes=45),
        Session(on=day(2), text="b", people=(MEI, ANH)),
        Session(on=day(3), text="alone", minutes=9),
        Reflection(on=day(4), text="c", people=(MEI,)),
    )
    assert [(each.person, texts(each.sessions), each.total_minutes) for each in figure.meetings] == [
        (ANH, ["a", "b"], 45),
        (MEI, ["b"], 0),
    ]
    assert [texts(each.entries) for each in figure.meetings] == [["a", "b"], ["b", "c"]]


def test_what_a_person_promised_and_touches_is_told_also_without_a_session() -> None:
    (met,) = summary(
        Action(on=day(1), text="write", owner=ANH, areas=(VALIDATION,)),
        Action(on=day(2), text="yours", people=(ANH,), areas=(VALIDATION, IDENTITY)),
    ).meetings
    assert (met.person, met.sessions, texts(met.promised), texts(met.entries)) == (
        ANH,
        (),
        ["write"],
        ["write", "yours"],
    )
    assert [area.slug for area in met.areas] == ["validation", "identity"]


def test_quarters_are_numbered_from_the_month_in_which_a_year_begins() -> None:
    period = Period(date(2025, 7, 1), date(2026, 7, 1))
    figure = summary(period=period, frame=SummaryOptions(year_starts=7))
    assert [(each.number, each.year, each.period.start.month) for each in figure.quarters] == [
        (1, 2025, 7),
        (2, 2025, 10),
        (3, 2025, 1),
        (4, 2025, 4),
    ]


GOAL = Goal(
    on=date(2025, 6, 1),
    text="lead two",
    status="reached",
    percent=90,
    events=(
        Event(on=date(2025, 6, 1), what=EventType.CREATED, text="lead"),
        Event(on=day(2), what=EventType.CHECKIN, percent=40),
        Event(on=date(2027, 1, 1), what=EventType.REWORDED, text="lead two"),
        Event(on=date(2027, 2, 1), what=EventType.REACHED, percent=90),
    ),
)


def test_a_goal_is_told_as_it_stood_at_the_end_of_the_period() -> None:
    figure = summary(GOAL, Reflection(on=day(3), text="I led it", goals=(1,)), Reflection(on=day(4), text="no"))
    (told,) = figure.goals
    assert (told.goal.text, told.goal.status, told.goal.percent) == ("lead", "active", 40)
    assert [step.event.what for step in told.steps] == [EventType.CREATED, EventType.CHECKIN]
    assert texts(told.evidence) == ["I led it"]


def test_a_goal_set_within_the_period_stands_among_its_entries_as_it_was() -> None:
    figure = summary(replace(GOAL, on=day(1)))
    assert texts(figure.entries) == texts(figure.quarters[0].entries) == ["lead"]


def test_a_goal_to_which_nothing_happened_is_not_told() -> None:
    assert summary(replace(GOAL, events=GOAL.events[:1])).goals == ()


def test_actions_and_open_questions_are_told() -> None:
    figure = summary(
        Action(on=day(1), text="ask"), Question(on=day(2), text="why"), Question(on=day(3), text="how", answered_in=1)
    )
    assert (texts(figure.actions), texts(figure.questions)) == (["ask"], ["why"])
