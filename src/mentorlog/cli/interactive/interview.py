"""Questions asked one at a time. Each has an option: the answers fill in the line, and the line is run.

Enter skips a question; Ctrl-C keeps what is there as a draft, which is such a line too. The draft is written after
each answer, so that a closed window or a power cut loses none.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import typer

from mentorlog import config, drafts
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain, print_message, report_invalid_answer
from mentorlog.cli.app.program import run
from mentorlog.cli.interactive import questions
from mentorlog.cli.interactive.prompts import ask_or_skip, ask_question
from mentorlog.cli.interactive.questions import InterviewQuestion, QuestionSet
from mentorlog.drafts import Draft
from mentorlog.errors import MentorlogError
from mentorlog.model.redaction import PLACEHOLDER
from mentorlog.text import first_words

if TYPE_CHECKING:
    from mentorlog.cli.interactive.frameworks import FilledFramework
    from mentorlog.storage.journal import Journal

KEPT = "Kept as a draft. To go on with it: mentorlog edit draft"
LOST = "Your answers could not be kept as a draft."
OFFER = "What did it mean? A few questions, now? (y, or Enter for another time)"


def run_interview(call: Invocation, name: str, guide: "FilledFramework | None" = None) -> NoReturn:
    """Ask what the line does not say, by the question set of that name or by a framework, then run it with the answers
    in it. After a session, what belongs to it is offered.
    """
    if guide is None and name == "reflect":
        guide, call = _default_framework(call)
    question_set = (
        questions.framework_questions(name, guide, is_about="--about" in call.argv)
        if guide
        else questions.QUESTION_SETS[name]
    )
    filled = _collect_answers(call, question_set, guide)
    if name != "session" and not call.is_resuming and not filled.resumed_text and filled.argv == call.argv:
        print_message("Nothing was answered, so nothing was written.")
        raise typer.Exit
    code = run(filled)
    call.has_written = filled.has_written
    if name == "session" and filled.saved_number:
        _offer_followup(filled, filled.saved_number)
    raise typer.Exit(code)


def _default_framework(call: Invocation) -> "tuple[FilledFramework, Invocation]":
    """The framework that a reflection is written by where none is named; the line names it from here on."""
    from mentorlog.cli.interactive.frameworks import fill_framework
    from mentorlog.model.frameworks import DEFAULT_FRAMEWORK

    named = replace(call, argv=(*call.argv, "--using", DEFAULT_FRAMEWORK))
    return fill_framework("reflection", DEFAULT_FRAMEWORK, None), named


def _collect_answers(call: Invocation, question_set: QuestionSet, guide: "FilledFramework | None") -> Invocation:
    """The call with the answers in its line."""
    print_message(f"{question_set.heading} Enter skips a question; Ctrl-C keeps what you have as a draft.")
    print_message("")
    filled = replace(call, resumed_text=call.resumed_text or "", is_resuming=False)
    behind = call.draft.questions_asked if call.draft and call.is_resuming else None
    try:
        with call.open_readonly() as journal:
            for place, question in enumerate(question_set.questions):
                wording = replace(question, words=questions.render_prompt(question, filled, journal))
                given = _existing_answers(filled, question, guide)
                if given and call.is_resuming:
                    preview = PLACEHOLDER if call.is_veiled else first_words(", ".join(given), 60)
                    print_message(f"  {wording.words.partition(' (')[0]} {preview}")
                if _needs_asking(question, place, behind, is_given=bool(given)):
                    for so_far in _ask_until_valid(filled, wording, journal, place):
                        filled = so_far
                if _has_begun(call, filled):
                    filled = _with_draft(filled, place + 1)
    except (KeyboardInterrupt, EOFError):
        _abort(filled, is_begun=_has_begun(call, filled))
    print_message("")
    return filled


def _needs_asking(question: InterviewQuestion, place: int, behind: int | None, *, is_given: bool) -> bool:
    """Whether it is still to be asked; `behind` is how many questions were, before they were broken off. One that
    takes several answers goes on.
    """
    if place < (behind or 0):
        return False
    return not is_given or (question.is_many and place == behind)


def _has_begun(call: Invocation, filled: Invocation) -> bool:
    return bool(filled.draft) or filled.resumed_text != (call.resumed_text or "") or filled.argv != call.argv


def _abort(call: Invocation, *, is_begun: bool) -> NoReturn:
    if is_begun:
        print_message("")
        print_message(KEPT if call.draft else LOST)
    raise KeyboardInterrupt from None


def _existing_answers(call: Invocation, question: InterviewQuestion, guide: "FilledFramework | None") -> list[str]:
    """The answers that stand on the line already."""
    if question.key:
        return [guide.answers_by_key[question.key]] if guide and question.key in guide.answers_by_key else []
    told = guide.option_answer(question.option.removeprefix("--") or "text") if guide else ""
    if question.option == questions.TEXT:
        return [text for text in (call.resumed_text, told) if text]
    return [*([told] if told else []), *questions.option_values(call.argv, question.option)]


def _ask_until_valid(
    call: Invocation, question: InterviewQuestion, journal: "Journal", place: int
) -> Iterator[Invocation]:
    """The call with one answer more in its line, as often as one is given. What can't be right is asked again; e opens
    the editor.
    """
    is_first = True
    while answer := ask_question(call, question, is_first=is_first):
        beside = None
        try:
            if answer == "e" and question.takes_text:
                beside = drafts.edit_in_editor(save_draft(call, ""))
                answer = beside.text.strip()
            echo = question.check(call, journal, answer)
        except MentorlogError as error:
            report_invalid_answer(error)
            continue
        if echo not in ("", answer):
            print_message(f"    {echo}")
        if question.option == questions.AREAS.option and answer == "?":
            continue
        if question.option == questions.TEXT:
            call = replace(call, resumed_text=answer)
        else:
            call = replace(call, argv=(*call.argv, *question.option_args(answer)))
        call = _with_draft(call, place)
        if beside:
            drafts.delete_draft(beside)
        yield call
        if not question.is_many:
            return
        is_first = False


def _with_draft(call: Invocation, behind: int) -> Invocation:
    """The same, with a draft of all answers so far; without one where the disk does not take it."""
    text = call.resumed_text or ""
    with suppress(MentorlogError, OSError):
        draft = call.draft or save_draft(call, text)
        return replace(call, draft=drafts.save_answers(draft, call.rerun_argv, text, behind))
    return call


def save_draft(call: Invocation, text: str) -> Draft:
    """Keep `text` as a draft of this call."""
    return drafts.create_draft(config.drafts_folder(), call.rerun_argv, text, at=call.now)


def _offer_followup(call: Invocation, session: int) -> None:
    """Offer the reflection about the session of `call`; after it the actions, where the session brought none yet."""
    print_message("")
    if not ask_or_skip(f"{OFFER}: " if is_plain(call) else f"{OFFER} ").lower().startswith("y"):
        return
    print_message("")
    run(call.with_args("reflect", "--about", str(session)))
    if not questions.option_values(call.argv, questions.ACTIONS.option):
        _note_actions(call, session)


def _note_actions(call: Invocation, session: int) -> None:
    """Ask what is to be done; each action is saved as soon as it is told."""
    print_message("")
    is_first = True
    while action := ask_question(call, questions.ACTIONS, is_first=is_first):
        run(replace(call.with_args("action", "add", "--about", str(session)), resumed_text=action))
        is_first = False
