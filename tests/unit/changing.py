"""A small invented council: each test of changes, feeds and calendars fills its survey as it needs."""

import datetime
from typing import Any

from generator.archive import public
from generator.derive import Derived, derive
from generator.derive.followup import FollowUp
from generator.duties.owing import OF_THE_COUNCIL
from generator.load import Records
from generator.model.catalogue import Holidays, Topic
from generator.model.recommendation import Event
from generator.model.site import Site
from generator.model.steps import EventType
from generator.model.survey import Survey
from generator.model.unit import Unit

TODAY = datetime.date(2026, 11, 22)
HOME = "https://vi-du.example/thu/"
PUBLISHED = "2024-03-01"
SITE: dict[str, Any] = {
    "id": HOME,
    "name": "Khảo sát của HĐND xã Thử",
    "description": "Ví dụ hư cấu",
    "address": HOME,
    "publisher": {"name": "Thường trực HĐND xã Thử"},
}


def step(number: int, kind: str, value: str | None = None, **more: object) -> dict[str, Any]:
    """Return an event: happened and recorded on the same day of April 2024, its number, unless told otherwise.

    What only the council says is said by the body that ordered the survey.
    """
    day = f"2024-04-{number:02}"
    council = {"by": "thuong-truc"} if EventType(kind) in OF_THE_COUNCIL else {}
    own = {"id": f"sk-{number:02}", "type": kind, "value": value, "occurred": day, "recorded": day}
    given: dict[str, Any] = {**own, **council, **more}
    return {key: each for key, each in given.items() if each is not None}


def asked(*events: dict[str, Any], **more: object) -> dict[str, Any]:
    """Return a recommendation to the committee of the commune."""
    base = {"id": "kn-01", "heading": "Trả hồ sơ đúng hẹn", "text": "Xã trả hồ sơ đúng hẹn.", "topics": ["ho-so"]}
    return {**base, "addressee": {"lead": "ubnd-xa", "support": ["phong"]}, "events": list(events), **more}


def found(identifier: str = "hc-01", **more: object) -> dict[str, Any]:
    """Return a limitation that names the commune."""
    base = {"id": identifier, "heading": "Hồ sơ còn chậm", "text": "Hồ sơ còn chậm."}
    return {**base, "scope": {"kind": "units", "units": ["xa"]}, **more}


def survey(identifier: str = "khao-sat-1", **more: object) -> Survey:
    """Return a survey of the commune that the council's standing body ordered, published on 1 March 2024."""
    return Survey.model_validate(
        {
            "id": identifier,
            "kind": "khao_sat",
            "title": "Tiếp nhận hồ sơ ở xã",
            "date": "2024-02-10",
            "commissioned_by": {"unit": "thuong-truc"},
            "units": [{"unit": "xa", "capacity": "surveyed"}],
            "topics": ["cong-vu"],
            "sources": [{"id": "bai", "title": "Bài"}],
            "publication": {"state": "published", "published": PUBLISHED},
            **more,
        }
    )


def units() -> dict[str, Unit]:
    """Return the bodies of the council; the committee of the commune was renamed in July 2025."""
    names = {
        "xa": ["Xã Thử"],
        "phong": ["Phòng Nội vụ"],
        "thuong-truc": ["Thường trực HĐND"],
        "ban": ["Ban Pháp chế"],
        "so": ["Sở Nội vụ"],
        "khac": ["Xã Khác"],
    }
    kinds = {"thuong-truc": "council_body", "ban": "council_body"}
    made = {
        key: _unit(key, [{"text": text} for text in texts], kinds.get(key, "office"))
        for key, texts in names.items()
    }
    renamed = [{"text": "UBND xã Thử", "to": "2025-06-30"}, {"text": "UBND xã Mới", "from": "2025-07-01"}]
    return {**made, "ubnd-xa": _unit("ubnd-xa", renamed)}


def derived(
    *surveys: Survey, today: datetime.date = TODAY, holidays: Holidays | None = None, **site: object
) -> Derived:
    """Return what follows from surveys on a day."""
    topics = tuple(Topic(id=key, name=name) for key, name in (("ho-so", "Hồ sơ"), ("cong-vu", "Công vụ")))
    records = Records(
        site=Site.model_validate(SITE | site),
        units=units(),
        surveys={each.id: each for each in surveys},
        topics=topics,
        holidays=holidays or Holidays(),
    )
    return derive(public(records, today=today))


def only_step(event: dict[str, Any], *before: dict[str, Any], **more: object) -> tuple[FollowUp, Event]:
    """Return a recommendation whose last event is the given one, and that event."""
    known = derived(survey(recommendations=[asked(*before, event, **more)]))
    (follow_up,) = known.follow_ups.all
    return follow_up, follow_up.recommendation.events[-1]


def _unit(identifier: str, names: list[dict[str, str]], kind: str = "office") -> Unit:
    aliases = {"from": "valid_from", "to": "valid_until"}
    given = [{aliases.get(key, key): value for key, value in name.items()} for name in names]
    return Unit.model_validate({"id": identifier, "classification": kind, "names": given})
