"""Does every link lead back? Surveys, statements and recommendations by whatever they name."""

import datetime
from typing import Any

import pytest

from generator.archive import public
from generator.derive.backlinks import Backlinks, backlinks, topics_of_recommendation
from generator.derive.followups import UNNAMED, FollowUps, follow_ups
from generator.load import Records
from generator.model.catalogue import Holidays
from generator.model.recommendation import Recommendation
from generator.model.site import Site
from generator.model.survey import Survey
from generator.model.unit import Unit
from tests.unit.changing import SITE, TODAY, asked, found, step, survey, units


def turned_round(*surveys: Survey, days_off: tuple[str, ...] = ()) -> tuple[Backlinks, FollowUps]:
    bodies = units() | {key: serving(key, place) for key, place in (("z", "xa"), ("b", "xa"), ("c", "khac"))}
    records = Records(
        site=Site.model_validate(SITE),
        units=bodies,
        surveys={each.id: each for each in surveys},
        holidays=Holidays.model_validate(
            {
                "complete_from": "2020-01-01",
                "complete_until": "2030-12-31",
                "holidays": [{"date": day, "name": "Nghỉ"} for day in days_off],
            }
        ),
    )
    archive = public(records, today=TODAY)
    back = backlinks(archive)
    return back, follow_ups(archive, back)


def serving(identifier: str, place: str) -> Unit:
    return Unit.model_validate(
        {"id": identifier, "classification": "office", "names": [{"text": identifier}], "serves": place}
    )


def ids(group: tuple[Survey, ...]) -> list[str]:
    return [each.id for each in group]


def named(group: tuple[tuple[Survey, Any], ...]) -> list[str]:
    return [f"{each.id}/{part.id}" for each, part in group]


OLD = survey("cu", date="2023-05-01", topics=["ho-so"], commissioned_by={"unit": "ban"})
NEW = survey(
    "moi",
    date="2024-05-01",
    units=[{"unit": "khac", "capacity": "surveyed"}, {"unit": "xa", "capacity": "invited"}],
    limitations=[
        found("hc-01", topics=["ho-so"], recurs_from=["cu/hc-01", "cu/hc-02"]),
        found("hc-02", scope={"kind": "units", "units": ["khac", "xa"]}, recurs_from=["cu/hc-01"]),
        found("hc-03", scope={"kind": "general"}),
    ],
    results=[found("kq-01")],
    related=[{"survey": "cu", "kind": "follows"}],
)
UNDATED = survey("khong-ro", date="XXXX-05-01", commissioned_by=None, topics=[])


@pytest.fixture(scope="module")
def back() -> Backlinks:
    return turned_round(OLD, UNDATED, NEW)[0]


def test_surveys_stand_newest_first_and_those_without_a_day_last(back: Backlinks) -> None:
    assert ids(back.surveys) == ["moi", "cu", "khong-ro"]
    assert {year: ids(group) for year, group in back.of_year.items()} == {
        2024: ["moi"],
        2023: ["cu"],
        None: ["khong-ro"],
    }


def test_a_survey_is_found_under_the_units_that_took_part_and_the_body_that_ordered_it(back: Backlinks) -> None:
    assert {unit: ids(group) for unit, group in back.of_unit.items()} == {
        "xa": ["moi", "cu", "khong-ro"],
        "khac": ["moi"],
    }
    assert {unit: ids(group) for unit, group in back.commissioned_by.items()} == {
        "ban": ["cu"],
        "thuong-truc": ["moi"],
    }


def test_a_survey_is_found_under_the_topics_of_whatever_it_states() -> None:
    recommending = survey("kien-nghi", topics=[], recommendations=[asked()])
    stating = survey("neu", topics=["cong-vu"], conclusions=[found("kl-01", topics=["ho-so", "cong-vu"])])
    back, _ = turned_round(recommending, stating)
    assert {topic: ids(group) for topic, group in back.of_topic.items()} == {
        "ho-so": ["neu", "kien-nghi"],
        "cong-vu": ["neu"],
    }


def test_a_place_has_the_bodies_that_serve_it_in_the_order_of_their_ids(back: Backlinks) -> None:
    assert back.serving == {"xa": ("b", "z"), "khac": ("c",)}


def test_a_statement_is_found_under_the_units_that_it_names_and_under_no_other(back: Backlinks) -> None:
    assert {unit: named(group) for unit, group in back.naming.items()} == {
        "xa": ["moi/kq-01", "moi/hc-01", "moi/hc-02"],
        "khac": ["moi/hc-02"],
    }


def test_what_comes_again_is_found_under_what_was_found_before(back: Backlinks) -> None:
    assert {name: named(group) for name, group in back.recurrences.items()} == {
        "cu/hc-01": ["moi/hc-01", "moi/hc-02"],
        "cu/hc-02": ["moi/hc-01"],
    }
    assert [(name, each.id, link.kind) for name, pairs in back.related.items() for each, link in pairs] == [
        ("cu", "moi", "follows")
    ]


def test_a_recommendation_without_topics_has_those_of_its_survey() -> None:
    assert topics_of_recommendation(NEW, Recommendation.model_validate(asked())) == ("ho-so",)
    assert topics_of_recommendation(NEW, Recommendation.model_validate(asked(topics=[]))) == ("cong-vu",)


def test_a_recommendation_is_found_under_everybody_who_has_to_do_with_it() -> None:
    moved = asked(step(1, "transfer", receiver="so"), step(2, "forwarded"), step(3, "transfer", receiver="khac"))
    record = survey(recommendations=[moved, asked(id="kn-02", addressee=None, topics=[]), asked(id="kn-03")])
    _, known = turned_round(record)

    def keys(groups: dict[Any, Any]) -> dict[str, list[str]]:
        return {str(name): [each.recommendation.id for each in group] for name, group in groups.items()}

    assert [each.recommendation.id for each in known.all] == ["kn-01", "kn-02", "kn-03"]
    assert keys(known.of_survey) == {"khao-sat-1": ["kn-01", "kn-02", "kn-03"]}
    assert keys(known.of_party) == {"ubnd-xa": ["kn-01", "kn-03"], "so": ["kn-01"], "khac": ["kn-01"]}
    assert keys(known.of_body) == {"khac": ["kn-01"], "ubnd-xa": ["kn-03"]}
    assert {key: len(owed) for key, owed in known.duties.items()} == {"khac": 1, UNNAMED: 1, "ubnd-xa": 1}
    assert keys(known.of_supporter) == {"phong": ["kn-01", "kn-03"]}
    assert keys(known.of_topic) == {"ho-so": ["kn-01", "kn-03"], "cong-vu": ["kn-02"]}
    assert keys(known.of_year) == {"2024": ["kn-01", "kn-02", "kn-03"]}
    assert keys(known.of_status) == {"no_response": ["kn-01", "kn-02", "kn-03"]}
    assert known.of_recommendation["khao-sat-1", "kn-02"] is known.all[1]


def test_days_off_of_the_records_move_deadlines() -> None:
    within = {"days": 2, "day_kind": "working", "counted_from": "2026-11-19"}
    _, known = turned_round(survey(recommendations=[asked(deadline=within)]), days_off=("2026-11-20",))
    assert [limit.date for each in known.all for limit in each.latest.limits] == [datetime.date(2026, 11, 24)]
