"""The form that an entry has in a packet: docs/packets.md. It says only what there is to say."""

from typing import cast

from mentorlog.export.entry_keys import entry_keys
from mentorlog.model.documents import Document, Value, digest_of, without_empty
from mentorlog.model.entries import Action, Entry
from mentorlog.model.packets import PacketEntry

# What says nothing to the reader, or what only its writer is to know.
PRIVATE_KEYS = ("visibility", "tender", "written_at", "packet")
DERIVED_KEYS = {"question": ("status",)}


def packet_entry(entry: Entry) -> PacketEntry:
    """The entry with the digest of its form in a packet."""
    return PacketEntry(entry=entry, digest=digest_of(entry_document(entry)))


def entry_document(entry: Entry) -> Document:
    """An entry as a packet holds it, without its digest."""
    keys = {
        **entry_keys(entry),
        "about": entry.about,
        "goals": list(entry.goals),
        **({"owner": entry.owner.name if entry.owner else None} if isinstance(entry, Action) else {}),
    }
    left_out = {*PRIVATE_KEYS, *DERIVED_KEYS.get(entry.kind, ())}
    return _said({key: value for key, value in keys.items() if key not in left_out})


def _said(keys: dict[str, object]) -> Document:
    """`keys` less those that say nothing, at every depth."""
    said: dict[str, Value] = {}
    for key, value in keys.items():
        if isinstance(value, list):
            said[key] = [_said(one) if isinstance(one, dict) else one for one in value]
        else:
            said[key] = cast(Value, value)
    return without_empty(said)
