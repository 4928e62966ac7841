"""At which address does what stand, and from which template? The whole site as pages of Markdown."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from markupsafe import Markup

from generator import addresses
from generator.charts import bars, dots
from generator.derive import Derived
from generator.load import Article
from generator.markdown import environment, escape
from generator.strings import words
from generator.vietnamese.folding import anchor
from generator.views.board import boards, bodies, recommendation_pages
from generator.views.changes import correction_pages, update_pages
from generator.views.comparison import comparisons
from generator.views.cut import Slice
from generator.views.following import Following, following_site
from generator.views.lists import survey_lists, topic_list, unit_lists
from generator.views.measures import indicator_list, indicator_pages
from generator.views.others import article_view, glossary_view, home_view, notice_views, topic_pages
from generator.views.shown import Crumb, Link, excerpt
from generator.views.survey import survey_view
from generator.views.unit import unit_pages

DESCRIPTION = 160
_LISTS = frozenset(
    {
        "board",
        "bodies",
        "corrections",
        "indicator_list",
        "notice",
        "survey_list",
        "topic_list",
        "unit_group",
        "unit_list",
        "updates",
    }
)
"""Templates of pages that only repeat what stands elsewhere: the search leads to the thing itself."""
_BLANK_LINES = re.compile(r"\n\n\n+")  # not \n{3,}, which is found eight times slower
_TRUSTED = re.compile(r"[A-Za-z0-9/#._-]*")
_ARTICLE_SIGN = re.compile(
    r"(?P<code>^ {0,3}(?P<fence>`{3,}|~{3,})[\s\S]*?(?:^ {0,3}(?P=fence)|\Z)|`[^`\n]*`)"
    r"|(?P<link>\]\(/(?=[a-z0-9#)]))"
    r"|^(?P<level>#{2,4}) +(?P<heading>.+?) *#*$",
    re.MULTILINE,
)
ANCHORS_OF_HOME = ("kien-nghi", "moi-nhat", "tim")
"""The anchors of ``home.md.j2``: headings of the editors' text on the same page take others."""


class Page(NamedTuple):
    """A page as Markdown; links of the site are still written as ``@/address/#anchor``."""

    address: str
    text: str


def pages_of(derived: Derived) -> Iterator[Page]:
    """Yield every page of the site, each address once."""
    maker = _Maker(derived)
    yield from maker.editorial()
    yield from maker.surveys()
    yield from maker.units()
    yield from maker.recommendations()
    yield from maker.measures()
    yield from maker.catalogues()
    yield from maker.changes()


class _Maker:
    """Fills the templates for one archive."""

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        environs = environment()
        environs.globals |= {"address": _trusted, "anchor": _anchor, "items": _items, "bars": bars, "dots": dots}
        self._template = environs.get_template

    def editorial(self) -> Iterator[Page]:
        home = home_view(self._derived)
        article = home.article
        yield self._page(
            "home", home, addresses.HOME, article.title, article.description, body=_body(article, *ANCHORS_OF_HOME)
        )
        for article in self._derived.archive.articles.values():
            if article.id != "trang-chu":
                view = article_view(article)
                yield self._page(
                    "article", view, view.address, article.title, article.description, body=_body(article)
                )

    def surveys(self) -> Iterator[Page]:
        following = following_site(self._derived)
        for survey in self._derived.archive.surveys.values():
            view = survey_view(self._derived, survey, following=following)
            yield self._page("survey", view, view.address, view.title, view.description)
        for notice in notice_views(self._derived):
            yield self._listed("notice", notice, "withdrawn")
        for part in survey_lists(self._derived):
            if part.year is None:
                yield self._listed("survey_list", part, "surveys")
            else:
                yield self._listed("survey_list", part, "surveys_of_year", part.slice, year=part.year.lower())

    def units(self) -> Iterator[Page]:
        for view in unit_pages(self._derived):
            yield self._page("unit", view, view.address, _numbered(view.title, view.surveys), view.description)
        whole, groups = unit_lists(self._derived)
        yield self._listed("unit_list", whole, "units")
        for group in groups:
            yield self._listed("unit_group", group, "unit_group", group.slice, heading=group.heading)

    def recommendations(self) -> Iterator[Page]:
        for page in recommendation_pages(self._derived):
            yield self._page("recommendation", page, page.address, page.title, page.description)
        for board in boards(self._derived):
            if board.heading is None:
                yield self._listed("board", board, "recommendations", board.slice)
            else:
                yield self._listed("board", board, "recommendations_of", board.slice, choice=board.heading)
        for part in bodies(self._derived):
            yield self._listed("bodies", part, "bodies", part.slice)

    def measures(self) -> Iterator[Page]:
        yield self._listed("indicator_list", indicator_list(self._derived), "indicators")
        for each in self._derived.archive.indicators.values():
            for view in indicator_pages(self._derived, each):
                yield self._listed("indicator", view, "indicator", view.slice, indicator=each.name)
        for comparison in comparisons(self._derived):
            indicator, survey = comparison.head.indicator.label, comparison.survey.label
            yield self._listed("indicator_survey", comparison, "comparison", indicator=indicator, survey=survey)

    def catalogues(self) -> Iterator[Page]:
        for topic in self._derived.archive.topics.values():
            for view in topic_pages(self._derived, topic):
                yield self._listed("topic", view, "topic", view.slice, topic=view.title)
        yield self._listed("topic_list", topic_list(self._derived), "topics")
        yield self._listed("glossary", glossary_view(self._derived), "glossary")

    def changes(self) -> Iterator[Page]:
        for part in update_pages(self._derived):
            yield self._of_year("updates", part, part.year, part.slice)
        for log in correction_pages(self._derived):
            yield self._of_year("corrections", log, log.year, log.slice)

    def _of_year(self, name: str, view: Any, year: str | None, part: Slice[Any]) -> Page:
        """Return a page of a list that is cut by years; the first one, of no year, has the newest of all."""
        if year is None:
            return self._listed(name, view, name)
        return self._listed(name, view, f"{name}_of_year", part, year=year.lower())

    def _listed(self, template: str, view: Any, name: str, part: Slice[Any] | None = None, **filling: str) -> Page:
        """Return a page whose title and description stand in ``strings/pages.yml``."""
        texts = words("pages")[name]
        title = _numbered(texts["title"].format(**filling), part)
        return self._page(template, view, view.address, title, texts["description"].format(**filling))

    def _page(
        self,
        template: str,
        view: Any,
        address: str,
        title: str,
        description: str,
        *,
        body: str = "",
    ) -> Page:
        text = self._template(f"{template}.md.j2").render(it=view, body=Markup(body))
        front = _front_matter(address, title, description, view, template)
        return Page(address, _BLANK_LINES.sub("\n\n", f"{front}\n{text}"))


def _trusted(text: str) -> Markup:
    """Return an address or a code of our own making as it is; anything else here is a mistake of a template."""
    assert _TRUSTED.fullmatch(text), text
    return Markup(text)


@lru_cache(maxsize=50_000)
def _anchor(link: Link) -> Markup:
    """Return a link; written here and not in a template because pages hold dozens of them, most again and again."""
    return Markup(f'<a href="@/{_trusted(link.address)}">{escape(link.label)}</a>')


def _items(links: Iterable[Link]) -> Markup:
    """Return links as the items of an HTML list."""
    return Markup("\n").join(Markup(f"<li>{_anchor(link)}</li>") for link in links)


def _numbered(title: str, part: Slice[Any] | None) -> str:
    if part is None or part.number == 1:
        return title
    return str(words("pages")["numbered"].format(title=title, number=part.number))


def _front_matter(address: str, title: str, description: str, view: Any, template: str) -> str:
    """Return what the theme is told of a page; JSON is YAML, and leaves nothing to guess."""
    lines = [f"title: {_quoted(title)}", f"description: {_quoted(excerpt(description, DESCRIPTION))}"]
    lines += _breadcrumbs(getattr(view, "crumbs", ()))
    lines += _feeds(getattr(view, "following", None))
    if template in _LISTS:
        lines += ["search:", "  exclude: true"]
    elif getattr(view, "is_place", False):
        lines += ["search:", "  boost: 2"]  # who types the name of a place wants its own page first
    edit = getattr(view, "edit", None)
    if edit is not None:
        lines.append(f"edit: {_quoted(edit)}")
    if "/" in address:
        lines.append(f"section: {address.partition('/')[0]}/")
    return "\n".join(("---", *lines, "---", ""))


def _breadcrumbs(crumbs: Sequence[Crumb]) -> Iterator[str]:
    if crumbs:
        yield "breadcrumbs:"
    for label, step in crumbs:
        yield f"  - {{label: {_quoted(label)}" + ("}" if step is None else f', address: "@/{step}"}}')


def _feeds(following: Following | None) -> Iterator[str]:
    """Yield the feeds of a page, for readers' programs that look for them in its head."""
    if following is not None and following.feeds:
        yield "feeds:"
        for feed in following.feeds:
            for kind, path in (("application/atom+xml", feed.atom), ("application/feed+json", feed.json)):
                yield f'  - {{type: "{kind}", title: {_quoted(feed.title)}, address: "@/{path}"}}'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("@/", "@\\/")


def _body(article: Article, *others: str) -> Markup:
    """Return the Markdown of an editorial page with the site's links marked and an anchor for each heading.

    ``others`` are anchors that stand elsewhere on the page. Code stays as it is.
    """
    taken = set(others)

    def marked(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        if match["link"]:
            return "](@/"
        return f"{match['level']} {match['heading']} {{ #{anchor(match['heading'], taken)} }}"

    return Markup(_ARTICLE_SIGN.sub(marked, article.body.strip()))
