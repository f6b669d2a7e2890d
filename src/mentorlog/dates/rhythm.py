"""A rhythm as people write it, "5 weeks" → how many days that is."""

import re

COUNTS = {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
RHYTHM_PATTERN = r"(?:(?:about )?every )?(?:(\d{1,3}|a|one|two|three|four|five|six) )?(day|week|month|quarter|year)s?"


def days_between(rhythm: str) -> int | None:
    """About how many days lie between two meetings; None where the words name no length of time ("when I need it")."""
    found = re.fullmatch(RHYTHM_PATTERN, " ".join(rhythm.lower().split()))
    if not found:
        return None
    count, unit = found[1] or "", found[2]
    return (COUNTS[count] if count in COUNTS else int(count)) * DAYS[unit] or None
