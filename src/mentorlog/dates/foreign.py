"""A day in any of the languages that dateparser reads, held to what was really said.

dateparser is generous: it makes a day of "x 3" and of "today 3". So each number typed must be found again in its
answer, and an answer without a number must be a day by name, like "ayer" or "vendredi".
"""

import re
import unicodedata
from datetime import date, datetime, time

from mentorlog.dates.period import months_between

# Not all 200 that it knows: they would take seconds to refuse a slip of the finger.
LATIN = "en vi es fr de pt it nl sv da nb fi pl cs hu ro hr tr id ms fil sw af"
OTHERS = "zh zh-Hant ja ko hi bn ta te mr gu kn ml pa ur fa ar he th ru uk el bg"

_LETTERS = r"[^\W\d_]{3}|[^\x00-\x7f]"
_NUMERIC = r"(?<!\d)\d{1,2}[\s./-]+\d{1,2}(?!\d)"  # 11/12, in whichever order


def foreign_day(words: str, *, today: date, ahead: bool = False) -> date | None:
    """The day that the words name, looking back from today or `ahead`; None where they name none, or half of one."""
    numbers = {int(number) for number in re.findall(r"\d+", words)}
    if not _is_likely(words) or re.search(_NUMERIC, words) or max(numbers, default=0) > 9999:
        return None
    return _relative(words, numbers, today) or _absolute(words, numbers, today, ahead)


def _is_likely(words: str) -> bool:
    letters = all(char.isalnum() or char in " .,'’/-" or unicodedata.category(char)[0] == "M" for char in words)
    return letters and sum(map(str.isalnum, words)) > 1 and bool(re.search(_LETTERS, words))


def _relative(words: str, numbers: set[int], today: date) -> date | None:
    """Such as "ayer", "vor 3 Tagen"; not "last week", which is no day, nor "3 Tage", which may be past or to come."""
    day, unit = _ask(words, today, ahead=False, parser="relative-time")
    if day is None or unit == "time" or (unit != "day" and not numbers):
        return None
    days, months = abs((day - today).days), months_between(*sorted((day, today)))
    if not numbers <= {days, days / 7, months, months / 12}:
        return None
    return day if (day, unit) == _ask(words, today, ahead=True, parser="relative-time") else None


def _absolute(words: str, numbers: set[int], today: date, ahead: bool) -> date | None:
    """Such as "5 de marzo", "vendredi"; not "marzo", nor "5"."""
    parts = ("day", "month") if numbers else ()
    day, unit = _ask(words, today, ahead, parser="absolute-time", parts=parts)
    if day is None or unit != "day" or not numbers <= {day.day, day.month, day.year}:
        return None
    away = abs((day - today).days)
    if numbers or away < 7:
        return day
    # Without a number it is a weekday, and today's own name means today, not a week away.
    return today if away == 7 else None


def _ask(words: str, today: date, ahead: bool, *, parser: str, parts: tuple[str, ...] = ()) -> tuple[date | None, str]:
    """dateparser's day, and the unit it was said in: day, week, month, year or time."""
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    settings = {
        "RELATIVE_BASE": datetime.combine(today, time()),
        "PREFER_DATES_FROM": "future" if ahead else "past",
        "PARSERS": [parser],
        "REQUIRE_PARTS": [*parts],
        "RETURN_TIME_AS_PERIOD": True,
    }
    languages = LATIN if re.search("[a-z]", words) else OTHERS
    answer = DateDataParser(languages=languages.split(), settings=settings).get_date_data(words)
    moment: datetime | None = answer.date_obj
    unit: str = answer.period
    return (None, unit) if moment is None or moment.tzinfo else (moment.date(), unit)
