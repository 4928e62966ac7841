"""Is a picture that was kept the very one that would be painted now? Whatever became of its file meanwhile."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import load as loading
from generator.kept_pictures import sealed, unsealed
from generator.load import KEPT_PICTURES, load
from generator.pictures import Flaw, as_published, key_of
from generator.write import sync
from tests.unit.photographs import photograph, saved

BASE = Path(__file__).parents[1] / "broken" / "base"
NAME = "2024-mau/anh.jpg"
ORIGINAL = saved(photograph(), "JPEG", comment=b"tu nha rieng")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small valid root with a picture."""
    root = Path(shutil.copytree(BASE, tmp_path / "root"))
    (root / "data" / "media" / "2024-mau").mkdir(parents=True)
    (root / "data" / "media" / NAME).write_bytes(ORIGINAL)
    return root


def kept(root: Path) -> list[Path]:
    return sorted((root / KEPT_PICTURES).glob("*"))


def build(root: Path) -> dict[str, bytes | Flaw]:
    """Read the pictures, and keep them as a build does."""
    records = load(root)[0]
    sync(root / KEPT_PICTURES, records.kept_pictures)
    return records.pictures


def forbid_painting(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(content: bytes) -> bytes:
        raise AssertionError("painted")

    monkeypatch.setattr(loading, "as_published", refuse)


def test_a_picture_that_was_kept_is_not_painted_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(root)
    forbid_painting(monkeypatch)
    assert build(root) == first == {NAME: as_published(ORIGINAL)}
    (root / "data" / "media" / NAME).write_bytes(ORIGINAL + b"other")
    with pytest.raises(AssertionError, match="painted"):
        build(root)


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 32, b"x" * 5000])
def test_a_kept_picture_that_was_changed_is_painted_again(root: Path, damage: bytes) -> None:
    first = build(root)
    (entry,) = kept(root)
    good = entry.read_bytes()
    entry.write_bytes(damage)
    assert build(root) == first
    assert kept(root) == [entry]
    assert entry.read_bytes() == good


def test_the_original_put_among_the_kept_pictures_does_not_pass(root: Path) -> None:
    build(root)
    kept(root)[0].write_bytes(ORIGINAL)
    assert load(root)[0].pictures == {NAME: as_published(ORIGINAL)}


def test_another_picture_under_its_name_does_not_pass(root: Path) -> None:
    first = build(root)
    other = saved(photograph(8, 8), "JPEG")
    painted = as_published(other)
    assert isinstance(painted, bytes)
    kept(root)[0].write_bytes(sealed(key_of(other), painted))
    assert build(root) == first


def test_a_folder_where_a_kept_picture_should_be_costs_only_time(root: Path) -> None:
    first = build(root)
    (entry,) = kept(root)
    entry.unlink()
    entry.mkdir()
    assert load(root)[0].pictures == first


def test_pictures_that_are_gone_are_kept_no_longer(root: Path) -> None:
    build(root)
    (root / "data" / "media" / NAME).unlink()
    build(root)
    assert kept(root) == []


def test_an_original_is_hashed_once_however_it_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[bytes] = []

    def noted(original: bytes) -> str:
        hashed.append(original)
        return key_of(original)

    monkeypatch.setattr(loading, "key_of", noted)
    assert build(root) == build(root)
    assert hashed == [ORIGINAL, ORIGINAL]


def test_what_could_not_be_painted_is_not_kept(root: Path) -> None:
    (root / "data" / "media" / NAME).write_bytes(ORIGINAL[:100])
    assert build(root) == {NAME: Flaw.DAMAGED}
    assert kept(root) == []


@given(st.binary(), st.binary(), st.integers(0, 60), st.integers(1, 255))
def test_a_seal_shows_every_change(original: bytes, picture: bytes, place: int, change: int) -> None:
    key = key_of(original)
    content = sealed(key, picture)
    assert unsealed(key, content) == picture
    assert unsealed(key_of(original + b"x"), content) is None
    changed = bytearray(content)
    changed[place % len(content)] ^= change
    assert unsealed(key, bytes(changed)) is None
    assert unsealed(key, content[:-1]) is None
