"""`dataclass` for records that every command defines: frozen, with slots, by keyword, and cheap to define.

The library writes source for `__init__`, `__eq__` and so on, class by class, and compiles it at each start: a fifth of
what `reflect` cost over Typer. Here the methods are the same few functions for all classes. For the type checker it is
the library's own, and `replace`, `fields` and `match` work as with that.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from functools import cache
from typing import TYPE_CHECKING, NoReturn, TypeVar, cast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["dataclass"]
C = TypeVar("C", bound="type[DataclassInstance]")


def _lean(*, frozen: bool, slots: bool, kw_only: bool, repr: bool = True, eq: bool = True) -> Callable[[C], C]:
    """As `dataclasses.dataclass`, for classes that are frozen, with slots and by keyword."""
    if not (frozen and slots and kw_only):
        raise TypeError("frozen, slots, kw_only")

    def made(cls: C) -> C:
        new = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)
        methods: dict[str, object] = {"__init__": _initialiser(new), "__setattr__": _refuse, "__delattr__": _refuse}
        if repr:
            methods["__repr__"] = _shown
        if eq:
            methods |= {"__eq__": _equals, "__hash__": _hash}
        for name, method in methods.items():
            setattr(new, name, method)
        return cast(C, new)

    return made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _lean


def _initialiser(cls: "type[DataclassInstance]") -> object:
    plan = [(one.name, getattr(cls, one.name).__set__, one.default) for one in fields(cls)]
    names = {name for name, _, _ in plan}

    def __init__(self: object, **values: object) -> None:  # noqa: N807
        if not values.keys() <= names:
            raise TypeError(f"{cls.__name__} has no {', '.join(sorted(values.keys() - names))}")
        for name, put, usual in plan:
            value = values.get(name, usual)
            if value is MISSING:
                raise TypeError(f"{cls.__name__} needs {name}")
            put(self, value)

    return __init__


def _refuse(_: object, name: str, *__: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} can't be changed")


@cache
def _compared_names(cls: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls) if one.compare)


def _equals(self: "DataclassInstance", other: "DataclassInstance") -> bool:
    """Name by name: most of those that differ do so in the first."""
    names = _compared_names(type(self))
    return (
        all(getattr(self, name) == getattr(other, name) for name in names)
        if type(self) is type(other)
        else NotImplemented
    )


def _hash(self: "DataclassInstance") -> int:
    return hash(tuple([getattr(self, name) for name in _compared_names(type(self))]))


def _shown(self: "DataclassInstance") -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__name__}({shown})"
