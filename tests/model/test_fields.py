"""The table of fields says all there is to say of each kind of entry, once."""

from collections import Counter
from dataclasses import fields

import pytest

from mentorlog.model.entries import ENTRY_CLASSES, Answer, Entry, Event
from mentorlog.model.fields import ANSWERS, EVENTS, FIELDS_OF, TEXT, Field


@pytest.mark.parametrize("record", ENTRY_CLASSES.values(), ids=lambda record: record.kind)
def test_every_field_of_a_kind_stands_in_it_once(record: type[Entry]) -> None:
    declared = [field for field in FIELDS_OF[record.kind] if field.key]
    names = {field.name for field in fields(record)} | {"kind"}
    assert Counter(field.name for field in declared) == Counter(names)
    assert max(Counter(field.key for field in declared).values()) == 1
    assert max(Counter(field.json for field in FIELDS_OF[record.kind]).values()) == 1


def test_every_field_of_an_answer_and_of_an_event_too() -> None:
    for record, codec in ((Answer, ANSWERS), (Event, EVENTS)):
        assert Counter(part.name for part in codec.parts) == Counter(field.name for field in fields(record))


def test_a_field_is_words_unless_it_says_otherwise() -> None:
    assert Field("lesson").codec is TEXT
    assert TEXT.is_text
