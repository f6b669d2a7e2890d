"""Questions at a terminal, and the lines that are typed in answer."""

import sys
from typing import TYPE_CHECKING

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain, prompt

if TYPE_CHECKING:
    from mentorlog.cli.interactive.questions import InterviewQuestion


def can_ask(call: Invocation) -> bool:
    """Whether there is a terminal, and nobody said not to ask."""
    return not (call.never_asks or call.is_json) and sys.stdin.isatty() and sys.stderr.isatty()


def ask(words: str) -> str:
    """Ask, and wait for the answer; raises EOFError where there will be none."""
    prompt(words)
    line = sys.stdin.buffer.readline().decode(errors="surrogateescape")
    if not line:
        raise EOFError
    return line.strip()


def ask_or_skip(words: str) -> str:
    """As `ask`; empty where there will be no answer."""
    try:
        return ask(words)
    except EOFError:
        return ""


def ask_question(call: Invocation, question: "InterviewQuestion", *, is_first: bool) -> str:
    """Ask a question of an interview, or go on with its answers; raises EOFError where there will be none."""
    if is_plain(call):
        return ask(f"  {question.words}: " if is_first else "  ")
    if question.takes_text or question.is_many:
        return ask(f"  {question.words}\n  > " if is_first else "  > ")
    return ask(f"  {question.words} ")
