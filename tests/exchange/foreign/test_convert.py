"""What was found becomes entries: areas from tags, people by name, one identity each."""

import tracemalloc

from mentorlog.exchange.foreign.convert import EntryConverter
from mentorlog.exchange.foreign.foreign_entry import ForeignEntry
from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.import_preview import SkippedItem, TagMapping
from mentorlog.model.people import Person
from tests.exchange.foreign.reading import adopted


def found(*tags: str, **keys: object) -> ForeignEntry:
    return ForeignEntry(place="Row 2", keys={"on": "2025-01-01", "text": "Words.", "uid": "a" * 32, **keys}, tags=tags)


def test_a_tag_is_an_area_by_name_or_by_what_was_said() -> None:
    entry = adopted([found("#Role_Modeling", "@work", "Personal growth", "none")], {"work": "coping", "none": ""})[0]
    assert {area.slug for area in entry.areas} == {"coping", "growth", "role-modeling"}
    assert entry.text == "Words.\n\nTags: none"


def test_what_came_is_counted() -> None:
    adopter = EntryConverter(DEFAULT_AREAS, (), {"left": ""}, kind="session")
    assert len(list(adopter.convert([found("@growth", "@x"), found("#Growth", "@growth", "left"), found(on="")]))) == 2
    came = adopter.preview("jrnl")
    assert came.tags == (
        TagMapping(tag="@growth", area="growth", entries=2),
        TagMapping(tag="left", area="", entries=1),
        TagMapping(tag="@x", area="", entries=1),
    )
    assert came.skipped == (SkippedItem(place="Row 2", reason="it has no day"),)
    assert [tag.tag for tag in adopter.unmapped_tags()] == ["@x"]


def test_people_are_known_by_a_word_of_their_name() -> None:
    people = (Person(name="Mei Sample", uid="1"), Person(name="Ánh A", uid="2"), Person(name="Ánh B", uid="3"))
    entry = adopted([found(**{"with": ["mei", "Ánh", "Mei Sample"]})], people=people)[0]
    assert [(person.name, person.uid) for person in entry.people] == [("Mei Sample", "1"), ("Ánh", "")]
    assert adopted([found(**{"with": "nobody"})])[0].people == ()


def test_a_name_is_one_person_however_it_is_spaced() -> None:
    entry = adopted([found(**{"with": ["Mei  Sample", "Mei Sample", " Mei  Sample"]})])[0]
    assert [person.name for person in entry.people] == ["Mei Sample"]


def test_memory_is_the_same_however_many_come() -> None:
    def peak(count: int) -> int:
        adopter = EntryConverter(DEFAULT_AREAS, (), {}, kind="session")
        tracemalloc.start()
        for _ in adopter.convert(found("@growth", uid=f"{n:032x}") for n in range(count)):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(1)
    assert peak(2000) - peak(1000) < 20 * 1000  # bytes


def test_what_has_no_words_is_left_out() -> None:
    assert adopted([found(text="  ", title="")]) == []
    assert adopted([found(text="", title=" A  title ")])[0].title == "A title"
    assert adopted([found(title="  ")])[0].title == ""
