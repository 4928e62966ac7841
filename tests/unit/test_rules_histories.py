"""Does the history of units agree with itself? Each limit from both sides."""

from typing import Any

import pytest

from generator.model.catalogue import Topic, Topics
from tests.unit.changing import survey
from tests.unit.judging import change, told, unit


def judged(code: str, *bodies: Any, changes: Any = (), **more: Any) -> list[str]:
    return told(code, survey("a"), bodies=bodies, changes=changes, **more)


def test_a_body_serves_a_place_and_no_other_body() -> None:
    office = unit("phong-a", classification="office", serves="xa-a")
    assert judged("R09", unit("xa-a"), office) == []
    assert judged("R09", unit("xa-a"), office, unit("phong-b", serves="phong-a")) == ["phong-b.serves: phong-a"]


def test_a_unit_without_a_name_is_told() -> None:
    assert judged("R08", unit("xa-a", names=[])) == ["xa-a.names: xa-a"]
    assert judged("R08", unit("xa-a")) == []


@pytest.mark.parametrize(
    ("until", "kind", "extent", "is_wrong"),
    [
        ("2025-06-30", "merge", "whole", False),
        ("2025-06-29", "merge", "whole", True),
        ("2025-07-01", "merge", "whole", True),
        ("2025-06", "merge", "whole", False),
        ("2025-07", "merge", "whole", True),
        (None, "merge", "whole", True),
        (None, "merge", "part", False),
        (None, "split", "whole", True),
        (None, "abolish", "whole", True),
        (None, "rename", "whole", True),
        (None, "transfer", "whole", False),
    ],
)
def test_a_unit_that_goes_wholly_into_others_ends_the_day_before(
    until: str | None, kind: str, extent: str, is_wrong: bool
) -> None:
    merger = change("2025-07-01", [], ["moi"], kind=kind, predecessors=[{"unit": "cu", "extent": extent}])
    wrong = ["gop.predecessors.0.unit: cu"] if is_wrong else []
    assert judged("R11", unit("cu", until=until), unit("moi"), changes=[merger]) == wrong


def test_a_unit_that_goes_on_under_a_new_name_does_not_end() -> None:
    renamed = change("2025-07-01", ["cu"], ["cu"], kind="rename")
    assert judged("R11", unit("cu"), changes=[renamed]) == []


@pytest.mark.parametrize(
    ("since", "until", "is_wrong"),
    [
        ("2025-07-01", None, False),
        ("2025-07-02", None, True),
        ("2025-07", None, False),
        ("2025-08", None, True),
        (None, "2025-07-01", False),
        (None, "2025-06-30", True),
        (None, None, False),
    ],
)
def test_what_comes_out_of_a_change_exists_on_its_day(since: str | None, until: str | None, is_wrong: bool) -> None:
    merger = change("2025-07-01", ["cu"], ["xa", "moi"])
    wrong = ["gop.successors.1: moi"] if is_wrong else []
    assert judged("R12", unit("cu"), unit("moi", since, until), changes=[merger]) == wrong


def test_a_unit_that_has_ended_went_into_something() -> None:
    merger = change("2025-07-01", ["cu"], ["moi"])
    assert judged("R13", unit("cu", until="2025-06-30"), unit("moi"), changes=[merger]) == []
    assert judged("R13", unit("cu", until="2025-06-30")) == ["cu.valid_until: 2025-06-30"]
    assert judged("R13", unit("cu")) == []
    left = frozenset({"data/reorganisations/gop.yml"})
    assert judged("R13", unit("cu", until="2025-06-30"), broken=left) == []
    assert judged("R13", unit("cu", until="2025-06-30"), broken=frozenset({"data/units/xa.yml"})) != []


def parent(*above: str) -> dict[str, Any]:
    return {"parents": [{"unit": each} for each in above]}


def test_nothing_stands_above_itself_over_however_many_steps() -> None:
    assert judged("R14", unit("a-1", **parent("a-2")), unit("a-2")) == []
    assert judged("R14", unit("a-1", **parent("a-1"))) == ["a-1.parents.0.unit: a-1 → a-1"]
    three = [unit("a-1", **parent("xa", "a-3")), unit("a-2", **parent("a-1")), unit("a-3", **parent("a-2"))]
    assert judged("R14", *three) == ["a-1.parents.1.unit: a-1 → a-3 → a-2 → a-1"]
    served = [unit("a-1", serves="a-2"), unit("a-2", **parent("a-1"))]
    assert judged("R14", *served) == ["a-1.serves: a-1 → a-2 → a-1"]


def test_two_circles_are_both_told_and_a_fork_is_none() -> None:
    two = [unit("a-1", **parent("a-2")), unit("a-2", **parent("a-1")), unit("b-1", **parent("b-1"))]
    assert judged("R14", *two) == ["a-1.parents.0.unit: a-1 → a-2 → a-1", "b-1.parents.0.unit: b-1 → b-1"]
    fork = [unit("a-1", **parent("a-2", "a-3")), unit("a-2", **parent("a-4")), unit("a-3", **parent("a-4"))]
    assert judged("R14", *fork, unit("a-4")) == []
    joined = [
        unit("a-1", **parent("a-2", "a-3")),
        unit("a-2", **parent("a-1")),
        unit("a-3", **parent("a-1")),
    ]
    assert judged("R14", *joined) == [
        "a-1.parents.0.unit: a-1 → a-2 → a-1",
        "a-1.parents.1.unit: a-1 → a-3 → a-1",
    ]


def test_what_was_valid_began_before_it_ended() -> None:
    name = [{"text": "Xã A", "valid_from": "2020-01-02", "valid_until": "2020-01-01"}]
    assert judged("R15", unit("a-1", "2020-01-01", "2020-01-01")) == []
    assert judged("R15", unit("a-1", "2020-01-02", "2020-01-01")) == ["a-1.valid_until: 2020-01-02 → 2020-01-01"]
    assert judged("R15", unit("a-1", names=name)) == ["a-1.names.0.valid_until: 2020-01-02 → 2020-01-01"]
    assert judged("R15", unit("a-1", "2020-12", "2020")) == []


@pytest.mark.parametrize("kind", ["names", "codes", "parents"])
def test_a_unit_bears_a_name_a_code_or_a_parent_only_while_it_exists(kind: str) -> None:
    said = {"names": {"text": "Xã A"}, "codes": {"scheme": "s", "value": "1"}, "parents": {"unit": "xa"}}[kind]

    def lived(**times: str) -> list[str]:
        return judged("R16", unit("a-1", "2020-01-01", "2024-12-31", **{kind: [{**said, **times}]}))

    assert lived(valid_from="2020-01-01", valid_until="2024-12-31") == []
    assert lived() == []
    assert lived(valid_from="2019-12-31") == [f"a-1.{kind}.0.valid_from"]
    assert lived(valid_until="2025-01-01") == [f"a-1.{kind}.0.valid_until"]
    assert lived(valid_from="2019") == [f"a-1.{kind}.0.valid_from"]
    assert lived(valid_from="2020") == []
    backwards = unit("a-1", "2024-12-31", "2020-01-01", **{kind: [{**said, "valid_from": "2019-12-31"}]})
    assert judged("R16", backwards) == []


def code(value: str, scheme: str = "s", **times: str) -> dict[str, str]:
    return {"scheme": scheme, "value": value, **times}


def test_a_code_belongs_to_one_unit_at_a_time_and_may_be_used_again() -> None:
    def held(first: dict[str, str], second: dict[str, str], **life: str) -> list[str]:
        return judged("R19", unit("a-1", codes=[first]), unit("a-2", codes=[second], **life))

    wrong = ["a-2.codes.0.value: 001"]
    assert held(code("001"), code("001")) == wrong
    assert held(code("001"), code("002")) == []
    assert held(code("001"), code("001", scheme="khác")) == []
    until, since = {"valid_until": "2020-12-31"}, {"valid_from": "2021-01-01"}
    assert held(code("001", **until), code("001", **since)) == []
    assert held(code("001", **until), code("001", valid_from="2020-12-31")) == wrong
    assert held(code("001", **until), code("001"), since="2021-01-01") == []
    assert held(code("001", **until), code("001"), since="2020-12-31") == wrong
    assert held(code("001", valid_until="2020"), code("001", valid_from="2020")) == []


def test_a_unit_has_one_name_one_parent_and_one_code_of_a_scheme_at_a_time() -> None:
    def named(*names: dict[str, str]) -> list[str]:
        return judged(
            "R26", unit("a-1", names=[{"text": f"Xã {each}", **times} for each, times in enumerate(names)])
        )

    assert named({"valid_until": "2020-12-31"}, {"valid_from": "2021-01-01"}) == []
    assert named({"valid_until": "2021-01-01"}, {"valid_from": "2021-01-01"}) == ["a-1.names.1"]
    assert named({}, {}) == ["a-1.names.1"]
    assert named({"valid_until": "2020"}, {"valid_from": "2020"}) == []
    assert named({"valid_from": "2022", "valid_until": "2021"}, {}) == []
    assert named({}, {"valid_from": "2022", "valid_until": "2021"}) == []
    assert judged("R26", unit("a-1", codes=[code("1"), code("2")])) == ["a-1.codes.1"]
    assert judged("R26", unit("a-1", codes=[code("1"), code("2", scheme="khác")])) == []
    assert judged("R26", unit("a-1", **parent("xa", "khac"))) == ["a-1.parents.1"]
    assert judged("R26", unit("a-1", codes=[code("1")], **parent("xa"))) == []
    assert judged("R26", unit("a-1", until="2020-12-31", names=[{"text": "A"}, {"text": "B"}])) == ["a-1.names.1"]


def test_a_topic_does_not_contain_itself() -> None:
    topics = (
        Topic(id="ho-so", name="Hồ sơ", parent="cong-vu"),
        Topic(id="cong-vu", name="Công vụ", parent="ho-so"),
    )
    found = told("R14", survey("a"), topic_file=Topics(topics=topics))
    assert found == ["topics.topics.1.parent: cong-vu → ho-so → cong-vu"]
