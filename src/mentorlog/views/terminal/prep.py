"""The page for the next session: blocks of a few lines, each left out where it has nothing to say."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from mentorlog.dates import date_with_year, day_month, relative_day, short_date
from mentorlog.insights.prep import Prep, StaleGoal, UnreportedAction
from mentorlog.model.entries import Action, Entry
from mentorlog.phrases.entries import headline, owner
from mentorlog.phrases.goals import due_or_since, how_far, outcome_phrase
from mentorlog.phrases.grammar import label, more_hint, name, quote_line
from mentorlog.text import one_line, summary
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, tables
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    dim,
    edge,
    flow_items,
    heading_lines,
    line,
    number,
    padded,
    page,
    shortened,
    wrapped,
)

INDENT = 4
LABEL = 16  # cells of the words in front of a block
MOST = 5  # lines of a block
MAX_SENTENCE_LINES = 2  # lines that a sentence of the last session may take
Block = tuple[str, list[Row], str]


def picture(figure: Prep, screen: Screen) -> Text:
    """All that there is to say."""
    who = name(figure.person)
    heading = heading_lines(bold(f"For your next session with {who}"), date_with_year(figure.today), screen)
    body = [*_last_time(figure, screen), *_blocks(figure, screen), *_suggested_topic(figure, screen)]
    if figure.is_empty:
        body = [Text(), *wrapped(f"Nothing is written yet with {who}.", edge(screen) - MARGIN, indent=MARGIN), *body]
    return page([*heading, *body, *([Text(), *_foot(figure, screen)] if not figure.is_empty else [])])


def _last_time(figure: Prep, screen: Screen) -> Iterator[Text]:
    last = figure.last
    if not last:
        return
    day = f"{short_date(last.on, figure.today)}, {relative_day(last.on, figure.today)}"
    first, *rest = flow_items([f"{day} ({last.number})"], edge(screen) - MARGIN - LABEL, screen)
    yield from (Text(), line(padded(bold("Last time"), LABEL), first, indent=MARGIN))
    yield from (line(each, indent=MARGIN + LABEL) for each in rest)
    for part in summary(last.text or last.title):
        drawn, _ = shortened(one_line(part), edge(screen) - INDENT, MAX_SENTENCE_LINES, screen)
        yield from (line(each, indent=INDENT) for each in drawn)


def _blocks(figure: Prep, screen: Screen) -> Iterator[Text]:
    """The blocks with numbers, which share their columns."""
    blocks = [block for block in _all(figure) if block[1]]
    drawn = tables([rows for _, rows, _ in blocks], edge(screen), screen, indent=INDENT)
    for (title, _, rest), lines in zip(blocks, drawn, strict=True):
        yield from (Text(), *wrapped(title, edge(screen) - MARGIN, "bold", indent=MARGIN), *lines)
        yield from wrapped(rest, edge(screen) - INDENT, "dim", indent=INDENT) if rest else ()


def _all(figure: Prep) -> Iterator[Block]:
    who, today = name(figure.person), figure.today
    yield _block(f"To tell {who}", [_to_tell_row(one, today) for one in figure.unreported], "action list --status all")
    yield _block("Open between you", [_open_action_row(action, today) for action in figure.open_actions], "action list")
    asked = [_row(one, headline(one)) for one in figure.questions]
    yield _block("Your questions, in your order", asked, "ask --list")
    heard = [_row(one, quote_line(headline(one)), day_month(one.on, today)) for one in figure.feedback]
    yield _block(f"From {who}, not answered yet", heard, "timeline --kind feedback --all")
    yield _block("Gone quiet", [_stale_goal_row(one, today) for one in figure.stale_goals], "goal list")


def _block(title: str, rows: list[Row], command: str) -> Block:
    """At most MOST rows, and where the others are."""
    return title, rows[:MOST], more_hint(len(rows) - MOST, f"mentorlog {command}") if len(rows) > MOST else ""


def _row(entry: Entry, words: str, aside: str = "") -> Row:
    return Row(lead=number(entry.number, 3), words=words, asides=(dim(aside),), limit=3)


def _to_tell_row(one: UnreportedAction, today: date) -> Row:
    words = f"{headline(one.action).rstrip('.')}: {outcome_phrase(one.action)}"
    return _row(one.action, words, day_month(one.on, today))


def _open_action_row(action: Action, today: date) -> Row:
    return _row(action, f"{owner(action)}: {headline(action)}", due_or_since(action, today))


def _stale_goal_row(one: StaleGoal, today: date) -> Row:
    words = ", ".join(filter(None, (headline(one.goal), how_far(one.goal, today))))
    return _row(one.goal, words, f"since {day_month(one.since, today)}")


def _suggested_topic(figure: Prep, screen: Screen) -> Iterator[Text]:
    if not figure.suggestion:
        return
    areas = ", ".join(label(area) for area in figure.suggestion.areas)
    words = f"not yet spoken of with {name(figure.person)}: {areas}"
    first, *rest = wrapped(words, edge(screen) - MARGIN - LABEL)
    yield from (Text(), line(padded(bold("If you like"), LABEL), first, indent=MARGIN))
    yield from (line(each, indent=MARGIN + LABEL) for each in rest)
    if figure.suggestion.question:
        yield from wrapped(quote_line(figure.suggestion.question), edge(screen) - INDENT, indent=INDENT)


def _foot(figure: Prep, screen: Screen) -> Iterator[Text]:
    notes = [f"To paste into a message: mentorlog prep --with {one_line(figure.handle)} --to md"]
    if figure.unreported:
        first = figure.unreported[0].action
        verb = "drop" if first.status == "dropped" else "done"
        notes.append(f"Once told: mentorlog action {verb} {first.number} --told")
    for note in notes:
        yield from wrapped(note, edge(screen) - MARGIN, "dim", indent=MARGIN)
