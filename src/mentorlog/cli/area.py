"""area: the benefit areas, which are the user's to add, name, pause and merge; and where one stands in each."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

from mentorlog.cli.app import options, parsing
from mentorlog.cli.app.command import Group, new_app
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.options import argument, option
from mentorlog.cli.app.output import print_result, print_saved, show, show_sheet
from mentorlog.cli.interactive.text_input import TextInput, text_input
from mentorlog.dates import Period
from mentorlog.errors import NOTHING_WRITTEN, InvalidInput
from mentorlog.insights.checkins import checkins
from mentorlog.model.areas import Area, find_area, slug_of
from mentorlog.model.entries import Checkin, Kind
from mentorlog.model.selection import Selection
from mentorlog.text import clean_line, one_line
from mentorlog.views.write_messages import UNDO_HINT

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

app = new_app(cls=Group)
Which = Annotated[str, argument("AREA", "An area, or its beginning.")]
Into = Annotated[str, argument("INTO", "The area that stays.")]
New = Annotated[str, argument("AREA", "The name of the new area.")]
Name = Annotated[str | None, option("--name NAME", "Its name in reports.")]
Description = Annotated[str | None, option("--about TEXT", "What a mentor does there.")]
Rating = Annotated[int | None, option("--rating N", "A rating from 1 to 5.")]
Then = Annotated[int | None, option("--then N", "Looking back from here, where you were then.")]
ThenWords = Annotated[str | None, option("--then-words TEXT", "The same in words.")]
EarlierCheckin = Annotated[str | None, option("--about N", "The check-in to look back at, else the one before.")]
Listed = Annotated[bool, option("--list", "All of this area, side by side.")]


@app.verb("mentorlog area list", name="list")
def list_(call: Invocation) -> None:
    """The areas, with how many entries each has."""
    from mentorlog.views.lists import journal as lists

    with call.open_readonly() as journal:
        areas = journal.tallies().areas
    show_sheet(call, lists.areas, areas)


@app.verb('mentorlog area add "Public speaking" --about "Being heard in a room."')
def add(call: Invocation, area: New, name: Name = None, about: Description = None) -> None:
    """Add an area of your own."""
    words = clean_line(area, what="area")
    draft = Area(slug=_slug(words), name=_line(name, "name") or words, about=_line(about, "description") or "")
    with call.open_writable() as journal, journal.write("area add", at=call.now) as writing:
        saved = writing.add_area(draft)
    _print_area(call, saved, f"Area {one_line(saved.slug)} added")


@app.verb('mentorlog area edit identity --name "Where I belong"')
def edit(call: Invocation, area: Which, name: Name = None, about: Description = None) -> None:
    """Name or describe an area in your own words; all its entries follow, its short name stays."""
    if name is None and about is None:
        raise InvalidInput("There is nothing to change.", hint="Add --name or --about.")
    with call.open_writable() as journal:
        found = find_area(area, journal.areas())
        changed = replace(
            found, name=_line(name, "name") or found.name, about=_line(about, "description") or found.about
        )
        with journal.write("area edit", at=call.now) as writing:
            saved = writing.change_area(changed)
    _print_area(call, saved, f'Area {one_line(saved.slug)} is now "{one_line(saved.name)}"')


@app.verb("mentorlog area pause community")
def pause(call: Invocation, area: Which) -> None:
    """Pause an area: it is left out of questions and never shown as missing; its entries stay."""
    _set_paused(call, area, is_paused=True)


@app.verb("mentorlog area resume community")
def resume(call: Invocation, area: Which) -> None:
    """Resume an area."""
    _set_paused(call, area, is_paused=False)


@app.verb("mentorlog area merge networking community")
def merge(call: Invocation, area: Which, into: Into) -> None:
    """Merge one area into another."""
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
        raise InvalidInput("Invalid name for an area.", hint="It needs letters.")
    return slug


def _line(words: str | None, what: str) -> str | None:
    return clean_line(words, what=what) if words is not None else None


@app.verb(
    'mentorlog area checkin identity "I no longer explain." --rating 4',
    'mentorlog area checkin identity --then 1 --then-words "I was hiding."',
    "mentorlog area checkin identity --list",
)
def checkin(
    call: Invocation,
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
    """Record where you stand in an area: in words, and from 1 to 5 if you like.

    Looking back keeps both: what you said then, and how it looks from here. Nothing is ever added up.
    """
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
        draft = replace(draft, text=_words(journal, source, draft))
        with journal.write("area checkin", at=call.now) as writing:
            saved = writing.add(draft)
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


def _words(journal: "Journal", source: TextInput, draft: Checkin) -> str:
    """The text; where a number or the looking back says enough there may be none."""
    source.interview = "looking back" if _previous_checkins(journal, draft.areas[0], draft.on) else "checkin"
    if source.call.is_resuming or not (draft.rating or any(draft.then)):
        return source.text()
    return source.optional_text() if source.has_source else ""


def _checkins(journal: "Journal", selection: Selection, area: Area) -> tuple[Checkin, ...]:
    found = journal.entries(replace(selection, kinds=(Kind.CHECKIN,), areas=((area.slug,),)))
    return tuple(entry for entry in found if isinstance(entry, Checkin))


def _show(call: Invocation, word: str, text: str | None) -> None:
    if text is not None:
        hint = "Leave out the text or --list."
        raise InvalidInput("--list shows, and writes nothing.", safe=NOTHING_WRITTEN, hint=hint)
    with call.open_readonly() as journal:
        area = find_area(word, journal.areas())
        found = _checkins(journal, Selection(), area)
    show(call, "checkins", checkins(area, found, today=call.today))
