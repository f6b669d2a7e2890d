"""Lean records behave as the library's dataclasses do."""

import dataclasses
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from mentorlog.model import records

KINDS = {"frozen": True, "slots": True, "kw_only": True}


def made(dataclass: Any) -> Any:
    @dataclass(**KINDS)
    class Point:
        """A place."""

        x: int
        y: int = 0
        note: str = field(default="", compare=False)
        secret: str = field(default="", repr=False)

    return Point


@pytest.fixture(params=[dataclasses.dataclass, records.dataclass], ids=["the library's", "ours"])
def point(request: pytest.FixtureRequest) -> Any:
    return made(request.param)


def test_it_holds_what_it_was_given(point: Any) -> None:
    one = point(x=1, note="here", secret="hidden")
    assert (one.x, one.y, one.note) == (1, 0, "here")
    assert replace(one, y=2) == point(x=1, y=2, note="elsewhere", secret="hidden")
    assert one != point(x=2)
    assert one != (1, 0)
    assert {one, replace(one)} == {one}
    assert repr(one).endswith("Point(x=1, y=0, note='here')")
    assert not hasattr(one, "__dict__")


def test_it_can_not_be_changed(point: Any) -> None:
    one = point(x=1)
    with pytest.raises(FrozenInstanceError):
        one.x = 2
    with pytest.raises(FrozenInstanceError):
        del one.x
    assert one.x == 1


@pytest.mark.parametrize("given", [{}, {"x": 1, "z": 2}, {"y": 1}])
def test_what_is_missing_or_unknown_is_refused(point: Any, given: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        point(**given)
    with pytest.raises(TypeError):
        point(1)


def test_what_derives_from_it_has_all_fields() -> None:
    @records.dataclass(**KINDS, repr=False, eq=False)
    class Base:
        """A base."""

        x: int

    @records.dataclass(**KINDS, repr=False, eq=False)
    class Derived(Base):
        """More."""

        y: int = 1

    one = Derived(x=3)
    assert (one.x, one.y) == (3, 1)
    assert one != Derived(x=3)
    assert "x=3" not in repr(one)


def test_it_is_for_records_of_that_form_alone() -> None:
    with pytest.raises(TypeError):
        records.dataclass(frozen=False, slots=True, kw_only=True)
