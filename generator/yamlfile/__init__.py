"""Where was this value written? YAML as text with places, and without YAML's traps.

Every scalar stays text: whether ``07001`` is a code or a number is for the models to say. The file is
read as a stream of *events*, never as nodes or objects: the C library's node composer calls itself for
each level, and a file of 100,000 brackets crashes the process; events are stopped at depth 20.
"""

from dataclasses import dataclass, field

import yaml

from generator.yamlfile.places import Path, Position, Positions, position, positions
from generator.yamlfile.syntax import no_break_spaces, syntax_faults
from generator.yamlfile.text import MAXIMUM_BYTES, Fault, clean, decoded
from generator.yamlfile.tree import MAXIMUM_DEPTH, Builder, Tree, UnreadableError

__all__ = [
    "MAXIMUM_BYTES",
    "MAXIMUM_DEPTH",
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
]


@dataclass(slots=True)
class Reading:
    """What a file holds: its tree, None when it cannot be used at all, and everything refused in it."""

    tree: Tree | None = None
    faults: list[Fault] = field(default_factory=list)


def read(content: bytes) -> Reading:
    """Return the tree of a YAML file, every scalar as NFC text, and all its faults; never raises."""
    text, faults = decoded(content)
    if text is None:
        return Reading(None, faults)
    try:
        tree = Builder(text, faults).build()
    except UnreadableError:
        return Reading(None, faults)
    except yaml.MarkedYAMLError as error:
        return Reading(None, faults + syntax_faults(text, error))
    if not isinstance(tree, dict):
        blame = no_break_spaces(text) or [Fault(1, 1, "Y16" if tree else "Y15")]
        return Reading(None, faults + blame)
    return Reading(tree, faults)
