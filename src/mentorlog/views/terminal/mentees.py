"""All mentees at a glance: who waits, and what is new."""

from rich.text import Text

from mentorlog.dates import relative_day, short_date
from mentorlog.insights.review import Mentees, MenteeStatus
from mentorlog.phrases.comments import (
    awaiting_reply_phrase,
    new_entries_phrase,
    review_command,
    unsent_phrase,
)
from mentorlog.phrases.grammar import plural
from mentorlog.text import one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    heading_lines,
    line,
    page,
    wrapped,
)


def picture(figure: Mentees, screen: Screen) -> Text:
    """One line for each, whose packet came last first."""
    right = plural("mentee", len(figure.standings)) if figure.standings else ""
    heading = heading_lines(bold("Mentees"), right, screen)
    if not figure.standings:
        words = "Nobody waits for an answer." if figure.is_waiting else "No packet came yet."
        foot = "" if figure.is_waiting else "To read one: mentorlog review import FILE"
        notes = wrapped(foot, edge(screen) - MARGIN, "dim", indent=MARGIN) if foot else []
        return page([*heading, Text(), line(words, indent=MARGIN), *notes])
    rows = table([_row(standing, figure) for standing in figure.standings], edge(screen), screen, indent=MARGIN)
    first = next((each for each in figure.standings if each.is_waiting), figure.standings[0])
    command = review_command("timeline", first.mentee.name, "--since last" if first.since else "")
    return page([*heading, Text(), *rows, Text(), *wrapped(command, edge(screen) - MARGIN, "dim", indent=MARGIN)])


def _row(standing: MenteeStatus, figure: Mentees) -> Row:
    came = f"{short_date(standing.last, figure.today)}, {relative_day(standing.last, figure.today)}"
    return Row(
        words=one_line(standing.mentee.name),
        asides=(Text(came), Text(new_entries_phrase(standing, figure.today)), dim(awaiting_reply_phrase(standing))),
        note=unsent_phrase(standing),
    )
