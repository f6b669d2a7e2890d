"""Entries one below the other: sessions, goals, actions, questions, or whatever a search found."""

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from mentorlog.dates import period_text, short_date
from mentorlog.insights.listing import Listing
from mentorlog.model.entries import Action, Entry, Goal, Question
from mentorlog.phrases.entries import headline, length, owner, unless_private
from mentorlog.phrases.goals import due, goal_word, progress_phrase, state
from mentorlog.phrases.grammar import names
from mentorlog.text import display_width, one_line
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal.columns import Row, table_with_bars
from mentorlog.views.terminal.draw import digits, dim, heading_lines, line, number, padded, page, paragraph
from mentorlog.views.terminal.goal_status import BARS, progress_with_bar

LINES = 2  # of an entry's words; the rest is what `show` is for
UNDATED = (Goal, Action, Question)  # found by what they are about, the others by their day


def picture(figure: Listing, screen: Screen) -> Text:
    """The list, with what matters for its kind beside the words."""
    heading = heading_lines(one_line(figure.heading), _period_and_count(figure), screen)
    if not figure.entries:
        return page([*heading, Text(), line("There is nothing to show here.", indent=MARGIN)])
    bars = BARS if any(isinstance(entry, Goal) for entry in figure.entries) else ()
    rows = table_with_bars(lambda width: _rows(figure, width, screen), bars, screen, indent=MARGIN)
    return page([*heading, Text(), *rows, *_foot(figure, screen)])


def _period_and_count(figure: Listing) -> str:
    part = f"{len(figure.entries)} of {figure.total}" if len(figure.entries) < figure.total else ""
    return ", ".join(filter(None, (period_text(figure.period) if figure.period else "", part)))


def _foot(figure: Listing, screen: Screen) -> list[Text]:
    hint = "The same command with --all shows the rest."
    return [] if len(figure.entries) == figure.total else [Text(), *paragraph(hint, screen, "dim")]


def _rows(figure: Listing, width: int, screen: Screen) -> list[Row]:
    entries = figure.entries
    is_mixed = len({entry.kind for entry in entries}) > 1
    widest = max(display_width(progress_phrase(entry)) if isinstance(entry, Goal) else 0 for entry in entries)
    return [
        Row(
            lead=lead,
            words=headline(entry),
            asides=(
                Text() if is_mixed else _status_cell(entry, figure.today, width, screen, widest),
                dim(unless_private(entry) if is_mixed else _secondary_facts(entry, figure.today, screen)),
            ),
            limit=LINES,
        )
        for entry, lead in zip(entries, _leads(entries, figure.today, is_mixed=is_mixed), strict=True)
    ]


def _leads(entries: Sequence[Entry], today: date, *, is_mixed: bool) -> list[Text]:
    """Number, day, what it is and whose, in columns."""
    days = [short_date(entry.on, today) if is_mixed or not isinstance(entry, UNDATED) else "" for entry in entries]
    who = [", ".join(filter(None, (entry.kind if is_mixed else "", _who(entry)))) for entry in entries]
    widths = (digits(entries), max(map(display_width, days)), max(map(display_width, who)))
    return [
        Text("  ").join(
            filter(None, (number(entry.number, widths[0]), padded(day, widths[1]), padded(dim(each), widths[2])))
        )
        for entry, day, each in zip(entries, days, who, strict=True)
    ]


def _who(entry: Entry) -> str:
    return owner(entry) if isinstance(entry, Action) else names(entry.people)


def _status_cell(entry: Entry, today: date, width: int, screen: Screen, widest: int) -> Text:
    if isinstance(entry, Goal):
        return progress_with_bar(entry, today, width, screen, widest)
    return dim(length(entry) or state(entry, today))


def _secondary_facts(entry: Entry, today: date, screen: Screen) -> str:
    stands = ""
    if isinstance(entry, Goal):
        stands = goal_word(entry) or (due(entry.due, today) if entry.due else "")
    return screen.separator.join(filter(None, (stands, unless_private(entry))))
