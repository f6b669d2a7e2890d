"""Files as accident or malice change them."""

import random

PIECES = (
    *(b"null", b"true", b"-1", b"1e999", b"NaN", b"Infinity", b"0.5", b'"\\ud800"', b"\x00", b"\xff", b"\xe2\x80\xae"),
    *(b"[[[[[[[[", b"{}", b"[]", b'""', b",", b":", b'"', b"\\", b"9" * 4400, b"\n", b"<script>", b'"version":2,'),
)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content after one to four changes: bits turned, parts cut out, doubled, moved or written over."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(content) or 1)
        end = min(len(content), start + chance.choice((1, 1, 2, 8, 60, 400)))
        match chance.randrange(6):
            case 0:
                bit = 1 << chance.randrange(8)
                content = (
                    content[:start] + bytes(byte ^ bit for byte in content[start : start + 1]) + content[start + 1 :]
                )
            case 1:
                content = content[:start] + content[end:]
            case 2:
                content = content[:end] + content[start:]
            case 3:
                content = content[:start] + chance.choice(PIECES) + content[start:]
            case 4:
                content = content[:start] + chance.choice(PIECES) + content[end:]
            case _:
                other = chance.randrange(len(content) or 1)
                content = content[:start] + content[other : other + end - start] + content[end:]
    return content
