"""One entry in full, with what it hangs together with."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.text import Text

from mentorlog.dates import date_with_year
from mentorlog.insights.listing import Detail
from mentorlog.model.entries import Action, Checkin, Entry, Event, Feedback, Goal, Question
from mentorlog.phrases.days import day_in_column
from mentorlog.phrases.entries import ASKS_QUESTION, VISIBILITY, length, numbered, rating_phrase
from mentorlog.phrases.events import because, event_word, reached
from mentorlog.phrases.goals import detailed_state, question_state
from mentorlog.phrases.grammar import labels, names, quote_line
from mentorlog.text import one_line, safe
from mentorlog.views.lists.sheet import Paragraph, entry_text
from mentorlog.views.screen import Screen
from mentorlog.views.sharing import feedback_origin_sentence, shared_with_sentence
from mentorlog.views.terminal.columns import Row, table, table_with_bars
from mentorlog.views.terminal.drawing import (
    MARGIN,
    bold,
    digits,
    dim,
    edge,
    flow_items,
    heading_lines,
    line,
    page,
    wrapped,
)
from mentorlog.views.terminal.entry_block import nested_entry_rows
from mentorlog.views.terminal.goal_status import BARS, goal_rows
from mentorlog.views.terminal.goal_story import evidence_block, goal_facts

INDENT = 4


def picture(figure: Detail, screen: Screen) -> Text:
    """Everything that is kept of one entry."""
    return page(detail_lines(figure, screen, "mentorlog show"))


def detail_lines(figure: Detail, screen: Screen, show: str) -> list[Text]:
    """The same as lines; `show` is the command that shows another entry."""
    heading = heading_lines(bold(numbered(figure.entry)), _when(figure.entry), screen)
    facts = flow_items(_facts(figure.entry, figure.today), edge(screen) - MARGIN, screen, indent=MARGIN)
    blocks = (
        *(_paragraphs(group, screen) for group in entry_text(figure.entry)),
        *_progress_blocks(figure.entry, screen),
        *_related_blocks(figure, screen, show),
    )
    return [
        *heading,
        *facts,
        *_removed_notice(figure.entry, screen),
        *(each for block in blocks for each in (Text(), *block)),
    ]


def _when(entry: Entry) -> str:
    return date_with_year(entry.on) + (f", {one_line(entry.time[:5])}" if entry.time else "")


def _facts(entry: Entry, today: date) -> list[Text | str]:
    if isinstance(entry, Goal):
        return goal_facts(entry, today)
    stands = ""
    if isinstance(entry, Action):
        stands = detailed_state(entry, today)
    elif isinstance(entry, Question):
        stands = question_state(entry)
    elif isinstance(entry, Checkin):
        stands = rating_phrase(entry)
    elif isinstance(entry, Feedback) and entry.is_question:
        stands = ASKS_QUESTION
    company = f"with {names(entry.people)}" if isinstance(entry, Action) and entry.people else ""
    words = (
        length(entry),
        stands,
        company,
        labels(entry),
        VISIBILITY[entry.visibility],
        "tender" if entry.is_tender else "",
    )
    return [word for word in words if word]


def _removed_notice(entry: Entry, screen: Screen) -> list[Text]:
    words = f"Removed. Bring it back: mentorlog restore {entry.number}"
    return wrapped(words, edge(screen) - MARGIN, indent=MARGIN) if entry.removed_at else []


def _paragraphs(group: Iterable[Paragraph], screen: Screen) -> list[Text]:
    return [each for part in group for each in wrapped(part.words, edge(screen) - MARGIN, part.style, indent=MARGIN)]


def _progress_blocks(entry: Entry, screen: Screen) -> Iterator[list[Text]]:
    room = edge(screen) - INDENT
    if isinstance(entry, Goal) and entry.measure:
        yield [_title("How it is measured"), *wrapped(safe(entry.measure), room, indent=INDENT)]
    if isinstance(entry, Goal) and entry.signs:
        signs = [Row(words=one_line(sign)) for sign in entry.signs]
        yield [_title("Signs to notice"), *table(signs, edge(screen), screen, indent=INDENT)]
    if isinstance(entry, Goal | Action) and entry.events:
        days = [Row(lead=_day(event), words=_event_phrase(event, entry)) for event in entry.events]
        yield [_title("What happened"), *table(days, edge(screen), screen, indent=INDENT)]


def _day(event: Event) -> Text:
    return dim(day_in_column(event.on))


def _event_phrase(event: Event, entry: Goal | Action) -> str:
    measured = reached(event, entry)
    words = f": {quote_line(event.text)}" if event.text else ""
    return event_word(event, entry) + (f", {measured}" if measured else "") + because(event) + words


def _related_blocks(figure: Detail, screen: Screen, show: str) -> Iterator[list[Text]]:
    entry = figure.entry
    if figure.about:
        yield [_title("About"), *_entries((figure.about,), figure, screen)]
    if figure.under:
        yield [_title("Belongs to it"), *_entries(figure.under, figure, screen)]
    if figure.goals:
        rows = table_with_bars(
            lambda width: goal_rows(figure.goals, figure.today, width, screen),
            BARS,
            edge(screen),
            screen,
            indent=INDENT,
        )
        yield [_title("Stands behind"), *rows]
    if figure.evidence:
        yield evidence_block("What stands behind it", figure.evidence, figure.today, screen)[1:]
    if isinstance(entry, Question) and entry.answered_in:
        command = f"{show} {entry.answered_in}"
        yield flow_items([line(dim("Its answer: "), command)], edge(screen) - MARGIN, screen, indent=MARGIN)
    for words in (feedback_origin_sentence(figure), *map(shared_with_sentence, figure.shares)):
        if words:
            yield wrapped(words, edge(screen) - MARGIN, indent=MARGIN)


def _entries(entries: tuple[Entry, ...], figure: Detail, screen: Screen) -> list[Text]:
    rows = nested_entry_rows([(entry, 0) for entry in entries], figure.entry.on, figure.today, digits(entries))
    return table(rows, edge(screen), screen, indent=INDENT)


def _title(words: str) -> Text:
    return line(bold(words), indent=MARGIN)
