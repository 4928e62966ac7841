"""Is what a spreadsheet would run refused, and nothing that people honestly write?"""

import pytest

from generator.rules.spreadsheets import is_command


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "+ cmd", "\t=1", "\r@x", "＝1+1", "＠SUM(1)", "+Đây"]
)
def test_what_a_spreadsheet_runs_is_a_command(text: str) -> None:
    assert is_command(text)


@pytest.mark.parametrize(
    "text", ["+84 235 3884 123", "- Rà soát thủ tục", "Xã A = xã B", "a@b.example", "+5 điểm", "(=)", "Tổng: =1"]
)
def test_what_people_write_is_none(text: str) -> None:
    assert not is_command(text)
