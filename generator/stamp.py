"""Is there anything to do? Compares what a build would read and what it left with what they were last time."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

RENDERERS = ("mkdocs", "mkdocs-material", "markdown", "pydantic", "jinja2", "pyyaml")


def of_inputs(folders: Iterable[Path], *, settings: str) -> str:
    """Return a digest of every file below ``folders``, of the libraries' versions and of ``settings``."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(json.dumps([settings, *(f"{name} {version(name)}" for name in RENDERERS)]).encode())
    for folder in folders:
        for path in _files(folder):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def of_outputs(folders: Iterable[Path]) -> str:
    """Return a digest of the names, sizes and times of everything below ``folders``."""
    digest = hashlib.blake2b(digest_size=16)
    for folder in folders:
        for path in _files(folder):
            status = path.stat()
            digest.update(
                f"{path.relative_to(folder).as_posix()}\0{status.st_size}\0{status.st_mtime_ns}\n".encode()
            )
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(base) / name for name in sorted(names))
