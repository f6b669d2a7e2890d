"""Questions as headings in an editor, read back as they were written."""

from hypothesis import given
from hypothesis import strategies as st

from mentorlog.model.frameworks import parse_library
from mentorlog.model.templates import HINT, parse_template, template

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
