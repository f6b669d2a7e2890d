"""A summary for somebody: what goes in, under which numbers and names; and that nothing else leaves a trace."""

import json
import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.cli.transfer.summary_builder import SummaryRequest, build_summary
from mentorlog.dates import Period
from mentorlog.export import year_csv, year_document
from mentorlog.insights.year import SummaryOptions
from mentorlog.model.areas import Area
from mentorlog.model.entries import (
    Action,
    Answer,
    Checkin,
    Entry,
    Event,
    EventType,
    Feedback,
    Goal,
    Question,
    Reflection,
    Session,
    Visibility,
)
from mentorlog.model.enums import Reader
from mentorlog.model.people import Person
from mentorlog.model.readers import ReaderRule
from mentorlog.storage.journal import empty_journal
from mentorlog.views.json import year
from tests.conftest import Program
from tests.entries import NOW, TODAY, examples
from tests.storage.stored_rows import add, rows

YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))
FORMATS = (year_document.html, year_document.markdown, year.render, year_csv.render)
JOURNALS = int(os.environ.get("MENTORLOG_EXAMPLES", "60"))  # the long form: MENTORLOG_EXAMPLES=1000


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shared(lived_in: Program) -> Program:
    """Reflection 3 is the mentor's to read, reflection 7 anyone's, session 8 with Ánh the mentor's."""
    for words in (
        (
            "reflect",
            "Ánh said my name.",
            "--with",
            "Ánh",
            "-a",
            "ident",
            "--on",
            "2026-03-02",
            "--visibility",
            "public",
        ),
        ("session", "add", "Talked of Mie.", "--with", "Ánh", "--on", "2026-03-03", "--visibility", "mentor"),
    ):
        assert lived_in(*words).exit == 0
    return lived_in


# Who gets what


def exported(program: Program, *words: str) -> dict[str, object]:
    found: dict[str, object] = program("export", "year", "--to", "json", *words).json()
    return found


def texts(found: dict[str, object]) -> list[str]:
    return [entry["text"] for entry in found["entries"]]  # type: ignore[attr-defined]


def test_a_reader_gets_what_is_theirs_under_numbers_of_their_own(shared: Program) -> None:
    found = exported(shared, "--for", "mentor")
    assert texts(found) == ["I could breathe.", "Ánh said my name.", "Talked of Mie."]
    assert [entry["number"] for entry in found["entries"]] == [1, 2, 3]  # type: ignore[attr-defined]
    assert (found["reader"], found["names"]) == ("mentor", "full")
    assert found["progress"]["entries"] == 3  # type: ignore[index]


def test_one_mentor_gets_what_is_with_them_or_with_nobody(shared: Program) -> None:
    for_anh = exported(shared, "2026", "--for", "mentor", "--with", "anh")
    assert texts(for_anh) == ["I could breathe.", "Ánh said my name.", "Talked of Mie."]
    assert texts(exported(shared, "2026", "--for", "mentor", "--with", "mie")) == []


def test_in_public_people_are_initials_in_texts_too(shared: Program) -> None:
    assert texts(exported(shared, "--for", "public")) == ["Á. said my name."]
    assert texts(exported(shared, "--for", "public", "--names", "pseudonyms")) == ["Person A said my name."]
    assert texts(exported(shared, "--for", "public", "--names", "full")) == ["Ánh said my name."]
    letters = exported(shared, "--for", "mentor", "--names", "pseudonyms")
    assert texts(letters)[2] == "Talked of somebody."


def test_entries_are_put_in_and_left_out_for_this_document_alone(shared: Program) -> None:
    found = exported(shared, "--for", "public", "--include", "1,3", "--leave-out", "7")
    assert texts(found) == ["Spoke of names.", "I could breathe."]
    assert texts(exported(shared, "--leave-out", "1..6")) == ["Ánh said my name.", "Talked of Mie."]
    assert [entry["number"] for entry in exported(shared, "--leave-out", "1..6")["entries"]] == [7, 8]  # type: ignore[attr-defined]
    assert texts(exported(shared, "--for", "public")) == ["Á. said my name."]


def test_a_relationship_begins_with_its_first_session(shared: Program) -> None:
    found = exported(shared, "--with", "mie")
    assert found["period"] == {"from": "2026-02-10", "until": "2026-03-12"}
    assert found["with"] == ["Mie 美恵"]
    assert texts(found) == ["Read the packet.", "Where are you really from?"]
    seen = exported(shared, "--for", "mentor", "--with", "anh")
    assert seen["period"] == {"from": "2026-03-03", "until": "2026-03-12"}  # nothing of the private session before
    assert texts(exported(shared, "2026-02", "--with", "mie")) == ["Read the packet."]
    assert exported(shared, "--for", "public", "--with", "mie")["period"] == {
        "from": "2026-01-01",
        "until": "2026-12-31",
    }


def test_the_words_of_an_area_can_be_picked(shared: Program) -> None:
    identity = exported(shared, "--pick", "1,7")["chapters"][0]  # type: ignore[index]
    assert identity["words"] == [1, 7]
    seen = exported(shared, "--for", "mentor", "--pick", "7")["chapters"]
    assert [chapter["words"] for chapter in seen if chapter["area"] == "identity"] == [[2]]  # type: ignore[attr-defined]


def test_a_year_begins_when_the_settings_say(shared: Program) -> None:
    shared("config", "set", "year.starts", "07")
    found = exported(shared)
    assert found["period"] == {"from": "2025-07-01", "until": "2026-06-30"}
    assert [quarter["quarter"] for quarter in found["quarters"]] == [1, 2, 3, 4]  # type: ignore[attr-defined]
    assert shared("export", "year", "--to", "md").out.startswith("# 2025/26\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--for", "boss"), 2),
        (("--names", "nicknames"), 2),
        (("--for", "mentor", "--with", "anh", "--with", "mie"), 2),
        (("--with", "Zoe"), 3),
        (("--include", "99", "--for", "public"), 2),
        (("2025", "--include", "1", "--for", "public"), 2),
        (("--pick", "x"), 2),
        (("2025", "--pick", "1"), 2),
        (("--for", "public", "--pick", "1"), 2),
    ],
)
def test_what_can_t_be_right(words: tuple[str, ...], code: int, shared: Program, here: Path) -> None:
    answer = shared("export", "year", *words)
    assert (answer.exit, answer.out) == (code, "")
    assert not list(here.glob("mentorlog*"))


def test_files_are_named_for_period_and_reader(shared: Program) -> None:
    for words, name, who in (
        (("2026-Q1", "--for", "public"), "mentorlog-2026-Q1-public.html", "for anyone"),
        (("2026-03", "--for", "mentor"), "mentorlog-2026-03-mentor.html", "for a mentor"),
        (("2026-H1",), "mentorlog-2026-01-01-to-2026-06-30-self.html", "for yourself"),
    ):
        out = shared("export", "year", *words).out
        assert out.startswith(f"{name} written: ")
        assert who in out


# The preview


def test_a_preview_says_what_goes_in_and_what_stays_out_and_writes_nothing(shared: Program, here: Path) -> None:
    lines = shared("export", "year", "--for", "mentor", "--with", "mie", "--in", "2026", "--preview").out.splitlines()
    assert lines[0] == "A document for Mie 美恵, 1 January 2026 to 31 December 2026."
    assert "Of that, only what is with this mentor or with nobody." in lines
    assert any(line.startswith("Out, with somebody else: 2026-03-03, session 8") for line in lines)
    assert any(line.startswith("Out, private: 2026-01-14, session 1") for line in lines)
    assert not list(here.glob("mentorlog*"))
    found = shared("export", "year", "--for", "public", "--leave-out", "7", "--preview", "--json").json()
    assert {row["number"]: row["why"] for row in found["out"]}[7] == "left out by you"
    assert found["entries"] == []
    own = shared("export", "year", "--with", "mie", "--preview").out
    assert "Of that, only what is with Mie 美恵." in own
    assert "In, as 4: 2026-02-10, session 4" in own


# Nothing withheld leaves a trace


MARKS = {
    Visibility.PRIVATE: "zqprivatez",
    Visibility.MENTOR: "zqmentorz",
    Visibility.PUBLIC: "zqpublicz",
    None: "zqtenderz",
}
AREAS = {level: Area(slug=mark, name=f"About {mark}", about=mark) for level, mark in MARKS.items()}
KINDS = (Session, Reflection, Goal, Action, Question, Checkin, Feedback)
UID = re.compile(r"[0-9a-f]{32}")


@st.composite
def journals(draw: st.DrawFn) -> list[Entry]:
    """Entries of every kind and level, tender ones too; every word in them says which level it is of."""
    found: list[Entry] = []
    for _ in range(draw(st.integers(1, 8))):
        level = draw(st.sampled_from([*Visibility, None]))
        about = draw(st.none() | st.integers(1, len(found))) if found else None
        kind = draw(st.sampled_from(KINDS))
        on = draw(st.dates(date(2025, 11, 1), date(2026, 12, 31)))
        found.append(written(kind, level, on, f"{MARKS[level]} {len(found)}", about, has_person=draw(st.booleans())))
    return found


def written(
    kind: type[Entry], level: Visibility | None, on: date, words: str, about: int | None, *, has_person: bool
) -> Entry:
    person = Person(name=words)
    entry = kind(
        on=on,
        title=words,
        text=words,
        people=(person,) if has_person else (),
        areas=(AREAS[level],),
        visibility=level or Visibility.PUBLIC,
        is_tender=level is None,
    )
    event = Event(on=on, what=EventType.CREATED, text=words, because=words)
    answers = (Answer(key="k", question=words, text=words),)
    own: dict[type[Entry], dict[str, object]] = {
        Goal: {"events": (event, replace(event, what=EventType.CHECKIN)), "measure": words, "signs": (words,)},
        Action: {"owner": person, "events": (replace(event, what=EventType.DONE),), "about": about},
        Reflection: {"feelings": (words,), "answers": answers, "about": about},
        Checkin: {"then_words": words, "rating": 2, "about": about},
        Feedback: {"owner": person, "answers": answers, "about": about},
        Question: {"answered_in": about},
        Session: {"minutes": 5},
    }
    return replace(entry, **own[kind])  # type: ignore[arg-type]


def documents(entries: list[Entry], reader: Reader) -> list[str]:
    """All text formats of the summary of 2026 from a journal that holds these entries and their areas."""
    asked = SummaryRequest(
        frame=SummaryOptions(rule=ReaderRule(reader=reader)), period=YEAR, default_period=YEAR, today=TODAY
    )
    with empty_journal(NOW) as journal:
        levels = dict.fromkeys(area for entry in entries for area in entry.areas)
        with journal.write("area add", at=NOW) as writing:
            for area in sorted(levels, key=lambda area: area.slug):
                writing.add_area(area)
        add(journal, *entries)
        summary = build_summary(journal, asked)
    return [UID.sub("uid", form(summary)) for form in FORMATS]


def alone(entries: list[Entry], seen: tuple[Visibility, ...]) -> list[Entry]:
    """What a reader may see, as if nothing else had ever been written."""
    kept = [at for at, entry in enumerate(entries, start=1) if entry.visibility in seen and not entry.is_tender]
    numbers = {number: place for place, number in enumerate(kept, start=1)}
    return [renumbered(entries[number - 1], numbers) for number in kept]


def renumbered(entry: Entry, numbers: dict[int, int]) -> Entry:
    seen = replace(entry, about=numbers.get(entry.about or 0))
    return replace(seen, answered_in=numbers.get(seen.answered_in or 0)) if isinstance(seen, Question) else seen


@pytest.mark.parametrize("reader", [Reader.MENTOR, Reader.PUBLIC])
@examples(JOURNALS)
@given(entries=journals())
def test_a_document_is_as_if_nothing_withheld_had_ever_been_written(reader: Reader, entries: list[Entry]) -> None:
    made = documents(entries, reader)
    assert made == documents(alone(entries, reader.visibilities), reader)
    withheld = {mark for level, mark in MARKS.items() if level not in reader.visibilities}
    assert not [mark for mark in withheld for document in made if mark in document]


# Every figure is that of SQL by hand


def test_the_figures_are_those_of_sql() -> None:
    drafts = [
        written(
            KINDS[place % 7], level, date(2026, 1 + place % 12, 3), f"{MARKS[level]} {place}", None, has_person=True
        )
        for place, level in enumerate([*Visibility, None] * 12)
    ]
    with empty_journal(NOW) as journal:
        with journal.write("area add", at=NOW) as writing:
            for area in AREAS.values():
                writing.add_area(area)
        add(journal, *drafts)
        asked = SummaryRequest(frame=SummaryOptions(), period=YEAR, default_period=YEAR, today=TODAY)
        found = json.loads(year.render(build_summary(journal, asked)))

        def count(query: str) -> list[tuple[object, ...]]:
            here = f"FROM entries e {query.partition('|')[2]}"
            where = "e.removed_at IS NULL AND NOT e.tender AND e.day BETWEEN '2026-01-01' AND '2026-12-31'"
            before, _, _ = query.partition("|")
            return rows(journal, f"SELECT {before} {here.replace('WHERE', f'WHERE {where} AND')}")

        assert [(found["progress"]["entries"],)] == count("COUNT(*)|WHERE 1")
        assert [(found["progress"]["sessions"],)] == count("COUNT(*)|WHERE e.kind = 'session'")
        days = [(each["on"], each["entries"]) for each in found["days"]]
        assert days == count("e.day, COUNT(*)|WHERE 1 GROUP BY e.day ORDER BY e.day")
        months = [(each["month"], each["entries"]) for each in found["progress"]["months"] if each["entries"]]
        assert months == count("substr(e.day, 1, 7), COUNT(*)|WHERE 1 GROUP BY 1 ORDER BY 1")
        areas = {(each["area"], each["entries"]) for each in found["chapters"]}
        joined = "JOIN entry_areas a ON a.entry = e.number"
        assert areas == set(count(f"a.area, COUNT(*)|{joined} WHERE 1 GROUP BY a.area"))
        people = {(each["name"], len(each["sessions"])) for each in found["meetings"] if each["sessions"]}
        named = "JOIN entry_people x ON x.entry = e.number JOIN people p ON p.id = x.person"
        assert people == set(count(f"p.name, COUNT(*)|{named} WHERE e.kind = 'session' GROUP BY p.id"))
        assert len(found["entries"]) == found["progress"]["entries"] == 36


def test_two_runs_give_the_same_bytes(shared: Program) -> None:
    for form in ("html", "md", "json", "csv"):
        line = ("export", "year", "--for", "mentor", "--to", form, "-o", "-")
        assert shared(*line).out == shared(*line).out
