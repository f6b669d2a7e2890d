"""The same time in earlier years, in plain words: one entry a line, with how long ago that was in front."""

from collections.abc import Iterator

from mentorlog.dates import long_date, long_day_month
from mentorlog.insights.lookback import Lookback
from mentorlog.phrases.days import years_ago
from mentorlog.phrases.grammar import name, plural
from mentorlog.views.plain.entries import line


def lines(figure: Lookback) -> Iterator[str]:
    """As "A year ago this week: 2025-03-11, reflection 23, private: I said half and he said both."."""
    for year in figure.years:
        for entry in year.entries:
            when = "on this day" if entry in year.on_the_day else "this week"
            yield f"{years_ago(year.moment.years_ago)} {when}: {line(entry)}"
    if along := figure.relationship:
        far = f"{plural('day', along.days)} after your first session with {name(along.person)}"
        yield f"Today is {far}, on {long_date(along.first)}."
        for point in along.others:
            when = f"As far along with {name(point.person)}, around {long_day_month(point.on)}"
            yield from (f"{when}: {line(entry)}" for entry in point.entries)
