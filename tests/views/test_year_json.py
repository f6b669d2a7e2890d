"""A yearly summary as JSON: the same figures, every entry once."""

import json

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

from mentorlog.views.json import year
from mentorlog.views.json.figures import progress_keys
from tests.export.years import ALL, FULL, SHORT


class Json(SingleFileSnapshotExtension):
    file_extension = "json"


def test_documents(snapshot: SnapshotAssertion) -> None:
    assert year.render(SHORT).encode() == snapshot(extension_class=Json)


@pytest.mark.parametrize("name", ALL)
def test_it_says_what_the_summary_says(name: str) -> None:
    summary = ALL[name]
    found = json.loads(year.render(summary))
    numbers = [entry.number for entry in summary.entries]
    assert [entry["number"] for entry in found["entries"]] == numbers
    assert [number for quarter in found["quarters"] for number in quarter["entries"]] == numbers
    assert found["progress"] == json.loads(json.dumps(progress_keys(summary.progress)))
    assert [goal["status"] for goal in found["goals"]] == [told.goal.status for told in summary.goals]
    assert (found["reader"], found["made_on"]) == (summary.frame.rule.reader, "2026-03-12")


def test_its_keys() -> None:
    assert list(year.year_keys(FULL)) == [
        *("period", "reader", "names", "name", "with", "made_on", "progress", "chapters", "together", "quarters"),
        *("days", "meetings", "goals", "actions", "feedback", "questions", "entries"),
    ]


def test_an_area_has_its_first_and_latest_words() -> None:
    chapters = {chapter["area"]: chapter for chapter in json.loads(year.render(FULL))["chapters"]}
    assert (chapters["identity"]["first"], chapters["identity"]["latest"]) == (1, 17)
    assert (chapters["cooking"]["first"], chapters["cooking"]["latest"]) == (9, 9)
    assert chapters["identity"]["with"] == ["Nguyễn Thị Ánh", "Mie 美恵", "عمر الفاسي"]
