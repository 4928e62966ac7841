"""How does Markdown become the site? With MkDocs, the last and replaceable step."""

import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator.dialect import extensions
from generator.model.site import Site
from generator.policy import CONTENT_SECURITY_POLICY
from generator.write import write

PROJECT = Path(__file__).resolve().parent.parent
"""Where ``mkdocs.yml`` and the theme are; the records may be elsewhere."""


class RenderError(Exception):
    """MkDocs refused the pages; what it said."""


def render(site: Site, *, pages: Path, target: Path, work: Path, today: datetime.date) -> None:
    """Render the folder ``pages`` into the folder ``target``, which is replaced only by a whole new site.

    ``work`` is a folder for what is needed on the way. Raises ``RenderError`` if MkDocs warns or fails.
    """
    config, fresh = work / "mkdocs.yml", work / "site.new"
    write(config, configuration(site, pages=pages, target=fresh, config=config))
    shutil.rmtree(fresh, ignore_errors=True)
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(config)],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _noon(today)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode != 0:
        raise RenderError((finished.stderr + finished.stdout).strip())
    _swap(fresh, target, old=work / "site.old")


def configuration(site: Site, *, pages: Path, target: Path, config: Path) -> bytes:
    """Return the MkDocs settings that come from the records; the rest is inherited from ``mkdocs.yml``."""
    settings: dict[str, Any] = {
        "INHERIT": _from(config.parent, PROJECT / "mkdocs.yml"),
        "site_name": site.name,
        "site_description": site.description,
        "site_url": site.address,
        "docs_dir": _from(config.parent, pages),
        "site_dir": _from(config.parent, target),
        "theme": {"custom_dir": _from(config.parent, PROJECT / "generator" / "theme")},
        "markdown_extensions": [{name: settings} for name, settings in extensions().items()],
        "extra": {
            "policy": CONTENT_SECURITY_POLICY,
            "notice": site.notice,
            "publisher": site.publisher.model_dump(exclude_none=True),
            "repository": None if site.repository is None else site.repository.address.rstrip("/"),
            "branch": None if site.repository is None else site.repository.branch,
        },
    }
    # JSON is YAML, and no text of the records can be taken for anything else in it.
    return json.dumps(settings, ensure_ascii=False, indent=2).encode() + b"\n"


def _from(start: Path, path: Path) -> str:
    return Path(os.path.relpath(path.resolve(), start.resolve())).as_posix()


def _noon(today: datetime.date) -> str:
    return str(int(datetime.datetime.combine(today, datetime.time(12), datetime.UTC).timestamp()))


def _swap(fresh: Path, target: Path, *, old: Path) -> None:
    """Put the new site where the old one was; between two renames there is never half a site."""
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)
