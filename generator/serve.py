"""How does a change show at once? A server for editors that survives broken records and shows what is wrong."""

import html
import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from generator.render import PROJECT
from generator.strings import say

_PAUSE = 0.5
"""Seconds between two looks at the files."""

_PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body style="font: 1rem/1.6 system-ui; margin: 2rem auto; max-width: 60rem; padding: 0 1rem">
<h1>{title}</h1><p>{lead}</p><pre style="white-space: pre-wrap">{body}</pre></body></html>
"""


_SCRIPTS = b"script-src &#39;self&#39;"
"""The part of the policy that says which scripts may run, as it stands in a page."""


def serve(root: Path, *, port: int, rebuild: Callable[[], str]) -> None:
    """Serve ``root``'s site on this machine until interrupted.

    ``rebuild`` builds it and returns why it could not, "" when the site is good.
    """
    broken = root / "build" / "broken"
    broken.mkdir(parents=True, exist_ok=True)
    why_not = ""

    def build() -> None:
        # While something is wrong every address answers with it: an empty folder is served, and what is not
        # found there is explained. The last good site stays where it is.
        nonlocal why_not
        why_not = rebuild()
        server.root = str((broken if why_not else root / "site").resolve())

    def explained(code: int) -> bytes:
        if why_not:
            return problem_page(why_not)
        page = root / "site" / "404.html"
        return page.read_bytes() if page.is_file() else str(code).encode()

    server = _Server(build, "127.0.0.1", port, str(root / "site"))
    server.error_handler = explained
    # Links are looked at, not followed: two that lead upwards would be followed for ever.
    server.observer = PollingObserverVFS(os.lstat, os.scandir, polling_interval=_PAUSE)  # type: ignore[assignment]
    for folder in (root / "data", root / "content", PROJECT / "generator", PROJECT / "mkdocs.yml"):
        if folder.exists():
            server.watch(str(folder))
    try:
        build()
        server.serve()  # type: ignore[no-untyped-call] # mkdocs types only a part of this module
    except KeyboardInterrupt:
        server.shutdown(wait=server.serve_thread.is_alive())


class _Server(LiveReloadServer):
    """A server whose pages reload themselves; the published policy would keep its script from running."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        allowed = page.replace(_SCRIPTS, _SCRIPTS + b" 'nonce-xem-thu'", 1)
        return allowed.replace(b"<script>", b'<script nonce="xem-thu">')  # a page of the site has no script in it


def problem_page(why_not: str) -> bytes:
    """Return a page that says what is wrong and reloads itself until it is mended."""
    return _PAGE.format(
        title=html.escape(say("interface.broken_title")),
        lead=html.escape(say("interface.broken_lead")),
        body=html.escape(why_not),
    ).encode()
