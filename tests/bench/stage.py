"""What does each stage of a build cost by itself? Run by the bench as a process, prints JSON."""

import datetime
import json
import resource
import sys
from pathlib import Path
from unittest.mock import patch

from generator.build import checked, site_of
from generator.cli import build as command
from generator.cli.asked import Asked
from generator.model.site import Site
from generator.problems import as_text
from generator.render import configuration
from generator.write import sync, write
from tests.bench.council import TODAY


def check(root: Path) -> dict[str, float]:
    """Read and check the records."""
    start = _spent()
    found = checked(root, today=TODAY)
    if found.problems:
        raise SystemExit("\n".join(map(as_text, found.problems[:5])))
    return {"check": _spent() - start}


def generate(root: Path) -> dict[str, float]:
    """Read and check the records, make all pages in memory, and write them."""
    start = _spent()
    records = checked(root, today=TODAY).records
    are_checked = _spent()
    files = site_of(records, today=TODAY)
    are_made = _spent()
    sync(root / "build" / "pages", files)
    return {
        "check": are_checked - start,
        "generate": are_made - are_checked,
        "write": _spent() - are_made,
        "pages": sum(path.endswith(".md") for path in files),
    }


def build(root: Path) -> dict[str, float]:
    """Run the command ``build`` as it is, but for the renderer, which only leaves its configuration."""
    start = _spent()
    with patch("generator.cli.build.render", _configure_only):
        code = command.run(Asked(root, TODAY, "text", 0))
    return {"build": _spent() - start, "code": code}


def _configure_only(site: Site, *, pages: Path, target: Path, work: Path, today: datetime.date) -> None:
    target.mkdir(exist_ok=True)
    config = work / "mkdocs.yml"
    write(config, configuration(site, pages=pages, target=target, config=config))


def _spent() -> float:
    """Return the CPU seconds that this process and its children have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


STAGES = {"check": check, "generate": generate, "build": build}

if __name__ == "__main__":
    print(json.dumps(STAGES[sys.argv[1]](Path(sys.argv[2]))))
