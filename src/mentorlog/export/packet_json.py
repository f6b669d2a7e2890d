"""A packet as its JSON document: docs/packets.md. An entry says only what there is to say."""

import json

from mentorlog.export.entry_keys import entry_keys
from mentorlog.export.keys import escaped
from mentorlog.model.documents import Document, Value, without_empty
from mentorlog.model.entries import Action, Entry
from mentorlog.model.packets import PACKET, VERSION, Given, Packet, digest_of

# What says nothing to the reader, or what only its writer is to know.
AT_HOME = ("visibility", "tender", "written_at", "packet")
FOLLOWS = {"question": ("status",)}


def given(entry: Entry) -> Given:
    """The entry with the digest of its form in a packet."""
    return Given(entry=entry, digest=digest_of(entry_form(entry)))


def entry_form(entry: Entry) -> Document:
    """An entry as a packet holds it, without its digest."""
    keys = {
        **entry_keys(entry),
        "about": entry.about,
        "goals": list(entry.goals),
        **({"owner": entry.owner.name if entry.owner else None} if isinstance(entry, Action) else {}),
    }
    left_out = {*AT_HOME, *FOLLOWS.get(entry.kind, ())}
    return _said({key: value for key, value in keys.items() if key not in left_out})


def packet_json(packet: Packet) -> str:
    """The whole document; any script as it is."""
    keys = {
        "format": PACKET,
        "version": VERSION,
        "packet": packet.token,
        "reader": packet.reader,
        "mentee": packet.mentee,
        "for": packet.addressee,
        "made_on": packet.made_on.isoformat(),
        "areas": [{"slug": area.slug, "name": area.name} for area in packet.areas],
        "entries": [{**entry_form(one.entry), "digest": one.digest} for one in packet.given],
    }
    return escaped(json.dumps(keys, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _said(keys: dict[str, object]) -> Document:
    """`keys` less those that say nothing, at every depth."""
    said: dict[str, Value] = {}
    for key, value in keys.items():
        if isinstance(value, list):
            said[key] = [_said(one) if isinstance(one, dict) else one for one in value]
        elif value is None or isinstance(value, str | int):
            said[key] = value
    return without_empty(said)
