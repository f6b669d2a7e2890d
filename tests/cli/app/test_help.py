"""Help: ours, plain, examples first."""

import re
import shlex

import pytest
from typer.main import get_command

from mentorlog.cli.app.dispatch import program
from mentorlog.cli.app.registry import COMMAND_TABLE, PANELS
from mentorlog.model.enums import Kind
from tests.conftest import Program

BOXES = re.compile("[╭╮╰╯│┃─━┏┓┗┛]")


def pages() -> list[tuple[str, ...]]:
    """Every command line that has a page of help."""
    root = get_command(program)
    context = root.make_context("mentorlog", [], resilient_parsing=True)
    names = root.list_commands(context)  # type: ignore[attr-defined]
    assert names == list(COMMAND_TABLE)
    groups = {name: root.get_command(context, name) for name in names}  # type: ignore[attr-defined]
    verbs = [(name, verb) for name, group in groups.items() for verb in getattr(group, "commands", ())]
    return [(), *((name,) for name in COMMAND_TABLE), *verbs]


PAGES = pages()


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_a_page(words: tuple[str, ...], mentorlog: Program) -> None:
    answer = mentorlog(*words, "-h")
    assert (answer.exit, answer.err) == (0, "")
    assert mentorlog(*words, "--help").out == answer.out
    lines = answer.out.splitlines()
    assert [line for line in lines if len(line) > 80] == []
    assert not BOXES.search(answer.out)
    heading = lines.index("")
    assert lines[0].startswith(f"{' '.join(('mentorlog', *words))}: ")
    assert lines[heading + 1].startswith("  mentorlog")


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_examples_are_lines_that_can_be_typed(words: tuple[str, ...], mentorlog: Program) -> None:
    for line in mentorlog(*words, "-h").out.splitlines():
        if line.startswith("  mentorlog "):
            _, *typed = shlex.split(re.split(r"\s{2,}", line.strip())[0])
            assert mentorlog(*typed, "-h").out.startswith("mentorlog")


def test_every_command_stands_under_its_panel(mentorlog: Program) -> None:
    page = mentorlog("--help").out
    assert [line for line in page.splitlines() if line in PANELS] == list(PANELS)
    for name, place in COMMAND_TABLE.items():
        assert re.search(rf"^  {name} +{re.escape(place.help)}$", page, re.MULTILINE)
    assert {place.panel for place in COMMAND_TABLE.values()} == set(PANELS)


def test_a_command_s_line_is_what_its_own_help_says(mentorlog: Program) -> None:
    for name, place in COMMAND_TABLE.items():
        heading = " ".join(mentorlog(name, "-h").out.partition("\n\n")[0].split())
        assert heading == f"mentorlog {name}: {place.help}"


def test_every_option_of_the_contract_is_explained(mentorlog: Program) -> None:
    page = mentorlog("session", "add", "-h").out
    for option in ("-w, --with NAME", "--on DAY", "--minutes N", "-a, --area AREA", "-e, --edit", "[TEXT]"):
        assert f"  {option}" in page
    assert "--worked, --did-not-work" in mentorlog("action", "done", "-h").out


def test_help_names_every_kind_that_works(mentorlog: Program) -> None:
    for words in PAGES:
        page = " ".join(mentorlog(*words, "-h").out.partition("--kind KIND ")[2].split())
        assert not page or page.startswith("session, reflection, goal, action, question, checkin or feedback.")
    for kind in Kind:
        assert mentorlog("timeline", "--kind", kind).exit == 0


def test_version(mentorlog: Program) -> None:
    answer = mentorlog("--version")
    assert re.fullmatch(r"mentorlog \d+\.\d+\.\d+\n", answer.out)
    assert (answer.exit, answer.err) == (0, "")


def test_no_box_at_a_terminal_either(run: Program) -> None:
    answer = run("reflect", "--nowhere", env={"FORCE_COLOR": "1", "COLUMNS": "80"})
    assert not BOXES.search(answer.err)
    assert "\x1b" not in answer.err + run("-h", env={"FORCE_COLOR": "1"}).out
