"""Is somebody else at work here? One at a time; the lock goes with its holder, however that ends."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# The kernel keeps such a lock and gives it up when its holder ends, even by a kill or a crash of the machine, so no
# lock is ever left behind. A library (filelock) would be a thousand lines for these few.
if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


_PAUSE = 0.1
"""Seconds between two looks at a lock that another holds."""


@contextmanager
def locked(path: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a file while the block runs; if another holds it, call ``waiting`` once and wait.

    The file stays, empty: to delete it would let two hold a lock of the same name. Raises ``OSError`` where the
    file cannot be made or the file system knows no locks.
    """
    with path.open("ab") as file:
        if not _taken(file.fileno()):
            waiting()
            while not _taken(file.fileno()):
                time.sleep(_PAUSE)
        yield
