"""How does Markdown become the site? With MkDocs, the last and replaceable step."""

import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.dialect import extensions
from generator.model.site import Site
from generator.model.unit import Contact
from generator.policy import CONTENT_SECURITY_POLICY, breaches
from generator.strings import say
from generator.wording.site import error_report, mark_of, notices, site_name
from generator.write import write

PROJECT = Path(__file__).resolve().parent.parent
"""Where ``mkdocs.yml`` and the theme are; the records may be elsewhere."""


_REFUSED = re.compile(
    r"^(?:\w+Error): \[Errno (?P<number>[0-9]+)\] (?P<reason>[^:\n]+)(?:: .*'(?P<file>[^'\n]*)')?\Z", re.MULTILINE
)
"""The last line of a program that was ended by an ``OSError``."""


class RenderError(Exception):
    """MkDocs refused the pages; what it said."""


def render(site: Site, *, pages: Path, target: Path, work: Path, today: datetime.date) -> None:
    """Render the folder ``pages`` into the folder ``target``, in which there is nothing yet.

    ``work`` is a folder for what is needed on the way. Raises ``RenderError`` if MkDocs warns or fails, and
    ``OSError`` if it could not write.
    """
    config = work / "mkdocs.yml"
    write(config, configuration(site, pages=pages, target=target, config=config))
    # never with --quiet: then MkDocs counts no warning, and --strict refuses nothing
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _noon(today)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode != 0:
        raise _why((finished.stderr + finished.stdout).strip())


def missing(names: Iterable[str], target: Path) -> list[str]:
    """Return the files of the site that ought to have come of the files ``names`` of the pages, and did not."""
    expected = (re.sub(r"index\.md$", "index.html", name) for name in names)
    return sorted(name for name in expected if not (target / name).is_file())


def foreign(target: Path) -> dict[str, list[str]]:
    """Return the pages of a site that would run or load what the theme did not bring, and by which tags."""
    pages = ((path, breaches(path.read_text(encoding="utf-8"))) for path in sorted(target.rglob("*.html")))
    return {path.relative_to(target).as_posix(): found for path, found in pages if found}


def _why(said: str) -> RenderError | OSError:
    """Return why MkDocs ended: what the machine refused it, or what it refused itself."""
    refused = _REFUSED.search(said)
    if refused is None:
        return RenderError(said)
    return OSError(int(refused["number"]), refused["reason"], refused["file"])


def configuration(site: Site, *, pages: Path, target: Path, config: Path) -> bytes:
    """Return the MkDocs settings that come from the records; the rest is inherited from ``mkdocs.yml``."""
    report = error_report(site)
    settings: dict[str, Any] = {
        "INHERIT": _from(config.parent, PROJECT / "mkdocs.yml"),
        "site_name": site_name(site),
        "site_description": site.description,
        "site_url": site.address,
        "docs_dir": _from(config.parent, pages),
        "site_dir": _from(config.parent, target),
        "theme": {"custom_dir": _from(config.parent, PROJECT / "generator" / "theme")},
        "markdown_extensions": [{name: settings} for name, settings in extensions().items()],
        "extra": {
            "policy": CONTENT_SECURITY_POLICY,
            "mark": mark_of(site),
            "notices": notices(site),
            "report": None if report is None else report._asdict(),
            "licence": None if site.licence is None else site.licence.model_dump(exclude_none=True),
            "contact": {name: say(f"phrases.contact.{name}") for name in Contact.model_fields},
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
    noon = datetime.datetime.combine(today, datetime.time(12), datetime.UTC)
    return str(max(0, int(noon.timestamp())))  # the variable counts from 1970
