"""Days as typed, "yesterday", "2025-Q3" → date, Period [start, end); and back into words. Today is an argument.

`period`: a stretch of days · `days`, `foreign`: reading a day · `periods`: reading a period · `rhythm`: how far apart ·
`wording`: saying them.
"""

from mentorlog.dates.days import check_on, parse_day
from mentorlog.dates.period import Period
from mentorlog.dates.periods import parse_period, period_from
from mentorlog.dates.rhythm import days_between
from mentorlog.dates.wording import (
    MONTHS,
    WEEKDAYS,
    dated,
    day_month,
    long,
    long_day_month,
    minutes_long,
    minutes_words,
    month_name,
    nearness,
    short,
    span,
)

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Period",
    "check_on",
    "dated",
    "day_month",
    "days_between",
    "long",
    "long_day_month",
    "minutes_long",
    "minutes_words",
    "month_name",
    "nearness",
    "parse_day",
    "parse_period",
    "period_from",
    "short",
    "span",
]
