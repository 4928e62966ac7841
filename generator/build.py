"""What becomes of the records? The whole way from files to pages, to be read aloud."""

import datetime
from pathlib import Path
from typing import NamedTuple

from generator.abbreviations import Abbreviations
from generator.archive import public
from generator.calendar import calendar_files
from generator.derive import Derived, derive
from generator.feeds import feed_files
from generator.links import Linker
from generator.load import Records, load, problems_of
from generator.pages import pages_of
from generator.problems import Problem, has_errors
from generator.redirects import redirects
from generator.rules import check
from generator.sitemap import sitemap


class Checked(NamedTuple):
    """The records of a root and everything that is wrong with them, sorted."""

    records: Records
    problems: tuple[Problem, ...]

    @property
    def is_good(self) -> bool:
        """Return whether pages may be made of the records; warnings do not stop them."""
        return not has_errors(self.problems)


def checked(root: Path, *, today: datetime.date) -> Checked:
    """Return the records below ``root`` with all their problems."""
    records, complaints, problems = load(root)
    complaints += check(records, today=today)
    return Checked(records, tuple(sorted({*problems, *problems_of(complaints, records)})))


def site_of(records: Records, *, today: datetime.date) -> dict[str, bytes]:
    """Return the whole site of checked records, as known on ``today``, as files: pages, media, feeds, the sitemap.

    Paths are relative to the folder of pages. The same records and day give the same bytes.
    """
    derived = derive(public(records, today=today))
    archive = derived.archive
    files = {f"khao-sat/{path}": content for path, content in archive.media.items()}
    files |= feed_files(derived) | calendar_files(derived)
    return files | _pages(derived, files) | redirects(derived)


def _pages(derived: Derived, files: dict[str, bytes]) -> dict[str, bytes]:
    archive = derived.archive
    linker = Linker(files)
    abbreviations = Abbreviations(archive.glossary)
    pages: dict[str, bytes] = {}
    for page in pages_of(derived):
        front, mark, body = page.text.partition("\n---\n")
        text = linker.finish(page.address, abbreviations.explain(body), front=front + mark)
        pages[f"{page.address}index.md"] = text.encode()
    linker.prove()
    pages["sitemap.xml"] = sitemap(archive.site.address, pages)
    return pages
