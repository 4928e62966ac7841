"""Measure how the time and memory of a build grow with the number of records; prints tables, writes nothing here.

CPU seconds are of the process and its children; each measurement is a process of its own. Machines are noisy:
believe ratios and medians, and compare only what one run has measured.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.archive import write_archive
from tests.bench.council import TODAY
from tests.bench.measure import Cost, cost_of
from tests.bench.plain import plain_configuration
from tests.bench.report import Again, Ours, Rendering, again_table, ours_table, rendering_table, targets

SURVEYS = (100, 1_000, 5_000, 10_000)
WITH_MKDOCS = 1_000
"""Larger archives are rendered only when asked: MkDocs takes minutes for them."""


def main() -> None:
    """Measure what was asked for, and print it as it comes."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        for surveys in asked.surveys:
            write_archive(Path(temporary, str(surveys)), surveys)
        roots = {surveys: Path(temporary, str(surveys)) for surveys in asked.surveys}
        rendered = {each: root for each, root in roots.items() if asked.mkdocs_all or each <= WITH_MKDOCS}
        ours = {surveys: _ours(root, asked.rounds) for surveys, root in roots.items()}
        print(ours_table(ours), flush=True)
        again = {surveys: _again(root, asked.rounds) for surveys, root in roots.items()}
        whole = {} if asked.no_mkdocs else {surveys: _whole_again(root) for surveys, root in rendered.items()}
        print(again_table(again, whole), flush=True)
        rendering = (
            {} if asked.no_mkdocs else {each: _rendering(root, asked.rounds) for each, root in rendered.items()}
        )
        print(rendering_table(rendering), flush=True)
        print(targets(ours, again, rendering))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--surveys", type=int, nargs="+", default=SURVEYS, help="sizes of the archives")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured; medians are shown")
    parser.add_argument("--no-mkdocs", action="store_true", help="measure only our own stages")
    parser.add_argument("--mkdocs-all", action="store_true", help=f"render more than {WITH_MKDOCS:,} surveys too")
    return parser.parse_args()


def _ours(root: Path, rounds: int) -> Ours:
    checks = [cost_of("tests.bench.stage", "check", str(root)) for _ in range(rounds)]
    wholes = [_fresh(root, "tests.bench.stage", "generate", str(root)) for _ in range(rounds)]
    stages = [json.loads(each.said) for each in wholes]
    check, generate, write, pages = (
        median(each[name] for each in stages) for name in ("check", "generate", "write", "pages")
    )
    peaks = [max(each.peak for each in costs) for costs in (checks, wholes)]
    return Ours(int(pages), check, generate, write, *peaks)


def _again(root: Path, rounds: int) -> Again:
    arguments = ("tests.bench.stage", "build", str(root))
    pairs = [(_fresh(root, *arguments).seconds, cost_of(*arguments).seconds) for _ in range(rounds)]
    return Again(*(median(column) for column in zip(*pairs, strict=True)))


def _whole_again(root: Path) -> Again:
    arguments = ("generator", "build", "--root", str(root), "--today", str(TODAY))
    return Again(_fresh(root, *arguments).seconds, cost_of(*arguments).seconds)


def _fresh(root: Path, module: str, *arguments: str) -> Cost:
    """Return the cost of a command that finds nothing of an earlier build."""
    for folder in ("build", "site"):
        shutil.rmtree(root / folder, ignore_errors=True)
    return cost_of(module, *arguments)


def _rendering(root: Path, rounds: int) -> Rendering:
    """Render the pages of the last build in turn with our look and plain."""
    build = root / "build"
    (build / "plain.yml").write_text(plain_configuration(build / "pages"), encoding="utf-8")
    costs = [(_rendered(build / "mkdocs.yml"), _rendered(build / "plain.yml")) for _ in range(rounds)]
    ours, plain = zip(*costs, strict=True)
    return Rendering(
        pages=sum(1 for _ in (build / "pages").rglob("*.md")),
        ours=[each.seconds for each in ours],
        plain=[each.seconds for each in plain],
        peak=max(each.peak for each in ours),
        plain_peak=max(each.peak for each in plain),
    )


def _rendered(config: Path) -> Cost:
    site = config.parent / "rendered"
    shutil.rmtree(site, ignore_errors=True)
    arguments = ("--strict", "--quiet", "--config-file", str(config), "--site-dir", str(site))
    return cost_of("mkdocs", "build", *arguments)


if __name__ == "__main__":
    main()
