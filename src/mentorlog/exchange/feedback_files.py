"""A feedback file ⇄ its JSON document, as docs/packets.md has it. What is read is trusted in nothing."""

import json

from mentorlog.exchange import validators
from mentorlog.exchange.header import invalid_as_damaged, parse_document
from mentorlog.exchange.validators import Source, get_choice, get_line, get_objects, get_string, get_uid
from mentorlog.model.documents import answer_documents, without_empty
from mentorlog.model.entries import Answer
from mentorlog.model.fields import ANSWERS, LARGEST, Document
from mentorlog.model.json_form import escape_unsafe
from mentorlog.model.packets import FEEDBACK, MAX_ANSWERS, MAX_ITEMS, VERSION, FeedbackFile, FeedbackItem
from mentorlog.text import clean

HEAD = frozenset({"format", "version", "reader", "packet", "by", "items"})
ITEM = frozenset({"uid", "about", "kind", "text", "framework", "answers", "at"})
ABOUT = frozenset({"number", "uid", "digest"})
ANSWER = [part.json for part in ANSWERS.parts]
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
    """The feedback in `content`, every word checked. Raises Damaged, or TooNew where it is of a later version."""
    source = parse_document(content, FEEDBACK)
    with invalid_as_damaged("feedback file"):
        validators.check_known_keys(source, HEAD)
        return FeedbackFile(
            reader=get_uid(source, "reader"),
            packet=get_uid(source, "packet"),
            by=validators.get_line(source, "by", "name"),
            items=tuple([_item(one) for one in get_objects(source, "items", 1, MAX_ITEMS)]),
        )


def _item(source: Source) -> FeedbackItem:
    validators.check_known_keys(source, ITEM)
    (about,) = get_objects({"about": [source.get("about")]}, "about")
    validators.check_known_keys(about, ABOUT)
    number = validators.get_int(about, "number", 1, LARGEST)
    if number is None:
        raise validators.InvalidValue("about")
    text = get_string(source, "text")
    answers = tuple([_answer(one) for one in get_objects(source, "answers", most=MAX_ANSWERS)])
    return FeedbackItem(
        uid=get_uid(source, "uid"),
        number=number,
        entry=get_uid(about, "uid"),
        digest=validators.get_matching(about, "digest", validators.DIGEST, is_required=True),
        is_question=get_choice(source, "kind", ("comment", "question")) == "question",
        text=clean(text) if text or not answers else "",
        framework=get_line(source, "framework") if "framework" in source else "",
        answers=answers,
        at=validators.get_moment(source, "at", is_required=True),
    )


def _answer(source: Source) -> Answer:
    validators.check_known_keys(source, ANSWER)
    return Answer(
        key=get_line(source, "key"),
        question=get_line(source, "question"),
        text=clean(get_string(source, "text")),
        spine=get_choice(source, "spine", SPINE, ""),
    )
