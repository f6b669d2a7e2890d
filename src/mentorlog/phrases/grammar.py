"""Plurals, lists, names and quotes: one rule each for how words are put together."""

from collections.abc import Callable, Iterable

from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry
from mentorlog.model.enums import Kind
from mentorlog.model.people import Person
from mentorlog.text import one_line

_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", ":", "：")


def plural(noun: str, count: int) -> str:
    """As "1 entry", "2 entries", "3 sessions", "2 pieces of feedback"."""
    if noun == Kind.FEEDBACK:
        return f"{plural('piece', count)} of feedback"
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("ry") else f"{count} {noun}s"


def agree(count: int, one: str, many: str) -> str:
    """The word that goes with a count: "goes" with one, "go" with several."""
    return one if count == 1 else many


def counted(noun: str, count: int, one: str, many: str) -> str:
    """As "1 entry goes", "2 entries go"."""
    return f"{plural(noun, count)} {agree(count, one, many)}"


def noun(kind: Kind) -> str:
    """What an entry is called in a sentence."""
    return "check-in" if kind is Kind.CHECKIN else kind.value


def with_article(noun: str) -> str:
    """As "a session", "an action"."""
    return f"{'an' if noun.startswith(tuple('aeiou')) else 'a'} {noun}"


def join_list(words: Iterable[str], last: str = "and") -> str:
    """As "a", "a and b", "a, b and c"; empty where there is nothing."""
    *others, end = [*words] or [""]
    return f"{', '.join(others)} {last} {end}" if others else end


def name(person: Person) -> str:
    """The whole name, as written."""
    return one_line(person.name)


def label(area: Area) -> str:
    """What reports call an area."""
    return one_line(area.label)


def labels(entry: Entry) -> str:
    """The areas of an entry, "identity, validation"."""
    return ", ".join(map(label, entry.areas))


def names(people: Iterable[Person], mark: Callable[[str], str] = one_line) -> str:
    """The whole names, "Ánh and Mie 美恵"; empty where there is nobody. `mark` makes them fit to show."""
    return join_list(mark(person.name) for person in people)


def capital(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """The words with a full stop, unless they end a sentence themselves."""
    return words if not words or words.rstrip("\"'”’」』)").endswith(_SENTENCE_END) else f"{words}."


def quote_line(words: str) -> str:
    """The words in quotes, on one line."""
    return f'"{one_line(words)}"'


def more_hint(count: int, command: str) -> str:
    """As "and 4 more: mentorlog action list"."""
    return f"and {count} more: {command}"
