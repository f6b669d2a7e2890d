"""A feedback file ⇄ its JSON document, as docs/packets.md has it. What is read is trusted in nothing."""

import json
import re
from collections.abc import Mapping
from datetime import datetime

from mentorlog.exchange.entry_values import MAX_INT, MOMENT, UID
from mentorlog.exchange.header import check_known_keys, invalid_as_damaged, parse_document
from mentorlog.exchange.validators import (
    InvalidValue,
    get_choice,
    get_int,
    get_objects,
    get_parsed,
    get_required,
    get_string,
)
from mentorlog.model.documents import answer_documents, without_empty
from mentorlog.model.entries import Answer
from mentorlog.model.fields import Document
from mentorlog.model.json_form import escape_unsafe
from mentorlog.model.packets import FEEDBACK, MAX_ANSWERS, MAX_ITEMS, VERSION, FeedbackFile, FeedbackItem
from mentorlog.text import clean, clean_line

Source = Mapping[str, object]
DIGEST = re.compile(r"[0-9a-f]{64}")
HEAD = frozenset({"format", "version", "reader", "packet", "by", "items"})
ITEM = frozenset({"uid", "about", "kind", "text", "framework", "answers", "at"})
ABOUT = frozenset({"number", "uid", "digest"})
ANSWER = frozenset({"key", "question", "text", "spine"})
SPINE = ("", "happened", "felt", "meant", "next")


def feedback_json(file: FeedbackFile) -> str:
    """The whole document; any script as it is."""
    keys = {
        "format": FEEDBACK,
        "version": VERSION,
        "reader": file.reader,
        "packet": file.packet,
        "by": file.by,
        "items": [_item_form(item) for item in file.items],
    }
    return escape_unsafe(json.dumps(keys, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _item_form(item: FeedbackItem) -> Document:
    return without_empty(
        {
            "uid": item.uid,
            "about": {"number": item.number, "uid": item.entry, "digest": item.digest},
            "kind": "question" if item.is_question else "comment",
            "text": item.text,
            "framework": item.framework,
            "answers": answer_documents(item.answers),
            "at": item.at,
        }
    )


def read_feedback(content: bytes) -> FeedbackFile:
    """The feedback in `content`, every word of it checked. Raises Damaged where it can't be right, TooNew where it
    is of a later version.
    """
    source = parse_document(content, FEEDBACK)
    with invalid_as_damaged("feedback file"):
        check_known_keys(source, HEAD)
        items = get_objects(source, "items", _item)
        if not 1 <= len(items) <= MAX_ITEMS:
            raise InvalidValue("items")
        return FeedbackFile(
            reader=get_required(source, "reader", UID),
            packet=get_required(source, "packet", UID),
            by=clean_line(get_string(source, "by"), what="name"),
            items=items,
        )


def _item(source: Source) -> FeedbackItem:
    check_known_keys(source, ITEM)
    (about,) = get_objects({"about": [source.get("about")]}, "about", lambda one: one)
    check_known_keys(about, ABOUT)
    number = get_int(about, "number", 1, MAX_INT)
    text = get_string(source, "text")
    answers = get_objects(source, "answers", _answer)
    if number is None or len(answers) > MAX_ANSWERS:
        raise InvalidValue("about" if number is None else "answers")
    return FeedbackItem(
        uid=get_required(source, "uid", UID),
        number=number,
        entry=get_required(about, "uid", UID),
        digest=get_required(about, "digest", DIGEST),
        is_question=get_choice(source, "kind", ("comment", "question")) == "question",
        text=clean(text) if text or not answers else "",
        framework=clean_line(get_string(source, "framework")) if "framework" in source else "",
        answers=answers,
        at=_moment(source),
    )


def _answer(source: Source) -> Answer:
    check_known_keys(source, ANSWER)
    return Answer(
        key=clean_line(get_string(source, "key")),
        question=clean_line(get_string(source, "question")),
        text=clean(get_string(source, "text")),
        spine=get_choice(source, "spine", SPINE, ""),
    )


def _moment(source: Source) -> str:
    at = get_parsed(source, "at", MOMENT, datetime.fromisoformat)
    if not at:
        raise InvalidValue("at")
    return at
