"""When was it, under which name, and what became of a unit?"""

import datetime
from typing import Any

import pytest

from generator.derive.history import histories
from generator.derive.times import earliest, latest, name_on, order, year
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit

DAY = datetime.date.fromisoformat


def unit(*names: dict[str, str], **fields: Any) -> Unit:
    return Unit.model_validate(
        {"id": "xa-a", "classification": "administrative_unit", "names": names or ({"text": "Xã A"},)} | fields
    )


def survey(identifier: str = "a", **fields: Any) -> Survey:
    return Survey.model_validate(
        {
            "id": identifier,
            "kind": "khao_sat",
            "title": "Khảo sát",
            "sources": [],
            "publication": {"state": "published"},
        }
        | fields
    )


def change(identifier: str, effective: str, before: list[str], after: list[str]) -> Reorganisation:
    return Reorganisation.model_validate(
        {
            "id": identifier,
            "kind": "merge",
            "title": identifier,
            "effective": effective,
            "predecessors": [{"unit": each} for each in before],
            "successors": after,
        }
    )


RENAMED = unit(
    {"text": "Xã Mộc Hạ", "valid_until": "2025-06-30"}, {"text": "Xã Mộc Vân", "valid_from": "2025-07-01"}
)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2000-01-01", "Xã Mộc Hạ"),
        ("2025-06-30", "Xã Mộc Hạ"),
        ("2025-07-01", "Xã Mộc Vân"),
        ("2030-01-01", "Xã Mộc Vân"),
        (None, "Xã Mộc Vân"),
    ],
)
def test_a_unit_is_called_as_it_was_called_on_the_day(day: str | None, name: str) -> None:
    assert name_on(RENAMED, None if day is None else DAY(day)).text == name


def test_a_name_known_only_by_year_holds_to_the_end_of_that_year() -> None:
    renamed = unit({"text": "Cũ", "valid_until": "2023"}, {"text": "Mới", "valid_from": "2024"})
    assert name_on(renamed, DAY("2023-12-31")).text == "Cũ"
    assert name_on(renamed, DAY("2024-01-01")).text == "Mới"


def test_a_day_for_which_no_name_is_stated_takes_the_last_one() -> None:
    dated = unit({"text": "Cũ", "valid_until": "2010"}, {"text": "Mới", "valid_from": "2020"})
    assert name_on(dated, DAY("2015-01-01")).text == "Mới"


@pytest.mark.parametrize(
    ("until", "today", "ended"),
    [
        (None, "2026-01-01", False),
        ("2025-06-30", "2025-06-30", False),
        ("2025-06-30", "2025-07-01", True),
        ("2025", "2025-12-31", False),
        ("2025", "2026-01-01", True),
    ],
)
def test_a_unit_has_ended_after_its_last_possible_day(until: str | None, today: str, ended: bool) -> None:
    fields = {} if until is None else {"valid_until": until}
    assert unit(**fields).has_ended(DAY(today)) is ended


@pytest.mark.parametrize(
    ("fields", "first", "last", "stated_year"),
    [
        ({"date": "2024-09-12"}, "2024-09-12", "2024-09-12", 2024),
        ({"date": "2024-09"}, "2024-09-01", "2024-09-30", 2024),
        ({"date": "2024"}, "2024-01-01", "2024-12-31", 2024),
        ({"date": "XXXX-09-08"}, None, None, None),
        (
            {"date": "XXXX-09-08", "date_earliest": "2021-09-08", "date_latest": "2024-09-08"},
            "2021-09-08",
            "2024-09-08",
            None,
        ),
    ],
)
def test_bounds_bound_a_date_and_never_state_its_year(
    fields: dict[str, str], first: str | None, last: str | None, stated_year: int | None
) -> None:
    found = survey(**fields)
    assert (earliest(found), latest(found)) == (first and DAY(first), last and DAY(last))
    assert year(found) == stated_year


def test_surveys_stand_in_the_order_of_their_last_possible_day() -> None:
    surveys = [
        survey("khong-ro", date="XXXX-09-08"),
        survey("b", date="2024-09-12"),
        survey("a", date="2024-09-12"),
        survey("nam", date="2024"),
        survey("chan", date="XXXX-09-08", date_latest="2024-09-08"),
        survey("som", date="2023-12-31"),
    ]
    assert [each.id for each in sorted(surveys, key=order)] == ["khong-ro", "som", "chan", "a", "b", "nam"]


def test_a_merger_is_the_end_of_some_and_the_origin_of_one() -> None:
    merger = change("gop", "2025-07-01", ["xa-a", "xa-b"], ["xa-c"])
    found = histories([merger])
    assert found["xa-a"] == found["xa-b"] == ((), (merger,))
    assert found["xa-c"] == ((merger,), ())


def test_a_unit_without_a_successor_has_an_end_all_the_same() -> None:
    end = change("ket-thuc", "2025-07-01", ["huyen-a"], [])
    assert histories([end]) == {"huyen-a": ((), (end,))}


def test_changes_of_a_unit_stand_in_the_order_of_time() -> None:
    late = change("a-sau", "2025-07-01", ["xa-a"], ["xa-b"])
    early = change("z-truoc", "2020", ["xa-c"], ["xa-a"])
    middle = change("m-giua", "2022-03", ["xa-d"], ["xa-a"])
    found = histories([late, middle, early])
    assert found["xa-a"] == ((early, middle), (late,))


def test_a_unit_that_goes_on_after_a_change_does_not_come_out_of_itself() -> None:
    renaming = change("doi-ten", "2025-07-01", ["xa-a"], ["xa-a"])
    assert histories([renaming]) == {"xa-a": ((), (renaming,))}


def test_a_unit_that_takes_in_another_is_an_origin_only_for_what_is_new() -> None:
    taken_in = change("nhap", "2025-07-01", ["xa-a", "xa-b"], ["xa-a"])
    assert histories([taken_in]) == {"xa-a": ((), (taken_in,)), "xa-b": ((), (taken_in,))}


def test_a_unit_that_no_change_names_has_no_history() -> None:
    assert "xa-x" not in histories([change("gop", "2025-07-01", ["xa-a"], ["xa-c"])])


def test_a_unit_with_three_names_is_called_by_its_last_one_when_no_day_is_given() -> None:
    thrice = unit({"text": "Một", "valid_until": "2000"}, {"text": "Hai", "valid_until": "2010"}, {"text": "Ba"})
    assert name_on(thrice, None).text == "Ba"


def test_a_name_that_begins_in_a_year_holds_from_its_first_day_and_an_unknown_year_bounds_nothing() -> None:
    dated = unit({"text": "Cũ", "valid_until": "2019"}, {"text": "Mới", "valid_from": "2020"}, {"text": "Sau"})
    assert name_on(dated, DAY("2020-01-01")).text == "Mới"
    unknown = unit({"text": "Cũ", "valid_until": "XXXX-06-30"}, {"text": "Mới", "valid_from": "XXXX-07-01"})
    assert name_on(unknown, DAY("2020-01-01")).text == "Cũ"
    begun = unit({"text": "Cũ", "valid_from": "XXXX-07-01"}, {"text": "Mới", "valid_from": "2020"})
    assert name_on(begun, DAY("2030-01-01")).text == "Cũ"
    assert not unit(valid_until="XXXX-06-30").has_ended(DAY("9998-12-31"))
    assert not unit(valid_until="XXXX-06-30").has_ended(datetime.date.max)


def test_a_survey_of_which_only_the_first_day_is_known_stands_at_that_day() -> None:
    after = survey("sau", date="XXXX-09-08", date_earliest="2024-09-10")
    surveys = [survey("b", date="2024-09-12"), after, survey("a", date="2024-09-09")]
    assert [each.id for each in sorted(surveys, key=order)] == ["a", "sau", "b"]
