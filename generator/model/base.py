"""What do all records have in common?"""

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from generator.model.unknown import UnknownError
from generator.model.values import Day, Line, Prose
from generator.model.vocabulary import AbsenceReason


class Record(BaseModel):
    """A record or a part of one: it never changes, and it refuses keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False, protected_namespaces=())

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Of a record that is only partly known, refuse to say what it does not hold."""
            if name in type(self).model_fields:
                raise UnknownError(name)
            return super().__getattr__(name)


class Absence(Record):
    """Why a field has no answer. A field left blank without a reason is not an answer."""

    field: Line
    reason: AbsenceReason
    note: Line | None = None


class Explained(Record):
    """A record whose empty fields can carry the reason why they are empty."""

    absent: tuple[Absence, ...] = ()

    def why_absent(self, field: str) -> Absence | None:
        """Return the reason given for an empty field, None when none was given."""
        return next((absence for absence in self.absent if absence.field == field), None)


class Withdrawal(Record):
    """Since when something that was public is shown no more, and why; readers are told both."""

    date: Day
    reason: Prose
