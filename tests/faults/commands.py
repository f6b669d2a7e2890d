"""The commands that are put through the faults, and a home in which each of them has something to do."""

import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from mentorlog.errors import Damaged
from tests.faults.harness import Home, Result, empty_folder, inspect_journal, snapshot, variant

LONG = "From standard input. " + "It went on for a while. " * 800
SHORT = "From standard input, in a line."


TOKEN = "7f3a"
KEY = "age19xd8cdlntk7pjaaaga52cynrak3nwn6h6n0mshpuwfeddmmwupgscmznun"
SAID = ("It went on", "in a line", "We talked", "stayed with me", "Lead one", "say no", "Call home", "Write to Rosa")


@dataclass(frozen=True, kw_only=True)
class Write:
    """A command that writes: its words, standard input, and the files it makes outside the journal."""

    words: tuple[str, ...]
    text: str = ""
    makes: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        return " ".join(word if len(word) < 20 else f"{word[:19]}…" for word in self.words)


def write(*words: str, text: str = "", makes: str = "") -> Write:
    return Write(words=words, text=text, makes=tuple(makes.split()))


# 1 goal, 2 session, 3 and 4 its actions, 5 question, 6 reflection, 7 put away, 8 paused goal, 9 done action,
# 10 check-in, 11 feedback that came, 12 taken back. Packet 7f3a went to Mei, one of Lan came.
BEFORE = (
    ("goal", "add", "Lead one project", "--measure", "It ships", "--due", "2026-12-01", "-a", "growth"),
    ("session", "add", "We talked.", "--with", "Mei", "--action", "Write to Rosa", "--promised", "Send the list"),
    ("ask", "How do you say no?", "--with", "Ánh"),
    ("reflect", "It stayed with me. " * 300, "--about", "2", "--goal", "1", "--feeling", "tired"),
    ("reflect", "Put away"),
    ("remove", "7"),
    ("goal", "add", "Rest more"),
    ("goal", "pause", "8"),
    ("action", "add", "Call home", "--owner", "Mei"),
    ("action", "done", "9"),
    ("area", "add", "humour", "--name", "Humour"),
    ("area", "pause", "community"),
    ("export", "journal", "-o", "old.jsonl"),
    ("edit", "2", "We talked at length."),
    ("backup", "add"),
    ("person", "pause", "Ánh"),
    ("area", "checkin", "growth", "Half way.", "--on", "2020-01-01"),
    ("share", "allow", "mentor", "2", "5"),
    ("share", "make", "--with", "Mei", "-o", "given"),
    ("feedback", "import", "first.json"),
    ("review", "import", "theirs.json", "--as", "Lan"),
    ("review", "comment", "Lan", "1", "Say I once."),
    ("reflect", "Taken back"),
    ("undo",),
)
WRITES = (
    write("session", "add", "Again", "--with", "Mei", "--action", "One", "--promised", "Two", "--answers", "5"),
    write("session", "add", "-", "--with", "New One", text=SHORT),
    write("reflect", "A thought", "--about", "last", "-a", "identity,coping"),
    write("reflect", "-", "--answers", "5", text=LONG),
    write("goal", "add", "Walk daily", "--target", "30"),
    write("goal", "checkin", "1", "Halfway", "--percent", "50"),
    write("goal", "reach", "1", "-", text=SHORT),
    write("goal", "pause", "1"),
    write("goal", "drop", "1", "It was another's"),
    write("goal", "resume", "8"),
    write("goal", "reword", "1", "Lead two projects", "--because", "one was easy"),
    write("action", "add", "-", "--about", "2", text=SHORT),
    write("action", "done", "3", "--worked"),
    write("action", "drop", "4"),
    write("action", "reopen", "9"),
    write("ask", "-", text=SHORT),
    write("edit", "2", "-", text=LONG),
    write("edit", "1..4", "--add-area", "humour"),
    write("remove", "2..6"),
    write("restore", "7"),
    write("undo"),
    write("redo"),
    write("area", "add", "rest", "--name", "Rest"),
    write("area", "edit", "humour", "--about", "Laughing"),
    write("area", "pause", "humour"),
    write("area", "resume", "community"),
    write("area", "merge", "humour", "coping"),
    write("person", "add", "Rosa"),
    write("person", "edit", "Mei", "--role", "mentor"),
    write("person", "merge", "Mei", "Ánh"),
    write("person", "pause", "Mei"),
    write("person", "resume", "Ánh"),
    write("person", "close", "Mei", "--glad", "The list.", "--takes", "growth=Ánh"),
    write("area", "checkin", "growth", "-", "--rating", "4", "--then", "2", text=SHORT),
    write("share", "allow", "mentor", "3..6"),
    write("share", "withhold", "2"),
    write("share", "make", "--with", "Mei", "-o", "packets", makes="packets/*"),
    write("share", "make", "--with", "Mei", "-o", "sealed", "--key", KEY, makes="sealed/*"),
    write("share", "revoke", TOKEN),
    write("feedback", "add", "-", "--by", "Mei", "--about", "2", text=SHORT),
    write("feedback", "import", "second.json"),
    write("review", "import", "again.json"),
    write("review", "comment", "Lan", "1", "-", text=SHORT),
    write("review", "note", "Lan", "1", "Ask her about it."),
    write("review", "reply", "Lan", "--yes", "-o", "answer.json", makes="answer.json"),
    write("import", "more.jsonl"),
    write("export", "journal", "-o", "new.jsonl", makes="new.jsonl"),
    write("export", "journal", "-o", "old.jsonl", "--force", makes="old.jsonl"),
    write("export", "journal", "--to", "md", "-o", "notes", makes="notes/*"),
    write("export", "year", "2026", "-o", "year.html", makes="year.html"),
    write("backup", "add"),
    write("backup", "restore"),
    write("purge", "6", "--yes"),
    write("purge", "2", "--earlier", "--yes"),
    write("purge", "--mentee", "Lan", "--yes"),
    write("check", "--salvage", "salvaged.db", makes="salvaged.db"),
    write("config", "set", "plain", "true", makes="config/mentorlog/config.toml"),
    write("--journal", "other.db", "init", makes="other.db"),
    write("demo", "--keep", "kept.db", makes="kept.db"),
)
READS = (
    *(
        ("timeline",),
        ("timeline", "--all", "--json"),
        ("progress", "--all"),
        ("search", "stayed"),
        ("show", "1", "2", "6"),
    ),
    *(
        ("history",),
        ("history", "2"),
        ("goal", "list"),
        ("goal", "story", "1"),
        ("session", "list"),
        ("action", "list"),
    ),
    *(("prep", "--with", "Mei"), ("map",), ("timeline", "--lookback"), ("area", "checkin", "growth", "--list")),
    *(("ask", "--list"), ("area", "list"), ("person", "list"), ("info",), ("config", "list"), ()),
    *(("config", "get", "plain"), ("config", "path"), ("config", "completion", "bash")),
    *(("check",), ("backup", "list"), ("catchup",)),
    *(("share", "list"), ("share", "list", TOKEN), ("share", "preview", "--with", "Mei"), ("feedback", "list")),
    *(("review", "list"), ("review", "timeline", "Lan"), ("review", "show", "Lan", "1")),
    *(("export", "journal"), ("export", "year", "2026", "--to", "md"), ("export", "year", "2026", "--to", "json")),
)
ELSEWHERE = {"browse": "it starts another program on a copy"}  # in neither, and why
RELEASED = sorted((Path(__file__).parents[1] / "storage" / "released").glob("schema-*.db"))
UPGRADE = write("reflect", "-", "--with", "Nobody Else", text=SHORT)
IMPORTED = (
    ("reflect", "From elsewhere", "--with", "Lin"),
    ("session", "add", "There", "--with", "Lin", "--action", "Go"),
)


def prepared_home(folder: Path) -> Home:
    """The home in which every command of WRITES does something."""
    return Home(Path(_made().name) / "home").copy(empty_folder(folder))


def released_home(path: Path, folder: Path) -> Home:
    """A home with a journal of an older shape."""
    home = Home(empty_folder(folder))
    home.journal.parent.mkdir(parents=True, mode=0o700)
    shutil.copyfile(path, home.journal)
    home.journal.chmod(0o600)
    return home


@cache
def _made() -> "TemporaryDirectory[str]":
    """The home of `prepared`, made once; gone when this process ends."""
    folder = TemporaryDirectory(prefix="mentorlog-faults-")
    home, other, mentee, mentor = (
        Home(empty_folder(Path(folder.name) / name)) for name in ("home", "other", "mentee", "mentor")
    )
    run_all(other, *IMPORTED, ("export", "journal", "-o", str(home.folder / "more.jsonl")))
    for name in ("theirs", "again"):
        run_all(mentee, ("reflect", f"Hers, {name}.", "--with", "Rosa", "--visibility", "mentor"))
        run_all(mentee, ("share", "make", "--with", "Rosa", "-o", name))
        _move(mentee, f"{name}/*.json", home.folder / f"{name}.json")
    packets = [line for line in BEFORE if line[:2] == ("share", "make")]
    until = BEFORE.index(packets[-1]) + 1
    run_all(home, *BEFORE[:until])
    run_all(mentor, ("review", "import", str(home.folder / "given" / f"mentorlog-{TOKEN}.json"), "--as", "Minh"))
    for name in ("first", "second"):
        run_all(mentor, ("review", "comment", "Minh", "1", f"Mine, {name}."))
        run_all(mentor, ("review", "reply", "Minh", "--yes", "-o", str(home.folder / f"{name}.json")))
    run_all(home, *BEFORE[until:])
    return folder


def run_all(home: Home, *lines: tuple[str, ...]) -> None:
    """Let these be done there; the first packet is called TOKEN."""
    for line in lines:
        done = home.run(*line, by=variant("sound", "packet"))
        assert done.exit == 0, (line, done)


def _move(home: Home, pattern: str, path: Path) -> None:
    (found,) = home.folder.glob(pattern)
    found.rename(path)


@dataclass(frozen=True)
class State:
    """The journal, and the files that a command makes."""

    journal: str
    files: tuple[str, ...]


def state(home: Home, command: Write) -> State:
    def held(name: str) -> str:
        path = home.folder / name
        if "*" in name:  # files under names that no two runs have in common, with uids of as many letters
            return f"{sorted((file.suffixes, _size(file)) for file in home.folder.glob(name))}"
        if path.suffix == ".db":
            return snapshot(path)
        return path.read_text("utf-8", "replace") if path.exists() else "none"

    return State(snapshot(home.journal), tuple(map(held, command.makes)))


def _size(file: Path) -> int:
    """Of what is encrypted, only whether anything is there: age fills it up by chance."""
    return min(1, file.stat().st_size) if file.suffix == ".age" else file.stat().st_size


def judge(command: Write, home: Home, done: Result, before: State, after: State, allowed: tuple[int, ...]) -> list[str]:
    """What went wrong in a call of `command` to which something was done; `after` is how it ends when
    nothing is.
    """
    wrong = list(done.faults)
    is_told = command.words[0] == "check" and done.exit == Damaged.exit  # a salvage that says that something is missing
    if done.exit not in allowed and not is_told:
        wrong.append(f"exit {done.exit}: {done.err[:200]}")
    if home.journal.exists():
        wrong += inspect_journal(home.journal, may_forget=command.words[0] == "purge")[1]
    for backup in (home.journal.parent / "backups").glob("*.db"):
        wrong += [f"{backup.name}: {fault}" for fault in inspect_journal(backup, may_forget=True)[1]]
    wrong += [f"the words of an entry are in an error: {words}" for words in SAID if done.exit and words in done.err]
    now = state(home, command)
    if now not in (before, after):
        wrong += [] if is_told and now.journal == before.journal else [f"half of it is there: exit {done.exit}"]
    elif done.exit == 0 and now != after:
        wrong.append('a false "saved"')
    elif done.exit and now != before and not (is_open(done) or is_told):
        wrong.append(f'a false "not saved": {done.err[:200]}')
    if command.text and done.exit and now == before and not home.has_draft(command.text):
        if "kept as a draft" in done.err.replace("could not be kept as a draft", ""):
            wrong.append('a false "kept as a draft"')
        elif 5 in allowed and "could not be kept as a draft" not in done.err:
            wrong.append(f"a text is lost without a word: {done.err[:300]}")
    return [f"{command.name}: {fault}" for fault in wrong]


def is_open(done: Result) -> bool:
    """Whether the answer says that it can't be known what was kept."""
    return "can't be seen now" in done.err


def outcome(home: Home, command: Write, folder: Path, *before: str) -> State:
    """How `command` ends when nothing is done to it."""
    copy = home.copy(empty_folder(folder))
    done = copy.run(*command.words, input=command.text.encode(), before=before)
    assert done.exit == 0, (command.name, done)
    return state(copy, command)
