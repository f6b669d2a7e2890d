"""config: the settings."""

from pathlib import Path

import pytest

from tests.conftest import Program


def test_every_setting(mentorlog: Program) -> None:
    settings = mentorlog("config", "list", "--json").json()["settings"]
    assert settings == {
        "name": "",
        "plain": "false",
        "write.visibility": "private",
        "dates.order": "",
        "year.starts": "01",
    }
    assert "plain: false" in mentorlog("config", "list").out.splitlines()


def test_setting_one(mentorlog: Program) -> None:
    assert mentorlog("config", "set", "name", "Linh").out == "name is Linh from now on.\n"
    assert mentorlog("config", "get", "name").out == "Linh\n"
    assert mentorlog("config", "set", "plain", "true", "--json").json() == {
        "schema_version": 1,
        "key": "plain",
        "value": "true",
    }
    assert mentorlog("config", "get", "plain", "--json").json()["value"] == "true"


def test_where(mentorlog: Program, home: Path) -> None:
    place = str(home / "config" / "mentorlog" / "config.toml")
    assert mentorlog("config", "path").out == f"{place}\n"
    assert mentorlog("config", "path", "--json").json()["path"] == place


@pytest.mark.parametrize(
    "words",
    [("get", "colour"), ("set", "colour", "red"), ("set", "plain", "maybe"), ("set", "name", ""), ("set", "name")],
)
def test_what_can_t_be_right(words: tuple[str, ...], mentorlog: Program) -> None:
    answer = mentorlog("config", *words)
    assert (answer.exit, answer.out) == (2, "")


def test_settings_that_can_t_be_understood(mentorlog: Program, home: Path) -> None:
    mentorlog("config", "set", "plain", "true")
    (home / "config" / "mentorlog" / "config.toml").write_text("plain = = true")
    for words in (("timeline",), ("reflect", "x"), ("config", "list")):
        answer = mentorlog(*words)
        assert (answer.exit, len(answer.err.splitlines())) == (4, 3)


def test_a_typed_day_in_one_s_own_order(mentorlog: Program) -> None:
    assert mentorlog("reflect", "x", "--on", "03/04/2025").exit == 2
    mentorlog("config", "set", "dates.order", "DMY")
    assert mentorlog("reflect", "x", "--on", "03/04/2025", "--json").json()["on"] == "2025-04-03"
    mentorlog("config", "set", "dates.order", "MDY")
    assert mentorlog("reflect", "x", "--on", "03/04/2025", "--json").json()["on"] == "2025-03-04"
