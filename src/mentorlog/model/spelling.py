"""What a misspelt word may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(word: str, known: Iterable[str]) -> list[str]:
    """The words of `known` that are spelt like `word`, the nearest first; at most three."""
    return get_close_matches(word, list(known), n=3, cutoff=0.6)


def is_typo(typed: str, meant: str) -> bool:
    """Whether `typed` is `meant` with one letter added, dropped, or swapped with its neighbour.

    A replaced letter is no slip: Linh and Minh are two people. Only alphabetic words of three
    letters or more count.
    """
    if typed == meant or min(len(typed), len(meant)) < 3 or not (typed.isalpha() and meant.isalpha()):
        return False
    if len(typed) == len(meant):
        return any(typed == meant[:i] + meant[i + 1] + meant[i] + meant[i + 2 :] for i in range(len(meant) - 1))
    shorter, longer = sorted((typed, meant), key=len)
    return len(longer) - len(shorter) == 1 and any(shorter == longer[:i] + longer[i + 1 :] for i in range(len(longer)))
