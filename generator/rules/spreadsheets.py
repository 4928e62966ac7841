"""Could a text become a command when it stands in a cell of a spreadsheet?"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from generator.model.values import Words
from generator.model.walk import leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule, sheet_rule

_COMMAND = re.compile(r"\s*(?:[=@]|\+\s*[^\W\d_])")
"""How formulas begin in Excel, LibreOffice Calc and Google Sheets; "+84 …" and "- …" are left to honest texts."""
_SHOWN = 40


@sheet_rule("R96")
def texts_are_no_commands(sheet: Sheet[Any]) -> Iterator[Complaint]:
    """No text begins like a formula: downloads put texts into cells, and a spreadsheet runs what begins so."""
    if any(is_command(text) for text in sheet.gathered.texts):
        for leaf in leaves(sheet.record):
            if isinstance(leaf.mark, Words) and is_command(leaf.value):
                yield Complaint(sheet.at(*leaf.path), "R96", leaf.value[:_SHOWN])


@rule("R96")
def settings_are_no_commands(known: Context) -> Iterator[Complaint]:
    """The texts of the site itself stand in downloads, too."""
    for leaf in () if known.records.site is None else leaves(known.records.site):
        if isinstance(leaf.mark, Words) and is_command(leaf.value):
            yield Complaint(Place("data/site.yml", leaf.path), "R96", leaf.value[:_SHOWN])


def is_command(text: str) -> bool:
    """Return whether a spreadsheet would run a text; signs in full width count like the others."""
    return _COMMAND.match(unicodedata.normalize("NFKC", text[:_SHOWN])) is not None
