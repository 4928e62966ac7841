"""How are the records made into the site? Checks, writes, renders; an error leaves the last good site."""

from generator.build import checked, site_of
from generator.cli.asked import Asked
from generator.cli.check import report
from generator.render import PROJECT, RenderError, render
from generator.stamp import of_inputs, of_outputs
from generator.strings import words
from generator.write import sync, write


def run(asked: Asked) -> int:
    """Build ``site/`` from the records; return 1 and change nothing if there is an error in them."""
    says = words("interface")
    root = asked.root
    pages, site, stamp = root / "build" / "pages", root / "site", root / "build" / "stamp"
    inputs = of_inputs(
        [root / "data", root / "content", PROJECT / "generator", PROJECT / "mkdocs.yml"],
        settings=str(asked.today),
    )
    if stamp.is_file() and stamp.read_text() == f"{inputs} {of_outputs([pages, site])}":
        print(says["nothing_changed"])
        return 0
    found = checked(root, today=asked.today)
    report(found, asked.format)
    if not found.is_good or found.records.site is None:
        print(says["left_alone"])
        return 1
    stamp.unlink(missing_ok=True)
    written = sync(pages, site_of(found.records, today=asked.today))
    print(says["written"].format(**written._asdict()))
    try:
        render(found.records.site, pages=pages, target=site, work=root / "build", today=asked.today)
    except RenderError as error:
        print(says["render_failed"].format(reason=error))
        return 1
    write(stamp, f"{inputs} {of_outputs([pages, site])}".encode())
    print(says["built"].format(site=site))
    return 0
