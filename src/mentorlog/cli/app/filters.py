"""The filters of the reading commands: their options, what was typed in them, and what fits."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Annotated, ParamSpec

from mentorlog.cli.app import parsing
from mentorlog.cli.app.command import option_group
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import Limit, any_of, argument, option
from mentorlog.cli.app.output import is_plain_output, show, show_stream
from mentorlog.dates import Period
from mentorlog.errors import InvalidInput
from mentorlog.model.entries import Entry, Kind
from mentorlog.model.enums import Visibility
from mentorlog.model.selection import Selection

if TYPE_CHECKING:
    from mentorlog.insights.listing import Listing
    from mentorlog.storage.journal import Journal

P = ParamSpec("P")
PeriodWords = Annotated[str | None, argument("[PERIOD]", '2026, 2026-Q1, 2026-03, 2025-07..2026-06, "last quarter" …')]
In = Annotated[str | None, option("--in PERIOD", "A period, as in timeline.")]
Since = Annotated[str | None, option("--since DAY", "Since this day or period.")]
Until = Annotated[str | None, option("--until DAY", "Until this day or period (inclusive).")]
AreaFilter = Annotated[
    list[str] | None, option("-a, --area AREA", "Only these areas; a+b means both, none those without.")
]
WithFilter = Annotated[list[str] | None, option("-w, --with NAME", "Only with this person. May be repeated.")]
KindFilter = Annotated[list[str] | None, option("--kind KIND", f"{any_of(Kind)}.")]
VisibleFilter = Annotated[list[str] | None, option("--visibility WHO", f"Only {any_of(Visibility)} ones.")]
Everything = Annotated[bool, option("--all", "Everything there is.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters of a reading command, as typed."""

    period: PeriodWords = None
    in_: In = None
    since: Since = None
    until: Until = None
    area: AreaFilter = None
    with_: WithFilter = None
    kind: KindFilter = None
    visible: VisibleFilter = None
    limit: Limit = None
    is_all: Everything = False

    def __post_init__(self) -> None:
        """Raise InvalidInput where the period was typed in two ways."""
        if None not in (self.period, self.in_):
            raise InvalidInput("Give the period once: as an argument or with --in.", hint="Leave out --in.")

    @property
    def has_period(self) -> bool:
        """Whether a period was typed, in one way or another."""
        return (self.period, self.in_, self.since, self.until) != (None, None, None, None)

    @property
    def are_given(self) -> bool:
        """Whether any was typed, --all aside."""
        return replace(self, is_all=False) != NO_FILTERS

    def within(self, call: Invocation, default: Period | None = None) -> Period | None:
        """The period; `default` where none was typed."""
        return call.period(self.in_ if self.period is None else self.period, self.since, self.until, default)

    def selection(self, call: Invocation, journal: "Journal", default_period: Period | None = None) -> Selection:
        """The entries that they ask for; raises InvalidInput or NotFound."""
        return Selection(
            within=self.within(call, default_period),
            areas=parsing.area_groups(journal, self.area),
            people=parsing.known_people(journal, self.with_),
            kinds=tuple(parsing.parse_choice(Kind, word) for word in self.kind or ()),
            visibilities=parsing.visibilities(self.visible),
            limit=parsing.bounded_int(self.limit, "-n", most=1_000_000),
        )


NO_FILTERS = Filters()


def filter_options(
    *, without: Iterable[str] = ("period",), since: object = Since
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Give a command these options but some, where its parameter `filters` stands, and put them into that."""
    return option_group(Filters, "filters", without=without, since=since)


def show_list(call: Invocation, heading: str, kind: Kind, filters: Filters, statuses: tuple[str, ...] = ()) -> None:
    """All entries of `kind` that fit, the newest last; `statuses` leaves out the others."""
    with call.open_readonly() as journal:
        chosen = replace(filters.selection(call, journal), kinds=(kind,), statuses=statuses)
        figure = listing(call, journal, heading, chosen)
    show(call, "listing", figure)


def listing(call: Invocation, journal: "Journal", heading: str, chosen: Selection) -> "Listing":
    """All entries that are chosen, the newest last."""
    from mentorlog.insights.listing import Listing

    entries, total = journal.entries(chosen), journal.count(chosen)
    return Listing(heading=heading, entries=entries, total=total, today=call.today, period=chosen.within)


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
