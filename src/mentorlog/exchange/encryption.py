"""Encryption with age, through pyrage, which is imported only when it is asked for. Never plain text instead.

What a file is sealed with is checked before it is handed on: with a passphrase by opening it again, for keys by its
head, since only the reader can open it.
"""

import secrets
from importlib.resources import files
from types import ModuleType
from typing import cast

from mentorlog.errors import NO_FILE, NOTHING_IMPORTED, Busy, Damaged, InvalidInput, WrongKey
from mentorlog.model.packets import MAX_BYTES

MAGIC = b"age-encryption.org/v1\n"
ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
OVERHEAD = 64 * 1024
# scrypt with 2 to the power of it. age takes 18; pyrage what takes a second here, 16 to 19. Each more doubles time
# and memory: 20 is 1 GiB.
MAX_WORK_FACTOR = 20
MOST_KEYS = 100
MAX_HEADER_BYTES = 16 * 1024  # bytes; pyrage takes four times as long for twice as many
WRONG_KEY_MESSAGES = ("Decryption failed", "No matching keys found")
TOO_MUCH = "Excessive work"
TRIES = 3


def is_encrypted(content: bytes) -> bool:
    """Whether this is an age file."""
    return content.startswith((MAGIC, ARMOUR))


def check_keys(keys: tuple[str, ...]) -> list[object]:
    """The age recipients that these are. Raises InvalidInput where one is none, or nothing can be encrypted here."""
    age = _pyrage()
    if len(keys) > MOST_KEYS:
        raise InvalidInput("too-many-keys", most=MOST_KEYS)
    try:
        return [age.x25519.Recipient.from_str(key.strip()) for key in keys]
    except age.RecipientError:
        raise InvalidInput("not-a-key") from None


def encrypt_for_keys(content: bytes, keys: tuple[str, ...]) -> bytes:
    """`content` for the holders of these age recipients ("age1…"). Raises InvalidInput where one is none."""
    sealed = cast(bytes, _pyrage().encrypt(content, check_keys(keys)))
    head = sealed.partition(b"\n--- ")[0]
    if not sealed.startswith(MAGIC) or head.count(b"\n-> X25519 ") != len(keys) or content in sealed:
        raise Damaged("encryption-failed")
    return sealed


def encrypt_with_passphrase(content: bytes, passphrase: str) -> bytes:
    """`content` for who knows the passphrase, opened again to be sure. Raises Busy where that can't be done now."""
    age = _pyrage()
    sealed = cast(bytes, age.passphrase.encrypt(content, passphrase))
    try:
        is_whole = sealed.startswith(MAGIC) and _decrypted(age, sealed, passphrase, NO_FILE) == content
    except age.DecryptError:
        is_whole = False
    if not is_whole:
        raise Damaged("encryption-failed")
    return sealed


def decrypt_with_keys(sealed: bytes, lines: str) -> bytes:
    """What an age file holds; `lines` are a key file's. Raises WrongKey, Damaged, InvalidInput where it has no key."""
    if len(sealed) > MAX_BYTES + OVERHEAD or not sealed.startswith(MAGIC) or not _has_head(sealed):
        raise Damaged("not-an-age-file")
    age = _pyrage()
    found = [line.strip() for line in lines.splitlines() if line.strip().startswith("AGE-SECRET-KEY-1")]
    try:
        keys = [age.x25519.Identity.from_str(line) for line in found]
    except age.IdentityError:
        keys = []
    if not keys:
        raise InvalidInput("no-key-in-file")
    try:
        return cast(bytes, age.decrypt(sealed, keys))
    except age.DecryptError as error:
        if str(error) in WRONG_KEY_MESSAGES:
            raise WrongKey("wrong-key") from None
        raise Damaged("encrypted-damaged") from None


def check_not_armoured(sealed: bytes) -> None:
    """Raise Damaged where an age file is in the form for letters, which only age itself opens."""
    if sealed.startswith(ARMOUR):
        raise Damaged("armoured")


def is_for_keys(sealed: bytes) -> bool:
    """Whether an age file is for keys rather than for a passphrase."""
    return sealed.startswith(MAGIC) and not sealed[len(MAGIC) :].startswith(b"-> scrypt ")


def decrypt_with_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """What an age file holds. Raises WrongKey, Damaged where it isn't whole or takes for ever, Busy."""
    if len(sealed) > MAX_BYTES + OVERHEAD:
        raise Damaged("file-too-large")
    check_not_armoured(sealed)
    words = sealed.split(b"\n", 2)[1].split() if sealed.startswith(MAGIC) and sealed.count(b"\n") > 1 else []
    if words[:1] == [b"->"] and words[1:2] != [b"scrypt"]:
        raise WrongKey("encrypted-for-key")
    if words[:2] != [b"->", b"scrypt"] or not _is_work_acceptable(words[-1]) or not _has_head(sealed):
        raise Damaged("not-an-age-file")
    age = _pyrage()
    try:
        return _decrypted(age, sealed, passphrase, NOTHING_IMPORTED)
    except age.DecryptError as error:
        if str(error) in WRONG_KEY_MESSAGES:
            raise WrongKey("wrong-passphrase") from None
        raise Damaged("encrypted-damaged") from None


def _decrypted(age: ModuleType, sealed: bytes, passphrase: str, safe: str) -> bytes:
    """age measures how fast the machine is and refuses what would take it too long; while others work hard, a second
    measure may come out well. Raises Busy where none does, DecryptError where the file does not open.
    """
    for _ in range(TRIES):
        try:
            return cast(bytes, age.passphrase.decrypt(sealed, passphrase))
        except age.DecryptError as error:
            if not str(error).startswith(TOO_MUCH):
                raise
    raise Busy("machine-busy", safe=safe)


def _is_work_acceptable(work: bytes) -> bool:
    return work.isdigit() and len(work) <= 2 and int(work) <= MAX_WORK_FACTOR


def _has_head(sealed: bytes) -> bool:
    """Whether there is an end of the head, no later than in a file for as many keys as there may be."""
    return sealed.find(b"\n--- ", 0, MAX_HEADER_BYTES) > 0


def _pyrage() -> ModuleType:
    try:
        import pyrage
    except ImportError:
        raise InvalidInput("no-pyrage") from None
    return cast(ModuleType, pyrage)


WORDS = 8  # ten bits each: 80 in all, behind age's scrypt


def new_passphrase() -> str:
    """Eight words, joined by hyphens."""
    known = files("mentorlog.exchange").joinpath("passphrase.txt").read_text(encoding="utf-8").split()
    return "-".join(secrets.choice(known) for _ in range(WORDS))
