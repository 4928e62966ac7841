"""In which order do Vietnamese names stand?

The order is the one of CLDR's Vietnamese collation, as ICU applies it (Unicode Technical Standard 10):
the whole text by its letters first (a ă â … d đ … e ê … o ô ơ … u ư …), then the whole text by its tones
(ngang, huyền, hỏi, ngã, sắc, nặng), then lower case before upper case. Blanks and punctuation come before
digits, digits before letters. Three things differ from ICU's defaults, on purpose:

- runs of digits count as numbers (ICU's `numeric` option), so the second group stands before the tenth;
- Ð and ð, which keyboards produce where đ is meant, stand with đ;
- texts that only differ in what ICU ignores are told apart by their characters, so the order is total.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_PUNCTUATION = " _-–—,;:!?.…'‘’\"“”«»()[]{}§@*/\\&#%`^°+±÷×<=>|~−≤≥$₫€"
_LOOK_ALIKES = str.maketrans("Ðð", "Đđ")
_DIGITS = re.compile("[0-9]{1,254}")

# Weights are characters, so that a key is one string and comparing keys is comparing strings. The end mark
# is lower than every weight: the shorter of two texts comes first, as in a dictionary. No weight is a digit:
# digits stay what they are until the number that they write is weighed.
_END = "\x00"
_FIRST_PUNCTUATION = 0x80
_OTHER_PUNCTUATION = "\xf0"
_NO_DIGITS = 0x100  # and one more for each digit, at most 254
_FIRST_LETTER = 0x200
_OTHER_LETTER = "\u02ff"

_PUNCTUATION_WEIGHT = {mark: chr(place) for place, mark in enumerate(_PUNCTUATION, start=_FIRST_PUNCTUATION)}
_LETTER_WEIGHT = {letter: chr(place) for place, letter in enumerate(_ALPHABET, start=_FIRST_LETTER)}
_LEVEL_TONE = "0"
_TONE_WEIGHT = {tone: str(place) for place, tone in enumerate(_TONES, start=1)}
_LOWER, _UPPER = "0", "1"


@lru_cache(maxsize=2**14)
def sort_key(text: str) -> str:
    """Return a string that stands among other keys where `text` stands in a Vietnamese dictionary.

    Decomposed (NFD) and composed (NFC) spellings of a text have the same key; two texts have the same key
    only if their NFC forms are equal. The key is meant for comparing, not for showing or storing.
    """
    composed = unicodedata.normalize("NFC", text)
    spelled = composed.translate(_LOOK_ALIKES)
    letters = _DIGITS.sub(_number_weight, spelled.translate(_LETTERS))
    return _END.join((letters, spelled.translate(_TONE_LEVEL), spelled.translate(_CASE_LEVEL), composed))


def sort_names(names: Iterable[str]) -> list[str]:
    """Return the names as a list in Vietnamese dictionary order."""
    return sorted(names, key=sort_key)


def _number_weight(digits: re.Match[str]) -> str:
    """The number with more digits is larger; equally many digits are compared one by one."""
    number = digits.group().lstrip("0")
    return chr(_NO_DIGITS + len(number)) + number


def _letter_weight(character: str) -> str:
    letter, _ = _letter_and_marks(character)
    if letter in _LETTER_WEIGHT:
        return _LETTER_WEIGHT[letter]
    if character.isspace():
        return _PUNCTUATION_WEIGHT[" "]
    if character in _PUNCTUATION_WEIGHT:
        return _PUNCTUATION_WEIGHT[character]
    return _foreign_weight(letter, unicodedata.category(letter))


def _foreign_weight(letter: str, category: str) -> str:
    if "0" <= letter <= "9":
        return letter
    if category[0] == "M" or category in {"Cc", "Cf"}:
        return ""
    return (_OTHER_PUNCTUATION if category[0] in "PSZ" else _OTHER_LETTER) + letter


def _tone_weight(character: str) -> str:
    if unicodedata.combining(character):
        return _TONE_WEIGHT.get(character, character)
    letter, marks = _letter_and_marks(character)
    base = _LEVEL_TONE if letter.isalpha() else ""
    return base + "".join(_TONE_WEIGHT.get(mark, mark) for mark in marks)


def _case_weight(character: str) -> str:
    if not character.isalpha():
        return ""
    return _LOWER if character == character.lower() else _UPPER


def _letter_and_marks(character: str) -> tuple[str, list[str]]:
    """Part a character into its letter of the alphabet, in lower case, and the rest: ậ into â and a dot."""
    decomposed = unicodedata.normalize("NFD", character)
    letter, marks = decomposed[0].lower(), []
    for mark in decomposed[1:]:
        modified = unicodedata.normalize("NFC", letter + mark)
        if modified in _LETTER_WEIGHT:
            letter = modified
        else:
            marks.append(mark)
    return letter, marks


class _Weights(dict[int, str]):
    """A table for `str.translate` which weighs each character when it first meets it."""

    def __init__(self, weigh: Callable[[str], str]) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, code_point: int) -> str:
        weight = self[code_point] = self._weigh(chr(code_point))
        return weight


_LETTERS = _Weights(_letter_weight)
_TONE_LEVEL = _Weights(_tone_weight)
_CASE_LEVEL = _Weights(_case_weight)
