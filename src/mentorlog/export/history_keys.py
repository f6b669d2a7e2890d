"""The JSON forms of what was done, and of what an entry used to be."""

from collections.abc import Iterable

from mentorlog.export.entry_keys import Keys, entry_keys
from mentorlog.model.history import CommandRecord, Version


def history_keys(deeds: Iterable[CommandRecord]) -> Keys:
    """What was done, in the order given."""
    return {"deeds": [deed_keys(deed) for deed in deeds]}


def versions_keys(versions: Iterable[Version]) -> Keys:
    """What an entry used to be; "entry" is null where it did not exist before the deed."""
    return {
        "versions": [
            {"deed": deed_keys(version.command), "entry": entry_keys(version.entry) if version.entry else None}
            for version in versions
        ]
    }


def deed_keys(deed: CommandRecord) -> Keys:
    """What one command did."""
    return {
        "id": deed.id,
        "at": deed.at,
        "command": deed.command,
        "state": deed.state,
        "numbers": list(deed.numbers),
        "names": list(deed.names),
    }
