"""What lies below a root, and what of it cannot be read as a plain file?"""

import os
import stat
from pathlib import Path

from generator.machine import reason, remedy
from generator.problems import Complaint, Place
from generator.strings import say

MOST_MEGABYTES = 100
"""The forge takes no larger file."""

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""Under Windows no file can bear one of these names, whatever its suffix."""


class Disk:
    """Reads the files of one root, and keeps a complaint of each that cannot be read.

    Only plain files are read, and nothing is followed: a link may lead anywhere, a pipe has no end. ``data`` and
    ``content`` themselves may be links, for whoever keeps the records elsewhere.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.complaints: list[Complaint] = []
        self.unread: set[str] = set()
        """Files and folders that are there and could not be read."""

    def name(self, path: Path) -> str:
        """Return a path as problems name it: from the root, with forward slashes, as text."""
        return text_of(path.relative_to(self._root).as_posix())

    def has(self, path: Path) -> bool:
        """Return whether there is anything of this name; a link that leads nowhere is something, too."""
        try:
            path.lstat()
        except FileNotFoundError:
            return False
        except OSError:
            return True  # why it cannot be looked at is told when it is read
        return True

    def listed(self, folder: Path) -> list[Path]:
        """Return what lies in a folder by name, hidden things apart; nothing if there is no such folder."""
        if not self.has(folder) or not self._is_plain_folder(folder):
            return []
        try:
            found = sorted(path for path in folder.iterdir() if path.name[0] != ".")
        except OSError as error:
            self._unreadable(folder, error)
            return []
        return [path for path in found if self._has_a_name_for_everybody(path)]

    def below(self, folder: Path) -> list[Path]:
        """Return all that lies in a folder and in its folders and is no folder, by name."""
        found: list[Path] = []
        folders = [folder]
        while folders:
            for path in self.listed(folders.pop()):
                (folders if self.is_folder(path) else found).append(path)
        return sorted(found)

    def is_folder(self, path: Path) -> bool:
        """Return whether this is a folder, and no link to one."""
        try:
            return stat.S_ISDIR(path.lstat().st_mode)
        except OSError:
            return False

    def content(self, path: Path) -> bytes | None:
        """Return what a plain file holds; None, after a complaint, of anything else."""
        try:
            status = path.lstat()
            if stat.S_ISREG(status.st_mode) and status.st_size <= MOST_MEGABYTES * 1_000_000:
                return path.read_bytes()
        except OSError as error:
            self._unreadable(path, error)
            return None
        code = {stat.S_IFLNK: "L08", stat.S_IFDIR: "L11", stat.S_IFREG: "L13"}.get(
            stat.S_IFMT(status.st_mode), "L09"
        )
        size = f"{-(-status.st_size // 1_000_000):,}".replace(",", ".")
        self._refused(path, code, what=say("problems.L11.what.file"), size=size)
        return None

    def _is_plain_folder(self, folder: Path) -> bool:
        may_be_link = folder.parent == self._root
        try:
            mode = (folder.stat() if may_be_link else folder.lstat()).st_mode
        except OSError as error:
            self._unreadable(folder, error)
            return False
        if not stat.S_ISDIR(mode):
            self._refused(folder, "L08" if stat.S_ISLNK(mode) else "L11", what=say("problems.L11.what.folder"))
        return stat.S_ISDIR(mode)

    def _has_a_name_for_everybody(self, path: Path) -> bool:
        if not _is_utf8(path.name):
            self._refused(path, "L07")
            return False
        if path.name.partition(".")[0].lower() in _DEVICES:
            self._refused(path, "L12")
        return True

    def _unreadable(self, path: Path, error: OSError) -> None:
        self._refused(path, "L10", reason=reason(error), do=remedy(error))

    def _refused(self, path: Path, code: str, **details: str) -> None:
        file = self.name(path)
        self.unread.add(file)
        self.complaints.append(Complaint(Place(file), code, written=text_of(path.name), details=details))


def text_of(name: str) -> str:
    r"""Return the name of a file as text, whatever the machine takes names for; bytes that are none as ``\xff``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _is_utf8(name: str) -> bool:
    try:
        os.fsencode(name).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
