"""Measure how the time and memory of a build grow with the number of records.

Prints tables and writes nothing into the project. CPU seconds are those of a process of its own and of its
children. Machines are noisy: believe ratios and medians, and compare only what one run has measured.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.bench.archive import write_archive
from tests.bench.council import TODAY
from tests.bench.measure import Cost, cost_of, spent
from tests.bench.plain import plain_configuration
from tests.bench.report import Again, Ours, Rendering, again_table, ours_table, rendering_table, targets

SURVEYS = (100, 1_000, 5_000, 10_000)
WITH_MKDOCS = 1_000
"""Larger archives are rendered only when asked: MkDocs takes minutes for them."""

Found = TypeVar("Found")


def main() -> None:
    """Measure what was asked for, and print it as it comes."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        roots = {surveys: Path(temporary, str(surveys)) for surveys in asked.surveys}
        for surveys, root in roots.items():
            write_archive(root, surveys)
        largest = 0 if asked.no_mkdocs else max(roots) if asked.mkdocs_all else WITH_MKDOCS
        rendered = {surveys: root for surveys, root in roots.items() if surveys <= largest}
        _measure(roots, rendered, asked)


def _measure(roots: Mapping[int, Path], rendered: Mapping[int, Path], asked: argparse.Namespace) -> None:
    built = {surveys: _repeated(partial(_ours, root), asked) for surveys, root in roots.items()}
    ours = {surveys: [first for first, _ in rounds] for surveys, rounds in built.items()}
    print(ours_table(ours), flush=True)
    again = {surveys: [again for _, again in rounds] for surveys, rounds in built.items()}
    whole = {surveys: [_whole_again(root)] for surveys, root in rendered.items()}
    print(again_table(again, whole), flush=True)
    rendering = {surveys: _repeated(partial(_rendering, root), asked) for surveys, root in rendered.items()}
    print(rendering_table(rendering), flush=True)
    print(targets(ours, again, rendering))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--surveys", type=int, nargs="+", default=SURVEYS, help="sizes of the archives")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured; medians are shown")
    parser.add_argument("--patience", type=float, default=60, help="CPU seconds after which no round begins")
    parser.add_argument("--no-mkdocs", action="store_true", help="measure only our own stages")
    parser.add_argument("--mkdocs-all", action="store_true", help=f"render more than {WITH_MKDOCS:,} surveys too")
    return parser.parse_args()


def _repeated(measure: Callable[[], Found], asked: argparse.Namespace) -> list[Found]:
    """Return what each round has found; what lasts long evens out by itself and is measured less often."""
    start = spent()
    found = [measure()]
    while len(found) < asked.rounds and spent() - start < asked.patience:
        found.append(measure())
    return found


def _ours(root: Path) -> tuple[Ours, Again]:
    """Build afresh and again, all but MkDocs."""
    first, again = _fresh(root, "tests.bench.stage", str(root)), cost_of("tests.bench.stage", str(root))
    costs = json.loads(first.said.splitlines()[-1])
    ours = Ours(
        pages=_pages(root),
        check=costs["check"],
        generate=costs["generate"],
        write=costs["write"],
        peak_of_check=costs["peak of check"],
        peak=costs["peak of write"],
    )
    return ours, Again(first.seconds, again.seconds)


def _whole_again(root: Path) -> Again:
    """Build afresh and again, with MkDocs."""
    arguments = ("generator", "build", "--root", str(root), "--today", str(TODAY))
    return Again(_fresh(root, *arguments).seconds, cost_of(*arguments).seconds)


def _fresh(root: Path, module: str, *arguments: str) -> Cost:
    """Return the cost of a command that finds nothing of an earlier build."""
    for folder in ("build", "site"):
        shutil.rmtree(root / folder, ignore_errors=True)
    return cost_of(module, *arguments)


def _rendering(root: Path) -> Rendering:
    """Render the pages of the last build with our look, then plain."""
    build = root / "build"
    (build / "plain.yml").write_text(plain_configuration(build / "pages"), encoding="utf-8")
    ours, plain = _rendered(build / "mkdocs.yml"), _rendered(build / "plain.yml")
    return Rendering(_pages(root), ours.seconds, plain.seconds, ours.peak, plain.peak)


def _rendered(config: Path) -> Cost:
    site = config.parent / "rendered"
    shutil.rmtree(site, ignore_errors=True)
    arguments = ("--strict", "--quiet", "--config-file", str(config), "--site-dir", str(site))
    return cost_of("mkdocs", "build", *arguments)


def _pages(root: Path) -> int:
    return sum(1 for _ in (root / "build" / "pages").rglob("*.md"))


if __name__ == "__main__":
    main()
