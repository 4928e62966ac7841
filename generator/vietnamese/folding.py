r"""Which texts are the same to somebody who types without Vietnamese accents?

A text is folded the same way wherever it is searched; in ECMAScript the rule of `fold` reads

    text.normalize("NFD").replace(/[\p{Mn}\p{Cf}]/gu, "").toLowerCase().replace(/[đð]/g, "d")
        .replace(/\s+/g, " ").trim()
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

# These letters have no decomposition in Unicode; ð is what some keyboards produce where đ is meant.
_LETTERS_WITHOUT_DECOMPOSITION = {"đ": "d", "ð": "d"}
_DROPPED_CATEGORIES = {"Mn", "Cf"}


class _FoldedCharacters(dict[int, str]):
    """A table for `str.translate` which folds each character when it first meets it."""

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _fold_character(chr(code_point))
        return folded


def fold(text: str) -> str:
    """Return the text in lower case, without diacritics, with single blanks: what search compares.

    NFC and NFD input give the same, and so do the two ways to place a tone (Hòa, Hoà). Characters that nobody
    sees (a zero-width space, a soft hyphen) vanish. Punctuation and digits stay.
    """
    return " ".join(text.translate(_FOLDED).split())


def slug(text: str) -> str:
    """Return a part of an address made from the text: a-z, 0-9 and single hyphens, which no browser escapes.

    Two names may have one slug (Ba Tơ, Ba Tô), so a slug identifies nothing.
    Raises ValueError if the text has no Latin letter and no digit: an empty part would be another address.
    """
    words = re.findall("[a-z0-9]+", fold(text))
    if not words:
        raise ValueError(f"no Latin letter or digit to make an address from: {text!r}")
    return "-".join(words)


class Anchors:
    """The anchors of one page, as headings and terms get them one after the other."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """``taken`` are those that stand on the page already."""
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}
        """The last number that each slug was given: no lower one comes free again."""

    def of(self, text: str) -> str:
        """Return an anchor that none has yet, and take it.

        It is the slug, numbered where another has it already; "muc" where the text has no letter and no digit.
        """
        try:
            base = slug(text)
        except ValueError:
            base = "muc"
        number = self._numbers.get(base, 1)
        while (found := base if number == 1 else f"{base}-{number}") in self._taken:
            number += 1
        self._numbers[base] = number
        self._taken.add(found)
        return found


def nearest(word: str, candidates: Iterable[str], *, cutoff: float = 0.75) -> str | None:
    """Return the candidate that was most likely meant by `word`, or None if none is near.

    Accents, case, blanks, punctuation and zeros before a number do not count: `khảo-sát` means `khao_sat`.
    Nearness is 1 - edits / length of the longer word, where an edit adds, drops or changes a letter or swaps
    two neighbours (Damerau-Levenshtein, optimal string alignment); it must reach `cutoff`. Candidates with
    other numbers are other things, never misspellings. Of equally near candidates the first one is returned.
    """
    wanted = _spelling(word)
    best, fewest = None, 1.0 - cutoff
    for candidate in candidates:
        share = _share_of_edits(wanted, _spelling(candidate), at_most=fewest)
        if share is not None and (best is None or share < fewest):
            best, fewest = candidate, share
    return best


class _Spelling(NamedTuple):
    letters: str
    different: frozenset[str]
    numbers: tuple[str, ...]


@lru_cache(maxsize=2**14)
def _spelling(word: str) -> _Spelling:
    """What is left of a word for comparing: its letters and digits, and the numbers among them."""
    folded = re.sub("(?<![0-9])0+(?=[0-9])", "", fold(word))
    letters = "".join(character for character in folded if character.isalnum())
    return _Spelling(letters, frozenset(letters), tuple(re.findall("[0-9]+", folded)))


def _share_of_edits(one: _Spelling, other: _Spelling, *, at_most: float) -> float | None:
    """The edits between two words as a share of the longer one, or None if they are more than `at_most`."""
    if not one.letters or not other.letters or one.numbers != other.numbers:
        return None
    length = max(len(one.letters), len(other.letters))
    # The tiny addition forgives binary fractions: 1 - 0.8 is a little less than one edit in five.
    allowed = int(at_most * length + 1e-9)
    # An edit brings in one letter and takes out one at most, which rules most words out without counting.
    if len(one.different ^ other.different) > 2 * allowed:
        return None
    edits = _count_edits(one.letters, other.letters, at_most=allowed)
    return None if edits is None else edits / length


def _count_edits(one: str, other: str, *, at_most: int) -> int | None:
    """The Damerau-Levenshtein distance (optimal string alignment), or None if it exceeds `at_most`."""
    if abs(len(one) - len(other)) > at_most:
        return None
    earlier, before = [0], list(range(len(other) + 1))
    for place in range(1, len(one) + 1):
        earlier, before = before, _next_row(one[:place], other, before=before, earlier=earlier)
        if min(before) > at_most:
            return None
    return before[-1] if before[-1] <= at_most else None


def _next_row(start: str, other: str, *, before: list[int], earlier: list[int]) -> list[int]:
    """The edits from `start` to each beginning of `other`, given the rows of the two shorter starts."""
    row = [len(start)]
    for column, letter in enumerate(other, start=1):
        edits = min(before[column] + 1, row[-1] + 1, before[column - 1] + (start[-1] != letter))
        if column > 1 and start[-2:] == letter + other[column - 2]:
            edits = min(edits, earlier[column - 2] + 1)
        row.append(edits)
    return row


def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFD", character).lower())
    return "".join(
        _LETTERS_WITHOUT_DECOMPOSITION.get(part, part)
        for part in plain
        if unicodedata.category(part) not in _DROPPED_CATEGORIES
    )


_FOLDED = _FoldedCharacters()
