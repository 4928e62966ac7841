"""What does each stage of a build cost by itself? Run by the bench as a process, prints JSON."""

import datetime
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from generator.cli import build as command
from generator.cli.main import main
from generator.model.site import Site
from generator.render import configuration
from generator.write import write
from tests.bench.council import TODAY
from tests.bench.measure import peak, spent

STAGES = {"checked": "check", "site_of": "generate", "sync": "write"}
"""The functions that the command ``build`` calls one after the other, and what the bench calls them."""


def build(root: Path) -> dict[str, float]:
    """Run the command ``build`` but for the renderer, and return what it and its stages cost.

    Seconds are CPU seconds. A peak is the most memory that was in use until the end of its stage.
    """
    costs: dict[str, float] = {}
    changed: dict[str, Any] = {
        name: _watched(getattr(command, name), stage, costs) for name, stage in STAGES.items()
    }
    with patch.multiple(command, **changed, render=_configure_only):
        code = main(["build", "--root", str(root), "--today", str(TODAY)])
    if code != 0:
        sys.exit(code)
    return costs


def _watched(work: Callable[..., Any], stage: str, costs: dict[str, float]) -> Callable[..., Any]:
    def watched(*arguments: Any, **named: Any) -> Any:
        start = spent()
        result = work(*arguments, **named)
        costs[stage] = spent() - start
        costs[f"peak of {stage}"] = peak()
        return result

    return watched


def _configure_only(site: Site, *, pages: Path, target: Path, work: Path, today: datetime.date) -> None:
    """Leave the configuration for MkDocs, and no site."""
    del today
    target.mkdir(exist_ok=True)
    config = work / "mkdocs.yml"
    write(config, configuration(site, pages=pages, target=target, config=config))


if __name__ == "__main__":
    print(json.dumps(build(Path(sys.argv[1]))))
