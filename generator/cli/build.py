"""How are the records made into the site? Checks, writes, renders; an error leaves the last good site."""

from typing import NamedTuple

from generator.build import checked, site_of
from generator.cli.asked import Asked
from generator.cli.check import as_page, report
from generator.model.site import Site
from generator.render import PROJECT, RenderError, render
from generator.stamp import of_inputs, of_outputs
from generator.strings import say, words
from generator.vietnamese.dates import show_day
from generator.write import sync, write


class Made(NamedTuple):
    """Whether the site is good now, and if not, why, as it was printed."""

    is_good: bool
    why_not: str = ""


def run(asked: Asked) -> int:
    """Build ``site/`` from the records; return 1 and change nothing if there is an error in them."""
    return 0 if make(asked).is_good else 1


def make(asked: Asked) -> Made:
    """Build ``site/`` and print what was done; the last good site stays where anything is wrong."""
    root = asked.root
    pages, site, stamp = root / "build" / "pages", root / "site", root / "build" / "stamp"
    inputs = of_inputs(
        [root / "data", root / "content", PROJECT / "generator", PROJECT / "mkdocs.yml"],
        settings=f"{asked.today} {asked.as_of}",
    )
    if stamp.is_file() and stamp.read_text() == f"{inputs} {of_outputs([pages, site])}":
        print(say("interface.nothing_changed"))
        return Made(is_good=True)
    found = checked(root, today=asked.today)
    report(found, asked.format, root=root)
    if not found.is_good or found.records.site is None:
        print(say("interface.left_alone"))
        return Made(is_good=False, why_not=as_page(found))
    stamp.unlink(missing_ok=True)
    written, deleted, unchanged = sync(pages, site_of(found.records, today=asked.as_of))
    print(say("interface.written", written=written, deleted=deleted, unchanged=unchanged))
    settings = _as_of_notice(found.records.site, asked)
    try:
        render(settings, pages=pages, target=site, work=root / "build", today=asked.as_of)
    except RenderError as error:
        why_not = say("interface.render_failed", reason=error)
        print(why_not)
        return Made(is_good=False, why_not=why_not)
    write(stamp, f"{inputs} {of_outputs([pages, site])}".encode())
    print(say("interface.built", site=site))
    return Made(is_good=True)


def _as_of_notice(site: Site, asked: Asked) -> Site:
    """Return the settings of the site, which says on every page when it is shown as of an earlier day."""
    if asked.as_of == asked.today:
        return site
    notice = say("interface.as_of_notice", day=show_day(asked.as_of, words("dates")))
    return site.model_copy(update={"notice": " ".join(filter(None, (site.notice, notice)))})
