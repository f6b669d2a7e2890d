"""What is found in a file of another program, before it is an entry."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date

from mentorlog.dates.days import find_day
from mentorlog.errors import Damaged, MentorlogError

ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)? ?(?P<half>[AaPp]\.?[Mm]\.?)?"
    r" ?(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
CLOCK = re.compile(_TIME, re.ASCII)
DAY_AND_CLOCK = re.compile(rf"(?P<day>.*?\d)(?:,? +(?:at +)?|T){_TIME}", re.ASCII)
WITH_YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ForeignEntry:
    """One piece of writing. `keys` are those that `--json` gives an entry: without "on" it has no day, without
    "title" and "text" no words. `tags` are as they were written there; `media_count` counts what words can't hold.
    """

    place: str
    keys: dict[str, object]
    tags: tuple[str, ...] = ()
    media_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateParser:
    """How days are read: `order` (DMY, MDY or empty) settles 11/12/2026."""

    today: date
    order: str = ""
    _known: dict[str, date | None] = field(default_factory=dict)

    def parse_day(self, words: str, place: str) -> date | None:
        """The day of a cell or a heading, or None; raises Damaged, naming the place, where it is an impossible one."""
        if words not in self._known:
            try:
                self._known[words] = self._read(words.strip())
            except MentorlogError as error:
                raise Damaged("bad-day", place=place, cause=error) from None
        return self._known[words]

    def parse_moment(self, words: str, place: str) -> tuple[date | None, str]:
        """A day with the time that stands behind it, as "HH:MM" with the offset if there is one, or empty."""
        if words in self._known:
            return self._known[words], ""
        found = DAY_AND_CLOCK.fullmatch(words.strip())
        if not found:
            return self.parse_day(words, place), ""
        return self.parse_day(found["day"], place), format_time(found)

    def _read(self, words: str) -> date | None:
        if not ISO.fullmatch(words):
            return find_day(words, today=self.today, order=self.order) if WITH_YEAR.search(words) else None
        try:
            return date.fromisoformat(words)
        except ValueError:
            return None


def format_time(found: re.Match[str]) -> str:
    """The time of day that CLOCK or DAY_AND_CLOCK found."""
    hour = int(found["hour"])
    half = (found["half"] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = (found["zone"] or "").replace("Z", "+00:00")
    return f"{hour:02}:{found['minute']}{zone if not zone or ':' in zone else f'{zone[:3]}:{zone[3:]}'}"


def content_uid(*parts: str) -> str:
    """An identity made of what was found, so that the same words are the same entry."""
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:32]
