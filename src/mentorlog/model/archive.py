"""An entry with its past, as it goes from one journal into another."""

from collections.abc import Mapping
from typing import Self

from mentorlog.model.areas import Area
from mentorlog.model.documents import entry_document, entry_record
from mentorlog.model.entries import Entry, named_people
from mentorlog.model.fields import Document
from mentorlog.model.history import Revision
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedEntry:
    """An entry as it is kept, removed or not, with all that it was, oldest first. Its document names areas by slug,
    and people by what finds them in `people`; an area that is not in `areas` is left out. The uid of one that
    `may_repeat` is made of its words: where it came before, this is another entry all the same.
    """

    document: Document
    areas: Mapping[str, Area]
    people: Mapping[str, Person]
    revisions: tuple[Revision, ...] = ()
    may_repeat: bool = False

    @classmethod
    def of(cls, entry: Entry, *earlier: Revision) -> Self:
        """The same for an entry that is at hand."""
        return cls(
            document=entry_document(entry),
            areas={area.slug: area for area in entry.areas},
            people={person.uid: person for person in named_people(entry)},
            revisions=earlier,
        )

    @property
    def entry(self) -> Entry:
        """The record, made anew each time."""
        return entry_record(self.document, self.areas, self.people)


Item = Area | Person | ArchivedEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did: how many entries came (`added`) and were here before (`known`). `conflicts`
    are numbers of known ones that say something else here; `renumbered` how many got a new number.
    """

    added: int = 0
    known: int = 0
    renumbered: int = 0
    conflicts: tuple[int, ...] = ()
