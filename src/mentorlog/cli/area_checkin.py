"""area checkin: where one stands in an area, in words and, if wanted, from 1 to 5; and how that looks from later."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Command, call_of
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import show
from mentorlog.cli.app.results import print_saved
from mentorlog.cli.area import Which, app
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.dates import Period
from mentorlog.errors import NOTHING_WRITTEN, InvalidInput
from mentorlog.model.areas import Area, find_area
from mentorlog.model.entries import Checkin, Kind
from mentorlog.model.selection import Selection

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

__all__ = ["app"]
Rating = Annotated[int | None, typer.Option("--rating", metavar="N", help="From 1 to 5, if a number says something.")]
Then = Annotated[int | None, typer.Option("--then", metavar="N", help="Looking back from here, where you were then.")]
ThenWords = Annotated[str | None, typer.Option("--then-words", metavar="TEXT", help="The same in words.")]
EarlierCheckin = Annotated[
    str | None, typer.Option("--about", metavar="N", help="The check-in to look back at, else the one before.")
]
Listed = Annotated[bool, typer.Option("--list", help="All of this area, side by side.")]


@app.command(
    cls=Command,
    epilog="""
    mentorlog area checkin identity "I no longer explain." --rating 4
    mentorlog area checkin identity --then 1 --then-words "I was hiding."
    mentorlog area checkin identity --list
    """,
)
def checkin(
    ctx: typer.Context,
    area: Which,
    text: options.Text = None,
    rating: Rating = None,
    then: Then = None,
    then_words: ThenWords = None,
    about: EarlierCheckin = None,
    with_: options.With = None,
    on: options.On = None,
    visibility: options.Visible = None,
    tender: options.Tender = False,
    edit: options.Edit = False,
    shows: Listed = False,
) -> None:
    """Say where you stand in an area: in words, and from 1 to 5 if you like.

    Looking back keeps both: what you said then, and how it looks from here. Nothing is ever added up.
    """
    call = call_of(ctx)
    if shows:
        _show(call, area, text)
        return
    with text_input(call, text, edits=edit) as source, call.open_writable() as journal:
        found, day = find_area(area, journal.areas()), parsing.on(call, on)
        earlier = _compared_checkin(journal, found, day, about) if any((then is not None, then_words, about)) else None
        draft = Checkin(
            on=day,
            areas=(found,),
            people=parsing.people(journal, with_),
            about=earlier.number if earlier else None,
            rating=parsing.bounded_int(rating, "--rating", 1, 5),
            then_rating=parsing.bounded_int(then, "--then", 1, 5),
            then_words=parsing.optional_text(then_words, "looking back"),
            visibility=parsing.visibility(call, visibility),
            is_tender=tender,
        )
        source.interview = "looking back" if _previous_checkins(journal, found, day) else "checkin"
        saved = _save(journal, source, draft)
    print_saved(call, saved, about=earlier, new=parsing.unsaved_people(draft.people))


def _compared_checkin(journal: "Journal", area: Area, on: date, word: str | None) -> Checkin:
    """The check-in that is looked back at: the one named, or the latest of an earlier day."""
    if word is not None:
        named = parsing.entry(journal, word, Checkin)
        if area not in named.areas:
            raise InvalidInput(f"Check-in {named.number} is of another area.", safe=NOTHING_WRITTEN)
        return named
    before = _previous_checkins(journal, area, on)
    if not before:
        raise InvalidInput(
            f"There is no earlier check-in of {area.label} to look back at.",
            safe=NOTHING_WRITTEN,
            hint="Leave out --then and --then-words.",
        )
    return before[0]


def _previous_checkins(journal: "Journal", area: Area, on: date) -> tuple[Checkin, ...]:
    """The latest of an earlier day, if there is one."""
    return _checkins(journal, Selection(within=Period(date.min, on), limit=1), area)


def _words(source: TextInput, draft: Checkin) -> str:
    """The text; where a number or the looking back says enough there may be none."""
    if source.call.is_resuming or not (draft.rating or draft.then_rating or draft.then_words):
        return source.text()
    return source.optional_text() if source.has_source else ""


def _save(journal: "Journal", source: TextInput, draft: Checkin) -> Checkin:
    draft = replace(draft, text=_words(source, draft))
    with journal.write("area checkin", at=source.call.now) as writing:
        return writing.add(draft)


def _checkins(journal: "Journal", selection: Selection, area: Area) -> tuple[Checkin, ...]:
    found = journal.entries(replace(selection, kinds=(Kind.CHECKIN,), areas=((area.slug,),)))
    return tuple(entry for entry in found if isinstance(entry, Checkin))


def _show(call: Invocation, word: str, text: str | None) -> None:
    from mentorlog.insights.checkins import checkins

    if text is not None:
        raise InvalidInput(
            "--list shows, and writes nothing.", safe=NOTHING_WRITTEN, hint="Leave out the text or --list."
        )
    with call.open_readonly() as journal:
        area = find_area(word, journal.areas())
        found = _checkins(journal, Selection(), area)
    show(call, "checkins", checkins(area, found, today=call.today))
