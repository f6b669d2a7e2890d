"""Documents, what is kept and digested, and the records that they stand for."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.entries import ENTRY_CLASSES, Entry, Kind, Reflection
from mentorlog.model.fields import Document, Value
from mentorlog.model.people import Person
from mentorlog.model.serialization import (
    canonical,
    digest,
    entry_document,
    entry_record,
    without_empty,
)
from tests.entries import IDENTITY, NETWORKING, NOW, TODAY, drafts, examples

MEI, ANH = Person(name="Mei", uid="m"), Person(name="Ánh", uid="a")
AREAS = {area.slug: replace(area, position=place) for place, area in enumerate(DEFAULT_AREAS)}
PEOPLE = {"m": MEI, "a": ANH}


@given(draft=drafts(people=(MEI, ANH), numbers=(1, 2, 3)))
@examples(100)
def test_a_document_stands_for_its_record(draft: Entry) -> None:
    saved = replace(draft, number=4, uid="u", written_at=NOW, changed_at=NOW, removed_at=NOW)
    document = json.loads(canonical(entry_document(saved)))
    record = entry_record(document, AREAS, PEOPLE)
    assert {field.name: getattr(record, field.name) for field in fields(record)} == {
        field.name: getattr(saved, field.name) for field in fields(saved)
    }


def test_every_kind_has_its_record() -> None:
    assert {kind: record.kind for kind, record in ENTRY_CLASSES.items()} == {kind: kind for kind in Kind}


def test_areas_and_people_that_are_gone_are_left_out() -> None:
    document = entry_document(Reflection(on=TODAY, areas=(IDENTITY, NETWORKING), people=(MEI, ANH)))
    record = entry_record(document, {"networking": NETWORKING}, {"a": ANH})
    assert (record.areas, record.people) == ((NETWORKING,), (ANH,))


def test_areas_come_in_their_order_whatever_the_order_in_the_document() -> None:
    entry = Reflection(on=TODAY, areas=(AREAS["networking"], AREAS["identity"]))
    assert [area.slug for area in entry_record(entry_document(entry), AREAS, {}).areas] == ["identity", "networking"]


def test_a_document_holds_only_what_is_there() -> None:
    empty: list[Value] = ["", None, False, []]
    full: list[Value] = [0, True, "x", [0]]
    fields = {str(place): value for place, value in enumerate([*empty, *full])}
    assert list(without_empty(fields).values()) == full


@pytest.mark.parametrize("change", [{"text": "b"}, {"areas": (IDENTITY,)}, {"people": (MEI,)}, {"removed_at": NOW}])
def test_a_digest_changes_with_what_it_is_of(change: dict[str, Any]) -> None:
    entry = Reflection(on=TODAY, text="a")

    def digested(document: Document) -> str:
        return digest(canonical(document))

    assert digested(entry_document(replace(entry, **change))) != digested(entry_document(entry))
    assert digested(entry_document(replace(entry))) == digested(entry_document(entry))


def test_the_canonical_text_is_one() -> None:
    assert canonical({"b": "é\x00", "a": [1, None]}) == '{"a":[1,null],"b":"é\\u0000"}'
