"""Is a private person named in a text?"""

import re

_UPPER = "".join(
    letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and letter.lower() != letter
)
_WORD = rf"[{_UPPER}]\w{{0,8}}"
_TITLE = (
    r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Cc]háu|[Ee]m|[Hh]ộ|[Cc]ử tri|[Cc]ông dân|ÔNG|BÀ)"
)
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đoàn|Trương|Đinh|Lâm|Mai|Trịnh|Đào|Cao|"
    "Hà|Lương|Thái|Châu|Tạ|Phùng|Tô|Vương|Quách|Tăng|Thạch|Kiều|Doãn|Lưu|Triệu|Văn|Ung|Hứa|Bạch|Nông|Vi|Alăng|Zơrâm|"
    "Pơloong|Bhling|Hôih|Arâl|Coor|Ating|Bríu|Briu"
)
_WITH_TITLE = re.compile(rf"(?<!\w){_TITLE} (?:ông |bà )?{_WORD}(?: {_WORD}){{0,5}}")
_BARE = re.compile(rf"(?<!\w)(?:{_FAMILY}|{_FAMILY.upper()})(?: {_WORD}){{1,4}}")
_NAMED_AFTER = re.compile(
    r"(?:đường|phố|trường|trường (?:tiểu học|mầm non|mẫu giáo|THCS|THPT)|xã|phường|thôn|tổ|quận|huyện|tỉnh|khu|chợ"
    r"|cầu|hồ|viện|công viên|quảng trường) $",
    re.IGNORECASE,
)
"""What stands before a name that is of a street, a school or another thing."""


def has_person(text: str) -> bool:
    """Return whether somebody is named with a title: ông, bà, anh, hộ …"""
    return _WITH_TITLE.search(text) is not None


def end_of_last_person(text: str) -> int | None:
    """Return where the last name ends that stands with a title; None if nobody is named so."""
    ends = [match.end() for match in _WITH_TITLE.finditer(text)]
    return ends[-1] if ends else None


def has_name(text: str) -> bool:
    """Return whether somebody is named, with or without a title; names of streets and schools are nobody."""
    return has_person(text) or any(
        _NAMED_AFTER.search(text[max(0, match.start() - 24) : match.start()]) is None
        for match in _BARE.finditer(text)
    )
