"""Pictures as cameras and programs write them, with what they hide; and what a file consists of, read by hand."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import IFDRational

SECRET = b"21.0285"
LATITUDE = tuple(IFDRational(each) for each in (21, 1, 42))
WORDS = '<x:xmpmeta><rdf:Description exif:GPSLatitude="21,1.71N" exif:GPSLongitude="105,51.25E"/></x:xmpmeta>'
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENSION = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32


def photograph(width: int = 40, height: int = 30, mode: str = "RGB") -> Image.Image:
    """Return a picture with a red upper left, a green upper right, a blue lower left and a white lower right."""
    image = Image.new("RGB", (width, height), "white")
    draw, x, y = ImageDraw.Draw(image), width // 2, height // 2
    draw.rectangle((0, 0, x - 1, y - 1), "red")
    draw.rectangle((x, 0, width, y - 1), "lime")
    draw.rectangle((0, y, x - 1, height), "blue")
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    written = BytesIO()
    image.save(written, kind, **more)
    return written.getvalue()


def gps() -> Image.Exif:
    """Return Exif with a position, an artist and a note."""
    exif = Image.Exif()
    exif[0x013B] = "Nguyen Van Kin"
    exif.get_ifd(0x8825).update({1: "N", 2: LATITUDE, 3: "E", 4: LATITUDE})
    return exif


def in_second_directory() -> bytes:
    """Return Exif whose position stands in the directory of the preview (IFD1)."""
    head = b"Exif\0\0MM\0*" + struct.pack(">I", 8)
    main = struct.pack(">HHHIII", 1, 0x0112, 3, 1, 1 << 16, 26)
    preview = struct.pack(">HHHIII", 1, 0x8825, 4, 1, 44, 0)
    return head + main + preview + struct.pack(">HHHIII", 1, 2, 5, 3, 0, 0)


def with_segment(jpeg: bytes, marker: int, data: bytes) -> bytes:
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + jpeg[2:]


def with_chunk(png: bytes, name: bytes, data: bytes) -> bytes:
    """Return a PNG with a chunk after its head."""
    chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return png[:33] + chunk + png[33:]


def hiding() -> dict[str, tuple[str, bytes]]:
    """Return pictures that tell where they were taken, by how they hide it, each with the suffix of its name."""
    image = photograph()
    jpeg, png, webp = saved(image, "JPEG"), saved(image, "PNG"), saved(image, "WEBP")
    exif, in_hexadecimal = gps().tobytes(), PngInfo()
    in_hexadecimal.add_text("Raw profile type exif", f"\nexif\n{len(exif):8}\n{exif.hex()}\n", zip=True)
    compressed, international = PngInfo(), PngInfo()
    compressed.add_text("Description", WORDS, zip=True)
    international.add_itxt("XML:com.adobe.xmp", WORDS, zip=True)
    two = saved(image, "MPO", save_all=True, append_images=[image])
    second = two.rindex(b"\xff\xd8\xff")
    cut = WORDS.index("GPSLat") + 5
    parts = (WORDS[:cut].encode(), WORDS[cut:].encode())
    extended = jpeg
    for part, offset in ((parts[1], cut), (parts[0], 0)):
        extended = with_segment(extended, 0xE1, _EXTENSION + struct.pack(">II", len(WORDS), offset) + part)
    return {
        "Exif": ("jpg", saved(image, "JPEG", exif=gps())),
        "Exif, preview": ("jpg", with_segment(jpeg, 0xE1, in_second_directory())),
        "XMP": ("jpg", with_segment(jpeg, 0xE1, _XMP + WORDS.encode())),
        "XMP in UTF-16": ("jpg", with_segment(jpeg, 0xE1, _XMP + WORDS.encode("utf-16"))),
        "XMP in UTF-32": ("jpg", with_segment(jpeg, 0xE1, _XMP + WORDS.encode("utf-32-be"))),
        "XMP in parts": ("jpg", extended),
        "second image": ("jpg", two[:second] + with_segment(two[second:], 0xE1, exif)),
        "after the end": ("jpg", jpeg + saved(image, "JPEG", exif=gps())),
        "film after the end": (
            "jpg",
            jpeg + b"\0\0\0\x20ftypmp42\0\0\0\x1e\xa9xyz\0\x12\x15\xc7+21.0285+105.8542/",
        ),
        "comment": ("jpg", with_segment(jpeg, 0xFE, b"lat=21.0285 lon=105.8542")),
        "comment, longitude first": ("jpg", with_segment(jpeg, 0xFE, b"105.8542; 21.0285")),
        "comment in degrees": ("jpg", with_segment(jpeg, 0xFE, "21° 01′ 42,6″ N".encode())),
        "comment in degrees, old": ("jpg", with_segment(jpeg, 0xFE, "21°01'42\"B".encode("latin-1"))),
        "profile of JPEG": ("jpg", saved(image, "JPEG", icc_profile=b"x" * 128 + WORDS.encode())),
        "profile of PNG": ("png", saved(image, "PNG", icc_profile=b"x" * 128 + WORDS.encode())),
        "eXIf": ("png", saved(image, "PNG", exif=gps())),
        "tEXt": ("png", with_chunk(png, b"tEXt", b"Comment\0" + WORDS.encode())),
        "zTXt": ("png", saved(image, "PNG", pnginfo=compressed)),
        "zTXt in hexadecimal": ("png", saved(image, "PNG", pnginfo=in_hexadecimal)),
        "iTXt": ("png", saved(image, "PNG", pnginfo=international)),
        "after the end of PNG": ("png", png + saved(image, "JPEG", exif=gps())),
        "EXIF of WebP": ("webp", saved(image, "WEBP", exif=gps())),
        "XMP of WebP": ("webp", saved(image, "WEBP", xmp=WORDS.encode())),
        "profile of WebP": ("webp", saved(image, "WEBP", icc_profile=b"x" * 128 + WORDS.encode())),
        "chunk of WebP that nobody knows": (
            "webp",
            webp + struct.pack("<4sI", b"note", len(WORDS)) + WORDS.encode(),
        ),
    }


def parts_of(content: bytes) -> list[str]:
    """Return what a picture file consists of, each kind of part once, in order; fails where bytes are left over."""
    if content.startswith(b"\xff\xd8"):
        found = list(_segments(content))
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        found = list(_chunks(content, 8, ">", tail=4, padded=False))
    else:
        assert content[:4] + content[8:12] == b"RIFFWEBP"
        assert struct.unpack_from("<I", content, 4) == (len(content) - 8,)
        found = list(_chunks(content, 12, "<", tail=0, padded=True))
    return list(dict.fromkeys(found))


def _segments(content: bytes) -> Iterator[str]:
    at = 2
    while at < len(content):
        start, marker = content[at : at + 2]
        assert start == 0xFF
        yield f"{marker:02x}"
        at += 2
        if marker != 0xD9:
            at += struct.unpack_from(">H", content, at)[0]
        if marker == 0xDA:  # the pixels end at the next marker that is none of theirs
            while content[at] != 0xFF or content[at + 1] == 0 or 0xD0 <= content[at + 1] <= 0xD7:
                at += 1
    assert at == len(content)


def _chunks(content: bytes, at: int, order: str, *, tail: int, padded: bool) -> Iterator[str]:
    while at < len(content):
        head = content[at : at + 8]
        (length,) = struct.unpack(">I", head[:4]) if order == ">" else struct.unpack("<I", head[4:])
        yield (head[4:] if order == ">" else head[:4]).decode("ascii")
        at += 8 + length + tail + (length % 2 if padded else 0)
    assert at == len(content)
