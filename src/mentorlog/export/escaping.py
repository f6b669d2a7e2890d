"""User text inside a Markdown document: readable raw, harmless rendered.

`<` never comes through as HTML, brackets and backticks never make links, images or code, and no line starts a
heading, a rule or a table. Emphasis and lists in the user's own texts live on, inside the quote that holds them.
"""

import re
from collections.abc import Iterator

from mentorlog.text import one_line, safe

ENTITY = "&(?=#?[0-9A-Za-z]+;)"
ANYWHERE = re.compile(rf"[\\`\[\]|~<]|{ENTITY}")
IN_A_LINE = re.compile(rf"[\\`\[\]|~<*_]|{ENTITY}")
ENTITIES = {"<": "&lt;", "&": "&amp;"}
MARKER = r"(?:[-+*]|\d{1,9}[.)])(?=\s|$)"
# What begins a block at the start of a line, or of an item: headings, quotes, rules, the line under a heading.
BLOCK = re.compile(rf"^(\s*(?:{MARKER}\s+)*)(?=#{{1,6}}(?:\s|$)|>|=+\s*$|(?:[-*_]\s*){{3,}}$|:?-+:?\s*$)")
ITEM = re.compile(rf"^(\d*)(?={MARKER}|(?<=\d)[.)](?:\s|$))")
INDENT = 3


def inline(words: str) -> str:
    """Words within a line of ours, shown as they were typed."""
    return ITEM.sub(r"\1\\", _opened(IN_A_LINE.sub(_escape, one_line(words))))


def quote(text: str) -> str:
    """A text as a block quote, broken into lines as it was."""
    lines = [_opened(ANYWHERE.sub(_escape, line)) for line in _limit_indent(safe(text).split("\n"))]
    return "\n".join(
        f"> {line}{'  ' if after else ''}" if line else ">" for line, after in zip(lines, [*lines[1:], ""], strict=True)
    )


def _escape(found: re.Match[str]) -> str:
    return ENTITIES.get(found.group(), f"\\{found.group()}")


def _opened(line: str) -> str:
    return BLOCK.sub(r"\1\\", line)


def _limit_indent(lines: list[str]) -> Iterator[str]:
    """The lines without the deep indent that would make them code; items of a list may stand in the one before."""
    inside = 0
    for line in lines:
        bare = line.strip()
        indent = min(len(line) - len(line.lstrip()), inside + INDENT)
        item = re.match(rf"(?:{MARKER}\s+)+", bare)
        markers = " ".join(item.group().split()) + " " if item else ""
        inside = indent + len(markers) if item else 0
        yield " " * min(indent, inside + INDENT) + markers + bare[item.end() if item else 0 :] if bare else ""
