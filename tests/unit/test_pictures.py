"""Is a picture published upright, in its true colours, not too large, and nothing of the file but its pixels?"""

import zlib
from io import BytesIO
from struct import pack
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from generator import pictures
from generator.pictures import LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, Flaw, as_published, key_of, size_of
from tests.unit.photographs import hiding, parts_of, photograph, saved, with_chunk, with_segment

HIDING = hiding()
ONLY_PIXELS = {
    "jpg": {"e0", "db", "c2", "c4", "da", "d9"},
    "png": {"IHDR", "IDAT", "IEND"},
    "webp": {"VP8 ", "VP8X", "ALPH", "VP8L"},
}
"""The head of JFIF, tables, the frame, the pixels and the end; what the three formats need to show a picture."""
RED, LIME, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
FORMATS = ["JPEG", "PNG", "WEBP"]


def published(content: bytes) -> Image.Image:
    """Return a picture as readers see it."""
    made = as_published(content)
    assert isinstance(made, bytes), made
    image = Image.open(BytesIO(made))
    image.load()
    return image


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """Return the colours of a quarter's middle each: upper left, upper right, lower left, lower right."""
    width, height = image.size
    spots = [(width // 4, height // 4), (width * 3 // 4, height // 4)]
    spots += [(x, height * 3 // 4) for x, _ in spots]
    found = [image.convert("RGB").getpixel(spot) for spot in spots]
    return [each for each in found if isinstance(each, tuple)]


def are_near(found: list[tuple[int, ...]], wanted: list[tuple[int, ...]], most: int = 6) -> bool:
    pairs = zip(found, wanted, strict=True)
    return all(abs(one - other) <= most for a, b in pairs for one, other in zip(a, b, strict=True))


@pytest.mark.parametrize("how", HIDING)
def test_of_the_file_only_the_pixels_pass(how: str) -> None:
    suffix, content = HIDING[how]
    made = as_published(content)
    assert isinstance(made, bytes)
    assert set(parts_of(made)) <= ONLY_PIXELS[suffix]
    for word in (b"GPS", b"21.0285", b"Kin", b"rdf", b"Exif"):
        assert word not in made
    assert are_near(corners(published(content)), [RED, LIME, BLUE, WHITE], 40)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation: int, kind: str) -> None:
    upright = photograph(80, 60)
    turns = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # how the sensor saw it; what was noted tells how to turn it back
    turn, exif = turns[orientation], Image.Exif()
    exif[0x0112] = orientation
    seen = upright if turn is None else upright.transpose(turn)
    image = published(saved(seen, kind, exif=exif, quality=95))
    assert image.size == (80, 60)
    assert are_near(corners(image), [RED, LIME, BLUE, WHITE], 40)


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((LONGEST_SIDE, 9), (LONGEST_SIDE, 9)),
        ((LONGEST_SIDE + 1, 800), (LONGEST_SIDE, 800)),
        ((3200, 1200), (1600, 600)),
        ((1200, 3200), (600, 1600)),
        ((9000, 2), (1600, 1)),
    ],
)
def test_the_longer_side_has_at_most_1600_pixels_and_a_small_picture_stays(
    size: tuple[int, int], wanted: tuple[int, int]
) -> None:
    for kind in FORMATS:
        made = as_published(saved(photograph(*size), kind))
        assert isinstance(made, bytes)
        assert size_of(made) == wanted


@pytest.mark.parametrize(
    ("mode", "kind", "more"),
    [
        ("RGB", "JPEG", {}),
        ("CMYK", "JPEG", {}),
        ("RGB", "PNG", {}),
        ("RGBA", "PNG", {}),
        ("P", "PNG", {}),
        ("P", "PNG", {"transparency": 255}),
        ("RGB", "WEBP", {"lossless": True}),
        ("RGBA", "WEBP", {"lossless": True}),
    ],
)
def test_colours_stay_in_every_way_to_write_them(mode: str, kind: str, more: dict[str, Any]) -> None:
    image = published(saved(photograph(mode=mode), kind, **more))
    assert image.format == kind
    assert are_near(corners(image), [RED, LIME, BLUE, WHITE], 40 if kind == "WEBP" else 6)


@pytest.mark.parametrize(
    ("mode", "kind"), [("1", "PNG"), ("1", "JPEG"), ("L", "PNG"), ("L", "JPEG"), ("LA", "PNG"), ("I;16", "PNG")]
)
def test_grey_stays_grey(mode: str, kind: str) -> None:
    light = 255 if mode == "1" else 204
    image = Image.new("L", (8, 8), 0)
    image.paste(light, (4, 0, 8, 8))
    if mode == "I;16":
        image = Image.frombytes("I;16", (8, 8), b"".join(pack("<H", value * 257) for value in image.tobytes()))
    found = corners(published(saved(image if mode == "I;16" else image.convert(mode), kind)))
    assert are_near(found, [(0, 0, 0), (light, light, light)] * 2)


def test_sixteen_bits_a_colour_are_read_too() -> None:
    rows = b"".join(b"\0" + (b"\xff\xff\0\0\x80\x80" * 4) for _ in range(4))
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))
        for name, data in (
            (b"IHDR", pack(">IIBBBBB", 4, 4, 16, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(rows)),
            (b"IEND", b""),
        )
    )
    assert corners(published(png)) == [(255, 0, 128)] * 4


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_can_be_seen_through_stays_so_and_hides_no_colour(kind: str) -> None:
    image = photograph(mode="RGBA")
    image.paste((12, 34, 56, 0), (0, 0, 20, 15))
    image.paste((0, 0, 255, 128), (0, 15, 20, 30))
    made = published(saved(image, kind, lossless=True, exact=True))
    assert made.mode == "RGBA"
    assert made.getpixel((5, 5)) == (0, 0, 0, 0)
    assert made.getchannel("A").getpixel((5, 25)) == 128
    assert made.getchannel("A").getpixel((30, 5)) == 255


@pytest.mark.parametrize("kind", FORMATS)
def test_colours_are_those_of_the_profile(kind: str) -> None:
    """A profile that is not sRGB's is worked in, for it does not pass: here red and blue have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = (profile.index(name, 128) for name in (b"rXYZ", b"bXYZ"))
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    content = saved(photograph(), kind, icc_profile=bytes(profile), quality=95)
    assert are_near(corners(published(content)), [BLUE, LIME, RED, WHITE], 40)


@pytest.mark.parametrize("profile", [b"x", b"x" * 200])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_profile_that_nobody_understands_changes_nothing(mode: str, profile: bytes) -> None:
    content = saved(photograph(mode=mode), "JPEG", icc_profile=profile)
    assert as_published(content) == as_published(saved(photograph(mode=mode), "JPEG"))


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_picture_gives_the_same_bytes(kind: str) -> None:
    content = saved(photograph(2000, 900), kind)
    assert as_published(content) == as_published(bytes(bytearray(content)))


@pytest.mark.parametrize("kind", FORMATS)
def test_pictures_that_differ_only_beside_their_pixels_give_the_same_bytes(kind: str) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Ai do"
    image = photograph()
    assert as_published(saved(image, kind)) == as_published(saved(image, kind, exif=exif))
    assert key_of(saved(image, kind)) != key_of(saved(image, kind, exif=exif))


def test_what_is_kept_is_known_by_picture_and_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_of(b"1")
    assert key == key_of(b"1") != key_of(b"2")
    monkeypatch.setattr(pictures, "RECIPE", "another version")
    assert key_of(b"1") != key


@pytest.mark.parametrize("kind", FORMATS)
def test_half_a_picture_is_damaged(kind: str) -> None:
    content = saved(photograph(400, 300), kind)
    for part in (0, 1, 8, 40, len(content) // 2, len(content) * 9 // 10):
        assert as_published(content[:part]) is Flaw.DAMAGED
    for lacking in range(1, 40):
        assert as_published(content[:-lacking]) in (Flaw.DAMAGED, as_published(content)), "whole, or refused"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "PPM"])
def test_another_kind_of_picture_is_never_opened(kind: str) -> None:
    assert as_published(saved(photograph(), kind)) is Flaw.DAMAGED


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_moving_picture_is_none(kind: str) -> None:
    frames = [photograph(), photograph().transpose(Image.Transpose.ROTATE_180)]
    assert as_published(saved(frames[0], kind, save_all=True, append_images=frames[1:])) is Flaw.MOVING


def test_of_a_telephones_several_images_the_first_is_the_picture() -> None:
    second = photograph().transpose(Image.Transpose.ROTATE_180)
    content = saved(photograph(), "MPO", save_all=True, append_images=[second])
    image = published(content)
    assert (image.format, getattr(image, "n_frames", 1)) == ("JPEG", 1)
    assert are_near(corners(image), [RED, LIME, BLUE, WHITE], 40)


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says that it has so many pixels."""
    png = saved(Image.new("L", (1, 1)), "PNG")
    head = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return png[:8] + pack(">I", 13) + b"IHDR" + head + pack(">I", zlib.crc32(b"IHDR" + head)) + png[33:]


@pytest.mark.parametrize(
    ("size", "flaw"),
    [
        ((8000, MOST_PIXELS // 8000), Flaw.DAMAGED),  # looked into, and the pixels are not there
        ((8000, MOST_PIXELS // 8000 + 1), Flaw.TOO_LARGE),
        ((2**31 - 1, 2**31 - 1), Flaw.TOO_LARGE),
    ],
)
def test_more_pixels_than_any_camera_gives_are_not_unpacked(size: tuple[int, int], flaw: Flaw) -> None:
    assert as_published(bomb(*size)) is flaw


def test_a_file_larger_than_the_forge_takes_is_too_large() -> None:
    content = saved(photograph(), "PNG")
    padding = MOST_BYTES - len(content) - 12
    assert isinstance(as_published(with_chunk(content, b"teSt", b"\0" * padding)), bytes)
    assert as_published(with_chunk(content, b"teSt", b"\0" * (padding + 1))) is Flaw.TOO_LARGE


def test_a_text_that_unpacks_to_a_flood_is_no_picture() -> None:
    flood = b"Comment\0\0" + zlib.compress(b"\0" * 200_000_000)
    assert isinstance(as_published(with_chunk(saved(photograph(), "PNG"), b"zTXt", flood)), Flaw)


@settings(max_examples=200)
@given(st.sampled_from(FORMATS), st.data())
def test_a_damaged_picture_never_raises(kind: str, data: st.DataObject) -> None:
    content = bytearray(saved(photograph(), kind, exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    made = as_published(bytes(content))
    if isinstance(made, bytes):
        suffix = {b"\xff": "jpg", b"\x89": "png", b"R": "webp"}[made[:1]]
        assert set(parts_of(made)) <= ONLY_PIXELS[suffix]
    else:
        assert made in Flaw


def test_a_segment_that_looks_like_another_is_left_behind() -> None:
    """What a program would take for the picture's own tables does not pass by its name."""
    content = with_segment(saved(photograph(), "JPEG"), 0xE0, b"JFXX\0\x13" + b"secret preview")
    made = as_published(content)
    assert isinstance(made, bytes)
    assert b"secret" not in made
