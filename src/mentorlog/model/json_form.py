"""JSON forms: of an entry, a day, a period; and JSON text that a terminal can't obey.

Text that is missing is "", a list that is empty is [], a number or a day that is missing is null. Days are
ISO days, and both days of a period belong to it. New keys may come; none goes or changes its meaning while
"schema_version" stays 1.
"""

import json
import re
from typing import cast

from mentorlog.dates import Period
from mentorlog.model.documents import without_empty
from mentorlog.model.entries import Entry, Event
from mentorlog.model.fields import EVENTS, FIELDS, FIELDS_OF, Document, encode, show, shown

Keys = dict[str, object]
# Valid in JSON as they are, but a terminal would obey or hide them: DEL, C1, bidi controls, what has no width, tags;
# and half characters.
UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)


def json_text(keys: Keys) -> str:
    """`keys` as one JSON object, "schema_version" first; any script as it is, and nothing that a terminal obeys."""
    return escape_unsafe(json.dumps({"schema_version": 1, **keys}, ensure_ascii=False, indent=2, allow_nan=False))


def escape_unsafe(plain: str) -> str:
    """JSON text with what a terminal would obey written as escapes."""
    return plain if plain.isprintable() else UNSAFE.sub(_escape, plain)  # a long line is looked at ten times as fast


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass").hex()
    return re.sub("(....)", r"\\u\1", units)


def entry_keys(entry: Entry) -> Keys:
    """An entry: what all kinds share, then what its kind adds."""
    return cast(Keys, show(entry, _LISTED[entry.kind]))


def archive_keys(entry: Entry) -> Keys:
    """An entry with all that is kept of it."""
    return cast(Keys, show(entry, _PLANS[entry.kind]))


def event_keys(event: Event) -> Keys:
    """One happening in the life of a goal or an action."""
    return cast(Keys, show(event, _EVENT))


def packet_form(entry: Entry) -> Document:
    """An entry as a packet holds it, without its digest: what its readers may see, and only what there is to say."""
    form = encode(entry, _GIVEN[entry.kind])
    for key in _PARTS & form.keys():
        form[key] = [without_empty(part) for part in cast(list[Document], form[key])]
    return form


_PLANS = {kind: shown(fields) for kind, fields in FIELDS_OF.items()}
_LISTED = {kind: shown(field for field in fields if field.is_listed) for kind, fields in FIELDS_OF.items()}
_GIVEN = {kind: shown(field for field in fields if not field.is_own) for kind, fields in FIELDS_OF.items()}
_EVENT = shown(EVENTS.parts)
_PARTS = {field.json for field in FIELDS if field.codec.parts}


def period_keys(period: Period | None) -> Keys | None:
    """A period with its first and its last day, or null."""
    return {"from": period.start.isoformat(), "until": period.until.isoformat()} if period else None
