"""What goes to a reader: chosen, numbered for that reader, and made into figures that hold nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mentorlog.cli.app import parsing
from mentorlog.cli.app.context import Invocation
from mentorlog.cli.app.filters import Filters
from mentorlog.cli.sharing.entry_detail import detail
from mentorlog.errors import NO_FILE, InvalidInput
from mentorlog.insights.goal_story import goal_story
from mentorlog.insights.progress import progress
from mentorlog.insights.sharing import PacketPage, SharePreview, is_for, is_shareable, naming_others, reader_view
from mentorlog.insights.timeline import covered_period, timeline
from mentorlog.model.entries import Entry, Goal
from mentorlog.model.enums import Reader, Visibility
from mentorlog.model.packets import MAX_ENTRIES, Packet, packet_entry
from mentorlog.model.people import Person
from mentorlog.model.selection import EVERYTHING
from mentorlog.model.sharing import Numbering
from mentorlog.storage.journal import reader_journal
from mentorlog.text import safe

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal

ALLOW = "To let mentors read it: mentorlog share allow mentor {}"


def reader_of(journal: "Journal", name: str) -> Person:
    """The reader of `--with`; raises NotFound for somebody who is not here."""
    return parsing.known_people(journal, [name])[0]


def select_entries(
    call: Invocation, journal: "Journal", reader: Person, numbers: Sequence[str], filters: Filters
) -> tuple[Entry, ...]:
    """The entries for `reader`, oldest first: those that mentors may read and that are with the reader or with
    nobody; by number or with --all also those with others. Raises InvalidInput where one is private, or there is none.
    """
    if numbers and filters.are_given:
        raise InvalidInput("Give either entry numbers or filters.", safe=NO_FILE, hint="Leave out one of the two.")
    if numbers:
        found = [journal.entry(number) for number in parsing.numbers(journal, numbers)]
        for entry in found:
            _check_shareable(entry)
        found.sort(key=lambda entry: (entry.on, entry.time, entry.number))
    else:
        asked = filters.selection(call, journal)
        if Visibility.PRIVATE in asked.visibilities:
            raise InvalidInput("Private entries can't be shared.", safe=NO_FILE, hint=ALLOW.format("N"))
        levels = asked.visibilities or Reader.MENTOR.visibilities
        found = [
            entry
            for entry in journal.entries(replace(asked, visibilities=levels, limit=None))
            if filters.is_all or is_for(entry, reader)
        ][-(asked.limit or 0) :]
    if not found:
        raise InvalidInput(f"There is nothing to share with {safe(reader.name)}.", safe=NO_FILE, hint=ALLOW.format("N"))
    if len(found) > MAX_ENTRIES:
        raise InvalidInput(
            f"A packet holds at most {MAX_ENTRIES} entries.", safe=NO_FILE, hint="Choose a period: --in 2026"
        )
    return tuple(found)


def as_reader_sees(entries: Sequence[Entry], numbering: Numbering) -> tuple[Entry, ...]:
    """The entries as the reader sees them, oldest first."""
    found = (reader_view(entry, numbering.places) for entry in entries)
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.time, entry.number)))


def build_preview(call: Invocation, journal: "Journal", reader: Person, entries: Sequence[Entry]) -> SharePreview:
    """What `reader` would see of `entries`."""
    numbering = journal.sent_packets().numbering(reader, [entry.number for entry in entries])
    shown = as_reader_sees(entries, numbering)
    with reader_journal(shown, numbers={entry.number: entry.number for entry in shown}) as theirs:
        details = tuple(detail(call, theirs, entry.number) for entry in shown)
    return SharePreview(
        addressee=reader,
        details=details,
        yours={place.number: number for number, place in numbering.places.items()},
        naming=naming_others(shown, reader, journal.people()),
        today=call.today,
    )


def build_page(
    call: Invocation, reader: Person, entries: Sequence[Entry], numbering: Numbering, token: str
) -> PacketPage:
    """The packet of `entries` for `reader`, and its figures."""
    shown = as_reader_sees(entries, numbering)
    touched = {area.slug: area for entry in shown for area in entry.areas}
    packet = Packet(
        token=token,
        reader=numbering.reader,
        mentee=call.settings.name or "mentee",
        addressee=reader.name,
        made_on=call.today,
        areas=tuple(sorted(touched.values(), key=lambda area: (area.position, area.slug))),
        entries=tuple(map(packet_entry, shown)),
    )
    with reader_journal(shown, numbers={entry.number: entry.number for entry in shown}) as theirs:
        theirs_all = theirs.entries()
        goals = tuple(entry for entry in theirs_all if isinstance(entry, Goal))
        return PacketPage(
            packet=packet,
            timeline=timeline(
                theirs_all,
                goals,
                theirs.goals_with_events(EVERYTHING, covered_period(theirs_all, None)),
                total=len(theirs_all),
                period=None,
                today=call.today,
            ),
            progress=progress(theirs.tallies(), theirs.active_goals(), period=None, today=call.today),
            stories=tuple(goal_story(goal, theirs.evidence(goal.number), today=call.today) for goal in goals),
        )


def _check_shareable(entry: Entry) -> None:
    if entry.is_tender:
        raise InvalidInput(
            f"Entry {entry.number} is tender, so it can't be shared.",
            safe=NO_FILE,
            hint=f"To let it out: mentorlog edit {entry.number} --no-tender",
        )
    if not is_shareable(entry):
        raise InvalidInput(
            f"Entry {entry.number} is private, so it can't be shared.", safe=NO_FILE, hint=ALLOW.format(entry.number)
        )
