"""Do the tests notice a fault? Each is tried in a copy of the project, in a process of its own.

The process is a fork of one that has the libraries already: only the project and its tests are read again.
"""

import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple, TypeAlias

import pytest

from tests.mutants.faults import Fault

PROJECT = Path(__file__).resolve().parents[2]
_LIBRARIES = ("hypothesis", "jinja2", "markdown", "pydantic", "pymdownx", "yaml")
_NO_PROGRAM = 77
"""The exit code of a process in which not even the faulty module itself could be read."""
_PATIENCE = 5
"""Many times the time of good tests: only what hangs takes so long, on a busy machine too."""


Tracer: TypeAlias = Callable[[FrameType, str, Any], Any]


class Verdict(Enum):
    """What became of a fault."""

    NOTICED = "noticed"
    HANGS = "noticed, the tests hang"
    NOT_NOTICED = "NOT NOTICED"
    NO_PROGRAM = "no program"


class Known(NamedTuple):
    """What the tests of a good module showed: how long they take, and which of them run which line."""

    seconds: float
    lines: dict[str, list[int]]

    def running(self, line: int) -> list[str]:
        """Return the tests that run a line."""
        return [test for test, lines in self.lines.items() if line in lines]


class Module(NamedTuple):
    """A module under trial, its path below the project, and the tests that should notice its faults."""

    name: str
    path: str
    tests: tuple[str, ...]


class RedTestsError(Exception):
    """The tests fail without any fault, so that they cannot judge one; what they said."""


def copied(target: Path) -> Path:
    """Copy what git knows or could know of the project, as it stands, to ``target``."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, target / name)
    return target


def try_good(copy: Path, module: Module) -> Known:
    """Run the tests on the module as it is; raise ``RedTestsError`` if they fail."""
    for library in _LIBRARIES:
        importlib.import_module(library)
    started = time.monotonic()
    log, found = copy / "good.log", copy / "good.json"
    code = os.waitstatus_to_exitcode(os.waitpid(_forked(copy, module, log=log, watch=found), 0)[1])
    if code != 0:
        raise RedTestsError(log.read_text(encoding="utf-8"))
    return Known(time.monotonic() - started, json.loads(found.read_text(encoding="utf-8")))


def try_faults(
    copies: Sequence[Path], module: Module, known: Known, faults: Sequence[Fault]
) -> Iterator[tuple[Fault, Verdict]]:
    """Yield each fault with its verdict as they come, as many at a time as there are copies."""
    waiting, running = list(reversed(faults)), dict[int, tuple[Fault, Path, float]]()
    free = list(copies)
    while waiting or running:
        while free and waiting:
            fault, copy = waiting.pop(), free.pop()
            put(copy / module.path, fault.source)
            process = _forked(copy, module, first=known.running(fault.line))
            running[process] = (fault, copy, time.monotonic() + 10 + _PATIENCE * known.seconds)
        for process, (fault, _, until) in list(running.items()):
            ended, status = os.waitpid(process, os.WNOHANG)
            if not ended and time.monotonic() < until:
                continue
            if not ended:
                os.killpg(process, signal.SIGKILL)
                os.waitpid(process, 0)
            free.append(running.pop(process)[1])
            yield fault, _verdict(status) if ended else Verdict.HANGS
        time.sleep(0.01)


def _verdict(status: int) -> Verdict:
    code = os.waitstatus_to_exitcode(status)
    if code in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise AssertionError("pytest did not run")
    return {0: Verdict.NOT_NOTICED, _NO_PROGRAM: Verdict.NO_PROGRAM}.get(code, Verdict.NOTICED)


_moments = count(int(time.time()) - 10**6)


def put(path: Path, source: str) -> None:
    """Write a module with a time that it never had: Python would take an older one for the same."""
    path.write_text(source, encoding="utf-8")
    moment = next(_moments)
    os.utime(path, (moment, moment))


def _forked(
    copy: Path, module: Module, *, first: Sequence[str] = (), log: Path | None = None, watch: Path | None = None
) -> int:
    """Start a process that tries a copy; return its number."""
    process = os.fork()
    if process == 0:
        code = 1
        try:
            os.setpgid(0, 0)
            _redirect(log or Path(os.devnull))
            code = _tried(copy, module, first, watch)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return process


def _redirect(log: Path) -> None:
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(handle, 1)
    os.dup2(handle, 2)


def _tried(copy: Path, module: Module, first: Sequence[str], watch: Path | None) -> int:
    os.environ["CI"] = "true"  # Hypothesis tries the same examples each time, however slow the machine
    os.chdir(copy)
    sys.path[:] = [str(copy), *(path for path in sys.path if path not in ("", str(PROJECT)))]
    for name in list(sys.modules):
        if name.partition(".")[0] in ("generator", "tests"):
            del sys.modules[name]
    try:
        importlib.import_module(module.name)
    except BaseException as error:
        print(repr(error), flush=True)
        return _NO_PROGRAM
    plugin = _Watching(str(copy / module.path), watch) if watch else _Ordering(first)
    quiet = "ignore::pytest.PytestAssertRewriteWarning"  # of libraries that are read already
    return int(pytest.main(["-x", "-W", quiet, "-p", "no:cacheprovider", *module.tests], plugins=[plugin]))


class _Ordering:
    """A plugin of pytest: the tests that most likely notice come first, and the first that does is the last."""

    def __init__(self, first: Sequence[str]) -> None:
        self._first = frozenset(first)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: item.nodeid not in self._first)


class _Watching:
    """A plugin of pytest that notes which lines of a file each test runs."""

    def __init__(self, path: str, found: Path) -> None:
        self._path, self._found = path, found
        self._lines: dict[str, list[int]] = {}
        self._seen: set[int] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._seen = set()
        sys.settrace(self._entered)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            self._lines[item.nodeid] = sorted(self._seen)

    def pytest_sessionfinish(self) -> None:
        self._found.write_text(json.dumps(self._lines), encoding="utf-8")

    def _entered(self, frame: FrameType, event: str, argument: object) -> Tracer | None:
        return self._ran if frame.f_code.co_filename == self._path else None

    def _ran(self, frame: FrameType, event: str, argument: object) -> Tracer | None:
        self._seen.add(frame.f_lineno)
        return self._ran
