"""Is told of a person when they were born, where they live or which land is theirs?"""

import re

from generator.rules.clue import Clue, before, gap
from generator.rules.persons import end_of_last_person, has_name, has_person

TOLD = ("sinh", "sn", "thửa", "tờ bản đồ", "nhà", "trú", "ngụ", "ở", "địa chỉ", "hộ khẩu")
"""One of these stands, in small letters, in each text that tells it."""

_SHEET = r"(?i:tờ bản đồ)(?i: địa chính)?(?i: số)?[ :]{0,3}[0-9]{1,4}"
_DATE = (
    r"[0-3]?[0-9][ ]?[/.-][ ]?[01]?[0-9][ ]?[/.-][ ]?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
    r"|[0-3]?[0-9][ ]tháng[ ][01]?[0-9](?:[ ]năm|,)?[ ](?:19|20)[0-9]{2}(?![0-9])"
)
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_HOUSE = (
    r"(?P<found>(?i:số|tổ|thôn|ấp|khóm|khối|ngõ|ngách|hẻm|kiệt|xóm|bản|làng)[ ][0-9]{1,4}[A-Za-z]?"
    r"(?:/[0-9]{1,4}){0,3})(?!\w)"
)
_NOT_BORN = re.compile(
    r"(?<!\w)(?:khai|phát|học|thí|vệ|tuyển|hy|hi|tái|hồi|dân|an|ký|kí|sản|nảy|nữ|nam|giáo|môn|sơ|trực|vi|hậu|sát|chúng"
    r"|nhân|quyên|dưỡng|mưu|thư|hộ|triệt|bán|giám) ?$",
    re.IGNORECASE,
)
"""Words that make something else of “sinh”: khai sinh, phát sinh, học sinh, vệ sinh, tuyển sinh …"""
_NATIONAL_DAY = re.compile(r"Hồ Chí Minh|Bác|Chủ tịch|Tổng Bí thư|anh hùng", re.IGNORECASE)
_OFFICE = re.compile(
    r"trụ sở|cơ quan|UBND|HĐND|[Uu]ỷ ban|[Ủủ]y ban|văn phòng|trung tâm|trường|trạm|bộ phận|dãy|tòa|khu|biển|công ty"
    r"|đơn vị|phòng|sở|liên hệ",
    re.IGNORECASE,
)
_AROUND = 160
"""So many letters on both sides of a parcel of land are looked at."""
_BESIDE = 8
"""So near stands a place to the name of who lives there: “ông A, hiện ở thôn 3”."""


def _is_no_birth(match: re.Match[str]) -> bool:
    """Return whether “sinh” belongs to another word: “khai sinh ngày 01/01/2025” is a day of an office."""
    if match[0][:1] not in "sS":
        return _NATIONAL_DAY.search(gap(match)) is not None
    return _NOT_BORN.search(before(match, 12)) is not None


def _tells_no_year_of_birth(match: re.Match[str]) -> bool:
    return _is_no_birth(match) or not has_person(before(match))


def _is_of_an_office(match: re.Match[str]) -> bool:
    return _OFFICE.search(before(match, 60)) is not None


def _names_nobody(match: re.Match[str]) -> bool:
    """Return whether nobody is named within some lines of a parcel of land."""
    start, end = match.span("found")
    return not has_name(match.string[max(0, start - _AROUND) : end + _AROUND])


def _nobody_lives_there(match: re.Match[str]) -> bool:
    return not has_person(before(match))


def _nobody_is_said_to_be_there(match: re.Match[str]) -> bool:
    """Return whether “ở thôn 3” does not follow a name at once: mostly it tells where a road is."""
    text = before(match)
    end = end_of_last_person(text)
    return end is None or len(text) - end > _BESIDE


WHEREABOUTS = (
    Clue(
        "birth",
        re.compile(
            r"(?<!\w)(?i:sinh)(?: nhật)?[ :]{0,3}(?i:ra )?(?i:vào )?(?i:ng[àa]y )?[ :]{0,3}"
            rf"(?P<found>{_DATE})(?! trở)"
        ),
        _is_no_birth,
    ),
    Clue(
        "birth",
        re.compile(rf"(?<!\w)(?i:ng[àa]y(?:, tháng, năm)? sinh)\b[^0-9\n]{{0,40}}?(?P<found>{_DATE})(?! trở)"),
        _is_no_birth,
    ),
    Clue(
        "birth",
        re.compile(rf"(?<!\w)(?i:sinh năm|năm sinh|sinh|SN)[ :.]{{0,3}}(?P<found>{_YEAR})(?! trở)"),
        _tells_no_year_of_birth,
    ),
    Clue(
        "land",
        re.compile(
            r"(?<!\w)(?P<found>(?i:thửa)(?i: đất)?(?i: số)?[ :]{0,3}[0-9]{1,5}(?![0-9])"
            rf"(?:[^\n]{{0,20}}?{_SHEET})?|{_SHEET})(?![0-9])"
        ),
        _names_nobody,
    ),
    Clue(
        "home",
        re.compile(
            r"(?<!\w)(?P<found>(?i:số nhà|nhà số)[ :]{0,3}[0-9]{1,4}[A-Za-z]?(?:/[0-9]{1,4}[A-Za-z]?){0,3})"
            r"(?!\w|[.,][0-9]|[ ](?:căn|ngôi|hộ|nhà|cái)\b)"
        ),
        _is_of_an_office,
    ),
    Clue(
        "home",
        re.compile(
            r"(?<!\w)(?i:thường trú|tạm trú|cư trú|trú|ngụ|chỗ ở|nơi ở|hộ khẩu)\b[^0-9\n]{0,30}?"
            rf"{_HOUSE}"
        ),
        _nobody_lives_there,
    ),
    Clue(
        "home",
        re.compile(
            r"(?<!\w)(?i:ở|nhà ở|nhà|địa chỉ)\b[^0-9\n]{0,12}?"
            rf"{_HOUSE}"
        ),
        _nobody_is_said_to_be_there,
    ),
)
