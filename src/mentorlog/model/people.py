"""The people in the journal, and how a typed word finds one. Names stand whole, as written."""

import re
import shlex
from dataclasses import field

from mentorlog.errors import InvalidInput, NotFound
from mentorlog.model.records import dataclass
from mentorlog.text import fold, is_typo

# What means something to a shell; letters of all scripts do not.
SPECIAL = r"[\s!-,/:-@\[-^`{-~]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the journal; `role` and `rhythm` ("5 weeks") are the user's own words. `state` is empty while the
    relationship lives, else paused or closed. `number` and `uid` are given when the person is saved.
    """

    name: str
    role: str = ""
    rhythm: str = ""
    state: str = ""
    number: int = field(default=0, compare=False)
    uid: str = field(default="", compare=False)


def find_person(typed: str, people: tuple[Person, ...]) -> Person | None:
    """The person whom `typed` names, or None where nobody here is called so. An exact name wins; otherwise every typed
    word must be a word of the name, case and marks aside. Raises InvalidInput where several people match, NotFound
    where it looks like a slip of the fingers for a known name.
    """
    for person in people:
        if person.name == typed:
            return person
    words = fold(typed).split()
    found = [person for person in people if words and set(words) <= set(fold(person.name).split())]
    whole = [person for person in found if fold(person.name).split() == words]
    if len(whole or found) == 1:
        return (whole or found)[0]
    if found:
        raise InvalidInput("ambiguous-person", name=typed, people=tuple(person.name for person in found))
    _refuse_slip(typed, words, people)
    return None


def handle(person: Person, people: tuple[Person, ...]) -> str:
    """What to type for a person in a shell: the first word of the name that is only theirs, else the whole name."""
    taken = {word for other in people if other != person for word in fold(other.name).split()}
    free = [word for word in person.name.split() if fold(word) not in taken]
    word = free[0] if free else person.name
    return shlex.quote(word) if re.search(SPECIAL, word) else word


def require_person(typed: str, people: tuple[Person, ...]) -> Person:
    """As `find_person`, but raises NotFound where nobody here is called so."""
    person = find_person(typed, people)
    if person is None:
        raise NotFound("no-person", name=typed)
    return person


def _refuse_slip(typed: str, words: list[str], people: tuple[Person, ...]) -> None:
    for person in people:
        name = fold(person.name).split()
        if all(any(word == part or is_typo(word, part) for part in name) for word in words):
            raise NotFound("no-person-but", name=typed, meant=person.name)
