"""How a command goes through the source: the files that its calls pass, and how often the file changes from one call
to the next.

Python's profile hook sees each call. What runs while a module is imported isn't counted, nor the methods of
`model/records.py`, which every record has from there. `python benchmarks/calls.py` prints it of a reflection.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise

REFLECTION = ("reflect", "Clear, not rude.", "--about", "1", "-a", "validation")
MAX_FILES, MAX_MOVES = 24, 100
TRACE = """
import json, sys
import mentorlog
from mentorlog.cli import main
top, calls = mentorlog.__path__[0], []
def note(frame, event, _):
    name = frame.f_code.co_filename
    if event == "call" and name.startswith(top) and not is_imported(frame):
        calls.append(name[len(top) + 1 :])
def is_imported(frame):
    while frame and not (frame.f_code.co_name == "<module>" and frame.f_code.co_filename.startswith(top)):
        frame = frame.f_back
    return frame is not None
sys.setprofile(note)
code = main(sys.argv[1:])
sys.setprofile(None)
sys.exit(code or print(json.dumps(calls), file=sys.stderr))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPath:
    """The files in which a command called functions, and how often two calls in a row were in different ones."""

    files: tuple[str, ...]
    moves: int


def path_of(words: tuple[str, ...]) -> CallPath:
    """The path of a command; a session numbered 1 is there, and neither the journal nor its backup has to be made."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_STATE_HOME": f"{home}/state"}
        env["XDG_CONFIG_HOME"] = f"{home}/config"
        traced = [sys.executable, "-c", TRACE]
        for line in (("session", "add", "We met.", "--with", "Mei"), words):
            done = subprocess.run([*traced, *line], env=env, capture_output=True, check=True, text=True)
    calls = [name for name in json.loads(done.stderr.splitlines()[-1]) if not name.endswith("records.py")]
    return CallPath(files=tuple(dict.fromkeys(calls)), moves=sum(one != other for one, other in pairwise(calls)))


def line(path: CallPath) -> str:
    """As "reflect passes through 22 files of ours (✓ ≤ 24) and moves between them 97 times (✓ ≤ 100)."."""
    files, moves = ("✓" if count <= most else "✗" for count, most in
                    ((len(path.files), MAX_FILES), (path.moves, MAX_MOVES)))  # fmt: skip
    return (
        f"reflect passes through {len(path.files)} files of ours ({files} ≤ {MAX_FILES}) and moves between them "
        f"{path.moves} times ({moves} ≤ {MAX_MOVES})."
    )


if __name__ == "__main__":
    found = path_of(REFLECTION)
    print(line(found), *sorted(found.files), sep="\n")
