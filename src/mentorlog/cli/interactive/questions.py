"""What is asked for each kind of entry, and how an answer is checked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentorlog.cli.app import parsing
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain_requested
from mentorlog.dates import date_with_year
from mentorlog.errors import InvalidInput
from mentorlog.text import safe

if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import FilledFramework
    from mentorlog.storage.journal import Journal

TEXT = ""
SHORT = {"--area": "-a", "--with": "-w"}


@dataclass(frozen=True, slots=True)
class InterviewQuestion:
    """One question. `option` is what its answer stands for (TEXT for the words themselves), with `key` in front of the
    answer where the option takes several sorts. `separator` is what stands between several answers on one line, `check`
    raises where an answer can't be right, and gives back what to echo.
    """

    option: str
    words: str
    key: str = ""
    is_many: bool = False
    separator: str = ""
    check: "Callable[[Invocation, Journal, str], str]" = lambda *_: ""

    @property
    def takes_text(self) -> bool:
        """Whether its answer is a text, which may be written in the editor."""
        return (self.option == TEXT or bool(self.key)) and not self.is_many

    def option_args(self, answer: str) -> tuple[str, ...]:
        """What an answer adds to the line."""
        parts = re.split(self.separator, answer) if self.separator else [answer]
        parts = [part.strip() for part in parts if part.strip()]
        return tuple(word for part in parts for word in (self.option, f"{self.key}={part}" if self.key else part))


class QuestionSet:
    """What is asked for one kind of entry."""

    def __init__(self, heading: str, *questions: InterviewQuestion) -> None:
        self.heading, self.questions = heading, questions


def _check_day(call: Invocation, _: "Journal", answer: str) -> str:
    return date_with_year(parsing.on(call, answer), in_full=is_plain_requested(call))


def _check_due(call: Invocation, _: "Journal", answer: str) -> str:
    day = call.day(answer)
    return date_with_year(day, in_full=is_plain_requested(call)) if day else ""


def _check_areas(_: Invocation, journal: "Journal", answer: str) -> str:
    if answer == "?":
        return ", ".join(area.slug for area in journal.areas() if not area.is_paused)
    return ", ".join(area.label for area in parsing.areas(journal, answer.split()))


def _check_person(_: Invocation, journal: "Journal", answer: str) -> str:
    return ", ".join(safe(person.name) for person in parsing.people(journal, [answer]))


def render_prompt(question: InterviewQuestion, call: Invocation, journal: "Journal") -> str:
    """The question, with the names of those whom it may be about."""
    active = [safe(person.name) for person in journal.people() if not person.state]
    named = [safe(person.name) for person in parsing.people(journal, option_values(call.argv, "--with"))]
    company = named or (active if len(active) == 1 else [])
    return question.words.format(
        people=f" ({', '.join(active)}, or a new name)" if active else "",
        company=f" ({', '.join(active)}, or {'another' if len(active) == 1 else 'a new'} name)" if active else "",
        other=company[0] if company else "the other",
    )


def option_values(argv: tuple[str, ...], option: str) -> list[str]:
    """What stands on the line behind an option, or behind its short form."""
    names, found = {option, SHORT.get(option)}, []
    for word, following in zip(argv, (*argv[1:], ""), strict=True):
        name, is_joined, value = word.partition("=")
        if name in names:
            found.append(value if is_joined else following)
    return found


def _check_count(_: Invocation, __: "Journal", answer: str) -> str:
    if not (answer.isascii() and answer.isdigit()):
        raise InvalidInput("That is not a whole number.", hint="Like this: 5")
    return str(parsing.bounded_int(int(answer), "It"))


def _check_rating(_: Invocation, __: "Journal", answer: str) -> str:
    if answer not in ("1", "2", "3", "4", "5"):
        raise InvalidInput("That is not a number from 1 to 5.", hint="Enter skips it.")
    return ""


def _check_area_owners(_: Invocation, journal: "Journal", answer: str) -> str:
    return ", ".join(
        f"{area.label}: {safe(name)}" for area, name in parsing.parse_area_owners(journal, [answer]).items()
    )


EDITOR = " (e opens your editor)"
LINES = " (one a line, Enter to end)"
AREAS = InterviewQuestion(
    "--area", "Which areas? (names or beginnings, ? lists them)", separator=r"[\s,]+", check=_check_areas
)
FEELING = InterviewQuestion("--feeling", "How did it feel? (in your own words, commas between them)", separator=",")
WITH = InterviewQuestion("--with", "With whom?{company}", check=_check_person)
DUE = InterviewQuestion("--due", "By when?", check=_check_due)
ACTIONS = InterviewQuestion("--action", f"What will you do?{LINES}", is_many=True)
HOW_NOW = (
    InterviewQuestion(TEXT, f"Where are you with it now, in a few words?{EDITOR}"),
    InterviewQuestion("--rating", "From 1 to 5, if a number says something?", check=_check_rating),
)
QUESTION_SETS = {
    "session": QuestionSet(
        "A session.",
        WITH,
        InterviewQuestion("--on", "When? (today)", check=_check_day),
        InterviewQuestion(TEXT, f"What was said, in a line or two?{EDITOR}"),
        AREAS,
        ACTIONS,
        InterviewQuestion("--promised", f"What did {{other}} promise?{LINES}", is_many=True),
    ),
    "goal": QuestionSet(
        "A goal.",
        InterviewQuestion(TEXT, "What do you want to reach?"),
        AREAS,
        InterviewQuestion("--measure", "How will you know?"),
        DUE,
    ),
    "action": QuestionSet(
        "An action.", InterviewQuestion(TEXT, "What is to be done?"), InterviewQuestion("--owner", "By whom? (me)"), DUE
    ),
    "ask": QuestionSet(
        "A question for a next session.",
        InterviewQuestion(TEXT, "What do you want to ask?"),
        InterviewQuestion("--with", "Whom?{people}", check=_check_person),
    ),
    "checkin": QuestionSet("A check-in.", *HOW_NOW),
    "looking back": QuestionSet(
        "A check-in.",
        *HOW_NOW,
        InterviewQuestion("--then-words", "Looking back at the check-in before, where were you then?"),
        InterviewQuestion("--then", "And from 1 to 5, as you see it from here?", check=_check_rating),
    ),
    "closing": QuestionSet(
        "Closing well.",
        InterviewQuestion("--glad", "What are you glad of, looking back?"),
        InterviewQuestion("--grew", "What is different for you now?"),
        InterviewQuestion("--unsaid", "What was left undone or unsaid?"),
        InterviewQuestion("--stays", "What will you go on with?"),
        InterviewQuestion("--touch", "How will you stay in touch, if at all?"),
        InterviewQuestion(
            "--takes",
            "Who takes up which area? (area=name, one a line, Enter to end)",
            is_many=True,
            check=_check_area_owners,
        ),
    ),
    "comment": QuestionSet("A comment.", InterviewQuestion(TEXT, f"What do you want to say?{EDITOR}")),
    "note": QuestionSet("A note, for yourself.", InterviewQuestion(TEXT, f"What do you want to remember?{EDITOR}")),
}
CHECKS = {"due": _check_due, "target": _check_count}


def framework_questions(name: str, guide: "FilledFramework", *, is_about: bool) -> QuestionSet:
    """The questions of a framework, and what belongs to every entry of that kind. What is about an entry takes its
    areas.
    """
    asked = tuple(_framework_question(guide, place) for place in range(len(guide.framework.prompts)))
    if name == "goal":
        return QuestionSet("A goal.", *asked, AREAS)
    if name == "comment":
        return QuestionSet("A comment.", *asked)
    return QuestionSet("A reflection.", *asked, FEELING, *(() if is_about else (AREAS,)))


def _framework_question(guide: "FilledFramework", place: int) -> InterviewQuestion:
    prompt = guide.framework.prompts[place]
    is_own = not prompt.option or prompt.option == "text"
    more = LINES if prompt.is_many else EDITOR if is_own and place == 0 else ""
    words = prompt.words.replace("{", "{{").replace("}", "}}") + more
    if prompt.option == "text":
        return InterviewQuestion(TEXT, words)
    if prompt.option:
        check = CHECKS.get(prompt.option, lambda *_: "")
        return InterviewQuestion(f"--{prompt.option}", words, is_many=prompt.is_many, check=check)
    return InterviewQuestion("--fill", words, key=prompt.key, is_many=prompt.is_many)
