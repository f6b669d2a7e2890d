"""What is said of an error: for each reason what went wrong, what is safe, and what to do."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from mentorlog import errors
from mentorlog.errors import MentorlogError
from mentorlog.model.enums import Kind
from mentorlog.phrases.grammar import noun
from mentorlog.text import one_line, shell_quoted


class Message(NamedTuple):
    """Whole sentences; in `MESSAGES` with the names of values, which `_filled` puts in."""

    message: str
    hint: str = ""
    safe: str = errors.NOTHING_CHANGED


SAFE = {
    errors.NOTHING_CHANGED: "Nothing was changed.",
    errors.NOTHING_WRITTEN: "Nothing was written.",
    errors.NOTHING_IMPORTED: "Nothing was imported.",
    errors.NO_FILE: "No file was written.",
    errors.UNCHANGED: "No file was changed.",
    errors.AS_IT_WAS: "The journal is as it was.",
    errors.DRAFT_KEPT: "Nothing was written; your text is kept as a draft.",
    errors.UNSEEN: "Whether it was kept can't be seen now.",
}
CHECK = "What is damaged: mentorlog check"
EVERYBODY = "Everybody: mentorlog person list"
PACKETS = "All packets: mentorlog share list"
AREAS = "All areas: mentorlog area list"
DAY = 'A day is written 2026-03-12, or "yesterday", "last fri", "3 days ago".'
INCOMPLETE = "Is it the whole file, as it was sent?"
MENTEES = "All mentees: mentorlog review list"
TIMELINE = "What there is: mentorlog timeline --all"

TABLE = {  # by what is safe: each reason with what went wrong and what to do
    errors.NOTHING_CHANGED: {
        "system-error": ("The system refused: {why}.", "Check the disk and its permissions."),
        "no-journal": ("There is no journal at {path}.", "To make one here: mentorlog --journal {path:shell} init"),
        "no-journal-but-near": (
            "There is no journal at {path}.",
            "Near it: {near}    To make one: mentorlog --journal {path:shell} init",
        ),
        "journal-is-folder": ("{path} is a directory, not a journal.", "Name the file in it."),
        "not-a-journal": ("{path} is not a mentorlog journal.", "Is it the right file? Yours: mentorlog info"),
        "newer-journal": ("{path} was written by a newer mentorlog.", "Update mentorlog to open it."),
        "journal-damaged": ("{path} is damaged.", CHECK),
        "copy-damaged": ("{path} is damaged.", "What can be read of it: mentorlog check --salvage FILE"),
        "upgrade-damaged": ("{path} is damaged.", "Keep any copy that you have. Backups: mentorlog backup list"),
        "unreadable-entry": ("An entry in the journal can't be read.", "Which one it is: mentorlog check"),
        "unreadable-mentee-entry": ("An entry of a mentee can't be read.", CHECK),
        "no-entry": ("There is no entry {number}.", TIMELINE),
        "none-yet": ("There is no {kinds:or} yet.", TIMELINE),
        "wrong-kind": (
            "There is no {kind} {number}: entry {number} is of another kind ({found}).",
            "What there is: mentorlog timeline --kind {kind} --all",
        ),
        "removed": ("{kind:title} {number} was removed.", "Bring it back: mentorlog restore {number}"),
        "not-removed": ("Entry {number} was not removed.", "To read it: mentorlog show {number}"),
        "nothing-to-undo": ("There is nothing to undo.", "What was done: mentorlog history"),
        "nothing-to-redo": ("There is nothing to redo.", "What was done: mentorlog history"),
        "person-exists": ('There is somebody called "{name}" already.', EVERYBODY),
        "name-taken": ('Somebody else is called "{name}".', "If they are one person: mentorlog person merge OLD NEW"),
        "area-exists": ('There is an area "{area}" already.', AREAS),
        "no-packet": ('There is no packet "{packet}".', PACKETS),
        "several-packets": ('Several packets begin with "{packet}".', PACKETS),
        "not-sent": ("No entry {number} was shared with {name}.", PACKETS),
        "revoked-already": ("Packet {packet} was revoked already.", PACKETS),
        "no-mentee-entry": (
            "There is no entry {number} from {name}.",
            "What there is: mentorlog review timeline {name:shell} --all",
        ),
        "packet-differs": ("Packet {packet} came before with other content.", "Ask for a new packet."),
        "mentee-exists": (
            'There is another mentee called "{name}".',
            "The same person: --as {name:shell}. Somebody else: --as and another name.",
        ),
        "editor-empty": ("Nothing was written in the editor.", ""),
        "bad-settings": ("The settings in {path} can't be parsed.", "Correct or remove that file."),
        "bad-setting": ('Invalid value "{value}" for {key}.', "It can be: {known}"),
        "bad-setting-in-file": ("The setting {key} in {path} has an invalid value.", "It can be: {known}"),
        "no-setting": ('There is no setting "{key}".', "The settings: {known}"),
        "cannot-read-settings": ("The settings in {path} can't be read: {why}.", ""),
        "cannot-read-frameworks": ("Your frameworks can't be read.", "Correct or remove {path}"),
        "bad-today": ('MENTORLOG_TODAY is not a day: "{value}".', "Write it like this: 2026-03-12"),
        "bad-time-zone": ("The time zone of this machine is invalid.", "Like this: TZ=Europe/Berlin"),
        "not-a-period": (
            '"{words}" can\'t be read as a period.',
            'A period is written 2026, 2026-Q1, 2026-03, 2025-07..2026-06 or "last quarter".',
        ),
        "period-and-since": ("Give either a period or --since and --until.", "Like this: 2025-07..2026-06"),
        "period-ends-first": ("This period ends before it begins.", "The earlier day comes first: 2025-07..2026-06"),
        "bad-choice": ('Unknown {what} "{value}".', "Use {known:or}."),
        "no-area": ('There is no area "{word}".', AREAS),
        "no-area-but": ('There is no area "{word}".', "Did you mean {meant}? All areas: mentorlog area list"),
        "ambiguous-area": ('"{word}" could be {areas:or}.', AREAS),
        "no-person": ('Nobody here is called "{name}".', EVERYBODY),
        "no-person-but": (
            'Nobody here is called "{name}".',
            "Did you mean {meant}? Somebody new: mentorlog person add {name:shell}",
        ),
        "ambiguous-person": ('"{name}" could be several people: {people}.', "Write the whole name."),
        "no-mentee": ('No packet came from "{name}".', MENTEES),
        "no-mentee-but": ('No packet came from "{name}".', "Did you mean {meant}? All mentees: mentorlog review list"),
        "bad-frameworks": (
            "Your frameworks.toml is invalid. {cause}",
            "Correct or remove it. Where it is: mentorlog config path",
        ),
        "frameworks-cut-short": ("Its end is missing.", ""),
        "frameworks-not-toml": ("Line {number} is not TOML.", ""),
        "frameworks-need-quotes": (
            'Line {number} is not TOML. Names with letters beyond a to z need quotes: ["tuần"].',
            "",
        ),
        "framework-not-table": ('"{name}" is not a table.', ""),
        "framework-kind": ('"{name}" is for none of: {known}.', ""),
        "framework-no-questions": ('"{name}" has no questions.', ""),
        "framework-version": ('The version of "{name}" is not a whole number.', ""),
        "framework-same-keys": ('Two questions of "{name}" have the same key, or stand for the same option.', ""),
        "question-incomplete": ('Question {number} of "{name}" needs a key and words.', ""),
        "question-key": ('Question {number} of "{name}" has a key that is not one word.', ""),
        "question-spine": ('Question {number} of "{name}" has a spine that is none of: {known}.', ""),
        "question-option": ('Question {number} of "{name}" names an option that it can\'t stand for.', ""),
        "starters": ("The starters are not lists of questions by area.", ""),
        "unknown-key": ("It has a key that is not known.", ""),
        "machine-busy": ("This machine is too busy to open the encrypted file.", "Try again in a while."),
    },
    errors.NOTHING_WRITTEN: {
        "editor-needs-terminal": ("There is no terminal for an editor.", "Name one that needs none in EDITOR."),
        "editor-not-started": ("The editor could not be started.", "Name yours in EDITOR."),
        "editor-failed": ("The editor ended with an error.", "To go on: mentorlog edit draft"),
        "bytes-not-utf8": ("The {what} holds bytes that are not UTF-8.", "Save it as UTF-8, then try again."),
        "empty": ("The {what} is empty.", ""),
        "empty-text": ("The {what} is empty.", "A few words are enough."),
        "text-too-long": ("The {what} is longer than 1 MiB.", "Divide it among several entries."),
        "line-too-long": ("The {what} is longer than 1,000 characters.", "Make it shorter."),
        "not-a-day": ('"{words}" can\'t be read as a day.', DAY),
        "no-such-day": ('There is no day "{words}".', DAY),
        "two-days": ('"{words}" can be two days.', "Write {days:or}, or: mentorlog config set dates.order DMY"),
        "other-weekday": ("{day} is a {weekday}.", "Leave the weekday out, or change it."),
        "day-to-come": ("{day} is still to come.", DAY),
        "day-to-come-but": ("{day} is still to come.", "Did you mean {meant}?"),
        "year-out-of-range": ("Years go from {first} to {last}.", "Check the year."),
        "signs-and-target": ("A goal is tracked either by signs or by a number.", "Leave out --sign or --target."),
        "no-framework": ('There is no framework "{name}" for a {kind}.', "There are: {known}"),
        "no-question-key": ('There is no question "{key}".', "The keys: {known}"),
        "no-icalendar": (
            "A calendar needs icalendar, which isn't installed.",
            'Install it: pipx inject mentorlog icalendar, or pip install "mentorlog[ics]"',
        ),
    },
    errors.NOTHING_IMPORTED: {
        "cannot-read": ("{path} can't be read: {why}.", ""),
        "file-too-large": ("The file is too large to be a mentorlog file.", INCOMPLETE),
        "sent-not-utf8": ("The file is not UTF-8.", INCOMPLETE),
        "not-of-form": ("The file is not a {form} file.", INCOMPLETE),
        "no-version": ("The file has no valid version number.", INCOMPLETE),
        "newer-file": ("The file was written by a newer mentorlog.", "Update mentorlog to read it."),
        "bad-sent-value": ('The {what} has an invalid value for "{key}".', INCOMPLETE),
        "bad-sent-text": ("The {what} is invalid. {cause}", INCOMPLETE),
        "not-an-age-file": ("The file is not a valid age file.", INCOMPLETE),
        "encrypted-damaged": ("The encrypted file is damaged.", "Ask for it again."),
        "armoured": ("The file is ASCII-armored.", "Decode it with age first: age -d FILE.age > FILE"),
        "encrypted-for-key": (
            "The file is encrypted for a key, not with a passphrase.",
            "Open it with age first: age -d -i KEY_FILE FILE.age > FILE",
        ),
        "no-key-in-file": ("There is no age key in that file.", "To make one: age-keygen -o FILE"),
        "wrong-key": ("No key in that file opens it.", "Is it for another key?"),
        "wrong-passphrase": ("The passphrase does not open the file.", "Type it again."),
        "is-journal": (
            "That is a journal file, not a file to import.",
            "To open it: mentorlog --journal FILE timeline    To go back to it: mentorlog backup restore FILE",
        ),
        "is-encrypted": (
            "That is an encrypted packet, not a file to import.",
            "From a mentee: mentorlog review import FILE    From a mentor: mentorlog feedback import FILE",
        ),
        "is-page": (
            "That is a page to read, not a file to import.",
            "It opens in a browser. Its JSON can be imported.",
        ),
        "is-packet": (
            "That is a packet that a mentee shared, not a file to import.",
            "To read and comment on it: mentorlog review import FILE",
        ),
        "is-feedback": (
            "That is feedback from a mentor, not a file to import.",
            "To import it: mentorlog feedback import FILE",
        ),
        "unknown-format": ("The format of that file was not recognized.", "If you know it, say so: --from {formats}"),
        "not-utf8": ("{place} is not UTF-8.", "Save it as UTF-8 in the program it comes from."),
        "unreadable": ("{place} can't be read.", "Is it the whole file, as it was exported?"),
        "too-long": ("{place} is too long.", ""),
        "not-an-object": ("{place} is not an entry.", ""),
        "bad-value": ('{place}: invalid value for "{key}".', ""),
        "bad-number": ('{place}: invalid value for "{key}".', "It takes a whole number."),
        "bad-time": ('{place}: invalid value for "time".', "A time is written 18:30."),
        "bad-day": ("{place} has a day that can't be read.", "{cause:hint}"),
        "bad-text": ("{place}: {cause}", "{cause:hint}"),
        "no-day": ("{place} has no day.", "A day is written 2026-03-12."),
        "missing-columns": ("The table has no column for {columns:and}.", ""),
        "too-many-cells": ("{place} has more cells than the heading.", ""),
        "not-a-row": ("Row {number} can't be read.", "Is a quotation mark left open?"),
        "before-first-entry": ("Line {number} belongs to no entry.", "To export in the right form: jrnl --format text"),
        "no-notes": ("{path} is a directory without notes.", "Name a file, or a folder of .md."),
        "archive-damaged": ("The archive is damaged, or not a zip file.", "Export it again."),
        "archive-empty": ("The archive holds no Day One journal.", "Export as JSON in Day One."),
        "archive-too-large": ("The archive unpacks to more than can be imported.", ""),
    },
    errors.NO_FILE: {
        "too-many-keys": ("A packet is for at most {most} keys.", "Make several packets."),
        "no-pyrage": (
            "Encryption needs pyrage, which isn't installed.",
            "To get it: pip install pyrage. Or send the packet by a way that you trust, without encryption.",
        ),
        "not-a-key": ("That is not an age key.", 'Public keys begin with "age1". To make one: age-keygen'),
        "encryption-failed": ("Verifying the encrypted file failed.", "Try again."),
    },
    errors.UNCHANGED: {
        "file-exists": ("{path} exists already.", "To overwrite it, add --force."),
        "not-a-regular-file": ("{path} is not a regular file.", "Choose another place with -o."),
        "cannot-reach": ("{path} can't be reached: {why}.", ""),
        "cannot-write": ("{path} could not be written: {why}.", "Choose another place with -o."),
    },
    errors.AS_IT_WAS: {
        "cannot-create": ("Could not create a journal at {path}: {why}.", "Check who may write there."),
        "journal-cut-short": ("{path} is damaged: its end is missing.", CHECK),
        "locked": ("Another process is using the journal.", "Try again in a moment."),
        "read-only": ("{path} is read-only.", "Allow writing to it and to its folder."),
        "corrupt": ("{path} is damaged, or not a journal.", "Keep any copy that you have."),
        "disk-full": ("The disk is full.", "Make room, then try again."),
        "cannot-open": ("{path} can't be opened.", "Check who may read and write it."),
        "disk-failed": ("The disk failed.", "Check the disk, and copy the journal elsewhere."),
        "too-large-for-disk": ("The file would be too large for this disk.", "Use another disk."),
        "too-large-for-journal": ("That is too large for a journal.", "Write it in several entries."),
        "sqlite": ("The journal failed (SQLite {number}).", ""),
    },
    errors.UNSEEN: {
        "commit-unknown": ("The disk failed while the journal was written.", "Once the disk works: mentorlog history"),
        "write-unknown": ("The disk failed once {path} was written.", "Look at the file."),
    },
}
MESSAGES = {reason: Message(*words, safe) for safe, rows in TABLE.items() for reason, words in rows.items()}


def describe(error: MentorlogError) -> Message:
    """What is said of an error. A reason that is none of `MESSAGES` is the sentence itself."""
    known = MESSAGES.get(error.reason)
    said = Message(*(_filled(part, error.values) for part in known)) if known else Message(error.reason)
    safe = error.safe or said.safe
    return Message(said.message, error.hint or said.hint, SAFE.get(safe, safe))


def _filled(template: str, values: Mapping[str, object]) -> str:
    return re.sub(r"\{(\w+):?(\w*)\}", lambda found: _worded(values[found[1]], found[2]), template)


def _worded(value: object, form: str) -> str:
    """A value in words, none of which can disturb a terminal: {name:shell} as a word of a command, {kind:title}
    what an entry is called, {kinds:or} and {columns:and} the last of several after that word, {cause:hint} what to do
    about another error.
    """
    if isinstance(value, MentorlogError):
        return describe(value).hint if form == "hint" else describe(value).message
    if form == "shell":
        return shell_quoted(str(value))
    if form == "title":
        return noun(Kind(str(value))).capitalize()
    *others, last = [one_line(str(part)) for part in (value if isinstance(value, tuple) else (value,))]
    return f"{', '.join(others)} {form} {last}" if form and others else ", ".join((*others, last))
