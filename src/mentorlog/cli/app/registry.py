"""The table of contents: every command with its panel, its address and its line of help."""

from typing import NamedTuple

PANELS = ("Write", "Before and between", "Look back", "Put right", "Hand on", "Keep")


class Place(NamedTuple):
    """Where a command stands in the help, where its code is (module and name), and what it does."""

    panel: str
    address: str
    help: str


AWAY = "Put an entry away; bring it back."
BACK = "Take back the last command; do it again after all."
TABLE = {
    "session": Place("Write", "session:app", "Log a session with a mentor or a mentee; list sessions."),
    "reflect": Place("Write", "reflect:app", "Write a reflection, after a session or on its own."),
    "goal": Place("Write", "goal_events:app", "Set a goal, check in, change it, reach it or let it go."),
    "action": Place("Write", "action:app", "Who does what after a session, and what became of it."),
    "ask": Place("Write", "ask:app", "Park a question for a next session."),
    "prep": Place("Before and between", "prep:app", "One page for the next session, from your own record."),
    "catchup": Place("Before and between", "catchup:app", "Unfinished writing, then at most three gentle questions."),
    "timeline": Place("Look back", "timeline:app", "What you wrote, in order, with what belongs together."),
    "progress": Place("Look back", "progress:app", "Areas, overlaps, months, goals and people over a period."),
    "map": Place("Look back", "map:app", "Who helps with what, and where nobody does yet."),
    "search": Place("Look back", "search:app", "Find words, in any script."),
    "show": Place("Look back", "show:app", "One entry in full."),
    "browse": Place("Look back", "maintenance.browse:app", "The journal in your browser, through Datasette."),
    "edit": Place("Put right", "edit:app", "Change an entry: its words, day, areas, people."),
    "remove": Place("Put right", "remove:remove_app", AWAY),
    "restore": Place("Put right", "remove:restore_app", AWAY),
    "undo": Place("Put right", "undo:undo_app", BACK),
    "redo": Place("Put right", "undo:redo_app", BACK),
    "history": Place("Put right", "undo:history_app", "What was done, or what one entry used to be."),
    "purge": Place("Put right", "purge:app", "Erase for good, from backups too."),
    "share": Place("Hand on", "sharing.share_packets:app", "Choose what a mentor may read; make the file."),
    "feedback": Place("Hand on", "sharing.feedback:app", "Take in what a mentor answered."),
    "review": Place("Hand on", "sharing.review_reply:app", "For mentors: read a mentee's file and answer it."),
    "export": Place("Hand on", "transfer.export:app", "A yearly summary, or the whole journal."),
    "import": Place("Hand on", "transfer.import_:app", "Bring in the entries of another mentorlog."),
    "area": Place("Keep", "area_checkin:app", "The benefit areas: add, edit, pause, merge, check in."),
    "person": Place("Keep", "person_close:app", "The people: add, edit, set a rhythm, pause, close."),
    "backup": Place("Keep", "maintenance.backup:app", "Make a backup, list them, go back to one."),
    "check": Place("Keep", "maintenance.check:app", "Is every entry whole? Save what can be read if not."),
    "config": Place("Keep", "maintenance.config:app", "Your settings."),
    "info": Place("Keep", "maintenance.info:app", "Where everything is, and how large."),
    "init": Place("Keep", "maintenance.init:app", "Make a journal at a place of your choice."),
    "demo": Place("Keep", "maintenance.demo:app", "A made-up journal to look around in."),
}
