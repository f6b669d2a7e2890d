"""One entry in full, with what it hangs together with."""

from collections.abc import Iterator, Sequence
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
from mentorlog.views.lists.sheet import entry_text
from mentorlog.views.screen import Screen
from mentorlog.views.sharing import feedback_origin_sentence, shared_with_sentence
from mentorlog.views.terminal import draw
from mentorlog.views.terminal.columns import Row, table
from mentorlog.views.terminal.entry_block import nested_entry_rows
from mentorlog.views.terminal.goal_status import goal_table
from mentorlog.views.terminal.goal_story import evidence_block, goal_facts

INDENT = 4


def picture(figure: Detail, screen: Screen) -> Text:
    """Everything that is kept of one entry."""
    return draw.page(detail_lines(figure, screen, "mentorlog show"))


def detail_lines(figure: Detail, screen: Screen, show: str) -> list[Text]:
    """The same as lines; `show` is the command that shows another entry."""
    entry = figure.entry
    when = date_with_year(entry.on) + (f", {one_line(entry.time[:5])}" if entry.time else "")
    removed = f"Removed. Bring it back: mentorlog restore {entry.number}"
    blocks = (
        *(
            [each for part in group for each in draw.paragraph(part.words, screen, part.style)]
            for group in entry_text(entry)
        ),
        *_progress_blocks(entry, screen),
        *_related_blocks(figure, screen, show),
    )
    return [
        *draw.heading_lines(numbered(entry), when, screen),
        *draw.fact_lines(_facts(entry, figure.today), screen),
        *(draw.paragraph(removed, screen) if entry.removed_at else ()),
        *(each for block in blocks for each in (Text(), *block)),
    ]


def _facts(entry: Entry, today: date) -> Sequence[str]:
    if isinstance(entry, Goal):
        return goal_facts(entry, today)
    stands, company = "", ""
    if isinstance(entry, Action):
        stands, company = detailed_state(entry, today), f"with {names(entry.people)}" if entry.people else ""
    elif isinstance(entry, Question):
        stands = question_state(entry)
    elif isinstance(entry, Checkin):
        stands = rating_phrase(entry)
    elif isinstance(entry, Feedback) and entry.is_question:
        stands = ASKS_QUESTION
    tender = "tender" if entry.is_tender else ""
    return length(entry), stands, company, labels(entry), VISIBILITY[entry.visibility], tender


def _progress_blocks(entry: Entry, screen: Screen) -> Iterator[list[Text]]:
    if isinstance(entry, Goal) and entry.measure:
        measure = draw.paragraph(safe(entry.measure), screen, indent=INDENT)
        yield [draw.title("How it is measured"), *measure]
    if isinstance(entry, Goal) and entry.signs:
        signs = [Row(words=one_line(sign)) for sign in entry.signs]
        yield [draw.title("Signs to notice"), *table(signs, screen, indent=INDENT)]
    if isinstance(entry, Goal | Action) and entry.events:
        days = [Row(lead=draw.dim(day_in_column(one.on)), words=_event_phrase(one, entry)) for one in entry.events]
        yield [draw.title("What happened"), *table(days, screen, indent=INDENT)]


def _event_phrase(event: Event, entry: Goal | Action) -> str:
    measured = reached(event, entry)
    words = f": {quote_line(event.text)}" if event.text else ""
    return event_word(event, entry) + (f", {measured}" if measured else "") + because(event) + words


def _related_blocks(figure: Detail, screen: Screen, show: str) -> Iterator[list[Text]]:
    entry = figure.entry
    if figure.about:
        yield [draw.title("About"), *_entries((figure.about,), figure, screen)]
    if figure.under:
        yield [draw.title("Belongs to it"), *_entries(figure.under, figure, screen)]
    if figure.goals:
        yield [draw.title("Stands behind"), *goal_table(figure.goals, figure.today, screen, indent=INDENT)]
    if figure.evidence:
        yield evidence_block("What stands behind it", figure.evidence, figure.today, screen)[1:]
    if isinstance(entry, Question) and entry.answered_in:
        command = f"{show} {entry.answered_in}"
        yield draw.fact_lines([draw.line(draw.dim("Its answer: "), command)], screen)
    for words in filter(None, (feedback_origin_sentence(figure), *map(shared_with_sentence, figure.shares))):
        yield draw.paragraph(words, screen)


def _entries(entries: tuple[Entry, ...], figure: Detail, screen: Screen) -> list[Text]:
    rows = nested_entry_rows([(entry, 0) for entry in entries], figure.entry.on, figure.today, draw.digits(entries))
    return table(rows, screen, indent=INDENT)
