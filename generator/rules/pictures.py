"""What does a picture file give away about itself? Read from its bytes, without decoding the picture.

A position stands in Exif (Exif 2.32, a TIFF structure), in XMP (text, in any encoding of Unicode) or in the film
that some telephones append. The whole file is searched, for second images and what follows the end tell as much
as the first block; only of a PNG the compressed texts are opened and the compressed pixels left out. Written out in
a comment, a position is known if it lies in Việt Nam.
"""

import re
import zlib
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
_EXIF_POINTER = 0x8769
"""Leads to a further directory, in which a pointer to a position may stand, too."""
_POSITION_TAGS = {2, 4, 20, 22}
"""GPSLatitude, GPSLongitude, GPSDestLatitude, GPSDestLongitude; a version or a time alone tells no place."""
_POSITION_IN_TEXT = (b"GPSLatitude", b"GPSLongitude", b"GPSDestL", b"GPSPosition", b"location.ISO6709")
"""XMP (exif:GPSLatitude …) and QuickTime, as they stand when all zero bytes are taken out: in UTF-8, 16 or 32."""
_POSITION_IN_FILM = re.compile(rb"\xa9xyz.{0,4}[+-]\d\d", re.DOTALL)
"""The place of a film in MPEG-4 (ISO 6709), such as telephones append to a photograph."""
_LONGITUDE = re.compile(rb"1(?:0[2-9]|1[0-7])\.[0-9]{3,}")
"""A longitude of Việt Nam with its islands in degrees; three decimals are 110 m."""
_LATITUDE = rb"(?<![0-9.])(?:[6-9]|1[0-9]|2[0-3])\.[0-9]{3,}"
_LATITUDE_BEFORE = re.compile(_LATITUDE + rb"[^0-9]{1,12}\Z")
_LATITUDE_AFTER = re.compile(rb"[^0-9]{1,12}" + _LATITUDE)
_DEGREES = re.compile(
    rb"\xb0 ?[0-9]{1,2} ?(?:'|\xe2\x80[\x99\xb2]) ?[0-9]{1,2}(?:[.,][0-9]+)? ?"
    rb"(?:\"|''|\xe2\x80[\x9d\xb3]) ?[NSEWBDT\xc4]"
)
"""Degrees, minutes and seconds to the north, south, east or west, in English or Vietnamese."""
_EXTENDED_XMP = re.compile(rb"\xff\xe1..http://ns\.adobe\.com/xmp/extension/\x00.{40}", re.DOTALL)
"""What stands between the parts of a long XMP in a JPEG (XMP 3, 1.1.3.1); a word may be cut by it."""
_TIFF = re.compile(rb"II\*\x00|MM\x00\*")
_HEAD_OF_EXIF = re.compile(rb"(?:Exif\x00\x00|eXIf|EXIF....(?:Exif\x00\x00)?)\Z", re.DOTALL)
"""What stands before a TIFF structure that is Exif for certain."""
_HEXADECIMAL = re.compile(rb"\n[0-9a-f\s]{16,}", re.IGNORECASE)
"""Exif or XMP as some programs write it into the texts of a PNG ("Raw profile type exif")."""
_MOST_TEXT = 16 * 1024 * 1024


def is_what_its_name_says(content: bytes, suffix: str) -> bool:
    """Return whether a file begins like one of its kind; a renamed photograph of a phone (HEIC) does not."""
    if suffix == "webp" and content[8:12] != b"WEBP":
        return False
    return content.startswith(_SIGNATURES[suffix])


def tells_position(content: bytes) -> bool:
    """Return whether a file tells where a picture was taken; never raises.

    What is damaged or unpacks to more than any honest text cannot be cleared, and counts as a position.
    """
    if not content.startswith(b"\x89PNG"):
        return _tells(content)
    try:
        return any(_tells(text) for text in _of_png(content))
    except (zlib.error, ValueError):
        return True


def _tells(content: bytes) -> bool:
    text = _EXTENDED_XMP.sub(b"", content).replace(b"\0", b"")
    in_text = any(word in text for word in _POSITION_IN_TEXT) or _POSITION_IN_FILM.search(text)
    return bool(in_text) or _is_written_out(text) or _exif_tells(content)


def _is_written_out(text: bytes) -> bool:
    """Return whether a pair of coordinates stands there in digits; a PDF draws with such pairs: it is not asked."""
    if text.startswith(_SIGNATURES["pdf"]):
        return False
    return _DEGREES.search(text) is not None or any(
        _LATITUDE_BEFORE.search(text, max(0, found.start() - 32), found.start())
        or _LATITUDE_AFTER.match(text, found.end())
        for found in _LONGITUDE.finditer(text)
    )


def _of_png(content: bytes) -> Iterator[bytes]:
    """Yield what a PNG keeps beside the pixels, unpacked, each with the name of its chunk before it."""
    at, name = 8, b""
    while at + 8 <= len(content) and name != b"IEND":
        length, name = unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        if name not in (b"IDAT", b"fdAT"):
            yield name + data
        if name in (b"zTXt", b"iTXt", b"tEXt", b"iCCP"):
            text = _unpacked(name, data)
            yield text
            yield from (_from_hexadecimal(part) for part in _HEXADECIMAL.findall(text))
        at += 12 + length
    yield content[at:]


def _unpacked(name: bytes, data: bytes) -> bytes:
    """Return the text of a chunk. Raises zlib.error or ValueError where it cannot be read to its end."""
    rest = data.partition(b"\0")[2]
    if name == b"tEXt" or (name == b"iTXt" and rest[:1] != b"\x01"):
        return rest
    packed = rest[2:].split(b"\0", 2)[-1] if name == b"iTXt" else rest[1:]
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(packed, _MOST_TEXT)
    if not unpacking.eof:
        raise ValueError("longer than any honest text, or cut off")
    return text


def _from_hexadecimal(text: bytes) -> bytes:
    digits = b"".join(text.split())
    # Before the bytes stands how many they are, in decimal digits; an odd number of these would shift all.
    return bytes.fromhex(digits[len(digits) % 2 :].decode())


def _exif_tells(content: bytes) -> bool:
    """Return whether a TIFF structure anywhere in the content leads to a position."""
    for found in _TIFF.finditer(content):
        tiff, order = memoryview(content)[found.start() :], "<" if found[0][:1] == b"I" else ">"
        try:
            if _leads_to_position(tiff, order):
                return True
        except error:
            if _HEAD_OF_EXIF.search(content, max(0, found.start() - 14), found.start()):
                return True
    return False


def _leads_to_position(tiff: memoryview, order: str) -> bool:
    """Walk the directories of a TIFF structure: the main ones, their followers (IFD1), those they point to."""
    (first,) = unpack_from(f"{order}I", tiff, 4)
    ahead, seen = [first], {0}
    while ahead:
        at = ahead.pop()
        if at in seen:
            continue
        seen.add(at)
        entries, following = _directory(tiff, at, order)
        for tag, value in entries:
            if tag == _GPS_POINTER and any(
                inner in _POSITION_TAGS for inner, _ in _directory(tiff, value, order)[0]
            ):
                return True
            if tag == _EXIF_POINTER:
                ahead.append(value)
        ahead.append(following)
    return False


def _directory(tiff: memoryview, at: int, order: str) -> tuple[list[tuple[int, int]], int]:
    """Return the entries as (tag, value or offset), and where the next directory is, 0 for none.

    Raises struct.error past the end.
    """
    (count,) = unpack_from(f"{order}H", tiff, at)
    entries = [unpack_from(f"{order}H6xI", tiff, at + 2 + 12 * number) for number in range(count)]
    after = at + 2 + 12 * count
    return entries, unpack_from(f"{order}I", tiff, after)[0] if after + 4 <= len(tiff) else 0
