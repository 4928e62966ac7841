"""Which text does a file hold, and which characters in it would nobody see?"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

MAXIMUM_BYTES = 1_000_000
_MOST_FAULTS = 20
"""As many unseen characters are reported one by one; a file with more was pasted from somewhere as a whole."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufff9-\ufffb]")
# YAML 1.1 ends a line at these three, which no editor shows as a line: the line numbers would be wrong.
_UNSEEN_LINE_BREAKS = "\u0085\u2028\u2029"
_NO_BREAK_SPACES = "\u00a0\u2007\u202f"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that is refused, at a line and column counted from 1."""

    line: int
    column: int
    code: str
    written: str = ""


def decoded(content: bytes) -> tuple[str | None, list[Fault]]:
    """Return the text of a file without byte order mark, or None and the reason, and unseen characters."""
    if len(content) > MAXIMUM_BYTES:
        return None, [Fault(1, 1, "Y12", written=f"{len(content):,}".replace(",", "."))]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Fault(1, 1, "Y01", written="UTF-16")]
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        return None, [Fault(*place_of(before, len(before)), "Y01")]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _with_plain_spaces(text, _UNSEEN_LINE_BREAKS)
    controls = _characters(_CONTROL.finditer(text), text)
    return (None if controls else text), controls + _characters(_UNSEEN.finditer(text), text)


def clean(text: str) -> str:
    """Return the text in NFC with no-break spaces made plain ones."""
    return _with_plain_spaces(unicodedata.normalize("NFC", text), _NO_BREAK_SPACES)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of an offset in a text."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)


def _characters(matches: Iterable[re.Match[str]], text: str) -> list[Fault]:
    first = islice(matches, _MOST_FAULTS)
    return [Fault(*place_of(text, each.start()), "Y14", f"U+{ord(each[0]):04X}") for each in first]


def _with_plain_spaces(text: str, spaces: str) -> str:
    # str.replace finds nothing at the speed of memchr; str.translate looks at every letter (40 times slower).
    for space in spaces:
        text = text.replace(space, " ")
    return text
