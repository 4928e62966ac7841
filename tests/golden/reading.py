"""What does an HTML file say, and where does it lead? A small reader made of the standard library."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
OPTIONAL_END = {"html", "body", "head", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody"}
LOADS = {
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("input", "src"),
    ("link", "href"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("track", "src"),
    ("video", "poster"),
    ("video", "src"),
}
"""What a browser fetches without being asked."""
FOLLOWED = {("a", "href"), ("area", "href"), ("form", "action")}
"""What a reader may follow."""
NOT_FETCHED = {"canonical", "alternate", "prev", "next", "license"}
"""Relations of a ``link`` element that are statements, not requests."""
_BLANKS = re.compile(r"\s+")


class Reference(NamedTuple):
    """An address in an HTML file: where it stands, what is written, whether a browser fetches it unasked."""

    tag: str
    target: str
    is_loaded: bool


class Reading(HTMLParser):
    """An HTML file, read once."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language: str | None = None
        self.title = ""
        self.metas: dict[str, str] = {}
        self.canonical: str | None = None
        self.ids: list[str] = []
        self.references: list[Reference] = []
        self.headings: list[tuple[int, str]] = []
        self.images: list[dict[str, str | None]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self._texts: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open if tag not in OPTIONAL_END]

    @property
    def text(self) -> str:
        """What a reader sees, blanks and line breaks as one blank."""
        return _BLANKS.sub(" ", "".join(self._texts)).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        found = dict(attrs)
        self.elements.append((tag, found))
        self._look_at(tag, found)
        if tag not in VOID and not self._is_inside("svg"):
            self._open.append(tag)
        if tag in {"br", "p", "li", "td", "th", "dt", "dd", "div"} or self._heading(tag):
            self._texts.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._look_at(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if self._is_inside("svg") and tag != "svg":
            return
        while self._open and self._open[-1] != tag and self._open[-1] in OPTIONAL_END:
            self._open.pop()
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing; open: {self._open[-3:]}")

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "head" in self._open:
            self.title += data
            return
        if self._open and (level := self._heading(self._open[-1]) or self._inner_heading()):
            last, text = self.headings[-1]
            assert last == level
            self.headings[-1] = (last, text + data)
        if not {"script", "style", "head"} & set(self._open):
            self._texts.append(data)

    def _look_at(self, tag: str, found: dict[str, str | None]) -> None:
        if tag == "html":
            self.language = found.get("lang")
        if tag == "meta" and (name := found.get("name") or found.get("property") or found.get("http-equiv")):
            self.metas[name] = found.get("content") or ""
        if tag == "img":
            self.images.append(found)
        if (level := self._heading(tag)) is not None:
            self.headings.append((level, ""))
        if (identifier := found.get("id")) is not None:
            self.ids.append(identifier)
        relation = found.get("rel") or ""
        if tag == "link" and relation == "canonical":
            self.canonical = found.get("href")
        for name, value in found.items():
            if value is not None and (tag, name) in LOADS | FOLLOWED:
                is_loaded = (tag, name) in LOADS and not (tag == "link" and relation in NOT_FETCHED)
                self.references.append(Reference(tag, value.strip(), is_loaded))

    def _is_inside(self, tag: str) -> bool:
        return tag in self._open

    def _inner_heading(self) -> int | None:
        return next((level for tag in self._open if (level := self._heading(tag)) is not None), None)

    @staticmethod
    def _heading(tag: str) -> int | None:
        return int(tag[1]) if re.fullmatch("h[1-6]", tag) else None


@cache
def read(path: Path) -> Reading:
    """Return what an HTML file says; each file of a site is read once a session."""
    return Reading(path.read_text(encoding="utf-8"))


def dead_ends(site: Path, home: str, address: str) -> list[str]:
    """Return the references of the page at ``address`` that lead to no file, to no anchor or out of the site.

    ``home`` is the site's whole address, with its sub-path. Other hosts are not asked.
    """
    html = site / (f"{address}index.html" if not address or address.endswith("/") else address)
    # The page for what is not found answers at every address.
    start = urljoin(home, "khong/co/trang/" if address == "404.html" else address)
    return [
        f"{address or '/'}: <{each.tag}> {each.target}: {why}"
        for each in read(html).references
        if (why := _why_dead(site, home, start, each.target)) is not None
    ]


def other_hosts(home: str, page: Reading, *, loaded: bool) -> set[str]:
    """Return the hosts outside the site that a page fetches from (``loaded``) or leads to."""
    found = {
        urlsplit(urljoin(home, each.target)).netloc
        for each in page.references
        if each.is_loaded is loaded and urlsplit(urljoin(home, each.target)).scheme in ("http", "https")
    }
    return found - {urlsplit(home).netloc}


def skipped_levels(levels: list[int]) -> list[str]:
    """Return where a heading is more than one level below the one before it."""
    return [
        f"h{later} follows h{earlier}"
        for earlier, later in zip([0, *levels], levels, strict=False)
        if later > earlier + 1
    ]


def _why_dead(site: Path, home: str, start: str, target: str) -> str | None:
    whole = urlsplit(urljoin(start, target))
    if whole.scheme in ("mailto", "tel"):
        return None
    if whole.scheme not in ("http", "https"):
        return f"a link of the kind {whole.scheme}:"
    root = urlsplit(home).path
    is_elsewhere = not urljoin(start, target).startswith(home)
    if whole.netloc != urlsplit(home).netloc or (urlsplit(target).netloc and is_elsewhere):
        return None
    path = unquote(whole.path)
    if not path.startswith(root):
        return f"leads out of the site, to {path}"
    file = site / path.removeprefix(root)
    file = file / "index.html" if path.endswith("/") else file
    if not file.is_file():
        return "leads to no file"
    if whole.fragment and unquote(whole.fragment) not in read(file).ids:
        return "leads to no anchor"
    return None
