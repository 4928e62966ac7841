"""Which mappings, lists and texts does a file hold?"""

from typing import Any, TypeAlias

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.yamlfile.syntax import NO_BREAK_SPACE_AT_COLON
from generator.yamlfile.text import Fault, clean

Tree: TypeAlias = dict[str, Any]
"""What a file holds: mappings, lists and text, nothing else."""

MAXIMUM_DEPTH = 20

_BLANK = frozenset({"", "~", "null", "Null", "NULL"})


class UnreadableError(Exception):
    """The rest of this file cannot be read safely; the fault that says why is noted."""


class Builder:
    """Builds the tree of one file from its events and notes every fault on the way."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self._parser = CParser(text)
        self._faults = faults
        self._lines = text.split("\n") if " #" in text else []
        self._dirty = not text.isascii() and clean(text) != text
        self._documents = 0
        self._root: Any = ""
        self._container: Any = None
        self._key: str | None = None
        self._in_flow = False
        self._outer: list[tuple[Any, bool]] = []

    def build(self) -> Any:
        """Return the top value of the file, "" when the file is empty."""
        handlers = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        next_event = self._parser.get_event
        event = next_event()
        while event.__class__ is not StreamEndEvent:
            handler = handlers.get(event.__class__)
            if handler is not None:
                handler(event)
            event = next_event()
        return self._root

    def _scalar(self, event: Any) -> None:
        value: str | None = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if self._dirty:
            value = clean(event.value)
        if not event.style:
            self._look_at_plain(event)
            if value in _BLANK:
                value = None
        if self._container.__class__ is dict and self._key is None:
            self._begin_entry(event, value)
        else:
            self._put(event, value)

    def _begin_entry(self, event: Any, key: str | None) -> None:
        if key is None:
            self._fault(event, "Y17")
        elif key in self._container:
            self._fault(event, "Y02", key)
        self._key = key or ""

    def _put(self, event: Any, value: Any) -> None:
        container = self._container
        if container.__class__ is dict:
            if value is None and self._in_flow:
                self._fault(event, "Y18", self._key or "")
            container[self._key] = value
            self._key = None
        elif container is None:
            self._root = value or ""
        elif value is None:
            self._fault(event, "Y19")
        else:
            container.append(value)

    def _start(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if self._container.__class__ is dict and self._key is None:
            self._fault(event, "Y17")
            raise UnreadableError
        if len(self._outer) >= MAXIMUM_DEPTH:
            self._fault(event, "Y11")
            raise UnreadableError
        is_mapping = event.__class__ is MappingStartEvent
        inner: Any = {} if is_mapping else []
        if self._container is None:
            self._root = inner
        else:
            self._put(event, inner)
        self._outer.append((self._container, self._in_flow))
        self._container, self._in_flow = inner, is_mapping and bool(event.flow_style)

    def _end(self, _event: Any) -> None:
        inner = self._container
        if inner.__class__ is dict and None in inner.values():
            # "a:" with nothing after it gives no answer; it is the same as leaving the line out.
            for key in [key for key, value in inner.items() if value is None]:
                del inner[key]
        self._container, self._in_flow = self._outer.pop()

    def _alias(self, event: Any) -> None:
        self._fault(event, "Y07", event.anchor)
        if self._container.__class__ is dict and self._key is None:
            self._key = f"*{event.anchor}"
        else:
            self._put(event, f"*{event.anchor}")

    def _document(self, event: Any) -> None:
        self._documents += 1
        if event.version is not None or event.tags:
            self._fault(event, "Y09")
        if self._documents > 1:
            self._fault(event, "Y10")
            raise UnreadableError

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(event, "Y06", event.anchor)
        if event.tag is not None:
            self._fault(event, "Y08", event.tag)

    def _look_at_plain(self, event: Any) -> None:
        if self._dirty and NO_BREAK_SPACE_AT_COLON.match(event.value):
            self._fault(event, "Y13", event.value.split(":")[0].strip())
        if self._lines:
            mark = event.end_mark
            rest = self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""
            hidden = rest.lstrip(" ")
            if hidden.startswith("#") and not hidden.startswith(("# ", "##")):
                column = mark.column + len(rest) - len(hidden) + 1
                self._faults.append(Fault(mark.line + 1, column, "Y20", hidden.rstrip()))

    def _fault(self, event: Any, code: str, written: str = "") -> None:
        mark = event.start_mark
        self._faults.append(Fault(mark.line + 1, mark.column + 1, code, written))
