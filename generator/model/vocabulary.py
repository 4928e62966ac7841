"""Which words may stand where the records use a fixed word? Their labels are in ``strings/vocabulary.yml``."""

import re
from enum import StrEnum


def vocabulary_name(vocabulary: type[StrEnum]) -> str:
    """Return the name under which a vocabulary has its labels: ``SurveyKind`` has them under ``survey_kind``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", vocabulary.__name__).lower()


class AbsenceReason(StrEnum):
    """Why something is not there."""

    NOT_STATED = "not_stated"
    NOT_COLLECTED = "not_collected"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_DISCLOSED = "not_disclosed"
    UNIT_DID_NOT_EXIST = "unit_did_not_exist"


class SurveyKind(StrEnum):
    """Forms of a council's activity; a survey (khảo sát) is never called a supervision (giám sát)."""

    KHAO_SAT = "khao_sat"
    GIAM_SAT_CHUYEN_DE = "giam_sat_chuyen_de"
    GIAM_SAT_KIEN_NGHI_CU_TRI = "giam_sat_kien_nghi_cu_tri"
    GIAM_SAT_LAI = "giam_sat_lai"
    PHIEN_GIAI_TRINH = "phien_giai_trinh"
    CHAT_VAN = "chat_van"


class DelegationRole(StrEnum):
    """What a person did in a delegation."""

    TRUONG_DOAN = "truong_doan"
    PHO_TRUONG_DOAN = "pho_truong_doan"
    THANH_VIEN = "thanh_vien"
    THU_KY = "thu_ky"
    MOI_THAM_GIA = "moi_tham_gia"


class Attendance(StrEnum):
    """How the units took part in a session."""

    IN_PERSON = "in_person"
    BY_REPORT = "by_report"
    ONLINE = "online"


class Capacity(StrEnum):
    """In which capacity a unit took part in a survey."""

    SURVEYED = "surveyed"
    REPORTED_ONLY = "reported_only"
    INVITED = "invited"


class ReportReceipt(StrEnum):
    """Whether the unit's own report was received."""

    RECEIVED = "received"
    NOT_RECEIVED = "not_received"
    NOT_STATED = "not_stated"


class ScopeKind(StrEnum):
    """Whom a finding is about: everybody, some who are not named, or the units it names."""

    GENERAL = "general"
    SOME = "some"
    UNITS = "units"


class CauseKind(StrEnum):
    """Nguyên nhân khách quan, chủ quan, or not said which."""

    OBJECTIVE = "objective"
    SUBJECTIVE = "subjective"
    NOT_STATED = "not_stated"


class ReplyPosition(StrEnum):
    """What a surveyed unit says to a finding about it."""

    AGREES = "agrees"
    AGREES_IN_PART = "agrees_in_part"
    DISAGREES = "disagrees"
    NO_REPLY = "no_reply"


class DayKind(StrEnum):
    """How the days of a deadline are counted."""

    CALENDAR = "calendar"
    WORKING = "working"


class Authority(StrEnum):
    """Whether the addressee can do it, or must hand it to a higher level."""

    WITHIN = "within"
    FORWARDED = "forwarded"


class DocumentType(StrEnum):
    """Kinds of papers of council work."""

    CHUONG_TRINH = "chuong_trinh"
    QUYET_DINH = "quyet_dinh"
    KE_HOACH = "ke_hoach"
    DE_CUONG = "de_cuong"
    BAO_CAO_DON_VI = "bao_cao_don_vi"
    BIEN_BAN = "bien_ban"
    BAO_CAO_KET_QUA = "bao_cao_ket_qua"
    THONG_BAO_KET_LUAN = "thong_bao_ket_luan"
    NGHI_QUYET = "nghi_quyet"
    CONG_VAN = "cong_van"
    BAO_CAO_THUC_HIEN = "bao_cao_thuc_hien"
    BAO_CAO_TIEP_THU = "bao_cao_tiep_thu"
    KHAC = "khac"


class Access(StrEnum):
    """How much of a document the public gets."""

    PUBLIC = "public"
    SUMMARY_ONLY = "summary_only"
    WITHHELD = "withheld"


class LocatorScheme(StrEnum):
    """How a place in a source is named."""

    PARAGRAPH_SENTENCE = "paragraph_sentence"
    PAGE = "page"
    NONE = "none"


class RelationKind(StrEnum):
    """How two surveys belong together."""

    PREPARES = "prepares"
    FOLLOWS = "follows"
    RE_SURVEY_OF = "re_survey_of"


class CorrectionKind(StrEnum):
    """What kind of change was made to a published record; a typo does not count as an update."""

    TYPO = "typo"
    FACTUAL = "factual"
    STATUS = "status"
    REDACTION = "redaction"
    WITHDRAWAL = "withdrawal"


class PublicationState(StrEnum):
    """Whether readers may see a record."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    IN_REPLY = "in_reply"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class UnitClassification(StrEnum):
    """What kind of body a unit is; the place, its council and its committee are three bodies."""

    ADMINISTRATIVE_UNIT = "administrative_unit"
    COUNCIL = "council"
    COUNCIL_BODY = "council_body"
    COMMITTEE = "committee"
    OFFICE = "office"
    OTHER = "other"


class Level(StrEnum):
    """Level of government; the district level ended on 2025-07-01."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class ReorganisationKind(StrEnum):
    """What happened to the units."""

    ESTABLISH = "establish"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    ABOLISH = "abolish"
    TRANSFER = "transfer"


class Extent(StrEnum):
    """Whether a whole unit or a part of it went into its successor."""

    WHOLE = "whole"
    PART = "part"


class BetterWhen(StrEnum):
    """In which direction an indicator is better."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class OfficialNaming(StrEnum):
    """Whether pages name officials as the source does, or only by their posts."""

    NAMES = "names"
    POSTS = "posts"
