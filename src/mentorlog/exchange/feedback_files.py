"""A feedback file's JSON → what it says. Trusts nothing: docs/packets.md says what there may be."""

import re
from collections.abc import Mapping
from datetime import datetime

from mentorlog.exchange.entry_values import MOMENT, MOST, UID
from mentorlog.exchange.header import distrust, only, opened
from mentorlog.exchange.validators import (
    Unfit,
    all_objects,
    matching,
    one_of,
    readable,
    whole,
    words,
)
from mentorlog.model.entries import Answer
from mentorlog.model.packets import FEEDBACK, MOST_ANSWERS, MOST_ITEMS, FeedbackFile, Item
from mentorlog.text import clean, clean_line

Source = Mapping[str, object]
DIGEST = re.compile(r"[0-9a-f]{64}")
HEAD = frozenset({"format", "version", "reader", "packet", "by", "items"})
ITEM = frozenset({"uid", "about", "kind", "text", "framework", "answers", "at"})
ABOUT = frozenset({"number", "uid", "digest"})
ANSWER = frozenset({"key", "question", "text", "spine"})
SPINE = ("", "happened", "felt", "meant", "next")


def read_feedback(content: bytes) -> FeedbackFile:
    """The feedback in `content`, every word of it checked. Raises Damaged where it can't be right, TooNew where it
    is of a later version.
    """
    source = opened(content, FEEDBACK)
    with distrust("feedback file"):
        only(source, HEAD)
        items = all_objects(source, "items", _item)
        if not 1 <= len(items) <= MOST_ITEMS:
            raise Unfit("items")
        return FeedbackFile(
            reader=_there(source, "reader", UID),
            packet=_there(source, "packet", UID),
            by=clean_line(words(source, "by"), what="name"),
            items=items,
        )


def _item(source: Source) -> Item:
    only(source, ITEM)
    (about,) = all_objects({"about": [source.get("about")]}, "about", lambda one: one)
    only(about, ABOUT)
    number = whole(about, "number", 1, MOST)
    text = words(source, "text")
    answers = all_objects(source, "answers", _answer)
    if number is None or len(answers) > MOST_ANSWERS:
        raise Unfit("about" if number is None else "answers")
    return Item(
        uid=_there(source, "uid", UID),
        number=number,
        entry=_there(about, "uid", UID),
        digest=_there(about, "digest", DIGEST),
        is_question=one_of(source, "kind", ("comment", "question")) == "question",
        text=clean(text) if text or not answers else "",
        framework=clean_line(words(source, "framework")) if "framework" in source else "",
        answers=answers,
        at=_moment(source),
    )


def _answer(source: Source) -> Answer:
    only(source, ANSWER)
    return Answer(
        key=clean_line(words(source, "key")),
        question=clean_line(words(source, "question")),
        text=clean(words(source, "text")),
        spine=one_of(source, "spine", SPINE, ""),
    )


def _moment(source: Source) -> str:
    at = readable(source, "at", MOMENT, datetime.fromisoformat)
    if not at:
        raise Unfit("at")
    return at


def _there(source: Source, key: str, form: re.Pattern[str]) -> str:
    value = matching(source, key, form)
    if not value:
        raise Unfit(key)
    return value
