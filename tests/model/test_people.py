"""How a typed name finds somebody, and never takes one person for another."""

import shlex

import pytest

from mentorlog.errors import InvalidInput, NotFound
from mentorlog.model.people import Person, find_person, handle, require_person

NAMES = ["Nguyễn Thị Ánh", "Linh", "Mei", "Mei Chen", "Mei Tanaka", "Kozue 梢", "윤가람", "José María", "Li"]
PEOPLE = tuple(Person(name=name) for name in NAMES)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("anh", "Nguyễn Thị Ánh"),
        ("ÁNH", "Nguyễn Thị Ánh"),
        ("anh nguyen", "Nguyễn Thị Ánh"),
        ("Mei", "Mei"),
        ("mei", "Mei"),
        ("chen", "Mei Chen"),
        ("tanaka mei", "Mei Tanaka"),
        ("梢", "Kozue 梢"),
        ("윤가람", "윤가람"),
        ("maria", "José María"),
        ("li", "Li"),
    ],
)
def test_any_unique_word_of_a_name_finds_it(typed: str, name: str) -> None:
    assert require_person(typed, PEOPLE).name == name


@pytest.mark.parametrize("typed", ["Minh", "Bảo", "Mai", "윤가란", "Mei Nguyễn", "Lia", "L", "Nguyen Van", "梢子"])
def test_somebody_else_is_nobody_here(typed: str) -> None:
    assert find_person(typed, PEOPLE) is None
    with pytest.raises(NotFound, match=r"no-person$"):
        require_person(typed, PEOPLE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Lin", "Linh"), ("Linnh", "Linh"), ("Lihn", "Linh"), ("nguyn anh", "Nguyễn Thị Ánh"), ("kozu", "Kozue 梢")],
)
def test_a_slip_of_the_fingers_is_asked_about(typed: str, meant: str) -> None:
    with pytest.raises(NotFound) as caught:
        find_person(typed, PEOPLE)
    assert caught.value.values == {"name": typed, "meant": meant}


@pytest.mark.parametrize(
    ("typed", "people"),
    [("chen", ("Mei Chen", "An Chen")), ("mei", ("Mei", "Méi"))],
)
def test_a_word_of_several_names_is_refused(typed: str, people: tuple[str, ...]) -> None:
    with pytest.raises(InvalidInput) as caught:
        find_person(typed, tuple(Person(name=name) for name in people))
    assert caught.value.values == {"name": typed, "people": people}


def test_the_very_name_wins() -> None:
    assert require_person("Méi", (Person(name="Mei"), Person(name="Méi"))).name == "Méi"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Mie 美恵", "Mie"),
        ("Nguyễn Thị Ánh", "Thị"),
        ("நிலா", "நிலா"),
        ("Nguyễn", "Nguyễn"),
        ("O'Hara Smith", '"O\'Hara"'),
    ],
)
def test_what_to_type_for_a_name_is_its_first_word_that_is_nobody_else_s(name: str, typed: str) -> None:
    everybody = tuple(Person(name=one) for one in ("Mie 美恵", "Nguyễn Thị Ánh", "நிலா", "Nguyễn", "O'Hara Smith"))
    person = next(one for one in everybody if one.name == name)
    found = handle(person, everybody)
    assert shlex.split(found) == shlex.split(typed)
    assert find_person(shlex.split(found)[0], everybody) == person
