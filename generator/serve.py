"""How does a change show at once? A server for editors that survives broken records and shows what is wrong."""

import datetime
import html
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from generator.build import checked
from generator.problems import as_text, summary
from generator.render import PROJECT
from generator.strings import words

_PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body style="font: 1rem/1.6 system-ui; margin: 2rem auto; max-width: 60rem; padding: 0 1rem">
<h1>{title}</h1><p>{lead}</p><pre style="white-space: pre-wrap">{body}</pre></body></html>
"""


def serve(root: Path, *, port: int, today: datetime.date, rebuild: Callable[[], bool]) -> None:
    """Serve ``root``'s site on this machine until interrupted; ``rebuild`` returns whether the site is good."""
    broken = root / "build" / "broken"
    broken.mkdir(parents=True, exist_ok=True)

    def build() -> None:
        # While the records are broken every address answers with the problems: an empty folder is served,
        # and what is not found is explained. The last good site stays where it is.
        server.root = str((root / "site" if rebuild() else broken).resolve())

    def explained(code: int) -> bytes:
        if server.root != str(broken.resolve()):
            page = root / "site" / "404.html"
            return page.read_bytes() if page.is_file() else str(code).encode()
        return problem_page(root, today=today)

    server = LiveReloadServer(build, "127.0.0.1", port, str(root / "site"))
    server.error_handler = explained
    for folder in (root / "data", root / "content", PROJECT / "generator", PROJECT / "mkdocs.yml"):
        if folder.exists():
            server.watch(str(folder))
    build()
    try:
        server.serve()  # type: ignore[no-untyped-call] # mkdocs types only a part of this module
    except KeyboardInterrupt:
        server.shutdown(wait=True)


def problem_page(root: Path, *, today: datetime.date) -> bytes:
    """Return a page that lists every problem and reloads itself until there is none."""
    found = checked(root, today=today)
    says = words("interface")
    body = "\n\n".join([*(as_text(problem) for problem in found.problems), summary(found.problems)])
    return _PAGE.format(
        title=html.escape(says["broken_title"]), lead=html.escape(says["broken_lead"]), body=html.escape(body)
    ).encode()
