"""Feedback files, read with distrust."""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given

from mentorlog.errors import Damaged, TooNew
from mentorlog.exchange.feedback_files import feedback_json, read_feedback
from mentorlog.exchange.packets import read_packet
from mentorlog.model.packets import FeedbackFile
from tests.entries import examples
from tests.exchange.mutations import mutated
from tests.exchange.packet_samples import READER, TOKEN, document, feedback_files

Whole = dict[str, Any]


def whole() -> Whole:
    about = {"number": 1, "uid": "a" * 32, "digest": "b" * 64}
    answers = [{"key": "situation", "question": "Where?", "text": "There.", "spine": "happened"}]
    item = {
        "uid": "c" * 32,
        "about": about,
        "kind": "question",
        "text": "Why?",
        "framework": "sbi",
        "answers": answers,
        "at": "2026-03-12T10:00:00+00:00",
    }
    return {
        "format": "mentorlog feedback",
        "version": 1,
        "reader": READER,
        "packet": TOKEN,
        "by": "Ánh",
        "items": [item],
    }


def as_bytes(file: object) -> bytes:
    return json.dumps(file).encode()


@given(feedback_files)
@examples(100)
def test_what_is_written_is_read_back(file: FeedbackFile) -> None:
    assert read_feedback(feedback_json(file).encode()) == file


def test_words_may_be_left_out_where_there_are_answers() -> None:
    file = whole()
    del file["items"][0]["text"], file["items"][0]["framework"]
    (item,) = read_feedback(as_bytes(file)).items
    assert (item.text, item.framework, item.is_question, item.answers[0].text) == ("", "", True, "There.")


def items(file: Whole) -> Whole:
    item: Whole = file["items"][0]
    return item


WRONG: dict[str, Callable[[Whole], object]] = {
    "no items": lambda file: file.update(items=[]),
    "too many items": lambda file: file.update(items=file["items"] * 1001),
    "an unknown key": lambda file: file.update(more=1),
    "an unknown key in an item": lambda file: items(file).update(more=1),
    "an unknown key in about": lambda file: items(file)["about"].update(more=1),
    "an unknown key in an answer": lambda file: items(file)["answers"][0].update(more=1),
    "no reader": lambda file: file.pop("reader"),
    "no packet": lambda file: file.pop("packet"),
    "no name": lambda file: file.pop("by"),
    "no uid": lambda file: items(file).pop("uid"),
    "no about": lambda file: items(file).pop("about"),
    "about is a number": lambda file: items(file).update(about=1),
    "no number": lambda file: items(file)["about"].pop("number"),
    "no digest": lambda file: items(file)["about"].pop("digest"),
    "no kind": lambda file: items(file).pop("kind"),
    "a kind that is none": lambda file: items(file).update(kind="praise"),
    "neither words nor answers": lambda file: (items(file).pop("text"), items(file).pop("answers")),
    "an empty answer": lambda file: items(file)["answers"][0].update(text=" "),
    "an answer without a key": lambda file: items(file)["answers"][0].pop("key"),
    "too many answers": lambda file: items(file).update(answers=items(file)["answers"] * 21),
    "a spine that is none": lambda file: items(file)["answers"][0].update(spine="back"),
    "no moment": lambda file: items(file).pop("at"),
    "a moment that is none": lambda file: items(file).update(at="2026-13-12T10:00:00+00:00"),
    "a moment elsewhere": lambda file: items(file).update(at="2026-03-12T10:00:00+01:00"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_can_not_be_right_is_damage(what: str) -> None:
    file = whole()
    WRONG[what](file)
    with pytest.raises(Damaged):
        read_feedback(as_bytes(file))


def test_a_later_version_is_told() -> None:
    with pytest.raises(TooNew):
        read_feedback(b'{"format": "mentorlog feedback", "version": 2}')


@pytest.mark.parametrize("seed", range(3))
def test_mutated_files_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    sources = ((read_feedback, as_bytes(whole())), (read_packet, document()))
    for _ in range(150):
        for read, content in sources:
            with suppress(Damaged, TooNew):
                read(mutated(content, chance))


def test_no_beginning_of_a_file_is_one() -> None:
    for content in (as_bytes(whole()), document().rstrip()):
        for end in range(0, len(content), max(1, len(content) // 400)):
            with pytest.raises(Damaged):
                (read_feedback if b"feedback" in content[:40] else read_packet)(content[:end])
