"""share: who may read what. The packets themselves are made in `share_packets`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import parsing
from mentorlog.cli.app.command import (
    Command,
    Group,
    call_of,
    new_app,
)
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import NO_FILTERS, Filters, filter_options
from mentorlog.cli.app.output import is_plain_requested, print_result
from mentorlog.errors import InvalidInput
from mentorlog.insights.sharing import VisibilityChange
from mentorlog.model.entries import Entry
from mentorlog.model.enums import Reader, Visibility

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group)
Level = Annotated[str, typer.Argument(metavar="WHO", help="mentor or public: who may read them.")]
Which = Annotated[list[str] | None, typer.Argument(metavar="[N…]", help="Numbers, ranges (40..44) or last.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog share allow mentor 139 142..145
    mentorlog share allow mentor -a growth --in 2026-Q1 --dry-run
    mentorlog share allow public 61
    """,
)
@filter_options()
def allow(
    ctx: typer.Context,
    level: Level,
    numbers: Which = None,
    filters: Filters = NO_FILTERS,
    trial: DryRun = False,
) -> None:
    """Let mentors, or everybody, read entries. Nothing is sent."""
    call = call_of(ctx)
    wanted = parsing.parse_choice(Visibility, level)
    if wanted is Visibility.PRIVATE:
        raise InvalidInput("To keep entries for yourself there is another word.", hint="mentorlog share withhold N")
    _set_visibility(call, wanted, numbers or [], filters, is_trial=trial)


@app.command(
    cls=Command,
    epilog="""
    mentorlog share withhold 139
    mentorlog share withhold --with Mie --dry-run
    """,
)
@filter_options()
def withhold(
    ctx: typer.Context,
    numbers: Which = None,
    filters: Filters = NO_FILTERS,
    trial: DryRun = False,
) -> None:
    """Make entries private again. You can't recall what was sent already."""
    _set_visibility(call_of(ctx), Visibility.PRIVATE, numbers or [], filters, is_trial=trial)


def _set_visibility(
    call: Invocation, level: Visibility, numbers: list[str], filters: Filters, *, is_trial: bool
) -> None:
    """Let `level` be what the chosen entries have; in a trial only say so."""
    from mentorlog.views.json.records import visibility_keys
    from mentorlog.views.sharing import visibility_message

    with call.open_readonly() as journal:
        done = _allowed(call, journal, level, numbers, filters, is_trial=is_trial)
    if done.changed and not is_trial:
        with call.open_writable() as journal:
            done = _allowed(call, journal, level, numbers, filters, is_trial=is_trial)
            with journal.write(f"share {'withhold' if level is Visibility.PRIVATE else 'allow'}", at=call.now) as w:
                for entry in done.changed:
                    w.change(replace(w.entry(entry.number), visibility=level))
    print_result(
        call,
        visibility_message(call.apply_veil(done), call.location_suffix, in_full=is_plain_requested(call)),
        visibility_keys(done),
    )


def _allowed(
    call: Invocation,
    journal: "Journal",
    level: Visibility,
    numbers: list[str],
    filters: Filters,
    *,
    is_trial: bool,
) -> VisibilityChange:
    entries = _chosen(call, journal, numbers, filters)
    changes = [entry for entry in entries if _needs_change(entry, level)]
    return VisibilityChange(
        visibility=level,
        changed=tuple(changes),
        unchanged=tuple(entry for entry in entries if entry not in changes),
        is_trial=is_trial,
    )


def _needs_change(entry: Entry, level: Visibility) -> bool:
    """Whether an entry is to change. What everybody may read, mentors may read already."""
    if level is Visibility.PRIVATE:
        return entry.visibility is not level
    return entry.visibility not in Reader(level.value).visibilities


def _chosen(call: Invocation, journal: "Journal", numbers: list[str], filters: Filters) -> tuple[Entry, ...]:
    if numbers and filters != NO_FILTERS:
        raise InvalidInput("Numbers and filters don't go together.", hint="Leave out one of the two.")
    if numbers:
        return tuple(journal.entry(number) for number in parsing.numbers(journal, numbers))
    if filters == NO_FILTERS:
        raise InvalidInput("Which entries?", hint="Name them by number or by filters, such as -a growth; or say --all.")
    return journal.entries(filters.selection(call, journal))
