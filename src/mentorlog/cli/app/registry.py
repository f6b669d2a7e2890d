"""The table of contents: every command with its panel, its address and its line of help."""

from typing import NamedTuple

PANELS = ("Write", "Before and between", "Look back", "Put right", "Hand on", "Keep")


class CommandInfo(NamedTuple):
    """Where a command stands in the help, where its code is (module and name), and what it does."""

    panel: str
    address: str
    help: str


AWAY = "Put an entry away; bring it back."
BACK = "Take back the last command; do it again after all."
COMMAND_TABLE = {
    "session": CommandInfo("Write", "session:app", "Log a session with a mentor or a mentee; list sessions."),
    "reflect": CommandInfo("Write", "reflect:app", "Write a reflection, after a session or on its own."),
    "goal": CommandInfo("Write", "goal:app", "Set a goal, check in, change it, reach it or let it go."),
    "action": CommandInfo("Write", "action:app", "Who does what after a session, and what became of it."),
    "ask": CommandInfo("Write", "ask:app", "Park a question for a next session."),
    "prep": CommandInfo("Before and between", "prep:app", "One page for the next session, from your own record."),
    "catchup": CommandInfo(
        "Before and between", "catchup:app", "Unfinished writing, then at most three gentle questions."
    ),
    "timeline": CommandInfo("Look back", "timeline:app", "What you wrote, in order, with what belongs together."),
    "progress": CommandInfo("Look back", "progress:app", "Areas, overlaps, months, goals and people over a period."),
    "map": CommandInfo("Look back", "map:app", "Who helps with what, and where nobody does yet."),
    "search": CommandInfo("Look back", "search:app", "Find words, in any script."),
    "show": CommandInfo("Look back", "show:app", "One entry in full."),
    "browse": CommandInfo("Look back", "maintenance.browse:app", "The journal in your browser, through Datasette."),
    "edit": CommandInfo("Put right", "edit:app", "Change an entry: its words, day, areas, people."),
    "remove": CommandInfo("Put right", "remove:remove_app", AWAY),
    "restore": CommandInfo("Put right", "remove:restore_app", AWAY),
    "undo": CommandInfo("Put right", "undo:undo_app", BACK),
    "redo": CommandInfo("Put right", "undo:redo_app", BACK),
    "history": CommandInfo("Put right", "undo:history_app", "What was done, or what one entry used to be."),
    "purge": CommandInfo("Put right", "purge:app", "Erase for good, from backups too."),
    "share": CommandInfo("Hand on", "sharing.share_packets:app", "Choose what a mentor may read; make the file."),
    "feedback": CommandInfo("Hand on", "sharing.feedback:app", "Take in what a mentor answered."),
    "review": CommandInfo("Hand on", "sharing.review_reply:app", "For mentors: read a mentee's file and answer it."),
    "export": CommandInfo("Hand on", "transfer.export:app", "A yearly summary, or the whole journal."),
    "import": CommandInfo("Hand on", "transfer.import_:app", "Bring in the entries of another mentorlog."),
    "area": CommandInfo("Keep", "area:app", "The benefit areas: add, edit, pause, merge, check in."),
    "person": CommandInfo("Keep", "person:app", "The people: add, edit, set a rhythm, pause, close."),
    "backup": CommandInfo("Keep", "maintenance.backup:app", "Make a backup, list them, go back to one."),
    "check": CommandInfo("Keep", "maintenance.check:app", "Is every entry whole? Save what can be read if not."),
    "config": CommandInfo("Keep", "maintenance.config:app", "Your settings."),
    "info": CommandInfo("Keep", "maintenance.info:app", "Where everything is, and how large."),
    "init": CommandInfo("Keep", "maintenance.init:app", "Make a journal at a place of your choice."),
    "demo": CommandInfo("Keep", "maintenance.demo:app", "A made-up journal to look around in."),
}
