"""Words from other tools: a sentence, never a guess by spelling; then the spelling."""

from difflib import get_close_matches

from mentorlog.cli.contents import TABLE
from mentorlog.errors import Mistyped

LOCAL = "The journal is one file on this machine, and mentorlog never uses the network."
WRITE = 'To write: mentorlog reflect "…", session add, goal add, action add'
NEIGHBOURS = {
    ("log", "ls", "list", "entries"): "To see what you wrote: mentorlog timeline",
    ("rm", "delete", "del", "trash"): "To put an entry away: mentorlog remove N    For good: mentorlog purge N",
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
    ("share", "feedback", "review"): "It is not there yet. All commands: mentorlog --help",
    ("encrypt",): "mentorlog does not encrypt the file; an encrypted disk does. What is kept where: mentorlog info",
    ("sync", "push", "login"): f"{LOCAL} To take it elsewhere: mentorlog export journal -o FILE",
}


def unknown(word: str) -> Mistyped:
    """The error for a word that is no command; it repeats the word only where that is a single one."""
    if " " in word or word.endswith(":") or not word.isprintable():
        return Mistyped("That is not a command.", hint='To write that down: mentorlog reflect "…"')
    for words, hint in NEIGHBOURS.items():
        if word.lower() in words:
            return Mistyped(f'There is no command "{word}".', hint=hint)
    near = get_close_matches(word, TABLE, n=1)
    hint = f"Did you mean mentorlog {near[0]}? " if near else ""
    return Mistyped(f'There is no command "{word}".', hint=f"{hint}All commands: mentorlog --help")
