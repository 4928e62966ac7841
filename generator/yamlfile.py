"""Where was this value written? YAML as text with places, and without YAML's traps.

Every scalar stays text: whether ``07001`` is a code or a number is for the models to say. The file is
read as a stream of *events*, never as nodes or objects: the C library's node composer calls itself for
each level, and a file of 100,000 brackets crashes the process; events are stopped at depth 20.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
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

Tree: TypeAlias = dict[str, Any]
"""What a file holds: mappings, lists and text, nothing else."""
Path: TypeAlias = tuple[str | int, ...]
Position: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""
Positions: TypeAlias = dict[Path, tuple[Position, Position]]
"""For each path: the place of its key or list item, and the place of its value."""

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 20

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufff9-\ufffb]")
# YAML 1.1 ends a line at these three, which no editor shows as a line: the line numbers would be wrong.
_UNSEEN_LINE_BREAKS = "\u0085\u2028\u2029"
_NO_BREAK_SPACES = "\u00a0\u2007\u202f"
_NO_BREAK_SPACE_AT_COLON = re.compile(
    "^[ -]*([A-Za-z_]+)(?:[\u00a0\u2007\u202f]+:|:[\u00a0\u2007\u202f])", re.MULTILINE
)
_BLANK = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that is refused, at a line and column counted from 1."""

    line: int
    column: int
    code: str
    written: str = ""


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
    builder = _Builder(text, faults)
    try:
        tree = builder.build()
    except _UnreadableError:
        return Reading(None, faults)
    except yaml.MarkedYAMLError as error:
        return Reading(None, faults + _syntax_faults(text, error))
    if not isinstance(tree, dict):
        blame = _faults_of(_NO_BREAK_SPACE_AT_COLON, "Y13", text) or [Fault(1, 1, "Y16" if tree else "Y15")]
        return Reading(None, faults + blame)
    return Reading(tree, faults)


def positions(content: bytes) -> Positions:
    """Return the place of every key and value of a file.

    Places are wanted only once something is wrong, so they are read from the file again then,
    instead of being carried along by every record of every build.
    """
    text, _ = decoded(content)
    found: Positions = {(): ((1, 1), (1, 1))}
    try:
        _Tracker(text or "", found).track()
    except yaml.YAMLError:
        return found  # what stands before the syntax error is all there is to point at
    return found


def position(found: Positions, path: Path, *, key: bool = False) -> Position:
    """Return the place of a path, or of its nearest parent that is really in the file."""
    while path not in found:
        path, key = path[:-1], True
    return found[path][0 if key else 1]


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
        return None, [Fault(*_place_of(before, len(before)), "Y01", written=content[error.start : error.end].hex())]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _with_plain_spaces(text, _UNSEEN_LINE_BREAKS)
    controls = _faults_of(_CONTROL, "Y14", text)
    return (None if controls else text), controls + _faults_of(_UNSEEN, "Y14", text)


def clean(text: str) -> str:
    """Return the text in NFC with no-break spaces made plain ones."""
    return _with_plain_spaces(unicodedata.normalize("NFC", text), _NO_BREAK_SPACES)


def _with_plain_spaces(text: str, spaces: str) -> str:
    # str.replace finds nothing at the speed of memchr; str.translate looks at every letter (40 times slower).
    for space in spaces:
        text = text.replace(space, " ")
    return text


class _UnreadableError(Exception):
    """The rest of this file cannot be read safely; the fault that says why is noted."""


class _Builder:
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
            raise _UnreadableError
        if len(self._outer) >= MAXIMUM_DEPTH:
            self._fault(event, "Y11")
            raise _UnreadableError
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
            raise _UnreadableError

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault(event, "Y06", event.anchor)
        if event.tag is not None:
            self._fault(event, "Y08", event.tag)

    def _look_at_plain(self, event: Any) -> None:
        if self._dirty and _NO_BREAK_SPACE_AT_COLON.match(event.value):
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


_SYNTAX = (
    ("scanning an anchor", "Y06", True),
    ("scanning an alias", "Y07", True),
    ("tag", "Y08", True),
    ("directive", "Y09", True),
    ("quoted scalar", "Y04", True),
    ("flow", "Y04", True),
    ("mapping values are not allowed", "Y05", False),
)
"""What the parser says, its code, and whether the mark that opened the trouble tells more than where it ended."""
_SIGNS = ("Y06", "Y07", "Y08")
_CLOSED_TOO_EARLY = re.compile(r"[^\"']*?[:-] +(?P<quote>[\"']).*(?P=quote) *$")


class _Tracker:
    """Notes the place of every path of one file."""

    def __init__(self, text: str, found: Positions) -> None:
        self._parser = CParser(text)
        self._found = found

    def track(self) -> None:
        """Follow all events of the first document."""
        get = self._parser.get_event
        event = get()
        while event.__class__ not in (ScalarEvent, MappingStartEvent, SequenceStartEvent, StreamEndEvent):
            event = get()
        self._value(event, (), _mark(event))

    def _value(self, event: Any, path: Path, key_place: Position) -> None:
        self._found[path] = (key_place, _mark(event))
        if len(path) > MAXIMUM_DEPTH:
            return
        if event.__class__ is MappingStartEvent:
            self._mapping(path)
        elif event.__class__ is SequenceStartEvent:
            self._sequence(path)

    def _mapping(self, path: Path) -> None:
        get = self._parser.get_event
        while (event := get()).__class__ is ScalarEvent:
            self._value(get(), (*path, clean(event.value)), _mark(event))

    def _sequence(self, path: Path) -> None:
        get = self._parser.get_event
        index = 0
        while (event := get()).__class__ is not SequenceEndEvent:
            self._value(event, (*path, index), _mark(event))
            index += 1


def _mark(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _syntax_faults(text: str, error: yaml.MarkedYAMLError) -> list[Fault]:
    """Return why the parser gave up; a no-break space beside a colon explains itself better."""
    spaces = _faults_of(_NO_BREAK_SPACE_AT_COLON, "Y13", text)
    if spaces:
        return spaces
    said = f"{error.context or ''}: {error.problem or ''}"
    code, at_opening = next(((code, opening) for part, code, opening in _SYNTAX if part in said), ("Y00", False))
    mark = (at_opening and error.context_mark) or error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    written = (text.split("\n")[line - 1 : line] or [""])[0]
    too_early = _CLOSED_TOO_EARLY.match(written[: column - 1])
    if "\t" in written[: len(written) - len(written.lstrip())]:
        code = "Y03"
    elif written.lstrip().startswith(":"):
        code = "Y17"
    elif code == "Y00" and too_early:
        code, column = "Y04", too_early.start("quote") + 1
    shown = written[column:].split(" ")[0] if code in _SIGNS else written.strip()[:80]
    return [Fault(line, column, code, shown)]


def _faults_of(pattern: re.Pattern[str], code: str, text: str) -> list[Fault]:
    return [
        Fault(*_place_of(text, match.start()), code, match[1] if pattern.groups else f"U+{ord(match[0]):04X}")
        for match in pattern.finditer(text)
    ]


def _place_of(text: str, offset: int) -> Position:
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)
