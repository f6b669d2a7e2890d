"""Words from other tools: a sentence, never a guess by spelling; then the spelling."""

from collections.abc import Iterable
from difflib import get_close_matches

from mentorlog.cli.app.registry import COMMAND_TABLE
from mentorlog.errors import InvalidInput

LOCAL = "The journal is one file on this machine, and mentorlog never uses the network."
WRITE = 'To write: mentorlog reflect "…", session add, goal add, action add'
PARK = 'To park a question: mentorlog ask "…"'
COMMAND_HINTS = {
    ("log", "ls", "list", "entries"): "To see what you wrote: mentorlog timeline",
    ("rm", "delete", "del", "trash"): "To remove an entry: mentorlog remove N    For good: mentorlog purge N",
    ("new", "add", "note", "jot", "write"): WRITE,
    ("done",): "For an action: mentorlog action done N    For a goal: mentorlog goal reach N",
    ("close", "finish"): "For an action: mentorlog action done N    For a goal: mentorlog goal reach N",
    ("stats", "report", "summary"): "The figures: mentorlog progress    A document: mentorlog export year",
    ("status", "today", "home"): "Today at a glance: mentorlog",
    (
        "agenda",
        "plan",
        "park",
    ): 'The page for the next session: mentorlog prep    To park a question: mentorlog ask "…"',
    ("mentor", "mentors", "people"): "Everybody: mentorlog person list    Who helps with what: mentorlog map",
    ("tag", "tags", "topics"): "The areas: mentorlog area list",
    ("answer", "question"): 'To answer a question: mentorlog reflect "…" --answers N    All: mentorlog ask --list',
    ("drafts",): "Unfinished writing: mentorlog show draft    To go on with it: mentorlog edit draft",
    ("encrypt",): "mentorlog does not encrypt the file; an encrypted disk does. What is kept where: mentorlog info",
    ("sync", "push", "login"): f"{LOCAL} To take it elsewhere: mentorlog export journal -o FILE",
}


VERBS = {
    ("new", "create", "write", "log"): "add",
    ("ls", "all"): "list",
    ("close", "complete", "finish", "finished", "achieve", "achieved"): "done, reach",
    ("done",): "reach",
    ("progress", "update", "check-in"): "checkin",
    ("rename", "describe", "change", "modify"): "reword, edit",
    ("stop", "cancel", "abandon"): "drop, close, pause",
    ("retire", "archive", "rest", "remove", "rm", "delete", "del"): "pause",
    ("start", "restart", "continue"): "resume, reopen",
}
ENTRIES = ("session", "goal", "action", "feedback")
ANYWHERE = {
    ("edit", "modify"): "edit N",
    ("show", "view"): "show N",
    ("remove", "rm", "delete", "del", "trash"): "remove N",
}


def suggest(word: str, path: str, verbs: Iterable[str]) -> str:
    """What to type for a verb that the group `path` does not have: another of its `verbs`, or a command for entries of
    any kind; then the spelling. Empty where nothing is near.
    """
    known, typed = list(verbs), word.lower()
    for words, command in ANYWHERE.items() if path.endswith(ENTRIES) else ():
        if typed in words:
            return f"For an entry of any kind: mentorlog {command}    "
    for words, answers in VERBS.items():
        found = [verb for verb in answers.split(", ") if verb in known]
        if typed in words and found:
            return f"Did you mean {path} {found[0]}? "
    near = get_close_matches(typed, known, n=1)
    return f"Did you mean {path} {near[0]}? " if near else ""


def unknown_command(word: str) -> InvalidInput:
    """The error for a word that is no command; it repeats the word only where that is a single one."""
    if " " in word or word.endswith(":") or not word.isprintable():
        return InvalidInput("That is not a command.", hint='To write that down: mentorlog reflect "…"')
    for words, hint in COMMAND_HINTS.items():
        if word.lower() in words:
            return InvalidInput(f'Unknown command "{word}".', hint=hint)
    near = get_close_matches(word.lower(), COMMAND_TABLE, n=1)
    hint = f"Did you mean mentorlog {near[0]}? " if near else ""
    return InvalidInput(f'Unknown command "{word}".', hint=f"{hint}All commands: mentorlog --help")
