"""Days, spans and minutes in English words, the same under every locale."""

from datetime import date

from mentorlog.dates.period import Period, months_between

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def short_date(day: date, today: date) -> str:
    """As in "Thu 5 Mar", and with the year where it isn't today's: "Thu 20 Nov 2025"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day_month(day, today)}"


def date_with_year(day: date, *, in_full: bool = False) -> str:
    """As in "Thu 12 Mar 2026"; `in_full`, as `long`."""
    return long_date(day) if in_full else f"{WEEKDAYS[day.weekday()][:3]} {day_month(day)}"


def long_date(day: date, today: date | None = None) -> str:
    """As in "Thursday 12 March 2026", and where it is the year of the `today` given, "Thursday 12 March"."""
    return f"{WEEKDAYS[day.weekday()]} {long_day_month(day, today)}"


def day_month(day: date, today: date | None = None) -> str:
    """As in "5 Mar", and where it isn't today's year, "20 Nov 2025"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}" + _year(day, today)


def long_day_month(day: date, today: date | None = None) -> str:
    """As in "14 January", and where it isn't today's year, "14 January 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]}" + _year(day, today)


def month_name(day: date) -> str:
    """Such as "March 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def relative_day(day: date, today: date) -> str:
    """How far a day is: "today", "yesterday", "3 days ago", "a week ago", "in 5 months", "2 years ago"."""
    days = (day - today).days
    if abs(days) <= 1:
        return ("yesterday", "today", "tomorrow")[days + 1]
    amount = _amount(abs(days), months_between(*sorted((day, today))))
    return f"in {amount}" if days > 0 else f"{amount} ago"


def period_text(period: Period) -> str:
    """As in "1 April 2025 to 12 March 2026"; of a single day, just that day."""
    last = long_day_month(period.until)
    if period.until == period.start:
        return last
    first = "the beginning" if period.start == date.min else long_day_month(period.start)
    return f"{first} to {last}"


def short_duration(length: int) -> str:
    """Minutes as in "45 min", "2 h", "13 h 20 min"."""
    hours, rest = divmod(length, 60)
    return " ".join(f"{count} {unit}" for count, unit in ((hours, "h"), (rest, "min")) if count) or "0 min"


def long_duration(length: int) -> str:
    """Minutes as in "45 minutes", "1 hour", "13 hours 20 minutes"."""
    hours, rest = divmod(length, 60)
    return " ".join(_count(count, unit) for count, unit in ((hours, "hour"), (rest, "minute")) if count) or "0 minutes"


def _year(day: date, today: date | None) -> str:
    return "" if today and day.year == today.year else f" {day.year}"


def _amount(days: int, months: int) -> str:
    """A distance of two days or more in the unit that people would use."""
    if months >= 24 or months == 12:
        return _about(months // 12, "year")
    if months >= 3:
        return _about(months, "month")
    if days == 7 or days >= 14:
        return _about((days + 3) // 7, "week")
    return f"{days} days"


def _about(count: int, unit: str) -> str:
    return f"a {unit}" if count == 1 else _count(count, unit)


def _count(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
