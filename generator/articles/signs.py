"""Which signs in a text of an article are refused?"""

import re
import unicodedata
from collections.abc import Iterator

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from generator.articles.parsing import AT, END

FORGE_SIGN = re.compile(
    r"\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]*(?<=[^\s$])\$(?![\w$])"  # a formula
    r"|(?<![\w:]):(?=[0-9_+-]*[a-z]|[+-]1:|100:|1234:)[a-z0-9_+-]+:(?![\w:])"  # a picture, such as ":smile:"
)
"""What the forge shows otherwise than it is written, and no other program does."""

_ATTRIBUTES = re.compile(r"\{:?[^{}=]*=[^{}]*\}")
_CALL = re.compile(r"\[\^[^\]\s]+\](?!:)")
_REFERENCE = re.compile(r"&#?\w{1,32};")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_SIGNS = (("C08", _ATTRIBUTES), ("C15", FORGE_SIGN), ("C18", _CALL))

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_UNSEEN_LETTERS = "\u034f\u115f\u1160\u3164\uffa0\ufffc\ufffd"


def masked(block: Token) -> str:
    """Return the text of a block, as long as it is written, with code, tags, targets and escapes made blank."""
    text = block.content
    for token in block.children or []:
        if AT in token.meta:
            text = _blank(text, token.meta[AT], token.meta[END])
    return _ESCAPED.sub("  ", text)


def signs_of(content: str, text: str) -> Iterator[tuple[str, int, str]]:
    """Yield the code, the place and the words of each refused sign; ``text`` is ``masked``."""
    for code, pattern in _SIGNS:
        for match in pattern.finditer(text):
            yield code, match.start(), match[0]
    for match in _REFERENCE.finditer(text):
        for sign in unseen(unescapeAll(match[0])):
            yield "C19", match.start(), sign


def unseen(text: str) -> Iterator[str]:
    """Yield the characters that nobody sees, as ``U+200B``."""
    for sign in text:
        if (unicodedata.category(sign) in _UNSEEN and sign not in "\n\t") or sign in _UNSEEN_LETTERS:
            yield f"U+{ord(sign):04X}"


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
