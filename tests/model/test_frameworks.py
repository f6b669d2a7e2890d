"""Frameworks: given ones, the user's own, and what is wrong with a file of them."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.errors import Damaged, InvalidInput
from mentorlog.model.areas import DEFAULT_AREAS
from mentorlog.model.frameworks import HINT, SPINE, parse_library, parse_template, template

OWN = """
[Week]
title = "My  week"
version = 3
questions = [{ key = "light", words = "What was light?", spine = "felt" }, { key = "heavy", words = "何が重かった？" }]

[driscoll]
for = "reflection"
questions = [{ key = "what", words = "Chuyện gì đã xảy ra?" }]

[starters]
speaking = ["When did you speak up?"]
"""
TWICE_DUE = """
[week]
for = "goal"
questions = [{ key = "a", words = "b", option = "due" }, { key = "c", words = "d", option = "due" }]
"""
# Raise the version of a framework when you change its words, and write its digest here again.
PINNED = {
    "driscoll 1": "2516c55a",
    "gibbs 1": "d6bece49",
    "kolb 1": "a62a42d1",
    "era 1": "5e66937e",
    "free 1": "8ae59000",
    "hard 1": "c0c237ba",
    "smart 1": "0a99a2a0",
    "woop 1": "9c0b84b6",
    "steps 1": "cbeb52af",
    "count 1": "70a42bf9",
    "direction 1": "d932fc8d",
    "sbi 1": "1d14cca7",
}


def test_the_given_ones() -> None:
    books = parse_library()
    assert [each.name for each in books.of("reflection")] == ["driscoll", "gibbs", "kolb", "era", "free", "hard"]
    assert [each.name for each in books.of("comment")] == ["sbi"]
    assert [each.name for each in books.of("goal")] == ["smart", "woop", "steps", "count", "direction"]
    prompts = [prompt for framework in books.frameworks for prompt in framework.prompts]
    assert all(prompt.spine in SPINE[1:] and prompt.words.endswith("?") for prompt in prompts)


def test_other_words_need_another_version() -> None:
    asked = {
        f"{each.name} {each.version}": "\n".join(prompt.words for prompt in each.prompts)
        for each in parse_library().frameworks
    }
    assert {name: hashlib.sha256(words.encode()).hexdigest()[:8] for name, words in asked.items()} == PINNED


def test_every_area_has_two_or_three_questions_to_start_with() -> None:
    starters = parse_library().starters
    assert {area.slug: len(starters[area.slug]) in (2, 3) for area in DEFAULT_AREAS} == dict.fromkeys(starters, True)


def test_one_s_own_count_over_given_ones() -> None:
    books = parse_library(OWN)
    week = books.find("WEEK", "reflection")
    assert (week.title, week.version, week.keys) == ("My week", 3, ("light", "heavy"))
    assert books.find("driscoll", "reflection").prompts[0].words == "Chuyện gì đã xảy ra?"
    assert books.find("driscoll", "reflection").title == "driscoll"
    assert [prompt.key for prompt in books.starter_prompts(["role-modeling", "speaking", "nothing"])] == [
        *("role_modeling_1", "role_modeling_2", "speaking_1"),
    ]


def test_it_is_found_by_its_name_or_a_beginning() -> None:
    books = parse_library()
    assert books.find("gib", "reflection").name == "gibbs"
    for name in ("", "smart", "nothing"):
        with pytest.raises(InvalidInput, match="no-framework"):
            books.find(name, "reflection")


def test_a_key_may_be_written_with_dashes() -> None:
    framework = parse_library().find("driscoll", "reflection")
    assert framework.prompt("So-What").key == "so_what"
    with pytest.raises(InvalidInput, match="no-question-key") as caught:
        framework.prompt("why")
    assert caught.value.values["known"] == ("what", "so_what", "now_what")


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        ("week = ", "frameworks-cut-short"),
        ("[week]\n= 1\n", "frameworks-not-toml"),
        ("[tuần]\n", "frameworks-need-quotes"),
        ("week = 1", "framework-not-table"),
        ("[week]\nfor = 'dream'", "framework-kind"),
        ("[week]\nfor = ['goal']", "framework-kind"),
        ("[week]", "framework-no-questions"),
        ("[week]\nquestions = []", "framework-no-questions"),
        ("[week]\nversion = 'one'\nquestions = [1]", "framework-version"),
        ("[week]\nquestions = [1]", "question-incomplete"),
        ("[week]\nquestions = [{ key = 'a' }]", "question-incomplete"),
        ("[week]\nquestions = [{ key = 1, words = 'b' }]", "question-incomplete"),
        ("[week]\nquestions = [{ key = 'a=b', words = 'b' }]", "question-key"),
        (
            "[week]\nquestions = [{ key = 'a', words = 'b', spine = 'soul' }]",
            "question-spine",
        ),
        (
            "[week]\nquestions = [{ key = 'a', words = 'b', option = 'due' }]",
            "question-option",
        ),
        (
            "[week]\nquestions = [{ key = 'a', words = 'b' }, { key = 'A', words = 'c' }]",
            "framework-same-keys",
        ),
        (TWICE_DUE, "framework-same-keys"),
        ("starters = 1", "starters"),
        ("[starters]\nidentity = 'why?'", "starters"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(own: str, reason: str) -> None:
    with pytest.raises(Damaged) as caught:
        parse_library(own)
    assert (caught.value.reason, str(caught.value.values["cause"])) == ("bad-frameworks", reason)


ERA = parse_library().find("era", "reflection")
words = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])).filter(lambda text: HINT not in text)
answers = st.dictionaries(st.sampled_from(ERA.keys), words.filter(str.strip))


def test_a_template() -> None:
    assert template(ERA, "As it was.", {"action": "Ask."}) == (
        f"{HINT}\n\nAs it was.\n\n## What happened, in a sentence?\n\n\n\n## What does it tell you?\n\n\n\n"
        "## What follows from it?\n\nAsk.\n"
    )


def test_what_an_editor_may_leave() -> None:
    above = "Above.\r\n##  What happened, in a sentence?\r\nOne."
    left = f"{above}\r\n# A heading of one's own\r\nTwo.\r\n## What follows from it?\r\n "
    text, told = parse_template(ERA, left)
    assert text == "Above."
    assert told == {"experience": "One.\n# A heading of one's own\nTwo."}


def test_a_heading_that_stands_twice_is_one_answer() -> None:
    heading = "## What does it tell you?"
    assert parse_template(ERA, f"{heading}\nOne.\n{heading}\nTwo.")[1] == {"reflection": "One.\nTwo."}


@given(words, answers)
def test_it_is_read_back(text: str, told: dict[str, str]) -> None:
    headings = {f"## {prompt.words}" for prompt in ERA.prompts}
    assert not headings.intersection((text, *told.values()))
    back, answers = parse_template(ERA, template(ERA, text, told))
    assert back.strip() == text.strip()
    assert {key: answer.strip() for key, answer in answers.items()} == {
        key: answer.strip() for key, answer in told.items()
    }
