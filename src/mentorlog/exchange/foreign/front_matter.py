"""The properties at the top of a Markdown note, as Obsidian writes them: a flat part of YAML, read by hand.

Nested values, references and all that could run something are no properties and are left alone.
"""

import re

LINE = re.compile(r"([^\s:#\-][^:\n]*?)[ \t]*:(?:[ \t]+(.*))?")
ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
PART = r"""\s*("(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^,]+)"""
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}

Properties = dict[str, list[str]]


def split_front_matter(text: str) -> tuple[Properties, str]:
    """The properties by name, in lower case, each a list; and the text below them."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != "---":
        return {}, text
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return {}, text
    return _properties(lines[1:end]), "\n".join(lines[end + 1 :])


def _properties(lines: list[str]) -> Properties:
    found: Properties = {}
    name = ""
    for line in lines:
        item = ITEM.fullmatch(line.rstrip())
        named = LINE.fullmatch(line.rstrip())
        if item and name:
            found[name] += _values(item[1])
        elif named:
            name = _scalar(named[1]).lower()
            found[name] = _values(named[2] or "")
    return found


def _values(words: str) -> list[str]:
    words = words.strip()
    if words.startswith("[") and words.endswith("]") and not words.startswith("[["):
        parts = re.findall(PART, words[1:-1])
        return [value for part in parts if (value := _scalar(part.strip()))]
    value = _scalar(words)
    return [value] if value and value not in ("null", "~", "|", ">", "|-", ">-") else []


def _scalar(words: str) -> str:
    if len(words) > 1 and words[0] == words[-1] == '"':
        return re.sub(r"\\(.)", lambda found: ESCAPES.get(found[1], found[0]), words[1:-1])
    if len(words) > 1 and words[0] == words[-1] == "'":
        return words[1:-1].replace("''", "'")
    return re.sub(r"(?:^|\s)#\s.*", "", words).strip()
