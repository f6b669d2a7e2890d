"""Passphrases that can be said over the telephone: words by chance, from a list of 1,024."""

import secrets
from importlib.resources import files

WORDS = 8  # ten bits each: 80 in all, behind age's scrypt


def new_passphrase() -> str:
    """Eight words, joined by hyphens."""
    known = files("mentorlog.exchange").joinpath("passphrase.txt").read_text(encoding="utf-8").split()
    return "-".join(secrets.choice(known) for _ in range(WORDS))
