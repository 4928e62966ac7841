"""Does an exception silence what people agreed on, as long as they agreed, and nothing else?"""

import datetime

from generator.model.catalogue import ExceptionEntry
from tests.unit.changing import survey
from tests.unit.judging import told

TODAY = datetime.date(2026, 11, 22)
FILE = "data/surveys/a.yml"


def agreed(code: str = "R66", until: str = "2026-11-22", file: str = FILE) -> ExceptionEntry:
    return ExceptionEntry.model_validate(
        {"code": code, "file": file, "until": until, "reason": "Đã đối chiếu với nguồn."}
    )


def judged(
    code: str, *entries: ExceptionEntry, broken: frozenset[str] = frozenset(), value: str = "1.234"
) -> list[str]:
    figure = {"id": "sl", "indicator": "so", "unit": "xa", "period": "2023", "value": value}
    return told(
        code,
        survey("a", measurements=[figure]),
        today=TODAY,
        exceptions=entries,
        files=frozenset({FILE, "data/surveys/b.yml"}),
        broken=broken,
    )


WRONG = ["a.measurements.0.value: 1.234"]


def test_an_exception_silences_its_code_in_its_file_also_after_its_last_day() -> None:
    assert judged("R66") == WRONG
    assert judged("R66", agreed()) == []
    assert judged("R66", agreed(until="2026-11-21")) == []
    assert judged("R66", agreed(code="R60")) == WRONG
    assert judged("R66", agreed(file="data/surveys/b.yml")) == WRONG


def test_an_exception_that_silences_nothing_is_told() -> None:
    assert judged("R93", agreed()) == []
    unused = [f"exceptions.exceptions.0: R66, {FILE}"]
    assert judged("R93", agreed(), value="1") == unused
    assert judged("R93", agreed(until="2026-11-21"), value="1") == unused
    assert judged("R93", agreed(), value="1", broken=frozenset({FILE})) == []
    assert judged("R93", agreed(file="data/surveys/khong-co.yml"), value="1") == []
    assert judged("R93", agreed(), agreed(code="R60")) == [f"exceptions.exceptions.1: R60, {FILE}"]


def test_only_what_people_may_leave_is_excused() -> None:
    assert judged("R90", agreed()) == []
    assert judged("R90", agreed(code="R01")) == ["exceptions.exceptions.0.code: R01"]
    assert judged("R90", agreed(code="R99")) == ["exceptions.exceptions.0.code: R99"]
    assert judged("R93", agreed(code="R01"), value="1") == []


def test_an_exception_names_a_file_that_is_there() -> None:
    assert judged("R91", agreed()) == []
    assert judged("R91", agreed(file="data/surveys/c.yml")) == ["exceptions.exceptions.0.file: data/surveys/c.yml"]
    with_media = told(
        "R91",
        survey("a"),
        exceptions=(agreed(file="data/media/a/anh.png"),),
        media={"a/anh.png": b"1"},
        today=TODAY,
    )
    assert with_media == []


def test_an_exception_is_to_be_looked_at_after_its_last_day() -> None:
    assert judged("R92", agreed()) == []
    assert judged("R92", agreed(until="2026-11-21")) == ["exceptions.exceptions.0.until: 2026-11-21"]
