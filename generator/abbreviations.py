"""What does a short form stand for? Explains each one where it is first used on a page."""

import re
from collections.abc import Iterable

from generator.markdown import escape
from generator.model.catalogue import GlossaryEntry

_SKIPPED = r"<(?:(?:svg|code)\b[\s\S]*?</(?:svg|code)>|[^>]*>)|\]\([^)]*\)|^#.*$|\{[:# ][^}]*\}|`[^`]*`"


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
        self._term = re.compile(found or "(?!)")
        self._pattern = re.compile(rf"{_SKIPPED}|(?<![\w-])(?<!&#38;)({found or '(?!)'})(?![\w-])", re.MULTILINE)

    def explain(self, body: str) -> str:
        """Return the Markdown of a page with ``<abbr>`` at the first use of each short form."""
        waiting = set(self._term.findall(body))
        parts, rest = [], 0
        for match in self._pattern.finditer(body) if waiting else ():
            if match[1] in waiting:
                parts += [body[rest : match.start()], f'<abbr title="{self._full[match[1]]}">{match[1]}</abbr>']
                rest = match.end()
                waiting.remove(match[1])
                if not waiting:
                    break  # the rest of the page, most of it, need not be looked at
        return "".join([*parts, body[rest:]])
