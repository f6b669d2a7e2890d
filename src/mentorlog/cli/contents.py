"""The table of contents: every command with its panel, its address and its line of help."""

from dataclasses import dataclass

PANELS = ("Write", "Look back", "Put right", "Hand on", "Keep")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command stands in the help, where its code is (module and name), and what it does."""

    panel: str
    address: str
    help: str


AWAY = "Put an entry away; bring it back."
BACK = "Take back the last command; do it again after all."
TABLE = {
    "session": Place("Write", "session:app", "Log a session with a mentor or a mentee; list sessions."),
    "reflect": Place("Write", "reflect:app", "Write a reflection, after a session or on its own."),
    "goal": Place("Write", "goal_changes:app", "Set a goal, check in, change it, reach it or let it go."),
    "action": Place("Write", "action:app", "Who does what after a session, and what became of it."),
    "ask": Place("Write", "ask:app", "Park a question for a next session."),
    "timeline": Place("Look back", "timeline:app", "What you wrote, in order, with what belongs together."),
    "progress": Place("Look back", "progress:app", "Areas, overlaps, months, goals and people over a period."),
    "search": Place("Look back", "search:app", "Find words, in any script."),
    "show": Place("Look back", "show:app", "One entry in full."),
    "browse": Place("Look back", "browse:app", "The journal in your browser, through Datasette."),
    "edit": Place("Put right", "edit:app", "Change an entry: its words, day, areas, people."),
    "remove": Place("Put right", "remove:remove_app", AWAY),
    "restore": Place("Put right", "remove:restore_app", AWAY),
    "undo": Place("Put right", "undo:undo_app", BACK),
    "redo": Place("Put right", "undo:redo_app", BACK),
    "history": Place("Put right", "undo:history_app", "What was done, or what one entry used to be."),
    "purge": Place("Put right", "purge:app", "Erase for good, from backups too."),
    "review": Place("Hand on", "review_reply:app", "For mentors: read a mentee's file and answer it."),
    "export": Place("Hand on", "export:app", "A yearly summary, or the whole journal."),
    "import": Place("Hand on", "import_:app", "Bring in the entries of another mentorlog."),
    "area": Place("Keep", "area:app", "The benefit areas: add, edit, pause, resume, merge."),
    "person": Place("Keep", "person:app", "The people: add, edit, merge."),
    "backup": Place("Keep", "backup:app", "Make a backup, list them, go back to one."),
    "check": Place("Keep", "check:app", "Is every entry whole? Save what can be read if not."),
    "config": Place("Keep", "config:app", "Your settings."),
    "info": Place("Keep", "info:app", "Where everything is, and how large."),
    "init": Place("Keep", "init:app", "Make a journal at a place of your choice."),
    "demo": Place("Keep", "demo:app", "A made-up journal to look around in."),
}
