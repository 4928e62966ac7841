"""Do the program and a second, naive telling of the 19 points agree, whatever happens?"""

import datetime
from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.followup import FollowUp, Owed, follow_up
from generator.derive.tally import tally
from generator.duties.councils import Councils
from generator.duties.deadlines import TimelinessCode
from generator.duties.owing import owing_of
from generator.duties.standing import StatusCode
from generator.model.catalogue import Holidays
from generator.model.steps import VALUES_OF_TYPE
from tests.duties import oracle
from tests.duties.sequences import TODAY, Row, asked, place, recommendation_of, rows, survey_of

PLACE = place()
NOW = datetime.date.fromisoformat(TODAY)
FINDERS = Councils(PLACE.units, tuple(PLACE.reorganisations), NOW).finders(survey_of({"steps": []}))
ENDED = {each.id: str(each.valid_until) for each in PLACE.units.values() if each.valid_until is not None}
STEPS = [(str(kind), str(value)) for kind, values in VALUES_OF_TYPE.items() for value in values or ("",)]
COUNTED = ("counted", "verified", "overdue", "declined_overdue", "without_body")
LATE = {"overdue", "declined_overdue"}


def followed(row: Row) -> FollowUp:
    survey = survey_of(row)
    return follow_up(
        survey, survey.recommendations[0], PLACE.units, finders=FINDERS, today=NOW, holidays=Holidays()
    )


def case_of(row: Row) -> dict[str, Any]:
    written = asked(row)
    return {
        **{key: each for key, each in written.items() if key != "events"},
        "steps": written["events"],
        "finders": FINDERS,
        "ended": ENDED,
        "today": NOW,
    }


def of_program(row: Row) -> dict[str, Any]:
    found = followed(row)
    known = owing_of(recommendation_of(row), finders=FINDERS).unclear
    totals = tally([found])
    return {
        "owed": [told(each) for each in found.owed],
        "status": str(found.code),
        "responsible": sorted(found.responsible),
        "unclear": sorted(event.id for event, _ in known),
        "orphan": any(each.is_orphan for each in found.owed),
        "counts": {key: getattr(totals, key) for key in COUNTED},
    }


def told(owed: Owed) -> tuple[Any, ...]:
    part = None if owed.part is None else owed.part.id
    time = owed.timeliness
    return (present(owed.body), part, str(owed.code), str(time.code), time.limit, time.missed)


def present(body: str | None) -> str | None:
    """Return a body that is still there."""
    return None if body in ENDED else body


def of_oracle(row: Row) -> dict[str, Any]:
    case = case_of(row)
    found = oracle.follow(case)
    return {
        "owed": [
            (
                present(each["body"]),
                each["part"],
                each["status"],
                each["time"]["code"],
                each["time"]["limit"],
                each["time"]["missed"],
            )
            for each in found["owed"]
        ],
        "status": found["status"],
        "responsible": found["responsible"],
        "unclear": sorted(found["unclear"]),
        "orphan": found["orphan"],
        "counts": oracle.counts(case, found),
    }


BEYOND = {"authority", "continuing"}
"""What the naive telling leaves out, beside groups, working days and other councils: one look tells it."""


def is_told(row: Row) -> bool:
    given_ = row.get("given", {})
    group = "size" in given_.get("addressee", {})
    counted_days = "days" in given_.get("deadline", {})
    return not (BEYOND & given_.keys() or group or counted_days or {"asker", "today", "days_off"} & row.keys())


@pytest.mark.parametrize("row", [row for row in rows() if is_told(row)], ids=lambda row: row["name"])
def test_the_naive_telling_says_what_the_table_says(row: Row) -> None:
    case = case_of(row)
    found = oracle.follow(case)
    told_ = {
        "status": found["status"],
        "responsible": sorted(found["responsible"]),
        "of_body": [each["status"] for each in found["owed"]],
        "of_limit": [str(each["time"]["limit"]).replace("None", "null") for each in found["owed"]],
        "orphan": str(found["orphan"]).lower(),
        "unclear": found["unclear"],
    }
    if len(found["owed"]) == 1:
        time = found["owed"][0]["time"]
        told_ |= {key: str(time[key]).replace("None", "null") for key in ("limit", "missed")}
        told_["timeliness"] = time["code"]
    expected = {**row["expect"], "responsible": sorted(row["expect"].get("responsible", found["responsible"]))}
    assert {key: each for key, each in told_.items() if key in expected} == {
        key: each for key, each in expected.items() if key in told_
    }
    counted = {key: str(each) for key, each in oracle.counts(case, found).items()}
    wanted = row["expect"].get("counts", {})
    assert {key: counted[key] for key in wanted if key in counted} == {
        key: wanted[key] for key in wanted if key in counted
    }


# --- sequences as they come --------------------------------------------------------------------

DAYS = st.sampled_from(
    ["2025-01-10", "2025-03-20", "2025-03-21", "2025-06-30", "2025-07-01", "2026-02-10", "2026-05-05"]
)
UNCLEAR = ["2025-03", "2025", "2026-02", "XXXX-03-20"]
VAGUE = st.sampled_from(UNCLEAR)
LATER = st.sampled_from([0, 0, 0, 1, 40, 300])
OWING = ["ubnd-xa", "phong-a", "phong-b", "ubnd-huyen"]
COUNCIL = ["hdnd-xa", "thuong-truc-xa", "to-dai-bieu-xa"]
SPEAKERS = st.sampled_from([*OWING, *OWING, None])
ACTORS = st.sampled_from([*COUNCIL, *COUNCIL, "ubnd-xa", None])
BOTH: dict[str, Any] = {"about": ["phong-a", "phong-b"]}
ABOUT: list[dict[str, Any]] = [{}, {}, {"about": ["ubnd-xa"]}, {"about": ["phong-a"]}, {"parts": ["pv-01"]}]
RECEIVERS: list[dict[str, Any]] = [
    {},
    {"receiver": "phong-b"},
    {"receiver": "ubnd-xa"},
    {"receiver": "truong-b", "keeps_rest": "true"},
    {"receivers": [{"unit": "phong-b", "part": "Hai", "id": "pv-02"}, {"unit": "truong-b"}]},
]
ADDRESSEES: list[dict[str, Any]] = [
    {"lead": "ubnd-xa"},
    {"lead": "ubnd-xa", "support": ["phong-a"]},
    {"lead": "ubnd-huyen"},
    {"leads": [{"unit": "phong-a"}, {"unit": "phong-b"}]},
    {
        "leads": [
            {"unit": "ubnd-xa", "part": "Một", "id": "pv-01"},
            {"unit": "ubnd-xa", "part": "Hai", "id": "pv-02"},
        ]
    },
    {"leads": [{"unit": "hdnd-xa"}, {"unit": "ubnd-xa"}]},
    {"stated": "các cơ quan liên quan"},
    {},
]
GIVEN: list[dict[str, Any]] = [
    {},
    {"deadline": {"date": "2025-06-30"}},
    {"deadline": {"date": "2025-03"}},
    {"deadline": {"date": "2026-12-31", "before": "true"}},
    {"deadline": {"stated": "sớm nhất có thể"}},
    {"absent": [{"field": "deadline", "reason": "not_stated"}]},
]


@st.composite
def dated(draw: st.DrawFn) -> dict[str, str]:
    """Give the day of a step and that of its record: nothing is on record before it can have happened."""
    text = draw(st.one_of(DAYS, DAYS, VAGUE))
    first = oracle.earliest(text) or datetime.date.min
    known = max(datetime.date.fromisoformat(draw(DAYS)), first) if text in UNCLEAR else first
    recorded = min(known + datetime.timedelta(days=draw(LATER)), NOW)
    return {"on": text, "recorded": recorded.isoformat()}


@st.composite
def step(draw: st.DrawFn) -> dict[str, Any]:
    kind, value = draw(st.sampled_from(STEPS))
    found: dict[str, Any] = {"type": kind, **draw(dated())}
    if value:
        found["value"] = value
    if (by := draw(SPEAKERS if kind in oracle.WORDS else ACTORS)) is not None:
        found["by"] = by
    return found | draw(more_of(kind, value, found["recorded"]))


@st.composite
def more_of(draw: st.DrawFn, kind: str, value: str, recorded: str) -> dict[str, Any]:
    """Give what steps of some types say besides: about whom, until when, to whom, done when."""
    if kind == "addressee_added":
        return {"receiver": "truong-a"}
    found: dict[str, Any] = draw(st.sampled_from(ABOUT if kind in oracle.WORDS else [*ABOUT, BOTH]))
    if kind in ("deadline_set", "deadline_extended"):
        found = found | {"deadline": draw(st.sampled_from(["2025-05-31", "2026-01-31", "2026-12-31"]))}
    if kind == "transfer":
        found = found | draw(st.sampled_from(RECEIVERS))
    if value == "reported_done" and (completed := draw(DAYS)) <= recorded and draw(st.booleans()):
        found = found | {"completed": completed}
    return found


sequences = st.builds(
    lambda addressee, given, steps: {"given": {"addressee": addressee, **given}, "steps": steps},
    st.sampled_from(ADDRESSEES),
    st.sampled_from(GIVEN),
    st.lists(step(), max_size=6),
)


@settings(max_examples=1000)
@given(sequences)
def test_the_program_and_the_naive_telling_agree(row: Row) -> None:
    assert of_program(row) == of_oracle(row)


@settings(max_examples=300)
@given(sequences)
def test_the_whole_is_as_late_as_the_latest_body(row: Row) -> None:
    found = followed(row)
    followed_on = [each for each in found.owed if str(each.code) not in oracle.OVER] or list(found.owed)
    assert found.timeliness in [each.timeliness for each in followed_on]
    late = [each.timeliness for each in followed_on if str(each.timeliness.code) in LATE]
    if late:
        assert str(found.timeliness.code) in LATE
        assert found.limit == min(each.limit for each in late if each.limit and each.code is found.timeliness.code)


# --- laws ----------------------------------------------------------------------------------------


def plain(step_: tuple[str, str], on: str) -> dict[str, Any]:
    """Return a step as whoever may take it takes it."""
    kind, value = step_
    found: dict[str, Any] = {"type": kind, "on": on, "by": "ubnd-xa" if kind in oracle.WORDS else "hdnd-xa"}
    if value:
        found["value"] = value
    if kind in ("deadline_set", "deadline_extended"):
        found["deadline"] = "2026-12-31"
    return found if kind not in ("transfer", "addressee_added") else found | {"receiver": "phong-b"}


@pytest.mark.parametrize("first", STEPS, ids="-".join)
def test_two_steps_have_exactly_one_status_and_the_naive_telling_has_the_same(first: tuple[str, str]) -> None:
    for second, deadline in product(STEPS, GIVEN):
        row = {"given": deadline, "steps": [plain(first, "2025-03-20"), plain(second, "2025-07-01")]}
        told_twice = of_program(row), of_oracle(row)
        assert told_twice[0] == told_twice[1], row
        assert told_twice[0]["status"] in set(map(str, StatusCode))
        assert {each[3] for each in told_twice[0]["owed"]} <= set(map(str, TimelinessCode))


@settings(max_examples=200)
@given(st.sampled_from(ADDRESSEES), st.lists(step(), min_size=2, max_size=4), st.data())
def test_steps_of_different_days_may_stand_in_any_order(
    addressee: dict[str, Any], steps: list[dict[str, Any]], data: st.DataObject
) -> None:
    numbered = [
        {**each, "id": f"sk-{at:02}", "on": (day := f"2025-{at:02}-15"), "recorded": day}
        for at, each in enumerate(steps, start=1)
    ]
    numbered = [{key: value for key, value in each.items() if key != "completed"} for each in numbered]
    shuffled = data.draw(st.sampled_from(list(permutations(numbered))))
    given_ = {"addressee": addressee, "deadline": {"date": "2025-06-30"}}
    assert of_program({"given": given_, "steps": list(shuffled)}) == of_program(
        {"given": given_, "steps": numbered}
    )


@settings(max_examples=200)
@given(st.lists(step(), max_size=4), st.lists(step(), min_size=1, max_size=3))
def test_the_words_of_a_body_that_only_helps_change_nothing(
    steps: list[dict[str, Any]], words: list[dict[str, Any]]
) -> None:
    given_ = {"addressee": {"lead": "ubnd-xa", "support": ["truong-c"]}, "deadline": {"date": "2025-06-30"}}
    numbered = [{**each, "id": f"sk-{at:02}"} for at, each in enumerate(steps, start=1)]
    helping = [
        {**each, "id": f"sk-{at:02}", "by": "truong-c"}
        for at, each in enumerate(words, start=50)
        if each["type"] in oracle.WORDS
    ]
    with_them = of_program({"given": given_, "steps": numbered + helping})
    assert with_them == of_program({"given": given_, "steps": numbered})


@pytest.mark.parametrize("body", ["ubnd-xa", "phong-a", "hdnd-xa", "thuong-truc-xa", "ban-phap-che-xa"])
@given(steps=st.lists(step(), max_size=4))
def test_a_body_never_verifies_itself(body: str, steps: list[dict[str, Any]]) -> None:
    """Whatever it says of its own work as a finding changes nothing."""
    own = {"type": "verification", "value": "verified_done", "on": "2026-06-01", "by": body, "about": [body]}
    silent = [each for each in steps if each["type"] in oracle.WORDS]
    given_ = {"addressee": {"lead": body}}
    assert of_program({"given": given_, "steps": [*silent, own]}) == of_program({"given": given_, "steps": silent})
