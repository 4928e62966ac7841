"""What becomes of a site when a build is killed, or the machine refuses, at each of its steps?

    python -m tests.misfortune kill FOLDER      the build is killed before its n-th step, for every n
    python -m tests.misfortune full FOLDER      from the n-th step on the disk is full, for every n
    python -m tests.misfortune refuse FOLDER    the n-th step alone is refused, for every n
    python -m tests.misfortune pairs FOLDER     twelve times two builds run at once and pause at every step

A step is whatever changes the disk, as Python itself announces it (``sys.addaudithook``), so no step is forgotten
when the program changes. Each build is a process of its own, made by fork: only the first has to import anything.
MkDocs stands outside: a few lines take its place, and their steps are not counted.

Prints how many steps there were, and a line for each after which something was not as it ought to be.
"""

import contextlib
import datetime
import errno
import io
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.cli import build
from generator.workplace import UnfitSiteError
from tests.golden.archives import small
from tests.golden.sites import content_of

DAYS = (datetime.date(2026, 11, 21), datetime.date(2026, 11, 22))
MAKING = {"open", "os.mkdir"}
CHANGING = MAKING | {"os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.link", "os.symlink"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
GOOD, BROKEN, REFUSED, CRASHED, KILLED = 0, 1, 2, 3, -signal.SIGKILL


def pages_of_the_day(_records: object, *, today: datetime.date, **_: object) -> dict[str, bytes]:
    """Stand in for the pages: some change from day to day, some do not, one comes and one goes."""
    same = {"index.md": b"home", "don-vi/index.md": b"units"}
    return same | {"khao-sat/index.md": str(today).encode(), f"khao-sat/{today}/index.md": b"of this day"}


def rendered(_settings: object, *, pages: Path, target: Path, work: Path, today: datetime.date) -> None:
    """Stand in for MkDocs."""
    assert work.is_dir()
    for path, content in content_of(pages).items():
        html = target / path.replace(".md", ".html")
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_bytes(b"<h1>" + content + str(today).encode())


def site_of_the_day(day: datetime.date) -> dict[str, bytes]:
    pages = pages_of_the_day(None, today=day)
    return {path.replace(".md", ".html"): b"<h1>" + content + str(day).encode() for path, content in pages.items()}


OLD, NEW = map(site_of_the_day, DAYS)


class Misfortune:
    """Counts the steps of a build in the folders of a root that it may write to, and strikes at one."""

    def __init__(self, root: Path, at: int, strike: Callable[[str, int, int], None]) -> None:
        self._folders, self._at, self._strike = (str(root / "build"), str(root / "site")), at, strike
        self.steps = 0
        self.is_watching = True

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.is_watching or event not in CHANGING:
            return
        if event == "open" and not arguments[2] & WRITING:
            return
        path = str(arguments[0])
        if Path(path).is_absolute() and not path.startswith(self._folders):
            return  # what is named from within a folder is deleted with it
        self.steps += 1
        self._strike(event, self.steps, self._at)


def kill(_event: str, step: int, at: int) -> None:
    if step == at:
        os.kill(os.getpid(), signal.SIGKILL)


def full(event: str, step: int, at: int) -> None:
    if step >= at and event in MAKING:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def refuse(_event: str, step: int, at: int) -> None:
    if step == at:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


STRIKES = {"kill": kill, "full": full, "refuse": refuse}
NEVER = 1_000_000


def pause(_event: str, _step: int, seed: int) -> None:
    time.sleep(0.001 * (1 + (seed + os.getpid()) % 3))


def started(work: Callable[[], int]) -> int:
    """Let ``work`` run in a process of its own, and return its id."""
    child = os.fork()
    if child == 0:
        code = CRASHED
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                code = work()
        finally:
            os._exit(code)
    return child


def ended(child: int) -> int:
    """Wait for a process, and return its exit code, negative for the signal that ended it."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def built(root: Path, day: datetime.date, misfortune: Misfortune | None = None) -> int:
    """Build the site as of a day; give back what the command gives."""
    return ended(building(root, day, misfortune))


def building(root: Path, day: datetime.date, misfortune: Misfortune | None = None) -> int:
    """Start to build the site as of a day, and return the id of the process."""

    def work() -> int:
        def render(*given: Any, **named: Any) -> None:
            if misfortune is not None:
                misfortune.is_watching = False
            rendered(*given, **named)
            if misfortune is not None:
                misfortune.is_watching = True

        vars(build).update(site_of=pages_of_the_day, render=render)
        if misfortune is not None:
            sys.addaudithook(misfortune)
        try:
            return GOOD if build.make(build.Asked(root, day, day)).is_good else BROKEN
        except (OSError, UnfitSiteError):
            return REFUSED

    return started(work)


def steps_of_a_build(template: Path, root: Path) -> int:
    """Return how many steps a build of the new day has."""
    shutil.copytree(template, root, symlinks=True)
    counted = root / "steps"

    def count(_event: str, step: int, _at: int) -> None:
        os.pwrite(handle, str(step).encode(), 0)

    handle = os.open(counted, os.O_CREAT | os.O_RDWR)
    assert built(root, DAYS[1], Misfortune(root, NEVER, count)) == GOOD
    steps = int(counted.read_text())
    assert content_of(root / "site") == NEW
    shutil.rmtree(root)
    return steps


def wrongs(template: Path, root: Path, how: str, at: int) -> list[str]:
    """Let a misfortune happen at a step, and return what is wrong then, and what after the next starts."""
    shutil.copytree(template, root, symlinks=True)
    misfortune = Misfortune(root, at, STRIKES[how])
    code = built(root, DAYS[1], misfortune)
    found = []
    held = content_of(root / "site") or content_of(root / "build" / "site.old")
    expected = {"kill": (KILLED,), "full": (REFUSED, GOOD), "refuse": (REFUSED, GOOD)}[how]
    if code not in expected:
        found.append(f"exit code {code}")
    if held not in (OLD, NEW):
        found.append(f"neither the last good site nor the new one: {sorted(held)}")
    kept = root / "build" / "site.old"
    if kept.exists() and content_of(kept) not in (OLD, NEW):
        found.append("a part of a site stands where the next start looks for the last good one")
    if code == GOOD and held != NEW:
        found.append("said to be good, and is the old one")
    if how != "kill" and not (root / "site").is_dir():
        found.append("no site, though the program could have put it back")
    record = root / "data" / "surveys" / "khao-sat-1.yml"
    good = record.read_bytes()
    record.write_text("kind: [", encoding="utf-8")
    if (code := built(root, DAYS[1])) not in (BROKEN, GOOD):
        found.append(f"the next start gives {code}")
    if content_of(root / "site") not in (OLD, NEW):
        found.append("the next start, with broken records, did not put the last good site back")
    record.write_bytes(good)
    if built(root, DAYS[1]) != GOOD or content_of(root / "site") != NEW:
        found.append("the build after it does not give the new site")
    if left := sorted({each.name for each in (root / "build").iterdir()} - {"lock", "pages", "stamp"}):
        found.append(f"left behind: {left}")
    shutil.rmtree(root)
    return found


def wrongs_of_a_pair(template: Path, root: Path, seed: int) -> list[str]:
    """Let two builds run at once, and return what is wrong with what they leave."""
    shutil.copytree(template, root, symlinks=True)
    (root / "build" / "stamp").unlink()
    pair = [building(root, day, Misfortune(root, seed, pause)) for day in DAYS]
    found = [f"exit code {code}" for code in map(ended, pair) if code != GOOD]
    held, stamp = content_of(root / "site"), content_of(root / "build").get("stamp")
    if held not in (OLD, NEW):
        found.append(f"a site of two: {sorted(held)}")
    if built(root, DAYS[0] if held == OLD else DAYS[1]) != GOOD or content_of(root / "build")["stamp"] != stamp:
        found.append("the stamp is not that of the site")
    shutil.rmtree(root)
    return found


def main(how: str, folder: Path) -> int:
    template = small(folder / "template")
    assert built(template, DAYS[0]) == GOOD
    assert content_of(template / "site") == OLD
    if how == "pairs":
        print(12)
        for seed in range(12):
            for wrong in wrongs_of_a_pair(template, folder / "root", seed):
                print(f"pair {seed}: {wrong}")
        return 0
    steps = steps_of_a_build(template, folder / "root")
    print(steps)
    for at in range(1, steps + 1):
        for wrong in wrongs(template, folder / "root", how, at):
            print(f"step {at}: {wrong}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
