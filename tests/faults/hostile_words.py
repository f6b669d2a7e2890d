"""Hostile words, random and listed, and a journal in which every field that a user fills holds them."""

import re
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from unicodedata import category

from mentorlog.model.areas import Area
from mentorlog.model.entries import Action, Answer, Event, EventType, Goal, Question, Reflection, Session
from mentorlog.model.event_replay import replay_events
from mentorlog.model.people import Person
from mentorlog.storage.entries.transaction import Transaction
from mentorlog.storage.journal import open_journal
from mentorlog.text import clean, clean_line

NOW = "2026-03-12T10:00:00+00:00"
DAY = date(2026, 3, 5)
AT_ONCE = 20  # texts in a journal
PIECES = (
    *("[bold]", "[/]", "[/bold]", "[link=file:///etc/hosts]", "[red on blue]", "[@click=app.bell]", ":smile:", "\\[x]"),
    *("\x1b[31m", "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\x1b]8;;https://example.org\x1b\\", "\x1b]52;c;cm0=\x07"),
    *(
        "\x1bP+q\x1b\\",
        "\x1b(0",
        "\x9b31m",
        "\x9d0;x\x9c",
        "\x90q",
        "\x00",
        "\x07",
        "\x08\x08\x08",
        "\r",
        "\x0b",
        "\x0c",
    ),
    *("\x0e", "\x7f", "\x85", "\t", "\n", "\n\n", "\u2028", "\u2029", "\u202e", "\u202d", "\u2066", "\u2069", "\u200f"),
    *("\u061c", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u180e", "\U000e0041\U000e007f", "\ufff9", "\u115f", "\ufffe"),
    *(
        "\u0378",
        "\ue000",
        "\U0010ffff",
        "e\u0301\u0301\u0301",
        "\u0d4d",
        "👩🏽\u200d🎓",
        "می\u200cخواهم",
        "नमस्ते",
        "長い",
        "각",
    ),
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</style><style>*{}",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
    ),
    *(
        "<svg/onload=alert(1)>",
        "<a href=javascript:alert(1)>x</a>",
        "<base href=//example.org>",
        '" onmouseover="x',
        "'",
    ),
    *(
        "<iframe src=//example.org>",
        "<meta http-equiv=refresh content=0>",
        "<link rel=stylesheet href=//x>",
        "</title>",
    ),
    *(
        "&lt;",
        "&#x3c;",
        "&amp;",
        "{{ 7*7 }}",
        "{% raw %}",
        "${x}",
        "%s",
        "%(x)s",
        "{0}",
        "\\n",
        "\\",
        "`",
        "```",
        "~~~",
    ),
    *(
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "[x](JaVaScRiPt:x)",
        "[x](vbscript:x)",
        "[x](//example.org)",
    ),
    *(
        "![x](https://example.org/x.png)",
        "<https://example.org>",
        "[x]: https://example.org",
        "[x][y]",
        "https://x.org",
    ),
    *(
        "[x](https://example.org)",
        "[x](mailto:a@example.org)",
        "[x](file:///etc)",
        "[x](java\nscript:x)",
        "[x](&#106;s:x)",
    ),
    *(
        "# x",
        "> x",
        "- x",
        "1. x",
        "---",
        "===",
        "| a | b |\n|---|---|",
        "    x",
        "*x*",
        "**x**",
        "__x__",
        "~~x~~",
        "<br>",
    ),
    *(
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\x00=1",
        '=HYPERLINK("x")',
    ),
    *(
        "=cmd|' /C calc'!A0",
        '"',
        '""',
        ",",
        ";",
        "\r\n",
        "'=1",
        "x" * 200,
        "長" * 120,
        "\u0301",
        "\U0001f1ef",
        "ffi",
        "İ",
    ),
    *(
        "../../etc",
        "/dev/null",
        "~root",
        "CON",
        "--help",
        "-",
        "--",
        "$(x)",
        "`x`",
        "; rm",
        "NULL",
        "'; DROP TABLE x;--",
    ),
)


def payload(number: int, random: Random) -> str:
    """A text that no other has; what is hostile in it stands in front, within, or behind."""
    own = f"q{number}q"  # a letter that no mark changes
    if number < len(PIECES):
        return clean(PIECES[number] + own)
    pieces = [random.choice(PIECES) if random.random() < 0.8 else _noise(random) for _ in range(random.randint(1, 6))]
    pieces.insert(random.randint(0, len(pieces)), own)
    return clean(random.choice(("", "", " ")).join(pieces))


def own_word(text: str) -> str:
    """The part of a payload that no other has."""
    return str(re.findall(r"q\d+q", text)[0])


def _noise(random: Random) -> str:
    found = (chr(random.randrange(0x110000)) for _ in range(random.randint(1, 8)))
    return "".join(char for char in found if category(char) != "Cs")


def filled(path: Path, texts: list[str]) -> None:
    """A journal at `path` that holds each text in every place; its numbers are 1 to 6 for the first text,
    7 to 12 for the second …
    """
    with open_journal(path, create_at=NOW) as journal, journal.write("import", at=NOW) as writing:
        for text in texts:
            fill(writing, text)


def fill(writing: Transaction, text: str) -> None:
    line = clean_line(text)
    area = writing.add_area(Area(slug=own_word(text), name=line, about=line))
    person = writing.add_person(Person(name=line, role=line, rhythm=line))
    of: dict[str, Any] = {"on": DAY, "areas": (area,), "people": (person,), "text": text}
    session = writing.add(Session(**of, title=line, minutes=50))
    writing.add(
        Reflection(
            **of, about=session.number, answers=(Answer(key="x", question=line, text=text),), feelings=(line, "calm")
        )
    )
    goal = Goal(**of, measure=text, signs=(line,))
    events = (
        Event(on=DAY, what=EventType.CREATED, text=text),
        Event(on=DAY, what=EventType.REWORDED, text=text, because=text),
        Event(on=DAY, what=EventType.CHECKIN, text=text, percent=50),
        Event(on=DAY, what=EventType.PAUSED, because=text),
        Event(on=DAY, what=EventType.RESUMED, because=text),
    )
    writing.add(replay_events(goal, events))
    done = Event(on=DAY, what=EventType.DONE, text=text)
    writing.add(Action(**of, about=session.number, owner=person, status="done", outcome="worked", events=(done,)))
    writing.add(Action(**of, about=session.number))
    writing.add(Question(**of))


EACH = 6  # entries that one text fills
