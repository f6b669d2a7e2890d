"""What an entry says and how it stands, in the pieces that several pictures show."""

from collections.abc import Iterable, Sequence
from datetime import date

from mentorlog.dates import day_month
from mentorlog.model.entries import Action, Checkin, Entry, Feedback, Goal, Question, Reflection
from mentorlog.phrases.entries import body, headline, kind_words, length, owner, rating_phrase, unless_private
from mentorlog.phrases.goals import action_state, due, goal_word, how_far, question_state, state
from mentorlog.phrases.grammar import labels, name, noun, quote_line
from mentorlog.views.terminal.columns import Row
from mentorlog.views.terminal.draw import dim, line, number


def facts(entry: Entry, today: date) -> list[str]:
    """What an entry is, how it stands, what it touches and who may read it."""
    about = f"about {entry.about}" if entry.about else ""
    return _filled(
        kind_words(entry), about, length(entry), *_status_facts(entry, today), labels(entry), unless_private(entry)
    )


def compact_body(entry: Entry) -> str:
    """The text without its blank lines."""
    return "\n".join(part for part in body(entry).split("\n") if part.strip())


def nested_entry_rows(entries: Sequence[tuple[Entry, int]], on: date, today: date, width: int) -> list[Row]:
    """Entries that belong to another of day `on`, each with its depth: what they are, their words, how they stand."""
    return [
        Row(
            lead=line(number(entry.number, width), "  ", _kind(entry), indent=2 * depth),
            words=_quoted(entry),
            asides=(dim(", ".join(_filled(_state(entry, on, today), unless_private(entry)))),),
            limit=2,
        )
        for entry, depth in entries
    ]


def _kind(entry: Entry) -> str:
    if isinstance(entry, Feedback) and entry.owner:
        return f"from {name(entry.owner)}"
    return f"{entry.kind}, {owner(entry)}" if isinstance(entry, Action) else noun(entry.kind)


def _state(entry: Entry, on: date, today: date) -> str:
    """How it stands, without what became of it; of what can't stand anyhow, its day if it is another."""
    stands = state(entry, today).partition(", ")[0] if isinstance(entry, Action) else state(entry, today)
    return stands or (day_month(entry.on, today) if entry.on != on else "")


def _quoted(entry: Entry) -> str:
    return quote_line(headline(entry)) if isinstance(entry, Reflection | Feedback) else headline(entry)


def _status_facts(entry: Entry, today: date) -> Iterable[str]:
    if isinstance(entry, Action):
        yield action_state(entry, today)
    elif isinstance(entry, Question) and entry.answered_in:
        yield question_state(entry)
    elif isinstance(entry, Checkin):
        yield rating_phrase(entry)
    elif isinstance(entry, Goal):
        yield goal_word(entry)
        yield how_far(entry, today)
        yield due(entry.due, today) if entry.due and entry.status == "active" else ""


def _filled(*words: str) -> list[str]:
    return [word for word in words if word]
