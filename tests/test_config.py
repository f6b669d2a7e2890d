"""Where things live, what is set, and what day it is."""

import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mentorlog import config
from mentorlog.config import Settings
from mentorlog.errors import Damaged, InvalidInput, StorageError
from mentorlog.model.entries import Visibility


def kept(text: str) -> Path:
    """A file of settings that holds `text`."""
    path = config.config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# ── Where things live ────────────────────────────────────────────────────────────────────────────


def test_everything_lives_in_the_folders_of_the_platform(home: Path) -> None:
    assert config.default_journal() == home / "data" / "mentorlog" / "journal.db"
    assert config.drafts_folder() == home / "state" / "mentorlog" / "drafts"
    assert config.config_file() == home / "config" / "mentorlog" / "config.toml"


def test_a_journal_is_named_by_flag_then_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert config.journal_path(None) == config.default_journal()
    monkeypatch.setenv("MENTORLOG_JOURNAL", "~/other.db")
    assert config.journal_path(None) == home / "other.db"
    assert config.journal_path("here.db") == Path("here.db")
    monkeypatch.setenv("MENTORLOG_JOURNAL", "")
    assert config.journal_path("") == config.default_journal()


# ── What day it is ───────────────────────────────────────────────────────────────────────────────


def test_today_is_what_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    assert config.today() == date(2026, 3, 12)
    monkeypatch.delenv("MENTORLOG_TODAY")
    assert abs(config.today() - datetime.now(UTC).date()) <= timedelta(days=1)


@pytest.mark.parametrize("words", ["today", "2026-02-30", "12.3.2026", " ", "0001-01-01", "9999-12-31"])
def test_a_today_that_is_no_day_is_refused(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MENTORLOG_TODAY", words)
    with pytest.raises(InvalidInput, match="bad-today"):
        config.today()


def test_a_moment_is_kept_in_utc_and_told_in_local_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert datetime.fromisoformat(config.now()).utcoffset() == timedelta(0)
    assert len(config.now()) == len("2026-03-12T10:00:00+00:00")
    monkeypatch.setenv("TZ", "Asia/Seoul")
    time.tzset()
    assert config.local_time("2026-03-12T20:00:00+00:00").isoformat() == "2026-03-13T05:00:00+09:00"
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    assert config.with_offset(date(2026, 3, 7), 18, 30) == "18:30-05:00"
    assert config.with_offset(date(2026, 3, 8), 18, 30) == "18:30-04:00"  # the clocks went forward
    assert config.with_offset(date(2026, 3, 8), 2, 30) == "02:30-05:00"  # an hour that they skipped
    assert config.with_offset(date(2026, 11, 1), 1, 30) == "01:30-04:00"  # one that they had twice
    monkeypatch.undo()
    time.tzset()
    assert os.environ.get("TZ") != "America/New_York"


def test_a_time_zone_that_can_t_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC+25:61")
    time.tzset()
    with pytest.raises(InvalidInput, match="bad-time-zone"):
        config.local_time("2026-03-12T20:00:00+00:00")
    monkeypatch.undo()
    time.tzset()


TABLE = "[year]\n# mine\n"
BEFORE = 'name = "old"\nplain = true\nwrite.visibility = "mentor"\n'

# ── What is set ──────────────────────────────────────────────────────────────────────────────────


def test_without_a_file_everything_is_as_usual() -> None:
    assert config.settings() == Settings()
    assert config.values() == {
        "name": "",
        "plain": "false",
        "write.visibility": "private",
        "dates.order": "",
        "year.starts": "01",
    }


def test_the_file_counts_over_what_is_usual() -> None:
    kept('name = "Linh"\nplain = true\nwrite.visibility = "mentor"\n[dates]\norder = "DMY"\n[year]\nstarts = 4\n')
    assert config.settings() == Settings(
        name="Linh", is_plain=True, visibility=Visibility.MENTOR, dates_order="DMY", year_starts=4
    )


def test_the_environment_counts_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    kept("plain = false")
    monkeypatch.setenv("MENTORLOG_PLAIN", "1")
    assert config.settings().is_plain
    assert config.values()["plain"] == "false"


def test_a_file_that_can_not_be_read_is_told() -> None:
    path = config.config_file()
    path.parent.mkdir(parents=True)
    path.symlink_to(path.name)
    with pytest.raises(StorageError, match="cannot-read-settings"):
        config.settings()


@pytest.mark.parametrize("text", ["name = ", "[", "name = 'a'\nname = 'b'", "just words", "\ufeffname = 'x'", "a\x00b"])
def test_a_file_that_can_not_be_understood_is_damaged_and_left_alone(text: str) -> None:
    path = kept(text)
    for read in (config.settings, config.values, lambda: config.set_value("name", "Linh")):
        with pytest.raises(Damaged, match="bad-settings"):
            read()
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_is_no_text_or_no_file_is_damaged() -> None:
    path = kept("")
    path.write_bytes(b"name = '\xff'")
    with pytest.raises(Damaged):
        config.values()
    path.unlink()
    path.mkdir()
    with pytest.raises(Damaged):
        config.values()


@pytest.mark.parametrize(
    "text",
    ['plain = "perhaps"', "write.visibility = 'all'", "dates.order = 'YMD'", "year.starts = 13", "[year]\nstarts = []"],
)
def test_a_value_that_can_not_be_is_damaged_and_said_which(text: str) -> None:
    kept(text)
    with pytest.raises(Damaged, match="bad-setting-in-file"):
        config.settings()


def test_a_table_where_a_value_should_be_is_as_if_nothing_was_set() -> None:
    kept('write = "mentor"\nunknown = 1\n')
    assert config.settings() == Settings()


@pytest.mark.parametrize(
    ("key", "value", "read"),
    [
        ("name", "Linh", "Linh"),
        ("name", 'Li "nh" \\ 身', 'Li "nh" \\ 身'),
        ("plain", "true", "true"),
        ("plain", "false", "false"),
        ("write.visibility", "public", "public"),
        ("dates.order", "MDY", "MDY"),
        ("year.starts", "9", "09"),
        ("year.starts", "10", "10"),
    ],
)
@pytest.mark.parametrize("before", ["", BEFORE, TABLE], ids=["no file", "a file", "a table"])
def test_what_is_set_is_read_back(key: str, value: str, read: str, before: str) -> None:
    if before:
        kept(before)
    earlier = config.values()
    config.set_value(key, value)
    assert config.values() == {**earlier, key: read}
    assert config.settings().is_plain is (config.values()["plain"] == "true")
    assert config.config_file().stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("comment", ["# mine\n", '# mine\nname = "old" # too\n\n[other]\nkey = [1, 2] # kept\n'])
def test_setting_a_value_keeps_comments_and_what_is_not_known(comment: str) -> None:
    path = kept(comment)
    config.set_value("dates.order", "DMY")
    assert path.read_text(encoding="utf-8").startswith(comment)
    config.set_value("name", "Linh")
    assert path.read_text(encoding="utf-8").startswith("# mine\n")
    assert "# too" in path.read_text(encoding="utf-8") or "# too" not in comment


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("colour", "red", "no-setting"),
        ("write", "mentor", "no-setting"),
        ("plain", "yes", "bad-setting"),
        ("write.visibility", "all", "bad-setting"),
        ("year.starts", "13", "bad-setting"),
        ("dates.order", "", "bad-setting"),
    ],
)
def test_what_can_not_be_set_is_refused(key: str, value: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        config.set_value(key, value)
    assert not config.config_file().exists()


def test_a_value_where_a_table_should_be_is_not_written_over() -> None:
    path = kept('write = "mentor"\n')
    with pytest.raises(Damaged):
        config.set_value("write.visibility", "mentor")
    assert path.read_text(encoding="utf-8") == 'write = "mentor"\n'
