"""Which numbers and addresses identify or reach a person? (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP)

Each by its usual spellings: digits in groups, behind its name or alone where it looks like nothing else.
"""

import re

from generator.rules.clue import Clue, before, gap

LONG_NUMBER = re.compile(r"[0-9](?:(?:[^0-9,\n]{0,3}|,)[0-9]){4}")
"""What each text holds in which there is a number of a person."""

_GROUPED = r"[0-9]{1,3}(?:\.[0-9]{3}){1,6}(?![0-9.])"
"""An amount with its thousands parted: 1.234.567."""
_UNIT = (
    r"(?:đồng|đ\b|VNĐ|VND|vnđ|USD|triệu|tr\b|tỷ|tỉ\b|nghìn|ngàn|%|m2|m²|m3|ha\b|km|kg\b|tấn"
    r"|(?:người|hồ sơ|công dân|thẻ|lượt|trường hợp|hộ|khẩu|căn|tài khoản|nhân khẩu|cử tri|giao dịch)\b)"
)
_NO_AMOUNT_NOR_PART = rf"(?![0-9]|[.,][0-9]|[ ]{{0,3}}{_UNIT})"
"""Behind a number: neither more of it nor a unit."""
_NO_AMOUNT = rf"{_NO_AMOUNT_NOR_PART}(?![ ]{{0,3}}/)"
"""Nor a stroke, as in the number of a document; between two phones there may be one."""
_DAY = re.compile(r"[0-9]{1,2}[^0-9]{1,3}[0-9]{1,2}[^0-9]{1,3}[0-9]{4}(?![0-9])")
_TAX_NUMBER = re.compile(r"(?:MST|[Mm]ã số (?:thuế|doanh nghiệp|hộ kinh doanh))[^0-9\n]{0,20}$")
_ACCOUNT_OF_A_SERVICE = re.compile(r"định danh|VNeID|kích hoạt|dịch vụ công|điện tử|đăng ký", re.IGNORECASE)
_SEPARATORS = re.compile("[^0-9]{1,3}")
_MOST_GROUPS = 6

_AT = r"(?:@|[ ]@[ ]|%40|[ ]?[(\[{][ ]?(?:at|a|@|a còng|a móc)[ ]?[)\]}][ ]?|[ ](?:at|a còng|a móc)[ ])"
_DOT = r"(?:\.|[ ]\.[ ]|[ ]?[(\[{][ ]?(?:dot|\.|chấm)[ ]?[)\]}][ ]?|[ ](?:dot|chấm)[ ])"
AT_SIGNS = ("@", "%40", "(a", "[a", "{a", "( a", "[ a", "{ a", "(@", " at ", " a còng ", " a móc ")
"""One of these stands, in small letters, in each text in which there is an address of e-mail."""

_PAPERS = (
    r"(?i:CCCD|CMND|CMTND|CMT|GCMND|CMSQ|ĐDCN|căn cước|chứng minh (?:nhân dân|thư|sĩ quan|quân đội)"
    r"|định danh cá nhân|số định danh|hộ chiếu|passport|giấy phép lái xe|bằng lái xe|GPLX)"
)
_INSURANCE = r"(?i:BHYT|BHXH|BHTN|bảo hiểm (?:y tế|xã hội|thất nghiệp)|mã số bảo hiểm)"
_TAX = r"(?i:MST|mã số thuế)"
_REACHED_BY = r"(?i:zalo|viber|telegram|whatsapp|(?:số )?điện thoại|SĐT|SDT|ĐTDĐ|ĐT|di động|số máy|hotline)"

_FREE = r"(?:(?<![\w.,/-])|(?<=[0-9]{9}[/,;-]))"
"""Where a number may begin: not within another one, but after a whole one, as in 0912345678/0987654321."""
_FREE_PHONE = r"(?:(?<!\w)(?<![0-9][.,])(?<!\w/)(?<![0-9A-Z_]-)|(?<=[0-9]{9}[/,;-])|(?<=zalo\.me/))"
"""Where a phone may begin: behind a comma or a full stop that ends a word, too."""
_DIGIT_WORD = r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)"


def _is_a_day(match: re.Match[str]) -> bool:
    return _DAY.match(match["found"]) is not None


def _is_no_phone(match: re.Match[str]) -> bool:
    """Return whether digits that could be a phone are a date, a tax number or a row of small numbers."""
    written = match["found"]
    separators = _SEPARATORS.findall(written.strip("( "))
    groups = [group for group in _SEPARATORS.split(written) if group]
    if all(len(group) == 1 for group in groups):
        return len(set(separators)) > 1
    return (
        _is_a_day(match)
        or _TAX_NUMBER.search(before(match)) is not None
        or len(groups) > _MOST_GROUPS
        or len(groups[0]) == 1
    )


def _is_no_account(match: re.Match[str]) -> bool:
    """Return whether a number behind “tài khoản” is a day, or counts accounts of a service."""
    return _is_a_day(match) or _ACCOUNT_OF_A_SERVICE.search(gap(match)) is not None


EMAIL = Clue(
    "email",
    re.compile(
        rf"(?<![\w.+-])(?P<found>[\w.+-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,5}}[^\W\d_]{{2,24}})(?![\w-])",
        re.IGNORECASE,
    ),
)

NUMBERS = (
    Clue(
        "identity",  # named as such: 9 digits (CMND), 12 digits (CCCD, driving licence), or a passport
        re.compile(
            rf"(?<!\w){_PAPERS}[^0-9\n]{{0,40}}?"
            r"(?P<found>[0-9](?:[ .-]{0,3}[0-9]){8}(?:(?:[ .-]{0,3}[0-9]){3})?(?![0-9])"
            rf"|\b[A-Za-z][ ]?[0-9]{{7,8}}){_NO_AMOUNT}"
        ),
        _is_a_day,
    ),
    Clue(
        "account",
        re.compile(
            r"(?<!\w)(?i:số tài khoản|tài khoản(?: ngân hàng)? số|STK|số TK|TK số)"
            rf"[^0-9\n]{{0,40}}?(?!{_GROUPED})(?P<found>[0-9](?:[ .-]?[0-9]){{5,18}}){_NO_AMOUNT}"
        ),
        _is_no_account,
    ),
    Clue(
        "account",
        re.compile(
            rf"(?<!\w)(?i:tài khoản|TK)[^0-9\n]{{0,20}}?(?!{_GROUPED})"
            rf"(?P<found>[0-9](?:[ .-]?[0-9]){{7,18}}){_NO_AMOUNT}"
        ),
        _is_no_account,
    ),
    Clue(
        "account",  # cards: sixteen digits, those of Việt Nam begin with 9704
        re.compile(
            r"(?:(?<![\w.,/-])(?=9704)|(?<!\w)(?i:số thẻ|thẻ ATM|thẻ ngân hàng|thẻ tín dụng)[^0-9\n]{0,20}?)"
            r"(?P<found>[0-9](?:[ .-]?[0-9]){15}(?:[0-9]{3})?)(?![0-9])"
        ),
    ),
    Clue(
        "insurance",  # letters of the group, one digit of the rate, two of the province, ten of the person
        re.compile(r"(?<!\w)(?P<found>[A-Z]{2}[ .-]{0,3}[1-5](?:[ .-]{0,3}[0-9]){12})(?![0-9])"),
    ),
    Clue(
        "insurance",
        re.compile(
            rf"(?<!\w){_INSURANCE}[^0-9\n]{{0,40}}?(?!{_GROUPED})"
            r"(?P<found>[A-Z]{2}[ .-]{0,3}[0-9](?:[ .-]{0,3}[0-9]){12}|[0-9](?:[ .-]?[0-9]){9}(?![0-9]))"
            rf"{_NO_AMOUNT}"
        ),
        _is_a_day,
    ),
    Clue(
        "tax",  # of a person or a household: named so
        re.compile(
            rf"(?<!\w){_TAX}[ ](?:của[ ])?(?:cá nhân|TNCN|thu nhập cá nhân|hộ|ông|bà|anh|chị)\b[^0-9\n]{{0,40}}?"
            r"(?P<found>[0-9](?:[ .-]?[0-9]){9}(?:-[0-9]{3})?)(?![0-9])"
        ),
    ),
    Clue("tax", re.compile(rf"(?<!\w){_TAX}[^0-9\n]{{0,20}}?(?P<found>8[0-9]{{9}}(?:-[0-9]{{3}})?)(?![0-9])")),
    Clue(
        "identity",  # CCCD: 0, the rest of the province's number, century and sex, year of birth, six digits
        re.compile(
            rf"{_FREE}(?P<found>0(?:[ .-]?)(?:0[ .-]?[1-9]|[1-8][ .-]?[0-9]|9[ .-]?[0-6])"
            r"[ .-]{0,3}[0-3](?:[ .-]{0,3}[0-9]){8})(?![0-9])"
        ),
        _is_a_day,
    ),
    Clue("identity", re.compile(rf"{_FREE}(?P<found>[0-3][0-9]{{8}}){_NO_AMOUNT}")),  # CMND
    Clue(
        "phone",
        re.compile(
            rf"{_FREE_PHONE}"
            r"(?P<found>(?:(?:\(?\+[ ]?84\)?|0084|\(84\))[ .-]?(?:\(0\))?|84(?=[0-9]{9}(?![0-9]))|\(?0)"
            r"[ .-]?(?:[35789](?:[ ._()-]{0,3}[0-9]){8}|2(?:[ ._()-]{0,3}[0-9]){9}))(?![0-9])"
            rf"{_NO_AMOUNT_NOR_PART}"
        ),
        _is_no_phone,
    ),
    Clue("phone", re.compile(rf"{_FREE_PHONE}(?P<found>0[35789][0-9]{{2}}([/,])[0-9]{{3}}\2[0-9]{{3}})(?![0-9])")),
    Clue(
        "phone",  # named as such, also glued to its name and without its first nought
        re.compile(
            rf"(?<!\w){_REACHED_BY}[^0-9\n+(]{{0,20}}?"
            rf"(?P<found>(?:84[ .-]?|0)?[35789](?:[ .-]{{0,3}}[0-9]){{8}}){_NO_AMOUNT}"
        ),
        _is_a_day,
    ),
    Clue(
        "plate",
        re.compile(
            r"(?<!\w)(?i:biển (?:kiểm soát|số)|BKS)[^0-9\n]{0,20}?"
            r"(?P<found>[1-9][0-9][ .-]{0,3}[A-Za-zĐđ]{1,2}[0-9]?[ .-]{0,3}[0-9]{3}[ .]?[0-9]{1,2})(?![0-9])"
        ),
    ),
    Clue(
        "plate",
        re.compile(
            r"(?<![\w./-])(?P<found>[1-9][0-9][ -]?(?:[A-Z]{1,2}|[A-Z][0-9])[ -]{1,3}[0-9]{3}\.[0-9]{2})"
            r"(?![0-9]|\.[0-9])"
        ),
    ),
    Clue(
        "land",  # the number on a certificate of a right to land
        re.compile(
            r"(?<!\w)(?i:GCNQSDĐ|giấy chứng nhận (?:quyền sử dụng đất|QSDĐ)|sổ đỏ|sổ hồng|số phát hành|số sê-?ri)"
            r"[^0-9\n]{0,40}?(?P<found>\b[A-ZĐ]{1,2}[ ]?[0-9]{5,8})(?![0-9])"
        ),
    ),
)
"""In this order: what is named comes before what only looks like it."""

PHONE_IN_WORDS = Clue(
    "phone", re.compile(rf"(?<!\w)(?P<found>không(?:[ ,.-]{{1,3}}{_DIGIT_WORD}){{9,10}})(?!\w)", re.IGNORECASE)
)
"""Không chín một hai …"""
