"""Does what people cite and subscribe to stay, whatever is renamed and wherever the site moves?"""

import json
import random
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from generator import addresses
from generator.archive import public
from generator.build import site_of
from generator.calendar import calendar_files
from generator.derive import derive
from generator.feeds import feed_files
from generator.load import Records
from generator.register import register_of
from tests.golden.sites import EXAMPLE, TODAY, good_records
from tests.unit.renaming import renamed

ID = "{http://www.w3.org/2005/Atom}id"


@cache
def example() -> Records:
    return good_records(EXAMPLE)


@cache
def before() -> dict[str, bytes]:
    return site_of(example(), today=TODAY)


def of_kinds() -> dict[str, list[str]]:
    """Return the ids of what can be renamed, by kind."""
    records = example()
    topics = [topic.id for topic in records.topics]
    indicators = [indicator.id for indicator in records.indicators]
    listed = {"topic": sorted(topics), "indicator": sorted(indicators)}
    return {"survey": sorted(records.surveys), "unit": sorted(records.units), **listed}


QUICK = settings(max_examples=6, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Each example builds a whole site: a failing one is told as it is."""


def ids_of(files: dict[str, bytes]) -> set[str]:
    """Return every id that programs of readers remember."""
    found: set[str] = set()
    for path, content in files.items():
        if path.endswith(".xml") and path != "sitemap.xml":
            found |= {str(each.text) for each in ElementTree.fromstring(content).iter(ID)}
        elif path.endswith(addresses.JSON_FEED):
            found |= {item["id"] for item in json.loads(content)["items"]}
        elif path.endswith(".ics"):
            found |= {str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")}
    return found


def followed(records: Records) -> set[str]:
    """Return the ids of all feeds and calendars of records, without making any page."""
    derived = derive(public(records, today=TODAY))
    register = register_of(derived)
    return ids_of(feed_files(derived, register) | calendar_files(derived, register))


def answered(files: dict[str, bytes]) -> set[str]:
    """Return every address at which something is: pages, redirects, feeds, calendars, documents, pictures."""
    return {path.removesuffix("index.md").removesuffix("index.html") for path in files}


def moved_site(records: Records, address: str) -> Records:
    assert records.site is not None
    return replace(records, site=records.site.model_copy(update={"address": address}))


def test_there_are_ids_enough_for_the_laws_below() -> None:
    assert len(ids_of(before())) > 90
    assert sum(map(len, of_kinds().values())) > 60


@QUICK
@given(st.data())
def test_renaming_any_record_changes_no_id_and_every_old_address_is_answered(data: st.DataObject) -> None:
    records, kinds = example(), of_kinds()
    for number in range(data.draw(st.integers(1, 4))):
        kind = data.draw(st.sampled_from(sorted(kinds)))
        old = data.draw(st.sampled_from(kinds[kind]))
        new = f"ma-moi-{number}"
        records = renamed(records, kind, old, new)
        kinds[kind] = [new if each == old else each for each in kinds[kind]]
    after = site_of(records, today=TODAY)
    assert ids_of(after) == ids_of(before())
    assert answered(before()) - answered(after) == set()


@QUICK
@given(st.from_regex(r"https://[a-z]{1,9}\.example/([a-z]{1,5}/){0,2}", fullmatch=True))
def test_moving_the_site_changes_no_id(address: str) -> None:
    assert followed(moved_site(example(), address)) == ids_of(before())


def test_moving_the_site_changes_every_link() -> None:
    feed = site_of(moved_site(example(), "https://moi.example/"), today=TODAY)["cap-nhat/feed.json"]
    assert {item["url"].partition(".example")[0] for item in json.loads(feed)["items"]} == {"https://moi"}


@QUICK
@given(st.randoms(use_true_random=False))
def test_other_titles_another_order_and_other_days_change_no_id(chance: random.Random) -> None:
    def retold(record: Any) -> Any:
        return record.model_copy(update={"title": f"Tên khác {chance.random()}"})

    def shuffled(record: Any) -> Any:
        lists = ("corrections", "limitations", "recommendations")
        return record.model_copy(
            update={
                name: tuple(chance.sample(known, len(known))) for name in lists if (known := getattr(record, name))
            }
        )

    def redated(record: Any) -> Any:
        corrections = [each.model_copy(update={"date": TODAY}) for each in record.corrections]
        return record.model_copy(update={"corrections": tuple(corrections)})

    keys = chance.sample(sorted(example().surveys), len(example().surveys))
    surveys = {key: redated(shuffled(retold(example().surveys[key]))) for key in keys}
    assert followed(replace(example(), surveys=surveys)) == ids_of(before())


@pytest.mark.parametrize(("kind", "old"), [("unit", "ubnd-xa-dong-vong"), ("topic", "tthc")])
def test_a_feed_at_a_former_address_is_the_feed_itself(kind: str, old: str) -> None:
    after = site_of(renamed(example(), kind, old, "ma-moi"), today=TODAY)
    folder = {"unit": "don-vi", "topic": "chu-de"}[kind]
    files = [path for path in before() if path.startswith(f"{folder}/{old}/") and not path.endswith(".md")]
    assert len(files) >= 2
    for path in files:
        assert after[path] == after[path.replace(old, "ma-moi")]
        assert f"/{folder}/ma-moi/".encode() in after[path]
