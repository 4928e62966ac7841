"""How does a text read without full-width signs, unseen characters, special spaces and letters in place of digits?

What finds numbers in texts looks at this plain spelling, in which ``０９１２ 34O 678`` with a no-break space is
what it says. It is never shown: each of its letters remembers where it stood in the text.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_SPECIAL = re.compile(r"[^\n\x20-\x7e\u00c0-\u02af\u1ea0-\u1ef9“”‘’…]")
"""All but what Vietnamese texts are mostly written with; a text without such characters is spelled plainly."""

_BROKEN_LINE = re.compile(r"(?<!\n)\n(?!\n|[ ]{0,8}(?:[-*+|>#]|[0-9]{1,3}[.)][ ]))")
"""An end of a line within a paragraph; not before a list, a table, a quotation or a heading."""

_NOUGHT = re.compile(r"(?<![^\W\d_])[Oo](?=[ .-]?[0-9])|(?<=[0-9])[Oo](?![^\W\d_])|(?<=[0-9])[Oo](?=[0-9Oo])")
"""The letter O in a number: before or behind its digits or among them, no letter beside it."""

_ONE = re.compile(r"(?<=[0-9])[lI](?=[0-9])")

_DOTS = frozenset("·•∙⋅․。")


class Plain(NamedTuple):
    """A plain spelling and where each of its characters stands in the text that it was made of."""

    text: str
    offsets: tuple[int, ...] | None
    """None where both have the same length, character by character."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the plain spelling, not empty, stands in the text."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def plain(text: str) -> Plain:
    """Return a text with digits, signs and spaces of every kind as those of a keyboard, and none unseen."""
    if _SPECIAL.search(text) is None:
        return Plain(_digits(text), None)
    shown = [(_plain(character), offset) for offset, character in enumerate(text)]
    kept = [(character, offset) for character, offset in shown if character]
    return Plain(_digits("".join(character for character, _ in kept)), tuple(offset for _, offset in kept))


def _digits(text: str) -> str:
    """Return a text of the same length whose broken lines are whole and whose numbers are digits alone."""
    return _ONE.sub("1", _NOUGHT.sub("0", _BROKEN_LINE.sub(" ", text)))


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
    if character in _DOTS:
        return "."
    narrow = unicodedata.normalize("NFKC", character)
    return narrow if len(narrow) == 1 else character
