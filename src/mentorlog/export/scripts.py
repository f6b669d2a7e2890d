"""The script that a text is mostly written in, as a language tag, so that browsers choose the right letters and voice.

A language is named only where its script leaves no doubt; otherwise the script alone ("und-Arab" may be Arabic,
Persian or Urdu). Chinese characters without kana stay "und-Hani": which language they are, the reader's own
settings decide.
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
ANY = re.compile(f"[{''.join(pattern.pattern[1:-1] for pattern in SCRIPTS.values())}]")
LATIN = re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")


def language(text: str) -> str:
    """The language tag of a text; empty where most of it is Latin, or in none of the scripts known here."""
    if text.isascii() or not ANY.search(text):
        return ""
    counts = {tag: len(pattern.findall(text)) for tag, pattern in SCRIPTS.items()}
    if counts["ja"]:
        counts["ja"] += counts.pop("und-Hani")
    tag, most = max(counts.items(), key=lambda pair: pair[1])
    # A letter of these scripts says about as much as two Latin ones.
    return tag if 2 * most > len(LATIN.findall(text)) else ""
