"""Where is a site made, and how does it take the place of the old one? Whole or not at all, however it ends.

``build/lock`` is held by the one build that is at work; ``build/run-…/`` is the folder of that build alone, and
what a killed one left is removed by the next; ``build/site.old`` is the last good site between the two renames
that put the new one in its place.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from generator.lock import locked

Event: TypeAlias = Literal["waiting", "restored"]
"""What a person may want to know: another build is at work; the last good site was put back after a kill."""

Reason: TypeAlias = Literal["link", "file", "mount", "other_disk"]


class UnfitSiteError(Exception):
    """A site cannot be replaced as a whole here; nothing was touched.

    It takes the place of the old one by renaming, so ``site/`` must be a plain folder beside ``build/``, on the
    same disk: neither a link (``link``), nor a file (``file``), nor a volume (``mount``), nor elsewhere
    (``other_disk``).
    """

    def __init__(self, site: Path, reason: Reason) -> None:
        super().__init__(f"{site}: {reason}")
        self.site = site
        self.reason = reason


@contextmanager
def workplace(build: Path, site: Path, *, tell: Callable[[Event], None]) -> Iterator[Path]:
    """Give a folder in ``build`` in which nobody else is at work, and take it away again.

    On the way the last good ``site`` is put back where a kill took it away. Raises ``UnfitSiteError`` where a new
    site could not replace the old one, and ``OSError`` where nothing can be written.
    """
    _refuse_what_cannot_be_renamed(site)
    build.mkdir(parents=True, exist_ok=True)
    with locked(build / "lock", waiting=lambda: tell("waiting")):
        if _put_back(_old(build), site):
            tell("restored")
        for left in (*build.glob("run-*"), *build.glob(".new-*")):
            _remove(left)
        own = Path(tempfile.mkdtemp(prefix="run-", dir=build))
        try:
            if own.stat().st_dev != site.parent.stat().st_dev:
                raise UnfitSiteError(site, "other_disk")
            yield own
        finally:
            _remove(own)


def replace(site: Path, fresh: Path, *, own: Path) -> None:
    """Put the folder ``fresh`` where ``site`` is; ``own`` is the folder that ``workplace`` gave.

    Between the two renames there is no site, for which the next ``workplace`` makes good.
    """
    old = _old(own.parent)
    try:
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    except BaseException:
        _put_back(old, site)
        raise
    # Under its name it must be whole as long as it is there: it is deleted under another.
    if old.exists():
        old.rename(own / old.name)


def _old(build: Path) -> Path:
    return build / "site.old"


def _refuse_what_cannot_be_renamed(site: Path) -> None:
    if site.is_symlink():
        raise UnfitSiteError(site, "link")
    if site.exists() and not site.is_dir():
        raise UnfitSiteError(site, "file")
    if os.path.ismount(site):
        raise UnfitSiteError(site, "mount")


def _put_back(old: Path, site: Path) -> bool:
    """Return whether the last good site had gone and is back; it is not wanted where there is a site."""
    if not old.exists():
        return False
    if site.exists():
        old.rename(Path(tempfile.mkdtemp(prefix="run-", dir=old.parent)) / old.name)
        return False
    old.rename(site)
    return True


def _remove(left: Path) -> None:
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink(missing_ok=True)
