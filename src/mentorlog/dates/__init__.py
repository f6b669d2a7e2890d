"""Days as typed, "yesterday", "2025-Q3" → date, Period [start, end); and back into words. Today is an argument.

`period`: a stretch of days · `days`, `foreign`: reading a day · `periods`: reading a period or a rhythm · `wording`:
saying them.
"""

from mentorlog.dates.days import check_not_future, parse_day
from mentorlog.dates.period import Period
from mentorlog.dates.periods import days_between, parse_period, period_from
from mentorlog.dates.wording import (
    MONTHS,
    WEEKDAYS,
    date_with_year,
    day_month,
    long_date,
    long_day_month,
    long_duration,
    month_name,
    period_text,
    relative_day,
    short_date,
    short_duration,
)

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Period",
    "check_not_future",
    "date_with_year",
    "day_month",
    "days_between",
    "long_date",
    "long_day_month",
    "long_duration",
    "month_name",
    "parse_day",
    "parse_period",
    "period_from",
    "period_text",
    "relative_day",
    "short_date",
    "short_duration",
]
