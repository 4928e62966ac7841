"""How is a site built, served under a sub-path and opened in Chromium for a test?"""

import datetime
import functools
import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, Route, ViewportSize

from generator import addresses
from generator.day_file import day_file
from generator.dialect import extensions
from generator.policy import CONTENT_SECURITY_POLICY

REPOSITORY = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "sample"
SUB_PATH = "/duong-dan/"
TODAY = datetime.date(2026, 11, 22)
"""The day on which the sites are built, and that of the readers' clock unless a test says another."""
AXE_SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
WIDTHS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desk": {"width": 1280, "height": 900},
}
_CLOCK = "{{ const ahead = Date.parse('{clock}') - Date.now(), now = Date.now; Date.now = () => now() + ahead }}"
"""Sets a page's clock and lets it go on: Material's search waits for the reader to pause, by that clock."""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SAMPLE_NAME = "Khảo sát của HĐND xã Mây Trắng"
SAMPLE_EXTRA: dict[str, Any] = {
    "notices": ["Ví dụ hư cấu: xã Mây Trắng không có thật."],
    "report": {
        "before": "viết cho ",
        "address": "hdnd@may-trang.example",
        "after": "",
        "page": None,
        "mail": "hdnd@may-trang.example",
    },
    "publisher": {
        "name": "Hội đồng nhân dân xã Mây Trắng",
        "governing_body": "Hội đồng nhân dân xã Mây Trắng",
        "responsible": "Thường trực Hội đồng nhân dân xã",
        "address": "Thôn Suối Đá, xã Mây Trắng",
        "phone": "0000 000 000",
        "email": "hdnd@may-trang.example",
        "reuse": "Khi dùng lại thông tin, đề nghị ghi rõ nguồn.",
    },
    "repository": "https://forge.example/may-trang/khao-sat",
    "branch": "main",
}


@dataclass
class Visit:
    """A page in Chromium and what went wrong in it."""

    page: Page
    base: str
    third_party: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)

    def open(self, address: str = "") -> Page:
        self.page.goto(self.base + address, wait_until="networkidle")
        return self.page


def build(docs: Path, site: Path, *, extra: dict[str, Any], site_name: str) -> Path:
    """Render `docs` with the repository's mkdocs.yml, strictly, as the generator does."""
    config = site.parent / f"{site.name}.yml"
    settings = {
        "INHERIT": str(REPOSITORY / "mkdocs.yml"),
        "site_name": site_name,
        "site_url": f"https://may-trang.example{SUB_PATH}",
        "docs_dir": str(docs),
        "site_dir": str(site),
        "theme": {"custom_dir": str(REPOSITORY / "generator" / "theme")},
        "markdown_extensions": [{name: settings} for name, settings in extensions().items()],
        "extra": {"policy": CONTENT_SECURITY_POLICY} | extra,
    }
    config.write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(config)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert run.returncode == 0, run.stderr
    (site / addresses.DAY).write_bytes(day_file(TODAY, built=TODAY))
    return site


@contextmanager
def serve(site_dir: Path, sub_path: str = SUB_PATH) -> Iterator[str]:
    """Serve a built site under a sub-path, as project pages on a forge do; give its address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            if not path.startswith(sub_path):
                return str(site_dir / "outside-the-sub-path")
            return super().translate_path("/" + path.removeprefix(sub_path))

        def send_error(self, code: int, *_: Any) -> None:
            body = (site_dir / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Stay quiet: a test says what it misses."""

    handler = functools.partial(Handler, directory=str(site_dir))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{sub_path}"
        server.shutdown()


@contextmanager
def visit(
    browser: Browser, base: str, *, width: str, scheme: Scheme, clock: str = f"{TODAY}T12:00+07:00", **options: Any
) -> Iterator[Visit]:
    """Open a page of one width and scheme; block and record requests to other origins.

    The reader's clock goes on from ``clock``.
    """
    context = browser.new_context(viewport=WIDTHS[width], color_scheme=scheme, locale="vi-VN", **options)
    context.set_default_timeout(120_000)
    context.add_init_script(_CLOCK.format(clock=clock))
    visited = Visit(context.new_page(), base)
    origin = base.split("/", 3)[:3]

    def guard(route: Route) -> None:
        visited.requested.append(route.request.url)
        if route.request.url.split("/", 3)[:3] == origin:
            route.continue_()
        else:
            visited.third_party.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    visited.page.on("pageerror", lambda error: visited.problems.append(str(error)))
    visited.page.on(
        "console",
        lambda message: visited.problems.append(message.text) if message.type == "error" else None,
    )
    yield visited
    context.close()


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, one line for each element."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    return [
        f"{rule['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
