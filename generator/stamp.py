"""Is there anything to do? Compares what a build would read and what it left with what they were last time."""

import hashlib
import json
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

RENDERERS = (
    "cmarkgfm",
    "jinja2",
    "markdown",
    "markdown-it-py",
    "mdit-py-plugins",
    "mkdocs",
    "mkdocs-material",
    "pillow",
    "pydantic",
    "pypdf",
    "pyyaml",
)
"""Another version of one of these may make another site."""


def of_inputs(folders: Iterable[Path], *, settings: str) -> str:
    """Return a digest of every file below ``folders``, of the libraries' versions and of ``settings``."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(json.dumps([settings, *(f"{name} {version(name)}" for name in RENDERERS)]).encode())
    for folder in folders:
        for name, path in _files(folder):
            digest.update(b"%s\0%s\n" % (name, _content(path)))
        digest.update(b"\0")  # no name: the next folder begins
    return digest.hexdigest()


def of_state(*folders: Path) -> str:
    """Return a digest of the names, sizes and times of everything below ``folders``; what is written changes it."""
    digest = hashlib.blake2b(digest_size=16)
    for folder in folders:
        for name, path in _files(folder):
            with suppress(FileNotFoundError):  # it vanished just now
                status = path.lstat()
                digest.update(b"%s\0%d\0%d\n" % (name, status.st_size, status.st_mtime_ns))
        digest.update(b"\0")
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    """Return a digest of what a file holds; what cannot be read is always the same: the check speaks of it."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return b"no file"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest().encode()
    except OSError:
        return b"unread"


def _files(folder: Path) -> list[tuple[bytes, Path]]:
    """Return all that is below a folder and is none, by its name, which need not be UTF-8; nothing is followed."""
    if folder.is_file():
        return [(b"", folder)]
    found: list[Path] = []
    folders = [folder]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    found.append(Path(entry.path))
                elif entry.name != "__pycache__":
                    folders.append(Path(entry.path))
    return sorted((os.fsencode(path.relative_to(folder).as_posix()), path) for path in found)
