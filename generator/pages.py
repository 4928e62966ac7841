"""Which template fills which entry of the register? The whole site as pages of Markdown."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any, NamedTuple

from markupsafe import Markup

from generator import addresses
from generator.articles import rendered_source
from generator.charts import bars, dots
from generator.derive import Derived
from generator.markdown import environment, escape
from generator.register import Register
from generator.register.articles import taken_anchors
from generator.strings import say
from generator.views import VIEWS
from generator.views.head import PageHead
from generator.wording.names import Link
from generator.wording.texts import excerpt, with_small_initial

DESCRIPTION = 160
_BLANK_LINES = re.compile(r"\n\n\n+")  # not \n{3,}, which is found eight times slower
_TRUSTED = re.compile(r"[A-Za-z0-9/#._-]*")


class Page(NamedTuple):
    """A page: what it says of itself, and its Markdown, where links of the site are ``@/address/#anchor``."""

    head: PageHead
    body: str


def pages_of(derived: Derived, register: Register) -> Iterator[Page]:
    """Yield the page of every entry of the register."""
    templates = environment()
    templates.globals |= {"address": _trusted, "anchor": _anchor, "items": _items, "bars": bars, "dots": dots}
    templates.globals["say"] = say
    templates.filters |= {"editorial": partial(_editorial, derived, register), "small": with_small_initial}
    for kind, views in VIEWS.items():
        template = templates.get_template(f"{kind}.md.j2")
        for view in views(derived, register.of_kind(kind)):
            yield Page(view.head, _BLANK_LINES.sub("\n\n", template.render(it=view)))


def front_matter(head: PageHead, link: Callable[[str], str]) -> str:
    """Return what the theme is told of a page; JSON is YAML, and leaves nothing to guess.

    ``link`` makes an address of the site one that holds on this page.
    """
    told: dict[str, Any] = {"title": head.title, "description": excerpt(head.description, DESCRIPTION)}
    if head.crumbs:
        told["breadcrumbs"] = [
            {"label": crumb.label}
            if crumb.address is None
            else {"label": crumb.label, "address": link(crumb.address)}
            for crumb in head.crumbs
        ]
    if head.following.feeds:
        told["feeds"] = [
            {"type": kind, "title": feed.title, "address": link(path)}
            for feed in head.following.feeds
            for kind, path in (("application/atom+xml", feed.atom), ("application/feed+json", feed.json))
            if path is not None
        ]
    if not head.is_searched:
        told["search"] = {"exclude": True}
    elif head.is_place:
        told["search"] = {"boost": 2}  # who types the name of a place wants its own page first
    if head.edit is not None:
        told["edit"] = head.edit
    if "/" in head.address:
        told["section"] = head.address.partition("/")[0] + "/"
    return f"---\n{json.dumps(told, ensure_ascii=False, indent=1)}\n---\n\n"


def _trusted(text: str) -> Markup:
    """Return an address or a code of our own making as it is; anything else here is a mistake of a template."""
    if _TRUSTED.fullmatch(text) is None:
        raise ValueError(f"a template takes {text!r} for an address or a code")
    return Markup(text)


def _editorial(derived: Derived, register: Register, article: Any) -> Markup:
    """Return an editors' article as Markdown; the rules for articles have judged it, perhaps as of another day."""

    def leads(link: str) -> str | None:
        path, _, _ = link.partition("#")
        is_file = path.removeprefix(f"/{addresses.SURVEYS}") in derived.archive.media
        found = register.today(link.removeprefix("/"))
        return link if is_file else None if found is None else f"/{found}"

    return Markup(rendered_source(article, taken_anchors(article), leads))


@lru_cache(maxsize=50_000)
def _anchor(link: Link) -> Markup:
    """Return a link; written here and not in a template because pages hold dozens of them, most again and again."""
    return Markup(f'<a href="@/{_trusted(link.address)}">{escape(link.label)}</a>')


def _items(links: Iterable[Link]) -> Markup:
    """Return links as the items of an HTML list."""
    return Markup("\n").join(Markup(f"<li>{_anchor(link)}</li>") for link in links)
