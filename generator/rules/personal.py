"""What in a text identifies or reaches a private person?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.rules.clue import Clue
from generator.rules.identifiers import AT_SIGNS, EMAIL, LONG_NUMBER, NUMBERS, PHONE_IN_WORDS
from generator.rules.whereabouts import TOLD, WHEREABOUTS
from generator.vietnamese.disguise import plain


class Found(NamedTuple):
    """Something personal in a text: its kind, where it stands, and how it is written there."""

    kind: str
    start: int
    text: str


def personal_data(text: str) -> list[Found]:
    """Return what identifies or reaches a person in a text (NFC), in the order of the text, nothing twice."""
    if not may_be_personal(text):
        return []
    spelled = plain(text)
    found: dict[int, Found] = {}
    taken = bytearray(len(text))
    for clue in _clues(spelled.text):
        for match in clue.pattern.finditer(spelled.text):
            start, end = spelled.span(*match.span("found"))
            if not any(taken[start:end]) and not clue.excused(match):
                taken[start:end] = b"\1" * (end - start)
                found[start] = Found(clue.kind, start, text[start:end])
    return [found[start] for start in sorted(found)]


def may_be_personal(text: str) -> bool:
    """Return, quickly, False where a text, or several joined, cannot hold anything personal."""
    return _DIGIT.search(text) is not None or _holds(_SIGNS, text.lower())


def _clues(text: str) -> Iterator[Clue]:
    """Yield those that a text in plain spelling can hold, which mostly are none."""
    lower = text.lower()
    if _holds(AT_SIGNS, lower):
        yield EMAIL
    if LONG_NUMBER.search(text):
        yield from NUMBERS
    if _holds(TOLD, lower):
        yield from WHEREABOUTS
    if _IN_WORDS in lower:
        yield PHONE_IN_WORDS


def _holds(words: tuple[str, ...], lower: str) -> bool:
    return any(word in lower for word in words)


_DIGIT = re.compile(r"[\d⁰-₉①-⓿❶-➓]")
"""A digit of any kind."""
_IN_WORDS = "không"
"""The word with which a phone begins that is written in words."""
_SIGNS = (*AT_SIGNS, "＠", "﹫", _IN_WORDS)
