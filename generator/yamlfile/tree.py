"""Which mappings, lists and texts does a file hold?"""

import re
from typing import Any, NamedTuple, TypeAlias

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

from generator.yamlfile.comments import cut_behind, cut_below, cut_in_block, cut_in_flow
from generator.yamlfile.digits import may_lose_digits
from generator.yamlfile.scalars import faults_of, is_above_suspicion
from generator.yamlfile.syntax import KEY_OR_ITEM, NO_BREAK_SPACE_AT_COLON, indent
from generator.yamlfile.text import Fault, clean, place_of, restored

Tree: TypeAlias = dict[str, Any]
"""What a file holds: mappings, lists and text, nothing else."""

MAXIMUM_DEPTH = 20

_BEGINS_NUMBERS = frozenset("+-.0123456789")
_TAB_BEFORE = re.compile(r"\n *\t(?![ \t]*\n)")
_BLANK = frozenset({"", "~", "null", "Null", "NULL"})


class UnreadableError(Exception):
    """The rest of this file cannot be read safely; the fault that says why is noted."""


class SwallowedError(Exception):
    """A quotation mark or bracket that was never closed has taken the keys below it for text."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class _Level(NamedTuple):
    """A mapping or list that is being filled."""

    container: Any
    column: int
    """Where its keys or dashes stand; inside brackets, those of the lines around them. Text stands further in."""
    in_flow: bool
    in_braces: bool


class Builder:
    """Builds the tree of one file from its events and notes every fault on the way."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self._parser = CParser(text)
        self._text = text
        self._faults = faults
        self._lines = text.split("\n")
        self._has_hash = "#" in text
        self._is_suspicious = not is_above_suspicion(text)
        self._dirty = "\\" in text or (not text.isascii() and clean(text) != text)
        self._documents = 0
        self.root: Any = ""
        """The top value of the file as far as it is read."""
        self._key: str | None = None
        self._level = _Level(None, -1, in_flow=False, in_braces=False)
        self._outer: list[_Level] = []
        self._last_end = 0
        self.last_quoted: Any = None
        """The last text in quotation marks: if the parser gives up behind it, it was closed too early."""

    def build(self) -> Any:
        """Return the top value of the file, "" when the file is empty.

        Raises yaml.MarkedYAMLError, UnreadableError or SwallowedError where the file cannot be read on.
        """
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
        return self.root

    @property
    def has_ended(self) -> bool:
        """Whether a whole document has been read and another one follows."""
        return self._documents > 1

    def _scalar(self, event: Any) -> None:
        value: Any = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if self._is_suspicious:
            self._look_at_letters(event)
            value = restored(event.value)
        if self._dirty:
            value = clean(value)
        if not event.style:
            self._look_at_plain(event)
            if value in _BLANK:
                value = None
        elif event.style in "'\"":
            self._look_at_quoted(event)
        elif self._has_hash:
            self._faults += cut_in_block(event, self._lines, self._level.column)
        if self._level.in_flow:
            self._look_at_place_in_flow(event)
        self._look_behind(event)
        if self._level.container.__class__ is dict and self._key is None:
            self._begin_entry(event, value)
        else:
            self._put(event, value)

    def _begin_entry(self, event: Any, key: str | None) -> None:
        if key is None:
            self._fault(event, "Y17")
        elif key in self._level.container:
            self._fault(event, "Y02", key)
        self._key = key or ""

    def _put(self, event: Any, value: Any) -> None:
        container = self._level.container
        if container.__class__ is dict:
            if value is None and self._level.in_braces:
                self._fault(event, "Y18", self._key or "")
            container[self._key] = value
            self._key = None
        elif container is None:
            self.root = value or ""
        elif value is None:
            self._fault(event, "Y19")
        else:
            container.append(value)

    def _start(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if self._level.container.__class__ is dict and self._key is None:
            self._fault(event, "Y17")
            raise UnreadableError
        if len(self._outer) >= MAXIMUM_DEPTH:
            self._fault(event, "Y11")
            raise UnreadableError
        self._look_behind(event)
        is_mapping = event.__class__ is MappingStartEvent
        inner: Any = {} if is_mapping else []
        if self._level.container is None:
            self.root = inner
        else:
            self._put(event, inner)
        self._outer.append(self._level)
        is_flow = bool(event.flow_style)
        column = self._level.column if is_flow else event.start_mark.column
        self._level = _Level(inner, column, is_flow, is_mapping and is_flow)

    def _end(self, event: Any) -> None:
        self._look_behind(event)
        if self._has_hash and self._level.in_flow and self._text[event.end_mark.index :][:1] == "#":
            self._faults += cut_behind(event.end_mark, self._lines)
        inner = self._level.container
        if inner.__class__ is dict and None in inner.values():
            # "a:" with nothing after it gives no answer; it is the same as leaving the line out.
            for key in [key for key, value in inner.items() if value is None]:
                del inner[key]
        self._level = self._outer.pop()

    def _alias(self, event: Any) -> None:
        self._fault(event, "Y07", event.anchor)
        if self._level.container.__class__ is dict and self._key is None:
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

    def _look_at_letters(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        found = list(faults_of(event, self._text[start.index : end.index]))
        if any(fault.code == "Y24" for fault in found):
            # What nobody sees in a text of another encoding are letters of it.
            first, last = (start.line + 1, start.column + 1), (end.line + 1, end.column + 1)
            self._faults[:] = [
                each for each in self._faults if each.code != "Y14" or not first <= (each.line, each.column) < last
            ]
        self._faults += found

    def _look_at_plain(self, event: Any) -> None:
        is_key = self._level.container.__class__ is dict and self._key is None
        if not is_key and event.value[:1] in _BEGINS_NUMBERS and may_lose_digits(event.value):
            self._faults.append(Fault(*_start_of(event), "Y33", event.value, f'"{event.value}"'))
        if self._dirty and NO_BREAK_SPACE_AT_COLON.match(event.value):
            self._fault(event, "Y13", event.value.split(":")[0].strip())
        if self._has_hash:
            self._faults += cut_behind(event.end_mark, self._lines)
            self._faults += cut_below(event, self._lines, self._level.column)

    def _look_at_quoted(self, event: Any) -> None:
        self.last_quoted = event
        first, last = event.start_mark.line, event.end_mark.line
        for line in self._lines[first + 1 : last + 1]:
            if line.strip(" ") and indent(line) <= self._level.column:
                self._too_far_left(event, line)
        if self._has_hash:
            self._faults += cut_behind(event.end_mark, self._lines)

    def _look_at_place_in_flow(self, event: Any) -> None:
        mark = event.start_mark
        line = self._lines[mark.line] if mark.line < len(self._lines) else ""
        if mark.column <= self._level.column and line.strip(" ") and indent(line) == mark.column:
            self._too_far_left(event, line)
        if self._text[mark.index - 1] == "?":  # the parser takes it for a sign, although a letter follows
            self._fault(event, "Y17")
        if event.value == "-" and not event.style:
            self._fault(event, "Y19")

    def _too_far_left(self, event: Any, line: str) -> None:
        """Refuse a text or bracket that goes on at the left of its key; if a key stands there, it was swallowed."""
        mark = event.start_mark
        fault = Fault(mark.line + 1, mark.column + 1, "Y28", line.strip(" ")[:80])
        if KEY_OR_ITEM.match(line):
            raise SwallowedError(fault)
        self._faults.append(fault)

    def _look_behind(self, event: Any) -> None:
        """Look at what stands between brackets since the last event: commas, and perhaps comments."""
        if self._level.in_flow:
            start, end = self._last_end, event.start_mark.index
            if self._has_hash:
                self._faults += cut_in_flow(self._text, start, end)
            if self._is_suspicious and (tab := _TAB_BEFORE.search(self._text, start, end)) is not None:
                self._faults.append(Fault(*place_of(self._text, tab.end() - 1), "Y03"))
        self._last_end = event.end_mark.index

    def _fault(self, event: Any, code: str, written: str = "") -> None:
        self._faults.append(Fault(*_start_of(event), code, written))


def _start_of(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
