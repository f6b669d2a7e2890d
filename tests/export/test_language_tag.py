"""Which language a text is said to be in, and what is left open."""

import pytest

from mentorlog.export.language_tag import language_tag
from tests.export.script_samples import WORDS

OPEN = {"chinese": "und-Hani", "hindi": "und-Deva", "arabic": "und-Arab", "vietnamese": ""}
TAGS = {"chinese": "zh", "japanese": "ja", "korean": "ko", "vietnamese": "vi", "tamil": "ta"}
TAGS |= {"hindi": "hi", "arabic": "ar", "hebrew": "he"}


@pytest.mark.parametrize("tongue", WORDS)
def test_sentences_tell_their_language_and_short_ones_at_least_their_script(tongue: str) -> None:
    words = WORDS[tongue]
    assert [language_tag(words[key]) for key in ("said", "thought")] == [TAGS[tongue]] * 2
    known = {TAGS[tongue], OPEN.get(tongue, TAGS[tongue])}
    assert {language_tag(text) for text in words.values()} <= known | ({"und-Hani"} if tongue == "japanese" else set())


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("We met, and she said more than I did.", ""),
        ('Nguyệt said, "That sounds tiring," and did not add a "but".', ""),
        ("Café, naïve, Đorđe and Ẹniọlá", ""),
        ("Nguyệt", "vi"),
        ("美恵", "und-Hani"),
        ("梢さん", "ja"),
        ("你吃了吗？", "zh"),
        ("السلام", "und-Arab"),
        ("امروز با او درباره‌ی خانه گفت‌وگو کردم", "und-Arab"),
        ("आज आम्ही घराबद्दल बोललो", "und-Deva"),
        ("We drank ชา together in the canteen after two", ""),
        ("сегодня", "und-Cyrl"),
    ],
)
def test_languages(text: str, tag: str) -> None:
    assert language_tag(text) == tag
