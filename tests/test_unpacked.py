"""Is what hides its bytes opened before a test says that something is not there?"""

import gzip
import json
import zipfile
import zlib
from base64 import a85encode
from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL.PngImagePlugin import PngInfo
from pypdf.errors import PyPdfError

from tests.unit.documents import pdf, stream
from tests.unit.photographs import photograph, saved, with_chunk, with_segment
from tests.unpacked import shown

SECRET = "Biên bản làm việc chưa công bố"
OTHER = "Một câu khác hẳn, để phép thử không tìm thấy mọi thứ"


def zipped(files: Mapping[str, bytes], comment: bytes = b"") -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def workbook(text: str) -> bytes:
    """Return a workbook whose one cell holds a text in two colours, as ECMA-376 writes it."""
    half = len(text) // 2
    runs = f"<r><t>{text[:half]}</t></r><r><rPr><b/></rPr><t>{text[half:]}</t></r>"
    return zipped(
        {"[Content_Types].xml": b"<Types/>", "xl/sharedStrings.xml": f"<sst><si>{runs}</si></sst>".encode()}
    )


def in_png(text: str, *, is_packed: bool) -> bytes:
    texts = PngInfo()
    texts.add_itxt("Description", text, zip=is_packed)
    return saved(photograph(), "PNG", pnginfo=texts)


def on_page(text: str) -> bytes:
    """Return a document on whose page stands a text, letter by letter under numbers of its own."""
    letters = sorted(set(text))
    codes = "".join(f"{letters.index(each) + 1:02x}" for each in text)
    table = "".join(f"<{number:02x}> <{ord(each):04x}>\n" for number, each in enumerate(letters, start=1))
    codes_from = "begincmap\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n"
    unicode = f"{codes_from}{len(letters)} beginbfchar\n{table}endbfchar\nendcmap"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    drawn = zlib.compress(f"BT /F 9 Tf <{codes}> Tj ET".encode())
    return pdf(
        stream(drawn, "/Filter/FlateDecode"),
        font,
        stream(zlib.compress(unicode.encode()), "/Filter/FlateDecode"),
        page="/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>",
    )


def hiding(text: str) -> dict[str, bytes]:
    """Return files that hold a text, by how they hide it."""
    utf8, utf16 = text.encode(), text.encode("utf-16")
    packed = zlib.compress(utf8)
    in_utf16 = "FEFF" + text.encode("utf-16-be").hex()
    ascii85 = a85encode(packed) + b"~>"
    exif = photograph().getexif()
    exif[0x9C9C] = text.encode("utf-16-le")
    return {
        "gzip": gzip.compress(utf8),
        "ZIP": zipped({"a.txt": utf8}),
        "name in a ZIP": zipped({f"{text}.txt": b""}),
        "comment of a ZIP": zipped({}, comment=utf8),
        "JSON in a ZIP": zipped({"a.json": json.dumps(text).encode()}),
        "ZIP in a ZIP in gzip": gzip.compress(zipped({"b.zip": zipped({"a.txt": utf8})})),
        "XLSX": workbook(text),
        "stream of PDF": pdf(stream(packed, "/Filter/FlateDecode")),
        "stream of PDF in ASCII": pdf(stream(ascii85, "/Filter[/ASCII85Decode/FlateDecode]")),
        "property of PDF": pdf(f"<</Title<{in_utf16}>>>", trailer="/Info 4 0 R"),
        "page of PDF": on_page(text),
        "stream of PDF that nothing leads to": pdf()
        + b"9 0 obj\n"
        + stream(packed, "/Filter/FlateDecode")
        + b"\nendobj",
        "iTXt": in_png(text, is_packed=False),
        "iTXt, packed": in_png(text, is_packed=True),
        "zTXt": with_chunk(saved(photograph(), "PNG"), b"zTXt", b"Comment\0\0" + packed),
        "profile of PNG": saved(photograph(), "PNG", icc_profile=b"x" * 128 + utf8),
        "ZIP after the end of PNG": saved(photograph(), "PNG") + zipped({"a.txt": utf8}),
        "Exif of PNG in UTF-16": saved(photograph(), "PNG", exif=exif),
        "Exif of JPEG in UTF-16": saved(photograph(), "JPEG", exif=exif),
        "comment of JPEG": with_segment(saved(photograph(), "JPEG"), 0xFE, utf8),
        "XMP in UTF-16": with_segment(saved(photograph(), "JPEG"), 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + utf16),
        "attribute of a tag": f'<img alt="{text}">'.encode(),
        "odd place in UTF-16": b"\0" + utf16,
    }


HIDING = hiding(SECRET)
PLAIN = {"iTXt", "comment of JPEG", "attribute of a tag", "comment of a ZIP", "name in a ZIP"}
"""Where the bytes lie open, and a test still must not overlook them."""


@pytest.mark.parametrize("way", HIDING)
def test_what_a_file_hides_is_found(way: str) -> None:
    assert (SECRET.encode() in HIDING[way]) == (way in PLAIN)
    found = shown({"tai-ve": HIDING[way]})
    assert SECRET in found
    assert OTHER not in found


@pytest.mark.parametrize("way", HIDING)
def test_what_is_not_there_is_not_found(way: str) -> None:
    assert SECRET not in shown({"tai-ve": hiding(OTHER)[way]})


@pytest.mark.parametrize(
    ("broken", "refusal"),
    [
        (b"\x1f\x8b of another make", gzip.BadGzipFile),
        (b"%PDF-1.7 broken", PyPdfError),
        (
            with_chunk(saved(photograph(), "PNG"), b"zTXt", b"Comment\0\0" + zlib.compress(b"cut off")[:-6]),
            zlib.error,
        ),
    ],
)
def test_what_cannot_be_opened_is_not_cleared(broken: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        shown({"tai-ve": broken})
