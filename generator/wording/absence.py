"""What is said where a value is missing? Why it is, or that nobody recorded why."""

from typing import NamedTuple

from generator.model.base import Explained
from generator.problems import field_title
from generator.strings import label, say


class Stated(NamedTuple):
    """A value as readers see it, or why there is none."""

    text: str
    is_absent: bool = False
    address: str | None = None
    """Where it can be read, outside this site."""


def absence(record: Explained, field: str) -> Stated:
    """Return the reason why a field is empty; where none is recorded, that is what is said."""
    recorded = record.why_absent(field)
    if recorded is None:
        return Stated(say("phrases.not_recorded"), is_absent=True)
    reason = label("absence_reason", recorded.reason)
    if recorded.note is not None:
        reason = say("phrases.absence_with_note", reason=reason, note=recorded.note)
    return Stated(reason, is_absent=True)


def lacking(record: Explained) -> tuple[str, ...]:
    """Return every reason that a record gives for an empty field, each with what is missing: "Số: Không nêu …"."""
    return tuple(
        say("phrases.lacking", field=field_title(type(record), each.field), reason=absence(record, each.field).text)
        for each in record.absent
    )


def stated(record: Explained, field: str, text: str | None) -> Stated:
    """Return the text of a field, or the reason why it is empty."""
    return absence(record, field) if text is None else Stated(text)
