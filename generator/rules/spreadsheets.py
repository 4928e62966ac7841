"""Could a text become a command when it stands in a cell of a spreadsheet?"""

import re
import unicodedata
from collections.abc import Iterator

from pydantic import BaseModel

from generator.model.values import Words
from generator.model.walk import leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, rule

_COMMAND = re.compile(r"\s*(?:[=@]|\+\s*[^\W\d_])")
"""How formulas begin in Excel, LibreOffice Calc and Google Sheets; "+84 …" and "- …" are left to honest texts."""
_SHOWN = 40


@rule("R96")
def texts_are_no_commands(known: Context) -> Iterator[Complaint]:
    """No text begins like a formula: downloads put texts into cells, and a spreadsheet runs what begins so."""
    for sheet in known.sheets:
        if any(is_command(text) for text in sheet.gathered.texts):
            yield from _commands(sheet.record, sheet.place)
    if known.records.site is not None:
        yield from _commands(known.records.site, Place("data/site.yml"))


def _commands(record: BaseModel, place: Place) -> Iterator[Complaint]:
    for leaf in leaves(record):
        if isinstance(leaf.mark, Words) and is_command(leaf.value):
            yield Complaint(Place(place.file, leaf.path), "R96", leaf.value[:_SHOWN])


def is_command(text: str) -> bool:
    """Return whether a spreadsheet would run a text; signs in full width count like the others."""
    return _COMMAND.match(unicodedata.normalize("NFKC", text[:_SHOWN])) is not None
