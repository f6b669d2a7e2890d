"""area: the benefit areas. They are the user's: to add, to name, to pause, to merge."""

from dataclasses import replace
from typing import Annotated

import typer

from mentorlog.cli.app.command import (
    Command,
    Group,
    call_of,
    new_app,
)
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import print_result, show_sheet
from mentorlog.errors import InvalidInput
from mentorlog.model.areas import Area, find_area, slug_of
from mentorlog.text import clean_line, one_line
from mentorlog.views.write_messages import UNDO_HINT

app = new_app(cls=Group, help="The benefit areas: add, edit, pause, merge, check in.")
Which = Annotated[str, typer.Argument(metavar="AREA", help="An area, or its beginning.")]
Into = Annotated[str, typer.Argument(metavar="INTO", help="The area that stays.")]
New = Annotated[str, typer.Argument(metavar="AREA", help="What it is to be called.")]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Its name in reports.")]
Description = Annotated[str | None, typer.Option("--about", metavar="TEXT", help="What a mentor does there.")]


@app.command("list", cls=Command, epilog="mentorlog area list")
def list_(ctx: typer.Context) -> None:
    """The areas, with how many entries touch each."""
    from mentorlog.views.lists import journal as lists

    call = call_of(ctx)
    with call.open_readonly() as journal:
        areas = journal.tallies().areas
    show_sheet(call, lists.areas, areas)


@app.command(cls=Command, epilog='mentorlog area add "Public speaking" --about "Being heard in a room."')
def add(ctx: typer.Context, area: New, name: Name = None, about: Description = None) -> None:
    """Add an area of your own."""
    call = call_of(ctx)
    words = clean_line(area, what="area")
    draft = Area(slug=_slug(words), name=_name(name) or words, about=_about(about) or "")
    with call.open_writable() as journal, journal.write("area add", at=call.now) as writing:
        saved = writing.add_area(draft)
    _print_area(call, saved, f"Area {one_line(saved.slug)} added")


@app.command(cls=Command, epilog='mentorlog area edit identity --name "Where I belong"')
def edit(ctx: typer.Context, area: Which, name: Name = None, about: Description = None) -> None:
    """Name or describe an area in your own words; all its entries follow, its short name stays."""
    if name is None and about is None:
        raise InvalidInput("There is nothing to change on the line.", hint="Add --name or --about.")
    call = call_of(ctx)
    with call.open_writable() as journal:
        found = find_area(area, journal.areas())
        changed = replace(found, name=_name(name) or found.name, about=_about(about) or found.about)
        with journal.write("area edit", at=call.now) as writing:
            saved = writing.change_area(changed)
    _print_area(call, saved, f'Area {one_line(saved.slug)} is now "{one_line(saved.name)}"')


@app.command(cls=Command, epilog="mentorlog area pause community")
def pause(ctx: typer.Context, area: Which) -> None:
    """Leave an area in peace: out of prompts, never shown as a lack; its history stays."""
    _set_paused(call_of(ctx), area, is_paused=True)


@app.command(cls=Command, epilog="mentorlog area resume community")
def resume(ctx: typer.Context, area: Which) -> None:
    """Take an area up again."""
    _set_paused(call_of(ctx), area, is_paused=False)


@app.command(cls=Command, epilog="mentorlog area merge networking community")
def merge(ctx: typer.Context, area: Which, into: Into) -> None:
    """Let one area stand wherever another stood."""
    call = call_of(ctx)
    with call.open_writable() as journal:
        old, new = find_area(area, journal.areas()), find_area(into, journal.areas())
        if old == new:
            raise InvalidInput("These are the same area.", hint="All areas: mentorlog area list")
        with journal.write("area merge", at=call.now) as writing:
            count = writing.merge_area(old, new)
    _print_area(call, new, f"Area {one_line(old.slug)} merged into {one_line(new.slug)} ({count} entries)")


def _set_paused(call: Invocation, word: str, *, is_paused: bool) -> None:
    what = "paused" if is_paused else "resumed"
    with call.open_writable() as journal:
        found = find_area(word, journal.areas())
        if found.is_paused == is_paused:
            raise InvalidInput(f"Area {one_line(found.slug)} is {what} already.")
        with journal.write(f"area {what.removesuffix('d')}", at=call.now) as writing:
            saved = writing.change_area(replace(found, is_paused=is_paused))
    _print_area(call, saved, f"Area {one_line(saved.slug)} {what}")


def _print_area(call: Invocation, area: Area, done: str) -> None:
    from mentorlog.views.json.records import area_keys

    print_result(call, [f"{done}{call.location_suffix}. {UNDO_HINT}"], area_keys(area))


def _slug(words: str) -> str:
    slug = slug_of(words)
    if not slug or slug == "none":
        raise InvalidInput("That can't be the name of an area.", hint="It needs letters.")
    return slug


def _name(name: str | None) -> str | None:
    return clean_line(name, what="name") if name is not None else None


def _about(about: str | None) -> str | None:
    return clean_line(about, what="description") if about is not None else None
