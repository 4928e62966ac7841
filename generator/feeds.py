"""How does what changed reach those who follow it? As Atom (RFC 4287) and JSON Feed 1.1, in bytes.

Nothing here looks at the clock: an entry bears the day on which it came on record, at midnight in Vietnam. Ids
are made of the id of the site and of ids that never change, links of its present address.
"""

import datetime
import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from generator.derive import Derived
from generator.derive.changes import Change
from generator.model.site import Site
from generator.parts.change import ChangeView, change_view
from generator.register import Register
from generator.register.following import Feed
from generator.strings import say
from generator.wording.site import mark_of, notices, site_name

ENTRIES = 50
"""So many of the newest changes has a feed; whoever wants them all finds them under ``cap-nhat/``."""

_MIDNIGHT = "T00:00:00+07:00"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Entry(NamedTuple):
    """A change, written once for all feeds that hold it."""

    updated: str
    atom: str
    json: str


def feed_files(derived: Derived, register: Register) -> dict[str, bytes]:
    """Return every feed of the site by its path; the same records give the same bytes."""
    site = derived.archive.site
    known: dict[str, _Entry] = {}

    def entry(change: Change) -> _Entry:
        if change.id not in known:
            known[change.id] = _entry(site, change_view(derived, change))
        return known[change.id]

    files: dict[str, bytes] = {}
    for feed in register.feeds():
        entries = [entry(change) for change in feed.changes[:ENTRIES]]
        files[feed.atom] = _atom(site, feed, entries, began=derived.changes.all[-1].day).encode()
        if feed.json is not None:
            files[feed.json] = _json_feed(site, feed, feed.json, entries).encode()
    return files


def _entry(site: Site, view: ChangeView) -> _Entry:
    return _Entry(view.iso + _MIDNIGHT, _atom_entry(site, view), _json_item(site, view))


def _atom(site: Site, feed: Feed, entries: list[_Entry], *, began: datetime.date) -> str:
    """Return a feed; one in which there is nothing yet is as old as the site."""
    own = site.address + feed.atom
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
        _element("id", site.id + feed.id),
        _text("title", feed.title + mark_of(site)),
        _text("subtitle", _subtitle(site)),
        _element("updated", entries[0].updated if entries else began.isoformat() + _MIDNIGHT),
        _link("self", "application/atom+xml", own),
        _link("alternate", "text/html", site.address + feed.page),
        f"<author>{_element('name', site.publisher.name)}{_element('uri', site.address)}</author>",
        *_rights(site),
        *_generator(site),
        *(entry.atom for entry in entries),
        "</feed>\n",
    )
    return "\n".join(lines)


def _atom_entry(site: Site, view: ChangeView) -> str:
    day = view.iso + _MIDNIGHT
    lines = (
        "<entry>",
        _element("id", site.id + view.id),
        _text("title", view.sentence),
        _element("updated", day),
        _element("published", day),
        _link("alternate", "text/html", site.address + view.link),
        f"<category term={quoteattr(view.kind)} label={quoteattr(view.kind_label)}/>",
        _text("content", _content(view)),
        "</entry>",
    )
    return "\n".join(lines)


def _json_feed(site: Site, feed: Feed, own: str, entries: Iterable[_Entry]) -> str:
    head = {
        "version": _JSON_FEED,
        "title": feed.title + mark_of(site),
        "home_page_url": site.address + feed.page,
        "feed_url": site.address + own,
        "description": _subtitle(site),
        "authors": [{"name": site.publisher.name, "url": site.address}],
        "language": "vi",
    }
    items = ",\n".join(entry.json for entry in entries)
    return f'{_json(head)[:-1]}, "items": [\n{items}\n]}}\n'


def _json_item(site: Site, view: ChangeView) -> str:
    return _json(
        {
            "id": site.id + view.id,
            "url": site.address + view.link,
            "title": view.sentence,
            "content_text": _content(view),
            "date_published": view.iso + _MIDNIGHT,
            "tags": [view.kind_label],
        }
    )


def _content(view: ChangeView) -> str:
    return "\n".join(view.details) or view.sentence


def _subtitle(site: Site) -> str:
    return " ".join((say("sentences.feed.subtitle", site=site.description.rstrip(".")), *notices(site)))


def _rights(site: Site) -> list[str]:
    """Return on which terms the feed may be used, as far as the site says it."""
    parts = [None if site.licence is None else site.licence.name, site.publisher.reuse]
    text = ". ".join(part.rstrip(".") for part in parts if part is not None)
    return [_text("rights", f"{text}.")] if text else []


def _generator(site: Site) -> list[str]:
    """Return the program that made the feed, where the site says from which repository it comes."""
    if site.repository is None:
        return []
    return [f"<generator uri={quoteattr(site.repository.address)}>{_escaped(site_name(site))}</generator>"]


def _element(name: str, text: str) -> str:
    return f"<{name}>{_escaped(text)}</{name}>"


def _text(name: str, text: str) -> str:
    """Return an element that holds people's text, in which no sign is markup."""
    return f'<{name} type="text">{_escaped(text)}</{name}>'


def _escaped(text: str) -> str:
    return escape(_NOT_IN_XML.sub("", text))


def _link(relation: str, kind: str, address: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href={quoteattr(address)}/>'


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
