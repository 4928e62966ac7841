"""At which line and column does each key and value of a file stand?"""

from typing import Any, TypeAlias

import yaml
from yaml._yaml import CParser
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.yamlfile.mend import Path, readable
from generator.yamlfile.text import clean, decoded
from generator.yamlfile.tree import MAXIMUM_DEPTH

Position: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""
Positions: TypeAlias = dict[Path, tuple[Position, Position]]
"""For each path: the place of its key or list item, and the place of its value."""


def positions(content: bytes) -> Positions:
    """Return the place of every key and value of a file, as far as it can be read; never raises.

    Places are wanted only once something is wrong, so they are read from the file again then,
    instead of being carried along by every record of every build.
    """
    text, _ = decoded(content)
    found: Positions = {(): ((1, 1), (1, 1))}
    try:
        _Tracker(readable(text or "").text, found).track()
    except (yaml.MarkedYAMLError, _UnreadableError):
        return found  # what stands before it is all there is to point at
    return found


def position(found: Positions, path: Path, *, key: bool = False) -> Position:
    """Return the place of a path, or of its nearest parent that is really in the file."""
    while path not in found:
        path, key = path[:-1], True
    return found[path][0 if key else 1]


class _UnreadableError(Exception):
    """The rest of the file is refused as too deep, or for a key that is no text."""


class _Tracker:
    """Notes the place of every path of one file."""

    def __init__(self, text: str, found: Positions) -> None:
        self._next = CParser(text).get_event
        self._found = found

    def track(self) -> None:
        """Follow all events of the first document."""
        event = self._next()
        while event.__class__ not in (ScalarEvent, MappingStartEvent, SequenceStartEvent, StreamEndEvent):
            event = self._next()
        self._value(event, (), _mark(event))

    def _value(self, event: Any, path: Path, key_place: Position) -> None:
        if len(path) > MAXIMUM_DEPTH:
            raise _UnreadableError
        self._found[path] = (key_place, _mark(event))
        if event.__class__ is MappingStartEvent:
            self._mapping(path)
        elif event.__class__ is SequenceStartEvent:
            self._sequence(path)

    def _mapping(self, path: Path) -> None:
        event: Any
        while (event := self._next()).__class__ is not MappingEndEvent:
            if event.__class__ in (MappingStartEvent, SequenceStartEvent):
                raise _UnreadableError
            key = clean(event.value) if event.__class__ is ScalarEvent else f"*{event.anchor}"
            self._value(self._next(), (*path, key), _mark(event))

    def _sequence(self, path: Path) -> None:
        index = 0
        while (event := self._next()).__class__ is not SequenceEndEvent:
            self._value(event, (*path, index), _mark(event))
            index += 1


def _mark(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1
