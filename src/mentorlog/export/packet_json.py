"""A packet as its JSON document: docs/packets.md."""

import json

from mentorlog.model.json_form import escape_unsafe
from mentorlog.model.packets import PACKET, VERSION, Packet, entry_document


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
        "entries": [{**entry_document(one.entry), "digest": one.digest} for one in packet.entries],
    }
    return escape_unsafe(json.dumps(keys, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"
