"""What does a PDF document do and tell beside its pages? Every object of it is looked at, compressed ones, too.

A document is published as it is, for its checksum and its signature hold only so. ISO 32000-2 names the actions
(12.6), the attached files (7.11.4) and the properties (14.3). Reading is pypdf's.
"""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of each oddity on the terminal, in English

_ACTIONS = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/GoToE": "attachment",
    "/SubmitForm": "sending",
    "/ImportData": "sending",
    "/Rendition": "film",
    "/RichMediaExecute": "film",
}
"""Actions that run something, by what editors are told; following a link of the page is none of them."""
_KEYS = {
    "/JavaScript": "script",
    "/XFA": "script",
    "/EmbeddedFiles": "attachment",
    "/RichMediaContent": "film",
}
_BY_THEMSELVES = ("/OpenAction", "/AA")
DOES = frozenset({*_ACTIONS.values(), *_KEYS.values(), "opening"})
"""All that a document can be found to do."""
_HARMLESS = {"/GoTo", "/Named"}
"""Actions that show another place of the document; many programs open a document with one."""
_COMMENTS = {
    "/Text",
    "/FreeText",
    "/Highlight",
    "/Underline",
    "/StrikeOut",
    "/Squiggly",
    "/Ink",
    "/Stamp",
    "/Caret",
}
_CREATOR_IN_XMP = re.compile(r"<dc:creator\b.*?</dc:creator>", re.DOTALL)
_ITEM_IN_XMP = re.compile(r"<rdf:li\b[^>]*>([^<]*)<")


class Findings(NamedTuple):
    """What a document does (keys of the words of R69) and whose names it tells, each once, sorted."""

    does: tuple[str, ...]
    authors: tuple[str, ...]


def findings(content: bytes) -> Findings | None:
    """Return what a PDF document does and tells; None if it cannot be looked into, for it is locked or damaged."""
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        if not reader.pages:
            return None
        objects = [each for top in _objects(reader) for each in _dictionaries(top)]
        does = {what for each in objects for what in _does(each)}
        authors = {name for each in objects for name in _authors(each)}
    except Exception:  # a reader of hostile bytes raises many kinds
        return None
    names = {" ".join(each.split()) for each in authors} - {""}
    return Findings(tuple(sorted(does)), tuple(sorted(names)))


def _objects(reader: PdfReader) -> Iterator[Any]:
    """Yield the trailer and every numbered object, whether the pages lead to it or not."""
    yield reader.trailer
    plain = [(number, generation) for generation, places in reader.xref.items() for number in places]
    for number, generation in sorted({*plain, *((number, 0) for number in reader.xref_objStm)}):
        if number:
            yield reader.get_object(IndirectObject(number, generation, reader))


def _dictionaries(top: Any) -> Iterator[DictionaryObject]:
    """Yield an object's dictionaries, without following references: each of these is looked at by itself."""
    ahead = [top]
    while ahead:
        each = ahead.pop()
        if isinstance(each, DictionaryObject):
            yield each
            ahead += each.values()
        elif isinstance(each, ArrayObject):
            ahead += each


def _does(each: DictionaryObject) -> Iterator[str]:
    action = _name(each.get("/S"))
    if action in _ACTIONS:
        yield _ACTIONS[action]
    yield from (what for key, what in _KEYS.items() if key in each)
    if isinstance(each.get("/JS"), str | IndirectObject):
        yield "script"
    if _name(each.get("/Type")) == "/EmbeddedFile" or ("/EF" in each and {"/F", "/UF"} & each.keys()):
        yield "attachment"
    for key in _BY_THEMSELVES:
        if key in each and _runs(each[key]):
            yield "opening"


def _runs(action: Any) -> bool:
    """Return whether an action, or one of several by their occasions, is more than showing a place."""
    if not isinstance(action, DictionaryObject):
        return False
    actions = [action] if "/S" in action else [value.get_object() for value in action.values()]
    return any(isinstance(each, DictionaryObject) and _name(each.get("/S")) not in _HARMLESS for each in actions)


def _authors(each: DictionaryObject) -> Iterator[str]:
    if _name(each.get("/Subtype")) in _COMMENTS and isinstance(each.get("/T"), str):
        yield str(each["/T"])
    if "/Author" in each and isinstance(each["/Author"], str):  # also of properties that a later version replaced
        yield str(each["/Author"])
    if _name(each.get("/Type")) == "/Metadata" and isinstance(each, StreamObject):
        text = each.get_data().replace(b"\0", b"").decode("utf-8", errors="replace")
        yield from (name for part in _CREATOR_IN_XMP.findall(text) for name in _ITEM_IN_XMP.findall(part))


def _name(value: Any) -> str:
    return str(value.get_object()) if value is not None else ""
