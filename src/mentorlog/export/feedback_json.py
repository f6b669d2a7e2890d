"""A feedback file as its JSON document: docs/packets.md."""

import json

from mentorlog.model.documents import Document, without_empty
from mentorlog.model.json_form import escape_unsafe
from mentorlog.model.packets import FEEDBACK, VERSION, FeedbackFile, FeedbackItem


def feedback_json(file: FeedbackFile) -> str:
    """The whole document; any script as it is."""
    keys = {
        "format": FEEDBACK,
        "version": VERSION,
        "reader": file.reader,
        "packet": file.packet,
        "by": file.by,
        "items": [_item(item) for item in file.items],
    }
    return escape_unsafe(json.dumps(keys, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _item(item: FeedbackItem) -> Document:
    return without_empty(
        {
            "uid": item.uid,
            "about": {"number": item.number, "uid": item.entry, "digest": item.digest},
            "kind": "question" if item.is_question else "comment",
            "text": item.text,
            "framework": item.framework,
            "answers": [
                without_empty({"key": one.key, "question": one.question, "text": one.text, "spine": one.spine})
                for one in item.answers
            ],
            "at": item.at,
        }
    )
