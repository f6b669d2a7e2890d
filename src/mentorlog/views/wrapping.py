"""Where a text breaks into lines: by terminal cells, between words, and between East Asian characters."""

import re
import unicodedata
from collections.abc import Iterator

from mentorlog.text import display_width

# Chinese and Japanese are written without spaces and break between any two characters, but for these: a line
# neither begins with a closing mark nor ends with an opening one (JIS X 4051, kinsoku).
_CJK = "\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_OPEN = "「『（【〈《〔［｛"
_CLOSE = "、。，．：；！？）」』】〉》〕］｝・ー々〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ\u3099\u309a\ufe00-\ufe0f"
_PIECE = re.compile(f"[{_OPEN}]*[{_CJK}][{_CLOSE}]*|[^ {_CJK}]+[{_CLOSE}]*(?: (?:·(?= )|%))?")


def spans(line: str, width: int) -> Iterator[tuple[int, int]]:
    """Start and end of each part of `line` that fits into `width` cells; at least one.

    Words stay whole; one that is longer than `width` is continued on the next line. The indent of the line stays
    where there is room for it.
    """
    start, end, used = 0, 0, 0
    for first, last, taken in _pieces(line, width):
        wider = used + first - end + taken  # nothing but spaces stands between two pieces
        if wider <= width:
            end, used = last, wider
            continue
        if end:
            yield start, end
        start, end, used = first, last, taken
    yield start, end


def _pieces(line: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Start and end of each part that stays whole, and how many cells it takes."""
    for piece in _PIECE.finditer(line):
        taken = display_width(piece[0])
        if taken <= width:
            yield *piece.span(), taken
        else:
            yield from _folded(line, *piece.span(), width)


def _folded(line: str, start: int, end: int, width: int) -> Iterator[tuple[int, int, int]]:
    """A word too long for any line, in pieces that keep a character and its marks together."""
    used = 0
    firsts = [at for at in range(start, end) if at == start or not _is_combining(line[at])]
    for at, after in zip(firsts, [*firsts[1:], end], strict=True):
        taken = display_width(line[at:after])
        if at > start and used + taken > width:
            yield start, at, used
            start, used = at, 0
        used += taken
    yield start, end, used


def _is_combining(char: str) -> bool:
    return unicodedata.category(char)[0] == "M" or char in "\u200c\u200d"
