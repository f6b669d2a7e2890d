"""timeline: what was written, in order, with what belongs together."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation, display_path
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options, listing
from mentorlog.cli.app.options import option
from mentorlog.cli.app.output import print_bytes, print_result, show, show_sheet
from mentorlog.errors import InvalidInput
from mentorlog.files import write_file
from mentorlog.insights.listing import Listing
from mentorlog.insights.lookback import Lookback, Relationship, YearLookback, anniversaries, parallel_points
from mentorlog.insights.timeline import Timeline, covered_period, newest_first
from mentorlog.insights.timeline import timeline as told
from mentorlog.model.entries import Kind
from mentorlog.model.selection import Selection
from mentorlog.phrases.grammar import plural

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app()
USUAL = 20
DOCUMENTS = {"html": "html", "md": "markdown"}
Tender = Annotated[bool, option("--tender", "Only number and day of tender entries; show N opens one.")]
ShowLookback = Annotated[
    bool, option("--lookback", "This day and week in earlier years; with one person, this point with others.")
]
To = Annotated[str | None, option("--to FORMAT", "As a document, html or md, on standard output or to -o.")]
Backwards = Annotated[bool, option("--newest-first", "The newest at the top.")]


@app.verb(
    "mentorlog timeline",
    "mentorlog timeline 2026-Q1 -a identity",
    'mentorlog timeline "last quarter" --with Ánh --kind session',
    "mentorlog timeline 2026 --to html -o timeline.html",
)
@filter_options(without=())
def timeline(
    call: Invocation,
    filters: Filters = NO_FILTERS,
    backwards: Backwards = False,
    tender: Tender = False,
    lookback: ShowLookback = False,
    to: To = None,
    out: options.Out = None,
    force: options.Force = False,
) -> None:
    """What you wrote, in order, with what belongs together.

    Without a period, the last 20 entries.
    """
    from mentorlog.views.lists import journal as lists

    if filters.limit is None and not (filters.is_all or filters.has_period or tender):
        filters = replace(filters, limit=USUAL)
    if lookback:
        _show_lookback(call, filters)
    elif tender:
        show_sheet(call, lists.tender, _tender(call, filters))
    else:
        figure = _story(call, filters)
        shown = newest_first(figure) if backwards else figure
        if to or out:
            _write_document(call, shown, to, out, force=force)
        else:
            show(call, "timeline", shown)


def _story(call: Invocation, filters: Filters) -> Timeline:
    with call.open_readonly() as journal:
        chosen = filters.selection(call, journal)
        entries = journal.entries(chosen)
        goals = journal.goals({number for entry in entries for number in entry.goals})
        return told(
            entries,
            tuple(goal for goal in goals if not chosen.visibilities or goal.visibility in chosen.visibilities),
            journal.goals_with_events(chosen, covered_period(entries, chosen.within)),
            total=journal.count(chosen),
            period=chosen.within,
            today=call.today,
        )


def _tender(call: Invocation, filters: Filters) -> Listing:
    with call.open_readonly() as journal:
        chosen = replace(filters.selection(call, journal), is_tender=True)
        return listing(call, journal, "Tender", chosen)


def _write_document(call: Invocation, figure: Timeline, to: str | None, out: str | None, *, force: bool) -> None:
    """The timeline in the form `to`, or as the ending of `out` says; raises InvalidInput for a form that is none."""
    from mentorlog.insights.year import SummaryOptions

    form = to or {".md": "md", ".markdown": "md"}.get(Path(out or "").suffix.lower(), "html")
    if form not in DOCUMENTS:
        raise InvalidInput("bad-choice", what="format", value=to, known=tuple(DOCUMENTS))
    render = getattr(import_module("mentorlog.export.timeline_document"), DOCUMENTS[form])
    content: bytes = render(figure, SummaryOptions(name=call.settings.name)).encode()
    if out in (None, "-"):
        print_bytes(content)
        return
    path = Path(out or "").expanduser()
    write_file(path, content, may_replace=force)
    said = f"{display_path(path)} written: {plural('entry', len(figure.entries))}{call.location_suffix}."
    print_result(call, [said], {"file": str(path), "entries": len(figure.entries)})


def _show_lookback(call: Invocation, filters: Filters) -> None:
    """Show what the filters leave of this time in earlier years."""
    if filters.has_period:
        raise InvalidInput("--lookback looks back from today.", hint="Leave out the period, or leave out --lookback.")
    with call.open_readonly() as journal:
        chosen = replace(filters.selection(call, journal), limit=None)
        years = (
            YearLookback(moment=moment, entries=journal.entries(replace(chosen, within=moment.within)))
            for moment in anniversaries(call.today, journal.first_day(chosen))
        )
        figure = Lookback(
            today=call.today,
            years=tuple(year for year in years if year.entries),
            relationship=_relationship(call, journal, chosen) if len(chosen.people) == 1 else None,
        )
    show(call, "lookback", figure)


def _relationship(call: Invocation, journal: "Journal", chosen: Selection) -> Relationship | None:
    """How far along one is with the person of the filter, and what was written as far along with others."""
    (person,) = chosen.people
    sessions = {one: Selection(kinds=(Kind.SESSION,), people=(one,)) for one in journal.people()}
    met = {one: day for one, selection in sessions.items() if (day := journal.first_day(selection))}
    if person not in met:
        return None
    found = (
        replace(point, entries=journal.entries(replace(chosen, within=point.within, people=(point.person,))))
        for point in parallel_points(person, met.items(), call.today)
    )
    return Relationship(
        person=person,
        first=met[person],
        days=(call.today - met[person]).days,
        others=tuple(point for point in found if point.entries),
    )
