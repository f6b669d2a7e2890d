"""One entry with what it hangs together with, and who was given it."""

from typing import TYPE_CHECKING

from mentorlog.cli.app.context import Invocation
from mentorlog.insights.listing import Detail, EntryShare
from mentorlog.model.entries import Entry, Feedback

if TYPE_CHECKING:
    from mentorlog.storage.journal import Journal


def detail(call: Invocation, journal: "Journal", number: int) -> Detail:
    """One entry with what it hangs together with; raises NotFound where there is none."""
    entry = journal.entry(number)
    about = journal.entry(entry.about) if entry.about else None
    return Detail(
        entry=entry,
        today=call.today,
        about=None if about and about.is_tender else about,
        under=journal.entries_about(number),
        goals=journal.goals(set(entry.goals)),
        evidence=journal.evidence(number),
        shares=_recipients(call, journal, entry),
        is_outdated=_is_outdated(journal, entry, about),
    )


def _recipients(call: Invocation, journal: "Journal", entry: Entry) -> tuple[EntryShare, ...]:
    """Who was given an entry, and whether it says something else by now."""
    packets = journal.sent_packets().packets_containing(entry.number)
    if not packets:
        return ()
    from mentorlog.cli.sharing.sent_packets import has_changed
    from mentorlog.insights.sharing import last_shares

    return tuple(
        EntryShare(
            person=packet.person,
            packet=packet.name,
            on=call.local_time(packet.made_at).date(),
            is_changed=has_changed(entry, packet, sent),
        )
        for packet, sent in last_shares(packets, entry.number)
    )


def _is_outdated(journal: "Journal", entry: Entry, about: Entry | None) -> bool:
    if not (isinstance(entry, Feedback) and entry.packet and about):
        return False
    from mentorlog.cli.sharing.sent_packets import is_outdated

    return is_outdated(journal.sent_packets().packets(), entry, about)
