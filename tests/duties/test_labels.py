"""Does every label say no more than the steps, whatever happens? The words themselves stand in `sequences.yml`."""

import json
import re
from typing import Any

from hypothesis import given, settings

from generator.derive.followup import FollowUp
from generator.model.steps import VALUES_OF_TYPE, EventType, EventValue
from generator.parts.duty import due_view, duty_views, status_view
from generator.parts.statement import context_of
from generator.strings import label
from tests.duties.sequences import Row, asked, survey_of
from tests.duties.test_oracle import FINDERS, PLACE, followed, sequences
from tests.duties.test_sequences import the_place

FOUND = set(map(str, VALUES_OF_TYPE[EventType.VERIFICATION])) - {str(EventValue.CANNOT_VERIFY)}
NOT_YET = "chưa xác minh"


def said_of_whole(row: Row, found: FollowUp) -> list[str]:
    status = status_view(context_of(the_place(), survey_of(row)), found)
    return [status.label, *status.overview]


def said_of_each(row: Row, found: FollowUp) -> list[str]:
    return [each.label for each in duty_views(context_of(the_place(), survey_of(row)), found)]


def said_of_time(row: Row, found: FollowUp) -> list[str]:
    context = context_of(the_place(), survey_of(row))
    dues = [due_view(found, context), *(each.due for each in duty_views(context, found))]
    return [text for due in dues if due is not None for text in (due.label, due.missed) if text is not None]


def of_the_council(row: Row) -> list[dict[str, Any]]:
    return [step for step in asked(row)["events"] if step.get("by") in FINDERS]


@settings(max_examples=500)
@given(sequences)
def test_the_whole_and_every_body_have_exactly_one_label(row: Row) -> None:
    found = followed(row)
    labels = [*said_of_whole(row, found)[:1], *said_of_each(row, found)]
    assert len(labels) == 1 + len(found.owed)
    for text in [*labels, *said_of_time(row, found)]:
        assert text.strip() == text != "", labels
        assert not re.search(r"[{}]|None|\b[a-z]+_[a-z]+\b", text), text


@settings(max_examples=500)
@given(sequences)
def test_the_label_of_the_whole_is_that_of_a_body(row: Row) -> None:
    found = followed(row)
    text, *overview = said_of_whole(row, found)
    if overview:
        words, _, share = text.removesuffix(")").rpartition(" (")
        assert [each for each in overview if each.startswith(f"{share}: {words}")] != []
        assert sum(int(each.partition("/")[0]) for each in overview) == len(found.owed)
    else:
        assert [text] == said_of_each(row, found)


@settings(max_examples=1000)
@given(sequences)
def test_nothing_is_called_verified_that_the_council_did_not_find(row: Row) -> None:
    found = followed(row)
    verified = [
        text
        for text in (*said_of_whole(row, found), *said_of_each(row, found))
        if "xác minh" in text.replace(NOT_YET, "")
    ]
    if verified:
        assert [step for step in of_the_council(row) if step.get("value") in FOUND] != [], verified


@settings(max_examples=1000)
@given(sequences)
def test_nothing_is_said_of_the_council_that_did_nothing(row: Row) -> None:
    found = followed(row)
    labels = [*said_of_whole(row, found)[:1], *said_of_each(row, found)]
    spoken = [text for text in labels if "HĐND" in text]
    if spoken:
        assert of_the_council(row) != [], spoken


@settings(max_examples=500)
@given(sequences)
def test_no_label_names_a_body_that_is_not_in_the_record(row: Row) -> None:
    found = followed(row)
    record = json.dumps(asked(row))
    names = {unit.names[-1].text: f'"{unit.id}"' in record for unit in PLACE.units.values()}
    for text in (*said_of_whole(row, found), *said_of_each(row, found), *said_of_time(row, found)):
        for name in sorted(names, key=len, reverse=True):
            if names[name]:
                text = text.replace(name, "")
        assert [name for name in names if name in text] == [], text


def test_the_words_by_which_these_tests_know_a_verification_are_those_of_the_labels() -> None:
    """Else they would find nothing, whatever is said."""
    assert "xác minh" in label("status", "done_verified")
    assert "xác minh" in label("status", "partly_done")
    assert NOT_YET in label("status", "reported_done")
    assert "HĐND" in label("status", "issued")
