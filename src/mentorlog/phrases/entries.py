"""What an entry is, whose it is, who may read it, and the words that stand for it. User text comes out safe to show."""

from collections.abc import Callable

from mentorlog.dates import long_duration, short_duration
from mentorlog.model import entries as model
from mentorlog.model.enums import Kind, Visibility
from mentorlog.phrases.grammar import name, names, noun, sentence
from mentorlog.text import one_line, safe

VISIBILITY = {Visibility.PRIVATE: "private", Visibility.MENTOR: "mentor may read", Visibility.PUBLIC: "public"}
MAY_READ = {
    Visibility.PRIVATE: "only you may read",
    Visibility.MENTOR: "a mentor may read",
    Visibility.PUBLIC: "anybody may read",
}
# In the order in which they are counted.
KINDS = (Kind.REFLECTION, Kind.SESSION, Kind.ACTION, Kind.GOAL, Kind.QUESTION, Kind.CHECKIN, Kind.FEEDBACK)
ASKS_QUESTION = "asks something back"  # of feedback


def kind_words(entry: model.Entry, mark: Callable[[str], str] = one_line, mine: str = "yours") -> str:
    """What an entry is: "Session with Ánh"; `mine` is for the writer's actions, `mark` makes words fit to show."""
    return noun(entry.kind).capitalize() + _whose(entry, mark, mine)


def numbered(entry: model.Entry) -> str:
    """The same with its number: "Session 138 with Ánh", "Action 140, yours"."""
    return f"{noun(entry.kind).capitalize()} {entry.number}{_whose(entry, one_line, 'yours')}"


def _whose(entry: model.Entry, mark: Callable[[str], str], mine: str) -> str:
    if isinstance(entry, model.Action):
        whose = owner(entry, mark, mine)
        return f", {whose}" if whose else ""
    company = with_whom(entry, mark)
    return f" {company}" if company else ""


def with_whom(entry: model.Entry, mark: Callable[[str], str] = one_line) -> str:
    """As "with Ánh", "for Mie 美恵" of a question, "from Ánh" of feedback; empty where there is nobody."""
    if isinstance(entry, model.Feedback) and entry.owner:
        return f"from {mark(entry.owner.name)}"
    people = names(entry.people, mark)
    return f"{'for' if isinstance(entry, model.Question) else 'with'} {people}" if people else ""


def owner(entry: model.EntryWithOwner, mark: Callable[[str], str] = one_line, mine: str = "yours") -> str:
    """As "yours", or the name of somebody else."""
    return mark(entry.owner.name) if entry.owner else mine


def owners(action: model.Action) -> str:
    """As "yours", or "Ánh's"."""
    return f"{name(action.owner)}'s" if action.owner else "yours"


def plain_areas(entry: model.Entry) -> str:
    """The areas by the words that are typed, "identity validation"."""
    return " ".join(one_line(area.slug) for area in entry.areas)


def length(entry: model.Entry, *, in_full: bool = False) -> str:
    """How long a session took, "45 min", in full "45 minutes"; empty where nobody said."""
    said = long_duration if in_full else short_duration
    return said(entry.minutes) if isinstance(entry, model.Session) and entry.minutes else ""


def of_five(number: int | None) -> str:
    """The number of a check-in, "4 of 5"; empty where there is none."""
    return f"{number} of 5" if number else ""


def looking_back(entry: model.Entry) -> str:
    """What a check-in says of an earlier time; empty where it says nothing."""
    return f"Looking back: {entry.then_words}" if isinstance(entry, model.Checkin) and entry.then_words else ""


def rating_phrase(entry: model.Checkin) -> str:
    """As "2 looking back, now 4 of 5", "4 of 5"; empty where there is no number."""
    now, then = of_five(entry.rating), entry.then_rating
    if not then:
        return now
    return f"{then} looking back, now {now}" if now else f"{of_five(then)} looking back"


def unless_private(entry: model.Entry) -> str:
    """Who may read it, unsaid where it is private."""
    return "" if entry.visibility is Visibility.PRIVATE else VISIBILITY[entry.visibility]


def body(entry: model.Entry) -> str:
    """The text with its line ends, and what a check-in says looking back; of an entry without a text, its answers."""
    if seen := looking_back(entry):
        return safe("\n".join(filter(None, (entry.text, seen))))
    if entry.text or not isinstance(entry, model.EntryWithAnswers):
        return safe(entry.text)
    return safe("\n".join(answer.text for answer in entry.answers))


def main_text(entry: model.Entry) -> str:
    """The user's words, as written, that an entry is told by: its text, or its first answer, or its title."""
    answers = [answer.text for answer in entry.answers] if isinstance(entry, model.EntryWithAnswers) else []
    return next((words for words in (entry.text, *answers, entry.title) if words.strip()), "")


def headline(entry: model.Entry) -> str:
    """What stands for an entry in one line: its title, or its text; of a goal, its wording first."""
    first, second = (entry.text, entry.title) if isinstance(entry, model.Goal) else (entry.title, entry.text)
    return one_line(first or second or body(entry)) or "(no words)"


def title_and_text(entry: model.Entry) -> str:
    """Title and text on one line."""
    title, text = one_line(entry.title), one_line(body(entry))
    return sentence(title) + " " + text if title and text else title or text
