"""What do pages show of the counts of recommendations? The same figures, in the same form, wherever they stand."""

from collections.abc import Mapping
from typing import NamedTuple

from generator import addresses
from generator.derive.tally import Tally
from generator.duties.standing import StatusCode
from generator.strings import label


class Share(NamedTuple):
    """So many of so many; the percentage is whole, None of nothing."""

    part: int
    whole: int
    percent: int | None


class StatusCount(NamedTuple):
    """How many stand at one status, and the list of them."""

    code: str
    label: str
    records: int
    address: str


class TallyView(NamedTuple):
    """The counts of a group of recommendations: verified first, claimed beside it, and of how many."""

    total: int
    verified: Share
    claimed: Share
    overdue: int
    declined_overdue: int
    without_body: int
    outside: tuple[StatusCount, ...]
    """What is no part of the shares, by status."""
    statuses: tuple[StatusCount, ...]


def tally_view(tally: Tally) -> TallyView:
    """Return the counts as readers see them; a status that nothing has is left out."""
    return TallyView(
        total=tally.total,
        verified=_share(tally.verified, tally.counted),
        claimed=_share(tally.claimed, tally.counted),
        overdue=tally.overdue,
        declined_overdue=tally.declined_overdue,
        without_body=tally.without_body,
        outside=_counts(tally.outside),
        statuses=_counts(tally.of_status),
    )


def _counts(counts: Mapping[StatusCode, int]) -> tuple[StatusCount, ...]:
    return tuple(
        StatusCount(code, label("status", code), count, addresses.of_status(code))
        for code, count in counts.items()
        if count
    )


def _share(part: int, whole: int) -> Share:
    return Share(part, whole, (200 * part + whole) // (2 * whole) if whole else None)
