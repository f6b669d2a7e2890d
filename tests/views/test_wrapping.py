"""Where texts break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.text import display_width, safe
from mentorlog.views.wrapping import spans


def wrapped(line: str, width: int) -> list[str]:
    return [line[start:end] for start, end in spans(line, width)]


@pytest.mark.parametrize(
    ("line", "width", "parts"),
    [
        ("", 10, [""]),
        ("one two", 10, ["one two"]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("  an indent stays", 11, ["  an indent", "stays"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("abcᬵ", 3, ["ab", "cᬵ"]),
        ("a unbreakable", 5, ["a", "unbre", "akabl", "e"]),
        ("我說得很清楚。", 6, ["我說得", "很清", "楚。"]),
        ("她說「好」嗎", 6, ["她說", "「好」", "嗎"]),
        ("Mie 美恵 san", 8, ["Mie 美恵", "san"]),
        ("한국어 김하늘", 6, ["한국어", "김하늘"]),
        ("now at 60 % more", 9, ["now at", "60 % more"]),
        ("now at 60 % more", 8, ["now at", "60 %", "more"]),
        ("one · two", 6, ["one ·", "two"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_breaks(line: str, width: int, parts: list[str]) -> None:
    assert wrapped(line, width) == parts


@given(
    st.text(alphabet=st.characters(blacklist_characters="\n") | st.sampled_from(" ab長「」한\u0301·%")),
    st.integers(2, 30),
)
def test_loses_nothing_and_fits(raw: str, width: int) -> None:
    line = safe(raw)
    parts = wrapped(line, width)
    assert "".join(parts).replace(" ", "") == line.replace(" ", "")
    assert all(display_width(part) <= width for part in parts)
