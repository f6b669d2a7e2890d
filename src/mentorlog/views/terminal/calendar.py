"""How much was written when: blocks above months, or bars beside years."""

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from mentorlog.dates.wording import MONTHS
from mentorlog.model.tallies import MonthTally
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table_with_bars
from mentorlog.views.terminal.draw import block_char, count_with_bar, dim, line, title

MANY = 24  # months; of more, the years are shown
BARS = (30, 20, 12)
_CELL = 5


def entries_over_time(months: Sequence[MonthTally], screen: Screen, *, indent: int) -> list[Text]:
    """Entries by month, or by year; nothing for a single month."""
    if len(months) < 2:
        return []
    if len(months) > MANY:
        return [title("By year"), *_years(months, screen, indent)]
    return [title("By month"), *_months(months, screen, indent)]


def _months(months: Sequence[MonthTally], screen: Screen, indent: int) -> list[Text]:
    fit = max((screen.edge - indent) // _CELL, 1)
    beside = next(count for count in (12, 6, 4, 3, 2, 1) if count <= fit)
    chunks = _chunks(months, beside)
    most = max(tally.entries for tally in months)
    lines: list[Text] = []
    for chunk in chunks:
        lines += [Text()] * bool(lines) + _chunk(chunk, most, screen, indent, has_year=len(chunks) > 1 and beside == 12)
    return lines


def _chunks(months: Sequence[MonthTally], beside: int) -> list[Sequence[MonthTally]]:
    """Calendar years where a row has room for twelve months and one isn't enough; otherwise equal rows."""
    if len(months) > beside == 12:
        return [list(year) for _, year in groupby(months, key=lambda tally: tally.month.year)]
    return [months[at : at + beside] for at in range(0, len(months), beside)]


def _chunk(months: Sequence[MonthTally], most: int, screen: Screen, indent: int, *, has_year: bool) -> list[Text]:
    names = "  ".join(MONTHS[tally.month.month - 1][:3] for tally in months)
    blocks = "  ".join(f" {block_char(tally.entries, most)} " for tally in months).rstrip()
    counts = "  ".join(f"{tally.entries:^3}" for tally in months).rstrip()
    year = [line(dim(str(months[0].month.year)), indent=indent)] if has_year else []
    drawn = [line(blocks, indent=indent)] if screen.has_symbols and blocks else []
    return [*year, line(dim(names), indent=indent), *drawn, line(counts, indent=indent)]


def _years(months: Sequence[MonthTally], screen: Screen, indent: int) -> list[Text]:
    grouped = groupby(months, key=lambda tally: tally.month.year)
    years = [(year, sum(tally.entries for tally in within)) for year, within in grouped]
    most = max(count for _, count in years)
    digits = len(str(most))

    def rows(width: int) -> list[Row]:
        return [
            Row(words=str(year), asides=(count_with_bar(count, most, digits, width, screen),)) for year, count in years
        ]

    return table_with_bars(rows, BARS, screen, indent=indent)
