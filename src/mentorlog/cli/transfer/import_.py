"""import: another journal, or what another program kept."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from mentorlog import config
from mentorlog.cli.app import parsing
from mentorlog.cli.app.command import new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import print_result, progress_bar, show_sheet
from mentorlog.cli.interactive.prompts import can_ask
from mentorlog.cli.transfer.import_source import TAGS, ImportSource, ask_tag_areas, map_columns, pairs, with_progress
from mentorlog.errors import InvalidInput
from mentorlog.exchange.foreign.convert import EntryConverter
from mentorlog.exchange.foreign.foreign_entry import DateParser
from mentorlog.exchange.journal_lines import JournalLinesReader
from mentorlog.model.archive import Item
from mentorlog.model.areas import find_area
from mentorlog.model.entries import Kind
from mentorlog.model.import_preview import ImportPreview, ImportStats
from mentorlog.storage.database.connection import check_exists
from mentorlog.storage.journal import Journal
from mentorlog.views.json.records import import_preview_keys
from mentorlog.views.lists import transfer as lists

app = new_app()
File = Annotated[str, argument("FILE", "The file, a folder of notes, or - for standard input.")]
From = Annotated[str | None, option("--from FORMAT", "jsonl, jrnl, dayone, csv or md; else detected from the file.")]
As = Annotated[str, option("--as KIND", "session or reflection: what entries without a kind become.")]
Map = Annotated[list[str] | None, option("--map TAG=AREA", "The area that a tag becomes. May be repeated.")]
Columns = Annotated[
    list[str] | None, option("--column FIELD=NAME", "Of a table: the column for on, text, areas, with …")
]
DryRun = Annotated[bool, option("--dry-run", "Show what would be imported, and change nothing.")]


@app.verb(
    "mentorlog import journal.jsonl --dry-run",
    "mentorlog import jrnl.json --map work=growth",
    "mentorlog import ~/notes/mentoring --as session",
    name="import",
)
def import_(
    call: Invocation,
    file: File,
    from_: From = None,
    as_: As = "reflection",
    map_: Map = None,
    columns: Columns = None,
    dry_run: DryRun = False,
) -> None:
    """Import a journal of mentorlog, jrnl or Day One, a table, or notes.

    All of it or nothing. What is here already stays as it is; importing twice is the same as once. One undo takes
    it back.
    """
    if not call.is_default:
        check_exists(call.path)
    kind = parsing.parse_choice(Kind, as_)
    if kind not in (Kind.SESSION, Kind.REFLECTION):
        raise InvalidInput("Entries come in as sessions or as reflections.", hint="--as session, or --as reflection")
    source = ImportSource(file, from_)
    if source.form == "csv":
        map_columns(call, source, columns)
    take = _import_journal if source.form == "jsonl" else _import_foreign
    came = take(call, source, kind, map_, dry_run)
    if dry_run:
        show_sheet(call, lists.import_preview, came)
    else:
        print_result(call, lists.import_summary(came), import_preview_keys(came))


def _import_journal(
    call: Invocation, source: ImportSource, _: Kind, typed_map: list[str] | None, is_trial: bool
) -> ImportPreview:
    if typed_map:
        raise InvalidInput("mentorlog's own lines name areas, not tags.", hint="Leave out --map.")
    if not is_trial:
        _back_up(call)
    with (
        source.stream() as lines,
        call.open_writable() as journal,
        progress_bar(call, "Importing", source.progress_size) as move,
    ):
        items = JournalLinesReader().read(with_progress(lines, move))
        return _insert(call, journal, items, ImportPreview(file_kind="jsonl"), is_trial)


def _import_foreign(
    call: Invocation, source: ImportSource, kind: Kind, typed_map: list[str] | None, is_trial: bool
) -> ImportPreview:
    days = DateParser(today=call.today, order=call.settings.dates_order)
    with call.open_readonly() as journal:
        mapping = _mapping(call, journal, source, days, typed_map, not is_trial)
        adopter = _adopter(journal, mapping, kind)
    if not is_trial:
        _back_up(call)
    with source.foreign_entries(days) as found, call.open_writable() as journal:
        came = _insert(call, journal, adopter.convert(found), ImportPreview(file_kind=source.form), is_trial)
    noted = adopter.preview(source.form)
    return replace(came, tags=noted.tags, skipped=noted.skipped, skipped_media=noted.skipped_media)


def _insert(
    call: Invocation, journal: Journal, items: Iterable[Item], came: ImportPreview, is_trial: bool
) -> ImportPreview:
    watch = ImportStats()
    taken = journal.import_items(watch.track(items), at=call.now, is_trial=is_trial)
    return replace(
        came,
        result=taken,
        first=watch.first,
        last=watch.last,
        sample=tuple(watch.samples) if taken.added else (),
        is_trial=is_trial,
        where=call.location_suffix,
    )


def _mapping(
    call: Invocation, journal: Journal, source: ImportSource, days: DateParser, typed_map: list[str] | None, asks: bool
) -> dict[str, str]:
    """Which tag is which area, by slug; empty for none: as remembered, as typed, and else as answered now."""
    areas = journal.areas()
    named = {tag: find_area(area, areas).slug for tag, area in pairs(typed_map, "--map", "TAG=AREA").items()}
    mapping = {**config.user_table(TAGS), **named}
    if not (asks and source.path and can_ask(call)):
        return mapping
    survey = _adopter(journal, mapping, Kind.REFLECTION)
    with source.foreign_entries(days) as found:
        for _ in survey.convert(found):
            pass
    if unmapped := survey.unmapped_tags():
        every = ", ".join(area.slug for area in areas)
        mapping |= ask_tag_areas(unmapped, lambda words: find_area(words, areas).slug, every)
    return mapping


def _adopter(journal: Journal, mapping: dict[str, str], kind: Kind) -> EntryConverter:
    return EntryConverter(journal.areas(), journal.people(), mapping, kind=kind)


def _back_up(call: Invocation) -> None:
    """Make an automatic backup of a journal that holds something, before it is changed as a whole."""
    from mentorlog.storage.maintenance.backup import create_backup

    if call.path.is_file():
        create_backup(call.path, at=call.now)
