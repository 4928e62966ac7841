"""What becomes of the records? The whole way from files to pages, to be read aloud."""

import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.abbreviations import Abbreviations
from generator.archive import public
from generator.calendar import calendar_files
from generator.derive import Derived, derive
from generator.feeds import feed_files
from generator.links import Linker
from generator.load import Records, load, problems_of
from generator.pages import front_matter, pages_of
from generator.problems import Problem, has_errors
from generator.redirects import redirects
from generator.register import Register, register_of
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
    register = register_of(derived)
    archive = derived.archive
    files = {f"khao-sat/{path}": content for path, content in archive.media.items()}
    files |= feed_files(derived, register) | calendar_files(derived, register)
    files |= _pages(derived, register, files)
    return files | redirects(archive.site, register) | {"sitemap.xml": sitemap(archive.site, register)}


def _pages(derived: Derived, register: Register, files: dict[str, bytes]) -> dict[str, bytes]:
    linker = Linker(files)
    abbreviations = Abbreviations(derived.archive.glossary)
    pages: dict[str, bytes] = {}
    for head, body in pages_of(derived, register):
        address = head.address
        text = linker.finish(address, abbreviations.explain(body))
        front = front_matter(head, partial(linker.relative, address))
        pages[f"{address}index.md"] = (front + text).encode()
    for address, entry in register.entries.items():
        linker.expect(address, entry.anchors)
    linker.prove()
    return pages
