"""What came from mentees is kept apart, joined, and taken back."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from mentorlog.errors import Damaged, InvalidInput, NotFound
from mentorlog.exchange.packets import packet_json, read_packet
from mentorlog.model.entries import Question, Reflection
from mentorlog.model.packets import Packet
from mentorlog.model.reviews import Comment, Mentee, PacketReceipt, find_mentee, require_mentee
from mentorlog.storage.journal import Journal, open_journal
from mentorlog.storage.maintenance.backup import create_backup, restore_backup
from tests.entries import NOW, TODAY
from tests.mentees import ALL, BREATHED, FIRST, FROM_WHERE, LATER, MET, MUSIC, OTHER, SECOND, WRITE, on, packet, uid
from tests.storage.stored_rows import CONTENT, add, dump

TABLES = ("mentees", "received_packets", "received_entries", "comments", "replies")
THIRTEENTH = "2026-03-13T10:00:00+00:00"


def take(journal: Journal, *packets: Packet, name: str = "", at: str = NOW) -> tuple[PacketReceipt, ...]:
    return journal.import_packets(packets, name, at=at)


def mentee(journal: Journal) -> Mentee:
    return journal.mentee_queries().mentees()[0]


def comment(journal: Journal, number: int, text: str, *, is_note: bool = False) -> Comment:
    shown = journal.mentee_queries().entry(mentee(journal), number)
    draft = Comment(on=TODAY, mentee=1, packet=shown.packet, entry=shown.entry.uid, text=text, is_note=is_note)
    with journal.write_review("review comment", at=NOW) as reviewing:
        return reviewing.add_comment(draft)


def reply(journal: Journal) -> None:
    reviews = journal.mentee_queries()
    with journal.write_review("review reply", at=NOW) as reviewing:
        reviewing.add_reply(mentee(journal), [one for one in reviews.comments(mentee(journal)) if not one.is_note])


def texts(journal: Journal) -> dict[int, str]:
    return {one.entry.number: one.entry.text for one in journal.mentee_queries().entries(mentee(journal))}


# ── Coming in ────────────────────────────────────────────────────────────────────────────────────


def test_a_packet_is_kept_as_it_came(journal: Journal) -> None:
    (arrival,) = take(journal, read_packet(packet_json(FIRST).encode()))
    assert (arrival.mentee.name, arrival.entries, arrival.new, arrival.is_first) == ("Lan", 5, 5, True)
    shown = journal.mentee_queries().entries(mentee(journal))
    read = read_packet(packet_json(FIRST).encode())
    given = sorted((one.entry for one in read.entries), key=lambda entry: entry.number)
    assert [one.entry for one in shown] == given
    assert [(one.entry.number, one.entry.uid) for one in shown] == [(entry.number, entry.uid) for entry in given]
    assert [one.digest for one in shown] == [
        one.digest for one in sorted(FIRST.entries, key=lambda one: one.entry.number)
    ]


def test_nothing_of_it_is_among_the_journals_own(journal: Journal) -> None:
    add(journal, Reflection(on=TODAY, text="mine"))
    before = dump(journal)
    take(journal, FIRST, SECOND, OTHER)
    assert dump(journal) == before
    assert [entry.text for entry in journal.entries()] == ["mine"]
    assert journal.tallies().entries == 1
    assert [area.slug for area in journal.areas() if area.slug == MUSIC.slug] == []
    assert journal.people() == ()


def test_twice_is_once(journal: Journal) -> None:
    take(journal, FIRST)
    before = dump(journal, (*TABLES, "commands", "revisions"))
    (again,) = take(journal, FIRST)
    assert (again.is_duplicate, again.new, again.entries) == (True, 0, 5)
    assert dump(journal, (*TABLES, "commands", "revisions")) == before


def test_the_form_made_last_wins_whatever_came_first(journal: Journal) -> None:
    take(journal, SECOND, replace(SECOND, token=uid(0xD)))
    (late,) = take(journal, FIRST)
    assert late.new == 1  # the form that is not the latest
    assert texts(journal)[2] == "I could breathe, twice."
    forms = journal.mentee_queries().entry_versions(mentee(journal), BREATHED.uid)
    assert [form.entry.text for form in forms] == ["I could breathe.", "I could breathe, twice."]
    assert journal.mentee_queries().packet_dates(mentee(journal))[forms[0].packet] == date(2026, 3, 2)


def test_two_packets_of_one_day_follow_each_other_as_they_came(journal: Journal) -> None:
    again = replace(SECOND, token=uid(0xD), made_on=FIRST.made_on)
    take(journal, FIRST)
    take(journal, again)
    assert texts(journal)[2] == "I could breathe, twice."


def test_what_is_no_longer_in_the_packet_stays(journal: Journal) -> None:
    take(journal, SECOND, packet([MET], token=0xE, made=on(3, 11)))
    assert set(texts(journal)) == {1, 2, 3, 4, 5, 6}


def test_mentees_are_kept_apart(journal: Journal) -> None:
    take(journal, FIRST, OTHER)
    lan, bao = journal.mentee_queries().mentees()
    assert (lan.name, bao.name) == ("Lan", "Bảo Trần")
    assert len(journal.mentee_queries().entries(lan)) == 5
    assert len(journal.mentee_queries().entries(bao)) == 1


def test_another_of_the_same_name_is_asked_about(journal: Journal) -> None:
    take(journal, FIRST)
    namesake = replace(OTHER, mentee="Lan")
    with pytest.raises(InvalidInput, match="mentee-exists") as error:
        take(journal, namesake)
    assert error.value.values == {"name": "Lan"}
    take(journal, namesake, name="Lan of the library")
    assert [one.name for one in journal.mentee_queries().mentees()] == ["Lan", "Lan of the library"]


def test_a_name_joins_or_renames(journal: Journal) -> None:
    take(journal, FIRST)
    take(journal, OTHER, name="Lan")
    assert [one.name for one in journal.mentee_queries().mentees()] == ["Lan"]
    take(journal, SECOND, name="Lan Phạm")
    assert [one.name for one in journal.mentee_queries().mentees()] == ["Lan Phạm"]
    assert journal.check().is_intact


def test_a_number_that_is_taken_is_not_used_again(journal: Journal) -> None:
    """As when a mentee went back to a backup, and the numbers since then are given anew."""
    take(journal, FIRST)
    other = replace(FROM_WHERE, number=2, uid=uid(77), answered_in=3, about=3)
    again = [replace(BREATHED, number=3, about=2, goals=()), other]
    (arrival,) = take(journal, packet(again, token=0xE, made=on(3, 11)))
    assert arrival.renumbered == 2
    shown = {one.entry.number: one for one in journal.mentee_queries().entries(mentee(journal))}
    assert set(shown) == {1, 2, 3, 4, 5, 6}
    assert (shown[6].entry.uid, shown[6].sender_number, shown[6].entry.about) == (uid(77), 2, 2)
    assert isinstance(shown[6].entry, Question)
    assert shown[6].entry.answered_in == 2
    assert (shown[2].entry.uid, shown[2].sender_number, shown[2].entry.about) == (BREATHED.uid, 3, 6)


def test_a_token_that_says_something_else_is_refused(journal: Journal) -> None:
    take(journal, FIRST)
    before = dump(journal, TABLES)
    for forged in (replace(SECOND, token=FIRST.token), replace(FIRST, reader=uid(1), mentee="Mai")):
        with pytest.raises(Damaged, match="packet-differs"):
            take(journal, forged)
    assert dump(journal, TABLES) == before


def test_all_or_nothing(journal: Journal) -> None:
    with pytest.raises(InvalidInput):
        take(journal, FIRST, replace(OTHER, mentee="Lan"))
    assert journal.mentee_queries().mentees() == ()
    assert journal.commands() == ()


# ── How it stands ────────────────────────────────────────────────────────────────────────────────


def test_new_is_what_came_since_the_answer(journal: Journal) -> None:
    take(journal, FIRST)
    (standing,) = journal.mentee_queries().statuses(datetime.fromisoformat)
    assert (standing.new, standing.since, standing.answered, standing.entries, standing.packets) == (
        5,
        None,
        None,
        5,
        1,
    )
    assert not any(one.is_new or one.has_changed for one in journal.mentee_queries().entries(mentee(journal)))
    comment(journal, 1, "Good.")
    assert journal.mentee_queries().status(mentee(journal), datetime.fromisoformat).unsent == 1
    reply(journal)
    standing = journal.mentee_queries().status(mentee(journal), datetime.fromisoformat)
    assert (standing.new, standing.since, standing.answered, standing.unsent) == (0, TODAY, TODAY, 0)
    take(journal, SECOND, at=THIRTEENTH)
    standing = journal.mentee_queries().status(mentee(journal), datetime.fromisoformat)
    assert (standing.new, standing.since, standing.last, standing.entries) == (2, TODAY, date(2026, 3, 13), 6)
    shown = {one.entry.number: one for one in journal.mentee_queries().entries(mentee(journal))}
    assert [number for number, one in shown.items() if one.is_new] == [LATER.number]
    assert [number for number, one in shown.items() if one.has_changed] == [BREATHED.number]


def test_without_an_answer_new_is_what_the_newest_packet_brought(journal: Journal) -> None:
    take(journal, FIRST)
    take(journal, SECOND, at=THIRTEENTH)
    standing = journal.mentee_queries().status(mentee(journal), datetime.fromisoformat)
    assert (standing.new, standing.since) == (2, TODAY)


def test_whose_packet_came_last_comes_first(journal: Journal) -> None:
    take(journal, FIRST)
    take(journal, OTHER, at=THIRTEENTH)
    assert [one.mentee.name for one in journal.mentee_queries().statuses(datetime.fromisoformat)] == ["Bảo Trần", "Lan"]


def test_areas_are_called_as_in_the_newest_packet(journal: Journal) -> None:
    renamed = replace(BREATHED, areas=(replace(MUSIC, name="Songs"),))
    take(journal, FIRST, packet([MET, renamed], token=0xE, made=on(3, 11)))
    names = {area.slug: area.name for area in journal.mentee_queries().areas(mentee(journal))}
    assert names == {"identity": "Cultural identity exploration", "music": "Songs"}


def test_what_did_not_come_is_not_there(journal: Journal) -> None:
    take(journal, FIRST)
    with pytest.raises(NotFound, match="no-mentee-entry"):
        journal.mentee_queries().entry(mentee(journal), 9)


@pytest.mark.parametrize("typed", ["Lan", "lan", "LAN"])
def test_a_mentee_is_found_by_any_word(typed: str) -> None:
    mentees = (Mentee(name="Lan Phạm", number=1), Mentee(name="Bảo Trần", number=2))
    assert find_mentee(typed, mentees) == mentees[0]
    with pytest.raises(NotFound, match=r"no-mentee$"):
        require_mentee("Zoe", mentees)
    with pytest.raises(NotFound) as error:
        require_mentee("phma", mentees)
    assert error.value.values == {"name": "phma", "meant": "Lan Phạm"}


# ── Taking back ──────────────────────────────────────────────────────────────────────────────────


def test_every_step_is_taken_back_and_done_again(journal: Journal) -> None:
    states = [dump(journal, TABLES)]

    def done() -> None:
        states.append(dump(journal, TABLES))
        assert journal.check().is_intact

    take(journal, FIRST)
    done()
    written = comment(journal, 2, "Good.")
    done()
    comment(journal, 2, "Her sister.", is_note=True)
    done()
    with journal.write_review("review comment", at=NOW) as reviewing:
        reviewing.change_comment(replace(written, text="Better."))
    done()
    reply(journal)
    done()
    take(journal, SECOND, name="Lan Phạm")
    done()
    with journal.write_review("review note", at=NOW) as reviewing:
        reviewing.remove_comment(journal.mentee_queries().comments(mentee(journal))[-1])
    done()
    for state in states[-2::-1]:
        assert journal.undo().names
        assert dump(journal, TABLES) == state
        assert journal.check().is_intact
    for state in states[1:]:
        assert journal.redo().names
        assert dump(journal, TABLES) == state


def test_what_was_done_names_the_mentee(journal: Journal) -> None:
    take(journal, FIRST, OTHER)
    comment(journal, 1, "Good.")
    reply(journal)
    assert [(deed.command, deed.names) for deed in journal.commands()] == [
        ("review reply", ("Lan",)),
        ("review comment", ("Lan",)),
        ("review import", ("Lan", "Bảo Trần")),
    ]
    for _ in range(3):
        journal.undo()
    assert [deed.names for deed in journal.commands()] == [("Lan",), ("Lan",), ("Lan", "Bảo Trần")]


def test_a_reply_marks_what_went_out(journal: Journal) -> None:
    take(journal, FIRST)
    comment(journal, 1, "Good.")
    comment(journal, 1, "Hush.", is_note=True)
    reply(journal)
    comment(journal, 2, "Later.")
    reply(journal)
    assert [one.reply for one in journal.mentee_queries().comments(mentee(journal))] == [1, None, 2]
    assert journal.mentee_queries().newest_packet(mentee(journal), FIRST.reader) == (FIRST.token, "Ánh")
    place = journal.mentee_queries().comment_target(journal.mentee_queries().comments(mentee(journal))[0])
    assert (place.token, place.reader, place.sender_number) == (FIRST.token, FIRST.reader, 1)


# ── Whole ────────────────────────────────────────────────────────────────────────────────────────

ROT = {
    "mentees": ("name",),
    "received_packets": ("token", "reader", "called", "addressee", "made_on", "received_at", "areas", "digest"),
    "received_entries": ("uid", "number", "theirs", "form", "document"),
    "comments": ("uid", "entry", "day", "text", "answers", "written_at", "is_question", "digest"),
    "replies": ("at", "packet", "digest"),
}


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, columns in ROT.items() for column in columns])
def test_rot_is_named(table: str, column: str, journal: Journal) -> None:
    take(journal, FIRST, SECOND)
    comment(journal, 1, "Good.")
    reply(journal)
    assert journal.check().is_intact
    connection = journal._connection
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    (key,) = connection.execute(
        f"SELECT rowid FROM {table} LIMIT 1" if table != "received_entries" else "SELECT 1"
    ).fetchone()
    where = "packet = 1 AND theirs = 1" if table == "received_entries" else f"rowid = {key}"
    (value,) = connection.execute(f"SELECT {column} FROM {table} WHERE {where}").fetchone()
    rotten = value + 77 if isinstance(value, int) else value.replace(value[3:5] or value, "zz", 1)
    if column == "is_question":
        rotten = 1 - value
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (rotten,))
    found = journal.check()
    assert not found.is_intact
    assert found.damaged == ()


def test_what_can_not_be_read_is_named(journal: Journal) -> None:
    take(journal, FIRST)
    journal._connection.execute("UPDATE received_entries SET document = '[]' WHERE theirs = 1")
    with pytest.raises(Damaged, match="unreadable-mentee-entry"):
        journal.mentee_queries().entries(mentee(journal))
    journal._connection.execute("UPDATE received_entries SET document = 'no JSON' WHERE theirs = 1")
    assert "What came from mentees can't be read." in journal.check().notes


def test_it_is_part_of_a_backup(journal: Journal, path: Path) -> None:
    take(journal, FIRST)
    comment(journal, 1, "Good.")
    before = dump(journal, TABLES)
    backup = create_backup(path, at=NOW)
    take(journal, SECOND)
    journal.close()
    restore_backup(path, backup.path)
    with open_journal(path) as again:
        assert dump(again, TABLES) == before


def test_own_entries_and_undo_are_not_mixed_up(journal: Journal) -> None:
    add(journal, Reflection(on=TODAY, text="mine"))
    take(journal, FIRST)
    add(journal, Reflection(on=TODAY, text="mine too"))
    journal.undo()
    journal.undo()
    assert journal.mentee_queries().mentees() == ()
    journal.redo()
    assert texts(journal) == {entry.number: entry.text for entry in sorted(ALL, key=lambda entry: entry.number)}
    assert dump(journal, CONTENT[:0]) == {}
    assert WRITE.text in texts(journal).values()


# ── Erased ───────────────────────────────────────────────────────────────────────────────────────


def test_a_purge_leaves_nothing_of_a_mentee(journal: Journal, path: Path) -> None:
    add(journal, Reflection(on=TODAY, text="mine"))
    take(journal, FIRST)
    comment(journal, 1, "Comet.")
    create_backup(path, at=NOW)
    by_hand = create_backup(path, at=NOW, by_hand=True)
    secret = comment(journal, 1, "Sekret.", is_note=True)
    with journal.write_review("review note", at=NOW) as reviewing:
        reviewing.remove_comment(secret)
    comment(journal, 2, "Hush.", is_note=True)
    reply(journal)
    take(journal, OTHER, name="")
    take(journal, SECOND, name="Lan Phạm")
    journal.undo()
    lan, bao = journal.mentee_queries().mentees()
    purged = journal.purge_mentee(lan)
    assert (len(purged.copies), purged.unreached) == (1, (by_hand.path,))
    assert set(purged.words) == {"Comet.", "Hush."}
    for file in (path, *purged.copies):
        content = file.read_bytes()
        assert [
            word for word in ("grandmothers", "Comet", "Sekret", "Hush", "Rosa", "Phạm") if word.encode() in content
        ] == (["grandmothers"] if file == path else [])
    assert journal.mentee_queries().mentees() == (bao,)
    assert [deed.command for deed in journal.commands()] == ["review import", "add"]
    assert journal.check().is_intact
    assert [entry.text for entry in journal.entries()] == ["mine"]


def test_a_purge_reaches_what_was_taken_back(journal: Journal, path: Path) -> None:
    take(journal, FIRST)
    comment(journal, 1, "Comet.")
    lan = mentee(journal)
    journal.undo()
    journal.undo()
    journal.purge_mentee(lan)
    assert journal.commands() == ()
    assert b"grandmothers" not in path.read_bytes()
