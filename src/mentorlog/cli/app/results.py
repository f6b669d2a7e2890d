"""The answers that several writing commands share: in words, or as the entry that was written."""

from collections.abc import Iterable, Sequence
from functools import partial

from mentorlog.cli.app.context import Call
from mentorlog.cli.app.output import say_json, say_lines, wants_words
from mentorlog.model.entries import Action, Entry, Event, Goal, Owned
from mentorlog.model.people import Person
from mentorlog.views import write_messages


def say_saved(
    call: Call,
    entry: Entry,
    *,
    also: Sequence[Entry] = (),
    about: Entry | None = None,
    new: Iterable[Person] = (),
) -> None:
    """An entry `about` another was saved; `also` was written with it, `new` are people who came with it."""
    call.wrote = entry.number
    entry, also, about = call.veiled((entry, tuple(also), about))
    lines = [
        *write_messages.saved(
            entry, today=call.today, where=call.where, with_it=also, about=about, in_full=wants_words(call)
        )
    ]
    say_written(call, [*lines[:1], *write_messages.new_people(new), *lines[1:]], [entry], also)


def say_happened(call: Call, entry: Goal | Action, event: Event) -> None:
    """Something happened to a goal or an action."""
    entry, event = call.veiled((entry, event))
    told = write_messages.happened(entry, event, today=call.today, where=call.where, in_full=wants_words(call))
    say_written(call, told, [entry])


def say_edited(
    call: Call, before: Sequence[Entry], after: Sequence[Entry], known: Sequence[Person], also: Sequence[Entry] = ()
) -> None:
    """Entries were changed by hand, and `also` with them; `known` are the people who were here before."""
    owners = [entry.owner for entry in after if isinstance(entry, Owned) and entry.owner]
    named = dict.fromkeys([*(person for entry in after for person in entry.people), *owners])
    new = [person for person in named if person not in known]
    before, after, also = call.veiled((before, after, tuple(also)))
    pairs = tuple(zip(before, after, strict=True))
    told = partial(write_messages.changed, today=call.today, where=call.where, in_full=wants_words(call))
    if len(pairs) == 1:
        first, *others = told(*pairs[0])
    else:
        first, *others = (line for old, entry in pairs for line in told(old, entry, back=""))
        others.append(write_messages.BACK)
    say_written(call, [first, *write_messages.new_people(new), *others, *write_messages.beside(also)], after, also)


def say_written(call: Call, lines: Iterable[str], entries: Sequence[Entry], also: Sequence[Entry] = ()) -> None:
    """The first line is the answer, the others are messages; or the entries as JSON."""
    if not call.is_json:
        say_lines(call, lines)
        return
    from mentorlog.export.keys import entry_keys

    if len(entries) == 1:
        together: dict[str, object] = {"also": [entry_keys(entry) for entry in also]} if also else {}
        say_json({**entry_keys(entries[0]), **together})
    else:
        say_json({"entries": [entry_keys(entry) for entry in entries]})
