"""The whole round between two homes: a mentee shares, a mentor answers, the mentee takes it in; then once more."""

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyrage
import pytest

from tests.cli.test_packet_page import answered, opened, saved
from tests.conftest import Answer, Program, need

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.usefixtures("quick_age")
WORDS = "lantern-river-paper-window"
KINDS = ("DATA", "CONFIG", "STATE", "CACHE")


class Somebody:
    """mentorlog in a home of somebody's own."""

    def __init__(self, program: Program, home: Path) -> None:
        self.program = program
        self.home = home
        home.mkdir()

    def __call__(self, *words: str) -> Answer:
        homes = {f"XDG_{kind}_HOME": str(self.home / kind.lower()) for kind in KINDS}
        done = self.program(*words, env={**homes, "HOME": str(self.home)})
        assert done.exit == 0, done.err
        return done

    def json(self, *words: str) -> Any:
        return self(*words, "--json").json()


@pytest.fixture
def mentee(mentorlog: Program, tmp_path: Path) -> Somebody:
    lan = Somebody(mentorlog, tmp_path / "lan")
    lan("config", "set", "name", "Lan")
    lan("session", "add", "We compared our grandmothers.", "--with", "Ánh", "-a", "identity", "--visibility", "mentor")
    lan("reflect", "I could breathe.", "--about", "1", "--visibility", "mentor")
    lan("reflect", "Withheld: a sekret of mine.")
    lan("goal", "add", "Lead one project", "--with", "Ánh", "--visibility", "public")
    return lan


@pytest.fixture
def mentor(mentorlog: Program, tmp_path: Path) -> Somebody:
    return Somebody(mentorlog, tmp_path / "anh")


def sealing(how: str, folder: Path) -> tuple[list[str], list[str]]:
    """The options that close a packet, and those that open it."""
    if how == "plain":
        return [], []
    if how == "passphrase":
        (folder / "words.txt").write_text(f"{WORDS}\n")
        return (["--passphrase-file", str(folder / "words.txt")],) * 2
    key = pyrage.x25519.Identity.generate()
    (folder / "key.txt").write_text(f"# created: today\n# public key: {key.to_public()}\n{key}\n")
    return ["--key", str(key.to_public())], ["--key-file", str(folder / "key.txt")]


def shared(mentee: Somebody, folder: Path, closing: list[str]) -> str:
    """The file for the program of a new packet."""
    made = mentee.json("share", "make", "--with", "Ánh", "-o", str(folder), *closing)
    assert len(made["files"]) == 2
    return next(str(file) for file in made["files"] if ".json" in file)


def feedback(who: Somebody) -> dict[int, list[str]]:
    """What stands under which entry of the mentee, in their timeline."""
    found: dict[int, list[str]] = {}
    for entry in who.json("timeline", "--all")["entries"]:
        if entry["kind"] == "feedback":
            found.setdefault(entry["about"], []).append(entry["text"])
    return found


@pytest.mark.parametrize("how", ["plain", "passphrase", "key"])
def test_the_whole_round_and_once_more(how: str, mentee: Somebody, mentor: Somebody, tmp_path: Path) -> None:
    closing, opening = sealing(how, tmp_path)
    first = shared(mentee, tmp_path / "first", closing)
    came = mentor.json("review", "import", first, *opening)
    assert (came["mentee"], came["entries"], came["new"]) == ("Lan", 3, 3)
    assert "sekret" not in json.dumps(mentor.json("review", "timeline", "Lan"))
    numbers = {entry["text"]: entry["number"] for entry in mentor.json("review", "timeline", "Lan")["entries"]}
    assert sorted(numbers.values()) == [1, 2, 3]

    mentor("review", "comment", "Lan", str(numbers["I could breathe."]), "Say I once.")
    mentor("review", "comment", "Lan", str(numbers["Lead one project"]), "Whose goal is it?", "--asks")
    mentor("review", "note", "Lan", "1", "Ask about her sister.")
    reply = str(tmp_path / "reply.json")
    mentor("review", "reply", "Lan", "-y", "-o", reply)
    assert "sister" not in Path(reply).read_text("utf-8")
    assert mentee.json("feedback", "import", reply)["added"] == 2
    again = mentee.json("feedback", "import", reply)
    assert (again["added"], again["known"], again["set_aside"]) == (0, 2, [])
    assert feedback(mentee) == {2: ["Say I once."], 4: ["Whose goal is it?"]}

    mentee("edit", "2", "I could breathe, twice.")
    mentee("reflect", "They said my name.", "--visibility", "mentor")
    second = shared(mentee, tmp_path / "second", closing)
    came = mentor.json("review", "import", second, first, *opening)["packets"]
    assert [packet["known"] for packet in came] == [False, True]
    entries = mentor.json("review", "timeline", "Lan", "--since", "last")["entries"]
    assert {entry["text"] for entry in entries} == {"I could breathe, twice.", "They said my name."}
    after = {entry["number"]: entry for entry in mentor.json("review", "timeline", "Lan")["entries"]}
    assert after[numbers["I could breathe."]]["text"] == "I could breathe, twice."
    assert [one["text"] for one in after[numbers["I could breathe."]]["comments"]] == ["Say I once."]

    mentor("review", "comment", "Lan", "last", "I heard that too.")
    more = str(tmp_path / "more.json")
    mentor("review", "reply", "Lan", "-y", "--again", "-o", more)
    done = mentee.json("feedback", "import", more)
    assert (done["added"], done["known"], done["set_aside"]) == (1, 2, [])
    said = [text for texts in feedback(mentee).values() for text in texts]
    assert sorted(said) == ["I heard that too.", "Say I once.", "Whose goal is it?"]
    assert mentor.json("review", "list", "--waiting")["mentees"] == []
    for who in (mentee, mentor):
        assert who.json("check")["ok"]


def test_what_does_not_open_it_is_told(mentee: Somebody, mentor: Somebody, tmp_path: Path) -> None:
    closed = str(tmp_path / "closed.age")
    Path(closed).write_bytes(pyrage.passphrase.encrypt(b"{}", WORDS))
    for_key = shared(mentee, tmp_path / "key", sealing("key", tmp_path)[0])
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("something else\n")
    other = tmp_path / "other.txt"
    other.write_text(str(pyrage.x25519.Identity.generate()))
    broken = tmp_path / "broken.age"
    broken.write_bytes(Path(for_key).read_bytes()[:-20])
    for code, words in (
        (2, (closed,)),
        (7, (closed, "--passphrase-file", str(wrong))),
        (7, (for_key,)),
        (7, (for_key, "--key-file", str(other))),
        (2, (for_key, "--key-file", str(wrong))),
        (5, (for_key, "--key-file", str(tmp_path / "nowhere"))),
        (4, (str(broken), "--key-file", str(tmp_path / "key.txt"))),
    ):
        done = mentor.program("review", "import", *words)
        assert (done.exit, done.out) == (code, ""), words
        assert len(done.err.splitlines()) == 3


def read_by(how: str, sealed: Path, folder: Path) -> Path:
    """The page of a packet as its reader gets it: decrypted by the plain age program, where that was for a key."""
    if how == "plain":
        return sealed
    page = folder / sealed.name.removesuffix(".age")
    if how == "key":
        command = [need("age"), "-d", "-i", str(folder / "key.txt"), str(sealed)]
        page.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    else:
        import pyrage

        page.write_bytes(pyrage.passphrase.decrypt(sealed.read_bytes(), WORDS))
    return page


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("how", ["plain", "passphrase", "key"])
def test_the_round_in_a_browser_and_by_letter(how: str, mentee: Somebody, page: "Page", tmp_path: Path) -> None:
    closing, _ = sealing(how, tmp_path)

    def given(folder: str) -> Path:
        made = mentee.json("share", "make", "--with", "Ánh", "-o", str(tmp_path / folder), *closing)
        return read_by(how, next(Path(file) for file in made["files"] if ".html" in file), tmp_path)

    opened(page, given("first"))
    assert "sekret" not in page.content()
    answered(page, 2, {"text": "Say I once."})
    answered(page, 3, {"situation": "In May.", "next": "Ask for it."}, asks=True)
    mentee("edit", "2", "I could breathe, twice.")
    file = str(saved(page, tmp_path))
    came = mentee.json("feedback", "import", file)
    assert (came["added"], came["set_aside"], came["earlier"]) == (2, [], came["numbers"][:1])
    told = mentee("feedback", "add", "Ask Rosa.", "--by", "Ánh", "--theirs", "1")
    assert "about session 1" in told.out
    assert mentee("feedback", "import", file).out.startswith("0 answers were added, claimed to be from Ánh; 2 known")
    assert "Entry 2 was changed since that packet." in mentee("show", str(came["numbers"][0])).out
    assert "asks something back" in mentee("show", str(came["numbers"][1])).out.lower()
    assert "changed since Ánh saw it" in mentee("show", "2").out
    assert mentee.json("share", "list")["packets"][0]["changed"] == [2]

    opened(page, given("second"))
    assert "I could breathe, twice." in page.content()
    assert "changed since" not in mentee("show", "2").out
    answered(page, 2, {"text": "Twice is better."})
    assert mentee.json("feedback", "import", str(saved(page, tmp_path)))["added"] == 1
    assert feedback(mentee) == {1: ["Ask Rosa."], 2: ["Say I once.", "Twice is better."], 4: [""]}
    kept = {entry["number"]: entry["text"] for entry in mentee.json("timeline", "--all")["entries"]}
    assert [kept[number] for number in (1, 2, 3, 4)] == [
        "We compared our grandmothers.",
        "I could breathe, twice.",
        "Withheld: a sekret of mine.",
        "Lead one project",
    ]
    assert mentee.json("check")["ok"]
