"""Text that is kept, shown and searched: mentorlog.text."""

import re
import string
import sys
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.errors import InvalidInput
from mentorlog.text import (
    _folded,
    clean,
    clean_line,
    display_width,
    first_words,
    fold,
    is_typo,
    one_line,
    safe,
    suggest,
    summary,
)
from tests.entries import examples

ANY_TEXT = st.text(st.characters(codec=None))
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"


# Kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("I led the meeting.", "I led the meeting."),
        ("A\u0301nh", "Ánh"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("\n \n  a quote in Markdown\n\n", "  a quote in Markdown"),
        ("two spaces break a line  \nhere  ", "two spaces break a line  \nhere"),
        ("\ufeffsaved by an editor", "saved by an editor"),
        (" \n\ufeff\n\ufeffx", "x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\x1b[31m is kept", "\x1b[31m is kept"),
    ],
)
def test_a_text_is_kept_in_one_form(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@pytest.mark.parametrize("raw", ["", "  \n\t", "\u200b\u2060", "\ufeff", "\u3000", "\x00"])
def test_nothing_to_see_is_no_text(raw: str) -> None:
    with pytest.raises(InvalidInput, match="empty-text"):
        clean(raw)


def test_bytes_that_are_not_utf8_are_refused_without_repeating_them() -> None:
    with pytest.raises(InvalidInput, match="bytes-not-utf8") as told:
        clean("secret \udcff", what="title")
    assert told.value.values == {"what": "title"}
    assert told.value.__context__ is None


def test_a_text_has_at_most_one_mebibyte_of_utf8() -> None:
    most = "é" * (512 * 1024)
    assert clean(most) == most
    with pytest.raises(InvalidInput, match="text-too-long"):
        clean(most + "!")


def test_a_title_is_one_line() -> None:
    assert clean_line(" Mie\n\t 美恵 ") == "Mie 美恵"
    assert clean_line("a" * 1000, what="name") == "a" * 1000
    with pytest.raises(InvalidInput, match="line-too-long"):
        clean_line("a" * 1001, what="name")
    with pytest.raises(InvalidInput, match=r"empty$"):
        clean_line("\n", what="name")


@given(ANY_TEXT)
def test_cleaning_again_changes_nothing(raw: str) -> None:
    with suppress(InvalidInput):
        once = clean(raw)
        assert clean(once) == once


# Shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\nlines", "plain\nlines"),
        ("[bold] :smile: [/]", "[bold] :smile: [/]"),
        ("\ttab", "    tab"),
        ("\x00\x07\x08\r\x1b[2J", "␀␇␈␍␛[2J"),
        ("\x7f", "␡"),
        ("\x85\x9b", "<U+0085><U+009B>"),
        ("\u202eevil\u2069", "<U+202E>evil<U+2069>"),
        ("a\u200b\u2060\ufeff\u00adb", "a<U+200B><U+2060><U+FEFF><U+00AD>b"),
        ("\u2028\u2029", "<U+2028><U+2029>"),
        ("\U000e0041\udcff\u0378\uffff", "<U+E0041><U+DCFF><U+0378><U+FFFF>"),
        (FAMILY + " ❤\ufe0f می\u200cخواهم", FAMILY + " ❤\ufe0f می\u200cخواهم"),
        ("10\u202f% \u00a0全角\u3000 \ue000", "10\u202f% \u00a0全角\u3000 \ue000"),
    ],
)
def test_what_could_steer_or_hide_is_made_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(ANY_TEXT)
def test_no_text_reaches_the_terminal_with_a_control_character(text: str) -> None:
    assert not STEERING.search(safe(text))
    assert safe(safe(text)) == safe(text)
    safe(text).encode()


@given(ANY_TEXT)
def test_one_line_has_no_line_end(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert one_line(text) == one_line(text).strip()


def test_one_line_has_single_spaces() -> None:
    assert one_line("  a\n\n\t b\x1b ") == "a b␛"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("Ánh", 3),
        ("A\u0301nh", 3),
        ("美恵", 4),
        ("정체성", 6),
        ("\u1112\u1161\u11ab", 2),
        ("हिन्दी", 5),
        ("", 0),
    ],
)
def test_cells(text: str, columns: int) -> None:
    assert display_width(text) == columns


# The beginning, for lists


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("", ""),
        ("\n\n  Led it.\n", "Led it."),
        ("We spoke about it.\nMie keeps two.", "We spoke about it."),
        ('She said "so."\nMore.', 'She said "so."'),
        ("今日は話した。\nまた来月。", "今日は話した。"),
        ("I am to\nread it as clear", "I am to…"),
        ("I heard myself say we for my own work", "I heard myself say…"),
        ("exactly twenty cells", "exactly twenty cells"),
        ("exactly twenty cells more", "exactly twenty…"),
        ("我今天和 Mie 聊了很久很久很久", "我今天和 Mie 聊了很…"),
        ("我今天和奶奶说了话 Mie", "我今天和奶奶说了话…"),
        ("정체성에 대해 이야기했다", "정체성에 대해…"),
        ("สวัสดีครับผมชื่อสมชายและผม", "สวัสดีครับผมชื่อสมชายและ…"),
        ("https://example.org/a/long/address", "https://example.org…"),
        ("e\u0301" * 30, "é" * 19 + "…"),
        (FAMILY * 5, FAMILY * 3 + "…"),
        ("👍🏽" * 6, "👍🏽" * 4 + "…"),
    ],
)
def test_first_words(text: str, beginning: str) -> None:
    assert first_words(unicodedata.normalize("NFC", text), 20) == beginning


def test_a_list_has_72_columns_for_the_first_words() -> None:
    assert display_width(first_words("word " * 100)) == 70


@given(ANY_TEXT, st.integers(1, 40))
def test_first_words_fit(text: str, width: int) -> None:
    assert display_width(first_words(text, width)) <= width


# Searched


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nguyễn Đức Ánh", "nguyen duc anh"),
        ("ŁÓDŹ Ørsted Straße", "lodz orsted strasse"),
        ("İstanbul ısı Ħal Ŧ", "istanbul isi hal t"),
        ("Ｆｕｌｌ ﬁne ①", "full fine 1"),
        ("身份认同", "身份认同"),
        ("정체성을", "정체성을"),
        ("हिन्दी", "हिन्दी"),
        ("தமிழ்", "தமிழ்"),
        ("สวัสดี", "สวัสดี"),
        ("が Й Άνθρωπος", "が й άνθρωποσ"),
        ("PLAIN", "plain"),
    ],
)
def test_search_reads_every_script(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_folding_once_leaves_every_letter_folded() -> None:
    unassigned = ("Cn", "Co", "Cs")  # which stand for nothing, and most of all
    assigned = [each for each in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(each) not in unassigned]
    folded = {letter: fold(letter) for letter in assigned}
    assert len(assigned) > 140_000
    assert [letter for letter, once in folded.items() if once != letter and fold(once) != once] == []


@given(
    st.lists(ANY_TEXT | st.sampled_from(["Nguyễn", "e", "\u0301", "கா", "\u0bbe", "정", "\u11bc", "ﬁ", "¨"]), max_size=6)
)
def test_words_are_folded_and_composed_as_the_whole_text_would_be(words: list[str]) -> None:
    text = " ".join(words)
    assert fold(text) == _folded(text)
    with suppress(InvalidInput):
        assert unicodedata.is_normalized("NFC", clean(text))


@given(ANY_TEXT)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text) == unicodedata.normalize("NFC", fold(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One line.\n\nAnother.\n three\nfour", ["One line.", "Another.", "three"]),
        ("First. Second! Is it? No.", ["First.", "Second!", "Is it?"]),
        ('She said "no." Then 3.5 km', ['She said "no."', "Then 3.5 km"]),
        ("我很好。「真的。」對", ["我很好。", "「真的。」", "對"]),
        ("no end", ["no end"]),
        ("", []),
        ("...", ["..."]),
    ],
)
def test_the_gist(text: str, parts: list[str]) -> None:
    assert summary(text) == parts


names = st.text("abcdeăễ梢", min_size=3, max_size=8)


@pytest.mark.parametrize(
    ("typed", "meant", "is_one"),
    [
        ("lin", "linh", True),
        ("linhh", "linh", True),
        ("xlinh", "linh", True),
        ("inh", "linh", True),
        ("lihn", "linh", True),
        ("ilnh", "linh", True),
        ("minh", "linh", False),
        ("linh", "linh", False),
        ("li", "lin", False),
        ("il", "li", False),
        ("hnil", "linh", False),
        ("linhab", "linh", False),
        ("lin1", "lin", False),
        ("an-h", "anh", False),
        ("梢梢梢", "梢梢", False),
    ],
)
def test_a_slip_is_one_letter_more_less_or_swapped(typed: str, meant: str, is_one: bool) -> None:
    assert is_typo(typed, meant) is is_one
    assert is_typo(meant, typed) is is_one


@given(name=names, place=st.integers(0, 7), letter=st.sampled_from(string.ascii_lowercase))
@examples(100)
def test_a_replaced_letter_is_no_slip(name: str, place: int, letter: str) -> None:
    place %= len(name)
    assert not is_typo(name[:place] + letter + name[place + 1 :], name)


@given(name=names, place=st.integers(0, 7), letter=st.sampled_from(string.ascii_lowercase))
@examples(100)
def test_an_added_letter_is_a_slip(name: str, place: int, letter: str) -> None:
    assert is_typo(name[:place] + letter + name[place:], name)


def test_words_that_are_spelt_alike_are_near() -> None:
    assert suggest("identiy", ["coping", "identity", "entity"]) == ["identity", "entity"]
    assert suggest("xyz", ["coping"]) == []
