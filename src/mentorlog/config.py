"""Where things live, the user's settings, and what day it is.

A flag counts over the environment, that over the config file, that over what is usual.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import Damaged, InvalidInput, StorageError
from mentorlog.files import make_private, write_file
from mentorlog.model.enums import Visibility
from mentorlog.model.records import dataclass

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Table

YEARS = range(1900, 2201)  # those that periods know
MONTHS = tuple(f"{month:02}" for month in range(1, 13))
ALLOWED_VALUES: dict[str, tuple[str, ...]] = {
    "name": (),
    "plain": ("true", "false"),
    "write.visibility": tuple(Visibility),
    "dates.order": ("DMY", "MDY"),
    "year.starts": MONTHS,
}
USER_TABLES = ("aliases", "import.tags", "import.columns")  # tables whose keys are the user's own
ALIAS = "aliases."
DEFAULTS = {"name": "", "plain": "false", "write.visibility": "private", "dates.order": "", "year.starts": "01"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user has set. `dates_order` is DMY, MDY or empty; `year_starts` a month, 1 to 12."""

    name: str = ""
    is_plain: bool = False
    visibility: Visibility = Visibility.PRIVATE
    dates_order: str = ""
    year_starts: int = 1


def today() -> date:
    """The local day, or the one that MENTORLOG_TODAY names."""
    given = os.environ.get("MENTORLOG_TODAY")
    if not given:
        return _local(datetime.now(UTC)).date()
    try:
        named = date.fromisoformat(given)
        if named.year in YEARS:
            return named
        raise ValueError(given)
    except ValueError:
        raise InvalidInput("bad-today", value=given) from None


def now() -> str:
    """The moment in UTC, to the second, in ISO form."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def local_time(at: str) -> datetime:
    """A moment of `now` in local time."""
    return _local(datetime.fromisoformat(at))


def with_offset(on: date, hours: int, minutes: int) -> str:
    """A local time of day as "HH:MM+HH:MM", with the offset that holds on that day."""
    wall = datetime.combine(on, time(hours, minutes))
    moment = _local(wall)
    if moment.replace(tzinfo=None) != wall:  # an hour that the clocks skipped: as they stood before
        moment = wall.replace(tzinfo=_local(wall - timedelta(hours=3)).tzinfo)
    return moment.isoformat(timespec="minutes").partition("T")[2]


def _local(moment: datetime) -> datetime:
    try:
        return moment.astimezone()
    except (ValueError, OverflowError):
        raise InvalidInput("bad-time-zone") from None


def default_journal() -> Path:
    """The usual journal; it may not be there yet."""
    from platformdirs import user_data_path

    return user_data_path("mentorlog", appauthor=False) / "journal.db"


def journal_path(flag: str | None) -> Path:
    """The journal that this call is about."""
    named = flag or os.environ.get("MENTORLOG_JOURNAL")
    return Path(named).expanduser() if named else default_journal()


def state_folder() -> Path:
    """Where mentorlog keeps what is neither the journal nor a setting."""
    from platformdirs import user_state_path

    return user_state_path("mentorlog", appauthor=False)


def drafts_folder() -> Path:
    """Where unsaved writing is kept."""
    return state_folder() / "drafts"


def state_file() -> Path:
    """The file of `cli/app/state.py`; it may not be there."""
    return state_folder() / "remembered.json"


def config_file() -> Path:
    """The file of settings; it may not be there."""
    from platformdirs import user_config_path

    return user_config_path("mentorlog", appauthor=False) / "config.toml"


def frameworks_file() -> Path:
    """The file of the user's own frameworks, beside the settings; it may not be there."""
    return config_file().with_name("frameworks.toml")


def own_frameworks() -> str:
    """What the user's own frameworks say; empty where there are none. Raises Damaged where they can't be read."""
    try:
        return frameworks_file().read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (UnicodeDecodeError, OSError) as error:
        raise Damaged("cannot-read-frameworks", path=frameworks_file()) from error


def values() -> dict[str, str]:
    """Every setting by key, as it is in the file or usual. Raises Damaged where the file can't be understood."""
    kept = _read(config_file())
    own = {f"{name}.{key}": value for name in USER_TABLES for key, value in _own(kept, name).items()}
    return {**{key: _value(kept, key) for key in ALLOWED_VALUES}, **own}


def settings() -> Settings:
    """The settings of this call, the environment included."""
    known = values()
    return Settings(
        name=known["name"],
        is_plain=known["plain"] == "true" or bool(os.environ.get("MENTORLOG_PLAIN")),
        visibility=Visibility(known["write.visibility"]),
        dates_order=known["dates.order"],
        year_starts=int(known["year.starts"]),
    )


def check_key(key: str) -> None:
    """Raise InvalidInput where there is no such setting."""
    if key not in ALLOWED_VALUES and not key.startswith(ALIAS):
        raise InvalidInput("no-setting", key=key, known=tuple(ALLOWED_VALUES))


def set_value(key: str, value: str) -> str:
    """Set one value in the file, whose comments and order stay; returns it as it is kept."""
    check_key(key)
    wanted = value.zfill(2) if key == "year.starts" else value
    if ALLOWED_VALUES.get(key) and wanted not in ALLOWED_VALUES[key]:
        raise InvalidInput("bad-setting", key=key, value=value, known=tuple(ALLOWED_VALUES[key]))
    *tables, last = key.split(".")
    _update(tables, {last: wanted == "true" if key == "plain" else wanted})
    return wanted


def user_table(name: str) -> dict[str, str]:
    """A table of the file whose keys are the user's own: `aliases`, `import.tags`, `import.columns`."""
    return _own(_read(config_file()), name)


def update_user_table(name: str, entries: Mapping[str, str]) -> None:
    """Put these entries into such a table; what else is in the file stays."""
    _update(name.split("."), entries)


def _own(kept: dict[str, object], name: str) -> dict[str, str]:
    place = _find(kept, name)
    return {str(key): str(value) for key, value in place.items()} if isinstance(place, dict) else {}


def _find(kept: dict[str, object], key: str) -> object:
    """What stands in the file under a key with dots; None where nothing does."""
    place: object = kept
    for name in key.split("."):
        place = place.get(name) if isinstance(place, dict) else None
    return place


def _update(names: Iterable[str], values: Mapping[str, str | bool]) -> None:
    """Put values into a table of the file, made where it is missing; comments stay. Raises Damaged."""
    import tomlkit

    path = config_file()
    _read(path)
    document = tomlkit.parse(_text(path))
    place: TOMLDocument | Table = document
    for name in names:
        place = place.setdefault(name, tomlkit.table())
        if not isinstance(place, dict):
            raise _not_understood(path)
    place.update(values)
    make_private(path.parent)
    write_file(path, tomlkit.dumps(document).encode(), may_replace=True)


def _text(path: Path) -> str:
    """What is in the file; nothing where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (UnicodeDecodeError, IsADirectoryError) as error:
        raise _not_understood(path) from error
    except OSError as error:
        raise StorageError("cannot-read-settings", path=path, why=error.strerror) from error


def _read(path: Path) -> dict[str, object]:
    text = _text(path)
    if not text:
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_understood(path) from error


def _not_understood(path: Path) -> Damaged:
    return Damaged("bad-settings", path=path)


def _value(kept: dict[str, object], key: str) -> str:
    place = _find(kept, key)
    if place is None:
        return DEFAULTS[key]
    value = str(place).lower() if key == "plain" else str(place).zfill(2) if key == "year.starts" else str(place)
    if ALLOWED_VALUES[key] and value not in ALLOWED_VALUES[key]:
        raise Damaged("bad-setting-in-file", key=key, path=config_file(), known=tuple(ALLOWED_VALUES[key]))
    return value
