"""Today at a glance; in a journal with nothing in it, how to begin."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from mentorlog.dates import date_with_year, long_date, relative_day, short_date
from mentorlog.insights.home import Home
from mentorlog.model.entries import Entry
from mentorlog.model.records import dataclass
from mentorlog.phrases.comments import awaiting_reply_or_unsent, new_entries_phrase
from mentorlog.phrases.days import rhythm
from mentorlog.phrases.entries import headline
from mentorlog.phrases.goals import due_or_since, measured
from mentorlog.phrases.grammar import more_hint, name, names, quote_line, with_article
from mentorlog.text import display_width, one_line
from mentorlog.views.screen import Screen
from mentorlog.views.terminal.columns import Row, tables
from mentorlog.views.terminal.drawing import (
    BOLD,
    DIM,
    MARGIN,
    NARROW,
    WIDEST,
    bold,
    dim,
    edge,
    ellipsis,
    line,
    number,
    padded,
    page,
    wrapped,
)
from mentorlog.views.terminal.goal_status import progress_with_bar

LABEL = 12  # cells of the words in front of a block
MOST = 3  # lines of a block

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A few rows with a label in front; `rest` says where the others are."""

    label: str
    rows: list[Row]
    rest: str = ""


def picture(figure: Home, screen: Screen) -> Text:
    """What lies open today, each block left out where it has nothing to say."""
    if figure.is_empty and not figure.mentees:
        return page(_welcome(figure, screen))
    where = wrapped(f"in {one_line(figure.where)}", edge(screen) - MARGIN, DIM, indent=MARGIN)
    foot = wrapped(_foot(figure, screen), edge(screen) - MARGIN, DIM, indent=MARGIN)
    lines = [bold(long_date(figure.today)), *(where if not figure.is_default else ())]
    return page([*lines, *_blocks(_all(figure, screen), screen), Text(), *foot])


def _foot(figure: Home, screen: Screen) -> str:
    if figure.next:
        return f"mentorlog prep --with {one_line(figure.handle)}   is the page for your next session."
    return f'To write a line: mentorlog reflect "{ellipsis(screen)}"'


def _all(figure: Home, screen: Screen) -> list[Block]:
    blocks = [
        _mentees(figure),
        _met(figure),
        Block(label="Open", rows=_actions(figure), rest=_rest(figure.actions, "mentorlog action list")),
        Block(label="Goals", rows=_goals(figure, screen), rest=_rest(figure.goals, "mentorlog goal list")),
        Block(label="To ask", rows=_questions(figure), rest=_rest(figure.questions, "mentorlog ask --list")),
        Block(label="Unfinished", rows=[_draft(kind, day, figure.today) for kind, day in figure.drafts[:MOST]]),
        Block(
            label="A year ago this week", rows=_a_year_ago(figure), rest=_rest(figure.a_year_ago, _week_command(figure))
        ),
    ]
    return [block for block in blocks if block.rows]


def _blocks(blocks: list[Block], screen: Screen) -> Iterator[Text]:
    """Rows with numbers share their columns; the label stands in front of them, or above where that is too narrow."""
    start = 2 * MARGIN if screen.width < NARROW else MARGIN + LABEL
    numbered = tables([block.rows for block in blocks if _has_numbers(block)], edge(screen), screen, indent=start)
    others = (
        tables([block.rows], edge(screen), screen, indent=start)[0] for block in blocks if not _has_numbers(block)
    )
    taken = iter(numbered)
    for block in blocks:
        lines = next(taken) if _has_numbers(block) else next(others)
        yield from (Text(), *_labelled(block, lines, start, screen))


def _labelled(block: Block, lines: list[Text], start: int, screen: Screen) -> list[Text]:
    label = line(bold(block.label), indent=MARGIN)
    rest = wrapped(block.rest, edge(screen) - start, DIM, indent=start) if block.rest else []
    if display_width(label.plain) + MARGIN > start:
        return [label, *lines, *rest]
    return [line(padded(label, start), lines[0][start:]), *lines[1:], *rest]


def _has_numbers(block: Block) -> bool:
    return any(row.lead.plain for row in block.rows)


def _rest(every: Sequence[object], command: str) -> str:
    return more_hint(len(every) - MOST, command) if len(every) > MOST else ""


def _mentees(figure: Home) -> Block:
    rows = [
        Row(
            words=one_line(standing.mentee.name),
            asides=(Text(new_entries_phrase(standing, figure.today)), Text(awaiting_reply_or_unsent(standing))),
        )
        for standing in figure.mentees[:MOST]
    ]
    return Block(label="Mentees", rows=rows, rest=_rest(figure.mentees, "mentorlog review list"))


def _met(figure: Home) -> Block:
    rows = [
        Row(
            words=name(tally.person),
            asides=(
                Text(f"{short_date(tally.last, figure.today)}, {relative_day(tally.last, figure.today)}"),
                dim(rhythm(tally.person)),
            ),
        )
        for tally in figure.last_meetings[:MOST]
        if tally.last
    ]
    return Block(label="Last met", rows=rows, rest=_rest(figure.last_meetings, "mentorlog person list"))


def _row(entry: Entry, words: str, aside: Text) -> Row:
    return Row(lead=number(entry.number, 3), words=words, asides=(aside,), limit=2)


def _actions(figure: Home) -> list[Row]:
    return [
        _row(
            action,
            _with_person(names([action.owner] if action.owner else []), action),
            Text(due_or_since(action, figure.today)),
        )
        for action in figure.actions[:MOST]
    ]


def _goals(figure: Home, screen: Screen) -> list[Row]:
    shown = figure.goals[:MOST]
    width = 20 if edge(screen) == WIDEST else 12 if screen.width >= NARROW else 0
    widest = max((display_width(measured(goal)) for goal in shown), default=0)
    return [_row(goal, headline(goal), progress_with_bar(goal, figure.today, width, screen, widest)) for goal in shown]


def _questions(figure: Home) -> list[Row]:
    return [
        _row(question, _with_person(names(question.people), question), Text()) for question in figure.questions[:MOST]
    ]


def _with_person(who: str, entry: Entry) -> str:
    return f"{who}: {headline(entry)}" if who else headline(entry)


def _draft(kind: str, begun: date, today: date) -> Row:
    return Row(
        words=f"{with_article(one_line(kind))} begun on {short_date(begun, today)}",
        asides=(Text("mentorlog edit draft"),),
    )


def _a_year_ago(figure: Home) -> list[Row]:
    return [
        _row(entry, quote_line(headline(entry)), dim(date_with_year(entry.on))) for entry in figure.a_year_ago[:MOST]
    ]


def _week_command(figure: Home) -> str:
    days = sorted(entry.on for entry in figure.a_year_ago)
    return f"mentorlog timeline {'..'.join(map(str, dict.fromkeys((days[0], days[-1]))))}" if days else ""


def _welcome(figure: Home, screen: Screen) -> Iterator[Text]:
    room = edge(screen) - 2 * MARGIN
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
    drafts = [Block(label="Unfinished", rows=[_draft(kind, day, figure.today) for kind, day in figure.drafts[:MOST]])]
    yield from _blocks(drafts, screen) if figure.drafts else ()
    rows = [Row(words=question, asides=(Text(command),)) for question, command in OTHER_STARTS]
    yield from (Text(), *tables([rows], edge(screen), screen, indent=MARGIN)[0])
