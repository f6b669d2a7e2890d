"""The JSON forms of records: what a write answers with, and what lists consist of."""

from collections.abc import Iterable, Sequence

from mentorlog.dates import Period
from mentorlog.insights.feedback import FeedbackImport
from mentorlog.insights.listing import Listing
from mentorlog.insights.review import ReplyPreview
from mentorlog.insights.sharing import SentPacket, VisibilityChange
from mentorlog.insights.timeline import Timeline
from mentorlog.model.areas import Area
from mentorlog.model.entries import Entry
from mentorlog.model.fields import day_key
from mentorlog.model.history import CommandRecord
from mentorlog.model.import_preview import ImportPreview
from mentorlog.model.json_form import Keys, entry_keys, period_keys
from mentorlog.model.people import Person
from mentorlog.model.reports import Backup
from mentorlog.model.reviews import Comment, MenteeStatus, PacketReceipt
from mentorlog.model.sharing import Manifest
from mentorlog.model.tallies import AreaTally, LastMeeting, MonthTally, PersonTally


def entries_keys(entries: Iterable[Entry]) -> list[Keys]:
    """Entries, each in full."""
    return [entry_keys(entry) for entry in entries]


def entry_numbers(entries: Iterable[Entry]) -> list[int]:
    """Entries by their numbers."""
    return [entry.number for entry in entries]


def slugs(areas: Iterable[Area]) -> list[str]:
    """Areas by the words to type."""
    return [area.slug for area in areas]


def months_keys(months: Iterable[MonthTally]) -> list[Keys]:
    """How much was written in each month."""
    return [{"month": f"{tally.month:%Y-%m}", "entries": tally.entries} for tally in months]


def area_keys(area: Area) -> Keys:
    """One benefit area."""
    return {"area": area.slug, "name": area.name, "about": area.about, "paused": area.is_paused}


def area_tally_keys(tally: AreaTally) -> Keys:
    """How many entries touch an area."""
    return {
        "area": tally.area.slug,
        "entries": tally.entries,
        "sessions": tally.sessions,
        "reflections": tally.reflections,
        "goals": tally.goals,
        "last": day_key(tally.last),
    }


def person_keys(person: Person) -> Keys:
    """One person."""
    return {"name": person.name, "role": person.role, "rhythm": person.rhythm, "state": person.state or "active"}


def person_tally_keys(tally: LastMeeting) -> Keys:
    """How often one met somebody; "sessions" is null where that was not counted."""
    sessions = tally.sessions if isinstance(tally, PersonTally) else None
    return {"name": tally.person.name, "sessions": sessions, "last": day_key(tally.last)}


def backup_keys(backup: Backup) -> Keys:
    """A backup; "entries" is null where it can't be read."""
    return {
        "file": str(backup.path),
        "at": backup.at,
        "automatic": backup.is_automatic,
        "entries": backup.entries,
        "size": backup.size,
    }


def shown_period_keys(figure: Listing | Timeline) -> Keys:
    """The period that was asked for, or else from the earliest entry to the latest; and how many entries there are."""
    days = [entry.on for entry in figure.entries]
    covered = figure.period or (Period.of(min(days), max(days)) if days else None)
    return {"period": period_keys(covered), "total": figure.total}


def command_keys(record: CommandRecord) -> Keys:
    """What one command did."""
    return {
        "id": record.id,
        "at": record.at,
        "command": record.command,
        "state": record.state,
        "numbers": list(record.numbers),
        "names": list(record.names),
    }


def mentee_status_keys(standing: MenteeStatus) -> Keys:
    """How it stands with one mentee."""
    return {
        "mentee": standing.mentee.name,
        "packets": standing.packets,
        "entries": standing.entries,
        "new": standing.new,
        "since": day_key(standing.since),
        "waiting": standing.is_waiting,
        "unsent": standing.unsent,
        "last_packet": day_key(standing.last),
        "last_reply": day_key(standing.answered),
    }


def comment_keys(comment: Comment, number: int) -> Keys:
    """A comment or a note to the entry with `number`."""
    return {
        "uid": comment.uid,
        "kind": "note" if comment.is_note else "question" if comment.is_question else "comment",
        "about": number,
        "on": comment.on.isoformat(),
        "text": comment.text,
        "framework": comment.framework,
        "answers": [{"key": one.key, "question": one.question, "text": one.text} for one in comment.answers],
        "written_at": comment.written_at,
        "sent": comment.reply is not None,
    }


def comments_and_notes_keys(comments: Iterable[Comment], number: int) -> Keys:
    """What the mentor wrote to an entry: comments, and notes that stay."""
    found = tuple(comments)
    return {
        "comments": [comment_keys(comment, number) for comment in found if not comment.is_note],
        "notes": [comment_keys(comment, number) for comment in found if comment.is_note],
    }


def received_packets_keys(arrivals: Sequence[PacketReceipt]) -> Keys:
    """What a packet brought; of several, a list of them."""
    keys = [_arrival_keys(arrival) for arrival in arrivals]
    return keys[0] if len(keys) == 1 else {"packets": keys}


def _arrival_keys(arrival: PacketReceipt) -> Keys:
    return {
        "mentee": arrival.mentee.name,
        "packet": arrival.packet.token,
        "entries": arrival.entries,
        "new": arrival.new,
        "known": arrival.is_duplicate,
    }


def visibility_keys(done: VisibilityChange) -> Keys:
    """Who may read which entries from now on; in a trial, who would."""
    return {
        "visibility": str(done.visibility),
        "dry_run": done.is_trial,
        "entries": entry_numbers(done.changed),
        "unchanged": entry_numbers(done.unchanged),
    }


def packet_keys(figure: SentPacket) -> Keys:
    """One packet. "entries" and "changed" are our own numbers; "numbers" those of the reader, in the same order."""
    packet = figure.packet
    return {
        "packet": packet.token,
        "with": packet.person.name,
        "made_at": packet.made_at,
        "encrypted": packet.encryption,
        "revoked_at": packet.revoked_at or None,
        "entries": [sent.entry for sent in packet.entries],
        "numbers": [sent.reader_number.number for sent in packet.entries],
        "changed": list(figure.changed),
    }


def sent_copies_keys(left: Iterable[tuple[Manifest, Sequence[int]]]) -> list[Keys]:
    """The packets that hold what was erased here; "entries" are our own numbers."""
    return [
        {"packet": sent.token, "with": sent.person.name, "made_at": sent.made_at, "entries": list(numbers)}
        for sent, numbers in left
    ]


def feedback_received_keys(done: FeedbackImport) -> Keys:
    """What a feedback file brought: how many answers were added and known before; what was set aside, under the
    reader's numbers; by our own, what was added, and which of it answers an earlier wording.
    """
    return {
        "added": len(done.added),
        "known": done.known,
        "set_aside": [{"number": one.number, "why": one.reason} for one in done.rejected],
        "by": done.person.name if done.person else None,
        "signed": done.by,
        "numbers": entry_numbers(done.added),
        "earlier": list(done.outdated),
    }


def import_preview_keys(coming: ImportPreview) -> Keys:
    """What was added and what was known; days, tags and what stayed behind."""
    taken = coming.result
    return {
        "form": coming.file_kind,
        "added": taken.added,
        "known": taken.known,
        "renumbered": taken.renumbered,
        "differing": list(taken.conflicts),
        "dry_run": coming.is_trial,
        "first": day_key(coming.first),
        "last": day_key(coming.last),
        "tags": [{"tag": tag.tag, "area": tag.area or None, "entries": tag.entries} for tag in coming.tags],
        "left_out": [{"place": aside.place, "why": aside.reason} for aside in coming.skipped],
        "left_behind": coming.skipped_media,
    }


def reply_preview_keys(answering: ReplyPreview) -> Keys:
    """What a reply says."""
    return {
        "mentee": answering.mentee.name,
        "by": answering.by,
        "packet": answering.packet,
        "comments": [
            comment_keys(comment, entry.number) for entry, comments in answering.parts for comment in comments
        ],
    }
