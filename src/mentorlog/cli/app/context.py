"""One call of the program: how it answers, which journal it is about, what day it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mentorlog import config
from mentorlog.config import Settings
from mentorlog.dates import Period, parse_day, parse_period, period_from
from mentorlog.dates.period import plus_months
from mentorlog.errors import InvalidInput
from mentorlog.files import path_exists
from mentorlog.text import one_line

if TYPE_CHECKING:
    from mentorlog.drafts import Draft
    from mentorlog.storage.journal import Journal


T = TypeVar("T")


@dataclass(repr=False, eq=False)
class Invocation:
    """What holds for one run of the program. The flags are set while the command line is read, before any command
    runs. `resumed_text` is the text that questions or a `draft` brought; `is_resuming` says that questions which were
    broken off go on; `notices` are printed once the command has answered.
    """

    argv: tuple[str, ...] = ()
    journal: str | None = None
    is_plain: bool = False
    is_json: bool = False
    never_asks: bool = False
    is_veiled: bool = False
    is_parsed: bool = False
    has_written: bool = False
    resumed_text: str | None = None
    draft: Draft | None = None
    is_resuming: bool = False
    saved_number: int | None = None
    notices: list[str] = field(default_factory=list)

    @cached_property
    def settings(self) -> Settings:
        """The user's settings."""
        return config.settings()

    @cached_property
    def today(self) -> date:
        """The local day."""
        return config.today()

    @cached_property
    def now(self) -> str:
        """The moment, UTC in ISO form."""
        return config.now()

    @cached_property
    def path(self) -> Path:
        """The journal of this call; raises InvalidInput where --journal has nothing behind it."""
        if self.journal == "":
            raise InvalidInput("--journal names no file.", hint="Like this: mentorlog --journal ~/notes.db timeline")
        return config.journal_path(self.journal)

    @cached_property
    def is_default(self) -> bool:
        """Whether it is the usual journal."""
        return self.path == config.default_journal()

    @property
    def own_paths(self) -> tuple[Path, ...]:
        """Folders and files that stand where mentorlog put them."""
        usual = (self.path.parent, self.path) if self.is_default else ()
        return (*usual, self.path.absolute().parent / "backups", config.drafts_folder(), config.config_file())

    @property
    def custom_journal(self) -> tuple[Path, ...]:
        """The journal where the user put it; nothing where it is the usual one."""
        return () if self.is_default else (self.path,)

    @property
    def rerun_argv(self) -> tuple[str, ...]:
        """The words to run again later, together with the journal that the environment named."""
        if self.journal or self.is_default:
            return self.argv
        return ("--journal", str(self.path.absolute()), *self.argv)

    def with_args(self, *words: str) -> Invocation:
        """A call of other words, about the same journal and answered in the same way."""
        journal = ("--journal", self.journal) if self.journal else ()
        return Invocation(argv=(*journal, *self._flags, *words))

    @property
    def _flags(self) -> tuple[str, ...]:
        return (*(("--plain",) if self.is_plain else ()), *(("--veil",) if self.is_veiled else ()))

    def apply_veil(self, figure: T) -> T:
        """The figure as it is shown: without its words where --veil hides them."""
        if not self.is_veiled:
            return figure
        from mentorlog.model.redaction import redact_text

        return redact_text(figure)

    @property
    def location_suffix(self) -> str:
        """What answers add for a journal that is not the usual one: where it is."""
        return "" if self.is_default else f", in {display_path(self.path)}"

    @contextmanager
    def open_readonly(self) -> Iterator[Journal]:
        """The journal, to read from; an empty one where the usual one was never written to."""
        from mentorlog.storage.journal import empty_journal, open_journal

        is_new = self.is_default and not path_exists(self.path)
        with empty_journal(self.now) if is_new else open_journal(self.path) as journal:
            yield journal

    @contextmanager
    def open_writable(self) -> Iterator[Journal]:
        """The journal, to write to; the usual one is made when it is first written to."""
        from mentorlog.storage.journal import open_journal

        with open_journal(self.path, create_at=self.now if self.is_default else "", upgrade_at=self.now) as journal:
            if journal.upgrade_backup:
                kept = display_path(journal.upgrade_backup)
                self.notices.append(
                    f"The journal was upgraded to this version's format. A copy of the former one: {kept}"
                )
            try:
                yield journal
            finally:
                self.has_written = self.has_written or journal.has_written

    def day(self, words: str | None) -> date | None:
        """A typed day, which may be to come."""
        if words is None:
            return None
        return parse_day(words, today=self.today, order=self.settings.dates_order, ahead=True)

    def period(
        self, words: str | None, since: str | None, until: str | None, default: Period | None = None
    ) -> Period | None:
        """A typed period."""
        return period_from(
            words,
            since,
            until,
            today=self.today,
            year_starts=self.settings.year_starts,
            order=self.settings.dates_order,
            default=default,
        )

    def last_twelve_months(self) -> Period:
        """The present month up to today, and the eleven before it."""
        return Period.of(plus_months(self.today.replace(day=1), -11), self.today)

    def this_year(self) -> Period:
        """The present year, as the settings count years."""
        return parse_period("this year", today=self.today, year_starts=self.settings.year_starts)

    def local_time(self, at: str) -> datetime:
        """A kept moment in local time."""
        return config.local_time(at)


def display_path(path: Path) -> str:
    """A path as people write it: with ~ for their home; safe to show."""
    home = Path.home()
    return one_line(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))
