"""A day as it is typed → a date: "2026-03-12", "yesterday", "last fri", "3 days ago", "12 mar", and other languages."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from mentorlog.dates.period import DAY, plus_months
from mentorlog.dates.wording import MONTHS, WEEKDAYS, date_with_year, long_day_month
from mentorlog.errors import InvalidInput

YEARS = range(1900, 2201)
LONGEST = 60  # characters; nobody types a day in more

_NAMED = {
    word: days
    for days, words in {
        -3: "大前天",
        -2: "day before yesterday, 前天, 一昨日, おととい, 그제, 그저께, hôm kia",
        -1: "yesterday, 昨天, 昨日, きのう, 어제, hôm qua, நேற்று",
        0: "today, 今天, 今日, きょう, 오늘, hôm nay, आज, இன்று",
        1: "tomorrow, 明天, 明日, あした, 내일, ngày mai, நாளை",
        2: "day after tomorrow, 后天, 後天, 明後日, あさって, 모레, ngày kia",
    }.items()
    for word in words.split(", ")
}
_EITHER_WAY = {"कल": 1, "परसों": 2}  # Hindi has one word for yesterday and tomorrow

_UNITS = {  # (days, months)
    word: unit
    for unit, words in {
        (1, 0): "day days 天 日 일 ngày दिन நாட்களுக்கு",
        (7, 0): "week weeks 周 週 星期 个星期 個星期 礼拜 禮拜 週間 주 주일 tuần",
        (0, 1): "month months 个月 個月 か月 ヶ月 カ月 개월 달 tháng",
        (0, 12): "year years 年 년 năm",
    }.items()
    for word in words.split()
}
_FROM_ONE = "a an one 一, two 二 两 兩, three 三, four 四, five 五, six 六, seven 七, eight 八, nine 九, ten 十"
_NUMERALS = {word: count for count, words in enumerate(_FROM_ONE.split(", "), 1) for word in words.split()}
_COUNTED = (
    rf"(?P<within>in )?(?P<count>\d{{1,4}}|{'|'.join(_NUMERALS)}) ?(?P<unit>{'|'.join(_UNITS)}) ?"
    r"(?:(?P<ago>ago|[以之]?前|전|trước|पहले|முன்|முன்பு)|(?P<later>from now|later|[以之]?[后後]|후|뒤|sau|nữa))?"
)
_WEEKDAY = r"(?:(last|this|next|on) )?([a-z]+)"
_MONTH_DAY = (
    r"(?:(?P<weekday>[a-z]+)\.?,? )?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(?P<month>[a-z]+)\.?"
    r"|(?P<month_first>[a-z]+)\.?[ -]?(?P<day_last>\d{1,2})(?:st|nd|rd|th)?)"
    r"(?:(?:, ?| |-)(?P<year>\d{4}))?"
)
_YEAR_FIRST = r"(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?"
_YEAR_LAST = r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})\.?"


def parse_day(words: str, *, today: date, order: str = "", ahead: bool = False) -> date:
    """The day that was typed; `order` ("DMY", "MDY") settles 11/12/2026. Words that name no year or direction ("fri",
    "12 mar") mean the latest such day up to today, or, `ahead`, the next one from today on. Raises InvalidInput.
    """
    day = find_day(words, today=today, order=order, ahead=ahead)
    if day is None:
        raise InvalidInput("not-a-day", words=words[:LONGEST])
    return day


def check_not_future(day: date, *, today: date, words: str = "") -> None:
    """Raises InvalidInput for a day after tomorrow, on which nothing can have been (tomorrow may be today elsewhere);
    in `words` that name a day by its distance the year can't be the slip.
    """
    if day > today + DAY:
        meant = max(same for same in _same_days(day.month, day.day, today) if same <= today)
        if words and not any(map(str.isdecimal, words)):
            raise InvalidInput("day-to-come", day=date_with_year(day))
        raise InvalidInput("day-to-come-but", day=date_with_year(day), meant=meant)


def find_day(words: str, *, today: date, order: str = "", ahead: bool = False) -> date | None:
    """Like `parse_day`, but None where the words are no day; InvalidInput only where they are an impossible one."""
    typed = normalized(words)
    has_letters = any(map(str.isalpha, typed))
    day = _from_words(typed, today, ahead) if has_letters else _from_digits(typed, order)
    if has_letters and not day:
        from mentorlog.dates.foreign import foreign_day

        day = foreign_day(typed, today=today, ahead=ahead)
    if day and day.year not in YEARS:
        raise year_out_of_range()
    return day


def normalized(words: str) -> str:
    """Typed words for comparing: one form of each letter, lower case, single spaces; nothing if there are too many."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split()) if len(words) <= LONGEST else ""


def year_out_of_range() -> InvalidInput:
    """The error for a year that no entry can have."""
    return InvalidInput("year-out-of-range", first=YEARS[0], last=YEARS[-1])


def name_index(names: Iterable[str], word: str) -> int | None:
    """The place of the English name that begins with these three letters or more."""
    return next((at for at, name in enumerate(names) if len(word) >= 3 and name.lower().startswith(word)), None)


def shift_by_unit(day: date, count: int, unit: str) -> date:
    """The day so many units ("day", "weeks", "か月") later, earlier if negative; InvalidInput beyond any calendar."""
    days, months = _UNITS[unit]
    try:
        return plus_months(day, months * count) + days * count * DAY
    except (ValueError, OverflowError):
        raise year_out_of_range() from None


def _from_words(typed: str, today: date, ahead: bool) -> date | None:
    named = _NAMED | {word: days if ahead else -days for word, days in _EITHER_WAY.items()}
    if (days := named.get(typed.removeprefix("the "))) is not None:
        return today + days * DAY
    return _counted(typed, today) or _weekday(typed, today, ahead) or _month_day(typed, today, ahead)


def _counted(typed: str, today: date) -> date | None:
    found = re.fullmatch(_COUNTED, typed)
    if not found or [found["within"], found["ago"], found["later"]].count(None) != 2:
        return None
    count = _NUMERALS.get(found["count"]) or int(found["count"])
    return shift_by_unit(today, -count if found["ago"] else count, found["unit"])


def _weekday(typed: str, today: date, ahead: bool) -> date | None:
    found = re.fullmatch(_WEEKDAY, typed)
    weekday = name_index(WEEKDAYS, found[2]) if found else None
    if not found or weekday is None:
        return None
    since = (today.weekday() - weekday) % 7
    match found[1]:
        case "last":
            return today - (since or 7) * DAY
        case "next":
            return today + (7 - since) * DAY
        case "this":
            return today + (weekday - today.weekday()) * DAY
    return today + -since % 7 * DAY if ahead else today - since * DAY


def _month_day(typed: str, today: date, ahead: bool) -> date | None:
    found = re.fullmatch(_MONTH_DAY, typed)
    if not found:
        return None
    month = name_index(MONTHS, found["month"] or found["month_first"])
    weekday = name_index(WEEKDAYS, found["weekday"] or "")
    if month is None or (found["weekday"] and weekday is None):
        return None
    day = int(found["day"] or found["day_last"])
    if found["year"]:
        return _on_weekday(_real(_possible(int(found["year"]), month + 1, day), typed), weekday)
    return _real(_nearest(_same_days(month + 1, day, today), weekday, today, ahead), typed)


def _on_weekday(day: date, weekday: int | None) -> date:
    if weekday not in (None, day.weekday()):
        raise InvalidInput("other-weekday", day=long_day_month(day), weekday=WEEKDAYS[day.weekday()])
    return day


def _nearest(days: list[date], weekday: int | None, today: date, ahead: bool) -> date | None:
    if weekday is not None:
        return min((day for day in days if day.weekday() == weekday), key=lambda day: abs(day - today), default=None)
    if ahead:
        return min((day for day in days if day >= today), default=None)
    return max((day for day in days if day <= today), default=None)


def _same_days(month: int, day: int, today: date) -> list[date]:
    """That day of the years around today: enough of them to meet a 29 February on either side."""
    days = (_possible(year, month, day) for year in range(today.year - 8, today.year + 9))
    return list(filter(None, days))


def _from_digits(typed: str, order: str) -> date | None:
    if found := re.fullmatch(_YEAR_FIRST, typed):
        return _real(_possible(int(found[1]), int(found[3]), int(found[4])), typed)
    if found := re.fullmatch(_YEAR_LAST, typed):
        return _in_order(int(found[1]), int(found[3]), int(found[4]), order, typed)
    return None


def _in_order(first: int, second: int, year: int, order: str, typed: str) -> date:
    """11/12/2026 in the user's own order; where only one order gives a day, or both the same, in that one."""
    readings = {"DMY": _possible(year, second, first), "MDY": _possible(year, first, second)}
    days = sorted(set(filter(None, readings.values())))
    if len(days) < 2:
        return _real(next(iter(days), None), typed)
    if day := readings.get(order):
        return day
    raise InvalidInput("two-days", words=typed, days=tuple(days))


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _real(day: date | None, typed: str) -> date:
    if day is None:
        raise InvalidInput("no-such-day", words=typed)
    return day
