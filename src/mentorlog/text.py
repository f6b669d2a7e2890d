"""One place that makes any text safe to keep and to show, folds it for search, and knows words that are spelt alike."""

import re
import shlex
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from itertools import accumulate

from mentorlog.errors import InvalidInput

TEXT_LIMIT = 1024 * 1024  # bytes of UTF-8
LINE_LIMIT = 1000  # characters

# Patterns stay strings, which `re` compiles at their first use: most commands need few of them.
# Blank lines and byte order marks in front of a text; the indent of its first line is Markdown, and stays.
_LEAD = r"\A(?:[\s\ufeff]*\n)?\ufeff*"
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_LATIN_MARKS = f"(?<=[a-z\u00aa-\u02af\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]){_MARK}+"
_STROKES = "đøłħŧı"  # letters whose stroke or lost dot no normal form takes apart
_LATIN_STROKES = str.maketrans(_STROKES, "dolhti")
_JOINERS = "\u200c\u200d"  # Persian, Indic scripts and emoji are spelt with them
# What belongs to the character before it although its category doesn't say so: joiners, Thai and Lao am, skin tones.
_CLINGING = _JOINERS + "\u0e33\u0eb3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
# Scripts written without spaces, from Thai to Burmese, Khmer, Chinese and Japanese: a line may end after any letter.
_UNSPACED = (
    *(("\u0e00", "\u109f"), ("\u1780", "\u17ff"), ("\u3000", "\u30ff"), ("\u3400", "\u9fff")),
    *(("\uf900", "\ufaff"), ("\uff00", "\uffef"), ("\U00020000", "\U0003ffff")),
)
_SENTENCE_ENDS = tuple(".!?…。！？．｡।॥؟۔")
_CLOSING = "\"'”’»」』）)]"
# Python composes Tamil, and takes Vietnamese apart, at half a microsecond a letter. No normal form joins anything over
# a space: words are done one by one and remembered, for an import and `check` meet the same ones all the time.
_REMEMBERED, _LONGEST_WORD = 8192, 40

# Up to what ends a sentence: before a space in most scripts, anywhere where no spaces are written.
_SENTENCE = r"(?s).+?(?:[.!?…।॥؟۔]+[\"'”’»)\]]*(?=\s|$)|[。！？．｡]+[」』”’）]*|$)"


def clean(raw: str, *, what: str = "text") -> str:
    """The text as it is kept: NFC, lines ended by LF, no blank lines around it and no space after it.

    Raises InvalidInput, never repeating the text, where it is blank, not UTF-8, or over 1 MiB; `what` names it there.
    """
    if not is_unicode(raw):
        raise InvalidInput("bytes-not-utf8", what=what)
    lines = raw.replace("\r\n", "\n").replace("\r", "\n")
    text = lines if lines.isascii() else _COMPOSED.of(lines)
    if not text[:1].isalnum():  # no lead begins with a letter, as most texts do
        text = re.sub(_LEAD, "", text, count=1)
    text = text.rstrip()
    if all(unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp") for char in text):
        raise InvalidInput("empty-text" if what == "text" else "empty", what=what)
    if 4 * len(text) > TEXT_LIMIT < len(text.encode()):
        raise InvalidInput("text-too-long", what=what)
    return text


def clean_line(raw: str, *, what: str = "text") -> str:
    """A title or a name as it is kept: like `clean`, on one line with single spaces, of at most 1,000 characters."""
    line = " ".join(clean(raw, what=what).split())
    if len(line) > LINE_LIMIT:
        raise InvalidInput("line-too-long", what=what)
    return line


def is_unicode(raw: str) -> bool:
    """Whether the text can be kept: Python turns bytes of the command line that are not UTF-8 into lone surrogates."""
    try:
        raw.encode()
    except UnicodeEncodeError:
        return False
    return True


def safe(text: str) -> str:
    """The text with what could steer a terminal or hide made visible (␛, <U+202E>); tabs become spaces."""
    return "\n".join(line if line.isprintable() else "".join(map(_shown, line)) for line in text.split("\n"))


def one_line(text: str) -> str:
    """The text, safe, on one line with single spaces."""
    return safe(" ".join(text.split()))


def shell_quoted(text: str) -> str:
    """The text, safe, as one word of a command that somebody may copy into their shell."""
    return one_line(text) if text.isalnum() else shlex.quote(one_line(text))


def first_words(text: str, width: int = 72) -> str:
    """The beginning of a text for lists, on one line of at most `width` terminal cells, with "…" where it was cut.

    Words stay whole, but for one that is too long for the line and for scripts without spaces. A first line that fits
    and ends a sentence stands for the text, without "…".
    """
    first, _, rest = text.strip().partition("\n")
    line = one_line(first)
    if _fits(line, width) and (not rest or line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)):
        return line
    return _cut(line, width - 1) + "…"


def summary(text: str, most: int = 3) -> list[str]:
    """The first lines of a text, at most so many; of a text that is one line, its first sentences."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    parts = lines if len(lines) > 1 else [part.strip() for part in re.findall(_SENTENCE, text) if part.strip()]
    return parts[:most]


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes: East Asian wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def fold(text: str) -> str:
    """The text as search compares it: NFKC, case-folded, marks removed from Latin letters alone (Nguyễn → nguyen)."""
    return text.lower() if text.isascii() else _FOLDED.of(text)


class _Words(dict[str, str]):
    """What `change` makes of each word, by word."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def of(self, text: str) -> str:
        """The text, each of its words changed."""
        return " ".join(map(self.__getitem__, text.split(" ")))

    def __missing__(self, word: str) -> str:
        changed = self._change(word)
        if len(word) <= _LONGEST_WORD:
            if len(self) == _REMEMBERED:
                self.clear()
            self[word] = changed
        return changed


def _folded(text: str) -> str:
    # Unicode's compatibility caseless matching (Unicode 15, 3.13, D146). Taken apart first, nothing comes back from
    # casefold that would need a second round.
    text = unicodedata.normalize("NFKD", text).casefold()
    if re.search(_MARK, text):
        text = re.sub(_LATIN_MARKS, "", text)
    if any(letter in text for letter in _STROKES):
        text = text.translate(_LATIN_STROKES)
    return unicodedata.normalize("NFC", text)


_COMPOSED, _FOLDED = _Words(partial(unicodedata.normalize, "NFC")), _Words(_folded)


def _shown(char: str) -> str:
    if char == "\t":
        return "    "
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if char.isprintable() or char in _JOINERS or unicodedata.category(char) in ("Zs", "Co"):
        return char
    return f"<U+{ord(char):04X}>"


@lru_cache(_REMEMBERED)
def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0  # the second range: vowels and finals that complete a Hangul syllable
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fits(line: str, width: int) -> bool:
    """Whether the line takes at most `width` cells; a long one isn't measured to its end."""
    return len(line) <= width if line.isascii() else all(used <= width for used in accumulate(map(_cell, line)))


def _cut(line: str, width: int) -> str:
    """The line up to `width` cells, back to where a word is whole, or at least a character with its marks."""
    end = used = min(width, len(line)) if line[:width].isascii() else 0
    while end < len(line) and (used := used + _cell(line[end])) <= width:
        end += 1
    if end == len(line):
        return line
    whole = 0
    for at in range(end, 0, -1):
        if not _is_inside(line, at):
            if line[at] == " " or _is_unspaced(line[at - 1]) or _is_unspaced(line[at]):  # a word ends
                return line[:at].rstrip()
            whole = whole or at
    return line[:whole].rstrip()


def _is_unspaced(char: str) -> bool:
    return any(first <= char <= last for first, last in _UNSPACED)


def _is_inside(line: str, at: int) -> bool:
    """Whether a cut at this place would part a character from what belongs to it."""
    char = line[at]
    return unicodedata.category(char)[0] == "M" or char in _CLINGING or line[at - 1] == "\u200d"


def suggest(word: str, known: Iterable[str]) -> list[str]:
    """The words of `known` that are spelt like `word`, the nearest first; at most three."""
    from difflib import get_close_matches

    return get_close_matches(word, list(known), n=3, cutoff=0.6)


def is_typo(typed: str, meant: str) -> bool:
    """Whether `typed` is `meant` with one letter added, dropped, or swapped with its neighbour.

    A replaced letter is no typo (Linh and Minh are two people), nor is anything in a word of fewer than three letters.
    """
    if typed == meant or min(len(typed), len(meant)) < 3 or not (typed.isalpha() and meant.isalpha()):
        return False
    if len(typed) == len(meant):
        return any(typed == meant[:i] + meant[i + 1] + meant[i] + meant[i + 2 :] for i in range(len(meant) - 1))
    shorter, longer = sorted((typed, meant), key=len)
    return len(longer) - len(shorter) == 1 and any(shorter == longer[:i] + longer[i + 1 :] for i in range(len(longer)))
