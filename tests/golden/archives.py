"""Invented records, as many as wanted: for tests that break, mend, edit or multiply them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.write import write

YEARS = range(2022, 2024)
SMALL_TITLE = "Khảo sát số 1 về tiếp nhận hồ sơ"

_SITE = {
    "id": "https://vi-du.example/thu/",
    "name": "Khảo sát của HĐND xã Thử",
    "description": "Những điều HĐND xã Thử đã thấy (ví dụ hư cấu).",
    "address": "https://vi-du.example/thu/",
    "notice": "Ví dụ hư cấu.",
    "fictional": "true",
    "publisher": {"name": "Thường trực HĐND xã Thử"},
}
_ARTICLES = {
    "trang-chu": "Trang của xã Thử",
    "gioi-thieu": "Về trang này",
    "cach-doc": "Cách đọc",
    "phuong-phap": "Phương pháp",
}


class _WithoutAliases(yaml.SafeDumper):
    """Writes what is shared twice; records have no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def small(folder: Path) -> Path:
    """Write the smallest complete records, one survey of one unit, and return their root."""
    return archive(folder, surveys=1, units=1)


def archive(folder: Path, *, surveys: int, units: int) -> Path:
    """Write ``surveys`` small surveys, spread evenly over the same years, and ``units`` communes.

    The first commune and the only topic belong to every survey: their pages are the longest.
    """
    for path, record in _records(surveys, units).items():
        write_record(folder / "data" / f"{path}.yml", record)
    for name, title in _ARTICLES.items():
        write(folder / "content" / f"{name}.md", f"# {title}\n\nMột đoạn giới thiệu.\n".encode())
    return folder


def write_record(path: Path, record: Mapping[str, Any]) -> None:
    """Write a record as a person would: keys in order, letters as they are."""
    text = yaml.dump(dict(record), Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False, width=100)
    write(path, text.encode())


def _records(surveys: int, units: int) -> dict[str, dict[str, Any]]:
    files: dict[str, dict[str, Any]] = {
        "site": _SITE,
        "topics": {"topics": [{"id": "ho-so", "name": "Hồ sơ"}]},
        "glossary": {"terms": [{"term": "HĐND", "full": "Hội đồng nhân dân"}]},
    }
    for number in range(1, units + 1):
        files[f"units/xa-{number}"] = _unit(number)
    for number in range(1, surveys + 1):
        files[f"surveys/khao-sat-{number}"] = _survey(number, units)
    return files


def _unit(number: int) -> dict[str, Any]:
    return {
        "classification": "administrative_unit",
        "level": "commune",
        "names": [{"text": f"Xã Thử {number}"}],
        "valid_from": "2010-01-01",
    }


def _survey(number: int, units: int) -> dict[str, Any]:
    year = YEARS[number % len(YEARS)]
    other = f"xa-{1 + number % units}"
    cites = [{"source": "bao-cao", "at": "1.1"}]
    return {
        "kind": "khao_sat",
        "title": f"Khảo sát số {number} về tiếp nhận hồ sơ",
        "summary": "Đoàn khảo sát xem việc tiếp nhận hồ sơ.",
        "date": f"{year}-05-{1 + number % 28:02d}",
        "commissioned_by": {"unit": "xa-1", "cites": cites},
        "units": [
            {"unit": unit, "capacity": "surveyed", "report": "received", "cites": cites}
            for unit in dict.fromkeys(("xa-1", other))
        ],
        "topics": ["ho-so"],
        "limitations": [
            {
                "id": "hc-01",
                "heading": "Hồ sơ còn chậm",
                "text": "Hồ sơ của xã còn chậm.",
                "topics": ["ho-so"],
                "scope": {"kind": "units", "units": ["xa-1"]},
                "cites": cites,
            }
        ],
        "recommendations": [
            {
                "id": "kn-01",
                "heading": "Xã giải quyết hồ sơ đúng hạn",
                "text": "Đề nghị xã giải quyết hồ sơ đúng hạn.",
                "answers": ["hc-01"],
                "addressee": {"lead": "xa-1"},
                "cites": cites,
                "absent": [
                    {"field": name, "reason": "not_stated"} for name in ("deadline", "expected_output", "events")
                ],
            }
        ],
        "sources": [
            {
                "id": "bao-cao",
                "title": f"Báo cáo số {number}",
                "locator": "paragraph_sentence",
                "outline": [{"sentences": 1}],
            }
        ],
        "publication": {"state": "published", "published": "2026-01-05"},
    }
