"""What do feeds and pages show of one change: a survey published, a step, an answer, a correction?"""

from collections.abc import Iterator
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.changes import Amendment, Answer, Change, ChangeKind, Removal, Step
from generator.model.recommendation import Event, Recommendation
from generator.model.survey import Correction, Survey
from generator.model.vocabulary import CorrectionKind
from generator.strings import label, say
from generator.wording.citations import document_name
from generator.wording.dates import day_text
from generator.wording.names import Link
from generator.wording.sentences import sentence_of_change, what_of, what_went
from generator.wording.texts import excerpt

SUMMARY = 300


class ChangeView(NamedTuple):
    """One change in words; ``link`` is where it can be read, ``id`` what it is for ever."""

    id: str
    kind: ChangeKind
    kind_label: str
    day: str
    iso: str
    sentence: str
    link: str
    details: tuple[str, ...]
    """What is told below the sentence, a paragraph each."""


class CorrectionView(NamedTuple):
    """A correction, before and after, or a withdrawal; of a redaction nothing but that, when and why."""

    anchor: str
    date: str
    iso: str
    kind: str
    what: str
    before: str | None
    after: str | None
    reason: str
    where: Link | None
    """The record that was corrected; on its own page there is no need to say it."""


def change_view(derived: Derived, change: Change) -> ChangeView:
    """Return a change as feeds and lists show it."""
    return ChangeView(
        id=change.id,
        kind=change.kind,
        kind_label=say(f"sentences.kind.{change.kind}"),
        day=day_text(change.day),
        iso=change.day.isoformat(),
        sentence=sentence_of_change(derived.archive.units, change),
        link=_address(change),
        details=tuple(_details(change)),
    )


def correction_views(survey: Survey) -> tuple[CorrectionView, ...]:
    """Return the corrections of a survey as its own page shows them, in the order of time."""
    views = [_correction(each, None) for each in survey.corrections]
    return tuple(sorted(views, key=lambda view: view.iso))


def _address(change: Change) -> str:
    """Return where the change can be read."""
    survey, subject = addresses.survey(change.survey_id), change.subject
    if isinstance(subject, Step):
        page = addresses.recommendation(change.survey_id, subject.follow_up.recommendation.id)
        return f"{page}#{subject.event.id}"
    if isinstance(subject, Answer):
        return f"{survey}#{subject.statement.id}"
    if isinstance(subject, Amendment):
        return f"{survey}#{subject.correction.id}"
    if isinstance(subject, Removal) and isinstance(subject.part, Recommendation):
        return addresses.recommendation(change.survey_id, subject.part.id)
    if isinstance(subject, Removal) and subject.part is not None:
        return f"{survey}#{subject.part.id}"
    return survey


def _details(change: Change) -> Iterator[str]:
    subject = change.subject
    if isinstance(subject, Survey):
        if subject.summary is not None:
            yield excerpt(subject.summary, SUMMARY)
    elif isinstance(subject, Step):
        yield from _of_event(subject.event, subject.follow_up.survey)
    elif isinstance(subject, Answer):
        yield say("sentences.detail.survey", title=subject.survey.title)
        if subject.reply.text is not None:
            yield subject.reply.text
    elif isinstance(subject, Amendment):
        yield from _of_correction(subject.correction)
    else:
        yield say("sentences.detail.reason", text=subject.withdrawal.reason)


def _of_event(event: Event, survey: Survey) -> Iterator[str]:
    if event.note is not None:
        yield event.note
    if event.document is not None:
        document = next(each for each in survey.documents if each.id == event.document)
        yield say("sentences.detail.document", name=document_name(document))
    yield say("sentences.detail.survey", title=survey.title)


def _of_correction(correction: Correction) -> Iterator[str]:
    before, after = _before_and_after(correction)
    if before is not None:
        yield say("sentences.detail.before", text=before)
    if after is not None:
        yield say("sentences.detail.after", text=after)
    if correction.reason:
        yield say("sentences.detail.reason", text=correction.reason)


def logged_view(change: Change) -> CorrectionView:
    """Return a correction or withdrawal as the log shows it."""
    subject = change.subject
    if isinstance(subject, Removal):
        return _removal(change, subject)
    assert isinstance(subject, Amendment), "the log holds corrections and withdrawals"
    return _correction(subject.correction, Link(subject.survey.title, _address(change)))


def _correction(correction: Correction, where: Link | None) -> CorrectionView:
    before, after = _before_and_after(correction)
    date = correction.date
    return CorrectionView(
        anchor=correction.id,
        date=day_text(date),
        iso=date.isoformat(),
        kind=label("correction_kind", correction.kind),
        what=what_of(correction),
        before=before,
        after=after,
        reason=correction.reason,
        where=where,
    )


def _removal(change: Change, removal: Removal) -> CorrectionView:
    return CorrectionView(
        anchor="",
        date=day_text(change.day),
        iso=change.day.isoformat(),
        kind=say(f"sentences.kind.{change.kind}"),
        what=what_went(removal),
        before=None,
        after=None,
        reason=removal.withdrawal.reason,
        where=Link(say("sentences.notice"), _address(change)),
    )


def _before_and_after(correction: Correction) -> tuple[str | None, str | None]:
    return (None, None) if correction.kind is CorrectionKind.REDACTION else (correction.before, correction.after)
