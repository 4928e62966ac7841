"""In which order do values stand, which belong to one period, and where may a line not lead?"""

import datetime
import re
from typing import Any

import pytest

from generator.archive import public
from generator.derive.backlinks import backlinks
from generator.derive.measures import Measured, Measures, breaks, measures
from generator.load import Records
from generator.model.catalogue import Indicator
from generator.model.site import Site
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from tests.unit.changing import SITE, survey

INDICATORS = [
    {"id": "z-ty-le", "name": "Tỷ lệ", "unit": "%"},
    {"id": "a-so", "name": "Số", "unit": "hồ sơ"},
    {"id": "chi-so", "name": "Chỉ số", "unit": "điểm", "level": "province"},
]


def unit(identifier: str, **more: Any) -> Unit:
    shape = {"classification": "administrative_unit", "level": "commune", "names": [{"text": identifier}]}
    return Unit.model_validate({"id": identifier, **shape, **more})


UNITS = [
    unit("xa"),
    unit("khac"),
    unit("phong", level=None, classification="office"),
    unit("tinh", level="province"),
    unit("moi", valid_from="2023-07-01"),
    unit("khong-ro", valid_from="XXXX-07-01", valid_until="XXXX-06-30"),
]


def value(period: str, number: str | None = "10", unit: str = "xa", **more: Any) -> dict[str, Any]:
    said = {"value": number} if number is not None else {"missing": "not_reported"}
    identifier = re.sub("[^a-z0-9]+", "-", f"sl-{period}-{unit}".lower())
    return {"id": identifier, "indicator": "z-ty-le", "unit": unit, "period": period, **said, **more}


def measured(*surveys: Survey) -> Measures:
    records = Records(
        site=Site.model_validate(SITE),
        units={each.id: each for each in UNITS},
        surveys={each.id: each for each in surveys},
        indicators=tuple(Indicator.model_validate(each) for each in INDICATORS),
    )
    archive = public(records, today=datetime.date(2026, 11, 22))
    return measures(archive, backlinks(archive))


def of(identifier: str, *values: dict[str, Any], date: str = "2024-05-01", **more: Any) -> Survey:
    return survey(identifier, date=date, measurements=list(values), **more)


def series(*surveys: Survey) -> tuple[Measured, ...]:
    return measured(*surveys).of_unit["xa"]["z-ty-le"]


def shown(group: tuple[Measured, ...]) -> list[str]:
    return [f"{each.survey.id} {each.measurement.period}" for each in group]


def change(effective: str, kind: str = "merge") -> Reorganisation:
    return Reorganisation.model_validate(
        {"id": "gop", "kind": kind, "title": "Gộp", "effective": effective, "predecessors": [{"unit": "xa"}]}
    )


def test_values_stand_by_the_end_of_their_period_then_by_its_beginning_then_by_the_survey() -> None:
    surveys = [
        of("b", value("2023"), value("2022"), value("2023-10/2023-12")),
        of("a", value("2023"), date="2024-05-01"),
        of("som", value("2023"), date="2024-01-01"),
    ]
    assert shown(series(*surveys)) == ["b 2022", "som 2023", "a 2023", "b 2023", "b 2023-10/2023-12"]


def test_a_period_without_an_end_stands_at_the_last_possible_day_of_its_survey() -> None:
    surveys = [
        of("dang", value("XXXX-09"), date="2023-06-01"),
        of("truoc", value("2022")),
        of("sau", value("2023")),
        of("chua-ro", value("XXXX-08"), date="XXXX-05-01"),
        of("mo", value("../2023-02")),
    ]
    assert shown(series(*surveys)) == [
        "truoc 2022",
        "mo ../2023-02",
        "dang XXXX-09",
        "sau 2023",
        "chua-ro XXXX-08",
    ]


def test_a_period_that_still_goes_on_is_known_until_the_survey() -> None:
    (found,) = series(of("a", value("2021/..")))
    assert (found.first, found.last) == (datetime.date(2021, 1, 1), datetime.date(2024, 5, 1))
    (found,) = series(of("a", value("2021/2022")))
    assert found.last == datetime.date(2022, 12, 31)


def test_indicators_of_a_unit_stand_in_the_order_of_the_catalogue() -> None:
    found = measured(of("a", value("2022", indicator="a-so", id="x"), value("2022")))
    assert list(found.of_unit["xa"]) == ["z-ty-le", "a-so"]


def test_an_index_of_provinces_is_kept_for_provinces_and_for_bodies_without_a_level() -> None:
    index = {"indicator": "chi-so"}
    values = [value("2022", unit=each, **index) for each in ("xa", "tinh", "phong")]
    assert sorted(measured(of("a", *values)).of_unit) == ["phong", "tinh"]


def test_values_are_comparable_where_two_units_have_one_and_only_there() -> None:
    both = [value("2022"), value("2022", "12", "khac")]
    found = measured(of("hai", *both), of("mot", value("2022"), value("2022", None, "khac")))
    assert found.are_compared("z-ty-le", "hai")
    assert not found.are_compared("z-ty-le", "mot")
    assert not found.are_compared("z-ty-le", "khong-co")
    assert not found.are_compared("khong-co", "hai")


def test_what_stands_apart_and_what_is_compared_stand_newest_first() -> None:
    values = [value(period, unit=each) for period in ("2021", "2023", "2022") for each in ("xa", "khac")]
    alone = [value(period, unit="tinh") for period in ("2021", "2023", "2022")]
    found = measured(of("a", *values, *alone)).of_indicator["z-ty-le"]["a"]
    assert [str(each.measured[0].measurement.period) for each in found.peers] == ["2023", "2022", "2021"]
    assert [str(each.measurement.period) for each, _ in found.apart] == ["2023", "2022", "2021"]


@pytest.mark.parametrize("period", ["2023-06/2023-07", "2023-07-01/2023-12-31", "2023-01/2023-06-30"])
def test_a_unit_counts_in_a_period_through_which_it_existed(period: str) -> None:
    values = [value(period, unit=each) for each in ("xa", "khac", "moi", "khong-ro")]
    found = measured(of("a", *values)).of_indicator["z-ty-le"]["a"]
    whole = period.startswith("2023-07-01")
    assert {each.measurement.unit for each in found.peers[0].measured} == {
        "xa",
        "khac",
        "khong-ro",
        *(["moi"] if whole else []),
    }
    why = "existed_in_part" if period == "2023-06/2023-07" else "did_not_exist"
    assert [(each.measurement.unit, str(reason)) for each, reason in found.apart] == (
        [] if whole else [("moi", why)]
    )


def why_not(*values: dict[str, Any], changes: tuple[Reorganisation, ...] = ()) -> list[str | None]:
    return [None if each is None else str(each) for each in breaks(series(of("a", *values)), changes)]


@pytest.mark.parametrize(
    ("effective", "why"),
    [
        ("2021-12-31", None),
        ("2022-01-01", None),
        ("2022-01-02", "unit_changed"),
        ("2023-01-01", "unit_changed"),
        ("2023-12-31", "unit_changed"),
        ("2024-01-01", None),
        ("XXXX-06-30", None),
    ],
)
def test_a_change_of_the_unit_in_or_between_two_periods_breaks_the_line(effective: str, why: str | None) -> None:
    """One on the first day of the earlier period made the unit of which both values speak."""
    two = (value("2022"), value("2023"))
    assert why_not(*two, changes=(change(effective),)) == [why]
    assert why_not(*two, changes=(change(effective, "rename"),)) == [None]


def test_two_values_of_one_period_break_the_line_before_and_after_them() -> None:
    twice = value("2023") | {"id": "lan-hai"}
    assert why_not(value("2022"), value("2023"), twice, value("2024")) == ["twice", "twice", "twice"]


@pytest.mark.parametrize("undated", ["../2021", "XXXX-03"])
def test_a_period_without_bounds_is_joined_with_nothing(undated: str) -> None:
    assert "undated" in why_not(value("2022"), value(undated))
    assert "undated" in why_not(value("2019"), value(undated), value("2030"))


def test_equal_months_are_equal_however_many_days_they_have() -> None:
    assert why_not(value("2023-01"), value("2023-02"), value("2023-03")) == [None, None]
    assert why_not(value("2023-01-01"), value("2023-01-02"), value("2023-01-03/2023-01-05")) == [None, "unequal"]
