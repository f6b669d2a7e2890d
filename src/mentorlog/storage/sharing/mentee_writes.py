"""What a command may do about mentees: import their packets, comment, reply. Each change can be undone."""

import os
from collections.abc import Iterable
from dataclasses import replace
from sqlite3 import Connection

from mentorlog.errors import Damaged, InvalidInput
from mentorlog.model.fields import Document
from mentorlog.model.packets import Packet, PacketEntry
from mentorlog.model.review_documents import comment_document, mentee_document, received_document, reply_document
from mentorlog.model.reviews import Comment, Mentee, PacketReceipt, ReceivedPacket, Reply
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.entries.write_rows import delete, next_number
from mentorlog.storage.sharing.mentee_queries import MenteeQueries
from mentorlog.storage.sharing.mentee_rows import read_document, write_document
from mentorlog.storage.sharing.reader_copy import renumber

EARLIER = """SELECT e.uid, e.number, e.form FROM received_entries e JOIN received_packets p ON p.id = e.packet
    WHERE p.mentee = ?"""


class MenteeTransaction:
    """One command about mentees, within its transaction; `at` is its moment, in UTC."""

    def __init__(self, connection: Connection, writing: Transaction, at: str) -> None:
        self._connection = connection
        self._writing = writing
        self._at = at
        self._reviews = MenteeQueries(connection)

    @property
    def has_changed(self) -> bool:
        """Whether anything was changed so far."""
        return self._writing.has_changed

    def add_packet(self, packet: Packet, name: str = "") -> PacketReceipt:
        """Keep a packet with those that its mentee gave before: the same reader id, or `name` where it is that of a
        mentee. One that was here already is left as it is. Raises InvalidInput where another mentee has the name,
        Damaged where a packet of the same token said something else.
        """
        known = self._connection.execute("SELECT id FROM received_packets WHERE token = ?", (packet.token,)).fetchone()
        mentee, is_first = self._find_or_add_mentee(packet, name)
        if known:
            return self._known_arrival(packet, int(known["id"]))
        earlier = self._connection.execute(EARLIER, (mentee.number,)).fetchall()
        forms = {(row["uid"], row["form"]) for row in earlier}
        numbers = _new_numbers(packet, {row["uid"]: row["number"] for row in earlier})
        kept = ReceivedPacket(
            number=next_number(self._connection, "received_packets"),
            packet=replace(packet, entries=tuple(_as_received(given, numbers) for given in packet.entries)),
            mentee=mentee.number,
            sender_numbers={given.entry.uid: given.entry.number for given in packet.entries},
            at=self._at,
        )
        self._put("received", received_document(kept))
        return PacketReceipt(
            mentee=mentee,
            packet=packet,
            entries=len(packet.entries),
            new=sum((given.entry.uid, given.digest) not in forms for given in packet.entries),
            renumbered=sum(number != mine for number, mine in numbers.items()),
            is_first=is_first,
        )

    def add_comment(self, draft: Comment) -> Comment:
        """Save a comment or a note."""
        saved = replace(
            draft, number=next_number(self._connection, "comments"), uid=os.urandom(16).hex(), written_at=self._at
        )
        self._put("comment", comment_document(saved))
        return saved

    def change_comment(self, changed: Comment) -> Comment:
        """Put `changed` in the place of the comment with its number."""
        self._put("comment", comment_document(changed))
        return changed

    def remove_comment(self, comment: Comment) -> None:
        """Remove a comment or a note."""
        self._save_revision("comment", str(comment.number))
        delete(self._connection, "comment", str(comment.number))

    def add_reply(self, mentee: Mentee, comments: Iterable[Comment]) -> Reply:
        """Note that these comments went out to the mentee."""
        (newest,) = self._connection.execute(
            "SELECT MAX(id) FROM received_packets WHERE mentee = ?", (mentee.number,)
        ).fetchone()
        reply = Reply(number=next_number(self._connection, "replies"), mentee=mentee.number, packet=newest, at=self._at)
        self._put("reply", reply_document(reply))
        for comment in comments:
            if comment.reply is None:
                self.change_comment(replace(comment, reply=reply.number))
        return reply

    def _put(self, kind: str, document: Document) -> None:
        self._save_revision(kind, str(document["id"]))
        write_document(self._connection, kind, document)

    def _save_revision(self, kind: str, key: str) -> None:
        self._writing.save_revision(kind, key, read_document(self._connection, kind, key))

    def _known_arrival(self, packet: Packet, number: int) -> PacketReceipt:
        """The packet that came before under this token, which must have said the same."""
        was = read_document(self._connection, "received", str(number)) or {}
        forms = self._connection.execute("SELECT uid, form FROM received_entries WHERE packet = ?", (number,))
        said = {(uid, form) for uid, form in forms}
        if was["reader"] != packet.reader or said != {(given.entry.uid, given.digest) for given in packet.entries}:
            raise Damaged("packet-differs", packet=packet.name)
        found = read_document(self._connection, "mentee", str(was["mentee"])) or {}
        mentee = Mentee(name=str(found["name"]), number=int(str(found["id"])))
        return PacketReceipt(mentee=mentee, packet=packet, entries=len(packet.entries), is_duplicate=True)

    def _find_or_add_mentee(self, packet: Packet, name: str) -> tuple[Mentee, bool]:
        """Whose packet it is, and whether it is their first."""
        mentees = {mentee.number: mentee for mentee in self._reviews.mentees()}
        by_name = {mentee.name: mentee for mentee in mentees.values()}
        row = self._connection.execute(
            "SELECT mentee FROM received_packets WHERE reader = ? LIMIT 1", (packet.reader,)
        ).fetchone()
        known = mentees[row["mentee"]] if row else by_name.get(name)
        if known and name in ("", known.name):
            return known, False
        called = name or packet.mentee
        if called in by_name:
            raise InvalidInput("mentee-exists", name=called)
        mentee = Mentee(name=called, number=known.number if known else next_number(self._connection, "mentees"))
        self._put("mentee", mentee_document(mentee))
        return mentee, known is None


def _new_numbers(packet: Packet, known: dict[str, int]) -> dict[int, int]:
    """The packet's numbers → those for review: the `known` one of the uid, else its own, else one never used."""
    taken = set(known.values())
    largest = max([*taken, *(given.entry.number for given in packet.entries)])
    numbers = {}
    for given in packet.entries:
        number = known.get(given.entry.uid, given.entry.number)
        if given.entry.uid not in known and number in taken:
            number = largest = largest + 1
        numbers[given.entry.number] = number
    return numbers


def _as_received(given: PacketEntry, numbers: dict[int, int]) -> PacketEntry:
    """The entry under its number for review, with links that follow; whatever it names twice it names once."""
    entry = renumber(given.entry, numbers)
    people = {person.name: person for person in entry.people}
    goals, areas = tuple(dict.fromkeys(entry.goals)), tuple(dict.fromkeys(entry.areas))
    return replace(given, entry=replace(entry, goals=goals, areas=areas, people=tuple(people.values())))
