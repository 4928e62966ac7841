"""What can be read in files, however deep it is packed? For tests that look for what may not be there.

Opened are gzip, ZIP (with it XLSX, DOCX, EPUB), PDF and the chunks of PNG, one in the other, each known by its
bytes and not by its name. A container that cannot be opened fails: what nobody can look into is not cleared.
"""

import gzip
import html
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from struct import unpack_from
from typing import Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject, TextStringObject

Part: TypeAlias = tuple[str, bytes]
"""The name and the content of a part."""

TAG = re.compile(r"<[^>]*>")
_STREAM = re.compile(rb"stream\r?\n")


def shown(files: Mapping[str, bytes]) -> str:
    """Return the names and texts of all files as readers and machines find them, unpacked, without escapes."""
    return "\n".join(
        f"{name}\n{text}"
        for file, packed in sorted(files.items())
        for name, content in opened(file, packed)
        for text in _texts(name, content)
    )


def plain(text: str) -> str:
    return " ".join(text.split())


def opened(name: str, content: bytes) -> Iterator[Part]:
    """Yield a file and all that is packed in it, each part with its name below that of its container."""
    yield name, content
    for fits, parts_of in _CONTAINERS:
        if fits(content):
            for inner, part in parts_of(content):
                yield from opened(f"{name}/{inner}", part)


def _texts(name: str, content: bytes) -> Iterator[str]:
    """Yield what the bytes can be read as: of a text what stands between the tags, and what stands in them."""
    text = content.decode("utf-8", errors="ignore")
    if name.endswith(".json"):
        text = json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"').replace("\\n", " ")
    yield _without_escapes(TAG.sub("", text))
    if "<" in text:
        yield _without_escapes(text)
    if b"\0" in content:  # programs write UTF-16 in Exif, XMP, PDF and old formats of Office
        for encoding in ("utf-16-le", "utf-16-be"):
            yield from (plain(content[start:].decode(encoding, errors="ignore")) for start in (0, 1))


def _without_escapes(text: str) -> str:
    return plain(html.unescape(html.unescape(text)))


def _in_gzip(content: bytes) -> Iterator[Part]:
    yield "unpacked", gzip.decompress(content)


def _in_zip(content: bytes) -> Iterator[Part]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        yield "comment", archive.comment
        for info in archive.infolist():
            yield info.filename, archive.read(info)
            yield f"{info.filename}/comment", info.comment


def _in_png(content: bytes) -> Iterator[Part]:
    at, kind = 8, b""
    while at + 8 <= len(content) and kind != b"IEND":
        length, kind = unpack_from(">I4s", content, at)
        keyword, _, rest = content[at + 8 : at + 8 + length].partition(b"\0")
        name = kind.decode("latin-1")
        if kind in (b"zTXt", b"iCCP"):
            yield name, keyword + b"\n" + zlib.decompress(rest[1:])
        elif kind == b"iTXt":
            language, translated, text = rest[2:].split(b"\0", 2)
            packed = rest[:1] == b"\1"
            yield name, b"\n".join((keyword, language, translated, zlib.decompress(text) if packed else text))
        at += 12 + length
    yield "after the end", content[at:]


def _in_pdf(content: bytes) -> Iterator[Part]:
    """Yield the words on the pages, every string and every stream; also streams that a later version replaced."""
    for number, start in enumerate(_STREAM.finditer(content)):
        try:
            yield f"stream {number}", zlib.decompressobj().decompress(content[start.end() :])
        except zlib.error:
            continue  # not packed in this way: as it stands there, or read below
    reader = PdfReader(BytesIO(content))
    assert not reader.is_encrypted or reader.decrypt(""), "a document that is locked cannot be looked into"
    yield "pages", "\n".join(page.extract_text() for page in reader.pages).encode()
    yield "trailer", "\n".join(_strings(reader.trailer)).encode()
    for number in range(1, int(str(reader.trailer["/Size"]))):
        each = reader.get_object(IndirectObject(number, 0, reader))
        yield f"object {number}", "\n".join(_strings(each)).encode()
        if isinstance(each, StreamObject):
            yield f"object {number}/stream", each.get_data()


def _strings(top: Any) -> Iterator[str]:
    if isinstance(top, TextStringObject):
        yield top
    elif isinstance(top, DictionaryObject):
        for key, each in dict.items(top):
            yield str(key)
            yield from _strings(each)
    elif isinstance(top, ArrayObject):
        for each in list.__iter__(top):
            yield from _strings(each)


_CONTAINERS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Iterator[Part]]], ...] = (
    (lambda content: content.startswith(b"\x1f\x8b"), _in_gzip),
    (lambda content: zipfile.is_zipfile(BytesIO(content)), _in_zip),
    (lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"), _in_png),
    (lambda content: b"%PDF-" in content[:1024], _in_pdf),
)
"""Each kind of container: whether bytes are one, and what is in it."""
