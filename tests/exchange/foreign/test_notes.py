"""Folders of Markdown notes, as Obsidian keeps them."""

from pathlib import Path

import pytest

from mentorlog.errors import Damaged, StorageError
from mentorlog.exchange.foreign import notes
from mentorlog.exchange.foreign.front_matter import split_front_matter
from tests.exchange.foreign.reading import DAYS, adopted, facts, from_notes

NOTE = """\
---
date: "2025-05-01T10:00"
tags:
  - identity
  - two words
people: ["[[Mei Sample]]", '[[people/Ánh|Ánh]]']
minutes: 45
nested:
  deep: no
---
# A head

Body with #growth and `#no`, and a [link](x#y).
"""


def test_a_note(tmp_path: Path) -> None:
    (found,) = from_notes(tmp_path, walk=NOTE)
    assert facts(found, "on", "time", "title", "minutes") == ("2025-05-01", "10:00", "A head", 45)
    assert found.keys["with"] == ["Mei Sample", "Ánh"]
    assert found.tags == ("identity", "two words", "#growth")
    assert found.keys["text"] == "Body with #growth and `#no`, and a [link](x#y)."


def test_the_day_may_stand_in_the_name(tmp_path: Path) -> None:
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025" / "2025-06-01 By the river.md").write_text("Words.")
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / ".obsidian" / "2025-01-01.md").write_text("x")
    (tmp_path / "2025-01-02.md").symlink_to("/etc/hostname")
    (tmp_path / "20250103.markdown").write_text("---\ntags: one two\n")
    first, second = from_notes(tmp_path)
    assert facts(first, "on", "title", "text") == ("2025-01-03", "", "---\ntags: one two")
    assert facts(second, "on", "title", "text") == ("2025-06-01", "By the river", "Words.")
    assert second.place == "2025/2025-06-01 By the river.md"


def test_a_note_without_a_day_comes_without_one(tmp_path: Path) -> None:
    (found,) = from_notes(tmp_path, list="---\ncreated: soon\ntags: a b\n---\nmilk")
    assert "on" not in found.keys
    assert found.tags == ("a", "b")
    assert adopted([found]) == []


def test_what_we_wrote_ourselves_is_known_again(tmp_path: Path) -> None:
    head = f"---\nuid: {'a' * 32}\nkind: session\ndate: 2025-05-01\ntime: 10:00+02:00\nvisibility: mentor\n---\nWords."
    (entry,) = adopted(from_notes(tmp_path, a=head))
    assert (entry.uid, entry.kind, entry.time, entry.visibility) == ("a" * 32, "session", "10:00+02:00", "mentor")


def test_a_property_that_means_something_else_is_passed_over(tmp_path: Path) -> None:
    head = "---\nuid: 7\nkind: recipe\nminutes: some\ntitle: Soup\nvisibility:\ndate: 2025-05-01\n---\nWords."
    (found,) = from_notes(tmp_path, a=head)
    assert facts(found, "kind", "minutes", "title", "visibility") == (None, None, "Soup", None)


@pytest.mark.parametrize(
    ("head", "properties"),
    [
        ("a: one # two", {"a": ["one"]}),
        ('a: "x: \\"y\\" \\n\\q"', {"a": ['x: "y" \n\\q']}),
        ("a: 'it''s'", {"a": ["it's"]}),
        ("A:\n- x\n-  y\nb: null", {"a": ["x", "y"], "b": []}),
        ("- stray\na: [x, 'y, z', ]", {"a": ["x", "y, z"]}),
        ("not a property", {}),
    ],
)
def test_properties(head: str, properties: dict[str, list[str]]) -> None:
    assert split_front_matter(f"---\n{head}\n---\nbody") == (properties, "body")


def test_what_is_no_note(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="no-notes"):
        from_notes(tmp_path)
    (tmp_path / "2025-01-01.md").write_bytes(b"\xff")
    with pytest.raises(Damaged, match="not-utf8") as caught:
        from_notes(tmp_path)
    assert caught.value.values == {"place": "2025-01-01.md"}
    with pytest.raises(StorageError, match="cannot-read"):
        list(notes.read(tmp_path / "gone.md", DAYS))


def test_one_note_alone(tmp_path: Path) -> None:
    note = tmp_path / "2025-01-01.md"
    note.write_text("Words.")
    assert [found.keys["on"] for found in notes.read(note, DAYS)] == ["2025-01-01"]
