"""What does a picture file give away about itself? Read from its bytes, without decoding the picture.

JPEG: ISO/IEC 10918-1 markers; PNG: chunks; WebP: RIFF chunks; all carry Exif 2.32 (a TIFF structure) or XMP.
"""

from collections.abc import Iterator
from struct import error, unpack_from

_SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "webp": (b"RIFF",),
    "pdf": (b"%PDF-",),
}
_GPS_POINTER = 0x8825
_POSITION_TAGS = {2, 4, 20, 22}
"""GPSLatitude, GPSLongitude, GPSDestLatitude, GPSDestLongitude; a version or a time alone tells no place."""
_XMP_POSITION = b"GPSLatitude"


def is_what_its_name_says(content: bytes, suffix: str) -> bool:
    """Return whether a file begins like one of its kind; a renamed photograph of a phone (HEIC) does not."""
    if suffix == "webp" and content[8:12] != b"WEBP":
        return False
    return content.startswith(_SIGNATURES[suffix])


def tells_position(content: bytes) -> bool:
    """Return whether a picture tells where it was taken, in Exif or in uncompressed XMP; never raises."""
    return any(_XMP_POSITION in block or _exif_tells_position(block) for block in _blocks(content))


def _blocks(content: bytes) -> Iterator[bytes]:
    """Yield what the file keeps beside the picture: the blocks that can hold Exif or XMP."""
    if content.startswith(b"\xff\xd8"):
        yield from _of_jpeg(content)
    elif content.startswith(b"\x89PNG"):
        yield from _of_png(content)
    elif content.startswith(b"RIFF"):
        yield from _of_webp(content)


def _of_jpeg(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] not in (0xD9, 0xDA):
        marker, (length,) = content[at + 1], unpack_from(">H", content, at + 2)
        if marker == 0xFF:  # a filling byte
            at += 1
            continue
        if marker == 0xE1:
            yield content[at + 4 : at + 2 + length]
        at += 2 + length


def _of_png(content: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(content):
        length, name = unpack_from(">I4s", content, at)
        if name in (b"eXIf", b"iTXt", b"tEXt"):
            yield content[at + 8 : at + 8 + length]
        at += 12 + length


def _of_webp(content: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(content):
        name, length = unpack_from("<4sI", content, at)
        if name in (b"EXIF", b"XMP "):
            yield content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _exif_tells_position(block: bytes) -> bool:
    tiff = block.removeprefix(b"Exif\x00\x00")
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return False
    try:
        (first,) = unpack_from(f"{order}I", tiff, 4)
        pointers = [value for tag, value in _entries(tiff, first, order) if tag == _GPS_POINTER]
        return any(tag in _POSITION_TAGS for at in pointers for tag, _ in _entries(tiff, at, order))
    except error:
        return True  # damaged: what cannot be read cannot be cleared


def _entries(tiff: bytes, at: int, order: str) -> list[tuple[int, int]]:
    """Return the entries of an image file directory as (tag, value or offset). Raises struct.error past the end."""
    (count,) = unpack_from(f"{order}H", tiff, at)
    return [unpack_from(f"{order}H6xI", tiff, at + 2 + 12 * number) for number in range(count)]
