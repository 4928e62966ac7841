"""Is a position found in every kind of picture that can tell one, and never imagined?"""

import random
import zlib
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from generator.pictures import as_published
from generator.rules.pictures import is_what_its_name_says, tells_position
from tests.unit.photographs import hiding, saved

HIDING = hiding()


def exif(order: str, *, tag: int = 0x8825, inner: int = 2) -> bytes:
    """Return a TIFF structure with one entry that leads to a directory with one entry."""
    head = (b"II*\x00" if order == "<" else b"MM\x00*") + pack(f"{order}I", 8)
    first = pack(f"{order}HHHIII", 1, tag, 4, 1, 26, 0)
    return head + first + pack(f"{order}HHHIII", 1, inner, 5, 3, 0, 0)


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    body = b"".join(pack(">BBH", 0xFF, marker, len(data) + 2) + data for marker, data in segments)
    return b"\xff\xd8" + body + b"\xff\xda\x00\x02\x12\x34\xff\xd9"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(pack(">I4s", len(data), name) + data + b"\0\0\0\0" for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(pack("<4sI", name, len(data)) + data + b"\0" * (len(data) % 2) for name, data in chunks)
    return b"RIFF" + pack("<I", len(body) + 4) + b"WEBP" + body


JFIF = (0xE0, b"JFIF\0\x01\x02")
HEAD = (b"IHDR", b"\0" * 13)
ODD = (b"VP8X", b"\0" * 9)
XMP = b'http://ns.adobe.com/xap/1.0/\0<rdf:Description exif:GPSLatitude="15,30N"/>'


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("inner", [2, 4, 20, 22])
def test_a_position_in_exif_is_found(order: str, inner: int) -> None:
    block = exif(order, inner=inner)
    assert tells_position(jpeg(JFIF, (0xE1, b"Exif\0\0" + block)))
    assert tells_position(png(HEAD, (b"eXIf", block)))
    assert tells_position(webp(ODD, (b"EXIF", block)))
    assert tells_position(webp(ODD, (b"EXIF", b"Exif\0\0" + block)))


def test_a_position_in_xmp_is_found() -> None:
    assert tells_position(jpeg(JFIF, (0xE1, XMP)))
    assert tells_position(png(HEAD, (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)))
    assert tells_position(webp(ODD, (b"XMP ", XMP)))


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_picture_without_position_is_clear(order: str) -> None:
    for block in (exif(order, tag=0x8769), exif(order, inner=0), exif(order, inner=29)):
        assert not tells_position(jpeg(JFIF, (0xE1, b"Exif\0\0" + block)))
        assert not tells_position(png(HEAD, (b"eXIf", block)))


@pytest.mark.parametrize("how", HIDING)
def test_a_position_is_found_however_it_hides(how: str) -> None:
    suffix, content = HIDING[how]
    assert is_what_its_name_says(content, suffix)
    assert tells_position(content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("seed", range(10))
def test_a_picture_without_a_word_of_a_place_is_clear(kind: str, seed: int) -> None:
    noise = Image.frombytes("RGB", (300, 300), random.Random(seed).randbytes(270_000))
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Samsung", 6
    exif.get_ifd(0x8825).update({0: b"\2\3\0\0", 29: "2024:05:06"})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert not tells_position(saved(noise, kind, exif=exif, icc_profile=profile, quality=95))
    published = as_published(saved(noise, kind))
    assert isinstance(published, bytes)
    assert not tells_position(published)


@pytest.mark.parametrize(
    "text",
    [
        b"21.0285 is no place without its other half",
        b"105.8542",
        b"version 105.8542, build 121.0285",
        b"scale 21.02, 105.85",
        b"<a GPano:PoseHeadingDegrees='105.339' GPano:PosePitchDegrees='10.123'/>",
        "nhiệt độ 21° C, góc 45°".encode(),
        b"GPSVersionID GPSDateStamp",
    ],
)
def test_numbers_that_are_no_place_are_clear(text: bytes) -> None:
    assert not tells_position(jpeg(JFIF, (0xFE, text)))


def test_a_pdf_draws_with_pairs_of_numbers() -> None:
    assert not tells_position(b"%PDF-1.7 stream 21.0285 105.8542 m")
    assert tells_position(b"%PDF-1.7 stream \xff\xd8" + dict(HIDING)["Exif"][1])


@pytest.mark.parametrize(
    "text",
    [
        b"Comment\0\0" + zlib.compress(b"\0" * 20_000_000),
        b"Comment\0\0" + zlib.compress(random.Random(1).randbytes(400))[:200],
        b"Comment\0\0never packed",
    ],
)
def test_a_text_that_cannot_be_read_to_its_end_counts_as_a_position(text: bytes) -> None:
    assert tells_position(png(HEAD, (b"zTXt", text)))


def test_bytes_of_the_picture_itself_are_not_taken_for_exif() -> None:
    assert not tells_position(jpeg(JFIF) + b"II*\0" + b"\xff" * 40)
    assert not tells_position(png(HEAD, (b"IDAT", exif("<"))))


def test_a_damaged_position_counts_as_one() -> None:
    assert tells_position(jpeg((0xE1, b"Exif\0\0" + exif("<")[:26])))


@given(st.binary(max_size=300))
def test_no_bytes_raise(content: bytes) -> None:
    for start in (
        b"",
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBP",
        b"\xff\xd8\xff\xe1\0\x40Exif\0\0II*\0",
    ):
        tells_position(start + content)


@pytest.mark.parametrize(
    ("suffix", "content"),
    [("jpg", jpeg(JFIF)), ("jpeg", jpeg(JFIF)), ("png", png(HEAD)), ("webp", webp(ODD)), ("pdf", b"%PDF-1.7\n")],
)
def test_a_file_is_known_by_its_first_bytes(suffix: str, content: bytes) -> None:
    assert is_what_its_name_says(content, suffix)
    assert not is_what_its_name_says(b"\0\0\0\x18ftypheic", suffix)
    assert not is_what_its_name_says(b"", suffix)
