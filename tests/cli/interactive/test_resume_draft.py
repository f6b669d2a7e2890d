"""edit draft: going on with unfinished writing."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.interactive.test_text_input import KEPT, drafts
from tests.conftest import Program


def test_it_is_saved_where_it_was_meant_for(mentorlog: Program, editor: Callable[..., Path], home: Path) -> None:
    path = str(home / "other.db")
    assert mentorlog("reflect", "-", "--title", "x", env={"MENTORLOG_JOURNAL": path}, input="Half").exit == 3
    assert mentorlog("show", "draft").out.startswith("A reflection begun on ")
    mentorlog("init", "--journal", path)
    found = editor("Half and whole")
    answer = mentorlog("edit", "draft")
    assert answer.out.endswith("today, in ~/other.db.\n")
    assert found.read_text() == "Half"
    [entry] = mentorlog("timeline", "--json", "--journal", path).json()["entries"]
    assert (entry["text"], entry["title"]) == ("Half and whole", "x")
    assert drafts(mentorlog) == []


def test_options_beside_it_count_over_its_own(mentorlog: Program, editor: Callable[..., Path]) -> None:
    line = ("session", "add", "-", "-a", "idenity", "--area=copin", "--title", "Met", "--with", "Ánh")
    assert mentorlog(*line, input="Words").exit == 3
    editor("Other words")
    answer = mentorlog("edit", "draft", "-a", "identity", "-a", "cop", "--json")
    saved = answer.json()
    assert (saved["text"], saved["areas"]) == ("Other words", ["identity", "coping"])
    assert (saved["title"], saved["with"]) == ("Met", ["Ánh"])
    assert drafts(mentorlog) == []


def test_it_stays_while_it_can_t_be_saved(mentorlog: Program, editor: Callable[..., Path]) -> None:
    mentorlog("reflect", "-", "-a", "idenity", input="One")
    editor("Two")
    answer = mentorlog("edit", "draft")
    assert (answer.exit, answer.err.splitlines()[1]) == (3, KEPT)
    assert [draft["text"] for draft in drafts(mentorlog)] == ["Two"]
    assert mentorlog("edit", "draft", "--minutes", "5").exit == 2
    assert [draft["text"] for draft in drafts(mentorlog)] == ["Two"]
    assert mentorlog("edit", "draft", "--area", "ident", "--no-input", "--json").json()["text"] == "Two"


def test_the_newest_comes_first(mentorlog: Program) -> None:
    for words in ("first", "second"):
        mentorlog("reflect", "-", "-a", "idenity", input=words)
    newest = drafts(mentorlog)[-1]["text"]
    answer = mentorlog("edit", "draft", "--no-input", "-a", "cop")
    assert answer.err.splitlines()[-1] == "There is more unfinished writing (1): mentorlog edit draft"
    assert mentorlog("show", "1", "--json").json()["text"] == newest


def test_other_words_of_an_entry(mentorlog: Program, editor: Callable[..., Path]) -> None:
    mentorlog("reflect", "One")
    editor("Two", code=1)
    mentorlog("edit", "1", "-e", "--title", "x")
    assert mentorlog("show", "draft").out.startswith("A correction begun on ")
    editor("Three")
    assert mentorlog("edit", "draft", "-e").exit == 0
    assert mentorlog("show", "1", "--json").json()["text"] == "Three"
    assert drafts(mentorlog) == []


def test_options_stand_before_two_dashes(mentorlog: Program, editor: Callable[..., Path]) -> None:
    editor("- half", code=1)
    mentorlog("reflect", "-e", "--", "- h")
    editor("- whole")
    assert mentorlog("edit", "draft", "-a", "cop", "--json").json()["areas"] == ["coping"]


def test_an_editor_that_was_killed_begins_anew(mentorlog: Program, editor: Callable[..., Path], home: Path) -> None:
    folder = home / "state" / "mentorlog" / "drafts"
    folder.mkdir(parents=True)
    (folder / "2026-03-10T1200-abc.md").write_text("")
    (folder / "2026-03-10T1200-abc.json").write_text(
        '{"command": ["reflect", "-e"], "begun": "2026-03-10T12:00:00+00:00"}'
    )
    assert "Unfinished: a reflection begun on Tuesday 10 March." in mentorlog().out
    editor("Words at last")
    assert mentorlog("edit", "draft").exit == 0
    assert drafts(mentorlog) == []
    assert mentorlog("show", "1", "--json").json()["text"] == "Words at last"
