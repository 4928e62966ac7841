"""Is a problem told in one clear form, on a terminal, on a forge and in a count?"""

import re
import string
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model.survey import Survey
from generator.problems import (
    Complaint,
    Place,
    Problem,
    Severity,
    as_annotation,
    as_text,
    field_name,
    has_errors,
    summary,
)
from generator.strings import words

ERROR = Problem("data/surveys/a.yml", 3, 5, "Y02", "title")
WARNING = Problem("data/topics.yml", 2, 9, "R07", "tthc", details=(("kind", "chủ đề"),))


def entries() -> dict[str, Any]:
    return {code: entry for code, entry in words("problems").items() if code != "labels"}


def test_every_code_says_in_a_few_sentences_why_it_matters() -> None:
    for code, entry in entries().items():
        assert 2 <= len(re.findall(r"[.?…](?: |$)", entry["guide"].strip())) <= 5, code
        assert entry.get("severity") in (None, "warning"), code
        assert entry.get("excusable") in (None, True), code


def test_only_warnings_and_personal_data_can_be_excused() -> None:
    excusable = {code for code, entry in entries().items() if entry.get("excusable")}
    warnings = {code for code, entry in entries().items() if entry.get("severity") == "warning"}
    assert excusable == warnings - {"R92", "R93", "C20", "C22", "Y33"} | {"R50", "C09"}


def test_sentences_end_as_sentences() -> None:
    for code, entry in entries().items():
        assert entry["says"][-1] in ".?}>)", code
        assert entry["do"][-1] in ".?})])…" or entry["do"].endswith(("# Giới thiệu", "Xã Tiên Hà", "find}")), code
        assert "TODO" not in entry["says"] + entry["do"], code


def test_a_problem_is_told_in_a_few_lines() -> None:
    problem = Problem("a.yml", 3, 5, "M10", "có")
    assert as_text(problem) == (
        "a.yml:3:5: lỗi M10: “có” không dùng được: mục này chỉ nhận “true” (có) hoặc “false” (không).\n"
        "    Cần làm: Ghi true hoặc false, viết thường, không có dấu nháy."
    )


def test_what_is_written_is_repeated_only_if_the_sentence_does_not_tell() -> None:
    assert "Đang ghi" not in as_text(ERROR)
    assert "    Đang ghi: [1]\n" in as_text(Problem("a", 1, 1, "M13", "[1]"))


def test_braces_in_what_people_wrote_are_only_text() -> None:
    assert "“{0.__class__}”" in as_text(Problem("a", 1, 1, "Y02", "{0.__class__}"))


def test_an_annotation_keeps_a_forge_from_reading_commands() -> None:
    told = as_annotation(Problem("data/a:b,c.yml", 1, 2, "M10", "100%\n::error::x"))
    assert told.count("\n") == 0
    assert told.startswith("::error file=data/a%3Ab%2Cc.yml,line=1,col=2,title=lỗi M10::“100%25⏎::error::x”")


def test_an_annotation_says_where_its_code_is_explained() -> None:
    assert as_annotation(Problem("data/a.yml", 1, 2, "M10", "x")).endswith("schema/quy-tac.md#m10")


HOSTILE = [
    "\n",
    "\r",
    "\u2028",
    "\x0b",
    "\x1b[2J",
    "\x85",
    "\u202e",
    "::",
    "##[",
    "##vso[",
    "`",
    "a",
    "{",
    "%0A",
    " ",
]


@given(
    st.lists(st.sampled_from(HOSTILE), max_size=8).map("".join),
    st.deferred(lambda: st.sampled_from(sorted(entries()))),
)
def test_no_line_of_what_is_told_is_a_command_of_a_forge(text: str, code: str) -> None:
    """A forge reads ``::x::`` in front of a line and ``##[x]`` anywhere; a line ends where any program ends one."""
    names = [name for part in ("says", "do", "allowed") for name in fields(words("problems")[code].get(part, ""))]
    problem = Problem(f"data/{text}.yml", 1, 1, code, text, text, text, tuple((name, text) for name in names))
    told = as_text(problem)
    assert told.isprintable() or all(line.isprintable() for line in told.split("\n"))
    assert len(told.split("\n")) == len(told.splitlines()) <= 5
    for line in told.splitlines():
        assert not line.lstrip().startswith("::")
        assert not re.search(r"##\w*\[", line)
    annotation = as_annotation(problem)
    assert annotation.isprintable()
    assert not re.search(r"##\w*\[", annotation)
    assert annotation.count("::") >= 2


def fields(text: str) -> list[str]:
    return [
        name for _, name, _, _ in string.Formatter().parse(text) if name not in (None, "written", "nearest", "list")
    ]


def test_the_count_tells_errors_warnings_and_files() -> None:
    assert summary([ERROR, WARNING, WARNING]) == "1 lỗi, 2 cảnh báo trong 2 tệp"
    assert summary([]) == "Không có vấn đề nào."


def test_only_errors_stop_the_build() -> None:
    assert ERROR.severity is Severity.ERROR
    assert WARNING.severity is Severity.WARNING
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    later = Problem("data/surveys/a.yml", 10, 1, "M06")
    assert sorted([later, WARNING, ERROR]) == [ERROR, later, WARNING]


def test_a_complaint_becomes_a_problem_at_a_place() -> None:
    place = Place("a.yml") / "list" / 2
    complaint = Complaint(place, "R01", "x", details={"b": "2", "a": "1"})
    assert place.path == ("list", 2)
    assert complaint.at(4, 7) == Problem("a.yml", 4, 7, "R01", "x", details=(("a", "1"), ("b", "2")))


def test_a_field_is_named_by_its_key_and_its_title() -> None:
    assert field_name(Survey, "title") == "“title” (Tiêu đề)"
    assert field_name(Survey, "absent") == "“absent” (Lý do bỏ trống)"
    assert field_name(Survey, "unheard_of") == "“unheard_of”"
