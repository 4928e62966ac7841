"""What does the page of a survey show of its parts: people, meetings, values, pictures, papers, sources?"""

from typing import NamedTuple

from generator import addresses
from generator.derive.times import has_ended
from generator.model.source import Document, Source
from generator.model.survey import Delegation, Measurement, Media, Session, SurveyedUnit
from generator.model.vocabulary import DelegationRole, OfficialNaming
from generator.strings import label, words
from generator.vietnamese.numbers import format_number
from generator.views.shown import Citation, Link, Said, citations, day, document_name, said, time, unit_link
from generator.views.statement import Context


class MemberView(NamedTuple):
    """A person of the delegation; no name where the site names officials by their posts only."""

    name: str | None
    role: str
    is_head: bool
    posts: tuple[str, ...]
    on_behalf_of: Link | None


class DelegationView(NamedTuple):
    """Who went."""

    name: str
    members: tuple[MemberView, ...]
    note: str | None
    cites: tuple[Citation, ...]


class SessionView(NamedTuple):
    """One meeting or visit."""

    date: Said
    place: Said
    attendance: Said
    units: tuple[Link, ...]
    note: str | None
    cites: tuple[Citation, ...]


class SurveyedUnitView(NamedTuple):
    """A unit that took part, and whether it is still there."""

    unit: Link
    capacity: str
    report: str | None
    note: str | None
    ended: bool


class MeasurementView(NamedTuple):
    """One measured value with what it was counted from; its indicator leads to the comparison if there is one."""

    indicator: Link
    unit: Link
    period: str
    value: Said
    counted: str | None
    target: str | None
    parts: tuple[str, ...]
    note: str | None
    cites: tuple[Citation, ...]


class MediaView(NamedTuple):
    """A picture, or the caption of one that is not here."""

    id: str
    file: str | None
    file_absent: Said | None
    caption: str
    alt: str
    details: tuple[str, ...]
    cites: tuple[Citation, ...]


class DocumentView(NamedTuple):
    """A paper of the survey."""

    id: str
    name: str
    subject: str | None
    issuer: Link | None
    address: str | None
    file: str | None
    pages: int | None
    access: str
    reason: str | None
    sha256: str | None


class SourceView(NamedTuple):
    """A source as it is cited."""

    id: str
    title: str
    publisher: Said
    author: Said
    published: Said
    address: str | None
    address_absent: Said
    accessed: Said
    left_out: tuple[str, ...]
    note: str | None


def surveyed_unit_view(context: Context, entry: SurveyedUnit) -> SurveyedUnitView:
    """Return how a unit took part, and whether it has ended since."""
    archive = context.derived.archive
    return SurveyedUnitView(
        unit=unit_link(context.derived, entry.unit, context.survey.date),
        capacity=label("capacity", entry.capacity),
        report=None if entry.report is None else label("report_receipt", entry.report),
        note=entry.note,
        ended=has_ended(archive.units[entry.unit], archive.today),
    )


def delegation_view(context: Context, delegation: Delegation) -> DelegationView:
    """Return who went; names only where the site shows names of officials."""
    named = context.derived.archive.site.officials is OfficialNaming.NAMES
    members = tuple(
        MemberView(
            name=member.name if named else None,
            role=label("delegation_role", member.role),
            is_head=member.role is DelegationRole.TRUONG_DOAN,
            posts=member.posts,
            on_behalf_of=None
            if member.on_behalf_of is None
            else unit_link(context.derived, member.on_behalf_of, context.survey.date),
        )
        for member in delegation.members
    )
    return DelegationView(delegation.name, members, delegation.note, _cites(context, delegation))


def session_view(context: Context, session: Session) -> SessionView:
    """Return when, where and with whom a meeting was."""
    attendance = None if session.attendance is None else label("attendance", session.attendance)
    return SessionView(
        date=said(session, "date", None if session.date is None else time(session.date)),
        place=said(session, "place", session.place),
        attendance=said(session, "attendance", attendance),
        units=tuple(unit_link(context.derived, unit, context.survey.date) for unit in session.units),
        note=session.note,
        cites=_cites(context, session),
    )


def measurement_view(context: Context, measurement: Measurement) -> MeasurementView:
    """Return a measured value, or why it is missing."""
    indicator = context.derived.archive.indicators[measurement.indicator]
    phrases = words("phrases")["measurement"]
    counted = None
    if measurement.numerator is not None and measurement.denominator is not None:
        counted = phrases["counted"].format(
            numerator=format_number(measurement.numerator), denominator=format_number(measurement.denominator)
        )
    if measurement.value is not None:
        value = Said(with_unit(measurement.value, indicator.unit))
    else:
        assert measurement.missing is not None, "checked: a measurement without a value says why"
        value = Said(label("absence_reason", measurement.missing), is_absent=True)
    return MeasurementView(
        indicator=Link(indicator.name, _address_of_indicator(context, indicator.id)),
        unit=unit_link(context.derived, measurement.unit, context.survey.date),
        period=time(measurement.period),
        value=value,
        counted=counted,
        target=None if measurement.target is None else with_unit(measurement.target, indicator.unit),
        parts=tuple(
            phrases["part"].format(label=part.label, value=format_number(part.value)) for part in measurement.parts
        ),
        note=measurement.note,
        cites=_cites(context, measurement),
    )


def media_view(context: Context, media: Media) -> MediaView:
    """Return a picture, or the caption of one that is not here."""
    phrases = words("phrases")["media"]
    details = [
        phrases[name].format(value=value)
        for name, value in (
            ("credit", media.credit),
            ("taken", None if media.taken is None else time(media.taken)),
            ("licence", media.licence),
            ("visible", media.visible),
        )
        if value is not None
    ]
    return MediaView(
        id=media.id,
        file=None if media.file is None else f"{addresses.survey(context.survey.id)}{media.file}",
        file_absent=said(media, "file", None) if media.file is None else None,
        caption=media.caption,
        alt=media.alt or "",
        details=tuple(details),
        cites=_cites(context, media),
    )


def document_view(context: Context, document: Document) -> DocumentView:
    """Return what readers may know of a paper."""
    issuer = document.issuer
    return DocumentView(
        id=document.id,
        name=document_name(document),
        subject=document.subject,
        issuer=None if issuer is None else unit_link(context.derived, issuer, document.date or context.survey.date),
        address=document.address,
        file=None if document.file is None else f"{addresses.survey(context.survey.id)}{document.file}",
        pages=document.pages,
        access=label("access", document.access),
        reason=document.reason,
        sha256=document.sha256,
    )


def source_view(source: Source) -> SourceView:
    """Return a source as it is cited."""
    return SourceView(
        id=source.id,
        title=source.title,
        publisher=said(source, "publisher", source.publisher),
        author=said(source, "author", source.author),
        published=said(source, "published", None if source.published is None else time(source.published)),
        address=source.address,
        address_absent=said(source, "address", None),
        accessed=said(
            source, "accessed", None if source.accessed is None else day(source.accessed, words("dates"))
        ),
        left_out=tuple(
            words("phrases")["left_out"].format(paragraph=number, reason=paragraph.left_out)
            for number, paragraph in enumerate(source.outline, start=1)
            if paragraph.left_out is not None
        ),
        note=source.note,
    )


def with_unit(number: str, unit: str) -> str:
    """Return a value with its unit: "98,5%", "1.234 hồ sơ"; the sign of percent stands close."""
    return format_number(number) + (unit if unit.startswith("%") else f" {unit}")


def _address_of_indicator(context: Context, indicator: str) -> str:
    if context.derived.measures.are_compared(indicator, context.survey.id):
        return addresses.comparison(indicator, context.survey.id)
    return addresses.indicator(indicator)


def _cites(context: Context, part: Delegation | Session | Measurement | Media) -> tuple[Citation, ...]:
    return citations(part.cites, context.cited)
