"""Make a journal of any size, always the same for the same size and seed.

python benchmarks/corpus.py ENTRIES FILE

FILE becomes a journal; with the ending .jsonl the lines that `mentorlog import` reads, with .json what jrnl writes,
with .csv a table.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TextIO

TODAY = date(2026, 3, 12)
AREAS = (
    *("identity", "networking", "validation", "intersectionality", "role-modeling"),
    *("coping", "advocacy", "growth", "community"),
)
PEOPLE = ("Mei-Lin Okafor", "Nguyễn Thị Ánh", "美恵", "김하늘", "அமுதா", "Rosa Tanaka-Bell")
RARE = "lighthouse"  # stands in one entry of fifty: the word that the benchmark looks for
SCRIPTS = {  # share of the entries, what joins the words, the words
    "en": (60, " ", "we talked about how it felt to lead the meeting and what my mentor would have said at my age"),
    "vi": (10, " ", "hôm nay chúng tôi nói về gia đình tên gọi và cách đứng giữa hai nền văn hóa thật bình tĩnh"),
    "ko": (8, " ", "오늘 멘토와 정체성에 대해 이야기하고 다음 걸음을 함께 정했다 마음이 조금 가벼워졌다"),
    "ta": (6, " ", "இன்று என் வழிகாட்டியுடன் அடையாளம் பற்றி பேசினேன் மனம் தெளிவானது நன்றி"),
    "zh": (8, "", "今天 和 导师 谈到 身份认同 我 第一次 觉得 被 看见 下周 再 试 一次 。"),
    "ja": (8, "", "今日 は 師 と 名前 の 話 を した 。 少し 楽 に なった 次 も 続け たい 、"),
}
KINDS = {"session": 25, "reflection": 45, "action": 17, "question": 8, "goal": 5}  # in a hundred

UNSETTLED = 300  # the newest entries among which goals, actions and questions are still open: as many at any size

Entry = dict[str, object]


def entries(count: int, seed: int = 1) -> Iterator[Entry]:
    """`count` entries in the order of their days, the last of them today; keys as in docs/commands.md."""
    chance = random.Random(seed)
    # A small journal is a few years old, the largest a lifetime of seven entries a day.
    days = min(40, 2 + count // 2_500) * 365
    last: dict[str, int] = {}  # the newest number of each kind
    kinds = chance.choices([*KINDS], [*KINDS.values()], k=count)
    for number, kind in enumerate(kinds, start=1):
        on = TODAY - timedelta(days=days - days * number // count)
        is_settled = number <= count - UNSETTLED
        answer = kinds.index("session", number) + 1 if is_settled and kind == "question" else None
        yield {**shared(chance, number, kind, on), **own(chance, kind, on, last, is_settled=is_settled, answer=answer)}
        last[kind] = number


def shared(chance: random.Random, number: int, kind: str, on: date) -> Entry:
    """What every kind has."""
    at = datetime(on.year, on.month, on.day, 19, 30, tzinfo=UTC) + timedelta(seconds=chance.randrange(7200))
    words = text(chance)
    return {
        "number": number,
        "uid": f"{chance.getrandbits(128):032x}",
        "kind": kind,
        "on": on.isoformat(),
        "time": f"{chance.randrange(8, 20):02}:{chance.randrange(0, 60, 5):02}+00:00" if kind == "session" else "",
        "title": words[:30].strip() if kind == "session" else "",
        "text": words,
        "areas": chance.sample(AREAS, chance.choices([0, 1, 2, 3], [10, 50, 30, 10])[0]),
        "with": [chance.choice(PEOPLE)] if kind == "session" or chance.random() < 0.3 else [],
        "visibility": chance.choices(["private", "mentor", "public"], [70, 25, 5])[0],
        "written_at": at.isoformat(timespec="seconds"),
    }


def own(
    chance: random.Random, kind: str, on: date, last: dict[str, int], *, is_settled: bool, answer: int | None
) -> Entry:
    """What one kind adds; what is settled is closed, or answered in the session with the number `answer`."""
    goals = [last["goal"]] if "goal" in last and chance.random() < 0.2 else []
    match kind:
        case "session":
            return {"minutes": chance.choice([30, 45, 60, 90]), "goals": goals}
        case "reflection":
            about = last.get("session") if chance.random() < 0.5 else None
            return {"about": about, "goals": goals, "framework": "", "answers": [], "feelings": []}
        case "goal":
            shares = [0, 80, 0, 20] if is_settled else [40, 40, 10, 10]
            status = chance.choices(["active", "reached", "paused", "dropped"], shares)[0]
            happened = ["created"] if status == "active" else ["created", status]
            events = [{"on": on.isoformat(), "what": what} for what in happened]
            return {"status": status, "due": None, "measure": "", "percent": None, "signs": [], "events": events}
        case "action":
            due = (on + timedelta(days=chance.randrange(7, 60))).isoformat()
            status = chance.choices(["open", "done", "dropped"], [0, 85, 15] if is_settled else [20, 70, 10])[0]
            return {"owner": "me", "due": due, "status": status, "outcome": "", "about": last.get("session")}
        case _:
            return {"answered_in": answer}


def text(chance: random.Random) -> str:
    """60 to 120 words in one script."""
    _, joint, words = SCRIPTS[chance.choices([*SCRIPTS], [share for share, _, _ in SCRIPTS.values()])[0]]
    chosen = chance.choices(words.split(), k=chance.randint(60, 120))
    if chance.random() < 1 / 50:
        chosen[chance.randrange(len(chosen))] = f" {RARE} "
    return joint.join(chosen).strip()


def lines(count: int, seed: int = 1) -> Iterator[str]:
    """The entries as `mentorlog import` reads them, one a line."""
    return (json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries(count, seed))


def write(count: int, file: TextIO, form: str, seed: int = 1) -> None:
    """Write the entries in a form that `mentorlog import` reads: .jsonl, .json as jrnl writes it, .csv."""
    match form:
        case ".jsonl":
            file.writelines(lines(count, seed))
        case ".json":
            file.write('{"tags": {}, "entries": [')
            made = (json.dumps(in_jrnl(entry), ensure_ascii=False) for entry in entries(count, seed))
            file.writelines(f"{',' * bool(place)}\n{line}" for place, line in enumerate(made))
            file.write("]}\n")
        case _:
            table = csv.writer(file)
            table.writerow(("on", "title", "text", "areas", "with", "minutes"))
            for entry in entries(count, seed):
                areas, people = ("; ".join(map(str, entry[key])) for key in ("areas", "with"))  # type: ignore[call-overload]
                table.writerow((entry["on"], entry["title"], entry["text"], areas, people, entry.get("minutes")))


def in_jrnl(entry: Entry) -> Entry:
    """An entry as jrnl's JSON has it: its areas are tags."""
    title, _, body = str(entry["text"]).partition(" ")
    tags = [f"@{area}" for area in entry["areas"]]  # type: ignore[attr-defined]
    return {"title": title, "body": body, "date": entry["on"], "time": "18:30", "tags": tags, "starred": False}


def instant(entry: Entry) -> datetime:
    """When an entry was written."""
    return datetime.fromisoformat(str(entry["written_at"]))


def make(count: int, file: Path, seed: int = 1) -> None:
    """Write a journal, or what one can be imported from."""
    if file.suffix != ".db":
        with file.open("w", encoding="utf-8", newline="") as out:
            write(count, out, file.suffix, seed)
        return
    program = [sys.executable, "-m", "mentorlog", "--journal", str(file)]
    subprocess.run([*program, "init"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if count:
        taking = [*program, "import", "-", "--from", "jsonl"]
        with subprocess.Popen(taking, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
            assert process.stdin
            process.stdin.writelines(line.encode() for line in lines(count, seed))
        assert process.returncode == 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make a journal of any size, always the same.")
    parser.add_argument("entries", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    make(chosen.entries, chosen.file, chosen.seed)
