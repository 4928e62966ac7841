"""Make faults in modules one by one, run the tests on each, and show which faults no test notices.

For example, one module with the tests that look at it, or a hundred faults of a whole room:

    make mutants ARGS='generator/derive/deadlines.py'
    make mutants ARGS='generator/rules --sample 100 --tests tests/test_broken.py'

A report and no gate: some faults change nothing that anybody could see.
"""

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.mutants.covering import covering
from tests.mutants.faults import faults_of
from tests.mutants.trial import PROJECT, Module, RedTestsError, Verdict, copied, put, try_faults, try_good

ROOMS = ("duties", "derive", "archive.py", "rules", "markdown.py", "links.py", "write.py", "render.py")
"""What is tried when nothing is named."""


def main() -> int:
    """Try what was asked for and print it as it comes; return 1 if good code fails its tests."""
    asked = _asked()
    totals: dict[str, Counter[Verdict]] = {}
    with tempfile.TemporaryDirectory(prefix="mutants-") as temporary:
        copies = [copied(Path(temporary, str(number))) for number in range(asked.jobs)]
        for path in _modules(asked.paths):
            name = ".".join(Path(path).with_suffix("").parts).removesuffix(".__init__")
            module = Module(name, path, tuple(asked.tests or covering(name)))
            try:
                totals[name] = _tried(module, copies, asked)
            except RedTestsError as error:
                print(f"{error}\n{name}: these tests fail without any fault")
                return 1
    print("\n".join(_line(name, counts) for name, counts in totals.items()))
    print(_line("all", sum(totals.values(), Counter())))
    return 0


def _asked() -> argparse.Namespace:
    description, _, examples = str(__doc__).partition("\n\n")
    parser = argparse.ArgumentParser(
        "python -m tests.mutants",
        description=description,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    rooms = [f"generator/{room}" for room in ROOMS]
    parser.add_argument("paths", nargs="*", default=rooms, help=f"modules and rooms (default: {' '.join(rooms)})")
    parser.add_argument("--tests", nargs="+", help="files or folders of tests (default: those in covering.py)")
    parser.add_argument("--sample", type=int, help="so many faults of each module, the same ones each time")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--noticed", action="store_true", help="show the faults that are noticed, too")
    return parser.parse_args()


def _modules(paths: list[str]) -> list[str]:
    """Return the modules of files and folders, as paths below the project."""
    files = [sorted(path.rglob("*.py")) if path.is_dir() else [path] for path in map(Path, paths)]
    return [file.resolve().relative_to(PROJECT).as_posix() for found in files for file in found]


def _tried(module: Module, copies: list[Path], asked: argparse.Namespace) -> Counter[Verdict]:
    source = (copies[0] / module.path).read_text(encoding="utf-8")
    faults = faults_of(source)
    if asked.sample is not None and asked.sample < len(faults):
        faults = sorted(random.Random(module.name).sample(faults, asked.sample))
    counts: Counter[Verdict] = Counter()
    if faults:
        known = try_good(copies[0], module)
        for fault, verdict in try_faults(copies, module, known, faults):
            counts[verdict] += 1
            if asked.noticed or verdict is Verdict.NOT_NOTICED:
                print(f"{module.path}:{fault.line}: {verdict.value}\n{fault.diff}\n", flush=True)
        for copy in copies:
            put(copy / module.path, source)
        print(_line(module.name, counts), "\n", flush=True)
    return counts


def _line(name: str, counts: Counter[Verdict]) -> str:
    """Return how many of the faults that make a program are noticed."""
    noticed = counts[Verdict.NOTICED] + counts[Verdict.HANGS]
    made = noticed + counts[Verdict.NOT_NOTICED]
    share = f"{100 * noticed / made:.0f} %" if made else "–"
    hang = f", {counts[Verdict.HANGS]} of them hang" if counts[Verdict.HANGS] else ""
    return f"{name}: {noticed} of {made} faults noticed{hang}: {share}"


if __name__ == "__main__":
    sys.exit(main())
