"""Encryption with age: sealed and opened, or refused, and never plain text instead."""

import random
import re
import subprocess
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pyrage
import pytest

from mentorlog.errors import NO_FILE, NOTHING_IMPORTED, Busy, Damaged, InvalidInput, MentorlogError, WrongKey
from mentorlog.exchange import encryption
from mentorlog.exchange.encryption import new_passphrase
from mentorlog.model.packets import MAX_BYTES
from tests import age
from tests.conftest import need

PHRASE = "correct-horse-battery-staple"
CONTENT = b"What stands in a packet."


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return age.encrypt(CONTENT, PHRASE)


@pytest.mark.slow
def test_a_passphrase_opens_it() -> None:
    sealed = encryption.encrypt_with_passphrase(CONTENT, PHRASE)
    assert encryption.is_encrypted(sealed)
    assert CONTENT not in sealed
    assert sealed.split(b"\n")[1].startswith(b"-> scrypt ")
    assert int(sealed.split(b"\n")[1].split()[-1]) >= 10  # the work that it is to guess a passphrase
    assert encryption.decrypt_with_passphrase(sealed, PHRASE) == CONTENT


def test_another_does_not(sealed: bytes) -> None:
    assert encryption.decrypt_with_passphrase(sealed, PHRASE) == CONTENT
    with pytest.raises(WrongKey):
        encryption.decrypt_with_passphrase(sealed, "another")


def test_a_key_opens_it_with_the_plain_program(tmp_path: Path) -> None:
    keygen = need("age-keygen")
    subprocess.run([keygen, "-o", tmp_path / "key"], check=True, capture_output=True)
    public = subprocess.run([keygen, "-y", tmp_path / "key"], check=True, capture_output=True, text=True).stdout
    sealed = encryption.encrypt_for_keys(CONTENT, (public.strip(),))
    opened = subprocess.run([need("age"), "-d", "-i", tmp_path / "key"], input=sealed, check=True, capture_output=True)
    assert opened.stdout == CONTENT
    with pytest.raises(WrongKey, match="encrypted-for-key"):
        encryption.decrypt_with_passphrase(sealed, PHRASE)


def test_there_is_an_end_to_keys() -> None:
    identity = pyrage.x25519.Identity.generate()
    keys = (str(identity.to_public()),) * encryption.MOST_KEYS
    assert encryption.decrypt_with_keys(encryption.encrypt_for_keys(CONTENT, keys), str(identity)) == CONTENT
    with pytest.raises(InvalidInput, match="too-many-keys"):
        encryption.check_keys((*keys, keys[0]))


def test_a_head_that_is_too_long_is_not_read() -> None:
    identity = pyrage.x25519.Identity.generate()
    first, rest = encryption.encrypt_for_keys(CONTENT, (str(identity.to_public()),)).split(b"\n", 1)
    stanza = rest[: rest.index(b"\n", rest.index(b"\n") + 1) + 1]
    with pytest.raises(Damaged, match="not-an-age-file"):
        encryption.decrypt_with_keys(first + b"\n" + stanza * 10_000 + rest, str(identity))


def test_what_is_no_key() -> None:
    with pytest.raises(InvalidInput):
        encryption.check_keys(("age1nonsense",))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"age-encryption.org/v1\n",
        b"age-encryption.org/v1\n\n",
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        b"age-encryption.org/v1\n-> scrypt bytes many\n",
        b"age-encryption.org/v1\n-> scrypt bytes 40\n",
        b"age-encryption.org/v1\n-> scrypt bytes 21\nbody\n--- mac\n",
        b"age-encryption.org/v1\n-> scrypt bytes 18\n" + b"-> x\n\n" * 3000 + b"--- mac\n",
        b"age-encryption.org/v1\n-> scrypt bytes 18\n",
        b"x" * (MAX_BYTES + encryption.OVERHEAD + 1),
    ],
    ids=range(10),
)
def test_what_is_not_whole(content: bytes) -> None:
    with pytest.raises(Damaged):
        encryption.decrypt_with_passphrase(content, PHRASE)


def test_nothing_that_was_changed_is_opened(sealed: bytes) -> None:
    chance, body = random.Random(1), sealed.index(b"\n--- ") - 40
    for place in (chance.randrange(len(sealed)) for _ in range(200)):
        if place < 26 or place > body + 40:
            continue
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(MentorlogError):
            encryption.decrypt_with_passphrase(bytes(changed), PHRASE)
    with pytest.raises(MentorlogError):
        encryption.decrypt_with_passphrase(sealed[:-1], PHRASE)


def test_what_does_not_come_out_whole_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = SimpleNamespace(
        encrypt=lambda content, _: content,
        passphrase=SimpleNamespace(encrypt=lambda content, _: content),
        x25519=SimpleNamespace(Recipient=SimpleNamespace(from_str=str)),
        RecipientError=ValueError,
    )
    monkeypatch.setattr(encryption, "_pyrage", lambda: kept)
    with pytest.raises(Damaged, match="encryption-failed"):
        encryption.encrypt_for_keys(CONTENT, ("age1",))
    with pytest.raises(Damaged, match="encryption-failed"):
        encryption.encrypt_with_passphrase(CONTENT, PHRASE)


class Refusing:
    """age, on a machine that measures itself too slow so many times before it opens a file."""

    def __init__(self, times: int, why: str = "Excessive work parameter for passphrase.") -> None:
        self.times, self.why = times, why
        self.passphrase = self
        self.DecryptError = pyrage.DecryptError

    def encrypt(self, content: bytes, _: str) -> bytes:
        return encryption.MAGIC + b"-> scrypt salt 18\nbody\n--- mac\n" + content

    def decrypt(self, sealed: bytes, _: str) -> bytes:
        self.times -= 1
        if self.times >= 0:
            raise pyrage.DecryptError(self.why)
        return sealed.split(b"\n")[-1]


def test_a_machine_that_is_busy_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "_pyrage", lambda: Refusing(2))
    sealed = encryption.encrypt_with_passphrase(CONTENT, PHRASE)
    monkeypatch.setattr(encryption, "_pyrage", lambda: Refusing(2))
    assert encryption.decrypt_with_passphrase(sealed, PHRASE) == CONTENT


def test_a_machine_that_stays_busy_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "_pyrage", lambda: Refusing(3))
    with pytest.raises(Busy) as caught:
        encryption.encrypt_with_passphrase(CONTENT, PHRASE)
    assert caught.value.safe == NO_FILE
    monkeypatch.setattr(encryption, "_pyrage", lambda: Refusing(3))
    with pytest.raises(Busy) as caught:
        encryption.decrypt_with_passphrase(Refusing(0).encrypt(CONTENT, PHRASE), PHRASE)
    assert caught.value.safe == NOTHING_IMPORTED


def test_what_does_not_open_again_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encryption, "_pyrage", lambda: Refusing(1, "Decryption failed"))
    with pytest.raises(Damaged, match="encryption-failed"):
        encryption.encrypt_with_passphrase(CONTENT, PHRASE)


def test_any_key_of_a_file_opens_what_is_for_it() -> None:
    mine, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    sealed = encryption.encrypt_for_keys(CONTENT, (str(mine.to_public()),))
    assert encryption.decrypt_with_keys(sealed, f"# made today\n{other}\n\n  {mine}\n") == CONTENT
    with pytest.raises(WrongKey):
        encryption.decrypt_with_keys(sealed, str(other))
    for lines in ("", "age1something", "AGE-SECRET-KEY-1NONSENSE", f"{mine}\nAGE-SECRET-KEY-1NONSENSE"):
        with pytest.raises(InvalidInput, match="no-key-in-file"):
            encryption.decrypt_with_keys(sealed, lines)
    for content in (sealed[:-1], sealed[1:], b"", encryption.ARMOUR, sealed + b"x" * (MAX_BYTES + encryption.OVERHEAD)):
        with pytest.raises(Damaged):
            encryption.decrypt_with_keys(content, str(mine))


def test_a_library_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyrage", None)
    with pytest.raises(InvalidInput, match="no-pyrage"):
        encryption.encrypt_with_passphrase(CONTENT, PHRASE)


def test_passphrases_are_words_by_chance() -> None:
    words = files("mentorlog.exchange").joinpath("passphrase.txt").read_text("utf-8").split()
    assert len(set(words)) == len(words) == 1024
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in words)
    phrase = new_passphrase()
    assert set(phrase.split("-")) <= set(words)
    assert phrase != new_passphrase()
