"""Can every feed be read by programs that follow the standards, and does it say the same on every build?"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.archive import public
from generator.derive import Derived, derive
from generator.feeds import ENTRIES, feed_files
from generator.register import register_of
from generator.render import PROJECT
from tests.golden.sites import EXAMPLE, TODAY, good_records
from tests.unit.changing import HOME, asked, derived, found, step, survey

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+07:00")
SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[1] / "schemas" / "jsonfeed.schema.json").read_text(encoding="utf-8"))
)
HOSTILE = 'A & B <script>alert("1")</script> ]]> \x0b\x00 \ufffe – ỦY BAN'


def files_of(known: Derived) -> dict[str, bytes]:
    return feed_files(known, register_of(known))


def of_root(root: Path) -> Derived:
    return derive(public(good_records(root), today=TODAY))


@pytest.fixture(scope="module", params=[EXAMPLE, PROJECT], ids=["example", "real"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return files_of(of_root(request.param))


def atoms(files: dict[str, bytes]) -> dict[str, ElementTree.Element]:
    return {path: ElementTree.fromstring(text) for path, text in files.items() if path.endswith(".xml")}


def jsons(files: dict[str, bytes]) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in files.items() if path.endswith(".json")}


def texts(parent: ElementTree.Element, name: str) -> list[str]:
    return [each.text or "" for each in parent.findall(ATOM + name)]


def links(parent: ElementTree.Element) -> dict[str, str]:
    return {each.attrib["rel"]: each.attrib["href"] for each in parent.findall(f"{ATOM}link")}


def home_of(files: dict[str, bytes]) -> str:
    return links(atoms(files)["cap-nhat/atom.xml"])["self"].removesuffix("cap-nhat/atom.xml")


def ids(files: dict[str, bytes], path: str) -> list[str]:
    return [entry["id"] for entry in jsons(files)[path]["items"]]


def record(number: int = 1, **more: object) -> Any:
    return survey(
        f"khao-sat-{number}", recommendations=[asked(step(2, "progress", "planned", by="ubnd-xa"))], **more
    )


def test_the_fictional_council_has_feeds_of_every_kind() -> None:
    paths = set(files_of(of_root(EXAMPLE)))
    for page in (
        "cap-nhat/",
        "don-vi/xa-dong-vong/",
        "don-vi/ubnd-xa-dong-vong/",
        "chu-de/tthc/",
    ):
        assert f"{page}atom.xml" in paths
    assert "don-vi/ubnd-xa-dong-vong/kien-nghi.xml" in paths
    assert "don-vi/xa-dong-vong/kien-nghi.xml" not in paths
    assert [path for path in paths if path.endswith(".json")] == ["cap-nhat/feed.json"]
    assert not any(path.startswith("kien-nghi/") for path in paths)


def test_every_atom_feed_has_what_rfc_4287_requires(files: dict[str, bytes]) -> None:
    for path, feed in atoms(files).items():
        assert feed.tag == f"{ATOM}feed", path
        for name in ("id", "title", "updated", "author"):
            assert len(feed.findall(ATOM + name)) == 1, (path, name)
        own = links(feed)["self"]
        assert own.endswith(f"/{path}") or files[own.removeprefix(home_of(files))] == files[path], path
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) <= ENTRIES
        for entry in entries:
            for name in ("id", "title", "updated", "published", "content"):
                assert len(entry.findall(ATOM + name)) == 1, (path, name)
                assert texts(entry, name)[0].strip(), (path, name)
            assert "alternate" in links(entry)


def test_every_atom_feed_is_read_by_feedparser_without_a_complaint(files: dict[str, bytes]) -> None:
    for path in atoms(files):
        read = feedparser.parse(files[path])
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert read.feed.language == "vi"
        assert all(entry.title and entry.updated_parsed for entry in read.entries)


def test_every_json_feed_keeps_to_the_schema(files: dict[str, bytes]) -> None:
    for path, feed in jsons(files).items():
        assert [error.message for error in SCHEMA.iter_errors(feed)] == [], path
        assert feed["feed_url"].endswith(f"/{path}")


@pytest.mark.parametrize(
    "broken",
    [
        {"version": "https://jsonfeed.org/version/1"},
        {"items": [{"id": "1"}]},
        {"items": [{"content_text": "a"}]},
        {"items": [{"id": "1", "content_text": "a", "date_published": "2024-05-01"}]},
        {"items": [{"id": 1, "content_text": "a"}]},
        {"autor": {}},
    ],
)
def test_the_schema_refuses_what_is_no_json_feed(broken: dict[str, Any]) -> None:
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "Thử", "items": []}
    assert SCHEMA.is_valid(whole)
    assert not SCHEMA.is_valid(whole | broken)


def test_both_forms_of_the_feed_of_the_site_say_the_same(files: dict[str, bytes]) -> None:
    feed, other = atoms(files)["cap-nhat/atom.xml"], jsons(files)["cap-nhat/feed.json"]
    assert texts(feed, "title") == [other["title"]]
    assert links(feed)["alternate"] == other["home_page_url"]
    for entry, item in zip(feed.findall(f"{ATOM}entry"), other["items"], strict=True):
        assert texts(entry, "id") == [item["id"]]
        assert texts(entry, "title") == [item["title"]]
        assert texts(entry, "published") == [item["date_published"]]
        assert texts(entry, "content") == [item["content_text"]]
        assert links(entry)["alternate"] == item["url"]


def test_an_entry_has_one_id_and_one_text_in_every_feed_that_holds_it(files: dict[str, bytes]) -> None:
    known: dict[str, bytes] = {}
    for feed in atoms(files).values():
        entries = {texts(entry, "id")[0]: ElementTree.tostring(entry) for entry in feed.findall(f"{ATOM}entry")}
        assert len(entries) == len(feed.findall(f"{ATOM}entry"))
        assert all(known.setdefault(own, text) == text for own, text in entries.items())


def test_entries_are_newest_first_and_the_feed_is_as_new_as_its_first(files: dict[str, bytes]) -> None:
    for feed in atoms(files).values():
        days = [texts(entry, "updated")[0] for entry in feed.findall(f"{ATOM}entry")]
        assert all(INSTANT.fullmatch(day) for day in days)
        assert days == sorted(days, reverse=True)
        assert texts(feed, "updated") == days[:1] or not days


def test_every_text_is_nfc(files: dict[str, bytes]) -> None:
    assert all(unicodedata.is_normalized("NFC", text.decode()) for text in files.values())


def test_the_same_records_give_the_same_bytes() -> None:
    first, second = files_of(of_root(EXAMPLE)), files_of(of_root(EXAMPLE))
    assert first == second
    assert list(first) == list(second)


def test_a_later_day_without_news_changes_no_byte() -> None:
    known = [derived(record(), today=TODAY.replace(year=year)) for year in (2025, 2026)]
    assert files_of(known[0]) == files_of(known[1])


def test_people_s_text_is_text_in_both_forms() -> None:
    """Nothing that a record says can close an element or begin one, and XML is spared what it cannot hold."""
    files = files_of(derived(record(title=HOSTILE, summary=HOSTILE), name=HOSTILE, notice=HOSTILE))
    feed, other = atoms(files)["cap-nhat/atom.xml"], jsons(files)["cap-nhat/feed.json"]
    said = HOSTILE.replace("\x0b", "").replace("\x00", "").replace("\ufffe", "")
    assert said in texts(feed, "title")[0]
    assert said in texts(feed.findall(f"{ATOM}entry")[-1], "title")[0]
    assert HOSTILE in other["items"][-1]["title"]
    assert {each.tag.removeprefix(ATOM) for each in feed.iter()} <= {
        *("feed", "id", "title", "subtitle", "updated", "link", "author", "name", "uri"),
        *("entry", "published", "category", "content"),
    }


def test_an_id_does_not_change_when_texts_change_and_records_are_added() -> None:
    before = files_of(derived(record()))
    after = files_of(derived(record(title="Tên khác", limitations=[found()]), record(2), record(3)))
    assert set(ids(before, "cap-nhat/feed.json")) == {
        f"{HOME}khao-sat/khao-sat-1/",
        f"{HOME}kien-nghi/khao-sat-1-kn-01/#sk-02",
    }
    assert set(ids(before, "cap-nhat/feed.json")) < set(ids(after, "cap-nhat/feed.json"))


def test_a_feed_never_grows_beyond_its_newest_entries() -> None:
    files = files_of(derived(*(record(number) for number in range(ENTRIES))))
    assert {len(feed["items"]) for path, feed in jsons(files).items() if path.startswith("cap-nhat")} == {ENTRIES}
    assert ids(files, "cap-nhat/feed.json")[0] == f"{HOME}kien-nghi/khao-sat-9-kn-01/#sk-02"


def test_a_site_without_a_change_has_no_feed() -> None:
    assert files_of(derived()) == {}


def test_every_unit_and_topic_has_its_feed_for_good_also_while_there_is_nothing_in_it() -> None:
    files = files_of(derived(survey()))
    units, topics = ("xa", "phong", "thuong-truc", "ban", "so", "khac", "ubnd-xa"), ("ho-so", "cong-vu")
    assert {path for path in files if path.endswith("atom.xml")} == {
        "cap-nhat/atom.xml",
        *(f"don-vi/{unit}/atom.xml" for unit in units),
        *(f"chu-de/{topic}/atom.xml" for topic in topics),
    }
    empty = atoms(files)["don-vi/khac/atom.xml"]
    assert empty.findall(f"{ATOM}entry") == []
    assert texts(empty, "updated") == ["2024-03-01T00:00:00+07:00"]


def test_what_people_subscribed_to_outlives_the_survey_that_it_told_of() -> None:
    gone = {"state": "withdrawn", "published": "2024-03-01", "withdrawn": "2024-06-01", "reason": "Sai nguồn."}
    assert files_of(derived(record())).keys() == files_of(derived(record(publication=gone))).keys()


def test_the_settings_of_the_site_say_who_speaks_and_on_which_terms() -> None:
    files = files_of(
        derived(
            record(),
            licence={"name": "CC BY 4.0"},
            repository={"address": "https://forge.example/thu"},
            publisher={"name": "HĐND xã Thử", "reuse": "Ghi rõ nguồn."},
        )
    )
    feed = atoms(files)["cap-nhat/atom.xml"]
    assert texts(feed, "rights") == ["CC BY 4.0. Ghi rõ nguồn."]
    assert feed.find(f"{ATOM}generator") is not None
    assert jsons(files)["cap-nhat/feed.json"]["authors"] == [{"name": "HĐND xã Thử", "url": HOME}]
    plain = atoms(files_of(derived(record())))["cap-nhat/atom.xml"]
    assert texts(plain, "rights") == texts(plain, "generator") == []
