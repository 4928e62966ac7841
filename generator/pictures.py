"""How is a picture published? Painted anew from its pixels alone, so that nothing else of the file can pass.

What a camera or a program keeps beside the picture (Exif, XMP, a profile, comments, a second image, what stands
after its end) is never copied, so it need not be found. Decoding and encoding are Pillow's.
"""

import warnings
from enum import StrEnum
from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms, features
from PIL import __version__ as pillow

MOST_BYTES = 25 * 1024 * 1024
"""As much as the web page of the forge takes."""
MOST_PIXELS = 64_000_000
"""More than a telephone's camera gives (8,160 x 6,120), and what a small machine can hold when it is unpacked."""
LONGEST_SIDE = 1600

_FORMATS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "subsampling": "4:2:0", "progressive": True, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82, "alpha_quality": 100, "method": 4, "exact": True},
}
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned, by the orientation that its camera noted (Exif 2.32, tag 0x0112)."""
_ORIENTATION = 0x0112

RECIPE = repr(
    [
        "1",  # raise it when the code below paints otherwise
        pillow,
        *(features.version(name) for name in ("jpg", "zlib", "webp", "littlecms2")),
        LONGEST_SIDE,
        _FORMATS,
    ]
)
"""All that decides, beside the picture itself, which bytes are published."""


class Flaw(StrEnum):
    """Why a picture cannot be published."""

    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    MOVING = "moving"


def is_picture(path: str) -> bool:
    """Return whether a file is published as a picture, by the end of its name."""
    return path.endswith((".jpg", ".jpeg", ".png", ".webp"))


def as_published(content: bytes) -> bytes | Flaw:
    """Return a picture file of the same format (JPEG, PNG, WebP) with the pixels of ``content`` and nothing else.

    It stands upright, is in sRGB, and its longer side has at most ``LONGEST_SIDE`` pixels. The same content and
    ``RECIPE`` give the same bytes. Never raises: a file that cannot be published gives the reason.
    """
    if len(content) > MOST_BYTES:
        return Flaw.TOO_LARGE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # written for programmers; what matters comes as an exception
            return _encoded(content)
    except Image.DecompressionBombError:
        return Flaw.TOO_LARGE
    except Exception:  # a decoder raises many kinds over bytes that were made to confuse it
        return Flaw.DAMAGED


def size_of(picture: bytes) -> tuple[int, int]:
    """Return width and height of a published picture in pixels. Raises UnidentifiedImageError for others."""
    with Image.open(BytesIO(picture), formats=tuple(_FORMATS)) as image:
        return image.size


def key_of(content: bytes) -> str:
    """Return the name under which the published form of ``content`` is kept, in hexadecimal digits."""
    return sha256(RECIPE.encode() + b"\0" + content).hexdigest()


def _encoded(content: bytes) -> bytes | Flaw:
    # A telephone's JPEG may hold further images (MPO: depth, brightness); the first is the picture.
    with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        if image.width * image.height > MOST_PIXELS:
            return Flaw.TOO_LARGE
        if kind != "JPEG" and getattr(image, "is_animated", False):
            return Flaw.MOVING
        image.load()
        written = BytesIO()
        _only_pixels(_painted(image), kind).save(written, format=kind, **_FORMATS[kind])
    return written.getvalue()


def _painted(image: Image.Image) -> Image.Image:
    """Return the picture upright, in sRGB and not too large, as RGB or RGBA."""
    profile = image.info.get("icc_profile")
    turn = _UPRIGHT.get(image.getexif().get(_ORIENTATION, 1))
    image = _in_plain_mode(image)
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    image = _in_srgb(image, profile)
    return image if turn is None else image.transpose(turn)


def _in_plain_mode(image: Image.Image) -> Image.Image:
    """Return a picture of 8 bits a channel: RGB or RGBA, or L or CMYK where a profile may still explain it."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.point(lambda value: value / 256).convert("L")
    return image.copy() if image.mode in ("L", "CMYK") else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            from_profile = ImageCms.ImageCmsProfile(BytesIO(profile))
            changed = ImageCms.profileToProfile(
                image, from_profile, ImageCms.createProfile("sRGB"), outputMode=mode
            )
        except (ImageCms.PyCMSError, OSError):
            changed = None  # a profile that is broken or for other channels: shown without it, as browsers do
        if changed is not None:
            return changed
    return image.convert(mode)


def _only_pixels(image: Image.Image, kind: str) -> Image.Image:
    """Return the bare pixels, without what the picture was opened with; what is fully transparent has no colour."""
    mode = "RGB" if kind == "JPEG" else image.mode
    bare = Image.frombytes(mode, image.size, image.convert(mode).tobytes())
    if mode == "RGBA":
        hidden = ImageChops.invert(bare.getchannel("A")).point([0] * 255 + [255])
        bare.paste((0, 0, 0, 0), mask=hidden)
    return bare
