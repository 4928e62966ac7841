"""Where was this value written? YAML as text with places, and without YAML's traps.

Every scalar stays text: whether ``07001`` is a code or a number is for the models to say. The file is
read as a stream of *events*, never as nodes or objects: the C library's node composer calls itself for
each level, and a file of 100,000 brackets crashes the process; events are stopped at depth 20.
"""

from dataclasses import dataclass, field

from generator.yamlfile.mend import AN_ITEM, UNKNOWN, Path, readable
from generator.yamlfile.places import Position, Positions, position, positions
from generator.yamlfile.scalars import wrong_in
from generator.yamlfile.syntax import no_break_spaces
from generator.yamlfile.text import MAXIMUM_BYTES, Fault, clean, decoded
from generator.yamlfile.tree import MAXIMUM_DEPTH, Tree

__all__ = [
    "AN_ITEM",
    "MAXIMUM_BYTES",
    "MAXIMUM_DEPTH",
    "UNKNOWN",
    "Fault",
    "Path",
    "Position",
    "Positions",
    "Reading",
    "Tree",
    "clean",
    "decoded",
    "position",
    "positions",
    "read",
    "wrong_in",
]


@dataclass(slots=True)
class Reading:
    """What a file holds: its tree, None when it cannot be used at all, and everything refused in it."""

    tree: Tree | None = None
    faults: list[Fault] = field(default_factory=list)
    lost: frozenset[Path] = frozenset()
    """The paths of what could not be read; the rest of the tree is as the file says."""


def read(content: bytes) -> Reading:
    """Return the tree of a YAML file, every scalar as NFC text, and all its faults; never raises."""
    text, faults = decoded(content)
    if text is None:
        return Reading(None, faults)
    found = readable(text, faults)
    unseen = {fault.line for fault in found.faults if fault.code == "Y14"}
    found.faults[:] = [fault for fault in found.faults if fault.code != "Y00" or fault.line not in unseen]
    if isinstance(found.tree, dict):
        return Reading(found.tree, found.faults, found.lost)
    if found.tree is None:
        return Reading(None, found.faults)
    blame = no_break_spaces(text) or [Fault(1, 1, "Y16" if found.tree else "Y15")]
    return Reading(None, found.faults + blame)
