"""Lists of one kind of entry, all filtered in the same way."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from mentorlog.cli.app import parsing
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain_output, show, show_stream
from mentorlog.dates import Period
from mentorlog.model.entries import Entry, Kind
from mentorlog.model.selection import Selection

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters of a reading command, as typed; `usual` is the period where none was."""

    period: str | None = None
    since: str | None = None
    until: str | None = None
    area: Iterable[str] | None = None
    with_: Iterable[str] | None = None
    kind: Iterable[str] | None = None
    visible: Iterable[str] | None = None
    limit: int | None = None
    default_period: Period | None = None

    def selection(self, call: Invocation, journal: "Journal") -> Selection:
        """The entries that they ask for; raises Mistyped or NotFound."""
        return Selection(
            within=call.period(self.period, self.since, self.until, self.default_period),
            areas=parsing.area_groups(journal, self.area),
            people=parsing.known_people(journal, self.with_),
            kinds=tuple(parsing.parse_choice(Kind, word) for word in self.kind or ()),
            visibilities=parsing.visibilities(self.visible),
            limit=parsing.bounded_int(self.limit, "-n", most=1_000_000),
        )


def show_list(call: Invocation, heading: str, kind: Kind, filters: Filters, statuses: tuple[str, ...] = ()) -> None:
    """All entries of `kind` that fit, the newest last; `statuses` leaves out the others."""
    from mentorlog.insights.listing import Listing

    with call.open_readonly() as journal:
        chosen = replace(filters.selection(call, journal), kinds=(kind,), statuses=statuses)
        figure = Listing(
            heading=heading,
            entries=journal.entries(chosen),
            total=journal.count(chosen),
            today=call.today,
            period=chosen.within,
        )
    show(call, "listing", figure)


def show_matches(call: Invocation, journal: "Journal", chosen: Selection) -> None:
    """What fits, the newest first; where the answer is words alone, each entry as soon as it is found."""
    from mentorlog.insights.listing import Listing

    def figure(entries: tuple[Entry, ...], total: int) -> Listing:
        return Listing(heading="Found", entries=entries, total=total, today=call.today, period=chosen.within)

    parts = journal.iter_newest_first(chosen)
    if is_plain_output(call):
        show_stream(call, "listing", (figure(part, len(part)) for part in parts))
        return
    entries = tuple(chain.from_iterable(parts))
    show(call, "listing", figure(entries, len(entries) if chosen.limit is None else journal.count(chosen)))
