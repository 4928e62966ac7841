"""Is each case of the public YAML test suite read exactly as it is meant, or refused, and never by half?"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.yamlfile import clean, decoded
from generator.yamlfile.mend import readable

FILE = Path(__file__).parents[1] / "yaml_test_suite" / "cases.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").split("\n") if line]
ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\", "\\b": "\b", "\\r": "\r"}
NULLS = {"", "~", "null", "Null", "NULL"}
WARNING = "Y33"
"""Of a number that is read exactly, that another program may change it."""

READ_EXACTLY = 139
"""As many cases are read; all others hold what records do not use: documents, anchors, tags, odd keys, tabs."""


class NotForRecordsError(Exception):
    """A case holds an anchor, a tag, an alias, a key that is no text or is repeated, or more than one document."""


class Read(NamedTuple):
    """What our reader makes of a case."""

    tree: Any
    is_refused: bool


def read(text: str) -> Read:
    """Return the tree of a text with any value at its top; a record has a mapping there."""
    decoded_text, faults = decoded(text.encode())
    assert decoded_text is not None
    found = readable(decoded_text, faults)
    return Read(found.tree, any(fault.code != WARNING for fault in found.faults))


def meant(events: list[str]) -> Any:
    """Return the tree that the events say, every scalar as text, without keys that have no answer."""
    roots = []
    rest = iter(event.rstrip("\n") for event in events)
    for event in rest:
        if event[:4] not in ("+STR", "-STR", "+DOC", "-DOC"):
            roots.append(value(event, rest))
    if sum(event.startswith("+DOC") for event in events) > 1:
        raise NotForRecordsError
    return (roots or [None])[0] or ""


def value(event: str, rest: Iterator[str]) -> Any:
    kind, *said = event.split(" ", 1)
    if kind == "=ALI" or re.match(r"(?:\[\] |\{\} )?[&<](?!SPC>|TAB>)", said[0] if said else ""):
        raise NotForRecordsError
    if kind == "+SEQ":
        return [value(each, rest) for each in until("-SEQ", rest)]
    if kind == "+MAP":
        return mapping(rest)
    text = said[0][1:].replace("<SPC>", " ").replace("<TAB>", "\t")
    text = clean(re.sub(r"\\.", lambda escape: ESCAPES[escape[0]], text))
    return None if said[0][0] == ":" and text in NULLS else text


def mapping(rest: Iterator[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in until("-MAP", rest):
        key, inner = value(each, rest), value(next(rest), rest)
        if not isinstance(key, str) or key in found:
            raise NotForRecordsError
        found[key] = inner
    return {key: inner for key, inner in found.items() if inner is not None}


def until(end: str, rest: Iterator[str]) -> Iterator[str]:
    for each in rest:
        if each == end:
            return
        yield each


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_is_read_exactly_or_refused(case: dict[str, Any]) -> None:
    found = read(case["yaml"])
    if "fail" in case:
        assert found.is_refused, found.tree
        return
    try:
        expected = meant(case["events"])
    except NotForRecordsError:
        assert found.is_refused
    else:
        assert found.is_refused or (found.tree or "") == expected


def test_what_records_use_is_read() -> None:
    assert sum(not read(case["yaml"]).is_refused for case in CASES) == READ_EXACTLY
    assert len(CASES) > 400
