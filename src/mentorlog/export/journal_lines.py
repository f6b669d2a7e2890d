"""The whole journal as JSON lines: a head, the areas, the people, then one entry a line with its past.

An entry has the keys that `--json` gives it; `exchange/journal_lines` reads them back.
"""

import json
from collections.abc import Iterable, Iterator

from mentorlog.model.archive import ArchivedEntry, Item
from mentorlog.model.areas import Area
from mentorlog.model.json_form import Keys, entry_keys, escape_unsafe
from mentorlog.model.people import Person

HEAD: Keys = {"type": "mentorlog journal", "version": 1}
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def lines(items: Iterable[Item]) -> Iterator[str]:
    """One JSON object a line, each with its line end."""
    yield _line(HEAD)
    for item in items:
        match item:
            case Area():
                yield _line(
                    {
                        "type": "area",
                        "slug": item.slug,
                        "name": item.name,
                        "about": item.about,
                        "paused": item.is_paused,
                    }
                )
            case Person():
                yield _line(
                    {
                        "type": "person",
                        "uid": item.uid,
                        "name": item.name,
                        "role": item.role,
                        "rhythm": item.rhythm,
                        "state": item.state,
                    }
                )
            case _:
                yield _line(_archived(item))


def _archived(item: ArchivedEntry) -> Keys:
    entry = item.entry
    return {
        "type": "entry",
        **entry_keys(entry),
        "about": entry.about,
        "goals": list(entry.goals),
        "changed_at": entry.changed_at,
        "removed_at": entry.removed_at,
        "earlier": [
            {"uid": earlier.uid, "at": earlier.at, "command": earlier.name, "was": earlier.document}
            for earlier in item.revisions
        ],
    }


def _line(keys: Keys) -> str:
    return escape_unsafe(_COMPACT.encode(keys)) + "\n"
