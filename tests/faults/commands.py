"""The commands that are put through the faults, and a home in which each of them has something to do."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.rig import Count, Done, Home, fresh, look, snapshot

LONG = "From standard input. " + "It went on for a while. " * 800
SHORT = "From standard input, in a line."


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
# 10 check-in, 11 taken back
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
    write("import", "more.jsonl"),
    write("export", "journal", "-o", "new.jsonl", makes="new.jsonl"),
    write("export", "journal", "-o", "old.jsonl", "--force", makes="old.jsonl"),
    write("export", "year", "2026", "-o", "year.html", makes="year.html"),
    write("backup", "add"),
    write("backup", "restore"),
    write("purge", "6", "--yes"),
    write("purge", "2", "--earlier", "--yes"),
    write("check", "--salvage", "salvaged.db", makes="salvaged.db"),
    write("config", "set", "plain", "true", makes="config/mentorlog/config.toml"),
    write("--journal", "other.db", "init", makes="other.db"),
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
    *(("check",), ("backup", "list")),
    *(("export", "journal"), ("export", "year", "2026", "--to", "md"), ("export", "year", "2026", "--to", "json")),
)
ELSEWHERE = {  # commands that stand in neither, and why
    "browse": "it starts another program on a copy",
    "catchup": "it asks what drafts and other commands bring",
    "demo": "its journal is made up, and of many commands",
    **dict.fromkeys(
        (f"review {verb}" for verb in ("import", "list", "timeline", "show", "comment", "note", "reply")),
        "they need a packet",
    ),
    **dict.fromkeys(
        (f"share {verb}" for verb in ("allow", "list", "make", "preview", "revoke", "withhold")),
        "they choose among entries by who may read them",
    ),
    **dict.fromkeys((f"feedback {verb}" for verb in ("add", "import", "list")), "they answer a packet"),
}
IMPORTED = (
    ("reflect", "From elsewhere", "--with", "Lin"),
    ("session", "add", "There", "--with", "Lin", "--action", "Go"),
)


def prepared(folder: Path) -> Home:
    """The home in which every command of WRITES does something."""
    return Home(Path(_made().name) / "home").copy(fresh(folder))


@cache
def _made() -> "TemporaryDirectory[str]":
    """The home of `prepared`, made once; gone when this process ends."""
    folder = TemporaryDirectory(prefix="mentorlog-faults-")
    home, other = Home(fresh(Path(folder.name) / "home")), Home(fresh(Path(folder.name) / "other"))
    for words in IMPORTED:
        assert other.run(*words).exit == 0
    assert other.run("export", "journal", "-o", str(home.folder / "more.jsonl")).exit == 0
    for line in BEFORE:
        done = home.run(*line)
        assert done.exit == 0, (line, done)
    return folder


@dataclass(frozen=True)
class State:
    """The journal, and the files that a command makes."""

    journal: str
    files: tuple[str, ...]


def state(home: Home, command: Write) -> State:
    def held(path: Path) -> str:
        if path.suffix == ".db":
            return snapshot(path)
        return path.read_text("utf-8", "replace") if path.exists() else "none"

    return State(snapshot(home.journal), tuple(held(home.folder / name) for name in command.makes))


def judge(command: Write, home: Home, done: Done, before: State, after: State, allowed: tuple[int, ...]) -> list[str]:
    """What went wrong in a call of `command` to which something was done; `after` is how it ends when
    nothing is.
    """
    wrong = list(done.faults)
    if done.exit not in allowed:
        wrong.append(f"exit {done.exit}: {done.err[:200]}")
    if home.journal.exists():
        wrong += look(home.journal, may_forget=command.words[0] == "purge")[1]
    for backup in (home.journal.parent / "backups").glob("*.db"):
        wrong += [f"{backup.name}: {fault}" for fault in look(backup, may_forget=True)[1]]
    wrong += [f"the words of an entry are in an error: {words}" for words in SAID if done.exit and words in done.err]
    now = state(home, command)
    if now not in (before, after):
        wrong.append(f"half of it is there: exit {done.exit}")
    elif done.exit == 0 and now != after:
        wrong.append('a false "saved"')
    elif done.exit and now != before and not is_open(done):
        wrong.append(f'a false "not saved": {done.err[:200]}')
    if command.text and done.exit and now == before and not home.kept(command.text):
        if "kept as a draft" in done.err.replace("could not be kept as a draft", ""):
            wrong.append('a false "kept as a draft"')
        elif 5 in allowed and "could not be kept as a draft" not in done.err:
            wrong.append(f"a text is lost without a word: {done.err[:300]}")
    return [f"{command.name}: {fault}" for fault in wrong]


def is_open(done: Done) -> bool:
    """Whether the answer says that it can't be known what was kept."""
    return "can't be seen now" in done.err


def outcome(home: Home, command: Write, folder: Path, *before: str) -> State:
    """How `command` ends when nothing is done to it."""
    copy = home.copy(fresh(folder))
    done = copy.run(*command.words, input=command.text.encode(), before=before)
    assert done.exit == 0, (command.name, done)
    return state(copy, command)


def total(parts: list[Count]) -> Count:
    whole = Count()
    for part in parts:
        whole.add(part)
    return whole
