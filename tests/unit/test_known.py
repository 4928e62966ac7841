"""Is the site as of an earlier day true, and does it say what it cannot know?"""

import datetime
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.archive import Archive, public
from generator.build import site_of
from generator.known import KnownSurvey, survey_on
from generator.load import Records
from generator.model.spot import Spot, spots, with_value, written
from generator.model.survey import Correction, Survey
from generator.model.unit import Unit
from tests.golden.sites import EXAMPLE, TODAY, good_records
from tests.unit.changing import asked, found, survey


@cache
def example() -> Records:
    return good_records(EXAMPLE)


def spots_of_example() -> list[tuple[str, str]]:
    return [(key, name) for key, each in example().surveys.items() for name in spots(each)]


PLACES = st.deferred(lambda: st.sampled_from(spots_of_example()))
DAY = datetime.date(2024, 6, 1)
CORRECTED = "2024-07-01"


def correction(number: int, field: str | None, **more: object) -> dict[str, Any]:
    said = {"id": f"dc-{number:02}", "date": CORRECTED, "kind": "factual", "what": "Chỗ sửa", "reason": "Nhầm."}
    return said | {"field": field} | more if field is not None else said | more


def corrected(*corrections: dict[str, Any], **more: Any) -> Survey:
    return survey(limitations=[found()], recommendations=[asked()], corrections=list(corrections), **more)


def on(record: Survey, day: datetime.date = DAY) -> KnownSurvey:
    return survey_on(record, day)


def test_a_correction_that_keeps_what_was_before_is_undone() -> None:
    record = corrected(
        correction(1, "title", before="Tên cũ"), correction(2, "limitations/hc-01/text", before="Cũ.")
    )
    known, is_reworded = on(record)
    assert (known.title, known.limitations[0].text, is_reworded) == ("Tên cũ", "Cũ.", False)
    assert known.corrections == ()
    assert on(record, datetime.date.fromisoformat(CORRECTED)) == (record, False)


def test_corrections_of_one_field_are_undone_from_the_last_to_the_first() -> None:
    first = correction(1, "title", before="Một", after="Hai")
    second = correction(2, "title", before="Hai", after="Ba", date="2024-08-01")
    third = correction(3, "title", before="Ba", date="2024-08-01")
    record = corrected(third | {"id": "dc-09"}, first, second)
    titles = {day: on(record, datetime.date.fromisoformat(day))[0].title for day in ("2024-06-30", CORRECTED)}
    assert titles["2024-06-30"] == "Một"
    assert on(corrected(first, second, third))[0].title == "Một"
    assert on(corrected(first, second, third), datetime.date(2024, 7, 31))[0].title == "Hai"


@pytest.mark.parametrize(
    "later",
    [
        correction(1, None, before="Tên cũ"),
        correction(1, None),
        correction(1, None, kind="redaction"),
        correction(1, "title", kind="redaction"),
    ],
)
def test_what_cannot_be_undone_shows_the_wording_of_today_and_says_so(later: dict[str, Any]) -> None:
    record = corrected(later)
    assert on(record) == (record.model_copy(update={"corrections": ()}), True)


def test_what_was_redacted_never_comes_back() -> None:
    typo = correction(1, "limitations/hc-01/text", kind="typo", before="Ông A ở đầu thôn.", after="Ông A đầu thôn.")
    for redaction in (
        correction(2, "limitations/hc-01/text", kind="redaction"),
        correction(2, None, kind="redaction"),
    ):
        known, is_reworded = on(corrected(typo, redaction | {"date": "2024-08-01"}))
        assert is_reworded
        assert "Ông A" not in str(known)


def test_a_correction_after_a_redaction_is_undone() -> None:
    redaction = correction(1, None, kind="redaction", date="2024-05-01")
    typo = correction(2, "title", kind="typo", before="Tên củ")
    assert on(corrected(redaction, typo))[0].title == "Tên củ"


def test_what_was_withdrawn_never_comes_back() -> None:
    gone = found(withdrawn={"date": "2024-08-01", "reason": "Nhầm đơn vị."})
    later = correction(1, "limitations/hc-01/text", before="Bà B trả chậm.", what="Câu về bà B", after="Chậm.")
    record = survey(limitations=[gone], corrections=[later])
    for day in (DAY, TODAY):
        archive = shown(record, day)
        assert not any(word in str(archive.surveys) for word in ("Bà B", "bà B", "Hồ sơ còn chậm", "Chậm."))
        assert "Nhầm đơn vị." in str(archive.surveys)


def shown(record: Survey, day: datetime.date, **more: Any) -> Archive:
    return public(replace(example(), surveys={record.id: record}, **({"units": units()} | more)), today=day)


def units(**more: object) -> dict[str, Unit]:
    given: dict[str, dict[str, Any]] = {
        key: {"id": key, "classification": "office", "names": [{"text": key}]} for key in NAMES
    }
    given["moi"] |= {"recorded": "2024-09-01", **more}
    return {key: Unit.model_validate(each) for key, each in given.items()}


NAMES = ("xa", "phong", "thuong-truc", "ubnd-xa", "moi")


def test_a_unit_is_left_out_before_the_day_on_which_it_came_on_record() -> None:
    assert "moi" not in shown(corrected(), DAY).units
    assert "moi" in shown(corrected(), datetime.date(2024, 9, 1)).units


def test_a_unit_that_a_shown_survey_names_is_there_whatever_its_day_is() -> None:
    record = corrected(commissioned_by={"unit": "moi"})
    assert "moi" in shown(record, DAY).units


def test_nothing_names_a_unit_that_is_left_out() -> None:
    below = Unit.model_validate(
        {
            "id": "xa",
            "classification": "office",
            "names": [{"text": "xa"}],
            "parents": [{"unit": "phong"}, {"unit": "moi"}],
            "serves": "moi",
        }
    )
    then = shown(corrected(), DAY, units=units() | {"xa": below}).units["xa"]
    assert ([each.unit for each in then.parents], then.serves) == (["phong"], None)
    assert shown(corrected(), TODAY, units=units() | {"xa": below}).units["xa"] == below


def test_a_unit_bears_the_names_that_it_had_begun_to_bear() -> None:
    names = [{"text": "Cũ", "valid_until": "2025-06-30"}, {"text": "Mới", "valid_from": "2025-07-01"}]
    renamed = Unit.model_validate({"id": "xa", "classification": "office", "names": names})
    then = shown(corrected(), DAY, units=units() | {"xa": renamed}).units["xa"].names
    assert [(each.text, each.valid_until) for each in then] == [("Cũ", None)]
    assert shown(corrected(), TODAY, units=units() | {"xa": renamed}).units["xa"] == renamed


def test_the_end_of_a_unit_is_known_once_a_reorganisation_on_record_says_so() -> None:
    """In the example the communes end on 30 June 2025, and the site says so since 3 July."""
    before, after = (public(example(), today=datetime.date(2025, 7, day)) for day in (2, 3))
    assert before.reorganisations == {}
    assert len(after.reorganisations) == len(example().reorganisations)
    assert before.units["xa-lam-tra-ha"].valid_until is not None, "it has passed"
    long_before = public(example(), today=DAY)
    assert long_before.units["xa-lam-tra-ha"].valid_until is None
    assert after.units["xa-lam-tra-ha"] == example().units["xa-lam-tra-ha"]


def test_today_everything_is_as_it_is_written() -> None:
    archive = public(example(), today=TODAY)
    assert archive.units == {key: unit for key, unit in example().units.items() if key in archive.units}
    assert archive.reorganisations == example().reorganisations
    assert archive.reworded == frozenset()


@given(PLACES, st.data())
def test_every_value_that_can_be_named_can_be_put_back(place: tuple[str, str], data: st.DataObject) -> None:
    key, name = place
    record = example().surveys[key]
    spot = spots(record)[name]
    same = with_value(record, spot.path, spot.value)
    assert same == record
    other = with_value(record, spot.path, spot.read(_text(spot, data)))
    assert spots(other)[name].value == spot.read(written(spots(other)[name].value))
    assert with_value(other, spot.path, spot.value) == record


def _text(spot: Spot, data: st.DataObject) -> str:
    """Return something that can stand at a spot."""
    for text in data.draw(st.permutations(["2023-05-17", "1871", "Lời cũ"])):
        try:
            spot.read(text)
        except ValueError:
            continue
        return text
    raise AssertionError(spot)


@settings(max_examples=5, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # each builds a whole site
@given(PLACES, st.data())
def test_no_earlier_wording_breaks_the_site(place: tuple[str, str], data: st.DataObject) -> None:
    key, name = place
    record = example().surveys[key]
    before = _text(spots(record)[name], data)
    last = Correction.model_validate(correction(90, name, before=before, date=str(TODAY)))
    changed = record.model_copy(update={"corrections": (*record.corrections, last)})
    records = replace(example(), surveys={**example().surveys, key: changed})
    site_of(records, today=TODAY - datetime.timedelta(days=1))
