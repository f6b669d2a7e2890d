"""Every picture, drawn: how it looks, that it fits, and that no text in it can do harm."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from inspect import isfunction
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text
from syrupy.assertion import SnapshotAssertion

from mentorlog.dates import Period
from mentorlog.insights.checkins import checkins
from mentorlog.insights.goal_story import goal_story
from mentorlog.insights.listing import Detail
from mentorlog.insights.timeline import newest_first, timeline
from mentorlog.model.archive import ImportResult
from mentorlog.model.areas import Area
from mentorlog.model.entries import Goal
from mentorlog.model.enums import Reader
from mentorlog.model.import_preview import ImportPreview
from mentorlog.model.readers import ReaderRule
from mentorlog.model.tallies import AreaTally
from mentorlog.phrases.entries import rating_phrase
from mentorlog.text import display_width
from mentorlog.views.lists import (
    entries,
    journal,
    maintenance,
    questions,
    sharing,
    transfer,
)
from mentorlog.views.lists.sheet import Sheet
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.calendar import entries_over_time
from tests.views import figures as made
from tests.views import mentees as theirs
from tests.views import prep_figures, sharing_figures

LISTS = (entries, journal, maintenance, questions, sharing, transfer)
OURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class View:
    """A figure and the module that draws it."""

    name: str
    figure: object
    called: str


VIEWS = [
    View("progress", made.lived_in_progress(), "progress"),
    View("progress", made.empty_progress(), "progress-empty"),
    View("timeline", made.lived_in_timeline(), "timeline"),
    View("home", made.lived_in_home(), "home"),
    View("home", made.first_home(), "home-first"),
    View("goal_story", made.lead_story(), "story"),
    View("detail", made.packet_detail(), "session"),
    View("detail", made.lead_detail(), "goal"),
    View("detail", Detail(entry=made.DRISCOLL, today=made.TODAY, about=made.PACKET), "reflection"),
    View("detail", Detail(entry=made.NAME, today=made.TODAY, about=made.SPOKE), "action"),
    View("detail", Detail(entry=made.ASKED, today=made.TODAY), "question"),
    View("year_preview", made.preview(made.SPOKE, made.PACKET, made.SEND), "preview"),
    View(
        "year_preview",
        made.preview(made.SPOKE, rule=ReaderRule(reader=Reader.PUBLIC, person=made.ANH)),
        "preview-public",
    ),
    View("listing", made.listing("Sessions", made.SPOKE, made.PACKET, total=16), "sessions"),
    View("listing", made.listing("Goals", made.LEAD, made.FIVE, made.HOME, made.LET_GO), "goals"),
    View("listing", made.listing("Actions", made.SEND, made.READ, made.INTRODUCE, made.NAME), "actions"),
    View("listing", made.listing("Questions", made.ASKED), "questions"),
    View("listing", made.listing("Found: dinner", *made.ENTRIES, period=Period.of(made.HALF.on, made.TODAY)), "found"),
    View("listing", made.listing("Found: breakfast"), "found-nothing"),
    View("areas", made.AREAS, "areas"),
    View("people", (*made.MET, made.CAME, *made.UNMET), "people"),
    View("people", (), "people-nobody"),
    View("history", made.DEEDS, "history"),
    View("history", (), "history-empty"),
    View("versions", made.VERSIONS, "versions"),
    View("versions", (), "versions-none"),
    View("info", made.FACTS, "info"),
    View("settings", made.FACTS, "settings"),
    View("backups", made.BACKUPS, "backups"),
    View("backups", (), "backups-none"),
    View("checkins", prep_figures.lived_in_checkins(), "checkins"),
    View("checkins", prep_figures.unrated_checkins(), "checkins-in-words"),
    View("checkins", checkins(prep_figures.IDENTITY, (), today=made.TODAY), "checkins-none"),
    View("detail", Detail(entry=prep_figures.ANSWER, today=made.TODAY, about=prep_figures.HALF_SAID), "checkin"),
    View("prep", prep_figures.lived_in_prep(), "prep"),
    View("prep", prep_figures.long_prep(), "prep-long"),
    View("prep", prep_figures.bare_prep(), "prep-bare"),
    View("lookback", prep_figures.lived_in_lookback(), "lookback"),
    View("lookback", prep_figures.bare_lookback(), "lookback-bare"),
    View("map", prep_figures.lived_in_map(), "map"),
    View("map", prep_figures.nobodys_map(), "map-nobody"),
    View("import_preview", made.COMING, "coming"),
    View("import_preview", ImportPreview(file_kind="md"), "coming-nothing"),
    View("mentees", theirs.mentees(theirs.WAITING, theirs.FIRST, theirs.QUIET), "mentees"),
    View("mentees", theirs.mentees(theirs.QUIET), "mentees-quiet"),
    View("mentees", theirs.mentees(), "mentees-none"),
    View("mentees", theirs.mentees(is_waiting=True), "mentees-none-waits"),
    View("review_timeline", theirs.reading(*theirs.READ), "reading"),
    View("review_timeline", theirs.reading(standing=theirs.QUIET, total=0), "reading-nothing"),
    View("review_timeline", theirs.reading(standing=theirs.QUIET, total=0, is_since=True), "reading-nothing-new"),
    View("entry_review", theirs.close(made.HEARD, theirs.SAID, theirs.NOTED, theirs.CONCRETE), "close"),
    View("entry_review", theirs.close(theirs.ASKED_BACK), "close-question"),
    View("reply_preview", theirs.answering(theirs.ASKS, theirs.CONCRETE), "answering"),
    View("reply_preview", theirs.answering(), "answering-one"),
    View("home", theirs.mentors_home(), "home-of-a-mentor"),
    View("home", theirs.both_home(), "home-of-both"),
    View("share_preview", sharing_figures.whole_preview(), "share-preview"),
    View("share_preview", sharing_figures.preview(made.SPOKE, addressee=made.MIE), "share-preview-of-one"),
    View("packets", (sharing_figures.WHOLE, sharing_figures.REVOKED, sharing_figures.FOR_MIE), "packets"),
    View("packets", (), "packets-none"),
    View("packet", sharing_figures.WHOLE, "packet"),
    View("packet", sharing_figures.REVOKED, "packet-revoked"),
    View("detail", sharing_figures.seen_detail(), "reflection-given"),
    View("detail", sharing_figures.feedback_detail(), "feedback"),
    View(
        "import_preview",
        ImportPreview(file_kind="csv", result=ImportResult(known=1), first=made.TODAY, last=made.TODAY),
        "coming-one-day",
    ),
]
FROM_TEXT = made.FROM_TEXT | prep_figures.FROM_TEXT | theirs.FROM_TEXT | sharing_figures.FROM_TEXT
every_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.called)


def declared(name: str, figure: object) -> Sheet | None:
    """The sheet of a view that is declared in views/lists; None of another."""
    make = next((found for room in LISTS if isfunction(found := getattr(room, name, None))), None)
    return make(figure) if make else None


def plain_lines(name: str, figure: object) -> list[str]:
    sheet = declared(name, figure)
    return list(sheet.lines if sheet else import_module(f"mentorlog.views.plain.{name}").lines(figure))


def drawn(name: str, figure: object, width: int, *, has_symbols: bool = True, is_coloured: bool = False) -> str:
    screen, sheet = Screen(width=width, has_symbols=has_symbols), declared(name, figure)
    room = "sheet" if sheet else name
    picture = import_module(f"mentorlog.views.terminal.{room}").picture(sheet or figure, screen)
    console = Console(
        width=width,
        file=StringIO(),
        force_terminal=is_coloured,
        color_system="truecolor" if is_coloured else None,
        legacy_windows=False,
        _environ={},
    )
    console.print(picture, soft_wrap=True)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@every_view
@pytest.mark.parametrize("width", [120, 80, 40])
def test_looks(view: View, width: int, snapshot: SnapshotAssertion) -> None:
    assert drawn(view.name, view.figure, width) == snapshot


@every_view
def test_looks_in_ascii(view: View, snapshot: SnapshotAssertion) -> None:
    assert drawn(view.name, view.figure, 80, has_symbols=False) == snapshot


@pytest.mark.parametrize("view", VIEWS[:6], ids=lambda view: view.called)
def test_looks_in_colour(view: View, snapshot: SnapshotAssertion) -> None:
    coloured = drawn(view.name, view.figure, 80, is_coloured=True)
    assert OURS.sub("", coloured) == drawn(view.name, view.figure, 80)
    assert coloured == snapshot


@every_view
@pytest.mark.parametrize("width", [40, 60, 80, 99, 200])
def test_fits_the_screen(view: View, width: int) -> None:
    assert [line for line in drawn(view.name, view.figure, width).split("\n") if display_width(line) > width] == []


@every_view
@pytest.mark.parametrize("width", [40, 80])
def test_cuts_no_word(view: View, width: int) -> None:
    wide = drawn(view.name, view.figure, 200)
    plain = plain_lines(view.name, view.figure)
    assert words_of(drawn(view.name, view.figure, width)) <= words_of(wide) | words_of(" ".join(plain))


def words_of(shown: str) -> set[str]:
    """The words of a text; Chinese and Japanese ones are of one character each."""
    unspaced = re.sub(r"([\u2e80-\u9fff\uff01-\uff60])", r" \1 ", shown)
    return {word.strip('",.;:·…') for word in unspaced.split() if not re.fullmatch("[━─]+", word)} | {""}


@every_view
def test_draws_with_ascii_alone(view: View) -> None:
    """Where the screen shows no more, our own signs are ASCII; what the user wrote stays."""
    signs = set(drawn(view.name, view.figure, 80, has_symbols=False)) & set("·…━─▁▂▃▄▅▆▇█—–“”")
    assert signs == set()


@every_view
@pytest.mark.parametrize("width", [1, 2, 10])
def test_survives_a_sliver_of_a_screen(view: View, width: int) -> None:
    assert drawn(view.name, view.figure, width)


def test_aligns_wide_names() -> None:
    lines = drawn("people", made.MET, 80).split("\n")
    places = [display_width(line[: line.index("sessions")]) for line in lines if "sessions" in line]
    assert len(places) == 2
    assert len(set(places)) == 1


def test_shows_a_paused_area_without_a_lack() -> None:
    figure = replace(made.lived_in_progress(), areas=(made.AREAS[0], AreaTally(area=made.PAUSED, entries=1)))
    community = next(line for line in drawn("progress", figure, 80).split("\n") if "community" in line)
    assert "paused by you" in community


def test_gives_an_area_of_your_own_a_bar_too() -> None:
    tally = AreaTally(area=Area(slug="kitchens", name="Kitchens"), entries=3, last=made.TODAY)
    assert "━" in drawn("progress", replace(made.lived_in_progress(), areas=(tally,)), 80)


def test_leaves_blocks_out_that_say_nothing() -> None:
    figure = replace(
        made.lived_in_progress(), kinds={"goal": 57}, areas=(), overlaps=(), people=(), current=(), goals={"active": 0}
    )
    shown = drawn("progress", figure, 80)
    assert not re.search("Areas|Often|Goals|People", shown)
    assert "By month" in shown
    assert "  57 entries   57 goals\n" in shown


def test_leaves_out_areas_where_none_was_touched() -> None:
    figure = replace(made.lived_in_progress(), areas=(AreaTally(area=made.AREAS[0].area),))
    assert "Areas" not in drawn("progress", figure, 80)


@pytest.mark.parametrize("width", [80, 40])
def test_shows_pairs_of_long_names_below_each_other(width: int) -> None:
    one, other = (Area(slug=name, name=f"The area of the long name {name}") for name in ("a", "b"))
    tally = replace(made.OVERLAPS[0], areas=(one, other))
    shown = drawn("progress", replace(made.lived_in_progress(), overlaps=(tally,)), width)
    assert "The area of the long name a and" in shown


@pytest.mark.parametrize("count", [1, 14, 30])
@pytest.mark.parametrize("width", [80, 40, 9])
@pytest.mark.parametrize("has_symbols", [True, False])
def test_shows_when_it_was_written(count: int, width: int, has_symbols: bool, snapshot: SnapshotAssertion) -> None:
    months = made.months(tuple((5 * at) % 13 for at in range(count)))
    lines = entries_over_time(months, Screen(width=width, has_symbols=has_symbols), indent=4)
    assert Text("\n").join(lines).plain == snapshot


@pytest.mark.parametrize("width", [80, 40])
def test_shows_what_became_of_goals(width: int, snapshot: SnapshotAssertion) -> None:
    entries, period = (made.HALF, made.GROUP, made.DISHES), Period.of(made.HALF.on, made.TODAY)
    figure = timeline(entries, made.HAPPENED, made.HAPPENED, total=3, period=period, today=made.TODAY)
    assert drawn("timeline", figure, width) == snapshot


def test_shows_the_newest_first(snapshot: SnapshotAssertion) -> None:
    entries = (replace(made.READ, about=7), made.DINNER, made.GOAL_ENTRY, made.ANSWERED)
    figure = newest_first(timeline(entries, (), (), total=4, period=None, today=made.TODAY))
    assert drawn("timeline", figure, 80) == snapshot
    dated = replace(figure, period=Period.of(made.HALF.on, made.TODAY), total=9)
    assert ", 4 of 9 entries, newest first" in drawn("timeline", dated, 100)


def test_shows_a_check_in_and_what_somebody_said_to_it() -> None:
    entries = (
        prep_figures.ANSWER,
        replace(prep_figures.SAYS_I, on=prep_figures.ANSWER.on, about=prep_figures.ANSWER.number),
    )
    shown = drawn("timeline", timeline(entries, (), (), total=2, period=None, today=made.TODAY), 80)
    assert rating_phrase(prep_figures.ANSWER) in shown
    assert "142  from Mie 美恵" in shown


@pytest.mark.parametrize("period", [None, Period.of(made.HALF.on, made.TODAY)])
def test_shows_an_empty_timeline(period: Period | None, snapshot: SnapshotAssertion) -> None:
    assert drawn("timeline", timeline((), (), (), total=0, period=period, today=made.TODAY), 80) == snapshot


@pytest.mark.parametrize("goal", made.STANDING, ids=lambda goal: str(goal.number))
def test_tells_goals_of_every_kind(goal: Goal, snapshot: SnapshotAssertion) -> None:
    shown = [drawn("goal_story", goal_story(goal, (), today=made.TODAY), width) for width in (80, 40)]
    assert "\n".join(shown) == snapshot


def test_shows_all_of_a_home(snapshot: SnapshotAssertion) -> None:
    a_day_later = replace(made.HALF, on=made.day(3, 12, 2025))
    many = replace(
        made.lived_in_home(),
        is_default=True,
        last_meetings=(*made.MET, *made.UNMET, *made.MET),
        actions=(made.SEND, made.READ, made.INTRODUCE, made.NAME, made.SEND),
        questions=(replace(made.ASKED, people=()),),
        a_year_ago=(made.HALF, a_day_later) * 2,
    )
    assert drawn("home", many, 80) == snapshot


def test_shows_a_home_with_almost_nothing(snapshot: SnapshotAssertion) -> None:
    bare = replace(made.first_home(), is_empty=False)
    assert drawn("home", bare, 80) == snapshot


def test_says_where_a_journal_of_your_own_is_before_anything_is_written() -> None:
    figure = replace(made.first_home(), is_default=False, drafts=(("session", made.TODAY),))
    shown = drawn("home", figure, 80)
    assert "when you first write" not in shown
    assert "a session begun on Thu 12 Mar   mentorlog edit draft" in shown


def test_shows_an_entry_that_was_put_away() -> None:
    put_away = replace(made.HALF, removed_at="2026-03-12T09:00:00")
    shown = drawn("detail", Detail(entry=put_away, today=made.TODAY), 80)
    assert "Removed. Bring it back: mentorlog restore 23" in shown


def test_shows_what_answers_a_question() -> None:
    assert "mentorlog show 138" in drawn("detail", Detail(entry=made.ANSWERED, today=made.TODAY), 80)


def test_offers_no_entry_history_where_no_entry_was_written() -> None:
    assert "history" not in drawn("history", made.DEEDS[3:], 80)


HOSTILE = (
    "[/] [bold]x[/bold] [link=file:///]y :smile: \x1b[31m \x1b]8;;http://x\x07 \x00 \x9b \r \x7f"
    "\u202e \u2066 \U000e0041"
)


@pytest.mark.parametrize("name", FROM_TEXT)
@pytest.mark.parametrize("words", [HOSTILE, "a\n\nb\tc", "", " ", "\n", "長" * 200, "x" * 500, "\ud800"])
@pytest.mark.parametrize("width", [80, 40])
def test_shows_hostile_words_harmlessly(name: str, words: str, width: int) -> None:
    check_harmless(name, FROM_TEXT[name], words, width)


@pytest.mark.parametrize("name", FROM_TEXT)
@settings(deadline=None, max_examples=25)
@given(
    words=st.text(alphabet=st.characters() | st.sampled_from("[]/\\\x1b\n\t\u202e 長한் \u0301")),
    width=st.sampled_from((40, 80)),
)
def test_shows_any_words_harmlessly(name: str, words: str, width: int) -> None:
    check_harmless(name, FROM_TEXT[name], words, width)


def check_harmless(name: str, figure: Callable[[str], object], words: str, width: int) -> None:
    """Nothing but our own colours can steer the terminal, and colours change no character."""
    view = name.partition(":")[0]
    coloured = drawn(view, figure(words), width, is_coloured=True)
    bare = OURS.sub("", coloured)
    assert bare == drawn(view, figure(words), width)
    assert [char for char in bare if char != "\n" and not is_harmless(char)] == []
    assert [line for line in bare.split("\n") if display_width(line) > width] == []


def is_harmless(char: str) -> bool:
    """Printable, a space of another width, a joiner, or for private use."""
    return char.isprintable() or char in "\u200c\u200d" or unicodedata.category(char) in ("Zs", "Co")
