"""Are values compared only where they can be, and is nothing drawn or said that no source says?"""

import datetime
from typing import Any

import pytest

from generator.archive import Archive
from generator.derive import Derived, derive
from generator.derive.measures import Apart, Break, breaks
from generator.model.catalogue import Holidays, Indicator, Topics
from generator.model.site import Site
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from generator.parts.series import VALUES_SHOWN, SeriesView, unit_series
from generator.register import register_of
from generator.register.entry import PageKind
from generator.views.comparison import ComparisonView, comparison_views
from generator.views.indicator import IndicatorView, indicator_list_views, indicator_views
from generator.wording.values import against, difference

SITE = {
    "id": "https://vi-du.example/",
    "name": "Thử",
    "description": "Thử.",
    "address": "https://vi-du.example/",
    "publisher": {"name": "HĐND"},
}
MERGED = "2025-07-01"
MERGE = {
    "id": "nhap-xa",
    "kind": "merge",
    "title": "Nhập hai xã",
    "effective": MERGED,
    "predecessors": [{"unit": "xa-cu"}, {"unit": "xa-cu-khac"}],
    "successors": ["xa-moi"],
}
RENAME = {
    "id": "doi-ten",
    "kind": "rename",
    "title": "Đổi tên",
    "effective": MERGED,
    "predecessors": [{"unit": "xa-a"}],
    "successors": ["xa-a"],
}


def unit(identifier: str, name: str, **more: Any) -> Unit:
    shape = {"classification": "administrative_unit", "level": "commune", "names": [{"text": name}]}
    return Unit.model_validate({"id": identifier, **shape, **more})


UNITS = [
    unit("xa-a", "Xã A"),
    unit("xa-b", "Xã B"),
    unit("xa-a-khac", "Xã A", codes=[{"scheme": "Mã", "value": "007"}]),
    unit("xa-cu", "Xã Cũ", valid_until="2025-06-30"),
    unit("xa-cu-khac", "Xã Cũ Khác", valid_until="2025-06-30"),
    unit("xa-moi", "Xã Mới", valid_from=MERGED),
    unit("tinh", "Tỉnh", level="province"),
    unit("so", "Sở", classification="office", level="province"),
]
INDICATORS = [
    {"id": "so-ho-so", "name": "Số hồ sơ", "unit": "hồ sơ", "minimum": "0"},
    {"id": "ty-le", "name": "Tỷ lệ", "unit": "%", "better": "up", "minimum": "0", "maximum": "100"},
    {"id": "chi-so", "name": "Chỉ số", "unit": "điểm", "level": "province"},
]


def measured(unit_id: str, value: str | None, period: str = "2023", **more: Any) -> dict[str, Any]:
    says = {"missing": "not_reported"} if value is None else {"value": value}
    fixed = {"id": f"so-{unit_id}", "indicator": "ty-le", "unit": unit_id, "period": period}
    return fixed | says | {"cites": [{"source": "bao-cao", "at": "3"}]} | more


def survey(identifier: str, *measurements: dict[str, Any], date: str = "2026-05-12") -> Survey:
    return Survey.model_validate(
        {
            "id": identifier,
            "kind": "khao_sat",
            "title": f"Cuộc {identifier}",
            "date": date,
            "measurements": measurements,
            "sources": [{"id": "bao-cao", "title": "Báo cáo", "locator": "page"}],
            "publication": {"state": "published", "published": "2026-06-01"},
        }
    )


def known(*surveys: Survey) -> Derived:
    return derive(
        Archive(
            today=datetime.date(2026, 11, 22),
            site=Site.model_validate(SITE),
            units={each.id: each for each in UNITS},
            reorganisations={each.id: each for each in map(Reorganisation.model_validate, (MERGE, RENAME))},
            surveys={each.id: each for each in surveys},
            reworded=frozenset(),
            withdrawn={},
            topics={},
            topic_file=Topics(),
            indicators={each.id: each for each in map(Indicator.model_validate, INDICATORS)},
            glossary=(),
            holidays=Holidays(),
            articles={},
            media={},
        )
    )


def comparison_pages(derived: Derived) -> list[ComparisonView]:
    return list(comparison_views(derived, register_of(derived).of_kind(PageKind.COMPARISON)))


def indicator_pages(derived: Derived, indicator: str) -> list[IndicatorView]:
    entries = register_of(derived).of_kind(PageKind.INDICATOR)
    return list(indicator_views(derived, [each for each in entries if each.subject.indicator.id == indicator]))


def compared(*measurements: dict[str, Any]) -> ComparisonView:
    (view,) = comparison_pages(known(survey("cuoc", *measurements)))
    return view


def series(unit_id: str, *surveys: Survey) -> SeriesView:
    (view,) = unit_series(known(*surveys), unit_id)
    return view


def names(view: ComparisonView) -> list[list[str]]:
    return [[each.label for each in part.units] for part in view.parts]


def test_units_of_one_kind_and_period_stand_side_by_side_in_the_order_of_their_names() -> None:
    view = compared(measured("xa-b", "90"), measured("xa-a", "15.0"))
    assert names(view) == [["Xã A", "Xã B"]]
    (part,) = view.parts
    assert (part.kind, part.period) == ("Đơn vị hành chính, cấp xã", "năm 2023")
    assert (part.least, part.greatest, part.spread) == ("15,0%", "90%", "75,0 điểm phần trăm")
    assert view.apart == ()


def test_a_missing_value_stands_among_its_peers_with_the_reason_and_in_no_figure() -> None:
    (part,) = compared(measured("xa-a", "10"), measured("xa-b", None), measured("xa-cu", "30")).parts
    assert [each.measured.value.text for each in part.units] == ["10%", "Đơn vị không báo cáo", "30%"]
    assert (part.valued, part.total, part.spread) == ("2", "3", "20 điểm phần trăm")
    assert [row.value is None for row in part.chart.rows] == [False, True, False]


def test_a_unit_that_did_not_exist_is_listed_apart_and_never_drawn() -> None:
    gone = measured("xa-moi", None, missing="unit_did_not_exist", cites=[])
    view = compared(measured("xa-a", "10"), measured("xa-b", "20"), gone)
    assert names(view) == [["Xã A", "Xã B"]]
    assert [(each.unit.label, why) for each, why in view.apart] == [("Xã Mới", "Không tồn tại trong kỳ này")]
    assert all(row.label != "Xã Mới" for part in view.parts for row in part.chart.rows)


@pytest.mark.parametrize(
    ("unit_id", "period", "why"),
    [
        ("xa-moi", "2024", Apart.DID_NOT_EXIST),
        ("xa-moi", "2025", Apart.EXISTED_IN_PART),
        ("xa-moi", "2025-07/2026-04", None),
        ("xa-moi", "2025-07/..", None),
        ("xa-cu", "2025", Apart.EXISTED_IN_PART),
        ("xa-cu", "2025-01/2025-06", None),
        ("xa-cu", "2025-07/..", Apart.DID_NOT_EXIST),
        ("xa-cu", "2021/..", Apart.EXISTED_IN_PART),
        ("xa-cu", "XXXX-09", None),
    ],
)
def test_only_units_that_existed_through_the_period_are_compared(
    unit_id: str, period: str, why: Apart | None
) -> None:
    """Even a value does not help: of a unit that was not there it says something else."""
    view = known(survey("cuoc", *(measured(each, "10", period) for each in ("xa-a", "xa-b", unit_id))))
    values = view.measures.of_indicator["ty-le"]["cuoc"]
    assert [(each.measurement.unit, reason) for each, reason in values.apart] == (
        [] if why is None else [(unit_id, why)]
    )


def test_units_of_another_kind_or_level_are_no_peers() -> None:
    view = compared(measured("xa-a", "10"), measured("xa-b", "20"), measured("so", "30"), measured("tinh", "40"))
    assert names(view) == [["Xã A", "Xã B"]]
    assert {each.unit.label for each, _ in view.apart} == {"Sở", "Tỉnh"}


def test_periods_are_compared_one_by_one_the_newest_first() -> None:
    values = [measured(each, "10", period) for period in ("2022", "2023") for each in ("xa-a", "xa-b")]
    assert [part.period for part in compared(*values).parts] == ["năm 2023", "năm 2022"]


def test_one_period_written_in_two_ways_is_one_period() -> None:
    assert len(compared(measured("xa-a", "10"), measured("xa-b", "20", "2023-01/2023-12")).parts) == 1


def test_a_single_value_has_no_comparison_and_leads_to_its_survey() -> None:
    derived = known(survey("cuoc", measured("xa-a", "10"), measured("xa-b", None)))
    assert comparison_pages(derived) == []
    (page,) = indicator_pages(derived, "ty-le")
    (entry,) = page.slice.items
    assert entry.survey.address == "khao-sat/cuoc/#so-lieu"
    assert [each.value.text for each in entry.measured] == ["10%", "Đơn vị không báo cáo"]


def test_two_units_of_one_name_are_told_apart() -> None:
    assert names(compared(measured("xa-a", "10"), measured("xa-a-khac", "20"))) == [["Xã A (007)", "Xã A (xa-a)"]]


def test_two_values_of_one_unit_for_one_period_are_both_shown() -> None:
    twice = measured("xa-a", "12") | {"id": "dem-lai"}
    view = compared(measured("xa-a", "10"), twice, measured("xa-b", "20"))
    assert names(view) == [["Xã A (số liệu thứ 1)", "Xã A (số liệu thứ 2)", "Xã B"]]


def test_a_source_is_cited_on_the_page_of_its_survey() -> None:
    (part,) = compared(measured("xa-a", "10"), measured("xa-b", "20")).parts
    (cite,) = part.units[0].measured.cites
    assert (cite.label, cite.address) == ("trang 3", "khao-sat/cuoc/#nguon-bao-cao")


def test_rates_differ_by_percentage_points_and_other_values_by_their_unit() -> None:
    assert difference("42.0", "50", "%") == "8,0 điểm phần trăm"
    assert difference("1300", "66", "hồ sơ") == "1.234 hồ sơ"
    assert against("target", "42.0", "50", "%") == "thấp hơn 8,0 điểm phần trăm"
    assert against("target", "50.0", "50", "%") == "bằng mục tiêu"
    assert against("change", "50.5", "50", "%") == "tăng 0,5 điểm phần trăm"


def test_an_index_of_provinces_is_never_shown_for_a_commune() -> None:
    index = {"indicator": "chi-so"}
    derived = known(survey("cuoc", measured("tinh", "600", **index), measured("xa-a", "600", **index)))
    assert "xa-a" not in derived.measures.of_unit
    (page,) = indicator_pages(derived, "chi-so")
    assert [each.unit.label for each in page.slice.items[0].measured] == ["Tỉnh"]
    assert page.indicator.is_provincial


def test_the_list_counts_values_and_not_what_is_missing() -> None:
    derived = known(survey("cuoc", measured("xa-a", "10"), measured("xa-b", None)))
    (page,) = indicator_list_views(derived, register_of(derived).of_kind(PageKind.INDICATOR_LIST))
    counts = {each.indicator.name.label: (each.values, each.surveys) for each in page.indicators}
    assert counts == {"Số hồ sơ": ("0", "0"), "Tỷ lệ": ("1", "1"), "Chỉ số": ("0", "0")}


def test_a_page_of_an_indicator_never_grows() -> None:
    derived = known(*(survey(f"cuoc-{number}", measured("xa-a", "10")) for number in range(45)))
    pages = indicator_pages(derived, "ty-le")
    assert [len(page.slice.items) for page in pages] == [20, 20, 5]
    assert pages[1].head.address == "so-lieu/ty-le/trang-2/"


def test_a_series_goes_with_time_whatever_the_surveys_are() -> None:
    view = series(
        "xa-b",
        survey("moi", measured("xa-b", "10", "2021"), measured("xa-b", "30", "2023")),
        survey("cu", measured("xa-b", "20", "2022"), date="2023-01-01"),
    )
    assert [row.measured.period for row in view.rows] == ["năm 2021", "năm 2022", "năm 2023"]
    assert [row.change and row.change.text for row in view.rows] == [
        None,
        "tăng 10 điểm phần trăm",
        "tăng 10 điểm phần trăm",
    ]
    assert view.chart is not None
    assert [row.is_joined for row in view.chart.rows] == [False, True, True]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (("2022", "10"), ("2023", "20"), None),
        (("2022-01/2022-06", "10"), ("2022-07/2022-12", "20"), None),
        (("2023-01", "10"), ("2023-02", "20"), None),
        (("2022", None), ("2023", "20"), Break.MISSING),
        (("2022", "10"), ("2023", None), Break.MISSING),
        (("2022", "10"), ("2024", "20"), Break.NOT_NEXT),
        (("2022", "10"), ("2023-01/2023-06", "20"), Break.UNEQUAL),
        (("2022", "10"), ("XXXX-09", "20"), Break.UNDATED),
        (("2022", "10"), ("2022", "12"), Break.TWICE),
        (("2024-07/2025-06", "10"), ("2025-07/2026-06", "20"), Break.UNIT_CHANGED),
    ],
)
def test_values_are_joined_only_if_they_say_the_same_of_the_same(
    before: tuple[str, str | None], after: tuple[str, str | None], why: Break | None
) -> None:
    values = [measured("xa-b", value, period) for period, value in (before, after)]
    derived = known(survey("cuoc", *values))
    merge = derived.archive.reorganisations["nhap-xa"]
    assert breaks(derived.measures.of_unit["xa-b"]["ty-le"], [merge]) == (why,)


def test_a_change_of_name_is_marked_and_breaks_nothing() -> None:
    values = [
        measured("xa-a", value, period) for period, value in (("2024-07/2025-06", "1"), ("2025-07/2026-06", "2"))
    ]
    view = series("xa-a", survey("cuoc", *values))
    assert view.rows[1].marks == ("01/7/2025: Đổi tên",)
    assert view.rows[1].change is not None
    assert view.rows[1].change.text == "tăng 1 điểm phần trăm"


def test_values_stay_with_the_unit_that_they_are_about() -> None:
    """A successor only leads to its predecessors' values, and they to it."""
    cuoc = survey("cuoc", measured("xa-cu", "10", "2024"), measured("xa-moi", "20", "2025-07/2026-04"))
    old, new = series("xa-cu", cuoc), series("xa-moi", cuoc)
    assert [row.measured.value.text for row in new.rows] == ["20%"]
    assert [each.address for each in new.earlier] == ["don-vi/xa-cu/#so-lieu-ty-le"]
    assert [row.measured.value.text for row in old.rows] == ["10%"]
    assert [each.address for each in old.later] == ["don-vi/xa-moi/#so-lieu-ty-le"]
    assert old.ends == ("01/7/2025: Nhập hai xã",)


def test_one_value_makes_a_table_and_no_picture() -> None:
    assert series("xa-a", survey("cuoc", measured("xa-a", "10"), measured("xa-a", None, "2022"))).chart is None


def test_a_series_shows_the_newest_values_and_says_how_many_it_leaves_out() -> None:
    years = range(2008, 2024)
    view = series("xa-b", survey("cuoc", *(measured("xa-b", str(year - 2000), str(year)) for year in years)))
    assert len(view.rows) == VALUES_SHOWN
    assert view.rows[-1].measured.period == "năm 2023"
    assert view.left_out == str(len(years) - VALUES_SHOWN)
    assert view.chart is not None
    assert not view.chart.rows[0].is_joined


def test_a_value_leads_to_its_comparison_or_else_to_its_survey() -> None:
    alone = series("xa-a", survey("cuoc", measured("xa-a", "10")))
    among = series("xa-a", survey("cuoc", measured("xa-a", "10"), measured("xa-b", "20")))
    assert alone.rows[0].survey.address == "khao-sat/cuoc/#so-lieu"
    assert among.rows[0].survey == ("Khảo sát, 12/5/2026", "so-lieu/ty-le/cuoc/")


def test_a_unit_without_values_has_no_series() -> None:
    assert unit_series(known(survey("cuoc", measured("xa-a", "10"))), "xa-b") == ()
