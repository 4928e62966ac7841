"""What differs from last time? Writes only that, each file whole or not at all; deletes what vanished."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Written(NamedTuple):
    """How many files were written, deleted and left as they were."""

    written: int
    deleted: int
    unchanged: int


def sync(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make ``folder`` hold exactly ``files`` (by path with forward slashes); what is already so is not touched."""
    present = set(_files_below(folder))
    written = sum(_write_if_different(folder / path, content) for path, content in sorted(files.items()))
    gone = sorted(present - files.keys())
    for path in gone:
        (folder / path).unlink()
        _remove_empty_folders((folder / path).parent, top=folder)
    return Written(written, len(gone), len(files) - written)


def write(path: Path, content: bytes) -> None:
    """Replace a file in one step: a reader, or a crash, sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _write_if_different(path: Path, content: bytes) -> bool:
    try:
        if path.read_bytes() == content:
            return False
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        _clear_the_way(path)
    write(path, content)
    return True


def _clear_the_way(path: Path) -> None:
    """Remove a file that stands where a folder must be, or an empty folder where the file must be."""
    for parent in path.parents:
        if parent.is_file():
            parent.unlink()
    if path.is_dir():
        path.rmdir()


def _files_below(folder: Path) -> Iterator[str]:
    for base, _, names in os.walk(folder):
        for name in names:
            yield (Path(base) / name).relative_to(folder).as_posix()


def _remove_empty_folders(folder: Path, *, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
