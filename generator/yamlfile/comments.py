"""Does a “#” cut off a part of somebody's text?

To YAML, `#` after a blank begins a comment. Comments that are meant stand on a line of their own, no further in
than the keys around them, or begin with `# `. All others are taken for text, which nobody would see again.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from generator.yamlfile.syntax import indent
from generator.yamlfile.text import Fault, place_of

_MEANT: Final = ("# ", "##")
_AFTER_A_COMMA: Final = re.compile(r"(?<=[,\[{])(?: +(?!#[ #\n]))?(?P<cut>#[^\n]*)")
_HEADER: Final = re.compile(r"[|>][-+0-9]*")


def cut_behind(mark: Any, lines: Sequence[str]) -> Iterator[Fault]:
    """Yield what is cut off on the line on which a text ends at ``mark``."""
    rest = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
    hidden = rest.strip(" ")
    is_meant = hidden.startswith(_MEANT) and rest[0] == " "
    if hidden.startswith("#") and hidden != "#" and not is_meant:
        yield Fault(mark.line + 1, mark.column + len(rest) - len(rest.lstrip(" ")) + 1, "Y20", hidden)


def cut_below(event: Any, lines: Sequence[str], column: int) -> Iterator[Fault]:
    """Yield what is cut off below a text without quotation marks, on lines that would go on with it.

    ``column`` is where the keys or dashes around the text stand: lines further in would belong to it.
    """
    end = event.end_mark.line
    rest = lines[end][event.end_mark.column :].strip(" ") if end < len(lines) else ""
    for number in range(end + 1, len(lines) if rest[:1] in ("", "#") else 0):
        line = lines[number]
        hidden = line.strip(" ")
        if hidden and (indent(line) <= column or hidden[0] != "#"):
            return
        if hidden and (event.value or not hidden.startswith(_MEANT)):
            yield Fault(number + 1, indent(line) + 1, "Y31" if event.value else "Y20", hidden)
            return  # the lines below it are cut off with it


def cut_in_flow(text: str, start: int, end: int) -> Iterator[Fault]:
    """Yield what is cut off behind a comma or bracket, between two events of a list or mapping in brackets."""
    for match in _AFTER_A_COMMA.finditer(text, start, end):
        yield Fault(*place_of(text, match.end() - len(match["cut"])), "Y20", match["cut"].rstrip())


def cut_in_block(event: Any, lines: Sequence[str], column: int) -> Iterator[Fault]:
    """Yield what is cut off in a text of several lines that begins with a sign: behind the sign, or all of it.

    Where blank lines go further in than the first line that says something, that line is no part of the text.
    """
    yield from _cut_in_header(event.start_mark, lines)
    if not event.value.strip(" \n"):
        for number in range(event.start_mark.line + 1, len(lines)):
            hidden = lines[number].strip(" ")
            if hidden and hidden[0] == "#" and indent(lines[number]) > column:
                yield Fault(number + 1, indent(lines[number]) + 1, "Y31", hidden)
            if hidden:
                return


def _cut_in_header(mark: Any, lines: Sequence[str]) -> Iterator[Fault]:
    """Yield what is cut off behind the sign (``|``, ``>-``) of a text that begins on the next line."""
    header = _HEADER.match(lines[mark.line], mark.column)
    if header is not None:
        rest = lines[mark.line][header.end() :]
        hidden = rest.strip(" ")
        if hidden.startswith("#") and not (hidden.startswith(_MEANT) and rest[0] == " "):
            yield Fault(mark.line + 1, header.end() + len(rest) - len(rest.lstrip(" ")) + 1, "Y20", hidden)
