"""Today at a glance; in a journal with nothing in it, how to begin."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from rich.text import Text

from mentorlog.dates import date_with_year, long_date, relative_day, short_date
from mentorlog.insights.home import Home
from mentorlog.model.entries import Action, Entry, Goal
from mentorlog.model.reviews import MenteeStatus
from mentorlog.model.tallies import LastMeeting
from mentorlog.phrases.comments import awaiting_reply_or_unsent, new_entries_phrase
from mentorlog.phrases.days import rhythm
from mentorlog.phrases.entries import headline
from mentorlog.phrases.goals import due_or_since, progress_phrase
from mentorlog.phrases.grammar import more_hint, name, names, quote_line, with_article
from mentorlog.text import display_width, one_line
from mentorlog.views.screen import MARGIN, WIDEST, Screen
from mentorlog.views.terminal.columns import Row, table, tables
from mentorlog.views.terminal.draw import BOLD, DIM, bold, dim, line, number, padded, page, paragraph, title, wrapped
from mentorlog.views.terminal.goal_status import progress_with_bar

LABEL = 12  # cells of the words in front of a block
MOST = 3  # lines of a block
T = TypeVar("T")

FIRST_STEPS = (
    ("After a session", "mentorlog session add --with Ánh", "It asks a few short questions; Enter skips any of them."),
    ("A thought, in one line", 'mentorlog reflect "Ánh said my name right the first time." -a validation', ""),
    ("Only looking", "mentorlog demo", ""),
)
OTHER_STARTS = (
    ("Sent a file by a mentee?", "mentorlog review import FILE"),
    ("Coming from jrnl?", "mentorlog import FILE --from jrnl --dry-run"),
    ("Using a screen reader?", "mentorlog config set plain true"),
)


class Block(NamedTuple):
    """A few rows with a label in front; `rest` says where the others are."""

    label: str
    rows: list[Row]
    rest: str = ""


def picture(figure: Home, screen: Screen) -> Text:
    """What lies open today, each block left out where it has nothing to say."""
    if figure.is_empty and not figure.mentees:
        return page(_welcome(figure, screen))
    where = [] if figure.is_default else paragraph(f"in {one_line(figure.where)}", screen, DIM)
    blocks = [block for block in _all(figure, screen) if block.rows]
    foot = paragraph(_foot(figure, screen), screen, DIM)
    return page([bold(long_date(figure.today)), *where, *_block_lines(blocks, screen), Text(), *foot])


def _foot(figure: Home, screen: Screen) -> str:
    if figure.next:
        return f"mentorlog prep --with {one_line(figure.handle)}   is the page for your next session."
    return f'To write a line: mentorlog reflect "{screen.ellipsis}"'


def _all(figure: Home, screen: Screen) -> Iterator[Block]:
    today = figure.today
    bar_width = 20 if screen.edge == WIDEST else 0 if screen.is_narrow else 12
    widest = max((display_width(progress_phrase(goal)) for goal in figure.goals[:MOST]), default=0)

    def goal_row(goal: Goal) -> Row:
        return _row(goal, headline(goal), progress_with_bar(goal, today, bar_width, screen, widest))

    def action_row(action: Action) -> Row:
        owner = names([action.owner]) if action.owner else ""
        return _row(action, _with_person(owner, action), Text(due_or_since(action, today)))

    yield _block("Mentees", figure.mentees, lambda status: _mentee_row(status, today), "review list")
    yield _block("Last met", figure.last_meetings, lambda tally: _meeting_row(tally, today), "person list")
    yield _block("Open", figure.actions, action_row, "action list")
    yield _block("Goals", figure.goals, goal_row, "goal list")
    yield _block("To ask", figure.questions, lambda one: _row(one, _with_person(names(one.people), one)), "ask --list")
    yield _drafts(figure)
    yield _block("A year ago this week", figure.a_year_ago, _year_ago_row, _week_command(figure))


def _block(label: str, items: Sequence[T], row: Callable[[T], Row | None], command: str) -> Block:
    rest = more_hint(len(items) - MOST, f"mentorlog {command}") if len(items) > MOST else ""
    return Block(label, list(filter(None, map(row, items[:MOST]))), rest)


def _block_lines(blocks: list[Block], screen: Screen) -> Iterator[Text]:
    """Rows with numbers share their columns; the label stands in front of them, or above where that is too narrow."""
    start = 2 * MARGIN if screen.is_narrow else MARGIN + LABEL
    numbered = iter(tables([block.rows for block in blocks if _has_numbers(block)], screen, indent=start))
    for block in blocks:
        lines = next(numbered) if _has_numbers(block) else table(block.rows, screen, indent=start)
        yield from (Text(), *_labelled(block, lines, start, screen))


def _labelled(block: Block, lines: list[Text], start: int, screen: Screen) -> list[Text]:
    label = title(block.label)
    rest = paragraph(block.rest, screen, DIM, indent=start) if block.rest else []
    if display_width(label.plain) + MARGIN > start:
        return [label, *lines, *rest]
    return [line(padded(label, start), lines[0][start:]), *lines[1:], *rest]


def _has_numbers(block: Block) -> bool:
    return any(row.lead.plain for row in block.rows)


def _mentee_row(status: MenteeStatus, today: date) -> Row:
    facts = (new_entries_phrase(status, today), awaiting_reply_or_unsent(status))
    return Row(words=one_line(status.mentee.name), asides=tuple(map(Text, facts)))


def _meeting_row(tally: LastMeeting, today: date) -> Row | None:
    if not tally.last:
        return None
    day = f"{short_date(tally.last, today)}, {relative_day(tally.last, today)}"
    return Row(words=name(tally.person), asides=(Text(day), dim(rhythm(tally.person))))


def _row(entry: Entry, words: str, aside: Text | None = None) -> Row:
    return Row(lead=number(entry.number, 3), words=words, asides=(aside or Text(),), limit=2)


def _with_person(who: str, entry: Entry) -> str:
    return f"{who}: {headline(entry)}" if who else headline(entry)


def _drafts(figure: Home) -> Block:
    begun = [
        f"{with_article(one_line(kind))} begun on {short_date(on, figure.today)}" for kind, on in figure.drafts[:MOST]
    ]
    return Block("Unfinished", [Row(words=words, asides=(Text("mentorlog edit draft"),)) for words in begun])


def _year_ago_row(entry: Entry) -> Row:
    return _row(entry, quote_line(headline(entry)), dim(date_with_year(entry.on)))


def _week_command(figure: Home) -> str:
    days = sorted(entry.on for entry in figure.a_year_ago)
    return f"timeline {'..'.join(map(str, dict.fromkeys((days[0], days[-1]))))}" if days else ""


def _welcome(figure: Home, screen: Screen) -> Iterator[Text]:
    room = screen.edge - 2 * MARGIN
    yield from (bold("mentorlog"), Text())
    yield from wrapped("Nothing is written yet. Three ways to begin:", room, indent=MARGIN)
    for when, command, remark in FIRST_STEPS:
        yield from (Text(), *wrapped(when, room, BOLD, indent=MARGIN))
        yield from wrapped(command, room, indent=2 * MARGIN)
        yield from wrapped(remark, room, DIM, indent=2 * MARGIN) if remark else ()
    yield Text()
    yield from wrapped("What you write stays on this machine, in one file that is yours:", room, indent=MARGIN)
    yield from wrapped(one_line(figure.where), room, indent=2 * MARGIN)
    if figure.is_default:
        yield from wrapped("It is made when you first write.", room, DIM, indent=2 * MARGIN)
    yield from _block_lines([_drafts(figure)], screen) if figure.drafts else ()
    rows = [Row(words=question, asides=(Text(command),)) for question, command in OTHER_STARTS]
    yield from (Text(), *table(rows, screen, indent=MARGIN))
