"""What does the glossary show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.derive import Derived
from generator.register.catalogues import AnchoredTerm
from generator.register.entry import Entry
from generator.views.head import PageHead, page_head


class TermView(NamedTuple):
    """A term or short form."""

    anchor: str
    term: str
    full: str | None
    definition: str | None


class GlossaryView(NamedTuple):
    """The glossary, in Vietnamese order."""

    head: PageHead
    terms: tuple[TermView, ...]


def glossary_views(_: Derived, entries: Iterable[Entry[tuple[AnchoredTerm, ...]]]) -> Iterator[GlossaryView]:
    """Yield the glossary."""
    for entry in entries:
        terms = (TermView(anchor, term.term, term.full, term.definition) for anchor, term in entry.subject)
        yield GlossaryView(page_head(entry), tuple(terms))
