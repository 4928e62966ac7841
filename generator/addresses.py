"""At which permanent address does a record live? Addresses are relative to the site, without a leading slash."""

import re

HOME = ""
SURVEYS = "khao-sat/"
UNITS = "don-vi/"
TOPICS = "chu-de/"
RECOMMENDATIONS = "kien-nghi/"
INDICATORS = "so-lieu/"
GLOSSARY = "thuat-ngu/"
UPDATES = "cap-nhat/"
CORRECTIONS = "dinh-chinh/"
SECTIONS = (SURVEYS, UNITS, TOPICS, RECOMMENDATIONS, INDICATORS, GLOSSARY, UPDATES, CORRECTIONS)
TAKEN = frozenset(
    {
        *(section.rstrip("/") for section in SECTIONS),
        *("tim-kiem", "du-lieu"),  # kept for the search and for downloads
        *("admin", "api", "assets", "search", "index", "sitemap", "404"),  # kept for files of the site
    }
)
"""Names that no article may have: the site itself uses them."""

ATOM = "atom.xml"
ADDRESSED = "kien-nghi.xml"
JSON_FEED = "feed.json"
DEADLINES = "thoi-han.ics"
"""Files by which a page is followed: all of it, what is asked of a body, all of the site once more, deadlines."""

DAY = "ngay.json"
"""The day that the site shows, and the words in which a browser counts from it: no other file holds that day."""

YEAR_PREFIX = "nam-"
PAGE_PREFIX = "trang-"
LIST_PREFIX = "danh-sach-"
RESERVED = (YEAR_PREFIX, PAGE_PREFIX, LIST_PREFIX)
"""Beginnings of addresses that lists use; a record's id may not begin like that."""

_FURTHER = re.compile(rf"(?<=/){PAGE_PREFIX}[0-9]+/\Z")


def survey(identifier: str) -> str:
    """Return the address of a survey's page."""
    return f"{SURVEYS}{identifier}/"


def unit(identifier: str) -> str:
    """Return the address of a unit's page."""
    return f"{UNITS}{identifier}/"


def recommendation(survey_id: str, identifier: str) -> str:
    """Return the address of a recommendation's page, e.g. ``kien-nghi/2023-giam-sat-tthc-kn-01/``."""
    return f"{RECOMMENDATIONS}{survey_id}-{identifier}/"


OVERDUE = f"{RECOMMENDATIONS}qua-han/"
WITHOUT_BODY = f"{RECOMMENDATIONS}chua-co-co-quan/"
UNNAMED = f"{RECOMMENDATIONS}khong-neu-co-quan/"
BODIES = f"{RECOMMENDATIONS}co-quan/"

_STATUSES = {
    "closed": "khong-con-ap-dung",
    "done_verified": "da-xac-minh",
    "partly_done": "hoan-thanh-mot-phan",
    "not_satisfactory": "chua-dap-ung",
    "declined": "khong-thuc-hien",
    "reported_done": "bao-cao-da-xong",
    "in_progress": "dang-thuc-hien",
    "accepted": "da-tiep-thu",
    "explained": "da-giai-trinh",
    "planned": "da-co-ke-hoach",
    "explanation_accepted": "chap-nhan-giai-trinh",
    "continuing": "thuong-xuyen",
    "passed_on": "chuyen-cap-tren",
    "issued": "hdnd-da-thuc-hien",
    "no_response": "chua-co-phan-hoi",
}


def of_status(code: str) -> str:
    """Return the address of the recommendations at a status: ``kien-nghi/tinh-trang/da-xac-minh/``."""
    return recommendations_of("tinh-trang", _STATUSES[code])


def recommendations_of(question: str, answer: str) -> str:
    """Return the address of a choice of recommendations, e.g. ``kien-nghi/nam/2024/``."""
    return f"{RECOMMENDATIONS}{question}/{answer}/"


def topic(identifier: str) -> str:
    """Return the address of a topic's page."""
    return f"{TOPICS}{identifier}/"


def indicator(identifier: str) -> str:
    """Return the address of an indicator's page."""
    return f"{INDICATORS}{identifier}/"


def comparison(indicator_id: str, survey_id: str) -> str:
    """Return the address of the units of one survey side by side, e.g. ``so-lieu/ty-le-so-hoa/2023-tthc/``."""
    return f"{indicator(indicator_id)}{survey_id}/"


def article(identifier: str) -> str:
    """Return the address of an editorial page; the home text has the site's own address."""
    return HOME if identifier == "trang-chu" else f"{identifier}/"


def year(of_list: str, number: int | None) -> str:
    """Return the address of one year of a list, e.g. ``khao-sat/nam-2024/``; None where no year is stated."""
    return f"{of_list}{YEAR_PREFIX}{_year(number)}/"


def recommendations_of_year(number: int | None) -> str:
    """Return the address of the recommendations of one year, e.g. ``kien-nghi/nam/2024/``."""
    return recommendations_of("nam", _year(number))


def _year(number: int | None) -> str:
    return "khong-ro" if number is None else str(number)


def page(first: str, number: int) -> str:
    """Return the address of the n-th page of something that is cut into pages; the first is the thing itself."""
    return first if number == 1 else f"{first}{PAGE_PREFIX}{number}/"


def lists_of(address: str) -> tuple[str, ...]:
    """Return the lists of which this is the address of a part, the nearest first; of most addresses there is none.

    The lists of one kind of units are parts, too: they are there only while they are long.
    """
    first = _FURTHER.sub("", address)
    parted = () if first == address else (first,)
    return (*parted, UNITS) if first.startswith(f"{UNITS}{LIST_PREFIX}") else parted
