"""Which entries a question is about: the filters that every reading command shares."""

from mentorlog.dates import Period
from mentorlog.model.entries import Kind, Visibility
from mentorlog.model.people import Person
from mentorlog.model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Entries that fit everything named here; a field left empty leaves everything in.

    `areas` are groups of slugs: an entry fits where it touches every slug of any group; an empty
    group fits the entries without an area. `words` must all be found. `is_unanswered` keeps questions that no entry
    answers, `is_unreflected` sessions that no reflection is about, and nothing else. `limit` keeps the newest. Tender
    entries are left out unless `is_tender`, which leaves out all others.
    """

    within: Period | None = None
    areas: tuple[tuple[str, ...], ...] = ()
    people: tuple[Person, ...] = ()
    kinds: tuple[Kind, ...] = ()
    visibilities: tuple[Visibility, ...] = ()
    statuses: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_unanswered: bool = False
    is_unreflected: bool = False
    is_tender: bool = False
    limit: int | None = None


EVERYTHING = Selection()
