"""Is it clear whether, since when and with whose consent readers may see a record?"""

from collections.abc import Iterator

from generator.model.survey import Publication, Survey
from generator.model.vocabulary import CorrectionKind, PublicationState
from generator.problems import Complaint, Place, field_name
from generator.rules.context import Context, Sheet, rule, survey_rule
from generator.strings import codes_of, say

_NEEDED: dict[PublicationState, tuple[str, ...]] = {
    PublicationState.DRAFT: (),
    PublicationState.SCHEDULED: ("publish_at",),
    PublicationState.IN_REPLY: (),
    PublicationState.PUBLISHED: ("published",),
    PublicationState.WITHDRAWN: ("withdrawn", "reason"),
}
_RESERVED = {"publish_at": PublicationState.SCHEDULED, "withdrawn": PublicationState.WITHDRAWN}


@survey_rule("R70")
def states_have_what_they_need(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A state comes with its day, and a withdrawal with its reason, which readers are told."""
    publication = sheet.record.publication
    for name in _NEEDED[publication.state]:
        if getattr(publication, name) is None:
            details = {"state": _told(publication.state), "field": field_name(Publication, name), "name": name}
            yield Complaint(sheet.at("publication"), "R70", details=details)


@survey_rule("R71")
def states_have_nothing_else(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A day for publishing or of withdrawing belongs to the state of that name; else one of the two is wrong."""
    publication = sheet.record.publication
    for name, state in _RESERVED.items():
        if publication.state is not state and getattr(publication, name) is not None:
            details = {"state": _told(publication.state), "right": _told(state)}
            details |= {"field": field_name(Publication, name)}
            yield Complaint(sheet.at("publication", name).of_key(), "R71", name, details=details)


@survey_rule("R72")
def replies_have_a_window(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A record that waits for the units' replies says since when they can reply."""
    if sheet.record.publication.state is PublicationState.IN_REPLY and sheet.record.reply_window is None:
        details = {"field": field_name(Survey, "reply_window")}
        yield Complaint(sheet.at("publication", "state"), "R72", details=details)


@survey_rule("R73")
def withdrawals_are_withdrawn(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A correction that withdraws the record stands only in a record that is withdrawn."""
    if sheet.record.publication.state is not PublicationState.WITHDRAWN:
        for correction in sheet.record.corrections:
            if correction.kind is CorrectionKind.WITHDRAWAL:
                details = {"state": _told(sheet.record.publication.state)}
                yield Complaint(sheet.place_of(correction) / "kind", "R73", correction.kind, details=details)


@rule("R28")
def addresses_can_be_joined(known: Context) -> Iterator[Complaint]:
    """The site's address ends with a slash, so that whole addresses of pages can be made of it."""
    site = known.records.site
    if site is not None and not (site.address.startswith("https://") and site.address.endswith("/")):
        yield Complaint(Place("data/site.yml") / "address", "R28", site.address)


@rule("R100")
def ids_of_sites_are_their_own(known: Context) -> Iterator[Complaint]:
    """The site's id is an address to which names can be joined, and not that of the fictional council."""
    site = known.records.site
    if site is None:
        return
    if not (site.id.startswith("https://") and site.id.endswith("/")):
        yield _site_id("shape", site.id)
    elif _is_example(site.id) and not _is_example(site.address):
        yield _site_id("copied", site.id)


def _site_id(which: str, written: str) -> Complaint:
    what, how = say(f"problems.R100.what.{which}", written=written), say(f"problems.R100.how.{which}")
    details = {"what": what, "how": how}
    return Complaint(Place("data/site.yml") / "id", "R100", written, details=details)


def _is_example(address: str) -> bool:
    """Return whether an address lies in a domain that is reserved for examples (RFC 2606)."""
    return address.removeprefix("https://").partition("/")[0].endswith(".example")


def _told(state: PublicationState) -> str:
    return codes_of("publication_state", [state])
