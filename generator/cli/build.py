"""How are the records made into the site? Checks, writes, renders; an error leaves the last good site."""

import datetime
from argparse import Namespace
from pathlib import Path
from typing import NamedTuple

from generator.build import checked, site_of
from generator.cli.check import as_page, report
from generator.cli.options import AS_OF, FORMAT, ROOT, TODAY, Command, days
from generator.cli.voice import tell
from generator.load import KEPT_PICTURES
from generator.model.site import Site
from generator.problems import visible
from generator.render import PROJECT, RenderError, foreign, missing, render
from generator.stamp import of_inputs, of_state
from generator.strings import say, words
from generator.vietnamese.dates import show_day
from generator.workplace import replace, workplace
from generator.write import sync, write


class Asked(NamedTuple):
    """The folder of the records, the days of the check and of the site, and the form of the report."""

    root: Path
    today: datetime.date
    as_of: datetime.date
    format: str = "text"


class Made(NamedTuple):
    """Whether the site is good now, and if not, why, as it was printed."""

    is_good: bool
    why_not: str = ""


def run(given: Namespace) -> int:
    """Build ``site/`` from the records; return 1 and change nothing if there is an error in them."""
    return 0 if make(Asked(given.root, *days(given), given.format)).is_good else 1


COMMAND = Command((ROOT, TODAY, AS_OF, FORMAT), run)


def make(asked: Asked) -> Made:
    """Build ``site/`` and print what was done; the last good site stays where anything is wrong.

    Raises ``OSError`` and ``UnfitSiteError`` where the machine is to blame; then, too, it stays.
    """
    root = asked.root
    with workplace(root / "build", root / "site", tell=lambda event: tell(say(f"interface.event.{event}"))) as own:
        try:
            return _made(asked, own)
        except RenderError as error:
            why_not = say("interface.render_failed", reason=error)
            tell(why_not)
            return Made(is_good=False, why_not=why_not)


def _made(asked: Asked, own: Path) -> Made:
    root = asked.root
    pages, site, stamp = root / "build" / "pages", root / "site", root / "build" / "stamp"
    read = (root / "data", root / "content", PROJECT / "generator", PROJECT / "mkdocs.yml")
    before = of_state(*read)
    inputs = of_inputs(read, settings=f"{asked.today} {asked.as_of}")
    if stamp.is_file() and stamp.read_bytes() == _stamp(inputs, of_state(pages), of_state(site)):
        tell(say("interface.nothing_changed"))
        return Made(is_good=True)
    found = checked(root, today=asked.today)
    sync(root / KEPT_PICTURES, found.records.kept_pictures)
    report(found, asked.format, root=root)
    if not found.is_good or found.records.site is None:
        tell(say("interface.left_alone"))
        return Made(is_good=False, why_not=as_page(found))
    stamp.unlink(missing_ok=True)
    files = site_of(found.records, today=asked.as_of, built=asked.today)
    written, deleted, unchanged = sync(pages, files)
    tell(say("interface.written", written=written, deleted=deleted, unchanged=unchanged))
    synced, fresh = of_state(pages), own / "site"
    render(_as_of_notice(found.records.site, asked), pages=pages, target=fresh, work=own, today=asked.as_of)
    if lacking := missing(files, fresh):
        raise RenderError(say("interface.lacking", files=", ".join(lacking[:5]), count=len(lacking)))
    if strange := foreign(fresh):
        page, tags = next(iter(strange.items()))
        raise RenderError(say("interface.foreign", page=page, tag=visible(tags[0]), count=len(strange)))
    # Only what this run wrote is counted, before anybody else could touch it.
    rendered = of_state(fresh)
    replace(site, fresh, own=own)
    if of_state(*read) == before:  # else it was edited meanwhile, and perhaps back again
        write(stamp, _stamp(inputs, synced, rendered))
    tell(say("interface.built", site=site))
    return Made(is_good=True)


def _stamp(*digests: str) -> bytes:
    return " ".join(digests).encode()


def _as_of_notice(site: Site, asked: Asked) -> Site:
    """Return the settings of the site, which says on every page when it is shown as of an earlier day."""
    if asked.as_of == asked.today:
        return site
    notice = say("interface.as_of_notice", day=show_day(asked.as_of, words("dates")))
    return site.model_copy(update={"notice": " ".join(filter(None, (site.notice, notice)))})
