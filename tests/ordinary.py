"""How does it feel without the power of a superuser? Tests of closed folders mean nothing to one.

Containers often run everything as root, whom Linux lets read and write whatever the modes say. Two of its
capabilities are that power; here they are given away, for a while or, in a new process, for good.
"""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

_IGNORE_MODES = (1 << 1) | (1 << 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, as in linux/capability.h."""
_DROP_FROM_BOUNDS = 24
"""PR_CAPBSET_DROP, as in linux/prctl.h."""
_VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def ordinary() -> Iterator[None]:
    """Let the block meet closed files and folders as everybody does."""
    if os.geteuid() != 0:
        yield
        return
    before = _capabilities()
    without = _capabilities()
    without[0].effective &= ~_IGNORE_MODES
    _call("capset", without)
    try:
        yield
    finally:
        _call("capset", before)


def become_ordinary() -> None:
    """Give the power away for the program that is started next (``preexec_fn``)."""
    if os.geteuid() == 0:
        for capability in (1, 2):
            if _C.prctl(_DROP_FROM_BOUNDS, capability, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "prctl")


_C = ctypes.CDLL(None, use_errno=True)


def _capabilities() -> ctypes.Array[_Sets]:
    found = (_Sets * 2)()
    _call("capget", found)
    return found


def _call(name: str, sets: ctypes.Array[_Sets]) -> None:
    if getattr(_C, name)(ctypes.byref(_Header(_VERSION_3, 0)), sets) != 0:
        raise OSError(ctypes.get_errno(), name)
