"""Does everything that is named exist, once, and is everything named that exists?"""

from typing import Any

import pytest

from generator.model.catalogue import Glossary, GlossaryEntry, Topic, Topics
from tests.unit.changing import asked, found, step, survey
from tests.unit.judging import INDICATORS, change, told, unit

NAMES: list[tuple[str, dict[str, Any]]] = [
    ("units.0.unit", {"units": [{"unit": "{}", "capacity": "surveyed"}]}),
    ("commissioned_by.unit", {"commissioned_by": {"unit": "{}"}}),
    ("topics.0", {"topics": ["{}"]}),
    ("limitations.0.scope.units.0", {"limitations": [found(scope={"kind": "units", "units": ["{}"]})]}),
    ("limitations.0.cites.0.source", {"limitations": [found(cites=[{"source": "{}"}])]}),
    ("recommendations.0.answers.0", {"recommendations": [asked(answers=["{}"])]}),
    (
        "recommendations.0.addressee.support.0",
        {"recommendations": [asked(addressee={"lead": "xa", "support": ["{}"]})]},
    ),
    ("recommendations.0.events.0.document", {"recommendations": [asked(step(1, "forwarded", document="{}"))]}),
    (
        "recommendations.0.events.0.reorganisation",
        {"recommendations": [asked(step(1, "transfer", reorganisation="{}"))]},
    ),
    ("related.0.survey", {"related": [{"survey": "{}", "kind": "follows"}]}),
    (
        "measurements.0.indicator",
        {"measurements": [{"id": "sl", "indicator": "{}", "unit": "xa", "period": "2023", "value": "1"}]},
    ),
]


def filled(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: filled(each, name) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [filled(each, name) for each in value]
    return name if value == "{}" else value


@pytest.mark.parametrize(("where", "given"), NAMES, ids=[where for where, _ in NAMES])
def test_a_name_that_nothing_bears_is_told_where_it_stands(where: str, given: dict[str, Any]) -> None:
    identifier = "hc-99" if where.endswith("answers.0") else "khong-co"
    assert told("R01", survey("a", **filled(given, identifier))) == [f"a.{where}: {identifier}"]


@pytest.mark.parametrize(
    ("where", "record"),
    [
        ("limitations.0.recurs_from.0: b/hc-02", {"limitations": [found(recurs_from=["b/hc-02", "b/hc-01"])]}),
        ("recommendations.0.repeats.0: b/kn-02", {"recommendations": [asked(repeats=["b/kn-02", "b/kn-01"])]}),
    ],
)
def test_a_part_of_another_survey_is_there_or_its_file_is_broken(where: str, record: dict[str, Any]) -> None:
    other = survey("b", limitations=[found("hc-01")], recommendations=[asked(id="kn-01")])
    assert told("R01", survey("a", **record), other) == [f"a.{where}"]
    broken = frozenset({"data/surveys/b.yml"})
    assert told("R01", survey("a", **record), broken=broken) == []
    assert len(told("R01", survey("a", **record))) == 2


@pytest.mark.parametrize(
    ("file", "record"),
    [
        ("data/units/khong-co.yml", {"commissioned_by": {"unit": "khong-co"}}),
        ("data/surveys/khong-co.yml", {"related": [{"survey": "khong-co", "kind": "follows"}]}),
        ("data/topics.yml", {"topics": ["khong-co"]}),
    ],
)
def test_what_a_broken_file_may_hold_is_not_missing(file: str, record: dict[str, Any]) -> None:
    assert told("R01", survey("a", **record)) != []
    assert told("R01", survey("a", **record), broken=frozenset({file})) == []
    assert told("R01", survey("a", **record), broken=frozenset({"data/units/khac-nua.yml"})) != []


def test_a_survey_is_not_related_to_itself() -> None:
    record = survey(
        "a",
        related=[{"survey": "b", "kind": "follows"}, {"survey": "a", "kind": "follows"}],
        limitations=[found("hc-01", recurs_from=["a/hc-02"]), found("hc-02")],
        recommendations=[asked(repeats=["a/kn-01"])],
    )
    assert sorted(told("R02", record, survey("b"))) == [
        "a.limitations.0.recurs_from.0: a/hc-02",
        "a.recommendations.0.repeats.0: a/kn-01",
        "a.related.1.survey: a",
    ]
    assert told("R02", survey("b")) == []


SAME: list[tuple[str, dict[str, Any]]] = [
    ("results.0.id: hc-01", {"limitations": [found("hc-01")], "results": [found("hc-01")]}),
    ("recommendations.1.id: kn-01", {"recommendations": [asked(), asked()]}),
    ("sources.1.id: bai", {"sources": [{"id": "bai", "title": "A"}, {"id": "bai", "title": "B"}]}),
    ("documents.0.id: bai", {"documents": [{"id": "bai", "type": "bien_ban"}]}),
    ("media.1.id: anh", {"media": [{"id": "anh", "caption": "A"}, {"id": "anh", "caption": "B"}]}),
    (
        "recommendations.0.events.1.id: sk-01",
        {"recommendations": [asked(step(1, "forwarded"), step(1, "forwarded"))]},
    ),
    (
        "measurements.1.id: sl",
        {
            "measurements": [
                {"id": "sl", "indicator": "so", "unit": "xa", "period": p, "value": "1"} for p in ("2022", "2023")
            ]
        },
    ),
]


@pytest.mark.parametrize(("where", "record"), SAME, ids=[where for where, _ in SAME])
def test_an_id_is_given_once_in_its_record(where: str, record: dict[str, Any]) -> None:
    (complaint,) = told("R03", survey("a", **record))
    assert complaint.rpartition(": ")[2] == where.rpartition(": ")[2]
    if "results" not in where and "documents" not in where:
        assert complaint == f"a.{where}"


def test_ids_of_different_kinds_and_steps_of_different_recommendations_may_be_equal() -> None:
    record = survey(
        "a",
        recommendations=[asked(step(1, "forwarded")), asked(step(1, "forwarded"), id="kn-02")],
        media=[{"id": "bai", "caption": "A"}],
    )
    assert told("R03", record, survey("b", limitations=[found("hc-01")])) == []


def test_topics_and_terms_are_given_once() -> None:
    topics = (Topic(id="ho-so", name="Hồ sơ"), Topic(id="ho-so", name="Khác"))
    assert told("R03", survey("a"), topic_file=Topics(topics=topics)) == ["topics.topics.1.id: ho-so"]
    terms = [GlossaryEntry(term=term, full="x") for term in ("HĐND", "UBND", "hđnd")]
    assert told("R04", survey("a"), glossary=tuple(terms)) == ["glossary.terms.2.term: hđnd"]
    assert Glossary(terms=tuple(terms)).terms[2].term == "hđnd"


LISTS: list[tuple[str, dict[str, Any]]] = [
    ("topics.1: ho-so", {"topics": ["ho-so", "ho-so"]}),
    ("limitations.0.topics.2: ho-so", {"limitations": [found(topics=["ho-so", "cong-vu", "ho-so"])]}),
    ("limitations.0.recurs_from.1: b/hc-01", {"limitations": [found(recurs_from=["b/hc-01", "b/hc-01"])]}),
    ("limitations.0.scope.units.1: xa", {"limitations": [found(scope={"kind": "units", "units": ["xa", "xa"]})]}),
    ("recommendations.0.topics.1: ho-so", {"recommendations": [asked(topics=["ho-so", "ho-so"])]}),
    ("recommendations.0.answers.1: hc-01", {"recommendations": [asked(answers=["hc-01", "hc-01"])]}),
    ("recommendations.0.repeats.1: b/kn-01", {"recommendations": [asked(repeats=["b/kn-01", "b/kn-01"])]}),
    (
        "recommendations.0.addressee.support.1: so",
        {"recommendations": [asked(addressee={"lead": "xa", "support": ["so", "so"]})]},
    ),
    ("sessions.0.units.1: xa", {"sessions": [{"units": ["xa", "xa"]}]}),
    ("media.0.units.1: xa", {"media": [{"id": "anh", "caption": "A", "units": ["xa", "xa"]}]}),
    (
        "units.1.unit: xa",
        {"units": [{"unit": "xa", "capacity": "surveyed"}, {"unit": "xa", "capacity": "invited"}]},
    ),
]


@pytest.mark.parametrize(("where", "record"), LISTS, ids=[where for where, _ in LISTS])
def test_a_list_names_each_once(where: str, record: dict[str, Any]) -> None:
    assert told("R05", survey("a", **record)) == [f"a.{where}"]


def test_a_change_names_each_unit_once_on_each_side() -> None:
    twice = change("2025-07-01", ["xa", "xa"], ["khac", "khac"])
    assert sorted(told("R05", survey("a"), changes=[twice])) == [
        "gop.predecessors.1.unit: xa",
        "gop.successors.1: khac",
    ]
    assert told("R05", survey("a"), changes=[change("2025-07-01", ["xa", "khac"], ["xa", "khac"])]) == []


@pytest.mark.parametrize("identifier", ["trang-2", "nam-2024", "vi-nam-2024"])
def test_an_id_does_not_begin_like_a_part_of_a_list(identifier: str) -> None:
    is_wrong = not identifier.startswith("vi")
    assert told("R06", survey(identifier)) == ([f"{identifier}: {identifier}"] if is_wrong else [])
    assert told("R06", survey("a"), bodies=[unit(identifier)]) == (
        [f"{identifier}: {identifier}"] if is_wrong else []
    )
    topics = Topics(topics=(Topic(id=identifier, name="Hồ sơ"),))
    assert told("R06", survey("a"), topic_file=topics) == (
        [f"topics.topics.0.id: {identifier}"] if is_wrong else []
    )


def test_a_former_id_belongs_to_one_record_and_is_nobodys_present_one() -> None:
    assert told("R27", survey("a", former_ids=["cu", "cu-hon"]), survey("b")) == []
    assert told("R27", survey("a", former_ids=["b"]), survey("b")) == ["a.former_ids.0: b"]
    assert told("R27", survey("a", former_ids=["cu"]), survey("b", former_ids=["cu"])) == ["b.former_ids.0: cu"]
    assert told("R27", survey("a", former_ids=["a"])) == ["a.former_ids.0: a"]
    assert told("R27", survey("a", former_ids=["xa"])) == []
    assert told("R27", survey("a"), bodies=[unit("xa-a", former_ids=["xa"])]) == ["xa-a.former_ids.0: xa"]
    topics = (Topic(id="ho-so", name="A"), Topic(id="don-thu", name="B", former_ids=("ho-so",)))
    assert told("R27", survey("a"), topic_file=Topics(topics=topics)) == ["topics.topics.1.former_ids.0: ho-so"]


def test_a_former_id_of_an_indicator_is_nobodys_present_one() -> None:
    given = {"id": "moi", "name": "A", "unit": "%", "former_ids": ["ty-le"]}
    complaints = told("R27", survey("a"), measured=(*INDICATORS, given))
    assert complaints == ["indicators.indicators.3.former_ids.0: ty-le"]


def test_what_nothing_names_is_perhaps_left_over_unless_a_file_is_broken() -> None:
    left = unit("thua")
    assert "thua: thua" in told("R07", survey("a"), bodies=[left])
    assert "xa: xa" not in told("R07", survey("a"), bodies=[left])
    assert told("R07", survey("a"), bodies=[left], broken=frozenset({"data/units/x.yml"})) == []
    assert "thua: thua" not in told("R07", survey("a"), bodies=[left, unit("b", parents=[{"unit": "thua"}])])
    topics = Topics(topics=(Topic(id="cong-vu", name="A"), Topic(id="thua", name="B")))
    assert [each for each in told("R07", survey("a"), topic_file=topics) if "topics" in each] == [
        "topics.topics.1.id: thua"
    ]
    value = {"id": "sl", "indicator": "so", "unit": "xa", "period": "2023", "value": "1"}
    named = told("R07", survey("a", measurements=[value]))
    assert [each for each in named if "indicators" in each] == [
        "indicators.indicators.0.id: ty-le",
        "indicators.indicators.2.id: chi-so",
    ]
