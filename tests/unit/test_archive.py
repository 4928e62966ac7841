"""What may readers see on a day? Each limit from both sides: that day, and the day before."""

import datetime
from typing import Any

import pytest

from generator.archive import Archive, WithdrawnSurvey, public
from generator.load import Records
from generator.model.base import Withdrawal
from generator.model.site import Site
from generator.model.survey import Survey
from generator.pictures import Flaw
from tests.unit.changing import SITE, asked, found, survey, units

DAY = datetime.date(2024, 6, 1)
EVE = datetime.date(2024, 5, 31)


def seen(*surveys: Survey, today: datetime.date = DAY, **more: Any) -> Archive:
    records = Records(
        site=Site.model_validate(SITE),
        units=units(),
        surveys={each.id: each for each in surveys},
        **more,
    )
    return public(records, today=today)


def of_state(state: str, **more: object) -> Survey:
    return survey(publication={"state": state, **more})


@pytest.mark.parametrize(
    ("record", "on_the_eve", "on_the_day"),
    [
        (of_state("published"), True, True),
        (of_state("published", published="2024-06-01"), False, True),
        (of_state("published", published="2024-05-31"), True, True),
        (of_state("scheduled", publish_at="2024-06-01"), False, True),
        (of_state("scheduled", publish_at="2024-06-02"), False, False),
        (of_state("scheduled"), False, False),
        (of_state("scheduled", published="2024-05-01"), False, False),
        (of_state("draft"), False, False),
        (of_state("draft", published="2024-05-01"), False, False),
        (of_state("in_reply", published="2024-05-01"), False, False),
        (of_state("withdrawn", published="2024-05-01", withdrawn="2024-06-01", reason="Nhầm."), False, False),
    ],
)
def test_a_survey_is_there_from_the_day_on_which_it_comes_out(
    record: Survey, on_the_eve: bool, on_the_day: bool
) -> None:
    assert (record.id in seen(record, today=EVE).surveys) is on_the_eve
    assert (record.id in seen(record, today=DAY).surveys) is on_the_day


def test_of_a_withdrawn_survey_there_are_its_notice_and_the_addresses_of_its_recommendations() -> None:
    gone = survey(
        "rut",
        recommendations=[asked(), asked(id="kn-02")],
        publication={"state": "withdrawn", "published": "2024-03-01", "withdrawn": "2024-05-01", "reason": "Nhầm."},
    )
    archive = seen(gone, survey("con"))
    withdrawal = Withdrawal.model_validate({"date": "2024-05-01", "reason": "Nhầm."})
    assert archive.withdrawn == {"rut": WithdrawnSurvey("rut", (), withdrawal, ("kn-01", "kn-02"))}
    assert list(archive.surveys) == ["con"]


def a_reply(received: str | None) -> dict[str, Any]:
    given = {"id": "yk-01", "unit": "xa", "position": "agrees", "text": "Xã nhất trí.", "received": received}
    return {key: value for key, value in given.items() if value is not None}


def a_step(day: str, number: int) -> dict[str, Any]:
    return {"id": f"sk-{number:02}", "type": "forwarded", "occurred": "2024-04-01", "recorded": day}


def a_correction(day: str) -> dict[str, Any]:
    return {"id": "dc-01", "date": day, "kind": "factual", "what": "Số liệu", "reason": "Nhập sai."}


def test_steps_are_there_from_the_day_on_which_they_were_recorded() -> None:
    steps = [a_step("2024-05-30", 1), a_step("2024-06-01", 2), a_step("2024-06-02", 3)]
    record = survey(recommendations=[asked(id="kn-02"), asked(*steps)])

    def known(today: datetime.date) -> list[list[str]]:
        (there,) = seen(record, today=today).surveys.values()
        return [[event.id for event in each.events] for each in there.recommendations]

    assert known(EVE) == [[], ["sk-01"]]
    assert known(DAY) == [[], ["sk-01", "sk-02"]]
    assert known(DAY + datetime.timedelta(days=1)) == [[], ["sk-01", "sk-02", "sk-03"]]


@pytest.mark.parametrize("kind", ["background", "results", "limitations", "conclusions", "next_steps"])
def test_replies_are_there_from_the_day_on_which_they_were_received(kind: str) -> None:
    replies = [a_reply("2024-05-30"), a_reply("2024-06-01"), a_reply("2024-06-02"), a_reply(None)]
    identifier = {"background": "bc", "results": "kq", "limitations": "hc", "conclusions": "kl", "next_steps": "vt"}
    statements: Any = [found(f"{identifier[kind]}-01", replies=replies), found(f"{identifier[kind]}-02")]
    record = survey("khao-sat-1", **{kind: statements})

    def known(today: datetime.date) -> list[list[str | None]]:
        (there,) = seen(record, today=today).surveys.values()
        return [
            [None if reply.received is None else reply.received.isoformat() for reply in each.replies]
            for each in getattr(there, kind)
        ]

    assert known(EVE) == [["2024-05-30", None], []]
    assert known(DAY) == [["2024-05-30", "2024-06-01", None], []]


def test_corrections_are_there_from_their_day() -> None:
    record = survey(corrections=[a_correction(day) for day in ("2024-05-30", "2024-06-01", "2024-06-02")])

    def known(today: datetime.date) -> list[str]:
        (there,) = seen(record, today=today).surveys.values()
        return [each.date.isoformat() for each in there.corrections]

    assert known(DAY - datetime.timedelta(days=3)) == []
    assert known(EVE) == ["2024-05-30"]
    assert known(DAY) == ["2024-05-30", "2024-06-01"]


def test_links_to_surveys_that_are_not_there_are_not_there_either() -> None:
    """Nobody may learn from a link that a draft exists; what leads to a public survey stays, in its order."""
    links = ["nhap/hc-01", "con/hc-01", "rut/hc-01", "con/hc-02"]
    record = survey(
        limitations=[found("hc-01", recurs_from=links), found("hc-02", recurs_from=["con/hc-01"])],
        conclusions=[found("kl-01", recurs_from=["nhap/hc-01"])],
        recommendations=[
            asked(repeats=["nhap/kn-01", "con/kn-01"]),
            asked(id="kn-02", repeats=["con/kn-02"]),
            asked(id="kn-03", repeats=["nhap/kn-01"]),
        ],
        related=[{"survey": "nhap", "kind": "follows"}, {"survey": "con", "kind": "follows"}],
    )
    draft = survey("nhap", publication={"state": "draft"})
    gone = survey("rut", publication={"state": "withdrawn", "withdrawn": "2024-05-01", "reason": "Nhầm."})
    there = seen(record, survey("con"), draft, gone).surveys[record.id]
    assert [each.recurs_from for each in there.limitations] == [("con/hc-01", "con/hc-02"), ("con/hc-01",)]
    assert [each.recurs_from for each in there.conclusions] == [()]
    assert [each.repeats for each in there.recommendations] == [("con/kn-01",), ("con/kn-02",), ()]
    assert [each.survey for each in there.related] == ["con"]


def test_a_link_to_a_survey_appears_on_the_day_on_which_that_comes_out() -> None:
    record = survey(recommendations=[asked(repeats=["sau/kn-01"])], related=[{"survey": "sau", "kind": "follows"}])
    later = survey("sau", publication={"state": "scheduled", "publish_at": "2024-06-01"})
    before, after = (seen(record, later, today=today).surveys[record.id] for today in (EVE, DAY))
    assert (before.related, before.recommendations[0].repeats) == ((), ())
    assert (after.related, after.recommendations[0].repeats) == (record.related, ("sau/kn-01",))


def test_files_are_there_if_a_public_survey_names_them() -> None:
    named: dict[str, Any] = {
        "media": [
            {"id": "anh-01", "file": "anh.png", "caption": "Ảnh", "alt": "Buổi làm việc"},
            {"id": "anh-02", "caption": "Chỉ còn chú thích"},
            {"id": "anh-03", "file": "mat.png", "caption": "Tệp bị mất", "alt": "Trống"},
        ],
        "documents": [{"id": "vb-01", "type": "bien_ban", "subject": "Báo cáo", "file": "bao-cao.pdf"}],
    }
    files = {
        f"{folder}/{name}": b"1" for folder in ("con", "nhap") for name in ("anh.png", "bao-cao.pdf", "la.png")
    }
    draft = survey("nhap", publication={"state": "draft"}, **named)
    painted = {path: b"painted" for path in files if path.endswith(".png")}
    archive = seen(survey("con", **named), draft, media=files, pictures=painted)
    assert archive.media == {"con/anh.png": b"painted", "con/bao-cao.pdf": b"1"}


def test_the_original_of_a_picture_is_never_among_the_files() -> None:
    """A document can be a picture, too; what could not be painted anew is not there at all."""
    record = survey(
        media=[{"id": "anh-01", "file": "anh.jpg", "caption": "Ảnh", "alt": "Buổi làm việc"}],
        documents=[{"id": f"vb-0{number}", "type": "bien_ban", "file": f"quet.{suffix}"}
                   for number, suffix in enumerate(("jpeg", "webp", "png"))],
    )  # fmt: skip
    files = {f"{record.id}/{name}": b"original" for name in ("anh.jpg", "quet.jpeg", "quet.webp", "quet.png")}
    painted: dict[str, bytes | Flaw] = {f"{record.id}/quet.png": Flaw.DAMAGED, f"{record.id}/quet.webp": b"painted"}
    assert seen(record, media=files, pictures=painted).media == {f"{record.id}/quet.webp": b"painted"}
