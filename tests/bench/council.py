"""Which bodies, topics and texts has the invented council? Everything but its surveys."""

import datetime
from collections.abc import Iterator

from tests.bench.language import SHORT_FORMS, Speaker
from tests.bench.yamltext import Fields

TODAY = datetime.date(2026, 11, 22)
"""The day on which the archives are read: a later one would only change what is late."""

MERGED_ON = datetime.date(2025, 7, 1)
"""On this day each three communes became one, as many did."""

TOPICS = tuple(f"chu-de-{number:02}" for number in range(1, 13))
INDICATORS = tuple(f"chi-tieu-{number:02}" for number in range(1, 7))
OFFICES = tuple(f"so-{number:02}" for number in range(1, 21))
PROVINCE, COUNCIL, STANDING = "tinh", "hoi-dong", "thuong-truc"

_MOST_UNITS = 2000
_OLD_TO_A_NEW = 3
_ARTICLES = ("trang-chu", "gioi-thieu", "cach-doc", "phuong-phap")


class Council:
    """The bodies of an archive of so many surveys: 2,000 from 1,000 surveys on, else two to a survey."""

    def __init__(self, surveys: int) -> None:
        bodies = len(OFFICES) + len((PROVINCE, COUNCIL, STANDING))
        groups = (min(_MOST_UNITS, 2 * surveys) - bodies) // (_OLD_TO_A_NEW + 1)
        self.new_communes = tuple(f"xa-moi-{number:04}" for number in range(1, groups + 1))
        self.old_communes = tuple(f"xa-cu-{number:04}" for number in range(1, groups * _OLD_TO_A_NEW + 1))

    def communes_on(self, day: datetime.date) -> tuple[str, ...]:
        """Return the communes that exist on a day."""
        return self.old_communes if day < MERGED_ON else self.new_communes

    def units(self) -> Iterator[tuple[str, Fields]]:
        """Yield the record of every unit by its id."""
        speaker = Speaker("units")
        serves = {"serves": PROVINCE}
        yield PROVINCE, _unit("administrative_unit", "province", f"Tỉnh {speaker.name()}")
        yield COUNCIL, _unit("council", "province", f"HĐND tỉnh {speaker.name()}") | serves
        yield STANDING, _unit("council_body", "province", "Thường trực HĐND tỉnh") | serves | _below(COUNCIL)
        for office in OFFICES:
            yield office, _unit("office", "province", f"Sở {speaker.name()}") | serves
        for commune in self.old_communes:
            end = {"valid_until": str(MERGED_ON - datetime.timedelta(days=1))}
            yield commune, _commune(speaker, commune) | _below(PROVINCE) | end
        for commune in self.new_communes:
            yield commune, _commune(speaker, commune) | _below(PROVINCE) | {"valid_from": str(MERGED_ON)}

    def reorganisations(self) -> Iterator[tuple[str, Fields]]:
        """Yield the record of every merger of communes by its id."""
        speaker = Speaker("reorganisations")
        for number, successor in enumerate(self.new_communes):
            old = self.old_communes[number * _OLD_TO_A_NEW : (number + 1) * _OLD_TO_A_NEW]
            yield (
                f"thanh-lap-{successor}",
                {
                    "kind": "merge",
                    "title": f"Thành lập xã {speaker.name()}",
                    "effective": str(MERGED_ON),
                    "predecessors": [{"unit": each, "extent": "whole"} for each in old],
                    "successors": [successor],
                    "legal_basis": {"title": speaker.title(9), "number": f"{number + 1}/NQ-HĐND"},
                },
            )


def single_files() -> dict[str, Fields]:
    """Return the files of ``data/`` of which there is one, by name."""
    speaker = Speaker("single files")
    return {
        "site": {
            "name": f"HĐND tỉnh {speaker.name()}",
            "description": speaker.sentence(20),
            "id": "https://vi-du.example/hdnd/",
            "address": "https://vi-du.example/hdnd/",
            "publisher": {"name": f"Thường trực HĐND tỉnh {speaker.name()}", "governing_body": speaker.title(6)},
            "notice": "Bản ghi tự sinh để đo tốc độ, không có thật.",
            "fictional": "true",
        },
        "topics": {
            "topics": [
                {"id": topic, "name": speaker.title(4), "description": speaker.sentence(18)} for topic in TOPICS
            ]
        },
        "indicators": {
            "indicators": [
                {"id": indicator, "name": speaker.title(5), "unit": "hồ sơ trên 100 hồ sơ", "better": "up"}
                for indicator in INDICATORS
            ]
        },
        "glossary": {"terms": [{"term": term, "full": full} for term, full in SHORT_FORMS.items()]},
    }


def articles() -> dict[str, str]:
    """Return the editorial pages, by name."""
    speaker = Speaker("articles")
    return {name: _article(speaker) for name in _ARTICLES}


def _article(speaker: Speaker) -> str:
    parts = [f"# {speaker.title(5)}", speaker.sentence(30)]
    for _ in range(5):
        parts += [f"## {speaker.title(4)}", *(" ".join(speaker.sentence(15) for _ in range(3)) for _ in range(2))]
    return "\n\n".join(parts) + "\n"


def _unit(classification: str, level: str, name: str) -> Fields:
    return {"classification": classification, "level": level, "names": [{"text": name}]}


def _below(parent: str) -> Fields:
    return {"parents": [{"unit": parent}]}


def _commune(speaker: Speaker, identifier: str) -> Fields:
    code = {"scheme": "Mã tự đặt", "value": identifier.removeprefix("xa-")}
    return _unit("administrative_unit", "commune", f"Xã {speaker.name()}") | {"codes": [code]}
