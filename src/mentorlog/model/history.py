"""What was done, and what an entry used to be."""

from mentorlog.model.entries import Entry
from mentorlog.model.fields import Document
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRecord:
    """One command that wrote. `at` is UTC seconds in ISO form; `state` is done, undone, dropped (undone
    for good, because something else was written since) or elsewhere (in the journal that an
    entry came from); `numbers` are the entries it touched, `names` the people and areas.
    """

    id: int
    at: str
    command: str
    state: str
    numbers: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an entry was until `command` changed it; `entry` is None where it did not exist before."""

    command: CommandRecord
    entry: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What an entry was before a command (its `uid`, `at` and `name`) changed it; None where it was not there yet."""

    uid: str
    at: str
    name: str
    document: Document | None
