"""The words that pictures, plain lines and answers share. Whatever a user wrote comes out safe to show."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.dates import day_month, days_between, short_duration
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Checkin,
    Entry,
    EntryWithAnswers,
    Feedback,
    Goal,
    Kind,
    Question,
    Session,
    Visibility,
)
from mentorlog.model.people import Person
from mentorlog.text import one_line, safe

if TYPE_CHECKING:
    from mentorlog.model.frameworks import Prompt
    from mentorlog.model.history import CommandRecord, Version

VISIBILITY = {
    Visibility.PRIVATE: "private",
    Visibility.MENTOR: "mentor may read",
    Visibility.PUBLIC: "public",
}
COMMAND_STATES = {"done": "", "undone": "taken back", "dropped": "taken back for good"}
KINDS = (
    Kind.REFLECTION,
    Kind.SESSION,
    Kind.ACTION,
    Kind.GOAL,
    Kind.QUESTION,
    Kind.CHECKIN,
    Kind.FEEDBACK,
)  # as counted
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", ":", "：")


def plural(noun: str, count: int) -> str:
    """As "1 entry", "2 entries", "3 sessions", "2 pieces of feedback"."""
    if noun == Kind.FEEDBACK:
        return f"{plural('piece', count)} of feedback"
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("ry") else f"{count} {noun}s"


def with_article(noun: str) -> str:
    """As "a session", "an action"."""
    return f"{'an' if noun.startswith(tuple('aeiou')) else 'a'} {noun}"


def years_ago(count: int) -> str:
    """As "A year ago", "2 years ago"."""
    return "A year ago" if count == 1 else f"{count} years ago"


def join_list(words: Iterable[str]) -> str:
    """As "a", "a and b", "a, b and c"."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def name(person: Person) -> str:
    """The whole name, as written."""
    return one_line(person.name)


def names(people: Iterable[Person]) -> str:
    """The whole names, "Ánh and Mie 美恵"; empty where there is nobody."""
    whole = [name(person) for person in people]
    return join_list(whole) if whole else ""


def label(area: Area) -> str:
    """What reports call an area."""
    return one_line(area.label)


def labels(entry: Entry) -> str:
    """The areas of an entry, "identity, validation"."""
    return ", ".join(map(label, entry.areas))


def plain_areas(entry: Entry) -> str:
    """The areas by the words that are typed, "identity validation"."""
    return " ".join(one_line(area.slug) for area in entry.areas)


def rhythm(person: Person) -> str:
    """As "about every 5 weeks" from "5 weeks"; words that are no length of time stay as they were written."""
    words = one_line(person.rhythm)
    if not days_between(words):
        return words
    return "about every " + re.sub(r"^(?:(?:about )?every )?(?:(?:1|a|one) )?", "", words)


def prompt_target(prompt: "Prompt") -> str:
    """What an answer tells of; or the option that it stands for."""
    return f"as {'TEXT' if prompt.option == 'text' else f'--{prompt.option}'}" if prompt.option else prompt.spine


def owner(action: Action) -> str:
    """As "yours", or the name of somebody else."""
    return name(action.owner) if action.owner else "yours"


def owners(action: Action) -> str:
    """As "yours", or "Ánh's"."""
    return f"{name(action.owner)}'s" if action.owner else "yours"


def kind_words(entry: Entry) -> str:
    """What an entry is: "Session with Ánh", "Action, yours", "Question for Mie 美恵"."""
    return entry.kind.noun.capitalize() + _whose(entry)


def numbered(entry: Entry) -> str:
    """The same with its number: "Session 138 with Ánh", "Action 140, yours"."""
    return f"{entry.kind.noun.capitalize()} {entry.number}{_whose(entry)}"


def _whose(entry: Entry) -> str:
    if isinstance(entry, Action):
        return f", {owner(entry)}"
    if isinstance(entry, Feedback):
        return f" from {name(entry.owner)}" if entry.owner else ""
    if not entry.people:
        return ""
    return f" {'for' if isinstance(entry, Question) else 'with'} {names(entry.people)}"


def length(entry: Entry) -> str:
    """How long a session took, "45 min"; empty where nobody said."""
    return short_duration(entry.minutes) if isinstance(entry, Session) and entry.minutes else ""


def rating_phrase(entry: Checkin) -> str:
    """As "2 looking back, now 4 of 5", "4 of 5"; empty where there is no number."""
    now = f"{entry.rating} of 5" if entry.rating else ""
    if not entry.then_rating:
        return now
    return f"{entry.then_rating} looking back, now {now}" if now else f"{entry.then_rating} of 5 looking back"


def unless_private(entry: Entry) -> str:
    """Who may read it, unsaid where it is private."""
    return "" if entry.visibility is Visibility.PRIVATE else VISIBILITY[entry.visibility]


def body(entry: Entry) -> str:
    """The text with its line ends, and what a check-in says looking back; of an entry without a text, its answers."""
    if isinstance(entry, Checkin) and entry.then_words:
        return safe("\n".join(filter(None, (entry.text, f"Looking back: {entry.then_words}"))))
    if entry.text or not isinstance(entry, EntryWithAnswers):
        return safe(entry.text)
    return safe("\n".join(answer.text for answer in entry.answers))


def headline(entry: Entry) -> str:
    """What stands for an entry in one line: its title, or its text; of a goal, its wording first."""
    first, second = (entry.text, entry.title) if isinstance(entry, Goal) else (entry.title, entry.text)
    return one_line(first or second or body(entry)) or "(no words)"


def title_and_text(entry: Entry) -> str:
    """Title and text on one line."""
    title, text = one_line(entry.title), one_line(body(entry))
    return sentence(title) + " " + text if title and text else title or text


def sentence(words: str) -> str:
    """The words with a full stop, unless they end a sentence themselves."""
    return words if not words or words.rstrip("\"'”’」』)").endswith(_SENTENCE_END) else f"{words}."


def quote_line(words: str) -> str:
    """The words in quotes, on one line."""
    return f'"{one_line(words)}"'


def day_in_column(day: date, today: date | None = None) -> str:
    """The day with its year where that isn't today's, single digits below the last of two: " 5 Mar"."""
    return f"{' ' if day.day < 10 else ''}{day_month(day, today)}"


def more_hint(count: int, command: str) -> str:
    """As "and 4 more: mentorlog action list"."""
    return f"and {count} more: {command}"


def moment(at: str) -> str:
    """As "2026-03-12 17:04 UTC" from UTC seconds in ISO form."""
    return f"{one_line(at).replace('T', ' ')[:16]} UTC"


def affected_items(deed: "CommandRecord") -> str:
    """The entries, people and areas that a command wrote, "138, 140, Ánh"."""
    return ", ".join([*map(str, deed.numbers), *map(one_line, deed.names)])


def version_heading(version: "Version") -> str:
    """Which change made or ended a version."""
    verb = "Until" if version.entry else "Written"
    return f"{verb} {moment(version.command.at)}, {one_line(version.command.command)}"
