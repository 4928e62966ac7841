"""Which kinds of statement are there, and by which names is each known?

The one table: lists of a survey, letters of ids, sections of a page and all that walks over statements follow
from it. A further kind is one entry here, one field of ``Survey``, and its words in ``strings/``;
``tests/unit/test_statement_kind.py`` names what is missing.
"""

from enum import StrEnum


class StatementKind(StrEnum):
    """A kind of statement, in the order of a report: its code, and the names that follow from it."""

    BACKGROUND = "background", "background", "bc", "boi-canh"
    RESULT = "result", "results", "kq", "ket-qua"
    LIMITATION = "limitation", "limitations", "hc", "han-che"
    CONCLUSION = "conclusion", "conclusions", "kl", "ket-luan"
    NEXT_STEP = "next_step", "next_steps", "vt", "viec-tiep-theo"

    field: str
    """The field of a survey that lists the statements of this kind."""
    prefix: str
    """The letters with which their ids begin: bối cảnh, kết quả, hạn chế, kết luận, việc tiếp theo."""
    anchor: str
    """The permanent anchor of their section on the page of a survey."""

    def __new__(cls, code: str, field: str, prefix: str, anchor: str) -> "StatementKind":
        """Make a kind that is its code as text."""
        kind = str.__new__(cls, code)
        kind._value_ = code
        kind.field, kind.prefix, kind.anchor = field, prefix, anchor
        return kind


def kind_of(identifier: str) -> StatementKind | None:
    """Return the kind that the letters of an id tell, e.g. ``LIMITATION`` for ``hc-03``; None for other ids."""
    prefix = identifier.partition("-")[0]
    return next((kind for kind in StatementKind if kind.prefix == prefix), None)
