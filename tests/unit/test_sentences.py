"""Is it said in one plain sentence what happened, and by whom?"""

import unicodedata
from typing import Any

import pytest

from generator.model.steps import VALUES_OF_TYPE, EventType
from generator.strings import words
from generator.wording.sentences import event_sentence, sentence_of, sentence_of_change
from tests.unit.asked_texts import leaves
from tests.unit.changing import asked, derived, found, only_step, step, survey, units

STEPS = [(kind, value) for kind, values in VALUES_OF_TYPE.items() for value in (values or (None,))]
NEEDED: dict[EventType, dict[str, Any]] = {
    EventType.TRANSFER: {"receiver": "so"},
    EventType.ADDRESSEE_ADDED: {"receiver": "so"},
    EventType.DEADLINE_SET: {"deadline": "2024-12-31"},
    EventType.DEADLINE_EXTENDED: {"deadline": "2024-12-31"},
}


def sentence_about(event: dict[str, Any], *before: dict[str, Any], **more: object) -> str:
    return sentence_of(units(), *only_step(event, *before, **more))


def texts() -> list[str]:
    return [text for group in ("event", "change") for _, text in leaves(words("sentences")[group])]


@pytest.mark.parametrize(
    ("kind", "value", "by", "more", "sentence"),
    [
        ("forwarded", None, "thuong-truc", {}, "Thường trực HĐND chuyển kiến nghị"),
        ("forwarded", None, "ban", {"receiver": "so"}, "Ban Pháp chế chuyển kiến nghị đến Sở Nội vụ"),
        ("position", "accepted", "ubnd-xa", {}, "UBND xã Thử trả lời: tiếp thu kiến nghị"),
        ("position", "accepted_in_part", "ubnd-xa", {}, "UBND xã Thử trả lời: tiếp thu một phần kiến nghị"),
        ("position", "alternative_proposed", "ubnd-xa", {}, "UBND xã Thử trả lời: đề xuất cách làm khác"),
        ("position", "not_accepted", "ubnd-xa", {}, "UBND xã Thử trả lời: không tiếp thu kiến nghị"),
        ("progress", "planned", "ubnd-xa", {}, "UBND xã Thử báo cáo đã có kế hoạch"),
        ("progress", "in_progress", "ubnd-xa", {}, "UBND xã Thử báo cáo đang thực hiện"),
        ("progress", "reported_partial", "ubnd-xa", {}, "UBND xã Thử báo cáo đã xong một phần"),
        ("progress", "reported_done", "ubnd-xa", {}, "UBND xã Thử báo cáo đã xong"),
        ("progress", "will_not_do", "ubnd-xa", {}, "UBND xã Thử báo cáo không thực hiện"),
        (
            *("verification", "verified_done", "ban", {"method": "on_site"}),
            "Ban Pháp chế xác minh qua kiểm tra thực tế: đã hoàn thành",
        ),
        ("verification", "verified_partial", "ban", {}, "Ban Pháp chế xác minh: mới hoàn thành một phần"),
        ("verification", "not_satisfied", "ban", {}, "Ban Pháp chế xác minh: chưa đáp ứng yêu cầu"),
        ("verification", "cannot_verify", "ban", {}, "Ban Pháp chế xác minh: chưa đủ căn cứ để kết luận"),
        ("escalation", "don_doc", "ban", {}, "Ban Pháp chế đôn đốc thực hiện"),
        ("escalation", "kien_nghi_xu_ly", "ban", {}, "Ban Pháp chế kiến nghị cấp có thẩm quyền xử lý"),
        ("escalation", "phien_giai_trinh", "ban", {}, "Ban Pháp chế đưa việc này ra phiên giải trình"),
        ("escalation", "chat_van", "ban", {}, "Ban Pháp chế chất vấn về việc này"),
        ("escalation", "giam_sat_lai", "ban", {}, "Ban Pháp chế đưa việc này vào giám sát lại"),
        ("escalation", "bao_cao_hdnd", "ban", {}, "Ban Pháp chế báo cáo Hội đồng nhân dân về việc này"),
        (
            *("deadline_set", None, "ban", {"deadline": "2024-12-31"}),
            "Ban Pháp chế đặt thời hạn đến ngày 31/12/2024",
        ),
        (
            *("deadline_extended", None, "ban", {"deadline": "2024-12-31"}),
            "Ban Pháp chế gia hạn đến ngày 31/12/2024",
        ),
        ("transfer", None, "ban", {"receiver": "so"}, "Ban Pháp chế chuyển việc thực hiện cho Sở Nội vụ"),
        ("closed", "superseded", "ban", {}, "Ban Pháp chế kết thúc theo dõi: đã thay bằng kiến nghị khác"),
        ("closed", "withdrawn", "ban", {}, "Ban Pháp chế rút kiến nghị"),
        (
            *("closed", "no_longer_applicable", "ban", {}),
            "Ban Pháp chế kết thúc theo dõi: kiến nghị không còn áp dụng",
        ),
        (
            *("closed", "explanation_accepted", "ban", {}),
            "Ban Pháp chế kết thúc theo dõi: chấp nhận giải trình, không yêu cầu thực hiện nữa",
        ),
        ("reopened", None, "ban", {}, "Ban Pháp chế mở lại việc theo dõi"),
        ("position", "explained", "ubnd-xa", {}, "UBND xã Thử trả lời: giải trình"),
        ("addressee_added", None, "ban", {"receiver": "so"}, "Ban Pháp chế giao thêm việc này cho Sở Nội vụ"),
        ("outside_finding", None, "so", {}, "Sở Nội vụ kết luận về việc này"),
    ],
)
def test_a_sentence_says_who_says_what(
    kind: str, value: str | None, by: str, more: dict[str, Any], sentence: str
) -> None:
    assert sentence_about(step(2, kind, value, by=by, **more)) == f"{sentence} (ngày 02/4/2024)"


def test_every_event_that_a_record_may_hold_has_its_sentence_and_no_sentence_is_left_over() -> None:
    tried = {value or kind for kind, value in STEPS}
    further = {"forwarded_to", "transfer_to", "transfer_in_part", "deadline_set_again", "deadline_extended_from"}
    assert set(words("sentences")["event"]) == tried | further
    for kind, value in STEPS:
        assert sentence_about(step(2, kind, value, **NEEDED.get(kind, {})))


@pytest.mark.parametrize("kind", list(EventType))
def test_where_the_record_names_no_body_the_sentence_invents_none(kind: EventType) -> None:
    value = next(iter(VALUES_OF_TYPE[kind]), None)
    sentence = sentence_about(step(2, kind, value, **NEEDED.get(kind, {}), by=None))
    assert sentence.startswith("Chưa rõ cơ quan nào ")
    assert not any(name.text in sentence for key, unit in units().items() if key != "so" for name in unit.names)


def test_what_a_body_reports_is_told_as_its_report_and_in_its_own_words_alone() -> None:
    claims = [text for name, text in words("sentences")["event"].items() if name.startswith("reported_")]
    assert claims
    assert all(text.startswith("báo cáo ") and "xác minh" not in text for text in claims)


@pytest.mark.parametrize(
    ("more", "remark"),
    [
        ({"about": ["ubnd-xa"]}, " (về phần của UBND xã Thử)"),
        ({"members": 10}, " (10 cơ quan)"),
        ({"completed": "2024-03-30"}, " (hoàn thành ngày 30/3/2024)"),
        ({"completed": "2024-03"}, " (hoàn thành tháng 3/2024)"),
    ],
)
def test_a_sentence_tells_of_whom_the_step_speaks(more: dict[str, Any], remark: str) -> None:
    sentence = sentence_about(step(5, "progress", "reported_done", by="so", **more))
    assert sentence == f"Sở Nội vụ báo cáo đã xong{remark} (ngày 05/4/2024)"


def test_a_sentence_names_the_part_of_the_work_and_who_takes_it_over() -> None:
    shares = [{"unit": "so", "part": "bố trí trụ sở", "id": "pv-01"}, {"unit": "khac"}]
    handed = step(4, "transfer", receivers=shares, by="thuong-truc")
    assert sentence_about(handed) == (
        "Thường trực HĐND chuyển việc thực hiện cho Sở Nội vụ (bố trí trụ sở), Xã Khác (ngày 04/4/2024)"
    )
    only_a_part = sentence_about(handed | {"keeps_rest": "true"})
    assert "chuyển một phần việc cho Sở Nội vụ" in only_a_part
    nobody = sentence_about(step(4, "transfer", by="thuong-truc"))
    assert "chuyển việc thực hiện sang cơ quan khác, chưa rõ là cơ quan nào" in nobody
    follow_up, event = only_step(step(6, "progress", "planned", by="so", parts=["pv-01"]), handed)
    assert event_sentence(units(), follow_up, event).what.endswith(" (phần việc: bố trí trụ sở)")


@pytest.mark.parametrize(
    ("occurred", "when"),
    [
        ("2024-04-05", "(ngày 05/4/2024)"),
        ("2024-04-02", "(ngày 02/4/2024, ghi nhận ngày 05/4/2024)"),
        ("2024-03", "(tháng 3/2024, ghi nhận ngày 05/4/2024)"),
        ("2024", "(năm 2024, ghi nhận ngày 05/4/2024)"),
        ("2024-04-02~", "(khoảng 02/4/2024, ghi nhận ngày 05/4/2024)"),
        ("XXXX-04-02", "(ngày 02/4 (nguồn không ghi năm), ghi nhận ngày 05/4/2024)"),
        ("XXXX-XX-02", "(ngày 02 (nguồn không ghi tháng, năm), ghi nhận ngày 05/4/2024)"),
        (None, "(không rõ ngày diễn ra, ghi nhận ngày 05/4/2024)"),
    ],
)
def test_both_dates_are_told_where_they_differ(occurred: str | None, when: str) -> None:
    sentence = sentence_about(step(5, "progress", "planned", by="ubnd-xa", occurred=occurred))
    assert sentence == f"UBND xã Thử báo cáo đã có kế hoạch {when}"


def test_an_unknown_day_tells_why_it_is_unknown() -> None:
    why = [{"field": "occurred", "reason": "not_stated"}]
    assert sentence_about(step(5, "escalation", "don_doc", by="ban", occurred=None, absent=why)) == (
        "Ban Pháp chế đôn đốc thực hiện (không rõ ngày diễn ra: không nêu trong nguồn; ghi nhận ngày 05/4/2024)"
    )


def test_a_body_bears_the_name_that_it_had_then() -> None:
    later = step(5, "progress", "planned", by="ubnd-xa", occurred="2025-08-01", recorded="2025-08-04")
    assert sentence_about(later).startswith("UBND xã Mới báo cáo")
    undated = step(5, "progress", "planned", by="ubnd-xa", occurred=None, recorded="2025-06-30")
    assert sentence_about(undated).startswith("UBND xã Thử báo cáo")


def test_an_extension_tells_the_deadline_before_it() -> None:
    first = step(1, "deadline_extended", by="ban", deadline="2024-09-30")
    second = step(2, "deadline_extended", by="ban", deadline="2024-12-31")
    stated = {"date": "2024-06-30"}
    assert sentence_about(first, deadline=stated).startswith(
        "Ban Pháp chế gia hạn từ ngày 30/6/2024 đến ngày 30/9/2024 ("
    )
    assert sentence_about(second, first, deadline=stated).startswith(
        "Ban Pháp chế gia hạn từ ngày 30/9/2024 đến ngày 31/12/2024 ("
    )
    again = step(2, "deadline_set", by="ban", deadline="2024-12-31")
    assert sentence_about(again, deadline=stated).startswith(
        "Ban Pháp chế đặt lại thời hạn từ ngày 30/6/2024 thành ngày 31/12/2024 ("
    )


def test_each_kind_of_change_is_one_sentence() -> None:
    said = {"position": "agrees_in_part", "received": "2024-03-20", "text": "Đúng một phần."}
    reply = {"id": "yk-01", "unit": "ubnd-xa", **said}
    corrections = [
        {
            "id": f"dc-0{number}",
            "date": f"2024-05-0{number}",
            "kind": kind,
            "what": "Số hồ sơ",
            "reason": "Gõ nhầm.",
        }
        for number, kind in enumerate(("typo", "factual", "status", "redaction"), start=1)
    ]
    known = derived(
        survey(
            limitations=[found(replies=[reply])],
            recommendations=[asked(step(2, "progress", "reported_done", by="ubnd-xa"))],
            corrections=corrections,
        ),
        survey(
            "khao-sat-2",
            title="Chuyện phải rút",
            publication={"state": "withdrawn", "withdrawn": "2024-06-01", "reason": "Sai nguồn."},
        ),
    )
    news = {sentence_of_change(units(), change) for change in (*known.changes.all, *known.changes.corrections)}
    assert news == {
        "Đăng bản ghi khảo sát: Tiếp nhận hồ sơ ở xã, ngày 10/02/2024",
        "UBND xã Thử trả lời về hạn chế “Hồ sơ còn chậm”: đồng ý một phần (nhận ngày 20/3/2024)",
        "Kiến nghị “Trả hồ sơ đúng hẹn”: UBND xã Thử báo cáo đã xong (ngày 02/4/2024)",
        "Sửa lỗi chính tả ở “Tiếp nhận hồ sơ ở xã”: Số hồ sơ",
        "Đính chính “Tiếp nhận hồ sơ ở xã”: Số hồ sơ",
        "Cập nhật tình trạng ở “Tiếp nhận hồ sơ ở xã”: Số hồ sơ",
        "Lược bỏ thông tin ở “Tiếp nhận hồ sơ ở xã”",
        "Một bản ghi đã được rút",
    }


def test_what_has_no_heading_is_called_by_its_number_and_its_survey() -> None:
    known = derived(survey(recommendations=[asked(step(2, "escalation", "don_doc", by="ban"), heading=None)]))
    assert sentence_of_change(units(), known.changes.all[0]) == (
        "Kiến nghị 1 của “Tiếp nhận hồ sơ ở xã”: Ban Pháp chế đôn đốc thực hiện (ngày 02/4/2024)"
    )


def test_sentences_are_nfc_and_end_without_a_full_stop() -> None:
    for text in texts():
        assert text == unicodedata.normalize("NFC", text).strip()
        assert not text.endswith(".")


def test_every_sentence_of_an_event_begins_with_who_says_so() -> None:
    assert words("sentences")["sentence"].startswith("{who} {what} ")
    for kind, value in STEPS:
        follow_up, event = only_step(step(2, kind, value, by="ban", **NEEDED.get(kind, {})))
        saying = event_sentence(units(), follow_up, event)
        assert saying.who == "Ban Pháp chế"
        assert sentence_of(units(), follow_up, event) == f"{saying.who} {saying.what} ({saying.when})"
