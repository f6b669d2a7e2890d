"""Aliases: words of one's own for lines that are typed often."""

from pathlib import Path

import pytest

from tests.conftest import Program


def test_a_word_of_your_own(lived_in: Program) -> None:
    assert lived_in("config", "set", "aliases.grown", "mentorlog timeline -a growth --all").exit == 0
    assert lived_in("grown").out == lived_in("timeline", "-a", "growth", "--all").out
    assert lived_in("--plain", "grown", "--json").json()["total"] == 2
    assert "aliases.grown: mentorlog timeline -a growth --all" in lived_in("config", "list").out
    assert lived_in("config", "get", "aliases.grown").out == "mentorlog timeline -a growth --all\n"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("timeline", "progress"),
        ("two words", "progress"),
        ("-x", "progress"),
        ("x", "rm -rf"),
        ("x", "mentorlog"),
        ("x", "reflect 'open"),
    ],
)
def test_what_can_be_no_alias(name: str, line: str, mentorlog: Program) -> None:
    assert mentorlog("config", "set", f"aliases.{name}", line).exit == 2
    assert mentorlog("config", "get", "aliases.x").exit == 3


@pytest.mark.parametrize("line", ["x", "'open", "", "nothing --all"])
def test_an_alias_written_by_hand_never_hides_a_command(line: str, mentorlog: Program, home: Path) -> None:
    file = home / "config" / "mentorlog" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'[aliases]\nprogress = "timeline"\nx = "{line}"\n')
    assert mentorlog("progress", "--json").json()["goals"]
    answer = mentorlog("x")
    assert (answer.exit, answer.out) == (2, "")
    assert "config list" in answer.err
