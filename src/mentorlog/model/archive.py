"""An entry with its past, as it goes from one journal into another."""

from mentorlog.model.areas import Area
from mentorlog.model.documents import Document
from mentorlog.model.entries import Entry
from mentorlog.model.lean import dataclass
from mentorlog.model.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an entry was before a command changed it; `document` is None where it was not there yet.
    `uid`, `at` and `name` are those of the command.
    """

    uid: str
    at: str
    name: str
    document: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """An entry as it is kept, put away or not, with all that it was, oldest first."""

    entry: Entry
    earlier: tuple[Earlier, ...] = ()


Item = Area | Person | Archived


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an import did: how many entries came (`added`) and were here before (`known`). `differing`
    are numbers of known ones that say something else here; `renumbered` how many got a new number.
    """

    added: int = 0
    known: int = 0
    renumbered: int = 0
    differing: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
