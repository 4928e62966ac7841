"""What of the records stays with the editors and reaches no output?"""

from collections.abc import Iterable

from generator.model.site import Site
from generator.model.survey import Delegation, Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.vocabulary import OfficialNaming
from generator.model.walk import gather


def discreet(survey: Survey, site: Site) -> Survey:
    """Return a survey without what only editors need, and without names where the site tells posts only."""
    changes: dict[str, object] = {}
    if survey.publication.approved_by is not None:
        changes["publication"] = survey.publication.model_copy(update={"approved_by": None})
    if site.officials is OfficialNaming.POSTS and survey.delegation is not None:
        changes["delegation"] = _without_names(survey.delegation)
    return survey.model_copy(update=changes) if changes else survey


def _without_names(delegation: Delegation) -> Delegation:
    members = tuple(member.model_copy(update={"name": None}) for member in delegation.members)
    return delegation.model_copy(update={"members": members})


def units_not_to_be_seen(
    units: Iterable[Unit],
    reorganisations: Iterable[Reorganisation],
    *,
    seen: Iterable[Survey],
    unseen: Iterable[Survey],
) -> set[str]:
    """Return the units that are there only because something names them that readers may not see.

    A unit that nothing names is no secret; one that a unit in sight names (above it, or served by it) is in sight.
    """
    secret = {unit for survey in unseen for unit in gather(survey).references.get("unit", ())}
    for record in (*reorganisations, *seen):
        if not secret:
            return secret
        secret -= gather(record).references.get("unit", set())
    above = {unit.id: gather(unit).references.get("unit", set()) for unit in units}
    while found := secret & {other for unit, others in above.items() if unit not in secret for other in others}:
        secret -= found
    return secret
