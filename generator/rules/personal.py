"""What in a text identifies or reaches a private person? (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP)

Every pattern is bounded: however long a text is, each of its letters is looked at a limited number of times.
Texts are in NFC, as ``load`` gives them.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from generator.vietnamese.disguise import plain


class Found(NamedTuple):
    """Something personal in a text: its kind, where it stands, and how it is written there."""

    kind: str
    start: int
    text: str


_Excuse: TypeAlias = Callable[[re.Match[str]], bool]
"""Whether what surrounds a match tells that it is something else."""


class _Kind(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    excused: _Excuse = lambda _: False


def personal_data(text: str) -> list[Found]:
    """Return what identifies or reaches a person in a text, in the order of the text, nothing twice."""
    if not may_be_personal(text):
        return []
    spelled = plain(text)
    found: dict[int, Found] = {}
    taken = bytearray(len(text))
    for kind in _KINDS:
        for match in kind.pattern.finditer(spelled.text):
            start, end = spelled.span(*match.span("found"))
            if not any(taken[start:end]) and not kind.excused(match):
                taken[start:end] = b"\1" * (end - start)
                found[start] = Found(kind.name, start, text[start:end])
    return [found[start] for start in sorted(found)]


def may_be_personal(text: str) -> bool:
    """Return, quickly, False where a text, or several joined, cannot hold anything personal."""
    return _DIGIT.search(text) is not None or "@" in text or _AT_IN_WORDS.search(text) is not None


# --- what stands before and after -----------------------------------------------------------------

_DIGIT = re.compile(r"[\d⁰-₉①-⓿❶-➓＠]")
"""A digit of any kind, or the full-width form of @."""
_BEFORE = 80
"""As many letters before a find are looked at."""

_UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and letter.lower() != letter)
_NAME = rf"[{_UPPER}]\w{{0,8}}(?:[ ][{_UPPER}]\w{{0,8}}){{0,5}}"
_TITLE = r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Cc]háu|[Ee]m|[Hh]ộ|[Cc]ử tri|[Cc]ông dân|ÔNG|BÀ)"
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đoàn|Trương|Đinh|Lâm|Mai|Trịnh|Đào|Cao|"
    "Hà|Lương|Thái|Châu|Tạ|Phùng|Tô|Vương|Quách|Tăng|Thạch|Kiều|Doãn|Lưu|Triệu|Văn|Ung|Hứa|Bạch|Nông|Vi|Alăng|Zơrâm|"
    "Pơloong|Bhling|Hôih|Arâl|Coor|Ating|Bríu|Briu|Y"
)
_PERSON = re.compile(rf"(?<!\w){_TITLE} (?:ông |bà )?(?P<name>{_NAME})")
_BARE_PERSON = re.compile(rf"(?<!\w)(?P<name>(?:{_FAMILY})(?: [{_UPPER}]\w{{0,8}}){{1,4}})")
_PLACE_BEFORE = re.compile(r"(?:đường|phố|trường|xã|phường|thôn|tổ|quận|huyện|tỉnh|khu|chợ|cầu|hồ|viện)(?: \w{1,8}){0,2} $", re.I)

_GROUPED = r"[0-9]{1,3}(?:\.[0-9]{3}){1,6}(?![0-9.])"
"""An amount with its thousands parted: 1.234.567."""
_AMOUNT_AFTER = (
    r"(?![0-9]|[.,][0-9]|[ ]{0,3}(?:đồng|đ\b|VNĐ|VND|vnđ|USD|triệu|tỷ|nghìn|ngàn|%|/"
    r"|(?:người|hồ sơ|công dân|thẻ|lượt|trường hợp|m2|ha|kg|km)\b))"
)
_TAX_NUMBER = re.compile(r"(?:MST|[Mm]ã số (?:thuế|doanh nghiệp|hộ kinh doanh))[^0-9\n]{0,20}$")
_OFFICE_TAX = r"MST|[Mm]ã số thuế|MÃ SỐ THUẾ"
_NOT_BORN = frozenset(
    "khai phát học thí vệ tuyển hy hi tái hồi dân an ký kí sản nảy nữ nam giáo môn sơ trực vi hậu sát chúng nhân "
    "quyên dưỡng mưu thư hộ triệt bán giám".split()
)
"""Words that make something else of “sinh”: khai sinh, phát sinh, học sinh, vệ sinh, tuyển sinh …"""
_OFFICE = re.compile(
    r"trụ sở|cơ quan|UBND|HĐND|[Uu]ỷ ban|[Ủủ]y ban|văn phòng|trung tâm|trường|trạm|bộ phận|dãy|tòa|khu|biển|công ty",
    re.IGNORECASE,
)


def _before(match: re.Match[str], length: int = _BEFORE) -> str:
    start = match.start("found")
    return match.string[max(0, start - length) : start]


def _paragraph_before(match: re.Match[str], length: int = _BEFORE) -> str:
    return _before(match, length).rpartition("\n\n")[2]


def _is_no_phone(match: re.Match[str]) -> bool:
    """Return whether digits that could be a phone are a date, a tax number or a row of small numbers."""
    groups = re.findall("[0-9]{1,20}", match["found"])
    return (
        _DAY.match(match["found"]) is not None
        or _TAX_NUMBER.search(_before(match)) is not None
        or len(groups) > 6
        or len(groups[0]) < 2
    )


_DAY = re.compile(r"[0-9]{1,2}[^0-9]{1,3}[0-9]{1,2}[^0-9]{1,3}[0-9]{4}(?![0-9])")


def _is_no_birth(match: re.Match[str]) -> bool:
    """Return whether “sinh” belongs to another word: “khai sinh ngày 01/01/2025” is a day of an office."""
    start = match.start()
    if match[0][:1] not in "sS":
        return False
    word = match.string[max(0, start - 12) : start].rstrip(" ").rpartition(" ")[2]
    return word.strip("(\n").lower() in _NOT_BORN


def _tells_no_person(match: re.Match[str]) -> bool:
    return _PERSON.search(_paragraph_before(match)) is None


def _is_of_an_office(match: re.Match[str]) -> bool:
    return _OFFICE.search(_before(match, 60)) is not None


def _names_nobody(match: re.Match[str]) -> bool:
    """Return whether no person is named within some lines of a parcel of land."""
    start, end = match.span("found")
    around = match.string[max(0, start - 160) : end + 160]
    if _PERSON.search(around) is not None:
        return False
    return all(_PLACE_BEFORE.search(around[: each.start()][-24:]) for each in _BARE_PERSON.finditer(around))


# --- what is personal --------------------------------------------------------------------------------

_AT = r"[ ]?(?:@|[(\[{](?:at|a|@|a còng|a móc)[)\]}]|[ ](?:at|a còng|a móc)[ ])[ ]?"
_DOT = r"(?:\.|[ ]?[(\[{](?:dot|chấm)[)\]}][ ]?|[ ](?:dot|chấm)[ ])"
_AT_IN_WORDS = re.compile(r"[(\[{](?:at|a|a còng|a móc)[)\]}]| (?:at|a còng|a móc) ", re.IGNORECASE)
_DATE = (
    r"[0-3]?[0-9][ ]?[/.-][ ]?[01]?[0-9][ ]?[/.-][ ]?(?:19|20)[0-9]{2}(?![0-9])"
    r"|[0-3]?[0-9][ ]tháng[ ][01]?[0-9][ ]năm[ ](?:19|20)[0-9]{2}(?![0-9])"
)
_PAPERS = (
    r"(?i:CCCD|CMND|CMTND|CMT|GCMND|CMSQ|căn cước|chứng minh (?:nhân dân|thư|sĩ quan|quân đội)|định danh cá nhân"
    r"|số định danh|hộ chiếu|passport|giấy phép lái xe|bằng lái xe|GPLX)"
)
_INSURANCE = r"(?i:BHYT|BHXH|BHTN|bảo hiểm (?:y tế|xã hội|thất nghiệp)|mã số bảo hiểm)"
_REACHED_BY = r"(?i:zalo|viber|telegram|whatsapp|(?:số )?điện thoại|SĐT|ĐTDĐ|ĐT|di động|số máy|hotline)"
_FREE = r"(?:(?<![\w.,/-])|(?<=[0-9]{9}[/,;-])|(?<=zalo\.me/))"
"""Where a number may begin: not within another one, but after a whole one, as in 0912345678/0987654321."""

_KINDS = (
    _Kind(
        "email",
        re.compile(
            rf"(?<![\w.+-])(?P<found>[\w.+-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,5}}[^\W\d_]{{2,24}})(?![\w-])",
            re.IGNORECASE,
        ),
    ),
    _Kind(
        "identity",  # named as such: 9 digits (CMND), 12 digits (CCCD, driving licence), or a passport
        re.compile(
            rf"(?<!\w){_PAPERS}[^0-9\n]{{0,40}}?"
            rf"(?P<found>[0-9](?:[ .-]{{0,3}}[0-9]){{8}}(?:(?:[ .-]{{0,3}}[0-9]){{3}})?(?![0-9])|\b[A-Za-z][ ]?[0-9]{{7,8}})"
            rf"{_AMOUNT_AFTER}"
        ),
    ),
    _Kind(
        "insurance",  # letters of the group, one digit of the rate, two of the province, ten of the person
        re.compile(r"(?<!\w)(?P<found>[A-Z]{2}[ .-]{0,3}[1-5](?:[ .-]{0,3}[0-9]){12})(?![0-9])"),
    ),
    _Kind(
        "insurance",
        re.compile(
            rf"(?<!\w){_INSURANCE}[^0-9\n]{{0,40}}?(?!{_GROUPED})"
            rf"(?P<found>(?:[A-Z]{{2}}[ .-]{{0,3}}[0-9](?:[ .-]{{0,3}}[0-9]){{12}}|[0-9](?:[ .-]?[0-9]){{9}})){_AMOUNT_AFTER}"
        ),
    ),
    _Kind(
        "tax",  # of persons and households: named so, or beginning with 8
        re.compile(
            rf"(?<!\w)(?:(?:{_OFFICE_TAX})[ ](?:của[ ])?(?:cá nhân|TNCN|thu nhập cá nhân|hộ|ông|bà)\b[^0-9\n]{{0,40}}?"
            rf"(?P<found>[0-9](?:[ .-]?[0-9]){{9}}(?:-[0-9]{{3}})?)(?![0-9])"
            rf")"
        ),
    ),
    _Kind(
        "tax",
        re.compile(rf"(?<!\w)(?:{_OFFICE_TAX})[^0-9\n]{{0,20}}?(?P<found>8[0-9]{{9}}(?:-[0-9]{{3}})?)(?![0-9])"),
    ),
    _Kind(
        "account",
        re.compile(
            r"(?<!\w)(?i:số tài khoản|tài khoản(?: ngân hàng)? số|STK|số TK|TK số)"
            rf"[^0-9\n]{{0,40}}?(?!{_GROUPED})(?P<found>[0-9](?:[ .-]?[0-9]){{5,18}}){_AMOUNT_AFTER}"
        ),
    ),
    _Kind(
        "identity",  # CCCD: 0, the rest of the province's number, century and sex, year of birth, six digits
        re.compile(
            rf"{_FREE}(?P<found>0(?:0[1-9]|[1-8][0-9]|9[0-6])[ .-]{{0,3}}[0-3](?:[ .-]{{0,3}}[0-9]){{8}})(?![0-9])"
        ),
    ),
    _Kind("identity", re.compile(rf"{_FREE}(?P<found>[0-3][0-9]{{8}}){_AMOUNT_AFTER}")),  # CMND
    _Kind(
        "phone",
        re.compile(
            rf"{_FREE}(?P<found>(?:(?:\(?\+[ ]?84\)?|0084|\(84\))[ .-]?(?:\(0\))?|84(?=[0-9]{{9}}(?![0-9]))|\(?0)"
            r"(?:[35789](?:[ \n._()-]{0,3}[0-9]){8}|2(?:[ \n._()-]{0,3}[0-9]){9}))(?![0-9])"
        ),
        _is_no_phone,
    ),
    _Kind("phone", re.compile(rf"{_FREE}(?P<found>0[35789][0-9]{{2}}([/,])[0-9]{{3}}\2[0-9]{{3}})(?![0-9])")),
    _Kind(
        "phone",  # named as such and without its first nought
        re.compile(rf"(?<!\w){_REACHED_BY}[^0-9\n]{{0,20}}?(?P<found>[35789](?:[ .-]{{0,3}}[0-9]){{8}}){_AMOUNT_AFTER}"),
    ),
    _Kind(
        "birth",
        re.compile(
            rf"(?<!\w)(?i:ngày(?:, tháng, năm)? sinh|sinh)[ :]{{0,3}}(?i:ra )?(?i:vào )?(?i:ngày)?[ :]{{0,3}}(?P<found>{_DATE})"
        ),
        _is_no_birth,
    ),
    _Kind(
        "birth",
        re.compile(r"(?<!\w)(?i:sinh năm|năm sinh|SN)[ :.]{0,3}(?P<found>(?:19|20)[0-9]{2})(?![0-9])"),
        _tells_no_person,
    ),
    _Kind(
        "plate",
        re.compile(
            r"(?<!\w)(?i:biển (?:kiểm soát|số)|BKS)[^0-9\n]{0,20}?"
            r"(?P<found>[1-9][0-9][ .-]{0,3}[A-Za-zĐđ]{1,2}[0-9]?[ .-]{0,3}[0-9]{3}[ .]?[0-9]{1,2})(?![0-9])"
        ),
    ),
    _Kind(
        "plate",
        re.compile(
            r"(?<![\w./-])(?P<found>[1-9][0-9][ -]?(?:[A-Z]{1,2}|[A-Z][0-9])[ -]{1,3}[0-9]{3}\.[0-9]{2})(?![0-9.])"
        ),
    ),
    _Kind(
        "land",
        re.compile(
            r"(?<!\w)(?P<found>(?i:thửa)(?i: đất)?(?i: số)?[ :]{0,3}[0-9]{1,5}(?:[^\n]{0,20}?(?i:tờ bản đồ)(?i: địa chính)?"
            r"(?i: số)?[ :]{0,3}[0-9]{1,4})?|(?i:tờ bản đồ)(?i: địa chính)?(?i: số)?[ :]{0,3}[0-9]{1,4})(?![0-9])"
        ),
        _names_nobody,
    ),
    _Kind(
        "land",
        re.compile(
            r"(?<!\w)(?i:GCNQSDĐ|giấy chứng nhận quyền sử dụng đất|sổ đỏ|sổ hồng|số phát hành|số sê-?ri)"
            r"[^0-9\n]{0,40}?(?P<found>\b[A-ZĐ]{1,2}[ ]?[0-9]{6,8})(?![0-9])"
        ),
    ),
    _Kind(
        "home",
        re.compile(r"(?<!\w)(?P<found>(?i:số nhà|nhà số)[ :]{0,3}[0-9]{1,4}[A-Za-z]?(?:/[0-9]{1,4}[A-Za-z]?){0,3})(?!\w)"),
        _is_of_an_office,
    ),
    _Kind(
        "home",
        re.compile(
            r"(?<!\w)(?i:thường trú|tạm trú|cư trú|trú|ngụ|chỗ ở|nơi ở|ở|nhà|địa chỉ|hộ khẩu)\b[^0-9\n]{0,30}?"
            r"(?P<found>(?i:số|tổ|thôn|ấp|khóm|khối|ngõ|ngách|hẻm|kiệt|xóm|bản|làng)[ ][0-9]{1,4}[A-Za-z]?(?:/[0-9]{1,4}){0,3}[^.;\n]{0,40})"
        ),
        _tells_no_person,
    ),
)
"""In this order: what is named comes before what only looks like it."""
