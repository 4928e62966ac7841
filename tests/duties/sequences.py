"""What does a row of `sequences.yml` mean as records? Read by the tests of the table and of the oracle."""

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.model.steps import VALUES_OF_TYPE
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit

HERE = Path(__file__).parent
TODAY = "2026-11-28"
TYPE_OF = {str(value): str(kind) for kind, values in VALUES_OF_TYPE.items() for value in values}

Row = dict[str, Any]


class Place(NamedTuple):
    """The bodies of the table, and what became of their places."""

    units: dict[str, Unit]
    reorganisations: tuple[Reorganisation, ...]


def read(name: str) -> Any:
    """Return what a file here holds. Every scalar stays text: `on` is a key, and `2025` is a date of EDTF."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def rows() -> list[Row]:
    """Return the rows of the table in its order."""
    found: list[Row] = read("sequences.yml")
    return found


def place() -> Place:
    """Return the bodies and the reorganisations of `units.yml`."""
    written = read("units.yml")
    units = [Unit.model_validate(each) for each in written["units"]]
    changes = [Reorganisation.model_validate(each) for each in written["reorganisations"]]
    return Place({each.id: each for each in units}, tuple(changes))


def points_of(row: Row) -> list[int]:
    """Return the numbers of the sentences that a row shows."""
    point = row["point"]
    return [int(each) for each in (point if isinstance(point, list) else [point])]


def event_of(number: int, step: dict[str, Any]) -> dict[str, Any]:
    """Return a step as an event: numbered, recorded on its day, of the type that its value has."""
    event = {key: value for key, value in step.items() if key != "on"}
    event.setdefault("id", f"sk-{number:02}")
    event.setdefault("type", TYPE_OF.get(str(step.get("value"))))
    if "on" in step:
        event.setdefault("recorded", step["on"])
        event["occurred"] = step["on"]
    return event


def asked(row: Row) -> dict[str, Any]:
    """Return the recommendation of a row as its file would hold it; an empty addressee is none."""
    given = {"addressee": {"lead": "ubnd-xa"}, **row.get("given", {})}
    if not given["addressee"]:
        del given["addressee"]
    events = [event_of(number, step) for number, step in enumerate(row["steps"], start=1)]
    return {"id": "kn-01", "text": "Việc phải làm.", **given, "events": events}


def recommendation_of(row: Row) -> Recommendation:
    """Return the recommendation of a row."""
    return Recommendation.model_validate(asked(row))


def survey_of(row: Row) -> Survey:
    """Return the survey in which the recommendation was made, by the council that asked."""
    return _survey("khao-sat-2024", "2024-03", row.get("asker", "hdnd-xa"), recommendations=[asked(row)])


def again(row: Row) -> tuple[tuple[Survey, Statement], ...]:
    """Return the later surveys, each with its finding that what the recommendation was to mend is there again."""
    later = [
        _survey(f"khao-sat-lai-{number}", date, "hdnd-xa", recurs_from=["khao-sat-2024/hc-01"])
        for number, date in enumerate(row.get("again", []), start=1)
    ]
    return tuple((each, each.limitations[0]) for each in later)


def _survey(
    identifier: str,
    date: str,
    asker: str,
    *,
    recommendations: list[dict[str, Any]] | None = None,
    recurs_from: list[str] | None = None,
) -> Survey:
    limitation = {"id": "hc-01", "text": "Còn chậm.", "scope": {"kind": "general"}}
    return Survey.model_validate(
        {
            "id": identifier,
            "kind": "khao_sat",
            "title": "Thử",
            "date": date,
            "commissioned_by": {"unit": asker},
            "limitations": [limitation | {"recurs_from": recurs_from or []}],
            "recommendations": recommendations or [],
            "sources": [{"id": "bai", "title": "Bài"}],
            "publication": {"state": "published"},
        }
    )
