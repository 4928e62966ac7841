"""What came on record, on which day, and under whose name do readers find it?"""

import datetime
import random
from typing import Any

import pytest

from generator.derive import Derived
from generator.derive.changes import Change, ChangeKind
from generator.parts.change import change_view, correction_views
from generator.register import register_of
from generator.register.entry import PageKind
from generator.views.changed import CorrectionListView, UpdateListView, correction_list_views, update_views
from tests.unit.changing import PUBLISHED, asked, derived, found, step, survey

START = datetime.date.fromisoformat(PUBLISHED)


def correction(day: str, kind: str = "factual", number: int = 1, **more: object) -> dict[str, Any]:
    said = {"what": "Số hồ sơ", "reason": "Gõ nhầm."}
    return {"id": f"dc-{number:02}", "date": day, "kind": kind, **said, **more}


def reply(received: str | None, position: str = "agrees", number: int = 1) -> dict[str, Any]:
    given = {"id": f"yk-{number:02}", "unit": "ubnd-xa", "position": position, "received": received}
    return {key: value for key, value in given.items() if value is not None}


def withdrawn(day: str = "2024-06-01") -> dict[str, Any]:
    return {"state": "withdrawn", "published": PUBLISHED, "withdrawn": day, "reason": "Nguồn đã bị gỡ."}


def update_pages(known: Derived) -> list[UpdateListView]:
    return list(update_views(known, register_of(known).of_kind(PageKind.UPDATES)))


def correction_pages(known: Derived) -> list[CorrectionListView]:
    return list(correction_list_views(known, register_of(known).of_kind(PageKind.CORRECTIONS)))


def names(changes: tuple[Change, ...]) -> list[str]:
    return [f"{change.day} {change.id}" for change in changes]


def test_publication_is_the_first_change_of_a_survey() -> None:
    (change,) = derived(survey()).changes.all
    assert (change.day, change.kind, change.survey_id, change.id) == (
        START,
        ChangeKind.PUBLISHED,
        "khao-sat-1",
        "khao-sat/khao-sat-1/",
    )


def test_a_scheduled_survey_comes_out_on_its_day() -> None:
    scheduled = survey(publication={"state": "scheduled", "publish_at": "2026-11-20"})
    assert derived(scheduled).changes.all[0].day == datetime.date(2026, 11, 20)
    assert derived(scheduled, today=datetime.date(2026, 11, 19)).changes.all == ()


@pytest.mark.parametrize("state", ["draft", "in_reply"])
def test_what_is_not_public_is_no_change(state: str) -> None:
    known = derived(survey(publication={"state": state}, recommendations=[asked(step(2, "forwarded"))]))
    assert known.changes.all == known.changes.corrections == ()


def test_an_event_counts_from_the_day_it_was_recorded_not_from_the_day_it_happened() -> None:
    late = step(1, "progress", "planned", occurred="2024-03-02", recorded="2024-05-06")
    change = derived(survey(recommendations=[asked(late)])).changes.all[0]
    assert (change.day, change.id) == (datetime.date(2024, 5, 6), "kien-nghi/khao-sat-1-kn-01/#sk-01")


def test_nothing_is_news_before_its_survey_was_published() -> None:
    known = derived(
        survey(
            limitations=[found(replies=[reply("2024-02-20")])],
            recommendations=[asked(step(1, "forwarded", occurred="2024-02-12", recorded="2024-02-13"))],
        )
    )
    assert names(known.changes.all) == [
        "2024-03-01 kien-nghi/khao-sat-1-kn-01/#sk-01",
        "2024-03-01 khao-sat/khao-sat-1/",
    ]


def test_a_reply_received_after_publication_is_news() -> None:
    replies = [reply("2024-03-02", "disagrees"), reply(None, number=2), reply("2024-03-09", number=3)]
    known = derived(survey(limitations=[found(replies=replies)]))
    assert names(known.changes.all) == [
        "2024-03-09 khao-sat/khao-sat-1/#yk-03",
        "2024-03-02 khao-sat/khao-sat-1/#yk-01",
        "2024-03-01 khao-sat/khao-sat-1/",
    ]
    assert known.changes.all[0].units == ("ubnd-xa", "xa")


def test_two_replies_of_one_day_are_two_changes() -> None:
    both = [reply("2024-03-02", "disagrees"), reply("2024-03-02", number=2)]
    assert names(derived(survey(limitations=[found(replies=both)])).changes.all)[:2] == [
        "2024-03-02 khao-sat/khao-sat-1/#yk-02",
        "2024-03-02 khao-sat/khao-sat-1/#yk-01",
    ]


def test_a_mended_typo_is_in_the_log_and_is_no_update() -> None:
    known = derived(survey(corrections=[correction("2024-05-01", "typo", 2), correction("2024-04-01")]))
    assert names(known.changes.all) == ["2024-04-01 khao-sat/khao-sat-1/#dc-01", "2024-03-01 khao-sat/khao-sat-1/"]
    assert names(known.changes.corrections) == [
        "2024-05-01 khao-sat/khao-sat-1/#dc-02",
        "2024-04-01 khao-sat/khao-sat-1/#dc-01",
    ]
    assert known.changes.of_survey["khao-sat-1"] == known.changes.all


def test_corrections_keep_their_ids_when_others_are_added_moved_or_redated() -> None:
    two = [correction("2024-05-01", "typo"), correction("2024-05-01", number=2)]
    more = [correction("2024-05-01", "redaction", 3), correction("2024-05-02", number=2), two[0]]
    before = {change.id for change in derived(survey(corrections=two)).changes.corrections}
    after = {change.id for change in derived(survey(corrections=more)).changes.corrections}
    assert before == {"khao-sat/khao-sat-1/#dc-01", "khao-sat/khao-sat-1/#dc-02"}
    assert after - before == {"khao-sat/khao-sat-1/#dc-03"}
    assert before <= after


def test_of_a_withdrawn_record_only_the_day_and_the_reason_are_left() -> None:
    secret = survey(
        title="Chuyện riêng",
        corrections=[correction("2024-04-01", before="Tên người dân"), correction("2024-06-01", "withdrawal", 2)],
        recommendations=[asked(step(2, "forwarded"))],
        publication=withdrawn(),
    )
    known = derived(secret)
    (change,) = known.changes.all
    assert known.changes.corrections == (change,)
    assert (change.kind, change.id) == (ChangeKind.WITHDRAWN, "khao-sat/khao-sat-1/#rut")
    assert change.units == change.topics == change.addressees == change.recommendations == ()
    shown = str((change_view(known, change), update_pages(known), correction_pages(known)))
    assert "Nguồn đã bị gỡ." in shown
    assert not any(word in shown for word in ("Chuyện riêng", "Tên người dân", "Trả hồ sơ", "Gõ nhầm"))


def test_a_redaction_shows_that_something_was_removed_and_never_what() -> None:
    redacted = survey(
        corrections=[
            correction("2024-05-01", "redaction", what="Tên ông A", before="Ông A ở thôn 2", after="Một hộ")
        ]
    )
    known = derived(redacted)
    shown = str((change_view(known, known.changes.all[0]), correction_pages(known), correction_views(redacted)))
    assert "Một nội dung đã được lược bỏ" in shown
    assert "Gõ nhầm." in shown
    assert not any(word in shown for word in ("ông A", "Ông A", "Một hộ"))


def test_an_event_is_news_for_those_who_act_and_for_the_units_that_its_finding_names() -> None:
    recommendation = asked(
        step(2, "forwarded"), step(3, "transfer", receiver="so"), answers=["hc-01"], topics=["ho-so"]
    )
    general = found("hc-02", scope={"kind": "general"})
    known = derived(survey(limitations=[found(), general], recommendations=[recommendation])).changes
    event = known.all[0]
    assert event.units == ("ubnd-xa", "so", "phong", "xa")
    assert event.addressees == ("ubnd-xa", "so")
    assert event.topics == ("ho-so",)
    assert "khac" not in known.of_unit


def test_a_finding_that_names_nobody_makes_no_event_about_a_unit() -> None:
    general = found(scope={"kind": "general"})
    known = derived(survey(limitations=[general], recommendations=[asked(step(2, "forwarded"), answers=["hc-01"])]))
    assert known.changes.all[0].units == ("ubnd-xa", "phong")


def test_a_publication_concerns_all_whom_the_survey_names() -> None:
    (change,) = derived(survey(recommendations=[asked()])).changes.all
    assert change.units == ("xa", "thuong-truc", "ubnd-xa", "phong")
    assert change.topics == ("cong-vu", "ho-so")
    assert (change.addressees, change.recommendations) == (("ubnd-xa",), ("kn-01",))


def test_a_recommendation_has_its_publication_and_its_own_events() -> None:
    two = [asked(step(2, "forwarded")), asked(step(3, "forwarded"), id="kn-02")]
    known = derived(survey(recommendations=two, corrections=[correction("2024-05-01")])).changes
    assert names(known.of_recommendation["khao-sat-1", "kn-02"]) == [
        "2024-04-03 kien-nghi/khao-sat-1-kn-02/#sk-03",
        "2024-03-01 khao-sat/khao-sat-1/",
    ]
    assert len(known.of_addressee["ubnd-xa"]) == 3


def test_every_group_keeps_the_order_of_the_whole() -> None:
    known = derived(*(survey(f"khao-sat-{each}", recommendations=[asked(step(2, "forwarded"))]) for each in (2, 1)))
    place = {change.id: at for at, change in enumerate(known.changes.all)}
    groups: list[Any] = [known.changes.of_unit, known.changes.of_topic, known.changes.of_addressee]
    for group in (*groups, known.changes.of_recommendation, known.changes.of_survey):
        for changes in group.values():
            places = [place[change.id] for change in changes]
            assert places == sorted(places)


def test_the_order_is_the_same_however_the_records_were_read() -> None:
    events = [step(number, "escalation", "don_doc", recorded="2024-04-09") for number in range(1, 12)]
    surveys = [survey(f"khao-sat-{each}", recommendations=[asked(*events)]) for each in range(1, 6)]
    whole = names(derived(*surveys).changes.all)
    for seed in range(5):
        shuffled = random.Random(seed).sample(surveys, k=len(surveys))
        assert names(derived(*shuffled).changes.all) == whole
    assert whole[:2] == [
        "2024-04-09 kien-nghi/khao-sat-5-kn-01/#sk-11",
        "2024-04-09 kien-nghi/khao-sat-5-kn-01/#sk-10",
    ]
    assert len(whole) == len(set(whole))


def test_a_change_leads_to_the_place_where_it_can_be_read() -> None:
    known = derived(
        survey(
            limitations=[found(replies=[reply("2024-03-09")])],
            recommendations=[asked(step(2, "forwarded"))],
            corrections=[correction("2024-05-01")],
        ),
        survey("khao-sat-2", publication=withdrawn()),
    )
    links = {view.link: view.id for view in (change_view(known, each) for each in known.changes.all)}
    assert links == {
        "khao-sat/khao-sat-1/": "khao-sat/khao-sat-1/",
        "khao-sat/khao-sat-1/#hc-01": "khao-sat/khao-sat-1/#yk-01",
        "khao-sat/khao-sat-1/#dc-01": "khao-sat/khao-sat-1/#dc-01",
        "kien-nghi/khao-sat-1-kn-01/#sk-02": "kien-nghi/khao-sat-1-kn-01/#sk-02",
        "khao-sat/khao-sat-2/": "khao-sat/khao-sat-2/#rut",
    }


def test_an_event_tells_its_note_its_document_and_its_survey() -> None:
    paper = {"id": "bao-cao-5", "type": "bao_cao_thuc_hien", "number": "5/BC-UBND", "date": "2024-04-01"}
    event = step(2, "progress", "reported_done", note="Đã xong hết.", document="bao-cao-5")
    known = derived(survey(documents=[paper], recommendations=[asked(event)]))
    assert change_view(known, known.changes.all[0]).details == (
        "Đã xong hết.",
        "Tài liệu: Báo cáo kết quả thực hiện kiến nghị số 5/BC-UBND ngày 01/4/2024",
        "Nêu tại: Tiếp nhận hồ sơ ở xã",
    )


def test_a_correction_tells_before_after_and_why() -> None:
    known = derived(survey(corrections=[correction("2024-05-01", before="69 hồ sơ", after="96 hồ sơ")]))
    view = change_view(known, known.changes.all[0])
    assert view.details == ("Trước: 69 hồ sơ", "Nay: 96 hồ sơ", "Lý do: Gõ nhầm.")
    (page, of_year) = correction_pages(known)
    assert (page.slice.items[0].before, page.slice.items[0].after) == ("69 hồ sơ", "96 hồ sơ")
    assert page.slice.items == of_year.slice.items


def test_updates_are_cut_by_year_into_pages_of_fifty() -> None:
    surveys = [
        survey(f"khao-sat-{each}", publication={"state": "published", "published": f"{2023 + each % 2}-05-01"})
        for each in range(120)
    ]
    pages = update_pages(derived(*surveys))
    assert [(page.head.address, len(page.slice.items)) for page in pages] == [
        ("cap-nhat/", 50),
        ("cap-nhat/nam-2024/", 50),
        ("cap-nhat/nam-2024/trang-2/", 10),
        ("cap-nhat/nam-2023/", 50),
        ("cap-nhat/nam-2023/trang-2/", 10),
    ]
    assert [(shelf.link.label, shelf.records) for shelf in pages[0].shelves] == [("Năm 2024", 60), ("Năm 2023", 60)]
    assert (pages[0].slice.next, pages[1].slice.next) == (None, "cap-nhat/nam-2024/trang-2/")


def test_a_site_without_records_has_the_two_pages_and_nothing_on_them() -> None:
    (updates,), (log,) = update_pages(derived()), correction_pages(derived())
    assert (updates.head.address, log.head.address) == ("cap-nhat/", "dinh-chinh/")
    assert updates.slice.items == ()
    assert log.slice.items == ()


def test_the_past_knows_no_later_change() -> None:
    record = survey(recommendations=[asked(step(2, "forwarded"))], corrections=[correction("2024-05-01")])
    gone = survey("khao-sat-2", publication=withdrawn("2024-06-01"))
    assert names(derived(record, gone, today=datetime.date(2024, 4, 30)).changes.all) == [
        "2024-04-02 kien-nghi/khao-sat-1-kn-01/#sk-02",
        "2024-03-01 khao-sat/khao-sat-1/",
    ]
