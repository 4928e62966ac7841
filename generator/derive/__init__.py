"""What follows from the records? Order in time, links back, what became of units, status."""

from typing import NamedTuple

from generator.archive import Archive
from generator.derive.backlinks import Backlinks, backlinks
from generator.derive.changes import Changes, changes
from generator.derive.followups import FollowUps, follow_ups
from generator.derive.history import History, histories
from generator.derive.measures import Measures, measures


class Derived(NamedTuple):
    """An archive with everything that follows from it, computed once."""

    archive: Archive
    back: Backlinks
    histories: dict[str, History]
    follow_ups: FollowUps
    changes: Changes
    measures: Measures


def derive(archive: Archive) -> Derived:
    """Return the archive with what follows from it."""
    back = backlinks(archive)
    known = follow_ups(archive, back)
    return Derived(
        archive=archive,
        back=back,
        histories=histories(archive.reorganisations.values()),
        follow_ups=known,
        changes=changes(archive, known),
        measures=measures(archive, back),
    )
