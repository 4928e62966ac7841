"""Is everything seen that a page could run or load and the theme did not bring?"""

import pytest

from generator.policy import breaches

GOOD = """<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=../x/"><link rel="canonical" href="https://vi-du.example/">
<link rel="stylesheet" href="../assets/stylesheets/main.css"><script src="../assets/javascripts/base.js"></script>
</head><body><a href="https://vi-du.example/">1</a><a href="mailto:a@vi-du.example">2</a><a href="tel:+84">3</a>
<a href="webcal://vi-du.example/x.ics">4</a><a href="#x">5</a><a href="../y/">6</a><img src="../anh.png" alt="">
<p title="onclick=1 javascript:x">on<code>&lt;script&gt;</code></p><svg><path d="M0 0"/></svg>
<script id="__config" type="application/json">{"base": "."}</script>
<script src="/kho/assets/javascripts/bundle.a5f9.min.js"></script><script src="assets/javascripts/a.js"></script>
</body></html>"""


def test_a_page_as_the_theme_makes_it_breaks_nothing() -> None:
    assert breaches(GOOD) == []


@pytest.mark.parametrize(
    "tag",
    [
        "<script>",
        "<ScRiPt SRC='https://khac.example/assets/javascripts/x.js'>",
        '<script src="//khac.example/assets/javascripts/x.js">',
        '<script src="../khao-sat/x/anh.js">',
        '<script src="data:text/javascript,x">',
        '<script src="../../a/../assets/javascripts/x.js">',
        '<script id="__config">',
        '<script id="__config" type="module">',
        '<img src="x" onerror="x">',
        '<p ONCLICK="x">',
        '<p style="color: red">',
        "<style>",
        '<iframe src="../x/">',
        '<iframe srcdoc="x">',
        '<object data="x">',
        '<embed src="x">',
        '<base href="../">',
        '<form action="https://khac.example/">',
        '<button formaction="javascript:x">',
        '<img src="https://khac.example/x.png">',
        '<img srcset="//khac.example/x.png 2x">',
        '<img src="\\\\khac.example/x.png">',
        '<video poster="http://khac.example/x">',
        '<a href="javascript:x">',
        '<a href=" \tjAvAsCrIpT:x">',
        '<a href="&#106;avascript:x">',
        '<a href="data:text/html,x">',
        '<a href="vbscript:x">',
        '<a href="//khac.example/">',
        '<a href="../x/" ping="https://khac.example/">',
        '<svg><a xlink:href="javascript:x">',
        '<link rel="stylesheet" href="https://khac.example/x.css">',
        '<link rel="preconnect" href="//khac.example">',
        '<meta http-equiv="refresh" content="0; url=https://khac.example/">',
        '<meta http-equiv="refresh" content="0; url=javascript:x">',
        '<meta http-equiv="set-cookie" content="x">',
    ],
)
def test_what_the_theme_did_not_bring_is_seen(tag: str) -> None:
    assert len(breaches(GOOD.replace("<p title", f"{tag}<p title"))) == 1


def test_a_breach_is_shown_as_it_is_written() -> None:
    assert breaches('<p>x</p><IMG src=x\n onerror="y">') == ['<IMG src=x\n onerror="y">']
