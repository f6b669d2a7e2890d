"""The page for the next session: blocks of a few lines, each left out where it has nothing to say."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from mentorlog.dates import date_with_year, day_month, relative_day, short_date
from mentorlog.insights.prep import Prep, StaleGoal, UnreportedAction
from mentorlog.model.entries import Entry
from mentorlog.phrases.entries import headline, owner
from mentorlog.phrases.goals import due_or_since, how_far, outcome_phrase
from mentorlog.phrases.grammar import label, more_hint, name, quote_line
from mentorlog.text import one_line, summary
from mentorlog.views.screen import MARGIN, Screen
from mentorlog.views.terminal import draw
from mentorlog.views.terminal.columns import Row, tables

INDENT = 4
LABEL = 16  # cells of the words in front of a block
MOST = 5  # lines of a block
MAX_SENTENCE_LINES = 2  # lines that a sentence of the last session may take
Block = tuple[str, list[Row], str]  # title, rows, the command that shows all


def picture(figure: Prep, screen: Screen) -> Text:
    """All that there is to say."""
    who = name(figure.person)
    heading = draw.heading_lines(f"For your next session with {who}", date_with_year(figure.today), screen)
    body = [*_last_time(figure, screen), *_blocks(figure, screen), *_suggested_topic(figure, screen)]
    if figure.is_empty:
        return draw.page([*heading, Text(), *draw.paragraph(f"Nothing is written yet with {who}.", screen), *body])
    return draw.page([*heading, *body, Text(), *_foot(figure, screen)])


def _last_time(figure: Prep, screen: Screen) -> Iterator[Text]:
    last = figure.last
    if not last:
        return
    day = f"{short_date(last.on, figure.today)}, {relative_day(last.on, figure.today)}"
    when = draw.wrapped(f"{day} ({last.number})", screen.edge - MARGIN - LABEL)
    yield from (Text(), *draw.hanging(draw.title("Last time"), when, MARGIN + LABEL))
    for part in summary(last.text or last.title):
        drawn, _ = draw.shortened(one_line(part), screen.edge - INDENT, MAX_SENTENCE_LINES, screen)
        yield from (draw.line(each, indent=INDENT) for each in drawn)


def _blocks(figure: Prep, screen: Screen) -> Iterator[Text]:
    """The blocks with numbers, which share their columns."""
    blocks = [block for block in _all(figure) if block[1]]
    drawn = tables([rows[:MOST] for _, rows, _ in blocks], screen, indent=INDENT)
    for (title, rows, command), lines in zip(blocks, drawn, strict=True):
        yield from (Text(), *draw.paragraph(title, screen, "bold"), *lines)
        if len(rows) > MOST:
            rest = more_hint(len(rows) - MOST, f"mentorlog {command}")
            yield from draw.paragraph(rest, screen, "dim", indent=INDENT)


def _all(figure: Prep) -> Iterator[Block]:
    who, today = name(figure.person), figure.today
    yield f"To tell {who}", [_to_tell_row(one, today) for one in figure.unreported], "action list --status all"
    actions = [_row(one, f"{owner(one)}: {headline(one)}", due_or_since(one, today)) for one in figure.open_actions]
    yield "Open between you", actions, "action list"
    yield "Your questions, in your order", [_row(one, headline(one)) for one in figure.questions], "ask --list"
    heard = [_row(one, quote_line(headline(one)), day_month(one.on, today)) for one in figure.feedback]
    yield f"From {who}, not answered yet", heard, "timeline --kind feedback --all"
    yield "Gone quiet", [_stale_goal_row(one, today) for one in figure.stale_goals], "goal list"


def _row(entry: Entry, words: str, aside: str = "") -> Row:
    return Row(lead=draw.number(entry.number, 3), words=words, asides=(draw.dim(aside),), limit=3)


def _to_tell_row(one: UnreportedAction, today: date) -> Row:
    words = f"{headline(one.action).rstrip('.')}: {outcome_phrase(one.action)}"
    return _row(one.action, words, day_month(one.on, today))


def _stale_goal_row(one: StaleGoal, today: date) -> Row:
    words = ", ".join(filter(None, (headline(one.goal), how_far(one.goal, today))))
    return _row(one.goal, words, f"since {day_month(one.since, today)}")


def _suggested_topic(figure: Prep, screen: Screen) -> Iterator[Text]:
    if not figure.suggestion:
        return
    areas = ", ".join(label(area) for area in figure.suggestion.areas)
    words = f"not yet spoken of with {name(figure.person)}: {areas}"
    topic = draw.wrapped(words, screen.edge - MARGIN - LABEL)
    yield from (Text(), *draw.hanging(draw.title("If you like"), topic, MARGIN + LABEL))
    if figure.suggestion.question:
        yield from draw.paragraph(quote_line(figure.suggestion.question), screen, indent=INDENT)


def _foot(figure: Prep, screen: Screen) -> Iterator[Text]:
    notes = [f"To paste into a message: mentorlog prep --with {one_line(figure.handle)} --to md"]
    if figure.unreported:
        first = figure.unreported[0].action
        verb = "drop" if first.status == "dropped" else "done"
        notes.append(f"Once told: mentorlog action {verb} {first.number} --told")
    for note in notes:
        yield from draw.paragraph(note, screen, "dim")
