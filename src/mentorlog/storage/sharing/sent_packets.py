"""The packets that were given away, and their readers, each with numbers of its own."""

import json
import os
from collections.abc import Iterator, Sequence
from sqlite3 import Connection, Row

from mentorlog.errors import InvalidInput, NotFound
from mentorlog.model.documents import canonical, digest
from mentorlog.model.entries import Entry
from mentorlog.model.enums import Kind
from mentorlog.model.fields import Document
from mentorlog.model.people import Person
from mentorlog.model.sharing import Manifest, Numbering, ReaderNumber, SentEntry
from mentorlog.storage.entries.packet_readers import reader_document, update_reader_digest
from mentorlog.storage.entries.read_rows import entries_where, read_people

SENT = """SELECT e.entry, e.number, e.uid, p.digest FROM packet_entries p
    JOIN packets k ON k.id = p.packet JOIN reader_entries e ON e.reader = k.reader AND e.number = p.number
    WHERE p.packet = ? ORDER BY p.number"""
PACKETS = "SELECT k.*, r.person, r.name FROM packets k JOIN readers r ON r.uid = k.reader"


class SentPackets:
    """The packets of a journal. What writes is to be called within a transaction; `mark` is then a query, with its
    parameters, that finds something once that is kept.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.commit_check: tuple[str, ...] = ("SELECT 0 WHERE FALSE",)

    def numbering(self, person: Person, numbers: Sequence[int]) -> Numbering:
        """The numbers of a reader for ours: those it knows, then new ones in this order, kept once a packet is."""
        row = self._connection.execute(
            "SELECT r.uid FROM readers r LEFT JOIN packets k ON k.reader = r.uid WHERE r.person = ? "
            "ORDER BY k.id DESC LIMIT 1",
            (person.uid,),
        ).fetchone()
        reader = row["uid"] if row else os.urandom(16).hex()
        rows = self._connection.execute("SELECT entry, number, uid FROM reader_entries WHERE reader = ?", (reader,))
        known = {row["entry"]: ReaderNumber(number=row["number"], uid=row["uid"]) for row in rows}
        last = max((place.number for place in known.values()), default=0)
        for entry in numbers:
            if entry not in known:
                last += 1
                known[entry] = ReaderNumber(number=last, uid=os.urandom(16).hex())
        return Numbering(reader=reader, places={entry: known[entry] for entry in numbers})

    def new_token(self) -> str:
        """A token for a packet that is called like no other here."""
        taken = {row["token"][:4] for row in self._connection.execute("SELECT token FROM packets")}
        tokens = (os.urandom(16).hex() for _ in range(1000))
        return next((token for token in tokens if token[:4] not in taken), os.urandom(16).hex())

    def packets(self) -> tuple[Manifest, ...]:
        """All packets, oldest first."""
        return self._manifests("TRUE")

    def packet(self, typed: str) -> Manifest:
        """The packet whose token begins as typed; raises NotFound where there is none, InvalidInput for several."""
        found = [packet for packet in self.packets() if typed and packet.token.startswith(typed.strip().lower())]
        if len(found) == 1:
            return found[0]
        if found:
            raise InvalidInput("several-packets", packet=typed)
        raise NotFound("no-packet", packet=typed)

    def packets_containing(self, entry: int) -> tuple[Manifest, ...]:
        """The packets in which an entry of ours went out, oldest first."""
        return self._manifests(
            "EXISTS (SELECT 1 FROM reader_entries e JOIN packet_entries p ON p.number = e.number "
            "WHERE e.entry = ? AND e.reader = k.reader AND p.packet = k.id)",
            entry,
        )

    def packets_containing_any(self, numbers: Sequence[int]) -> tuple[tuple[Manifest, tuple[int, ...]], ...]:
        """The packets in which any of our `numbers` went out, oldest first, each with those of them that it holds."""
        chosen = set(numbers)
        found = {packet.token: packet for number in numbers for packet in self.packets_containing(number)}
        return tuple(
            (packet, tuple(sorted(chosen.intersection(sent.entry for sent in packet.entries))))
            for packet in sorted(found.values(), key=lambda packet: packet.made_at)
        )

    def entry_number(self, person: Person, number: int) -> int:
        """Our number of what a reader knows as `number`; raises NotFound where nothing went out under it."""
        row = self._connection.execute(
            "SELECT e.entry FROM reader_entries e JOIN readers r ON r.uid = e.reader "
            "JOIN packets k ON k.reader = r.uid WHERE r.person = ? AND e.number = ? ORDER BY k.id DESC LIMIT 1",
            (person.uid, number),
        ).fetchone()
        if not row:
            raise NotFound("not-sent", number=number, name=person.name)
        return int(row["entry"])

    def uids_in_use(self, uids: Sequence[str]) -> dict[str, bool]:
        """Which of these uids are in use here, and whether for feedback."""
        rows = self._connection.execute(
            "SELECT uid, kind FROM entries WHERE uid IN (SELECT value FROM json_each(?))", (json.dumps(uids),)
        )
        return {row["uid"]: row["kind"] == Kind.FEEDBACK for row in rows}

    def feedback_by(self, person: Person) -> tuple[Entry, ...]:
        """All feedback of a person that is there."""
        return entries_where(
            self._connection, "e.kind = 'feedback' AND e.owner = (SELECT id FROM people WHERE uid = ?)", (person.uid,)
        )

    def add(self, packet: Manifest) -> None:
        """Keep a packet, with its reader and the numbers that are new to it."""
        execute = self._connection.execute
        execute(
            "INSERT INTO readers (uid, person, name, digest) VALUES (?, ?, ?, '') ON CONFLICT (uid) DO NOTHING",
            (packet.reader, packet.person.uid, packet.person.name),
        )
        for sent in packet.entries:
            execute(
                "INSERT INTO reader_entries (reader, number, entry, uid) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (reader, number) DO NOTHING",
                (packet.reader, sent.reader_number.number, sent.entry, sent.reader_number.uid),
            )
        kept = execute(
            "INSERT INTO packets (token, reader, made_at, sealed, digest) VALUES (?, ?, ?, ?, '')",
            (packet.token, packet.reader, packet.made_at, packet.encryption),
        ).lastrowid
        rows = [(kept, sent.reader_number.number, sent.digest) for sent in packet.entries]
        self._connection.executemany("INSERT INTO packet_entries (packet, number, digest) VALUES (?, ?, ?)", rows)
        update_reader_digest(self._connection, packet.reader)
        _digest_packets(self._connection)
        self.commit_check = "SELECT 1 FROM packets WHERE token = ?", packet.token

    def revoke(self, packet: Manifest, *, at: str) -> None:
        """Note that a packet no longer counts; raises InvalidInput where it did not before."""
        if packet.revoked_at:
            raise InvalidInput("revoked-already", packet=packet.name)
        self._connection.execute("UPDATE packets SET revoked_at = ? WHERE token = ?", (at, packet.token))
        _digest_packets(self._connection)
        self.commit_check = "SELECT 1 FROM packets WHERE token = ? AND revoked_at = ?", packet.token, at

    def _manifests(self, condition: str, *values: int) -> tuple[Manifest, ...]:
        people = {person.uid: person for person in read_people(self._connection).values()}
        rows = self._connection.execute(f"{PACKETS} WHERE {condition} ORDER BY k.id", values).fetchall()
        return tuple(
            Manifest(
                token=row["token"],
                reader=row["reader"],
                person=people.get(row["person"], Person(name=row["name"], uid=row["person"])),
                made_at=row["made_at"],
                encryption=row["sealed"],
                revoked_at=row["revoked_at"] or "",
                entries=tuple(
                    SentEntry(entry=entry, reader_number=ReaderNumber(number=number, uid=uid), digest=kept)
                    for entry, number, uid, kept in self._connection.execute(SENT, (row["id"],))
                ),
            )
            for row in rows
        )


def clear_sent_digests(connection: Connection, entry: int) -> None:
    """Forget what an erased entry looked like when it left; that it left stays known."""
    connection.execute(
        "UPDATE packet_entries SET digest = '' WHERE (packet, number) IN (SELECT k.id, e.number FROM packets k "
        "JOIN reader_entries e ON e.reader = k.reader WHERE e.entry = ?)",
        (entry,),
    )
    _digest_packets(connection)


def packet_problems(connection: Connection) -> Iterator[str]:
    """What is said to have left and says something else than what was written."""
    for row in connection.execute("SELECT * FROM readers").fetchall():
        if digest(canonical(reader_document(connection, row))) != row["digest"]:
            yield "The numbers of a reader say something else than what was written."
    for row in connection.execute("SELECT * FROM packets").fetchall():
        if digest(canonical(_packet_document(connection, row))) != row["digest"]:
            yield f"Packet {row['token'][:4]} says something else than what was written."


def _digest_packets(connection: Connection) -> None:
    for row in connection.execute("SELECT * FROM packets").fetchall():
        kept = digest(canonical(_packet_document(connection, row)))
        if kept != row["digest"]:
            connection.execute("UPDATE packets SET digest = ? WHERE id = ?", (kept, row["id"]))


def _packet_document(connection: Connection, row: Row) -> Document:
    entries = connection.execute(
        "SELECT number, digest FROM packet_entries WHERE packet = ? ORDER BY number", (row["id"],)
    )
    return {
        **{key: row[key] for key in ("token", "reader", "made_at", "sealed", "revoked_at")},
        "entries": [list(entry) for entry in entries],
    }
