"""What does the page of a survey show of its parts: people, meetings, values, pictures, papers, sources?"""

from typing import NamedTuple

from generator import addresses
from generator.model.source import Document, Source
from generator.model.survey import Delegation, Media, Session, SurveyedUnit
from generator.model.vocabulary import DelegationRole
from generator.parts.statement import Context
from generator.pictures import is_picture, size_of
from generator.strings import label, say
from generator.wording.absence import Stated, lacking, stated
from generator.wording.citations import Citation, citations, document_name
from generator.wording.dates import date_text, day_text
from generator.wording.names import Link, unit_link


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
    lacking: tuple[str, ...]
    """What the source does not say of it, and why."""
    cites: tuple[Citation, ...]


class SessionView(NamedTuple):
    """One meeting or visit."""

    date: Stated
    place: Stated
    attendance: Stated
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
    cites: tuple[Citation, ...]


class MediaView(NamedTuple):
    """A picture, or the caption of one that is not here."""

    id: str
    file: str | None
    file_absent: Stated | None
    caption: str
    alt: str
    size: tuple[int, int] | None
    """Width and height as published, in pixels, so that the page does not jump when the picture comes."""
    details: tuple[str, ...]
    units: tuple[Link, ...]
    """The units that the picture shows."""
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
    lacking: tuple[str, ...]
    """What the source does not say of it, and why."""
    cites: tuple[Citation, ...]


class SourceView(NamedTuple):
    """A source as it is cited."""

    id: str
    title: str
    publisher: Stated
    author: Stated
    published: Stated
    address: str | None
    address_absent: Stated
    accessed: Stated
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
        ended=archive.units[entry.unit].has_ended(archive.today),
        cites=_cites(context, entry),
    )


def delegation_view(context: Context, delegation: Delegation) -> DelegationView:
    """Return who went; where the site tells posts only, the archive holds no names."""
    members = tuple(
        MemberView(
            name=member.name,
            role=label("delegation_role", member.role),
            is_head=member.role is DelegationRole.TRUONG_DOAN,
            posts=member.posts,
            on_behalf_of=None
            if member.on_behalf_of is None
            else unit_link(context.derived, member.on_behalf_of, context.survey.date),
        )
        for member in delegation.members
    )
    return DelegationView(
        delegation.name, members, delegation.note, lacking(delegation), _cites(context, delegation)
    )


def session_view(context: Context, session: Session) -> SessionView:
    """Return when, where and with whom a meeting was."""
    attendance = None if session.attendance is None else label("attendance", session.attendance)
    return SessionView(
        date=stated(session, "date", None if session.date is None else date_text(session.date)),
        place=stated(session, "place", session.place),
        attendance=stated(session, "attendance", attendance),
        units=tuple(unit_link(context.derived, unit, context.survey.date) for unit in session.units),
        note=session.note,
        cites=_cites(context, session),
    )


def media_view(context: Context, media: Media) -> MediaView:
    """Return a picture, or the caption of one that is not here."""
    details = [
        say(f"phrases.media.{name}", value=value)
        for name, value in (
            ("credit", media.credit),
            ("taken", None if media.taken is None else date_text(media.taken)),
            ("licence", media.licence),
            ("visible", media.visible),
        )
        if value is not None
    ]
    published = context.derived.archive.media.get(f"{context.survey.id}/{media.file}")
    return MediaView(
        id=media.id,
        file=None if media.file is None else f"{addresses.survey(context.survey.id)}{media.file}",
        file_absent=stated(media, "file", None) if media.file is None else None,
        caption=media.caption,
        alt=media.alt or "",
        size=None if published is None else size_of(published),
        details=tuple(details),
        units=tuple(unit_link(context.derived, unit, context.survey.date) for unit in media.units),
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
        # A picture is painted anew (``pictures``): the checksum of the original would not fit what readers get.
        sha256=None if is_picture(document.file or "") else document.sha256,
        lacking=lacking(document),
        cites=_cites(context, document),
    )


def source_view(source: Source) -> SourceView:
    """Return a source as it is cited."""
    return SourceView(
        id=source.id,
        title=source.title,
        publisher=stated(source, "publisher", source.publisher),
        author=stated(source, "author", source.author),
        published=stated(source, "published", None if source.published is None else date_text(source.published)),
        address=source.address,
        address_absent=stated(source, "address", None),
        accessed=stated(source, "accessed", None if source.accessed is None else day_text(source.accessed)),
        left_out=tuple(
            say("phrases.left_out", paragraph=number, reason=paragraph.left_out)
            for number, paragraph in enumerate(source.outline, start=1)
            if paragraph.left_out is not None
        ),
        note=source.note,
    )


def _cites(context: Context, part: Delegation | Document | Session | SurveyedUnit | Media) -> tuple[Citation, ...]:
    return citations(part.cites, context.cited)
