"""Does a folder hold exactly what it shall, with nothing touched that is already so?"""

import errno
import os
import tempfile
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.write import Written, sync, write

Files: TypeAlias = dict[str, bytes]
Tree: TypeAlias = "dict[str, bytes | Tree]"

NAMES = st.sampled_from(["a", "b", "index.md", "trang đầu", ".an", "a.b"])
CONTENTS = st.binary(max_size=4)
LONG_AGO = 1_000_000_000_000_000_000


def flat(tree: Tree, above: str = "") -> Files:
    files: Files = {}
    for name, inner in tree.items():
        files |= flat(inner, f"{above}{name}/") if isinstance(inner, dict) else {f"{above}{name}": inner}
    return files


def trees(inner: "st.SearchStrategy[bytes | Tree]") -> st.SearchStrategy[Tree]:
    return st.dictionaries(NAMES, inner, min_size=1, max_size=3)


FILES: st.SearchStrategy[Files] = st.one_of(
    st.just({}), trees(st.recursive(CONTENTS, lambda inner: trees(inner) | inner, max_leaves=6)).map(flat)
)
"""Whatever a folder can hold: nested, empty, a file here where there is a folder in another."""


def held(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if not path.is_dir()
    }


@given(before=FILES, after=FILES)
def test_a_folder_holds_exactly_the_files_of_the_last_call(before: Files, after: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pages"
        sync(folder, before)
        assert held(folder) == before
        counts = sync(folder, after)
        assert held(folder) == after
        unchanged = sum(before.get(path) == content for path, content in after.items())
        assert counts == Written(len(after) - unchanged, len(before.keys() - after.keys()), unchanged)


@given(before=FILES, after=FILES)
def test_what_stays_the_same_is_not_touched(before: Files, after: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sync(folder, before)
        for path in before:
            os.utime(folder / path, ns=(LONG_AGO, LONG_AGO))
        sync(folder, after)
        untouched = {path for path in after if (folder / path).stat().st_mtime_ns == LONG_AGO}
        assert untouched == {path for path, content in after.items() if before.get(path) == content}


@given(before=FILES, after=FILES)
def test_no_empty_folder_is_left_behind(before: Files, after: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sync(folder, before)
        sync(folder, after)
        assert [path for path in folder.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_an_empty_folder_does_not_stand_in_the_way_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert sync(tmp_path, {"a": b"1"}) == Written(written=1, deleted=0, unchanged=0)
    assert held(tmp_path) == {"a": b"1"}


def test_a_file_comes_with_the_folders_that_it_needs_and_everybody_may_read_it(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "c.md", b"1")
    assert (tmp_path / "a" / "b" / "c.md").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "disk full"), KeyboardInterrupt()])
def test_a_crash_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    write(tmp_path / "a.md", b"old")
    crash_at_replace(monkeypatch, error)
    with pytest.raises(type(error)):
        write(tmp_path / "a.md", b"new")
    assert held(tmp_path) == {"a.md": b"old"}


def test_a_crash_between_two_files_leaves_each_whole_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {f"{name}.md": b"old" for name in "abcd"}
    sync(tmp_path, before)
    crash_at_replace(monkeypatch, OSError(errno.ENOSPC, "disk full"), after=2)
    with pytest.raises(OSError, match="disk full"):
        sync(tmp_path, dict.fromkeys(before, b"new"))
    present = held(tmp_path)
    assert present.keys() == before.keys()
    assert sorted(present.values()) == [b"new", b"new", b"old", b"old"]


def test_after_a_crash_the_next_call_finishes_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {"a/b.md": b"1", "c.md": b"2"}
    sync(tmp_path, {"a": b"0", "c.md/d": b"0"})
    with monkeypatch.context() as patched:
        crash_at_replace(patched, OSError(errno.ENOSPC, "disk full"), after=1)
        with pytest.raises(OSError, match="disk full"):
            sync(tmp_path, wanted)
    sync(tmp_path, wanted)
    assert held(tmp_path) == wanted


def crash_at_replace(monkeypatch: pytest.MonkeyPatch, error: BaseException, *, after: int = 0) -> None:
    """Let the step that puts a new file in place fail, after it has worked some times."""
    real, calls = os.replace, iter(range(after))

    def replace(*names: str) -> None:
        if next(calls, None) is None:
            raise error
        real(*names)

    monkeypatch.setattr(os, "replace", replace)


def test_a_link_to_the_very_content_is_replaced_by_a_file(tmp_path: Path) -> None:
    """Else the next call would write through it into what lies elsewhere."""
    elsewhere, folder = tmp_path / "khac.md", tmp_path / "trang"
    elsewhere.write_bytes(b"A")
    folder.mkdir()
    (folder / "a.md").symlink_to(elsewhere)
    sync(folder, {"a.md": b"A"})
    assert not (folder / "a.md").is_symlink()
    assert (folder / "a.md").read_bytes() == b"A"


def test_the_folder_itself_stays_when_nothing_is_left_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "trang"
    sync(folder, {"a/b.md": b"A"})
    assert sync(folder, {}).deleted == 1
    assert folder.is_dir()
    assert list(folder.iterdir()) == []


def test_a_new_file_is_made_beside_the_old_one_so_that_it_can_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder for temporary files may lie on another disk, and no renaming crosses disks."""
    made: list[Path] = []
    replace = Path.replace

    def watched(new: Path, target: Path) -> Path:
        made.append(new)
        return replace(new, target)

    monkeypatch.setattr(Path, "replace", watched)
    write(tmp_path / "trang" / "a.md", b"A")
    assert [each.parent for each in made] == [tmp_path / "trang"]


def test_a_refusal_names_the_file_that_the_system_names_or_else_the_one_that_was_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for named, told in (("/dev/khac", "/dev/khac"), (None, str(tmp_path / "a.md"))):
        refusal = OSError(28, "No space left on device", named)

        def refuse(*_: object, refusal: OSError = refusal) -> None:
            raise refusal

        monkeypatch.setattr(Path, "replace", refuse)
        with pytest.raises(OSError, match="No space left") as caught:
            write(tmp_path / "a.md", b"A")
        assert caught.value.filename == told
