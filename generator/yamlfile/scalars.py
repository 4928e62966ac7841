r"""What in a text, a key or a value, is not as anybody meant to write it?

A text is judged as it arrives, after the parser has taken away quotation marks and escapes: ``"\u202e"`` is as
unseen as the character itself. The place of a fault is where it stands in the file.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from generator.vietnamese.damage import damages, is_sound
from generator.yamlfile.characters import is_unseen, loose_marks
from generator.yamlfile.text import MOST_FAULTS, Fault, clean, place_of, restored

_CODES: Final = {
    "lost": "Y22",
    "symbol": "Y23",
    "encoding": "Y24",
    "lookalike": "Y25",
    "question": "Y26",
    "unknown": "Y27",
}
_ESCAPE: Final = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_SHORT_ESCAPES: Final = dict(zip("0abtvfreNLP", "\0\a\b\t\v\f\r\x1b\x85\u2028\u2029", strict=True))
_LONGEST = 300
"""As many letters of a suggestion an editor can take in."""


def is_above_suspicion(text: str) -> bool:
    """Return whether nothing in a whole file asks for a look at its single texts."""
    return "\\" not in text and "\t" not in text and is_sound(text) and not any(loose_marks(text))


def wrong_in(text: str, faults: Sequence[Fault]) -> list[Fault]:
    """Return all faults of a text that is no YAML, such as an article; ``faults`` are its unseen characters."""
    if is_above_suspicion(text):
        return list(faults)
    found = [
        replace(fault, line=number)
        for number, line in enumerate(text.split("\n"), start=1)
        for fault in _faults(restored(line), restored(line))
        if fault.code != "Y21" and fault.encoding != "html"  # Markdown reads these as the forge does
    ]
    foreign = {fault.line for fault in found if fault.code == "Y24"}
    return [fault for fault in faults if fault.code != "Y14" or fault.line not in foreign] + found


def faults_of(event: Any, source: str) -> Iterator[Fault]:
    """Yield what is wrong with a scalar; ``source`` is how it stands in the file, with its quotation marks."""
    first = event.start_mark.line + 1, event.start_mark.column + 1
    if event.style == '"':
        yield from (_moved(fault, first) for fault in islice(_escaped(source), MOST_FAULTS))
    yield from (_moved(fault, first) for fault in _faults(restored(event.value), restored(source)))


def _escaped(source: str) -> Iterator[Fault]:
    for escape in _ESCAPE.finditer(source):
        code = escape[1]
        sign = chr(int(code[1:], 16)) if len(code) > 1 else _SHORT_ESCAPES.get(code, code)
        if is_unseen(sign):
            yield Fault(*place_of(source, escape.start()), "Y14", f"U+{ord(sign):04X}")
        elif sign == "\t":
            yield Fault(*place_of(source, escape.start()), "Y21")


def _faults(value: str, source: str) -> Iterator[Fault]:
    if "\t" in value and "\t" in source:
        yield Fault(*place_of(source, source.index("\t")), "Y21")
    composed = unicodedata.normalize("NFC", value)
    for place in islice(loose_marks(composed), MOST_FAULTS):
        yield Fault(
            *_place(composed[max(place - 1, 0) : place + 1], source), "Y30", f"U+{ord(composed[place]):04X}"
        )
    for damage in damages(composed):
        place_, code = _place(damage.written, source), _CODES[damage.kind]
        yield Fault(*place_, code, _shortened(damage.written), _shortened(clean(damage.meant)), damage.encoding)


def _place(written: str, source: str) -> tuple[int, int]:
    """Return where in its source a part of a text stands; its beginning if it is written otherwise there."""
    return place_of(source, max(source.find(written), 0))


def _moved(fault: Fault, first: tuple[int, int]) -> Fault:
    line, column = first
    moved = fault.column + column - 1 if fault.line == 1 else fault.column
    return replace(fault, line=fault.line + line - 1, column=moved)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
