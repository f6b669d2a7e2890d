"""The JSON forms of what is handed on: who may read what, what would be seen, what left."""

from collections.abc import Iterable, Sequence

from mentorlog.export.entry_keys import Keys
from mentorlog.export.packet_entry import entry_document
from mentorlog.insights.feedback import FeedbackImport
from mentorlog.insights.sharing import SentPacket, SharePreview, VisibilityChange
from mentorlog.model.sharing import Manifest


def visibility_keys(done: VisibilityChange) -> Keys:
    """Who may read which entries from now on; in a trial, who would."""
    return {
        "visibility": str(done.visibility),
        "dry_run": done.is_trial,
        "entries": [entry.number for entry in done.changed],
        "unchanged": [entry.number for entry in done.unchanged],
    }


def share_preview_keys(figure: SharePreview) -> Keys:
    """The entries exactly as a packet would hold them, and our own number of each; in the same order."""
    shown = [detail.entry for detail in figure.details]
    return {
        "for": figure.addressee.name,
        "period": {"from": shown[0].on.isoformat(), "until": shown[-1].on.isoformat()},
        "total": len(shown),
        "entries": [entry_document(entry) for entry in shown],
        "yours": [figure.yours[entry.number] for entry in shown],
        "naming_others": list(figure.naming),
    }


def packets_keys(figure: tuple[SentPacket, ...]) -> Keys:
    """The packets that left, oldest first."""
    return {"packets": [packet_keys(left) for left in figure]}


def packet_keys(figure: SentPacket) -> Keys:
    """One packet. "entries" and "changed" are our own numbers; "numbers" those of the reader, in the same order."""
    packet = figure.packet
    return {
        "packet": packet.token,
        "with": packet.person.name,
        "made_at": packet.made_at,
        "encrypted": packet.encryption,
        "revoked_at": packet.revoked_at or None,
        "entries": [sent.entry for sent in packet.entries],
        "numbers": [sent.reader_number.number for sent in packet.entries],
        "changed": list(figure.changed),
    }


def sent_copies_keys(left: Iterable[tuple[Manifest, Sequence[int]]]) -> list[Keys]:
    """The packets that hold what was erased here; "entries" are our own numbers."""
    return [
        {
            "packet": packet.token,
            "with": packet.person.name,
            "made_at": packet.made_at,
            "entries": list(numbers),
        }
        for packet, numbers in left
    ]


def feedback_received_keys(done: FeedbackImport) -> Keys:
    """What a feedback file brought: how many answers were added and known before; what was set aside, under the
    reader's numbers; by our own, what was added, and which of it answers an earlier wording.
    """
    return {
        "added": len(done.added),
        "known": done.known,
        "set_aside": [{"number": one.number, "why": one.reason} for one in done.rejected],
        "by": done.person.name if done.person else None,
        "signed": done.by,
        "numbers": [entry.number for entry in done.added],
        "earlier": list(done.outdated),
    }
