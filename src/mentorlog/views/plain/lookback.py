"""The same time in earlier years, in plain words: one entry a line, with how long ago that was in front."""

from collections.abc import Iterator

from mentorlog.dates import long_date, long_day_month
from mentorlog.insights.lookback import Lookback, Relationship, YearLookback
from mentorlog.phrases.days import years_ago
from mentorlog.phrases.grammar import name, plural
from mentorlog.views.plain.entries import line


def lines(figure: Lookback) -> Iterator[str]:
    """As "A year ago this week: 2025-03-11, reflection 23, private: I said half and he said both."."""
    for year in figure.years:
        yield from _year(year)
    if figure.relationship:
        yield from _relationship(figure.relationship)


def _year(year: YearLookback) -> Iterator[str]:
    for entry in year.entries:
        when = "on this day" if entry in year.on_the_day else "this week"
        yield f"{years_ago(year.moment.years_ago)} {when}: {line(entry)}"


def _relationship(figure: Relationship) -> Iterator[str]:
    along = f"{plural('day', figure.days)} after your first session with {name(figure.person)}"
    yield f"Today is {along}, on {long_date(figure.first)}."
    for point in figure.others:
        for entry in point.entries:
            yield f"As far along with {name(point.person)}, around {long_day_month(point.on)}: {line(entry)}"
