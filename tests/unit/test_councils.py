"""Whose findings count for the recommendations of a survey?"""

import datetime

import pytest

from generator.duties.councils import Councils
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from tests.unit.changing import survey

TODAY = datetime.date(2026, 11, 22)


def unit(identifier: str, kind: str, *, serves: str | None = None, **more: object) -> Unit:
    base = {"id": identifier, "classification": kind, "names": [{"text": identifier}], "serves": serves}
    return Unit.model_validate({key: each for key, each in {**base, **more}.items() if each is not None})


UNITS = {
    each.id: each
    for each in (
        unit("xa", "administrative_unit", parents=[{"unit": "tinh"}]),
        unit("xa-cu", "administrative_unit", valid_until="2025-06-30", parents=[{"unit": "huyen"}]),
        unit("huyen", "administrative_unit", valid_until="2025-06-30", parents=[{"unit": "tinh"}]),
        unit("tinh", "administrative_unit"),
        unit("hdnd-xa", "council", serves="xa"),
        unit("ban-xa", "council_body", serves="xa"),
        unit("hdnd-xa-cu", "council", serves="xa-cu", valid_until="2025-06-30"),
        unit("hdnd-huyen", "council", serves="huyen", valid_until="2025-06-30"),
        unit("hdnd-tinh", "council", serves="tinh"),
        unit("doan", "council_body"),
        unit("ubnd-xa", "committee", serves="xa"),
    )
}
MERGED = Reorganisation.model_validate(
    {
        "id": "gop",
        "kind": "merge",
        "title": "Nhập xã",
        "effective": "2025-07-01",
        "predecessors": [{"unit": "xa-cu"}],
        "successors": ["xa"],
    }
)
COUNCILS = {"hdnd-xa", "ban-xa", "hdnd-xa-cu", "hdnd-huyen", "hdnd-tinh", "doan"}


def asked_by(body: str | None) -> Survey:
    return survey(commissioned_by=None if body is None else {"unit": body})


@pytest.mark.parametrize(
    ("asker", "expected"),
    [
        ("hdnd-xa", {"hdnd-xa", "ban-xa"}),
        ("ban-xa", {"hdnd-xa", "ban-xa"}),
        ("hdnd-tinh", {"hdnd-tinh"}),
        # where it is no more: its heir, what was above it, and so on until one is there
        ("hdnd-xa-cu", {"hdnd-xa-cu", "hdnd-xa", "ban-xa", "hdnd-huyen", "hdnd-tinh"}),
        ("hdnd-huyen", {"hdnd-huyen", "hdnd-tinh"}),
        # where it is not said which council asked, or whose council it is, those of all
        (None, COUNCILS),
        ("doan", COUNCILS),
        ("ubnd-xa", COUNCILS),
        ("khong-co", COUNCILS),
    ],
)
def test_the_council_that_asked_and_who_took_over_may_find(asker: str | None, expected: set[str]) -> None:
    assert Councils(UNITS, (MERGED,), TODAY).finders(asked_by(asker)) == expected


def test_as_long_as_a_council_is_there_nobody_takes_over() -> None:
    before = datetime.date(2025, 6, 30)
    assert Councils(UNITS, (MERGED,), before).finders(asked_by("hdnd-xa-cu")) == {"hdnd-xa-cu"}


def test_a_place_of_which_nothing_is_known_has_no_heirs() -> None:
    alone = {key: each for key, each in UNITS.items() if key != "xa-cu"}
    assert Councils(alone, (MERGED,), TODAY).finders(asked_by("hdnd-xa-cu")) == {"hdnd-xa-cu"}
