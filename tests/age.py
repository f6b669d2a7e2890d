"""Encryption with a passphrase as age does it (c2sp.org/age), with the least work that the format allows: what pyrage
writes takes it a second to write and to open.
"""

import hmac
import os
from array import array
from base64 import b64encode
from hashlib import scrypt

CHUNK = 64 * 1024
WORK_FACTOR = 1
ROUND = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15))  # columns, then
ROUNDS = (*ROUND, (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))  # diagonals


def encrypt(content: bytes, passphrase: str) -> bytes:
    """An age file that opens with the passphrase."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    salted = b"age-encryption.org/v1/scrypt" + salt
    wrapping = scrypt(passphrase.encode(), salt=salted, n=2**WORK_FACTOR, r=8, p=1, dklen=32)
    wrapped = _base64(_encrypt(wrapping, bytes(12), file_key))
    head = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (_base64(salt), WORK_FACTOR, wrapped)
    mac = hmac.digest(_derive(file_key, b"", b"header"), head, "sha256")
    key, last = _derive(file_key, nonce, b"payload"), max(0, len(content) - 1) // CHUNK
    chunks = (
        _encrypt(key, number.to_bytes(11, "big") + bytes([number == last]), content[number * CHUNK :][:CHUNK])
        for number in range(last + 1)
    )
    return b"".join((head, b" ", _base64(mac), b"\n", nonce, *chunks))


def _base64(value: bytes) -> bytes:
    return b64encode(value).rstrip(b"=")


def _derive(key: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF-SHA-256."""
    return hmac.digest(hmac.digest(salt or bytes(32), key, "sha256"), info + b"\1", "sha256")


def _encrypt(key: bytes, nonce: bytes, content: bytes) -> bytes:
    """ChaCha20-Poly1305, without associated data (RFC 8439)."""
    stream = _chacha20(key, nonce, len(content) // 64 + 2)
    padded = int.from_bytes(content, "little") ^ int.from_bytes(stream[64:][: len(content)], "little")
    encrypted = padded.to_bytes(len(content), "little")
    return encrypted + _poly1305(stream[:32], encrypted + bytes(-len(encrypted) % 16) + _lengths(encrypted))


def _lengths(encrypted: bytes) -> bytes:
    return bytes(8) + len(encrypted).to_bytes(8, "little")


def _poly1305(key: bytes, message: bytes) -> bytes:
    r, total = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF, 0
    for start in range(0, len(message), 16):
        total = (total + int.from_bytes(message[start : start + 16] + b"\1", "little")) * r % (2**130 - 5)
    return (total + int.from_bytes(key[16:], "little")).to_bytes(17, "little")[:16]


def _chacha20(key: bytes, nonce: bytes, blocks: int) -> bytes:
    """So many blocks at once: each word of the state is one number, with 64 bits for every block."""
    ones = int.from_bytes((1).to_bytes(8, "little") * blocks, "little")
    mask = ones * 0xFFFFFFFF
    words = [ones * word for word in array("I", b"expand 32-byte k" + key + bytes(4) + nonce)]
    words[12] = int.from_bytes(array("Q", range(blocks)).tobytes(), "little")
    state = [*words]
    for _ in range(10):
        for a, b, c, d in ROUNDS:
            for into, by, turned, bits in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                state[into] = (state[into] + state[by]) & mask
                turning = state[turned] ^ state[into]
                state[turned] = ((turning << bits) & mask) | ((turning >> (32 - bits)) & mask)
    stream = array("I", bytes(64 * blocks))
    for place, (word, before) in enumerate(zip(state, words, strict=True)):
        stream[place::16] = array("I", ((word + before) & mask).to_bytes(8 * blocks, "little"))[::2]
    return stream.tobytes()
