"""share preview, make, list, revoke: what leaves, and what is known of it."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.config import default_journal
from mentorlog.exchange.packets import read_packet
from mentorlog.model.packets import MAX_VALUES
from tests.cli.sharing_samples import ANH, document, make_packet, make_tender, write_entries
from tests.conftest import Program, need

PHRASE = "correct-horse-battery-staple"


@pytest.fixture(autouse=True)
def entries(mentorlog: Program) -> None:
    write_entries(mentorlog)


@pytest.fixture
def phrase(tmp_path: Path) -> str:
    path = tmp_path / "phrase"
    path.write_text(f"{PHRASE}\n")
    return str(path)


# ── preview ──────────────────────────────────────────────────────────────────────────────────────


def test_previews_what_the_reader_will_see(mentorlog: Program) -> None:
    out = mentorlog("share", "preview", "--with", "anh").out
    assert "Reflection 2 with Ánh" in out
    assert "Here it is entry 3." in out
    assert "3 entries go to Ánh, of 12 March 2026.\nÁnh will see them as 1 to 3" in out
    assert "Hold one back: mentorlog share withhold 4" in out
    assert "Sentinel" not in out
    assert "names" not in out.replace("Spoke of names", "")


def test_previews_those_who_are_named_besides(mentorlog: Program) -> None:
    mentorlog("reflect", "Mie and I.", "--with", ANH, "--visibility", "mentor")
    out = mentorlog("share", "preview", "--with", ANH, "--all").out
    assert "2 of them name somebody else: 4, 5." in out
    assert "1 of them names somebody else: 1.\n" in mentorlog("share", "preview", "--with", ANH, "6").out
    assert "1 entry goes to Ánh, of" in mentorlog("share", "preview", "--with", ANH, "3").out
    assert "Ánh will see it as 1;" in mentorlog("share", "preview", "--with", ANH, "3").out


def test_a_name_of_several_words_is_quoted(mentorlog: Program) -> None:
    assert '--with "Mie 美恵"' in mentorlog("share", "preview", "--with", "mie").out


def test_previews_as_json_what_a_packet_would_hold(mentorlog: Program) -> None:
    figure = mentorlog("share", "preview", "--with", ANH, "--json").json()
    assert [entry["number"] for entry in figure["entries"]] == [1, 2, 3]
    assert figure["yours"] == [1, 3, 4]
    assert figure["naming_others"] == []
    assert mentorlog("share", "list", "--json").json()["packets"] == []


# ── make ─────────────────────────────────────────────────────────────────────────────────────────


def test_makes_a_page_and_a_document(mentorlog: Program, tmp_path: Path) -> None:
    done = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path / "new" / "out"))
    assert done.out.startswith("Packet ")
    assert "Nothing was sent" in done.err
    page, packet = sorted((tmp_path / "new" / "out").iterdir())
    assert page.stem == packet.stem
    assert packet.stat().st_mode & 0o777 == 0o600
    read = read_packet(packet.read_bytes())
    assert (read.mentee, read.addressee, [one.entry.number for one in read.entries]) == ("mentee", ANH, [1, 2, 3])
    for file in (page, packet):
        assert b"Sentinel" not in file.read_bytes()
        assert b"coping" not in file.read_bytes()


def test_answers_as_json(mentorlog: Program, tmp_path: Path) -> None:
    mentorlog("config", "set", "name", "Linh")
    done = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path), "--json").json()
    assert done["entries"] == [1, 3, 4]
    assert len(done["files"]) == 2
    assert document(done["files"])["mentee"] == "Linh"


def test_numbers_stay_the_same_for_a_reader(mentorlog: Program, tmp_path: Path) -> None:
    first = make_packet(mentorlog, tmp_path, "3")
    second = make_packet(mentorlog, tmp_path)
    assert first["reader"] == second["reader"]
    assert first["packet"] != second["packet"]
    uids = {entry["uid"]: entry["number"] for entry in second["entries"]}
    assert uids[first["entries"][0]["uid"]] == 1
    assert sorted(uids.values()) == [1, 2, 3]
    other = mentorlog("share", "make", "--with", "mie", "-o", str(tmp_path), "--json").json()
    theirs = document(other["files"])
    assert theirs["reader"] != first["reader"]
    assert [entry["number"] for entry in theirs["entries"]] == [1, 2]
    assert not {entry["uid"] for entry in theirs["entries"]} & set(uids)


def test_chooses_by_filters_and_numbers(mentorlog: Program, tmp_path: Path) -> None:
    def made(*args: str) -> list[int]:
        done = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path), "--json", *args).json()
        return [int(number) for number in done["entries"]]

    assert made("-n", "1") == [4]
    assert made("--kind", "reflection") == [3]
    assert made("--visibility", "public") == [4]
    assert made("--all") == [1, 3, 4, 5]
    assert made("5", "1") == [1, 5]


@pytest.mark.parametrize(
    ("line", "exit_code"),
    [
        ("2", 2),  # private
        ("--visibility private", 2),
        ("-a identity", 2),  # nothing to share
        ("1 -a growth", 2),
        ("99", 3),
        ("--key nonsense", 2),
        ("--key age1x --passphrase", 2),
        ("--passphrase-file /nowhere/at/all", 5),
        ("-o FILE", 2),
    ],
)
def test_nothing_is_written_where_something_is_wrong(
    mentorlog: Program, tmp_path: Path, line: str, exit_code: int
) -> None:
    (tmp_path / "file").write_text("x")
    words = line.replace("FILE", str(tmp_path / "file")).split()
    out = [] if "-o" in words else ["-o", str(tmp_path / "out")]
    assert mentorlog("share", "make", "--with", ANH, *out, *words).exit == exit_code
    assert not (tmp_path / "out").exists()
    assert mentorlog("share", "list", "--json").json()["packets"] == []


def test_the_reader_must_be_known(mentorlog: Program) -> None:
    assert mentorlog("share", "make", "--with", "Nobody").exit == 3
    assert mentorlog("share", "make").exit == 2


def test_tender_entries_stay(mentorlog: Program, tmp_path: Path) -> None:
    make_tender(3)
    assert mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path), "3").exit == 2
    packet = make_packet(mentorlog, tmp_path)
    assert [entry["kind"] for entry in packet["entries"]] == ["session", "goal"]


def test_a_packet_has_an_end(mentorlog: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("mentorlog.cli.sharing.packet_builder.MAX_ENTRIES", 2)
    assert mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path)).exit == 2
    monkeypatch.setattr("mentorlog.cli.sharing.packet_builder.MAX_ENTRIES", 10)
    mentorlog("reflect", "," * (MAX_VALUES + 1), "--visibility", "mentor", "--with", ANH)
    assert mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path)).exit == 2
    assert list(tmp_path.glob("*.json")) == []


def test_a_taken_name_is_left_alone(mentorlog: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tokens = iter(["aaaa" + "0" * 28, "bbbb" + "0" * 28])
    monkeypatch.setattr("mentorlog.storage.sharing.sent_packets.SentPackets.new_token", lambda _: next(tokens))
    (tmp_path / "mentorlog-aaaa.html").write_text("mine")
    assert make_packet(mentorlog, tmp_path)["packet"].startswith("bbbb")
    assert (tmp_path / "mentorlog-aaaa.html").read_text() == "mine"


def test_a_half_written_packet_is_none(mentorlog: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from mentorlog import files

    def fails(path: Path, content: bytes) -> None:
        if path.suffix == ".json":
            raise OSError(28, "No space left on device")
        files.write_file(path, content)

    monkeypatch.setattr("mentorlog.cli.sharing.share.write_file", fails)
    assert mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path)).exit == 5
    assert list(tmp_path.glob("mentorlog-*")) == []
    assert mentorlog("share", "list", "--json").json()["packets"] == []


# ── Encrypted ────────────────────────────────────────────────────────────────────────────────────


def test_the_plain_age_program_opens_what_is_for_a_key(mentorlog: Program, tmp_path: Path) -> None:
    age, keygen = need("age"), need("age-keygen")
    subprocess.run([keygen, "-o", tmp_path / "key"], check=True, capture_output=True)
    public = subprocess.run([keygen, "-y", tmp_path / "key"], check=True, capture_output=True, text=True).stdout.strip()
    done = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path), "--key", public, "--json").json()
    assert [Path(file).suffixes for file in done["files"]] == [[".html", ".age"], [".json", ".age"]]
    for file in done["files"]:
        assert b"Went through" not in Path(file).read_bytes()
    opened = subprocess.run([age, "-d", "-i", tmp_path / "key", done["files"][1]], check=True, capture_output=True)
    assert len(read_packet(opened.stdout).entries) == 3
    assert mentorlog("share", "list", "--json").json()["packets"][0]["encrypted"] == "key"


@pytest.mark.usefixtures("quick_age")
def test_a_passphrase_from_a_file(mentorlog: Program, tmp_path: Path, phrase: str) -> None:
    from mentorlog.exchange.encryption import decrypt_with_passphrase

    done = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path), "--passphrase-file", phrase, "--json").json()
    assert "passphrase" not in done
    assert len(read_packet(decrypt_with_passphrase(Path(done["files"][1]).read_bytes(), PHRASE)).entries) == 3


def test_a_passphrase_is_made_where_nobody_is_asked(
    mentorlog: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mentorlog.exchange.encryption.encrypt_with_passphrase", lambda content, _: content[:1])
    done = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path), "--passphrase")
    (line,) = [line for line in done.err.splitlines() if "Passphrase: " in line]
    assert line.count("-") == 7
    assert "by another way than the files" in done.err
    again = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path), "--passphrase", "--json").json()
    assert again["passphrase"].count("-") == 7


def test_never_plain_text_instead(mentorlog: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyrage", None)
    for words in (["--passphrase"], ["--key", "age1x"]):
        done = mentorlog("share", "make", "--with", ANH, "-o", str(tmp_path / "out"), *words)
        assert (done.exit, "pip install" in done.err) == (2, True)
    assert not (tmp_path / "out").exists()


# ── Afterwards ───────────────────────────────────────────────────────────────────────────────────


def test_undo_says_that_it_left(mentorlog: Program, tmp_path: Path) -> None:
    make_packet(mentorlog, tmp_path)
    assert "The last command, share make, can't be undone" in mentorlog("undo").err
    assert mentorlog("undo").out.startswith("Undone: session add 5")


def test_lists_what_left_and_what_changed_since(mentorlog: Program, tmp_path: Path) -> None:
    assert mentorlog("share", "list").err == "There is nothing to show.\n"
    name = make_packet(mentorlog, tmp_path)["packet"][:4]
    mentorlog("edit", "3", "Otherwise.")
    mentorlog("remove", "4")
    assert mentorlog("share", "list").out.startswith(f"Packet {name}, for Ánh, ")
    out = mentorlog("share", "list", name).out
    assert "Entry 1, there 1: Went through the packet." in out
    assert "Entry 3, there 2, changed since: Otherwise." in out
    assert "Entry 4, there 3, not here any more\n" in out
    figure = mentorlog("share", "list", name, "--json").json()
    assert (figure["entries"], figure["numbers"], figure["changed"]) == ([1, 3, 4], [1, 2, 3], [3, 4])


def test_show_says_who_saw_it_and_whether_it_changed_since(mentorlog: Program, tmp_path: Path) -> None:
    make_packet(mentorlog, tmp_path)
    assert "Given to Ánh on " in mentorlog("show", "3").out
    assert "changed since" not in mentorlog("show", "3").out
    mentorlog("edit", "3", "Otherwise.")
    assert "changed since Ánh saw it." in mentorlog("show", "3").out
    assert "Given to" not in mentorlog("show", "2").out


def test_check_names_what_of_it_was_changed_behind_its_back(mentorlog: Program, tmp_path: Path) -> None:
    name = make_packet(mentorlog, tmp_path)["packet"][:4]
    assert mentorlog("check").exit == 0
    with closing(sqlite3.connect(default_journal())) as other:
        other.execute("UPDATE readers SET name = 'Somebody else'")
        other.execute("UPDATE packets SET made_at = '2020-01-01T00:00:00+00:00'")
        other.commit()
    damaged = mentorlog("check")
    assert damaged.exit == 4
    assert damaged.out.splitlines()[1:] == [
        "The numbers of a reader say something else than what was written.",
        f"Packet {name} says something else than what was written.",
    ]


def test_what_goes_of_a_packet_is_counted_by_the_reader_s_numbers(mentorlog: Program, tmp_path: Path) -> None:
    make_packet(mentorlog, tmp_path)
    told = mentorlog("share", "preview", "--with", ANH, "1", "4").out
    assert "Ánh will see them as 1 and 3; nothing shows that there are others." in told


def test_withholding_another_entry_changes_none(mentorlog: Program, tmp_path: Path) -> None:
    make_packet(mentorlog, tmp_path)
    mentorlog("share", "withhold", "1")
    assert "changed since" not in mentorlog("show", "3").out


def test_revokes(mentorlog: Program, tmp_path: Path) -> None:
    name = make_packet(mentorlog, tmp_path)["packet"][:4]
    done = mentorlog("share", "revoke", name.upper())
    assert done.out == f"Packet {name} for Ánh no longer counts.\n"
    assert "can't be called back" in done.err
    assert "Given to" not in mentorlog("show", "3").out
    assert ", revoked" in mentorlog("share", "list").out
    assert "Revoked " in mentorlog("share", "list", name).out
    assert mentorlog("share", "revoke", name).exit == 2
    assert mentorlog("share", "revoke", "nope").exit == 3
    assert mentorlog("share", "revoke", "").exit == 3
    assert mentorlog("share", "list", name, "--json").json()["revoked_at"]


def test_several_that_begin_alike(mentorlog: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tokens = iter(["aaaa" + "0" * 28, "aabb" + "0" * 28])
    monkeypatch.setattr("mentorlog.storage.sharing.sent_packets.SentPackets.new_token", lambda _: next(tokens))
    make_packet(mentorlog, tmp_path)
    make_packet(mentorlog, tmp_path)
    assert mentorlog("share", "list", "aa").exit == 2


def test_purging_forgets_what_was_sent_and_check_is_well(mentorlog: Program, tmp_path: Path) -> None:
    name = make_packet(mentorlog, tmp_path)["packet"][:4]
    mentorlog("purge", "3", "-y")
    assert mentorlog("check").exit == 0
    assert "Entry 3, there 2, not here any more" in mentorlog("share", "list", name).out
