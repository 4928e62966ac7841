"""Do an editor's tools see the records as `check` does?"""

import itertools
import json
import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.cli.schema import broken_cases, examples
from generator.model.edtf import EdtfDate, EdtfError, parse
from generator.model.survey import Survey
from generator.problems import GUIDE, anchor_of
from generator.schema import Examples, duty_guide, generated_files, json_schemas, rule_guide, table, vscode_settings
from generator.schema.broken_case import reported, shortest
from generator.schema.fields import fields_of, parts_of
from generator.schema.files import record_files
from generator.schema.sequence import points_of
from generator.strings import words
from generator.write import write

ROOT = Path(__file__).parents[2]
DUTY_GUIDE = "schema/nghia-vu.md"
SCHEMA_FILES = [file.schema for file in record_files()]
RECORDS = sorted(
    (path.relative_to(ROOT).as_posix(), file.schema)
    for root in ("", "tests/example/")
    for file in record_files()
    for path in ROOT.glob(root + file.path("*"))
)


class _CoreLoader(yaml.SafeLoader):
    """YAML as an editor's tools read it: the core schema of YAML 1.2, where `07001` is the number 7001."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML keeps it so


for _kind, _pattern in {
    "null": r"^(~|null|Null|NULL|)$",
    "bool": r"^(true|True|TRUE|false|False|FALSE)$",
    "int": r"^[-+]?[0-9]+$",
    "float": r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$",
}.items():
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(_pattern), None)
_CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _loader, node: int(node.value))


@cache
def schemas() -> dict[str, Any]:
    """Return every schema by the name of its file; made when a test asks, so a missing text stops no other."""
    return {name: json.loads(text) for name, text in json_schemas().items()}


def seen(text: str) -> Any:
    return yaml.load(text, _CoreLoader)


def findings(schema: str, text: str) -> list[str]:
    """Return what an editor is told about a record: where it is, and our words or the validator's."""
    errors = Draft202012Validator(schemas()[schema]).iter_errors(seen(text))
    return sorted(
        f"{'/'.join(map(str, error.absolute_path))}: {error.schema.get('errorMessage', error.message)}"
        for error in errors
    )


def survey(more: str = "") -> str:
    """Return a short survey that is in order."""
    start = "kind: khao_sat\ntitle: Một cuộc\ndate: XXXX-09-08\n"
    return f"{start}sources: [{{id: bai, title: Bài}}]\npublication: {{state: draft}}\n{more}"


def property_of(schema: str, model: str, field: str) -> Any:
    return schemas()[schema]["$defs"][model]["properties"][field]


def test_what_is_made_from_the_models_and_the_rules_is_fresh(bless: bool) -> None:
    if bless:
        for path, text in generated_files(examples()).items():
            write(ROOT / path, text.encode())
    there = {path: ROOT / path for path in generated_files(examples()) if (ROOT / path).is_file()}
    stale = [
        path
        for path, text in generated_files(examples()).items()
        if path not in there or there[path].read_text(encoding="utf-8") != text
    ]
    assert stale == [], f"out of date; run: make schema ({', '.join(stale)})"


def test_nothing_is_left_over_in_the_folder_of_what_is_made() -> None:
    there = {file.relative_to(ROOT).as_posix() for file in ROOT.glob("schema/*")}
    assert there <= generated_files(examples()).keys(), "remove what nothing makes any more"


def test_making_the_files_again_gives_the_same_bytes() -> None:
    assert generated_files(examples()) == generated_files(examples())


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_a_schema_is_valid_by_its_own_standard(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize(("path", "schema"), RECORDS)
def test_a_record_shows_no_error_in_an_editor(path: str, schema: str) -> None:
    assert findings(schema, (ROOT / path).read_text(encoding="utf-8")) == []


def test_the_fields_stand_in_the_order_of_the_model_and_the_id_is_the_name_of_the_file() -> None:
    names = [name for name in Survey.model_fields if name != "id"]
    assert list(schemas()["survey.schema.json"]["properties"]) == names
    assert "id" in schemas()["survey.schema.json"]["$defs"]["Source"]["properties"]


def test_a_word_that_is_not_a_field_is_refused() -> None:
    (found,) = findings("survey.schema.json", survey("tieude: Một cuộc\n"))
    assert "tieude" in found


@pytest.mark.parametrize(
    "line",
    [
        "summary: 2021",
        "summary:",
        "period: 2024",
        "period: 2021/..",
        "period: 2021-03/2024-09-12",
        "delegation:",
        "media:",
        "reply_window: {opened: 2024-09-12, closes:, note: ~}",
        "measurements: [{id: a, indicator: b, unit: c, period: 2024, value: 98.50, missing:}]",
        'measurements: [{id: a, indicator: b, unit: c, period: 2024, value: "98.50"}]',
        'documents: [{id: a, type: khac, number: "07001", pages: 3, cites: [{source: a, at: 4.2}]}]',
        "absent: [{field: delegation, reason: not_stated}]",
    ],
)
def test_what_the_checker_accepts_is_not_underlined(line: str) -> None:
    assert findings("survey.schema.json", survey(line)) == []


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("date_latest: 08/9/2022", "Day"),
        ("date_latest: 2024-9-8", "Day"),
        ("period: từ năm 2021 đến nay", "DateOrInterval"),
        ("period: 22", "DateOrInterval"),
        ("units: [{unit: Xã Tiên An, capacity: surveyed}]", "UnitId"),
        ("documents: [{id: a, type: khac, number: 07001}]", "Code"),
        ("documents: [{id: a, type: khac, pages: sáu}]", "Count"),
        ("measurements: [{id: a, indicator: b, unit: c, period: 2024, value: '98,5'}]", "Number"),
        ("recommendations: [{id: kn-1, text: a}]", "RecommendationId"),
        ("summary: [a, b]", "Prose"),
    ],
)
def test_a_trap_is_named_in_our_words(line: str, shape: str) -> None:
    (found,) = findings("survey.schema.json", survey(line))
    assert found.endswith(words("fields")["values"][shape]["wrong"])


def test_a_required_field_may_not_be_blank() -> None:
    assert findings("survey.schema.json", survey().replace("title: Một cuộc", "title:")) != []


def test_a_reason_names_a_field_of_its_own_record() -> None:
    assert findings("survey.schema.json", survey("absent: [{field: thời hạn, reason: not_stated}]")) != []
    assert findings("survey.schema.json", survey("absent: [{field: title, reason: not_stated}]")) != []


def test_every_date_of_the_model_is_a_date_of_the_schema() -> None:
    parts = ("", "-09", "-XX", "-09-08", "-09-XX", "-XX-XX", "-XX-08")
    dates = ["".join(each) for each in itertools.product(("2024", "202X", "XXXX"), parts, ("", *"?~%"))]
    intervals = ["/".join(each) for each in itertools.product((*dates, "", ".."), repeat=2)]
    date, period = (schemas()["survey.schema.json"]["properties"][name]["pattern"] for name in ("date", "period"))
    for text in [*dates, *intervals]:
        try:
            found = parse(text)
        except EdtfError:
            continue
        assert re.search(period, text), text
        assert bool(re.search(date, text)) == isinstance(found, EdtfDate), text


def test_a_choice_comes_with_the_words_of_the_readers() -> None:
    kind = schemas()["survey.schema.json"]["properties"]["kind"]
    assert dict(zip(kind["enum"], kind["enumDescriptions"], strict=True))["khao_sat"] == "Khảo sát"
    value = property_of("survey.schema.json", "Event", "value")
    told = dict(zip(value["enum"], value["enumDescriptions"], strict=True))
    assert told["reported_done"] == "Báo cáo đã xong (đi với progress)"


def test_a_reference_says_to_what_it_leads() -> None:
    assert property_of("survey.schema.json", "Cite", "source")["x-reference"] == "source"
    assert property_of("survey.schema.json", "Session", "units")["items"]["x-reference"] == "unit"


def test_a_completed_key_never_brings_an_invented_value() -> None:
    """The language server inserts the first example, and a zero where a number is the first type."""
    for name, schema in schemas().items():
        for part in [schema, *schema["$defs"].values()]:
            for field, told in part["properties"].items():
                assert "examples" not in told, f"{name}: {field}"
                first = [*([told["type"]] if isinstance(told.get("type"), str) else told.get("type", []))][:1]
                assert first not in (["number"], ["integer"]), f"{name}: {field}"


def test_the_guide_explains_every_field_and_its_links_lead_somewhere() -> None:
    guide = generated_files(examples())["schema/truong.md"]
    anchors = re.findall(r'<a id="([^"]+)"></a>', guide)
    expected = {
        f"{model.__name__}-{field.name}".lower()
        for file in record_files()
        for model in (file.model, *parts_of(file.model))
        for field in fields_of(model)
    }
    assert expected <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", guide)) <= set(anchors)


def test_the_guide_to_rules_explains_every_code_once_and_its_links_lead_somewhere() -> None:
    guide = rule_guide(broken_cases())
    codes = {code for code in words("problems") if code != "labels"}
    anchors = re.findall(r'^### <a id="([^"]+)"></a>', guide, re.MULTILINE)
    assert sorted(anchors) == sorted(anchor_of(code) for code in codes)
    contents = guide.partition("\n### ")[0]
    assert re.findall(r"\]\(#([^)]+)\)", contents) == anchors, "the table of contents has all, in their order"
    for part in re.split(r"^### (?=<a id=)", guide, flags=re.MULTILINE)[1:]:
        assert "**Vì sao.** " in part, part[:60]
        assert "**Ví dụ sai.**" in part, part[:60]
        assert re.search(r"\*\*Cách sửa\.\*\* \w", part), part[:60]


def test_the_guide_to_rules_leaves_nothing_to_fill_in_and_tells_no_place_of_this_machine() -> None:
    outside = re.sub(r"^(`{3,})text\n.*?^\1$", "", rule_guide(broken_cases()), flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"\{[a-z_]+\}", outside) == []
    assert str(ROOT) not in rule_guide(broken_cases())


def test_the_guide_to_rules_shows_a_code_by_its_shortest_case_and_what_is_printed_of_it() -> None:
    case = (
        "=== change data/a.yml\n-a: 1\n+b: 1\n=== output\n{}data/a.yml:1:1: lỗi M01: Đúng.\n    Cần làm: x\nlỗi\n"
    )
    other = "data/a.yml:1:1: lỗi M02: Khác.\n"
    cases = shortest([("M01-b.txt", case.format(other)), ("M01-a.txt", case.format("")), ("M02-a.txt", other)])
    assert cases == {"M01": case.format(""), "M02": other}
    assert reported(case.format(other), "M01") == "data/a.yml:1:1: lỗi M01: Đúng.\n    Cần làm: x"


def test_without_its_examples_a_guide_stays_as_it_is() -> None:
    assert generated_files(examples()).keys() - generated_files(Examples()).keys() == {GUIDE, DUTY_GUIDE}


def test_the_guide_to_rules_shows_what_people_wrote_as_text() -> None:
    """Outside of code no tag, and code is closed whatever it holds: the example of C01 is a script in a fence."""
    outside = re.sub(r"^(`{3,})text\n.*?^\1$", "", rule_guide(broken_cases()), flags=re.MULTILINE | re.DOTALL)
    assert "```" not in outside
    assert {*re.findall(r"(?<!\\)<[^>]*>", outside)} <= {*re.findall(r'<a id="[a-z0-9]+">|</a>', outside)}


def the_duty_guide() -> str:
    return generated_files(examples())[DUTY_GUIDE]


def test_the_guide_to_duties_has_every_point_and_every_sequence_once_and_its_links_lead_somewhere() -> None:
    known = examples().sequences
    assert known is not None
    anchors = re.findall(r'<a id="([^"]+)"></a>', the_duty_guide())
    points = [each for each in anchors if each.startswith("diem-")]
    assert points == [f"diem-{number}" for number in range(1, 20)]
    assert len(anchors) == len(set(anchors)) == len(points) + len(known.rows)
    assert set(re.findall(r"\]\(#([^)]+)\)", the_duty_guide())) <= set(anchors)
    assert all((ROOT / "schema" / file).is_file() for file in re.findall(r"\]\(([^)#]+)\)", the_duty_guide()))


def test_the_guide_to_duties_leads_from_each_point_to_all_sequences_that_show_it() -> None:
    known = examples().sequences
    assert known is not None
    parts = dict(re.findall(r'^### <a id="diem-(\d+)">(.*?)(?=^##|\Z)', the_duty_guide(), re.MULTILINE | re.DOTALL))
    for point, text in parts.items():
        assert len(re.findall("vi-du-", text)) == sum(point in points_of(row) for row in known.rows), point


def test_the_guide_to_duties_tells_a_sequence_in_words() -> None:
    units = """
units: [{id: a, names: [{text: Phòng A}]}, {id: b, names: [{text: Phòng *B*}]}, {id: hd, names: [{text: HĐND}]}]
reorganisations: [{id: nhap, title: Nhập xã}]
"""
    sequences = """
- name: Phòng A chuyển một phần, nên phải hỏi lại.
  point: ['4', '1']
  given:
    addressee: {leads: [{unit: a, part: Rà soát, id: pv-01}], support: [b]}
    deadline: {days: 30, day_kind: calendar, counted_from: 2025-01-02}
  again: [2026-04]
  steps:
    - {value: reported_done, on: '2025', recorded: 2026-01-10, parts: [pv-01], members: 2, completed: 2025-12-01}
    - {value: not_satisfied, on: 2026-02-01, by: hd, about: [a]}
    - {type: transfer, on: 2026-03-01, by: hd, receivers: [{unit: b, part: Một, id: pv-02}], keeps_rest: true}
    - {type: transfer, on: 2026-04-01, reorganisation: nhap}
  label: Đang thực hiện
  overview: ["1/2 cơ quan: Đang thực hiện"]
  recurred: [khảo sát lại nêu]
  due: Quá hạn từ 02/02/2025
  expect: {responsible: [a, b], unclear: [sk-02, sk-03], counts: {counted: 1, verified: 0}}
"""
    guide = duty_guide(table(sequences, units))
    told = guide.split('<a id="vi-du-4-1"></a>')[1].split("\n\n### ")[0]
    assert told.splitlines() == [
        "**4.1.** Phòng A chuyển một phần, nên phải hỏi lại.",
        "",
        "- Gửi: Phòng A (Rà soát); Phối hợp: Phòng \\*B\\*; Thời hạn: 30 ngày kể từ 02/01/2025; "
        "Cuộc khảo sát sau ghi hạn chế lặp lại: tháng 4/2026",
        "- năm 2025, ghi nhận 10/01/2026 · nguồn không nêu ai · Báo cáo đã xong (phần việc: Rà soát) (2 cơ quan) "
        "(hoàn thành 01/12/2025)",
        "- 01/02/2026 · HĐND · Kết quả xác minh: Chưa đáp ứng yêu cầu (về phần của Phòng A)",
        "- 01/3/2026 · HĐND · Chuyển cơ quan tiếp nhận: Phòng \\*B\\* (Một) (phần còn lại ở nguyên cơ quan cũ)",
        "- 01/4/2026 · nguồn không nêu ai · Chuyển cơ quan tiếp nhận: không nêu cơ quan nhận "
        "(theo lần sắp xếp: Nhập xã)",
        "- → **Đang thực hiện**",
        "  - 1/2 cơ quan: Đang thực hiện",
        "  - khảo sát lại nêu",
        "  - Thời hạn: **Quá hạn từ 02/02/2025**",
        "  - Đang chịu trách nhiệm: Phòng A, Phòng \\*B\\*",
        "  - `make check` hỏi lại: bước 2, 3 nói về nghĩa vụ nào?",
        "  - Được đếm: tính tỷ lệ",
        "  - Không được đếm: đã xác minh",
    ]
    assert "Xem thêm ví dụ [4.1](#vi-du-4-1)." in guide


@pytest.mark.parametrize(("path", "schema"), RECORDS)
def test_an_editor_finds_the_schema_of_a_record_by_its_path(path: str, schema: str) -> None:
    bound = json.loads(vscode_settings())["yaml.schemas"]
    matching = [
        name
        for name, patterns in bound.items()
        if any(PurePosixPath(path).match(pattern) and path.count("/") == pattern.count("/") for pattern in patterns)
    ]
    assert matching == [f"./schema/{schema}"]
