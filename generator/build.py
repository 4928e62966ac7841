"""What becomes of the records? The whole way from files to pages, to be read aloud."""

import datetime
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator import addresses
from generator.abbreviations import Abbreviations
from generator.archive import Archive, public
from generator.article_links import Seen, complaints_about_links
from generator.calendar import calendar_files
from generator.day_file import day_file
from generator.derive import Derived, derive
from generator.feeds import feed_files
from generator.headings import anchored
from generator.links import Linker
from generator.load import Records, load, problems_of
from generator.pages import front_matter, pages_of
from generator.problems import Problem, Severity, has_errors
from generator.redirects import copies, redirects
from generator.register import Register, register_of
from generator.rules import check
from generator.sitemap import sitemap
from generator.sound import sound


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
    found = {*problems, *problems_of(complaints, records)}
    links = complaints_about_links(records.articles.values(), _seen(records, found, today=today))
    return Checked(records, tuple(sorted(_without_echoes({*found, *problems_of(list(links), records)}))))


def _without_echoes(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems but for those that yield to what else is wrong at their place."""
    found = list(problems)
    places = {(each.file, each.line, each.column) for each in found if not each.yields}
    yield from (each for each in found if not each.yields or (each.file, each.line, each.column) not in places)


def _seen(records: Records, problems: Iterable[Problem], *, today: datetime.date) -> Seen | None:
    """Return what readers could see of the records that hold by themselves, None without the site's settings."""
    known, set_aside = sound(records, {each.file for each in problems if each.severity is Severity.ERROR})
    if known.site is None:
        return None
    archive = public(known, today=today)
    return Seen(register_of(derive(archive)), _media(archive).keys(), set_aside)


def site_of(records: Records, *, today: datetime.date, built: datetime.date | None = None) -> dict[str, bytes]:
    """Return the whole site of checked records, as known on ``today``, as files: pages, media, feeds, the sitemap.

    Paths are relative to the folder of pages. The same records and day give the same bytes; on another day just
    those files differ that show something which turned, and the one of ``addresses.DAY``. ``built`` is the day
    of the build, where the site is to show an earlier one.
    """
    derived = derive(public(records, today=today))
    register = register_of(derived)
    archive = derived.archive
    files = _media(archive)
    files |= feed_files(derived, register) | calendar_files(derived, register)
    files |= copies(register, files)
    files[addresses.DAY] = day_file(today, built=built or today)
    files |= _pages(derived, register, files)
    return files | redirects(archive.site, register) | {"sitemap.xml": sitemap(archive.site, register)}


def _media(archive: Archive) -> dict[str, bytes]:
    return {f"{addresses.SURVEYS}{path}": content for path, content in archive.media.items()}


def _pages(derived: Derived, register: Register, files: dict[str, bytes]) -> dict[str, bytes]:
    linker = Linker(files)
    abbreviations = Abbreviations(derived.archive.glossary)
    pages: dict[str, bytes] = {}
    for head, body in pages_of(derived, register):
        address = head.address
        text = linker.finish(address, anchored(abbreviations.explain(body)))
        front = front_matter(head, partial(linker.relative, address))
        pages[f"{address}index.md"] = (front + text).encode()
    for address, entry in register.entries.items():
        linker.expect(address, entry.anchors)
    linker.prove()
    return pages
