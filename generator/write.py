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
    gone = set(_files_below(folder)) - files.keys()
    for path in gone:  # first: a new file may bear the name of an old folder, and the reverse
        (folder / path).unlink()
    _remove_empty_folders(folder)
    written = sum(_write_if_different(folder / path, content) for path, content in sorted(files.items()))
    return Written(written, len(gone), len(files) - written)


def write(path: Path, content: bytes) -> None:
    """Replace a file in one step: a reader, or a crash, sees the old one or the new one.

    Raises ``OSError`` with the name of the file, also where the system tells none (a full disk).
    """
    try:
        _write(path, content)
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def _write(path: Path, content: bytes) -> None:
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
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    write(path, content)
    return True


def _files_below(folder: Path) -> Iterator[str]:
    """Yield all that is no folder; a link to one is none either: nothing may be written through it."""
    for base, folders, names in os.walk(folder):
        for name in (*names, *(each for each in folders if (Path(base) / each).is_symlink())):
            yield (Path(base) / name).relative_to(folder).as_posix()


def _remove_empty_folders(folder: Path) -> None:
    for base, _, names in os.walk(folder, topdown=False):
        if not names and Path(base) != folder and not any(Path(base).iterdir()):
            Path(base).rmdir()
