"""Questions asked one at a time. Each has an option: the answers fill in the line, and the line is run.

Enter skips a question; Ctrl-C keeps what is there as a draft, which is such a line too. The draft is written after
each answer, so that a closed window or a power cut loses none.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import typer

from mentorlog import config, drafts
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import is_plain, prompt, tell
from mentorlog.cli.interactive.questions import (
    AREAS,
    ROUNDS,
    TEXT,
    Question,
    Round,
    guided,
    values,
    worded,
)
from mentorlog.drafts import Draft
from mentorlog.errors import MentorlogError
from mentorlog.model.redaction import HIDDEN
from mentorlog.text import first_words

if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import Guide
    from mentorlog.storage.journal import Journal

KEPT = "Kept as a draft. To go on with it: mentorlog edit draft"
LOST = "Your answers could not be kept as a draft."


def can_ask(call: Call) -> bool:
    """Whether there is a terminal, and nobody said not to ask."""
    return not (call.never_asks or call.is_json) and sys.stdin.isatty() and sys.stderr.isatty()


def ask(call: Call, name: str, guide: "Guide | None" = None) -> NoReturn:
    """Ask what the line does not say, by the round of that name or by a framework, then run it with the answers in it.
    After a session, what belongs to it is offered.
    """
    from mentorlog.cli import run

    if guide is None and name == "reflect":
        guide, call = _usual(call)
    round_ = guided(name, guide, is_about="--about" in call.argv) if guide else ROUNDS[name]
    filled = _filled(call, round_, guide)
    if name != "session" and not call.goes_on and not filled.resumed and filled.argv == call.argv:
        tell("Nothing was answered, so nothing was written.")
        raise typer.Exit
    code = run(filled)
    call.has_written = filled.has_written
    if name == "session" and filled.wrote:
        from mentorlog.cli.interactive.session_followup import follow

        follow(filled, filled.wrote)
    raise typer.Exit(code)


def _usual(call: Call) -> "tuple[Guide, Call]":
    """The framework that a reflection is written by where none is named; the line names it from here on."""
    from mentorlog.cli.interactive.frameworks import guide
    from mentorlog.model.frameworks import USUAL

    return guide("reflection", USUAL, None), replace(call, argv=(*call.argv, "--using", USUAL))


def _filled(call: Call, round_: Round, guide: "Guide | None") -> Call:
    """The call with the answers in its line."""
    tell(f"{round_.heading} Enter skips a question; Ctrl-C keeps what you have as a draft.")
    tell("")
    filled = replace(call, resumed=call.resumed or "", goes_on=False)
    behind = call.draft.asked if call.draft and call.goes_on else None
    try:
        with call.reading() as journal:
            for place, question in enumerate(round_.questions):
                wording = replace(question, words=worded(question, filled, journal))
                given = _given(filled, question, guide)
                if given and call.goes_on:
                    tell(f"  {wording.words.partition(' (')[0]} {_shown(call, given)}")
                if _is_open(question, place, behind, is_given=bool(given)):
                    for so_far in _asked(filled, wording, journal, place):
                        filled = so_far
                if _has_begun(call, filled):
                    filled = _kept(filled, place + 1)
    except (KeyboardInterrupt, EOFError):
        _break_off(filled, is_begun=_has_begun(call, filled))
    tell("")
    return filled


def _shown(call: Call, given: list[str]) -> str:
    return HIDDEN if call.is_veiled else first_words(", ".join(given), 60)


def _is_open(question: Question, place: int, behind: int | None, *, is_given: bool) -> bool:
    """Whether it is still to be asked; `behind` is how many questions were, before they were broken off. One that
    takes several answers goes on.
    """
    if place < (behind or 0):
        return False
    return not is_given or (question.is_many and place == behind)


def _has_begun(call: Call, filled: Call) -> bool:
    return bool(filled.draft) or filled.resumed != (call.resumed or "") or filled.argv != call.argv


def _break_off(call: Call, *, is_begun: bool) -> NoReturn:
    if is_begun:
        tell("")
        tell(KEPT if call.draft else LOST)
    raise KeyboardInterrupt from None


def _given(call: Call, question: Question, guide: "Guide | None") -> list[str]:
    """The answers that stand on the line already."""
    if question.key:
        return [guide.filled[question.key]] if guide and question.key in guide.filled else []
    told = guide.of(question.option.removeprefix("--") or "text") if guide else ""
    if question.option == TEXT:
        return [text for text in (call.resumed, told) if text]
    return [*([told] if told else []), *values(call.argv, question.option)]


def _asked(call: Call, question: Question, journal: "Journal", place: int) -> Iterator[Call]:
    """The call with one answer more in its line, as often as one is given. What can't be right is asked again; e opens
    the editor.
    """
    is_first = True
    while answer := answered(call, question, is_first=is_first):
        beside = None
        try:
            if answer == "e" and question.takes_text:
                beside = drafts.edited(keep(call, ""))
                answer = beside.text.strip()
            echo = question.check(call, journal, answer)
        except MentorlogError as error:
            tell(f"    {error.message} {error.hint}")
            continue
        if echo not in ("", answer):
            tell(f"    {echo}")
        if question.option == AREAS.option and answer == "?":
            continue
        call = _kept(_with(call, question, answer), place)
        if beside:
            drafts.finish(beside)
        yield call
        if not question.is_many:
            return
        is_first = False


def _with(call: Call, question: Question, answer: str) -> Call:
    if question.option == TEXT:
        return replace(call, resumed=answer)
    return replace(call, argv=(*call.argv, *question.words_of(answer)))


def _kept(call: Call, behind: int) -> Call:
    """The same, with a draft of all answers so far; without one where the disk does not take it."""
    text = call.resumed or ""
    with suppress(MentorlogError, OSError):
        return replace(call, draft=drafts.keep_answers(call.draft or keep(call, text), call.line, text, behind))
    return call


def answered(call: Call, question: Question, *, is_first: bool) -> str:
    """Ask, and wait for the answer; raises EOFError where there will be none."""
    if is_plain(call):
        prompt(f"  {question.words}: " if is_first else "  ")
    elif question.takes_text or question.is_many:
        prompt(f"  {question.words}\n  > " if is_first else "  > ")
    else:
        prompt(f"  {question.words} ")
    return read_line()


def read_line() -> str:
    """One line that is typed; raises EOFError where there will be none."""
    line = sys.stdin.buffer.readline().decode(errors="surrogateescape")
    if not line:
        raise EOFError
    return line.strip()


def keep(call: Call, text: str) -> Draft:
    """Keep `text` as a draft of this call."""
    return drafts.keep(config.drafts_folder(), call.line, text, at=call.now)
