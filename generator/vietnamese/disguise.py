"""How does a text look without full-width signs, unseen characters and special spaces, and where did each letter stand?

What finds numbers in texts looks at this plain spelling, so that ``０９１２ 345 678`` with a no-break space is what
it says. Nothing is shown to readers in this spelling.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_SPECIAL = re.compile(r"[^\n\x20-\x7e\u00c0-\u02af\u1ea0-\u1ef9“”‘’…]")
"""All but what Vietnamese texts are mostly written with; a text without such characters is its own plain spelling."""


class Plain(NamedTuple):
    """A plain spelling and the text that it was made of."""

    text: str
    original: str
    offsets: tuple[int, ...] | None
    """Where each character of the plain spelling stands in the original; None where both are the same."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the plain spelling, not empty, stands in the original."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def plain(text: str) -> Plain:
    """Return a text with digits, signs and spaces of every kind as those of a keyboard; unseen ones are left out."""
    if _SPECIAL.search(text) is None:
        return Plain(text, text, None)
    shown = [(_plain(character), offset) for offset, character in enumerate(text)]
    kept = [(character, offset) for character, offset in shown if character]
    return Plain("".join(character for character, _ in kept), text, tuple(offset for _, offset in kept))


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return one character or none for each: offsets are counted."""
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(character)
    if category == "Zs" or character in "\t\r\v\f":
        return " "
    if category in ("Cf", "Cc", "Mn") and character != "\n":
        return ""
    if category == "Pd" or character == "\u2212":  # a minus
        return "-"
    narrow = unicodedata.normalize("NFKC", character)
    return narrow if len(narrow) == 1 else character
