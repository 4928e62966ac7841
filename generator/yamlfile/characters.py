"""Which characters would nobody see, or nobody know what they are?

Judged by what Unicode says of each: controls, signs of direction and joining, what is not assigned or private,
separators of lines, and letters that are drawn as nothing. Needed ones are few: the line break, and in a picture
(emoji) its joiner and its choice of colour.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

# Default_Ignorable_Code_Point (Unicode Character Database, DerivedCoreProperties) and blanks, as no category tells.
_DRAWN_AS_NOTHING: Final = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\U0001d159"
    + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
_UNSEEN: Final = {"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"}
_PICTURE: Final = re.compile(
    "(?<=[^\\w\\s])\ufe0f\u20e3?|(?<=[0-9#*])\ufe0f\u20e3|(?<=[^\\w\\s])\u200d(?=[^\\w\\s])"
)
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20ff]"
_LOOSE: Final = re.compile(f"(?<![^\\W\\d_])(?<!{_MARK}){_MARK}|(?<={_MARK}{{2}}){_MARK}")
"""As many marks one letter bears, after composition, in any language of Vietnam: ê̆ in Ê Đê has one."""


def unseen(text: str) -> Iterator[int]:
    """Yield the places of characters that nobody sees; tabs and line breaks are for the reader to judge."""
    found = [sign for sign in set(text) if is_unseen(sign)]
    if found:
        allowed = {place for match in _PICTURE.finditer(text) for place in range(*match.span())}
        places = re.compile(f"[{re.escape(''.join(found))}]").finditer(text)
        yield from (match.start() for match in places if match.start() not in allowed)


@lru_cache(maxsize=2**14)
def is_unseen(sign: str) -> bool:
    """Return whether a character is drawn as nothing, or only changes how others are drawn."""
    if sign in "\n\t":
        return False
    return unicodedata.category(sign) in _UNSEEN or sign in _DRAWN_AS_NOTHING


def loose_marks(text: str) -> Iterator[int]:
    """Yield the places of tones and hats that stand on no letter, or as a heap on one, in a text in NFC."""
    yield from (match.start() for match in _LOOSE.finditer(text))
