"""The sites under test: how they are built, and small records for tests that need their own."""

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.build import checked, site_of
from generator.load import Records
from generator.model.site import Site
from generator.problems import as_text
from generator.render import PROJECT, configuration, render
from generator.write import sync, write

TODAY = datetime.date(2026, 11, 22)
EXAMPLE = PROJECT / "tests" / "example"


class Built(NamedTuple):
    """A site with all the steps that led to it."""

    root: Path
    records: Records
    settings: Site
    files: dict[str, bytes]
    """What the generator made of the records."""
    pages: Path
    site: Path

    @property
    def html(self) -> list[Path]:
        """Every HTML file of the site that was rendered from a page."""
        found = sorted(set(self.site.rglob("*.html")) - set(self.redirects))
        assert found, "a site without pages proves nothing"
        return found

    @property
    def redirects(self) -> list[Path]:
        """The HTML files that stand at former addresses and lead to the present ones."""
        return [self.site / path for path in sorted(self.files) if path.endswith(".html")]

    def address(self, html: Path) -> str:
        """The address of an HTML file, relative to the site."""
        return html.relative_to(self.site).as_posix().removesuffix("index.html")


def good_records(root: Path, today: datetime.date = TODAY) -> Records:
    """Return the records below ``root``; fail with the first problems if there is an error in them."""
    found = checked(root, today=today)
    assert found.is_good, "\n".join(as_text(problem) for problem in found.problems[:9])
    return found.records


def built(root: Path, folder: Path, today: datetime.date = TODAY) -> Built:
    """Build the site of ``root`` into ``folder``, step by step as the command does."""
    records = good_records(root, today)
    assert records.site is not None
    files = site_of(records, today=today)
    pages, site, work = folder / "build" / "pages", folder / "site", folder / "build"
    sync(pages, files)
    render(records.site, pages=pages, target=site, work=work, today=today)
    return Built(root, records, records.site, files, pages, site)


def mkdocs(settings: Site, *, pages: Path, target: Path, work: Path) -> str:
    """Render ``pages`` strictly with the project's own configuration; return all that MkDocs says."""
    config = work / "mkdocs.yml"
    write(config, configuration(settings, pages=pages, target=target, config=config))
    noon = datetime.datetime.combine(TODAY, datetime.time(12), datetime.UTC)
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)],
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout + finished.stderr


def pages_of_the_nav() -> list[str]:
    """Return the Markdown files that the fixed navigation names."""
    nav = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    return [text for text in _leaves(nav) if text.endswith(".md")]


def content_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def state_of(*folders: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file below folders with its content and the time of its last change."""
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _leaves(inner)
    else:
        for inner in value:
            yield from _leaves(inner)
