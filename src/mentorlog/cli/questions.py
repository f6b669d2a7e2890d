"""Questions asked one at a time. Each has an option: the answers fill in the line, and the line is run.

Enter skips a question; Ctrl-C keeps what is there as a draft, which is such a line too.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NoReturn

import typer

from mentorlog import config, drafts
from mentorlog.cli import typed
from mentorlog.cli.call import Call
from mentorlog.cli.output import is_plain, prompt, tell
from mentorlog.dates import dated
from mentorlog.drafts import Draft
from mentorlog.errors import MentorlogError
from mentorlog.storage.journal import Journal
from mentorlog.text import safe

TEXT = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `option` is what its answer stands for (TEXT for the words themselves); `check`
    raises where an answer can't be right, and gives back what to echo.
    """

    option: str
    words: str
    is_many: bool = False
    check: Callable[[Call, Journal, str], str] = lambda *_: ""


def _check_day(call: Call, _: Journal, answer: str) -> str:
    return dated(typed.on(call, answer))


def _check_due(call: Call, _: Journal, answer: str) -> str:
    day = call.day(answer)
    return dated(day) if day else ""


def _check_areas(_: Call, journal: Journal, answer: str) -> str:
    if answer == "?":
        return ", ".join(area.slug for area in journal.areas() if not area.is_paused)
    return ", ".join(area.label for area in typed.areas(journal, answer.split()))


def _check_person(_: Call, journal: Journal, answer: str) -> str:
    return ", ".join(safe(person.name) for person in typed.people(journal, [answer]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What is asked for one kind of entry."""

    heading: str
    questions: tuple[Question, ...]


AREAS = Question(option="--area", words="Which areas? (names or beginnings, ? lists them)", check=_check_areas)
SESSION = Round(
    heading="A session.",
    questions=(
        Question(option="--with", words="With whom?{people}", check=_check_person),
        Question(option="--on", words="When? (today)", check=_check_day),
        Question(option=TEXT, words="What was said, in a line or two? (e opens your editor)"),
        AREAS,
        Question(option="--action", words="What will you do? (one a line, Enter to end)", is_many=True),
        Question(option="--promised", words="What did the other promise? (one a line, Enter to end)", is_many=True),
    ),
)
REFLECTION = Round(
    heading="A reflection.",
    questions=(
        Question(option=TEXT, words="What stays with you? (e opens your editor)"),
        AREAS,
    ),
)
GOAL = Round(
    heading="A goal.",
    questions=(
        Question(option=TEXT, words="What do you want to reach?"),
        AREAS,
        Question(option="--measure", words="How will you know?"),
        Question(option="--due", words="By when?", check=_check_due),
    ),
)
ACTION = Round(
    heading="An action.",
    questions=(
        Question(option=TEXT, words="What is to be done?"),
        Question(option="--owner", words="By whom? (me)"),
        Question(option="--due", words="By when?", check=_check_due),
    ),
)
ASK = Round(
    heading="A question for a next session.",
    questions=(
        Question(option=TEXT, words="What do you want to ask?"),
        Question(option="--with", words="Whom?{people}", check=_check_person),
    ),
)
COMMENT = Round(
    heading="A comment.",
    questions=(Question(option=TEXT, words="What do you want to say? (e opens your editor)"),),
)
NOTE = Round(
    heading="A note, for yourself.",
    questions=(Question(option=TEXT, words="What do you want to remember? (e opens your editor)"),),
)

ROUNDS = {
    "session": SESSION,
    "reflect": REFLECTION,
    "goal": GOAL,
    "action": ACTION,
    "ask": ASK,
    "comment": COMMENT,
    "note": NOTE,
}


def can_ask(call: Call) -> bool:
    """Whether there is a terminal, and nobody said not to ask."""
    return not (call.never_asks or call.is_json) and sys.stdin.isatty() and sys.stderr.isatty()


def ask(call: Call, name: str) -> NoReturn:
    """Ask what the line does not say, by the round of that name, then run it with the answers in it."""
    from mentorlog.cli import run

    raise typer.Exit(run(_filled(call, ROUNDS[name])))


def _filled(call: Call, round_: Round) -> Call:
    tell(f"{round_.heading} Enter skips a question; Ctrl-C keeps what you have as a draft.")
    tell("")
    filled = replace(call, resumed="")
    try:
        with call.reading() as journal:
            known = ", ".join(safe(person.name) for person in journal.people())
            for question in round_.questions:
                if question.option == TEXT:
                    filled = _told(filled, question)
                elif not _is_answered(call, question):
                    words = question.words.format(people=f" ({known}, or a new name)" if known else "")
                    filled = _asked(filled, replace(question, words=words), journal)
    except (KeyboardInterrupt, EOFError):
        if filled.resumed or filled.argv != call.argv:
            keep(filled, filled.resumed or "")
            if filled.draft:
                drafts.finish(filled.draft)
            tell("")
            tell("Kept as a draft. To go on with it: mentorlog edit draft")
        raise KeyboardInterrupt from None
    tell("")
    return filled


def _is_answered(call: Call, question: Question) -> bool:
    short = {"--area": "-a", "--with": "-w"}.get(question.option)
    given = [word.partition("=")[0] for word in call.argv]
    return question.option in given or short in given


def _asked(call: Call, question: Question, journal: Journal) -> Call:
    answers: list[str] = []
    while answer := _answer(call, question, is_first=not answers):
        try:
            echo = question.check(call, journal, answer)
        except MentorlogError as error:
            tell(f"    {error.message} {error.hint}")
            continue
        if echo:
            tell(f"    {echo}")
        if answer == "?":
            continue
        answers += answer.split() if question.option == AREAS.option else [answer]
        if not question.is_many:
            break
    return replace(call, argv=(*call.argv, *(word for answer in answers for word in (question.option, answer))))


def _told(call: Call, question: Question) -> Call:
    """The words themselves; e opens the editor, and what it brings stays a draft until it is saved."""
    while (answer := _answer(call, question, is_first=True)) == "e":
        try:
            draft = drafts.edited(keep(call, ""))
        except MentorlogError as error:
            tell(f"    {error.message} {error.hint}")
        else:
            return replace(call, resumed=draft.text, draft=draft)
    return replace(call, resumed=answer)


def _answer(call: Call, question: Question, *, is_first: bool) -> str:
    if is_plain(call):
        prompt(f"  {question.words}: " if is_first else "  ")
    elif question.option == TEXT or question.is_many:
        prompt(f"  {question.words}\n  > " if is_first else "  > ")
    else:
        prompt(f"  {question.words} ")
    line = sys.stdin.buffer.readline().decode(errors="surrogateescape")
    if not line:
        raise EOFError
    return line.strip()


def keep(call: Call, text: str) -> Draft:
    """Keep `text` as a draft of this call."""
    return drafts.keep(config.drafts_folder(), call.line, text, at=call.now)
