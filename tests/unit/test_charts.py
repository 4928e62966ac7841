"""Is every picture whole without colour, script or style sheet, and safe whatever people wrote?"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from generator.abbreviations import Abbreviations
from generator.charts import WIDTH, bars, dots
from generator.dialect import renderer
from generator.model.catalogue import GlossaryEntry, Indicator
from generator.parts.chart import Chart, Row, chart_of

RATE = Indicator.model_validate({"id": "ty-le", "name": "Tỷ lệ", "unit": "%", "minimum": "0", "maximum": "100"})
COUNT = Indicator.model_validate({"id": "so", "name": "Số", "unit": "hồ sơ"})
HOSTILE = "<script>alert(1)</script> & \"x\" 'y' *z* `c` @/khao-sat/ ]] {{ x }} \n\n# y"


def row(label: str, value: str | None, text: str = "", *, target: str | None = None, joined: bool = False) -> Row:
    return Row(
        label=label,
        value=None if value is None else Decimal(value),
        text=text or (value or "Đơn vị không báo cáo"),
        target=None if target is None else Decimal(target),
        target_text=None if target is None else f"Mục tiêu {target}%",
        is_joined=joined,
    )


def compared(*rows: Row, indicator: Indicator = RATE) -> Chart:
    return chart_of("compared", indicator, rows, identifier="1", period="năm 2022", units=str(len(rows)))


def series(*rows: Row, ends: tuple[str, ...] = ()) -> Chart:
    return chart_of("series", RATE, rows, identifier="ty-le", ends=ends, unit="Xã A", periods=str(len(rows)))


def elements(picture: Markup, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(picture).iter(name))


def texts(picture: Markup) -> list[str]:
    return [each.text or "" for each in elements(picture, "text")]


def lines(picture: Markup, kind: str) -> list[str]:
    return [each.attrib["d"] for each in elements(picture, "path") if each.attrib["class"] == f"chart-{kind}"]


@cache
def three_bars() -> Markup:
    return bars(compared(row("Xã A", "42.0", "42,0%", target="50"), row("Xã B", None), row("Xã C", "0", "0%")))


def test_a_picture_has_a_title_and_a_description_to_be_read_aloud() -> None:
    svg = ElementTree.fromstring(three_bars())
    named = {each.attrib["id"]: each.text for each in svg if "id" in each.attrib}
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"].split() == list(named)
    assert named["bieu_do_1_ten"] == "Tỷ lệ, năm 2022"
    assert named["bieu_do_1_mo_ta"] == (
        "Biểu đồ thanh ngang của 3 đơn vị, xếp theo vần. Trục từ 0% đến 100%. Có số liệu: 2, trong khoảng từ "
        "0% đến 42,0%. Không có số liệu: 1, không vẽ thành số 0. Bảng ngay sau biểu đồ có đủ số liệu."
    )


def test_every_name_and_every_value_stands_in_letters() -> None:
    assert texts(three_bars()) == [
        "0%", "100%", "Mục tiêu 50%", "Xã A", "42,0%", "Xã B", "Đơn vị không báo cáo", "Xã C", "0%",
    ]  # fmt: skip


def test_a_missing_value_has_a_reason_and_no_bar_and_a_zero_has_a_bar() -> None:
    widths = [float(each.attrib["width"]) for each in elements(three_bars(), "rect")]
    assert widths == [pytest.approx((WIDTH - 2) * 0.42, abs=0.1), 0.1]
    assert len(lines(three_bars(), "zero")) == 2


def test_bars_begin_at_zero_and_negative_ones_end_there() -> None:
    picture = bars(compared(row("A", "-50", "−50"), row("B", "100"), indicator=COUNT))
    negative, positive = elements(picture, "rect")
    end = float(negative.attrib["x"]) + float(negative.attrib["width"])
    assert end == pytest.approx(float(positive.attrib["x"]), abs=0.1)


def test_a_scale_without_a_known_end_goes_to_a_round_number() -> None:
    axis = compared(row("A", "1234"), row("B", "77"), indicator=COUNT).axis
    assert axis.ticks == ((Decimal(0), "0"), (Decimal(2000), "2.000"))


def test_a_value_beyond_the_known_end_still_lies_in_the_picture() -> None:
    assert compared(row("A", "130"), row("B", "77")).axis.high == 200


def test_values_that_are_all_zero_have_a_scale() -> None:
    axis = compared(row("A", "0"), row("B", "0.0"), indicator=COUNT).axis
    assert axis.low == 0
    assert axis.high == 1
    assert len(elements(bars(compared(row("A", "0"), row("B", "0"), indicator=COUNT)), "rect")) == 2


def test_different_targets_stand_beside_their_values() -> None:
    picture = bars(compared(row("A", "42", "42%", target="50"), row("B", "60", "60%", target="70")))
    assert "42% · Mục tiêu 50%" in texts(picture)
    assert "60% · Mục tiêu 70%" in texts(picture)
    assert len(lines(picture, "target")) == 2


def test_a_line_of_time_breaks_where_the_rows_are_not_joined() -> None:
    rows = (row("2020", "10"), row("2021", "20", joined=True), row("2022", None), row("2023", "30"))
    picture = dots(series(*rows))
    assert len(elements(picture, "circle")) == 3
    assert len(lines(picture, "line")) == 1


def test_what_happened_to_the_unit_is_written_across_the_picture() -> None:
    moved = row("2023", "30")._replace(marks=("01/7/2025: Nhập xã",))
    picture = dots(series(row("2022", "10"), moved, ends=("30/6/2026: Kết thúc",)))
    assert "01/7/2025: Nhập xã" in texts(picture)
    assert texts(picture)[-1] == "30/6/2026: Kết thúc"
    assert len(lines(picture, "mark")) == 4


def test_a_target_is_named_once_for_each_time_it_changes() -> None:
    rows = [row(str(year), "10", target=target) for year, target in ((2020, "50"), (2021, "50"), (2022, "70"))]
    picture = dots(series(*rows))
    assert [each for each in texts(picture) if each.startswith("Mục tiêu")] == ["Mục tiêu 50%", "Mục tiêu 70%"]
    assert len(lines(picture, "target")) == 3


@pytest.mark.parametrize("draw", [bars, dots])
def test_no_text_leaves_the_picture_and_long_names_take_several_lines(draw: Callable[[Chart], Markup]) -> None:
    name = "Phòng Tài chính - Kế hoạch và Đầu tư xây dựng của huyện Thanh Vọng cũ"
    chart = compared(row(name, "1234567", "1.234.567"), row("B", None, name), indicator=COUNT)
    picture = draw(chart)
    height = float(ElementTree.fromstring(picture).attrib["height"])
    for each in elements(picture, "text"):
        assert 0 <= float(each.attrib["x"]) <= WIDTH
        assert 0 < float(each.attrib["y"]) <= height
        assert len(each.text or "") <= 50


def test_what_people_wrote_stays_text() -> None:
    chart = compared(row(HOSTILE, "1", HOSTILE), row("B", None, HOSTILE))._replace(title=HOSTILE)
    picture = bars(chart)
    assert {each.tag for each in ElementTree.fromstring(picture).iter()} == {
        "svg", "title", "desc", "text", "path", "rect",
    }  # fmt: skip
    assert "alert(1)" in "".join(texts(picture))
    assert "@/" not in picture, "the links of the site are written like that"
    assert "\n\n" not in picture, "an empty line would end a block of HTML in Markdown"


def test_a_picture_passes_through_the_sites_markdown_as_it_is() -> None:
    picture = three_bars()
    figure = f'<figure class="chart" data-search-exclude>\n{picture}\n<figcaption>Ghi chú.</figcaption>\n</figure>'
    html = renderer().convert(f"## Một\n\n{figure}\n\n| A | B |\n| - | - |\n| 1 | 2 |\n")
    assert figure in html
    assert "<table>" in html


def test_a_picture_needs_no_colour_no_script_and_no_other_file() -> None:
    for picture in (three_bars(), dots(series(row("2020", "10", target="50"), row("2021", "20", joined=True)))):
        assert not re.search(r"<(?:script|style|image|use|a)\b|href|url\(|#[0-9a-f]{3}|rgb", picture)
        assert 'stroke-dasharray="4 3"' in picture, "a target differs from other lines in more than its colour"


def test_a_short_form_in_a_picture_stays_text_of_the_picture() -> None:
    """``<abbr>`` inside of SVG would make the name vanish."""
    picture = bars(compared(row("UBND xã A", "1"), row("UBND xã B", None, "UBND không báo cáo")))
    known = Abbreviations([GlossaryEntry(term="UBND", full="Ủy ban nhân dân")])
    assert known.explain(f"{picture}\n\nUBND xã C\n").startswith(f"{picture}\n\n<abbr ")


def test_a_picture_with_an_unsafe_id_is_a_programming_error() -> None:
    with pytest.raises(AssertionError):
        bars(compared(row("A", "1"), row("B", "2"))._replace(id='x" onload="'))
