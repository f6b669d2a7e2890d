"""import: another journal, or what another program kept."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog import config
from mentorlog.cli.app import parsing
from mentorlog.cli.app.command import Command, call_of, new_app
from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import answer, moving, show
from mentorlog.cli.interactive.interview import can_ask
from mentorlog.cli.maintenance.backup import back_up_before
from mentorlog.errors import Mistyped
from mentorlog.model.areas import find_area
from mentorlog.model.entries import Kind
from mentorlog.model.import_preview import Coming

if TYPE_CHECKING:
    from mentorlog.cli.transfer.import_source import Incoming
    from mentorlog.exchange.foreign.convert import Adopter
    from mentorlog.exchange.foreign.foreign_entry import Days
    from mentorlog.model.archive import Item
    from mentorlog.storage.journal import Journal

from mentorlog.storage.database.connection import check_is_there

app = new_app()
File = Annotated[str, typer.Argument(metavar="FILE", help="The file, a folder of notes, or - for standard input.")]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="FORMAT", help="jsonl, jrnl, dayone, csv or md; else it is seen from the file."),
]
As = Annotated[
    str, typer.Option("--as", metavar="KIND", help="session or reflection: what comes without saying what it is.")
]
Map = Annotated[
    list[str] | None, typer.Option("--map", metavar="TAG=AREA", help="The area that a tag becomes. May be repeated.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=NAME", help="Of a table: the column for on, text, areas, with …"),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would come, and change nothing.")]


@app.command(
    "import",
    cls=Command,
    epilog="""
    mentorlog import journal.jsonl --dry-run
    mentorlog import jrnl.json --map work=growth
    mentorlog import ~/notes/mentoring --as session
    """,
)
def import_(
    ctx: typer.Context,
    file: File,
    from_: From = None,
    as_: As = "reflection",
    map_: Map = None,
    columns: Columns = None,
    dry_run: DryRun = False,
) -> None:
    """Take in a journal of mentorlog, jrnl or Day One, a table, or a folder of notes: all of it or nothing.

    What is here already is left as it is; twice is the same as once. One undo takes it back.
    """
    from mentorlog.cli.transfer.import_source import Incoming, settle_columns

    call = call_of(ctx)
    if not call.is_default:
        check_is_there(call.path)
    kind = parsing.one_of(Kind, as_)
    if kind not in (Kind.SESSION, Kind.REFLECTION):
        raise Mistyped("Entries come in as sessions or as reflections.", hint="--as session, or --as reflection")
    source = Incoming(file, from_)
    if source.form == "csv":
        settle_columns(call, source, columns)
    take = _own_lines if source.form == "jsonl" else _foreign
    came = take(call, source, kind, map_, dry_run)
    if dry_run:
        show(call, "import_preview", came)
    else:
        _say(call, came)


def _say(call: Call, came: Coming) -> None:
    from mentorlog.export.coming_keys import import_preview_keys
    from mentorlog.views import import_report

    answer(call, import_report.came(came), import_preview_keys(came))


def _own_lines(call: Call, source: "Incoming", _: Kind, typed_map: list[str] | None, is_trial: bool) -> Coming:
    from mentorlog.cli.transfer.import_source import moved
    from mentorlog.exchange.journal_lines import Reader

    if typed_map:
        raise Mistyped("mentorlog's own lines name areas, not tags.", hint="Leave out --map.")
    if not is_trial:
        back_up_before(call)
    with source.stream() as lines, call.writing() as journal, moving(call, "Importing", source.much) as move:
        return _taken(call, journal, Reader().read(moved(lines, move)), Coming(form="jsonl"), is_trial)


def _foreign(call: Call, source: "Incoming", kind: Kind, typed_map: list[str] | None, is_trial: bool) -> Coming:
    from mentorlog.exchange.foreign.foreign_entry import Days

    days = Days(today=call.today, order=call.settings.dates_order)
    with call.reading() as journal:
        mapping = _mapping(call, journal, source, days, typed_map, asks=not is_trial)
        adopter = _adopter(journal, mapping, kind)
    if not is_trial:
        back_up_before(call)
    with source.found(days) as found, call.writing() as journal:
        came = _taken(call, journal, adopter.entries(found), Coming(form=source.form), is_trial)
    noted = adopter.coming(source.form)
    return replace(came, tags=noted.tags, aside=noted.aside, left=noted.left)


def _taken(call: Call, journal: "Journal", items: "Iterable[Item]", came: Coming, is_trial: bool) -> Coming:
    from mentorlog.exchange.foreign.import_stats import Watch

    watch = Watch()
    taken = journal.take_in(watch.over(items), at=call.now, is_trial=is_trial)
    return replace(
        came,
        taken=taken,
        first=watch.first,
        last=watch.last,
        some=tuple(watch.some) if taken.added else (),
        is_trial=is_trial,
        where=call.where,
    )


def _mapping(
    call: Call, journal: "Journal", source: "Incoming", days: "Days", typed_map: list[str] | None, *, asks: bool
) -> dict[str, str]:
    """Which tag is which area, by slug; empty for none: as remembered, as typed, and else as answered now."""
    from mentorlog.cli.transfer.import_source import TAGS, ask_for_areas, pairs

    areas = journal.areas()
    named = {tag: find_area(area, areas).slug for tag, area in pairs(typed_map, "--map", "TAG=AREA").items()}
    mapping = {**config.table(TAGS), **named}
    if not (asks and source.path and can_ask(call)):
        return mapping
    survey = _adopter(journal, mapping, Kind.REFLECTION)
    with source.found(days) as found:
        for _ in survey.entries(found):
            pass
    if unmapped := survey.unmapped():
        every = ", ".join(area.slug for area in areas)
        mapping |= ask_for_areas(unmapped, lambda words: find_area(words, areas).slug, every)
    return mapping


def _adopter(journal: "Journal", mapping: dict[str, str], kind: Kind) -> "Adopter":
    from mentorlog.exchange.foreign.convert import Adopter

    return Adopter(journal.areas(), journal.people(), mapping, kind=kind)
