"""Can the record be shown as it was before each correction, and is what was taken away not told again?"""

from collections.abc import Iterator

from pydantic import ValidationError

from generator.known import is_of, taken_away
from generator.model.base import Withdrawal
from generator.model.spot import Spot, spots, written
from generator.model.survey import Correction, Survey
from generator.model.vocabulary import CorrectionKind, PublicationState
from generator.problems import Complaint, Place
from generator.rules.context import Sheet, survey_rule
from generator.strings import codes_of, say
from generator.vietnamese.folding import nearest

_PUBLIC = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)


@survey_rule("R101")
def corrections_name_a_value(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The field that a correction names is one text, number or date of this record."""
    for correction, spot in _named(sheet):
        if spot is None:
            assert correction.field is not None, "only corrections that name a field"
            right = nearest(correction.field, spots(sheet.record)) or ""
            yield Complaint(sheet.place_of(correction) / "field", "R101", correction.field, nearest=right)


@survey_rule("R102")
def corrections_keep_what_was_before(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A correction that names its field keeps what stood there, in the form in which it stood."""
    for correction, spot in _named(sheet):
        if spot is not None and correction.before is None:
            yield _incomplete("missing", sheet.place_of(correction) / "field", correction.field or "")
        elif spot is not None and correction.before is not None and _read(spot, correction.before) is None:
            yield _incomplete("unfit", sheet.place_of(correction) / "before", correction.before)


@survey_rule("R103")
def corrections_lead_to_what_is_there_now(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """What a correction put in place is what the next one found there, and the last one what the record says."""
    known = [(correction, spot) for correction, spot in _named(sheet) if spot is not None]
    for name in dict.fromkeys(correction.field for correction, _ in known):
        steps = sorted(
            ((correction, spot) for correction, spot in known if correction.field == name),
            key=lambda step: step[0].date,
        )
        found = [step.before for step, _ in steps[1:]] + [written(steps[-1][1].value)]
        for (step, spot), later in zip(steps, found, strict=True):
            if step.after is not None and later is not None and not _same(spot, step.after, later):
                details = {"field": str(name), "found": later}
                yield Complaint(sheet.place_of(step) / "after", "R103", step.after, details=details)


@survey_rule("R104")
def redactions_do_not_repeat(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A redaction tells that something was taken away and why, never what: neither before nor after."""
    for correction in sheet.record.corrections:
        if correction.kind is CorrectionKind.REDACTION:
            for name in ("before", "after"):
                if getattr(correction, name) is not None:
                    yield Complaint((sheet.place_of(correction) / name).of_key(), "R104", name)


@survey_rule("R105")
def only_what_was_public_is_withdrawn(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A part is withdrawn after it was public; before, it is simply deleted, and readers need no notice."""
    state = sheet.record.publication.state
    if state not in _PUBLIC:
        for withdrawal in sheet.parts(Withdrawal):
            details = {"state": codes_of("publication_state", [state])}
            yield Complaint(sheet.place_of(withdrawal).of_key(), "R105", "withdrawn", details=details)


def _named(sheet: Sheet[Survey]) -> Iterator[tuple[Correction, Spot | None]]:
    """Yield each correction that names a field, with the value it names if there is one.

    Of what was withdrawn or redacted nothing need be left in the file.
    """
    gone = taken_away(sheet.record)
    named = [each for each in sheet.record.corrections if each.field is not None and not is_of(each.field, gone)]
    known = spots(sheet.record) if named else {}
    for each in named:
        yield each, known.get(each.field or "")


def _read(spot: Spot, text: str) -> object | None:
    try:
        return spot.read(text)
    except ValidationError:
        return None


def _same(spot: Spot, one: str, other: str) -> bool:
    """Return whether two texts say the same where this value stands; white space apart."""
    return written(_read(spot, one) or one) == written(_read(spot, other) or other)


def _incomplete(which: str, place: Place, text: str) -> Complaint:
    what, how = say(f"problems.R102.what.{which}", written=text), say(f"problems.R102.how.{which}")
    details = {"what": what, "how": how}
    return Complaint(place, "R102", text, details=details)
