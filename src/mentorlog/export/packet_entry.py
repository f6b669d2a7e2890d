"""The form that an entry has in a packet: docs/packets.md. It says only what there is to say."""

from typing import cast

from mentorlog.export.entry_keys import entry_keys
from mentorlog.model.documents import Document, Value, digest_of, without_empty
from mentorlog.model.entries import Action, Entry
from mentorlog.model.packets import Given

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


def _said(keys: dict[str, object]) -> Document:
    """`keys` less those that say nothing, at every depth."""
    said: dict[str, Value] = {}
    for key, value in keys.items():
        if isinstance(value, list):
            said[key] = [_said(one) if isinstance(one, dict) else one for one in value]
        else:
            said[key] = cast(Value, value)
    return without_empty(said)
