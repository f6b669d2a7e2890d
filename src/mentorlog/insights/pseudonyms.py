"""People under other names: initials or letters in place of names, in the user's texts too.

A name is replaced where it stands as in the list of people, whole or by one of its words. Nicknames and other
spellings can't be known.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, cast

from mentorlog.model.areas import Area
from mentorlog.model.fields import CLOCK, CODE, FIELDS, IDENTITY, MOMENT
from mentorlog.model.people import Person
from mentorlog.model.readers import Names

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# What no name stands in: identities, moments, our own words.
EXEMPT_FIELDS = frozenset(
    ("slug", "key", *(field.name for field in FIELDS if field.codec in (CODE, IDENTITY, CLOCK, MOMENT)))
)
# Scripts in which a name needs no space beside it.
UNSPACED = "\u0b80-\u0bff\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
UNLISTED_NAME = "somebody"  # whom only texts name: a letter of theirs would be missed among the others
T = TypeVar("T")
D = TypeVar("D", bound="DataclassInstance")


class Pseudonymizer:
    """How everybody in a journal is called in one document."""

    def __init__(self, people: Iterable[Person], known: Iterable[Person], names: Names) -> None:
        """`people` are those of the document, in the order in which they come; `known` everybody else too, whose
        names may stand in texts.
        """
        self._is_idle = names is Names.FULL
        self._names = {} if self._is_idle else dict(_named([*people], names))
        others = {person: UNLISTED_NAME for person in known if person not in self._names}
        self._spelt = dict(_spellings({**self._names, **others}, names))
        longest_first = sorted(self._spelt, key=len, reverse=True)
        self._areas: dict[Area, Area] = {}
        self._found = re.compile("|".join(map(_bounded, longest_first)) or "(?!)")

    def __call__(self, what: T) -> T:
        """The same record, with nobody in it under their own name; roles and rhythms are gone."""
        return what if self._is_idle else cast("T", self._changed(what))

    def _changed(self, what: object) -> object:
        if isinstance(what, str) and not isinstance(what, StrEnum):
            return self._found.sub(lambda found: self._spelt[found[0]], what)
        if isinstance(what, tuple):
            return tuple(map(self._changed, what))
        if isinstance(what, Person):
            return replace(what, name=self._names[what], role="", rhythm="")
        if isinstance(what, Area):
            return self._areas.get(what) or self._areas.setdefault(what, self._record(what))
        return self._record(what) if is_dataclass(what) and not isinstance(what, type) else what

    def _record(self, what: D) -> D:
        names = [each.name for each in fields(what) if each.name not in EXEMPT_FIELDS]
        return replace(what, **{name: self._changed(getattr(what, name)) for name in names})


def initials(name: str) -> str:
    """Such as "N. T. Á." of "Nguyễn Thị Ánh"; a word of one character says too much beside others, and is left out."""
    words = [word for word in name.split() if len(word) > 1] or name.split()
    return " ".join(f"{_first(word)}." for word in words)


def _first(word: str) -> str:
    """The first character with its marks."""
    end = next((at for at in range(1, len(word)) if unicodedata.category(word[at])[0] != "M"), len(word))
    return word[:end]


def _named(people: list[Person], names: Names) -> Iterator[tuple[Person, str]]:
    """Everybody's other name; where two would be called the same, the later one gets a number."""
    taken: Counter[str] = Counter()
    for place, person in enumerate(people):
        name = f"Person {_letters(place)}" if names is Names.PSEUDONYMS else initials(person.name)
        taken[name] += 1
        yield person, name if taken[name] == 1 else f"{name} {taken[name]}"


def _spellings(names: dict[Person, str], form: Names) -> Iterator[tuple[str, str]]:
    """What stands in texts → what is to stand there; a word that several share becomes that of the first."""
    for person, name in reversed(names.items()):
        for word in person.name.split():
            yield word, name if form is Names.PSEUDONYMS else initials(word)
    for person, name in reversed(names.items()):
        yield person.name, name if form is Names.PSEUDONYMS else initials(person.name)


def _bounded(word: str) -> str:
    """The word where it is one, and no part of another."""
    if len(word) > 1 and re.match(f"[{UNSPACED}]", word):
        return re.escape(word)
    return rf"(?<!\w){re.escape(word)}(?!\w)"


def _letters(place: int) -> str:
    """A to Z, then AA, AB and so on."""
    before, letter = divmod(place, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + letter)
