"""The packets of mentees and the comments on them, read apart from the journal's own entries."""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from sqlite3 import Connection, Row

from mentorlog.errors import Damaged, NotFound
from mentorlog.model.areas import Area
from mentorlog.model.review_documents import comment_record, packet_entry_record
from mentorlog.model.reviews import Comment, CommentTarget, Mentee, MenteeEntry, MenteeStatus
from mentorlog.storage.sharing.mentee_rows import comment_from_row

# Packets made on one day follow each other as they came.
LATEST = """SELECT e.*, p.areas FROM received_entries e JOIN received_packets p ON p.id = e.packet
    WHERE p.mentee = ?1 AND e.packet = (
        SELECT x.packet FROM received_entries x JOIN received_packets q ON q.id = x.packet
        WHERE x.uid = e.uid AND q.mentee = ?1 ORDER BY q.made_on DESC, q.id DESC LIMIT 1)
    ORDER BY e.number"""
FORMS = """SELECT e.*, p.areas FROM received_entries e JOIN received_packets p ON p.id = e.packet
    WHERE p.mentee = ? AND e.uid = ? ORDER BY p.made_on, p.id"""
# What a form of an entry is new to: the packets that were there at the last answer, or but for the newest.
KNOWN = """SELECT e.uid, e.form FROM received_entries e JOIN received_packets p ON p.id = e.packet
    WHERE p.mentee = ? AND p.id <= ?"""
READ_AT = """SELECT p.token, p.reader, e.theirs, e.form FROM received_entries e
    JOIN received_packets p ON p.id = e.packet WHERE e.packet = ? AND e.uid = ?"""
SINCE = """SELECT m.id,
    COALESCE((SELECT r.packet FROM replies r WHERE r.mentee = m.id ORDER BY r.id DESC LIMIT 1),
        (SELECT p.id FROM received_packets p WHERE p.mentee = m.id ORDER BY p.id DESC LIMIT 1 OFFSET 1), 0) AS packet,
    COALESCE((SELECT r.at FROM replies r WHERE r.mentee = m.id ORDER BY r.id DESC LIMIT 1), '') AS answered
    FROM mentees m"""
STATUSES = f"""WITH since AS ({SINCE})
    SELECT m.id, m.name, s.packet AS known, s.answered,
    (SELECT COUNT(*) FROM received_packets p WHERE p.mentee = m.id) AS packets,
    (SELECT MAX(p.received_at) FROM received_packets p WHERE p.mentee = m.id) AS last,
    (SELECT p.received_at FROM received_packets p WHERE p.id = s.packet) AS before,
    (SELECT COUNT(DISTINCT e.uid) FROM received_entries e JOIN received_packets p ON p.id = e.packet
        WHERE p.mentee = m.id) AS entries,
    (SELECT COUNT(DISTINCT e.uid) FROM received_entries e JOIN received_packets p ON p.id = e.packet
        WHERE p.mentee = m.id AND p.id > s.packet AND NOT EXISTS (
            SELECT 1 FROM received_entries x JOIN received_packets q ON q.id = x.packet
            WHERE q.mentee = m.id AND q.id <= s.packet AND x.uid = e.uid AND x.form = e.form)) AS new,
    (SELECT COUNT(*) FROM comments c WHERE c.mentee = m.id AND NOT c.is_note AND c.reply IS NULL) AS unsent
    FROM mentees m JOIN since s ON s.id = m.id ORDER BY last DESC, m.id DESC"""
LocalTime = Callable[[str], datetime]  # of a kept moment


class MenteeQueries:
    """The mentees of a journal and what came from them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mentees(self) -> tuple[Mentee, ...]:
        """All mentees, in the order in which they came."""
        rows = self._connection.execute("SELECT id, name FROM mentees ORDER BY id")
        return tuple(Mentee(number=number, name=name) for number, name in rows)

    def statuses(self, local_time: LocalTime) -> tuple[MenteeStatus, ...]:
        """How it stands with each mentee; whose packet came last comes first."""
        return tuple(_status(row, local_time) for row in self._connection.execute(STATUSES))

    def status(self, mentee: Mentee, local_time: LocalTime) -> MenteeStatus:
        """How it stands with one of them."""
        return next(one for one in self.statuses(local_time) if one.mentee.number == mentee.number)

    def entries(self, mentee: Mentee) -> tuple[MenteeEntry, ...]:
        """The entries of a mentee in order of number, each as in its last packet; of the first packet none is new."""
        (since,) = self._connection.execute(f"SELECT packet FROM ({SINCE}) WHERE id = ?", (mentee.number,)).fetchone()
        known: dict[str, set[str]] = defaultdict(set)
        for uid, form in self._connection.execute(KNOWN, (mentee.number, since)):
            known[uid].add(form)
        return tuple(
            _received_entry(
                row,
                is_new=bool(known) and row["uid"] not in known,
                has_changed=row["uid"] in known and row["form"] not in known[row["uid"]],
            )
            for row in self._connection.execute(LATEST, (mentee.number,))
        )

    def entry(self, mentee: Mentee, number: int) -> MenteeEntry:
        """The entry of the mentee with this number; raises NotFound where there is none."""
        found = next((one for one in self.entries(mentee) if one.entry.number == number), None)
        if found is None:
            raise NotFound("no-mentee-entry", number=number, name=mentee.name)
        return found

    def entry_versions(self, mentee: Mentee, uid: str) -> tuple[MenteeEntry, ...]:
        """What an entry of the mentee said, packet by packet, each form where it first came, the latest last."""
        forms: list[MenteeEntry] = []
        for row in self._connection.execute(FORMS, (mentee.number, uid)):
            if not forms or forms[-1].digest != row["form"]:
                forms.append(_received_entry(row))
        return tuple(forms)

    def comments(self, mentee: Mentee) -> tuple[Comment, ...]:
        """All comments and notes to entries of the mentee, in the order in which they were written."""
        rows = self._connection.execute("SELECT * FROM comments WHERE mentee = ? ORDER BY id", (mentee.number,))
        return tuple(comment_record(comment_from_row(row)) for row in rows)

    def comment_target(self, comment: Comment) -> CommentTarget:
        """Which entry a comment is to, as its packet named it."""
        row = self._connection.execute(READ_AT, (comment.packet, comment.entry)).fetchone()
        return CommentTarget(token=row["token"], reader=row["reader"], sender_number=row["theirs"], digest=row["form"])

    def newest_packet(self, mentee: Mentee, reader: str) -> tuple[str, str]:
        """The token of the newest packet of the mentee for a reader id, and what it calls the mentor."""
        row = self._connection.execute(
            "SELECT token, addressee FROM received_packets WHERE mentee = ? AND reader = ? "
            "ORDER BY made_on DESC, id DESC LIMIT 1",
            (mentee.number, reader),
        ).fetchone()
        return row["token"], row["addressee"]

    def packet_dates(self, mentee: Mentee) -> dict[int, date]:
        """The day on which each packet of the mentee was made, by its number."""
        query = "SELECT id, made_on FROM received_packets WHERE mentee = ? ORDER BY made_on, id"
        rows = self._connection.execute(query, (mentee.number,))
        return {number: date.fromisoformat(day) for number, day in rows}

    def areas(self, mentee: Mentee) -> tuple[Area, ...]:
        """The areas of the mentee's packets, as they are called in the newest that names them."""
        rows = self._connection.execute(
            "SELECT areas FROM received_packets WHERE mentee = ? ORDER BY made_on, id", (mentee.number,)
        )
        named = {area.slug: area for (areas,) in rows for area in _areas(areas).values()}
        return tuple(named.values())


def _status(row: Row, local_time: LocalTime) -> MenteeStatus:
    since = row["answered"] or row["before"]
    return MenteeStatus(
        mentee=Mentee(number=row["id"], name=row["name"]),
        packets=row["packets"],
        entries=row["entries"],
        new=row["new"],
        since=local_time(since).date() if since else None,
        last=local_time(row["last"]).date(),
        answered=local_time(row["answered"]).date() if row["answered"] else None,
        unsent=row["unsent"],
    )


def _received_entry(row: Row, *, is_new: bool = False, has_changed: bool = False) -> MenteeEntry:
    try:
        return MenteeEntry(
            entry=packet_entry_record(json.loads(row["document"]), _areas(row["areas"])),
            digest=row["form"],
            sender_number=row["theirs"],
            packet=row["packet"],
            is_new=is_new,
            has_changed=has_changed,
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise Damaged("unreadable-mentee-entry") from error


def _areas(areas: str) -> dict[str, Area]:
    return {
        area["slug"]: Area(slug=area["slug"], name=area["name"], position=place)
        for place, area in enumerate(json.loads(areas), start=1)
    }
