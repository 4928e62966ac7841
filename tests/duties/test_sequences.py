"""Does each sequence of the table come out as its sentence says?"""

import datetime
from collections import Counter
from functools import cache
from typing import Any

import pytest

from generator.archive import public
from generator.derive import Derived, derive
from generator.derive.followup import FollowUp, follow_up
from generator.derive.tally import tally
from generator.duties.councils import Councils
from generator.duties.deadlines import TimelinessCode
from generator.duties.owing import owing_of
from generator.duties.standing import StatusCode
from generator.load import Records
from generator.model.catalogue import Holidays
from generator.model.site import Site
from generator.model.steps import EventType, EventValue
from generator.parts.duty import due_view, status_view
from generator.parts.statement import context_of
from tests.duties.sequences import TODAY, Row, again, asked, place, points_of, recommendation_of, rows, survey_of
from tests.unit.changing import SITE

PLACE = place()
ROWS = rows()


def days_off(row: Row) -> Holidays:
    """Return the list of days off that a row gives, complete for the years of the table; without one, none."""
    if "days_off" not in row:
        return Holidays()
    off = [{"date": each, "name": "Nghỉ"} for each in row["days_off"]]
    return Holidays.model_validate({"complete_from": "2020-01-01", "complete_until": "2030-12-31", "holidays": off})


def found_in(row: Row) -> FollowUp:
    today = datetime.date.fromisoformat(row.get("today", TODAY))
    survey = survey_of(row)
    return follow_up(
        survey,
        survey.recommendations[0],
        PLACE.units,
        finders=Councils(PLACE.units, tuple(PLACE.reorganisations), today).finders(survey),
        today=today,
        holidays=days_off(row),
        recurred=again(row),
    )


def unclear_in(row: Row) -> list[str]:
    today = datetime.date.fromisoformat(row.get("today", TODAY))
    known = Councils(PLACE.units, tuple(PLACE.reorganisations), today).finders(survey_of(row))
    return [event.id for event, _ in owing_of(recommendation_of(row), finders=known).unclear]


def said(found: FollowUp, row: Row) -> dict[str, Any]:
    """Return everything that a row can expect, as its file would write it."""
    counts = tally([found])
    return {
        "status": str(found.code),
        "timeliness": str(found.timeliness.code),
        "responsible": list(found.responsible),
        "of_body": [str(owed.code) for owed in found.owed],
        "of_limit": [str(owed.timeliness.limit).replace("None", "null") for owed in found.owed],
        "limit": str(found.timeliness.limit).replace("None", "null"),
        "missed": str(found.timeliness.missed).replace("None", "null"),
        "days": str(found.timeliness.days),
        "orphan": str(any(owed.is_orphan for owed in found.owed)).lower(),
        "counts": {key: str(getattr(counts, key)) for key in row["expect"].get("counts", {})},
        "unclear": unclear_in(row),
    }


@cache
def the_place() -> Derived:
    """Return what names the bodies of the table."""
    return derive(public(Records(site=Site.model_validate(SITE), units=PLACE.units), today=datetime.date.max))


def shown(row: Row) -> dict[str, Any]:
    """Return what readers see of a row in words, as its file would write it: of what is not said nothing."""
    found, context = found_in(row), context_of(the_place(), survey_of(row))
    status, due = status_view(context, found), due_view(found, context)
    words = {
        "label": status.label,
        "overview": list(status.overview),
        "due": "" if due is None else "; ".join(filter(None, (due.label, due.missed))),
        "recurred": [link.label for link in status.recurred],
    }
    return {key: each for key, each in words.items() if each}


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_sequence_reads_as_its_row_says(row: Row) -> None:
    assert shown(row) == {key: row[key] for key in ("label", "overview", "due", "recurred") if key in row}


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_sequence_comes_out_as_its_sentence_says(row: Row) -> None:
    got = said(found_in(row), row)
    expected: dict[str, Any] = row["expect"]
    assert {key: got[key] for key in expected} == expected


@pytest.mark.parametrize("point", range(1, 19))
def test_every_point_is_shown_by_three_sequences_at_least(point: int) -> None:
    assert sum(point in points_of(row) for row in ROWS) >= 3


def test_the_table_is_long_and_mostly_untidy() -> None:
    """A tidy story has one body and no step or one; what goes wrong is in the others."""
    untidy = [
        row for row in ROWS if len(row["steps"]) > 1 or {"addressee", "deadline"} & row.get("given", {}).keys()
    ]
    assert len(ROWS) >= 100
    assert len(untidy) >= 75


def test_every_name_is_a_sentence_of_its_own() -> None:
    assert not [name for name, count in Counter(row["name"] for row in ROWS).items() if count > 1]
    assert not [row["name"] for row in ROWS if not row["name"].endswith(".")]


def test_the_sequences_stand_in_the_order_of_the_points() -> None:
    firsts = [points_of(row)[0] for row in ROWS]
    assert firsts == sorted(firsts)


def test_every_status_occurs() -> None:
    expected = {row["expect"]["status"] for row in ROWS}
    of_bodies = {code for row in ROWS for code in row["expect"].get("of_body", ())}
    assert expected | of_bodies == set(map(str, StatusCode))


def test_every_timeliness_occurs() -> None:
    assert {row["expect"]["timeliness"] for row in ROWS if "timeliness" in row["expect"]} == set(
        map(str, TimelinessCode)
    )


def test_every_kind_of_step_and_every_value_occurs() -> None:
    events = [event for row in ROWS for event in asked(row)["events"]]
    assert {event["type"] for event in events} == set(map(str, EventType))
    assert {event["value"] for event in events if "value" in event} == set(map(str, EventValue))


@pytest.mark.parametrize(
    ("asker", "today", "expected"),
    [
        ("hdnd-xa", TODAY, {"hdnd-xa", "thuong-truc-xa", "ban-phap-che-xa", "to-dai-bieu-xa"}),
        ("ban-phap-che-xa", TODAY, {"hdnd-xa", "thuong-truc-xa", "ban-phap-che-xa", "to-dai-bieu-xa"}),
        ("hdnd-tinh", TODAY, {"hdnd-tinh", "thuong-truc-tinh"}),
        ("hdnd-xa-cu", TODAY, {"hdnd-xa-cu", "hdnd-xa-moi", "thuong-truc-xa-moi"}),
        ("hdnd-xa-cu", "2025-06-30", {"hdnd-xa-cu"}),
    ],
)
def test_the_council_that_asked_verifies_with_its_bodies_and_whoever_took_over(
    asker: str, today: str, expected: set[str]
) -> None:
    survey = survey_of({"asker": asker, "steps": []})
    day = datetime.date.fromisoformat(today)
    assert Councils(PLACE.units, tuple(PLACE.reorganisations), day).finders(survey) == expected
