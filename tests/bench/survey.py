"""What does an invented survey record say? About as much as a short real one: 3 KB, 600 words on its page."""

import datetime

from tests.bench.council import INDICATORS, MERGED_ON, OFFICES, STANDING, TODAY, TOPICS, Council
from tests.bench.language import Speaker
from tests.bench.yamltext import Fields

_FIRST_DAY = datetime.date(2015, 1, 5)
_LAST_DAY = datetime.date(2026, 6, 15)
_PAGES = 12
"""So many pages has the report that every record cites."""

_UNITS = 8
_KINDS = ("khao_sat", "khao_sat", "khao_sat", "giam_sat_chuyen_de", "giam_sat_lai")
_STEPS: tuple[tuple[int, Fields], ...] = (
    (10, {"type": "forwarded"}),
    (35, {"type": "position", "value": "accepted"}),
    (75, {"type": "progress", "value": "reported_done"}),
    (110, {"type": "verification", "value": "verified_done", "method": "documents"}),
)
"""What became of a recommendation, and how many days after publication; most go only a part of the way."""
_LONGEST = datetime.timedelta(days=140)
"""From a survey until the last step recorded."""

assert _LAST_DAY + _LONGEST < TODAY


def survey_id(number: int) -> str:
    """Return the id of the n-th survey, counted from 1."""
    return f"khao-sat-{number:05}"


def survey(number: int, council: Council) -> Fields:
    """Return the n-th record of an archive: the same for every archive with the same communes."""
    return _Writer(number, council).survey()


class _Writer:
    """Writes one record."""

    def __init__(self, number: int, council: Council) -> None:
        self._number = number
        self._speaker = Speaker(f"survey {number}")
        chance = self._chance = self._speaker.chance
        self._day = _FIRST_DAY + datetime.timedelta(days=chance.randrange((_LAST_DAY - _FIRST_DAY).days))
        self._published = self._day + datetime.timedelta(days=15)
        self._communes = chance.sample(council.communes_on(self._day), k=_UNITS - 1)
        self._office = chance.choice(OFFICES)
        self._topics = chance.sample(TOPICS, k=2)

    def survey(self) -> Fields:
        chance, speaker = self._chance, self._speaker
        record: Fields = {
            "kind": chance.choice(_KINDS),
            "title": speaker.title(12),
            "summary": speaker.sentence(14),
            "date": str(self._day),
            "period": f"{self._day.year - 1}/..",
            "commissioned_by": {"unit": STANDING, "document": "ke-hoach"},
            "delegation": self._delegation(),
            "sessions": [self._session()],
            "units": self._units(),
            "topics": [*self._topics],
            "results": [self._statement(f"kq-{each:02}") for each in range(1, 4)],
            "limitations": [self._statement(f"hc-{each:02}") for each in range(1, 4)],
            "conclusions": [self._statement(f"kl-{each:02}") for each in range(1, 2)],
            "recommendations": [self._recommendation(1)],
            "measurements": [self._measurement(1)],
            "documents": [self._document()],
            "sources": [self._source()],
        }
        return record | self._past() | {"publication": {"state": "published", "published": str(self._published)}}

    def _delegation(self) -> Fields:
        member = {"name": self._speaker.name(), "role": "truong_doan", "posts": [self._speaker.title(4)]}
        return {"name": self._speaker.title(5), "members": [member]}

    def _session(self) -> Fields:
        place = f"Hội trường {self._speaker.words(3)}"
        return {"date": str(self._day), "place": place, "attendance": "in_person"}

    def _units(self) -> list[Fields]:
        surveyed = [{"unit": each, "capacity": "surveyed"} for each in self._communes]
        return [*surveyed, {"unit": self._office, "capacity": "invited"}]

    def _statement(self, identifier: str) -> Fields:
        chance, speaker = self._chance, self._speaker
        is_limitation = identifier.startswith("hc")
        heading: Fields = {"heading": speaker.title(4)} if is_limitation else {}
        topic: Fields = {"topics": [chance.choice(self._topics)]} if is_limitation else {}
        text = {"text": speaker.sentence(chance.randint(8, 16))}
        causes = [{"kind": "subjective", "text": speaker.sentence(8)}]
        more: Fields = {"causes": causes} if is_limitation and chance.random() < 0.3 else {}
        if is_limitation and self._number > 1 and chance.random() < 0.05:
            more |= {"recurs_from": [f"{survey_id(chance.randrange(1, self._number))}/hc-01"]}
        says = heading | text | topic
        return {"id": identifier} | says | {"scope": self._scope()} | more | {"cites": self._cites()}

    def _scope(self) -> Fields:
        kind = self._chance.choice(("general", "general", "some", "units"))
        return {"kind": kind} | ({"units": self._chance.sample(self._communes, k=2)} if kind == "units" else {})

    def _recommendation(self, number: int) -> Fields:
        speaker, chance = self._speaker, self._chance
        will_merge = self._day < MERGED_ON <= self._day + _LONGEST
        lead = self._office if will_merge or chance.random() < 0.5 else self._communes[number]
        return {
            "id": f"kn-{number:02}",
            "heading": speaker.title(7),
            "text": speaker.sentence(16),
            "answers": [f"hc-{number:02}"],
            "topics": [self._topics[0]],
            "addressee": {"lead": lead},
            "deadline": {"date": str(self._published + datetime.timedelta(days=90))},
            "authority": "within",
            "cites": self._cites(),
            "events": self._events(lead),
        }

    def _events(self, lead: str) -> list[Fields]:
        return [self._event(step, lead) for step in range(self._chance.randint(1, 2))]

    def _event(self, step: int, lead: str) -> Fields:
        days, said = _STEPS[step]
        day = self._published + datetime.timedelta(days=days)
        dates = {"occurred": str(day), "recorded": str(day + datetime.timedelta(days=3))}
        by = {"by": lead if said["type"] in ("position", "progress") else STANDING}
        return {"id": f"sk-{step + 1:02}"} | said | dates | by

    def _measurement(self, number: int) -> Fields:
        numerator, denominator = self._chance.randint(100, 900), 1000
        return {
            "id": f"sl-{number:02}",
            "indicator": INDICATORS[(self._number + number) % len(INDICATORS)],
            "unit": self._communes[number],
            "period": self._day.year,
            "value": f"{numerator / denominator:.3f}".rstrip("0"),
            "numerator": numerator,
            "denominator": denominator,
            "cites": self._cites(),
        }

    def _document(self) -> Fields:
        number = {"number": f"{self._number}/KH-HĐND", "subject": self._speaker.title(8)}
        issued = {"issuer": STANDING, "date": str(self._day - datetime.timedelta(days=20)), "pages": 4}
        return {"id": "ke-hoach", "type": "ke_hoach"} | number | issued | {"access": "public"}

    def _source(self) -> Fields:
        address = f"https://vi-du.example/bao-cao/{self._number}"
        said = {"title": self._speaker.title(10), "publisher": "Thường trực HĐND tỉnh", "address": address}
        dates = {"published": str(self._published), "accessed": str(self._published)}
        return {"id": "bao-cao"} | said | dates | {"locator": "page"}

    def _past(self) -> Fields:
        """Return a link to an earlier survey in one record of seven, and a correction in one of ten."""
        past: Fields = {}
        if self._number > 1 and self._chance.random() < 1 / 7:
            earlier = survey_id(self._chance.randrange(1, self._number))
            past |= {"related": [{"survey": earlier, "kind": "follows"}]}
        if self._chance.random() < 1 / 10:
            day = self._published + datetime.timedelta(days=30)
            said = {"what": self._speaker.title(6), "reason": self._speaker.sentence(10)}
            past |= {"corrections": [{"id": "dc-01", "date": str(day), "kind": "factual"} | said]}
        return past

    def _cites(self) -> list[Fields]:
        return [{"source": "bao-cao", "at": self._chance.randint(1, _PAGES)}]
