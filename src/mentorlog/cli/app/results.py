"""The answers that several writing commands share: in words, or as the entry that was written."""

from collections.abc import Iterable, Sequence
from functools import partial

from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.output import is_plain_requested, print_json, print_lines
from mentorlog.model.entries import Action, Entry, EntryWithOwner, Event, Goal
from mentorlog.model.people import Person
from mentorlog.views import write_messages


def print_saved(
    call: Invocation,
    entry: Entry,
    *,
    also: Sequence[Entry] = (),
    about: Entry | None = None,
    new: Iterable[Person] = (),
) -> None:
    """An entry `about` another was saved; `also` was written with it, `new` are people who came with it."""
    call.saved_number = entry.number
    entry, also, about = call.apply_veil((entry, tuple(also), about))
    lines = [
        *write_messages.saved_message(
            entry,
            today=call.today,
            where=call.location_suffix,
            related=also,
            about=about,
            in_full=is_plain_requested(call),
        )
    ]
    print_entries(call, [*lines[:1], *write_messages.new_people(new), *lines[1:]], [entry], also)


def print_event(call: Invocation, entry: Goal | Action, event: Event) -> None:
    """Something happened to a goal or an action."""
    entry, event = call.apply_veil((entry, event))
    told = write_messages.event_message(
        entry, event, today=call.today, where=call.location_suffix, in_full=is_plain_requested(call)
    )
    print_entries(call, told, [entry])


def print_edited(
    call: Invocation,
    before: Sequence[Entry],
    after: Sequence[Entry],
    known: Sequence[Person],
    also: Sequence[Entry] = (),
) -> None:
    """Entries were changed by hand, and `also` with them; `known` are the people who were here before."""
    owners = [entry.owner for entry in after if isinstance(entry, EntryWithOwner) and entry.owner]
    named = dict.fromkeys([*(person for entry in after for person in entry.people), *owners])
    new = [person for person in named if person not in known]
    before, after, also = call.apply_veil((before, after, tuple(also)))
    pairs = tuple(zip(before, after, strict=True))
    told = partial(
        write_messages.changed_message, today=call.today, where=call.location_suffix, in_full=is_plain_requested(call)
    )
    if len(pairs) == 1:
        first, *others = told(*pairs[0])
    else:
        first, *others = (line for old, entry in pairs for line in told(old, entry, back=""))
        others.append(write_messages.UNDO_HINT)
    print_entries(
        call, [first, *write_messages.new_people(new), *others, *write_messages.related_entries(also)], after, also
    )


def print_entries(call: Invocation, lines: Iterable[str], entries: Sequence[Entry], also: Sequence[Entry] = ()) -> None:
    """The first line is the answer, the others are messages; or the entries as JSON."""
    if not call.is_json:
        print_lines(call, lines)
        return
    from mentorlog.model.json_form import entry_keys

    if len(entries) == 1:
        together: dict[str, object] = {"also": [entry_keys(entry) for entry in also]} if also else {}
        print_json({**entry_keys(entries[0]), **together})
    else:
        print_json({"entries": [entry_keys(entry) for entry in entries]})
