"""The table of contents: every command with its panel, its address and its line of help.

Commands are imported when they are typed, so their lines stand here: a group's only here, a command's as the first
line of its docstring says it too (a test compares them).
"""

from typing import NamedTuple

from mentorlog.model.enums import EventType

VERBS = {  # of goal and action, by what they do to one
    EventType.CHECKIN: "checkin",
    EventType.REWORDED: "reword",
    EventType.PAUSED: "pause",
    EventType.RESUMED: "resume",
    EventType.REACHED: "reach",
    EventType.DROPPED: "drop",
    EventType.DONE: "done",
    EventType.REOPENED: "reopen",
}
PANELS = ("Write", "Prepare", "Look back", "Correct", "Share and export", "Manage")


class CommandInfo(NamedTuple):
    """Where a command stands in the help, where its code is (module and name), and what it does."""

    panel: str
    address: str
    help: str


COMMAND_TABLE = {
    "session": CommandInfo("Write", "session:app", "Log a session with a mentor or a mentee; list sessions."),
    "reflect": CommandInfo("Write", "reflect:app", "Write a reflection, after a session or on its own."),
    "goal": CommandInfo("Write", "goal:app", "Set a goal, check in, change it, reach it or drop it."),
    "action": CommandInfo("Write", "action:app", "Who does what after a session, and what became of it."),
    "ask": CommandInfo("Write", "ask:app", "Park a question for a next session, or list the questions."),
    "prep": CommandInfo("Prepare", "prep:app", "One page for the next session, from your own record."),
    "catchup": CommandInfo("Prepare", "catchup:app", "Unfinished writing, then at most three questions."),
    "timeline": CommandInfo("Look back", "timeline:app", "What you wrote, in order, with what belongs together."),
    "progress": CommandInfo("Look back", "progress:app", "Areas, overlaps, months, goals and people over a period."),
    "map": CommandInfo("Look back", "map:app", "Who helps with what, and where nobody does yet."),
    "search": CommandInfo("Look back", "search:app", "Find entries that hold all the words, in any script."),
    "show": CommandInfo("Look back", "show:app", "One entry in full, or several; draft shows unfinished writing."),
    "browse": CommandInfo(
        "Look back", "maintenance.browse:app", "The journal in your browser, read only, through Datasette."
    ),
    "edit": CommandInfo("Correct", "edit:app", "Change an entry: its words, day, areas, people."),
    "remove": CommandInfo("Correct", "remove:remove_app", "Remove entries; restore brings them back."),
    "restore": CommandInfo("Correct", "remove:restore_app", "Bring back removed entries."),
    "undo": CommandInfo("Correct", "undo:undo_app", "Undo the last command as a whole; again goes further back."),
    "redo": CommandInfo("Correct", "undo:redo_app", "Redo what undo undid last, unless something was written since."),
    "history": CommandInfo("Correct", "undo:history_app", "What was done, newest first; or what one entry used to be."),
    "purge": CommandInfo("Correct", "purge:app", "Erase entries for good, also from automatic backups and drafts."),
    "share": CommandInfo("Share and export", "sharing.share:app", "Choose what a mentor may read; make the file."),
    "feedback": CommandInfo("Share and export", "sharing.feedback:app", "Import and list what mentors answered."),
    "review": CommandInfo("Share and export", "sharing.review:app", "For mentors: read a mentee's file and answer it."),
    "export": CommandInfo("Share and export", "transfer.export:app", "A yearly summary, or the whole journal."),
    "import": CommandInfo(
        "Share and export", "transfer.import_:app", "Import a journal of mentorlog, jrnl or Day One, a table, or notes."
    ),
    "area": CommandInfo("Manage", "area:app", "The benefit areas: add, edit, pause, merge, check in."),
    "person": CommandInfo("Manage", "person:app", "The people: add, edit, set a rhythm, pause, merge, close."),
    "backup": CommandInfo("Manage", "maintenance.backup:app", "Make a backup, list them, restore one."),
    "check": CommandInfo("Manage", "maintenance.check:app", "Check that every entry is whole; nothing is repaired."),
    "config": CommandInfo("Manage", "maintenance.config:app", "Your settings, and completion for your shell."),
    "info": CommandInfo("Manage", "maintenance.info:app", "Where everything is, and how large."),
    "init": CommandInfo("Manage", "maintenance.init:app", "Make an empty journal at a place of your choice."),
    "demo": CommandInfo("Manage", "maintenance.demo:app", "A made-up journal to look around in."),
}
