"""Does each text stand in one place, so that whoever betters it betters it everywhere?

A text of a template is what stands between tags, marks and line ends, an expression in it being a gap; a text of
``generator/strings/`` is a whole entry. Words of one or two syllables are words and no texts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml
from jinja2 import Environment

GENERATOR = Path(__file__).parents[2] / "generator"
STRINGS = GENERATOR / "strings"
SYLLABLES = 3

OF_EDITORS = {"duty_guide", "fields", "problems", "rule_guide"}
"""What editors and programmers read: each message is a whole by itself, and vocabularies are filled in."""

LABELS = "vocabulary"
"""A label belongs to its vocabulary: two that read alike may come apart; sentences are worded apart from them."""

_SYLLABLE = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"<[^>]*>|\n|\||\*\*|\]\([^)]*\)|\[|\{[^{}]+\}|@/[^\s)]*|(?<=[.:;?!…])\s|^#+ ", re.MULTILINE)
_ATTRIBUTE = re.compile(r'(?:aria-label|title|alt)="([^"]*)"')
_ROUND = " \t.,:;…·()“”\"'#-"


def texts_in(text: str) -> Iterator[str]:
    """Yield the texts of a template or of an entry, in which ``{}`` stands for what is filled in."""
    for found in (*_BREAK.split(text), *_ATTRIBUTE.findall(text)):
        plain = re.sub(r"^(?:\{\}|[\W_])+|(?:\{\}|[\W_])+$", "", found).lower()
        if len(_SYLLABLE.findall(plain)) >= SYLLABLES:
            yield plain


def of_template(path: Path) -> Iterator[str]:
    parts, inside = [], ""
    for _, kind, value in Environment(extensions=["jinja2.ext.loopcontrols"]).lex(path.read_text(encoding="utf-8")):
        if kind in ("variable_begin", "block_begin"):
            inside = kind
            parts.append("{}" if kind == "variable_begin" else "\n")
        elif kind in ("variable_end", "block_end"):
            inside = ""
        elif kind == "data":
            parts.append(value)
        elif inside and kind == "string" and not re.fullmatch(r"[ -~]*", value):
            yield from texts_in(value[1:-1])
    yield from texts_in("".join(parts))


def of_strings(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the entries of a file with what tells an entry from its repetition by an alias."""
    nodes = [yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)]
    seen: set[int] = set()
    while nodes:
        node = nodes.pop()
        if id(node) in seen or node is None:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
        else:
            gapped = re.sub(r"\{[^}]*\}", "{}", node.value)
            plain = re.sub(r"^(?:\{\}|[\W_])+|(?:\{\}|[\W_])+$", "", gapped).lower()
            if len(_SYLLABLE.findall(plain)) >= SYLLABLES:
                yield plain, node.start_mark.line + 1


def test_no_text_stands_twice() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((*GENERATOR.glob("templates/*.j2"), *GENERATOR.glob("theme/**/*.html"))):
        for text in of_template(path):
            found[text].append(path.name)
    templates = {text: list(places) for text, places in found.items()}
    for path in sorted(STRINGS.glob("*.yml")):
        if path.stem not in OF_EDITORS:
            for text, line in of_strings(path):
                if path.stem != LABELS or text in templates:
                    found[text].append(f"{path.name}:{line}")
    twice = [f"“{text}”: {', '.join(places)}" for text, places in sorted(found.items()) if len(places) > 1]
    advice = "say each of these in one place: a macro of parts.md.j2, or an entry for which the others ask"
    assert not twice, "\n".join([advice, *twice])


def test_the_first_heading_of_a_page_is_the_title_that_the_register_knows() -> None:
    """Lists, the way to a page and the window tell the same name."""
    own = [
        f"{path.name}: {line}"
        for path in sorted(GENERATOR.glob("templates/*.j2"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# ") and _SYLLABLE.match(line[2:])
    ]
    assert own == []
