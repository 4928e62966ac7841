"""What does a short form stand for? Explains each one where it is first used on a page."""

import re
from collections.abc import Iterable

from generator.markdown import escape
from generator.model.catalogue import GlossaryEntry

_SKIPPED = r"<[^>]*>|\]\([^)]*\)|^#.*$|\{[:# ][^}]*\}|`[^`]*`"


class Abbreviations:
    """The short forms of the glossary, ready to be found in the Markdown of a page."""

    def __init__(self, terms: Iterable[GlossaryEntry]) -> None:
        self._full = {
            str(escape(entry.term)): str(escape(entry.full))
            for entry in terms
            if entry.full is not None and entry.term.upper() == entry.term
        }
        longest_first = sorted(self._full, key=lambda term: (-len(term), term))
        found = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"{_SKIPPED}|(?<![\w&;-])({found})(?![\w-])", re.MULTILINE) if found else None

    def explain(self, body: str) -> str:
        """Return the Markdown of a page with ``<abbr>`` at the first use of each short form."""
        if self._pattern is None:
            return body
        waiting = dict(self._full)

        def explained(match: re.Match[str]) -> str:
            full = waiting.pop(match[1], None) if match[1] else None
            return match[0] if full is None else f'<abbr title="{full}">{match[0]}</abbr>'

        return self._pattern.sub(explained, body)
