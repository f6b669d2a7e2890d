"""The script that a text is mostly written in, as a language tag, so that browsers choose the right letters and voice.

A language is named only where its letters leave hardly a doubt: Chinese, Arabic, Hindi and Vietnamese by what no
neighbour of theirs writes. Otherwise it is the script alone ("und-Arab" may be Arabic, Persian or Urdu), and the
reader's own settings decide.
"""

import re

SCRIPTS = {
    "ja": re.compile("[\u3041-\u309f\u30a0-\u30fa\u30fc-\u30ff\uff66-\uff9d]"),
    "ko": re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "und-Hani": re.compile("[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "und-Arab": re.compile("[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "he": re.compile("[\u0591-\u05f4\ufb1d-\ufb4f]"),
    "und-Deva": re.compile("[\u0900-\u097f]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "th": re.compile("[\u0e01-\u0e5b]"),
    "und-Cyrl": re.compile("[\u0400-\u052f]"),
}
# What tells a language among those of its script, and what no text of it holds.
LANGUAGE_HINTS = {
    "und-Hani": (
        "zh",
        re.compile("[这這们們吗嗎呢吧您她很没沒说說么麼你哪还对时间问认识语记师见实业发书话谈让给议过进样边妈爸]"),
        None,
    ),
    "und-Arab": ("ar", re.compile("[\u0622\u0623\u0625\u0629\u0649]"), re.compile("[\u0671-\u06d3]")),
    "und-Deva": ("hi", re.compile(r"(?<![\u0900-\u097f])(?:है|हैं|हूँ|में|नहीं|थे|हुई|मैंने)(?![\u0900-\u097f])"), None),
}
# Letters of two marks, and three of their own, which Vietnamese has in nearly every word.
VIETNAMESE = re.compile("[\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea4-\u1eb7\u1ebe-\u1ec7\u1ed0-\u1ee3\u1ee8-\u1ef1]")
ANY = re.compile(f"[{''.join(pattern.pattern[1:-1] for pattern in SCRIPTS.values())}]")
SAMPLE_LENGTH = 400  # characters, to tell by
LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")


def language_tag(text: str) -> str:
    """The language tag of a text; empty where most of it is Latin, or in none of the scripts known here."""
    text = text[:SAMPLE_LENGTH]
    if text.isascii():
        return ""
    if not ANY.search(text):
        return _latin(text)
    counts = {tag: len(pattern.findall(text)) for tag, pattern in SCRIPTS.items()}
    if counts["ja"]:
        counts["ja"] += counts.pop("und-Hani")
    tag, most = max(counts.items(), key=lambda pair: pair[1])
    # A letter of these scripts says about as much as two Latin ones.
    return _language_of_script(tag, text) if 2 * most > len(LATIN.findall(text)) else ""


def _language_of_script(tag: str, text: str) -> str:
    """The language that a text in this script is in, where it tells."""
    named, telling, foreign = LANGUAGE_HINTS.get(tag, (tag, None, None))
    is_told = telling and telling.search(text) and not (foreign and foreign.search(text))
    return named if is_told else tag


def _latin(text: str) -> str:
    found = len(VIETNAMESE.findall(text))
    return "vi" if found and 10 * found >= len(LATIN.findall(text)) else ""
