"""What do feeds and pages show of one change: a survey published, a step, an answer, a correction?"""

from collections.abc import Iterator
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.changes import Amendment, Answer, Change, ChangeKind, Step, names_of_corrections
from generator.model.recommendation import Event
from generator.model.survey import Correction, Publication, Survey
from generator.model.vocabulary import CorrectionKind
from generator.strings import label, say
from generator.wording.citations import document_name
from generator.wording.dates import day_text
from generator.wording.names import Link
from generator.wording.sentences import sentence_of_change, what_of
from generator.wording.texts import excerpt

SUMMARY = 300


class ChangeView(NamedTuple):
    """One change in words; ``id`` and ``link`` are addresses of the site, and the id is nothing else's, ever."""

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
    link = _address(change)
    return ChangeView(
        id=link if change.kind in (ChangeKind.PUBLISHED, ChangeKind.EVENT) else _permanent(change),
        kind=change.kind,
        kind_label=say(f"sentences.kind.{change.kind}"),
        day=day_text(change.day),
        iso=change.day.isoformat(),
        sentence=sentence_of_change(derived.archive.units, change),
        link=link,
        details=tuple(_details(change)),
    )


def correction_views(survey: Survey) -> tuple[CorrectionView, ...]:
    """Return the corrections of a survey as its own page shows them, in the order of time."""
    views = [_correction(name, each, None) for name, each in names_of_corrections(survey)]
    return tuple(sorted(views, key=lambda view: view.iso))


def _address(change: Change) -> str:
    """Return where the change can be read."""
    survey, subject = addresses.survey(change.survey_id), change.subject
    if isinstance(subject, Step):
        page = addresses.recommendation(change.survey_id, subject.follow_up.recommendation.id)
        return f"{page}#{subject.event.id}"
    if isinstance(subject, Answer):
        return f"{survey}#{subject.statement.id}"
    return f"{survey}#{change.name}" if isinstance(subject, Amendment) else survey


def _permanent(change: Change) -> str:
    return f"{addresses.survey(change.survey_id)}#{change.name}"


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
        assert subject.reason is not None, "checked: a withdrawn survey says why"
        yield say("sentences.detail.reason", text=subject.reason)


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
    yield say("sentences.detail.reason", text=correction.reason)


def logged_view(change: Change) -> CorrectionView:
    """Return a correction or withdrawal as the log shows it."""
    subject = change.subject
    if isinstance(subject, Publication):
        return _withdrawal(change, subject)
    assert isinstance(subject, Amendment), "the log holds corrections and withdrawals"
    return _correction(change.name, subject.correction, Link(subject.survey.title, _address(change)))


def _correction(name: str, correction: Correction, where: Link | None) -> CorrectionView:
    before, after = _before_and_after(correction)
    kind = label("correction_kind", correction.kind)
    date, what = correction.date, what_of(correction)
    return CorrectionView(
        name, day_text(date), date.isoformat(), kind, what, before, after, correction.reason, where
    )


def _withdrawal(change: Change, publication: Publication) -> CorrectionView:
    assert publication.reason is not None, "checked: a withdrawn survey says why"
    where = Link(say("sentences.notice"), _address(change))
    kind, what = say(f"sentences.kind.{change.kind}"), say("sentences.change.withdrawn")
    iso = change.day.isoformat()
    return CorrectionView(change.name, day_text(change.day), iso, kind, what, None, None, publication.reason, where)


def _before_and_after(correction: Correction) -> tuple[str | None, str | None]:
    return (None, None) if correction.kind is CorrectionKind.REDACTION else (correction.before, correction.after)
