"""Under which id do feeds and calendars know a thing for ever, whatever is renamed and wherever the site moves?

An id is made of the one that its record had first, and is joined to the id of the site. It looks like an address
because those of Atom must (RFC 4287, 4.2.6.1); nothing need be found there.
"""

from typing import Protocol

from generator import addresses


class Renamable(Protocol):
    """A record that keeps the ids it had before, the first one first."""

    @property
    def id(self) -> str:
        """Return the id it has now."""

    @property
    def former_ids(self) -> tuple[str, ...]:
        """Return the ids it had before, in the order in which it had them."""


def first_id(record: Renamable) -> str:
    """Return the id that a record had first."""
    return record.former_ids[0] if record.former_ids else record.id


def id_of_survey(survey: Renamable, part: str = "") -> str:
    """Return the lasting id of a survey, or of a part of it: a correction, a reply, a notice."""
    return addresses.survey(first_id(survey)) + (f"#{part}" if part else "")


def id_of_recommendation(survey: Renamable, identifier: str, part: str) -> str:
    """Return the lasting id of a part of a recommendation: a step, its deadline."""
    return f"{addresses.recommendation(first_id(survey), identifier)}#{part}"
