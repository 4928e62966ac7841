"""Has every heading an anchor of ours?"""

import pytest

from generator.headings import anchored


@pytest.mark.parametrize(
    ("body", "with_anchors"),
    [
        ("# Xã Đồng Vông", "# Xã Đồng Vông { #xa-dong-vong }"),
        ("# Năm &#35;1 <b>Đ</b>\n\n## Hai { #hai }\n", "# Năm &#35;1 <b>Đ</b> { #nam-1-d }\n\n## Hai { #hai }\n"),
        ("# Tìm\n\n## Tìm { #tim }", "# Tìm { #tim-2 }\n\n## Tìm { #tim }"),
        ('# A\n\n<p id="a">x</p>', '# A { #a-2 }\n\n<p id="a">x</p>'),
        ("# A\n\n#### A\n\n#### A", "# A { #a }\n\n#### A { #a-2 }\n\n#### A { #a-3 }"),
        ("# !", "# ! { #muc }"),
        ("a # b\n#c", "a # b\n#c"),
    ],
)
def test_a_heading_without_an_anchor_gets_one(body: str, with_anchors: str) -> None:
    assert anchored(body) == with_anchors
