"""Which kinds of steps does a recommendation take, and what may each of them say?"""

from enum import StrEnum


class EventType(StrEnum):
    """What kind of step a recommendation took."""

    FORWARDED = "forwarded"
    POSITION = "position"
    PROGRESS = "progress"
    VERIFICATION = "verification"
    ESCALATION = "escalation"
    DEADLINE_SET = "deadline_set"
    DEADLINE_EXTENDED = "deadline_extended"
    TRANSFER = "transfer"
    ADDRESSEE_ADDED = "addressee_added"
    OUTSIDE_FINDING = "outside_finding"
    CLOSED = "closed"
    REOPENED = "reopened"


class EventValue(StrEnum):
    """What the step says; each belongs to one type, see ``VALUES_OF_TYPE``."""

    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    ALTERNATIVE_PROPOSED = "alternative_proposed"
    EXPLAINED = "explained"
    NOT_ACCEPTED = "not_accepted"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    REPORTED_PARTIAL = "reported_partial"
    REPORTED_DONE = "reported_done"
    WILL_NOT_DO = "will_not_do"
    VERIFIED_DONE = "verified_done"
    VERIFIED_PARTIAL = "verified_partial"
    NOT_SATISFIED = "not_satisfied"
    CANNOT_VERIFY = "cannot_verify"
    DON_DOC = "don_doc"
    KIEN_NGHI_XU_LY = "kien_nghi_xu_ly"
    PHIEN_GIAI_TRINH = "phien_giai_trinh"
    CHAT_VAN = "chat_van"
    GIAM_SAT_LAI = "giam_sat_lai"
    BAO_CAO_HDND = "bao_cao_hdnd"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NO_LONGER_APPLICABLE = "no_longer_applicable"
    EXPLANATION_ACCEPTED = "explanation_accepted"


_V = EventValue
VALUES_OF_TYPE: dict[EventType, tuple[EventValue, ...]] = {
    EventType.FORWARDED: (),
    EventType.POSITION: (
        _V.ACCEPTED,
        _V.ACCEPTED_IN_PART,
        _V.ALTERNATIVE_PROPOSED,
        _V.EXPLAINED,
        _V.NOT_ACCEPTED,
    ),
    EventType.PROGRESS: (_V.PLANNED, _V.IN_PROGRESS, _V.REPORTED_PARTIAL, _V.REPORTED_DONE, _V.WILL_NOT_DO),
    EventType.VERIFICATION: (_V.VERIFIED_DONE, _V.VERIFIED_PARTIAL, _V.NOT_SATISFIED, _V.CANNOT_VERIFY),
    EventType.ESCALATION: (
        _V.DON_DOC,
        _V.KIEN_NGHI_XU_LY,
        _V.PHIEN_GIAI_TRINH,
        _V.CHAT_VAN,
        _V.GIAM_SAT_LAI,
        _V.BAO_CAO_HDND,
    ),
    EventType.DEADLINE_SET: (),
    EventType.DEADLINE_EXTENDED: (),
    EventType.TRANSFER: (),
    EventType.ADDRESSEE_ADDED: (),
    EventType.OUTSIDE_FINDING: (),
    EventType.CLOSED: (_V.SUPERSEDED, _V.WITHDRAWN, _V.NO_LONGER_APPLICABLE, _V.EXPLANATION_ACCEPTED),
    EventType.REOPENED: (),
}
"""Which values belong to which type; a type with none takes no ``value``."""


class VerificationMethod(StrEnum):
    """How the council satisfied itself."""

    DOCUMENTS = "documents"
    ON_SITE = "on_site"
    RE_SURVEY = "re_survey"
    HEARING = "hearing"
    CITIZENS = "citizens"
