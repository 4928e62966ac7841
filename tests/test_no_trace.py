"""Does nothing of what readers may not see yet, or no longer, reach any output?

Looked for are the id, the title and every sentence that stands in no public record, in every file of the
pages and of the rendered site, the search index and file names included, and in what is packed in them
(``unpacked``). That the search itself would find them is shown on the records that are public.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
import yaml

from generator.build import site_of
from tests.golden.sites import EXAMPLE, TODAY, Built, content_of
from tests.unpacked import plain, shown

pytest_plugins = ["tests.golden.fixtures"]

HIDDEN = ("draft", "scheduled", "in_reply")
SHORTEST = 20
SURVEYS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((EXAMPLE / "data" / "surveys").glob("*.yml"))
}


def of_state(*states: str) -> list[str]:
    return [key for key, survey in SURVEYS.items() if survey["publication"]["state"] in states]


def sentences(value: Any) -> Iterator[str]:
    """Yield every sentence of a record that is long enough to be nobody else's."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from sentences(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner)
    elif isinstance(value, str):
        for part in re.split(r"(?<=[.!?;:])\s+|\n+", value):
            if len(part) >= SHORTEST and " " in part:
                yield plain(part)


def own_sentences(survey: str) -> set[str]:
    """Return the sentences of a survey that no public record, list or text also says."""
    public = [record for key, record in SURVEYS.items() if key in of_state("published")]
    others = [
        yaml.safe_load(content)
        for name, content in content_of(EXAMPLE / "data").items()
        if name.endswith(".yml") and not name.startswith("surveys/")
    ]
    said = "\n".join(sentence for record in (*public, *others) for sentence in sentences(record))
    return {sentence for sentence in sentences(SURVEYS[survey]) if sentence not in said}


@pytest.fixture(scope="module")
def pages(example: Built) -> str:
    return shown(content_of(example.pages))


@pytest.fixture(scope="module")
def site(example: Built) -> str:
    return shown(content_of(example.site))


def test_the_example_has_a_survey_of_every_state() -> None:
    states = {survey["publication"]["state"] for survey in SURVEYS.values()}
    assert states == {*HIDDEN, "published", "withdrawn"}


@pytest.mark.parametrize("survey", of_state("published"))
def test_what_is_public_is_found_in_the_pages_and_in_the_site(survey: str, pages: str, site: str) -> None:
    """The other tests of this file would be worth nothing if texts could not be found at all."""
    record = SURVEYS[survey]
    shown_ones = [each for each in record["limitations"] if "withdrawn" not in each]
    texts = [record["title"], *(each["text"] for each in shown_ones if "text" in each)]
    said = [sentence for text in texts for sentence in sentences(text)]
    assert [sentence for sentence in said if sentence not in pages] == []
    assert [sentence for sentence in said if sentence not in site] == []
    assert survey in pages
    assert survey in site


@pytest.mark.parametrize("survey", of_state(*HIDDEN))
def test_what_is_not_public_has_left_no_trace(survey: str, pages: str, site: str) -> None:
    secrets = {survey, SURVEYS[survey]["title"], *own_sentences(survey)}
    assert len(secrets) > 5
    assert {secret for secret in secrets if secret in pages} == set()
    assert {secret for secret in secrets if secret in site} == set()


@pytest.mark.parametrize("survey", of_state("withdrawn"))
def test_of_what_was_withdrawn_only_the_notice_is_left(survey: str, example: Built, pages: str, site: str) -> None:
    record = SURVEYS[survey]
    notice = set(sentences(record["publication"]["reason"]))
    secrets = {record["title"], *own_sentences(survey)} - notice
    assert len(secrets) > 3
    assert {secret for secret in secrets if secret in pages} == set()
    assert {secret for secret in secrets if secret in site} == set()
    left = shown({"index.md": example.files[f"khao-sat/{survey}/index.md"]})
    assert notice
    assert all(sentence in left for sentence in notice)


def test_of_a_statement_that_was_withdrawn_alone_only_its_notice_is_left(pages: str, site: str) -> None:
    gone = [
        (survey, statement)
        for survey in of_state("published")
        for statement in SURVEYS[survey]["limitations"]
        if "withdrawn" in statement
    ]
    assert gone
    for _, statement in gone:
        secrets = {statement["heading"], *sentences(statement["text"])}
        assert {secret for secret in secrets if secret in pages or secret in site} == set()
        assert all(sentence in site for sentence in sentences(statement["withdrawn"]["reason"]))


@pytest.mark.parametrize("survey", of_state("scheduled"))
def test_a_scheduled_survey_appears_on_its_day_and_not_the_day_before(survey: str, example: Built) -> None:
    day = datetime.date.fromisoformat(str(SURVEYS[survey]["publication"]["publish_at"]))
    before = site_of(example.records, today=day - datetime.timedelta(days=1))
    after = site_of(example.records, today=day)
    assert survey not in shown(before)
    assert f"khao-sat/{survey}/index.md" in after
    assert plain(SURVEYS[survey]["title"]) in shown({"list": after["khao-sat/index.md"]})
    said = [each["text"] for each in SURVEYS[survey].get("limitations", ())] + [SURVEYS[survey]["title"]]
    assert all(sentence in shown(after) for text in said for sentence in sentences(text))


def test_a_link_of_a_public_record_to_what_is_hidden_is_gone(example: Built) -> None:
    hidden, public = of_state("draft")[0], of_state("published")[0]
    surveys = dict(example.records.surveys)
    link = type(next(each for survey in surveys.values() for each in survey.related))
    statement = surveys[public].limitations[0].model_copy(update={"recurs_from": (f"{hidden}/hc-01",)})
    surveys[public] = surveys[public].model_copy(
        update={
            "related": (link.model_validate({"survey": hidden, "kind": "prepares"}),),
            "limitations": (statement, *surveys[public].limitations[1:]),
        }
    )
    files = site_of(replace(example.records, surveys=surveys), today=TODAY)
    assert f"khao-sat/{public}/index.md" in files
    assert hidden not in shown(files)


def test_a_picture_of_a_hidden_survey_is_not_copied(example: Built) -> None:
    hidden = of_state("in_reply")[0]
    survey = example.records.surveys[hidden]
    picture = next(each for other in example.records.surveys.values() for each in other.media if each.file)
    records = replace(
        example.records,
        surveys=example.records.surveys | {hidden: survey.model_copy(update={"media": (picture,)})},
        media=example.records.media | {f"{hidden}/{picture.file}": b"not for readers"},
        pictures=example.records.pictures | {f"{hidden}/{picture.file}": b"not for readers"},
    )
    files = site_of(records, today=TODAY)
    assert b"not for readers" not in files.values()
    assert not any(hidden in name for name in files)
