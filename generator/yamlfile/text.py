"""Which text does a file hold, and which characters in it would nobody see?"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from generator.yamlfile.characters import unseen

MAXIMUM_BYTES = 1_000_000
MOST_FAULTS = 20
"""As many unseen characters are reported one by one; a file with more was pasted from somewhere as a whole."""

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOT_PARSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""What the parser refuses, and the three at which YAML 1.1 ends a line and no editor does."""
_END_OF_LINE = re.compile("\r+\n")
_ALONE = re.compile("\r\r+\n|\r(?!\n)")
_ANY_RETURN = re.compile("\r")
_BEFORE_AN_ENTRY = re.compile(r"""\r(?=\r* *(?:- |["']?[\w.-]+["']? *:[ \r\n]))""")
_STAND_IN = 0xF0000
_STOOD_IN = re.compile("[\U000f0000-\U000fffff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that is refused, at a line and column counted from 1."""

    line: int
    column: int
    code: str
    written: str = ""
    nearest: str = ""
    encoding: str = ""
    """In which old encoding the text was written, where that is what is wrong with it."""


def decoded(content: bytes) -> tuple[str | None, list[Fault]]:
    """Return the text of a file without byte order mark, or None and the reason, and unseen characters.

    What no parser would read on from stands there as a private character; ``restored`` brings it back.
    """
    if len(content) > MAXIMUM_BYTES:
        return None, [Fault(1, 1, "Y12", written=f"{len(content):,}".replace(",", "."))]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [Fault(1, 1, "Y01", written="UTF-16")]
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        return None, [Fault(*place_of(before, len(before)), "Y01")]
    text, faults = _with_plain_line_ends(text)
    faults += [
        Fault(*place_of(text, place), "Y14", f"U+{ord(text[place]):04X}")
        for place in islice(unseen(text), MOST_FAULTS)
    ]
    return _NOT_PARSED.sub(lambda sign: chr(_STAND_IN + ord(sign[0])), text), faults


def restored(text: str) -> str:
    """Return a part of a decoded text with what the file really holds."""
    return _STOOD_IN.sub(lambda sign: chr(ord(sign[0]) - _STAND_IN), text)


def clean(text: str) -> str:
    """Return the text in NFC with every kind of blank made a plain one."""
    text = unicodedata.normalize("NFC", text)
    # str.replace finds nothing at the speed of memchr; str.translate looks at every letter (40 times slower).
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return text


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of an offset in a text."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)


def _with_plain_line_ends(text: str) -> tuple[str, list[Fault]]:
    """Return the text with line ends as Unix has them; a carriage return alone is told, once.

    It ends the line only where no others do, or where a key or an item follows: elsewhere it would cut a text in
    two, and what comes behind would be told as a second mistake.
    """
    if "\r" not in text:
        return text, []
    alone = _ALONE.search(text)
    faults = [] if alone is None else [Fault(*place_of(text, alone.start()), "Y29")]
    text = _END_OF_LINE.sub("\n", text)
    ends_lines = _BEFORE_AN_ENTRY if "\n" in text else _ANY_RETURN
    return ends_lines.sub("\n", text).replace("\r", " "), faults
