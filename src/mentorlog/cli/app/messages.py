"""What is said of an error: for each reason what went wrong, what is safe, and what to do."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from mentorlog.errors import (
    AS_IT_WAS,
    DRAFT_KEPT,
    NO_FILE,
    NOTHING_CHANGED,
    NOTHING_IMPORTED,
    NOTHING_WRITTEN,
    UNCHANGED,
    UNSEEN,
    MentorlogError,
)
from mentorlog.model.enums import Kind
from mentorlog.phrases.grammar import noun
from mentorlog.text import one_line, shell_quoted


class Message(NamedTuple):
    """Whole sentences; in `MESSAGES` with the names of values, which `_filled` puts in."""

    message: str
    hint: str = ""
    safe: str = NOTHING_CHANGED


SAFE = {
    NOTHING_CHANGED: "Nothing was changed.",
    NOTHING_WRITTEN: "Nothing was written.",
    NOTHING_IMPORTED: "Nothing was imported.",
    NO_FILE: "No file was written.",
    UNCHANGED: "No file was changed.",
    AS_IT_WAS: "The journal is as it was.",
    DRAFT_KEPT: "Nothing was written; your text is kept as a draft.",
    UNSEEN: "Whether it was kept can't be seen now.",
}
CHECK = "What is damaged: mentorlog check"
EVERYBODY = "Everybody: mentorlog person list"
PACKETS = "All packets: mentorlog share list"
AREAS = "All areas: mentorlog area list"
DAY = 'A day is written 2026-03-12, or "yesterday", "last fri", "3 days ago".'
INCOMPLETE = "Is it the whole file, as it was sent?"
MENTEES = "All mentees: mentorlog review list"
RESTORE = "Bring it back: mentorlog restore {number}"
TIMELINE = "What there is: mentorlog timeline --all"

MESSAGES = {
    "system-error": Message("The system refused: {why}.", "Check the disk and its permissions."),
    # the journal as a file
    "no-journal": Message("There is no journal at {path}.", "To make one here: mentorlog --journal {path:shell} init"),
    "no-journal-but-near": Message(
        "There is no journal at {path}.", "Near it is {near}. To make one here: mentorlog --journal {path:shell} init"
    ),
    "journal-is-folder": Message("{path} is a directory, not a journal.", "Name the file in it."),
    "not-a-journal": Message("{path} is not a mentorlog journal.", "Is it the right file? Yours: mentorlog info"),
    "newer-journal": Message("{path} was written by a newer mentorlog.", "Update mentorlog to open it."),
    "cannot-create": Message("Could not create a journal at {path}: {why}.", "Check who may write there.", AS_IT_WAS),
    "journal-damaged": Message("{path} is damaged.", CHECK),
    "journal-cut-short": Message("{path} is damaged: its end is missing.", CHECK, AS_IT_WAS),
    "copy-damaged": Message("{path} is damaged.", "What can be read of it: mentorlog check --salvage FILE"),
    "upgrade-damaged": Message(
        "{path} is damaged.", "If you have a copy of it, keep that copy. Backups: mentorlog backup list"
    ),
    "unreadable-entry": Message("An entry in the journal can't be read.", "Which one it is: mentorlog check"),
    "unreadable-mentee-entry": Message("An entry of a mentee can't be read.", CHECK),
    "commit-unknown": Message(
        "The disk failed while the journal was written.", "To see it once the disk works: mentorlog history", UNSEEN
    ),
    # what SQLite says
    "locked": Message("Another process is using the journal.", "Try again in a moment.", AS_IT_WAS),
    "read-only": Message("{path} is read-only.", "Allow writing to it and to its folder.", AS_IT_WAS),
    "corrupt": Message("{path} is damaged, or not a journal.", "If you have a copy of it, keep that copy.", AS_IT_WAS),
    "disk-full": Message("The disk is full.", "Make room, then try again.", AS_IT_WAS),
    "cannot-open": Message("{path} can't be opened.", "Check who may read and write it.", AS_IT_WAS),
    "disk-failed": Message("The disk failed.", "Check the disk, and copy the journal elsewhere.", AS_IT_WAS),
    "too-large-for-disk": Message("The file would be too large for this disk.", "Use another disk.", AS_IT_WAS),
    "too-large-for-journal": Message("That is too large for a journal.", "Write it in several entries.", AS_IT_WAS),
    "sqlite": Message("The journal failed (SQLite {number}).", safe=AS_IT_WAS),
    # entries, people and areas
    "no-entry": Message("There is no entry {number}.", TIMELINE),
    "none-yet": Message("There is no {kinds:or} yet.", TIMELINE),
    "wrong-kind": Message(
        "There is no {kind} {number}: entry {number} is of another kind ({found}).",
        "What there is: mentorlog timeline --kind {kind} --all",
    ),
    "removed": Message("{kind:title} {number} was removed.", RESTORE),
    "not-removed": Message("Entry {number} was not removed.", "To read it: mentorlog show {number}"),
    "nothing-to-undo": Message("There is nothing to undo.", "What was done: mentorlog history"),
    "nothing-to-redo": Message("There is nothing to redo.", "What was done: mentorlog history"),
    "person-exists": Message('There is somebody called "{name}" already.', EVERYBODY),
    "name-taken": Message(
        'Somebody else is called "{name}".', "If they are one person: mentorlog person merge OLD NEW"
    ),
    "area-exists": Message('There is an area "{area}" already.', AREAS),
    # packets and mentees
    "no-packet": Message('There is no packet "{packet}".', PACKETS),
    "several-packets": Message('Several packets begin with "{packet}".', PACKETS),
    "not-sent": Message("No entry {number} was shared with {name}.", PACKETS),
    "revoked-already": Message("Packet {packet} was revoked already.", PACKETS),
    "no-mentee-entry": Message(
        "There is no entry {number} from {name}.", "What there is: mentorlog review timeline {name:shell} --all"
    ),
    "packet-differs": Message(
        "Packet {packet} was imported before, with other content.", "Ask for a new packet, which has a new name."
    ),
    "mentee-exists": Message(
        'There is another mentee called "{name}".',
        "The same person: --as {name:shell}. Somebody else: --as and another name.",
    ),
    "cannot-read": Message("{path} can't be read: {why}.", safe=NOTHING_IMPORTED),
    # files that are written
    "file-exists": Message("{path} exists already.", "To overwrite it, add --force.", UNCHANGED),
    "not-a-regular-file": Message("{path} is not a regular file.", "Choose another place with -o.", UNCHANGED),
    "cannot-reach": Message("{path} can't be reached: {why}.", safe=UNCHANGED),
    "cannot-write": Message("{path} could not be written: {why}.", "Choose another place with -o.", UNCHANGED),
    "write-unknown": Message("The disk failed once {path} was written.", "Look at the file.", UNSEEN),
    # drafts and settings
    "editor-needs-terminal": Message(
        "There is no terminal for an editor.", "Name one that needs none in EDITOR.", NOTHING_WRITTEN
    ),
    "editor-not-started": Message("The editor could not be started.", "Name yours in EDITOR.", NOTHING_WRITTEN),
    "editor-failed": Message("The editor ended with an error.", "To go on: mentorlog edit draft", NOTHING_WRITTEN),
    "editor-empty": Message("Nothing was written in the editor."),
    "bad-settings": Message("The settings in {path} can't be parsed.", "Correct or remove that file."),
    "bad-setting": Message('Invalid value "{value}" for {key}.', "It can be: {known}"),
    "bad-setting-in-file": Message("The setting {key} in {path} has an invalid value.", "It can be: {known}"),
    "no-setting": Message('There is no setting "{key}".', "The settings: {known}"),
    "cannot-read-settings": Message("The settings in {path} can't be read: {why}."),
    "cannot-read-frameworks": Message("Your frameworks can't be read.", "Correct or remove {path}"),
    "bad-today": Message('MENTORLOG_TODAY is not a day: "{value}".', "Write it like this: 2026-03-12"),
    "bad-time-zone": Message("The time zone of this machine is invalid.", "Like this: TZ=Europe/Berlin"),
    # text, days and periods
    "bytes-not-utf8": Message(
        "The {what} holds bytes that are not UTF-8.", "Save it as UTF-8, then try again.", NOTHING_WRITTEN
    ),
    "empty": Message("The {what} is empty.", safe=NOTHING_WRITTEN),
    "empty-text": Message("The {what} is empty.", "A few words are enough.", NOTHING_WRITTEN),
    "text-too-long": Message("The {what} is longer than 1 MiB.", "Divide it among several entries.", NOTHING_WRITTEN),
    "line-too-long": Message("The {what} is longer than 1,000 characters.", "Make it shorter.", NOTHING_WRITTEN),
    "not-a-day": Message('"{words}" can\'t be read as a day.', DAY, NOTHING_WRITTEN),
    "no-such-day": Message('There is no day "{words}".', DAY, NOTHING_WRITTEN),
    "two-days": Message(
        '"{words}" can be two days.',
        "Write {days:or}, or settle it: mentorlog config set dates.order DMY",
        NOTHING_WRITTEN,
    ),
    "other-weekday": Message("{day} is a {weekday}.", "Leave the weekday out, or change it.", NOTHING_WRITTEN),
    "day-to-come": Message("{day} is still to come.", DAY, NOTHING_WRITTEN),
    "day-to-come-but": Message("{day} is still to come.", "Did you mean {meant}?", NOTHING_WRITTEN),
    "year-out-of-range": Message("Years go from {first} to {last}.", "Check the year.", NOTHING_WRITTEN),
    "not-a-period": Message(
        '"{words}" can\'t be read as a period.',
        'A period is written 2026, 2026-Q1, 2026-03, 2025-07..2026-06 or "last quarter".',
    ),
    "period-and-since": Message(
        "A period can't be combined with --since or --until.", "Give one or the other: 2025-07..2026-06"
    ),
    "period-ends-first": Message("This period ends before it begins.", "The earlier day comes first: 2025-07..2026-06"),
    "bad-choice": Message('Unknown {what} "{value}".', "Use {known:or}."),
    # what was typed for areas, people, goals and frameworks
    "no-area": Message('There is no area "{word}".', AREAS),
    "no-area-but": Message('There is no area "{word}".', f"Did you mean {{meant}}? {AREAS}"),
    "ambiguous-area": Message('"{word}" could be {areas:or}.', AREAS),
    "no-person": Message('Nobody here is called "{name}".', EVERYBODY),
    "no-person-but": Message(
        'Nobody here is called "{name}".', "Did you mean {meant}? Somebody new: mentorlog person add {name:shell}"
    ),
    "ambiguous-person": Message('"{name}" could be several people: {people}.', "Write the whole name."),
    "no-mentee": Message('No packet came from "{name}".', MENTEES),
    "no-mentee-but": Message('No packet came from "{name}".', f"Did you mean {{meant}}? {MENTEES}"),
    "signs-and-target": Message(
        "A goal is tracked either by signs or by a number.", "Leave out --sign or --target.", NOTHING_WRITTEN
    ),
    "no-framework": Message('There is no framework "{name}" for a {kind}.', "There are: {known}", NOTHING_WRITTEN),
    "no-question-key": Message('There is no question "{key}".', "The keys: {known}", NOTHING_WRITTEN),
    "bad-frameworks": Message(
        "Your frameworks.toml is invalid. {cause}",
        "Correct or remove it. It is beside the settings: mentorlog config path",
    ),
    "frameworks-cut-short": Message("Its end is missing."),
    "frameworks-not-toml": Message("Line {number} is not TOML."),
    "frameworks-need-quotes": Message(
        'Line {number} is not TOML. Put names with letters other than a to z in quotes, like ["tuần"].'
    ),
    "framework-not-table": Message('"{name}" is not a table.'),
    "framework-kind": Message('"{name}" is for none of: {known}.'),
    "framework-no-questions": Message('"{name}" has no questions.'),
    "framework-version": Message('The version of "{name}" is not a whole number.'),
    "framework-same-keys": Message('Two questions of "{name}" have the same key, or stand for the same option.'),
    "question-incomplete": Message('Question {number} of "{name}" needs a key and words.'),
    "question-key": Message('Question {number} of "{name}" has a key that is not one word.'),
    "question-spine": Message('Question {number} of "{name}" has a spine that is none of: {known}.'),
    "question-option": Message('Question {number} of "{name}" names an option that it can\'t stand for.'),
    "starters": Message("The starters are not lists of questions by area."),
    # packets and feedback files
    "file-too-large": Message("The file is too large to be a mentorlog file.", INCOMPLETE, NOTHING_IMPORTED),
    "sent-not-utf8": Message("The file is not UTF-8.", INCOMPLETE, NOTHING_IMPORTED),
    "not-of-form": Message("The file is not a {form} file.", INCOMPLETE, NOTHING_IMPORTED),
    "no-version": Message("The file has no valid version number.", INCOMPLETE, NOTHING_IMPORTED),
    "newer-file": Message(
        "The file was written by a newer mentorlog.", "Update mentorlog to read it.", NOTHING_IMPORTED
    ),
    "bad-sent-value": Message('The {what} has an invalid value for "{key}".', INCOMPLETE, NOTHING_IMPORTED),
    "bad-sent-text": Message("The {what} is invalid. {cause}", INCOMPLETE, NOTHING_IMPORTED),
    "unknown-key": Message("It has a key that is not known."),
    # encryption
    "not-an-age-file": Message("The file is not a valid age file.", INCOMPLETE, NOTHING_IMPORTED),
    "encrypted-damaged": Message("The encrypted file is damaged.", "Ask for it again.", NOTHING_IMPORTED),
    "armoured": Message(
        "The file is ASCII-armored.", "Decode it with age first: age -d FILE.age > FILE", NOTHING_IMPORTED
    ),
    "encrypted-for-key": Message(
        "The file is encrypted for a key, not with a passphrase.",
        "Open it with age first: age -d -i KEY_FILE FILE.age > FILE",
        NOTHING_IMPORTED,
    ),
    "no-key-in-file": Message("There is no age key in that file.", "To make one: age-keygen -o FILE", NOTHING_IMPORTED),
    "wrong-key": Message("No key in that file opens it.", "Is it for another key?", NOTHING_IMPORTED),
    "wrong-passphrase": Message("The passphrase does not open the file.", "Type it again.", NOTHING_IMPORTED),
    "machine-busy": Message("This machine is too busy to open the encrypted file.", "Try again in a while."),
    "too-many-keys": Message("A packet is for at most {most} keys.", "Make several packets.", NO_FILE),
    "no-pyrage": Message(
        "Encryption needs pyrage, which isn't installed.",
        "To get it: pip install pyrage. Or send the packet by a way that you trust, without encryption.",
        NO_FILE,
    ),
    "not-a-key": Message("That is not an age key.", 'Public keys begin with "age1". To make one: age-keygen', NO_FILE),
    "encryption-failed": Message("Verifying the encrypted file failed.", "Try again.", NO_FILE),
    # files of other programs
    "is-journal": Message(
        "That is a journal file, which import does not take.",
        "To open it: mentorlog --journal FILE timeline    To go back to it: mentorlog backup restore FILE",
        NOTHING_IMPORTED,
    ),
    "is-encrypted": Message(
        "That is an encrypted packet, which import does not take.",
        "From a mentee: mentorlog review import FILE    From a mentor: mentorlog feedback import FILE",
        NOTHING_IMPORTED,
    ),
    "is-page": Message(
        "That is a page to read, which import does not take.",
        "It opens in a browser. Its JSON can be imported.",
        NOTHING_IMPORTED,
    ),
    "is-packet": Message(
        "That is a packet that a mentee shared, which import does not take.",
        "To read and comment on it: mentorlog review import FILE",
        NOTHING_IMPORTED,
    ),
    "is-feedback": Message(
        "That is feedback from a mentor, which import does not take.",
        "To import it: mentorlog feedback import FILE",
        NOTHING_IMPORTED,
    ),
    "unknown-format": Message(
        "The format of that file was not recognized.", "If you know it, say so: --from {formats}", NOTHING_IMPORTED
    ),
    "not-utf8": Message("{place} is not UTF-8.", "Save it as UTF-8 in the program it comes from.", NOTHING_IMPORTED),
    "unreadable": Message("{place} can't be read.", "Is it the whole file, as it was exported?", NOTHING_IMPORTED),
    "too-long": Message("{place} is too long.", safe=NOTHING_IMPORTED),
    "not-an-object": Message("{place} is not an entry.", safe=NOTHING_IMPORTED),
    "bad-value": Message('{place}: invalid value for "{key}".', safe=NOTHING_IMPORTED),
    "bad-number": Message('{place}: invalid value for "{key}".', "It takes a whole number.", NOTHING_IMPORTED),
    "bad-time": Message('{place}: invalid value for "time".', "A time is written 18:30.", NOTHING_IMPORTED),
    "bad-day": Message("{place} has a day that can't be read.", "{cause:hint}", NOTHING_IMPORTED),
    "bad-text": Message("{place}: {cause}", "{cause:hint}", NOTHING_IMPORTED),
    "no-day": Message("{place} has no day.", "A day is written 2026-03-12.", NOTHING_IMPORTED),
    "missing-columns": Message("The table has no column for {columns:and}.", safe=NOTHING_IMPORTED),
    "too-many-cells": Message("{place} has more cells than the heading.", safe=NOTHING_IMPORTED),
    "not-a-row": Message("Row {number} can't be read.", "Is a quotation mark left open?", NOTHING_IMPORTED),
    "before-first-entry": Message(
        "Line {number} belongs to no entry.", "To export in the right form: jrnl --format text", NOTHING_IMPORTED
    ),
    "no-notes": Message("{path} is a directory without notes.", "Name a file, or a folder of .md.", NOTHING_IMPORTED),
    "archive-damaged": Message("The archive is damaged, or not a zip file.", "Export it again.", NOTHING_IMPORTED),
    "archive-empty": Message("The archive holds no Day One journal.", "Export as JSON in Day One.", NOTHING_IMPORTED),
    "archive-too-large": Message("The archive unpacks to more than can be imported.", safe=NOTHING_IMPORTED),
    "no-icalendar": Message(
        "A calendar needs icalendar, which isn't installed.",
        'Install it: pipx inject mentorlog icalendar, or pip install "mentorlog[ics]"',
        NOTHING_WRITTEN,
    ),
}


def describe(error: MentorlogError) -> Message:
    """What is said of an error. A reason that is none of `MESSAGES` is the sentence itself."""
    known = MESSAGES.get(error.reason)
    said = Message(*(_filled(part, error.values) for part in known)) if known else Message(error.reason)
    safe = error.safe or said.safe
    return Message(said.message, error.hint or said.hint, SAFE.get(safe, safe))


def _filled(template: str, values: Mapping[str, object]) -> str:
    return re.sub(r"\{(\w+):?(\w*)\}", lambda found: _worded(values[found[1]], found[2]), template)


def _worded(value: object, form: str) -> str:
    """A value in words, none of which can disturb a terminal: {name:shell} as a word of a command, {kinds:or} and
    {columns:and} the last of several after that word, {cause:hint} what to do about another error.
    """
    if isinstance(value, MentorlogError):
        return describe(value).hint if form == "hint" else describe(value).message
    if form == "shell":
        return shell_quoted(str(value))
    *others, last = [
        noun(part) if isinstance(part, Kind) else one_line(str(part))
        for part in (value if isinstance(value, tuple) else (value,))
    ]
    if form == "title":
        return last[:1].upper() + last[1:]
    return f"{', '.join(others)} {form} {last}" if form and others else ", ".join((*others, last))
