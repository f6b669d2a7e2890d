"""What is asked for each kind of entry, and how an answer is checked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentorlog.cli.app import parsing
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import wants_words
from mentorlog.dates import dated
from mentorlog.errors import Mistyped
from mentorlog.text import safe

if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import Guide
    from mentorlog.storage.journal import Journal

TEXT = ""
SHORT = {"--area": "-a", "--with": "-w"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `option` is what its answer stands for (TEXT for the words themselves), with `key` in front of the
    answer where the option takes several sorts. `parted` says what stands between several answers on one line, `check`
    raises where an answer can't be right, and gives back what to echo.
    """

    option: str
    words: str
    key: str = ""
    is_many: bool = False
    parted: str = ""
    check: "Callable[[Call, Journal, str], str]" = lambda *_: ""

    @property
    def takes_text(self) -> bool:
        """Whether its answer is a text, which may be written in the editor."""
        return (self.option == TEXT or bool(self.key)) and not self.is_many

    def words_of(self, answer: str) -> tuple[str, ...]:
        """What an answer adds to the line."""
        parts = re.split(self.parted, answer) if self.parted else [answer]
        parts = [part.strip() for part in parts if part.strip()]
        return tuple(word for part in parts for word in (self.option, f"{self.key}={part}" if self.key else part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What is asked for one kind of entry."""

    heading: str
    questions: tuple[Question, ...]


def _check_day(call: Call, _: "Journal", answer: str) -> str:
    return dated(parsing.on(call, answer), in_full=wants_words(call))


def _check_due(call: Call, _: "Journal", answer: str) -> str:
    day = call.day(answer)
    return dated(day, in_full=wants_words(call)) if day else ""


def _check_areas(_: Call, journal: "Journal", answer: str) -> str:
    if answer == "?":
        return ", ".join(area.slug for area in journal.areas() if not area.is_paused)
    return ", ".join(area.label for area in parsing.areas(journal, answer.split()))


def _check_person(_: Call, journal: "Journal", answer: str) -> str:
    return ", ".join(safe(person.name) for person in parsing.people(journal, [answer]))


def worded(question: Question, call: Call, journal: "Journal") -> str:
    """The question, with the names of those whom it may be about."""
    active = [safe(person.name) for person in journal.people() if not person.state]
    named = [safe(person.name) for person in parsing.people(journal, values(call.argv, "--with"))]
    company = named or (active if len(active) == 1 else [])
    return question.words.format(
        people=f" ({', '.join(active)}, or a new name)" if active else "",
        company=f" ({', '.join(active)}, or {'another' if len(active) == 1 else 'a new'} name)" if active else "",
        other=company[0] if company else "the other",
    )


def values(argv: tuple[str, ...], option: str) -> list[str]:
    """What stands on the line behind an option, or behind its short form."""
    names, found = {option, SHORT.get(option)}, []
    for word, following in zip(argv, (*argv[1:], ""), strict=True):
        name, is_joined, value = word.partition("=")
        if name in names:
            found.append(value if is_joined else following)
    return found


def _check_count(_: Call, __: "Journal", answer: str) -> str:
    if not (answer.isascii() and answer.isdigit()):
        raise Mistyped("That is not a whole number.", hint="Like this: 5")
    return str(parsing.whole(int(answer), "It"))


def _check_rating(_: Call, __: "Journal", answer: str) -> str:
    if answer not in ("1", "2", "3", "4", "5"):
        raise Mistyped("That is not a number from 1 to 5.", hint="Enter skips it.")
    return ""


def _check_taken(_: Call, journal: "Journal", answer: str) -> str:
    return ", ".join(f"{area.label}: {safe(name)}" for area, name in parsing.handed(journal, [answer]).items())


EDITOR = " (e opens your editor)"
LINES = " (one a line, Enter to end)"
AREAS = Question(
    option="--area", words="Which areas? (names or beginnings, ? lists them)", parted=r"[\s,]+", check=_check_areas
)
FEELING = Question(option="--feeling", words="How did it feel? (in your own words, commas between them)", parted=",")
WITH = Question(option="--with", words="With whom?{company}", check=_check_person)
DUE = Question(option="--due", words="By when?", check=_check_due)
ACTIONS = Question(option="--action", words=f"What will you do?{LINES}", is_many=True)
SESSION = Round(
    heading="A session.",
    questions=(
        WITH,
        Question(option="--on", words="When? (today)", check=_check_day),
        Question(option=TEXT, words=f"What was said, in a line or two?{EDITOR}"),
        AREAS,
        ACTIONS,
        Question(option="--promised", words=f"What did {{other}} promise?{LINES}", is_many=True),
    ),
)
GOAL = Round(
    heading="A goal.",
    questions=(
        Question(option=TEXT, words="What do you want to reach?"),
        AREAS,
        Question(option="--measure", words="How will you know?"),
        DUE,
    ),
)
ACTION = Round(
    heading="An action.",
    questions=(
        Question(option=TEXT, words="What is to be done?"),
        Question(option="--owner", words="By whom? (me)"),
        DUE,
    ),
)
ASK = Round(
    heading="A question for a next session.",
    questions=(
        Question(option=TEXT, words="What do you want to ask?"),
        Question(option="--with", words="Whom?{people}", check=_check_person),
    ),
)
CHECKIN = Round(
    heading="A check-in.",
    questions=(
        Question(option=TEXT, words=f"Where are you with it now, in a few words?{EDITOR}"),
        Question(option="--rating", words="From 1 to 5, if a number says something?", check=_check_rating),
    ),
)
LOOKING_BACK = Round(
    heading="A check-in.",
    questions=(
        *CHECKIN.questions,
        Question(option="--then-words", words="Looking back at the check-in before, where were you then?"),
        Question(option="--then", words="And from 1 to 5, as you see it from here?", check=_check_rating),
    ),
)
CLOSING = Round(
    heading="Closing well.",
    questions=(
        Question(option="--glad", words="What are you glad of, looking back?"),
        Question(option="--grew", words="What is different for you now?"),
        Question(option="--unsaid", words="What was left undone or unsaid?"),
        Question(option="--stays", words="What will you go on with?"),
        Question(option="--touch", words="How will you stay in touch, if at all?"),
        Question(
            option="--takes",
            words="Who takes up which area? (area=name, one a line, Enter to end)",
            is_many=True,
            check=_check_taken,
        ),
    ),
)
COMMENT = Round(
    heading="A comment.",
    questions=(Question(option=TEXT, words=f"What do you want to say?{EDITOR}"),),
)
NOTE = Round(
    heading="A note, for yourself.",
    questions=(Question(option=TEXT, words=f"What do you want to remember?{EDITOR}"),),
)
ROUNDS = {
    "session": SESSION,
    "goal": GOAL,
    "action": ACTION,
    "ask": ASK,
    "checkin": CHECKIN,
    "looking back": LOOKING_BACK,
    "closing": CLOSING,
    "comment": COMMENT,
    "note": NOTE,
}
CHECKS = {"due": _check_due, "target": _check_count}


def guided(name: str, guide: "Guide", *, is_about: bool) -> Round:
    """The questions of a framework, and what belongs to every entry of that kind. What is about an entry takes its
    areas.
    """
    asked = tuple(_asked(guide, place) for place in range(len(guide.framework.prompts)))
    if name == "goal":
        return Round(heading="A goal.", questions=(*asked, AREAS))
    if name == "comment":
        return Round(heading="A comment.", questions=asked)
    return Round(heading="A reflection.", questions=(*asked, FEELING, *(() if is_about else (AREAS,))))


def _asked(guide: "Guide", place: int) -> Question:
    prompt = guide.framework.prompts[place]
    is_own = not prompt.option or prompt.option == "text"
    more = LINES if prompt.is_many else EDITOR if is_own and place == 0 else ""
    words = prompt.words.replace("{", "{{").replace("}", "}}") + more
    if prompt.option == "text":
        return Question(option=TEXT, words=words)
    if prompt.option:
        check = CHECKS.get(prompt.option, lambda *_: "")
        return Question(option=f"--{prompt.option}", words=words, is_many=prompt.is_many, check=check)
    return Question(option="--fill", key=prompt.key, words=words, is_many=prompt.is_many)
