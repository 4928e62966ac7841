"""Is every text that the program asks for there, filled as it wants, and is there none for nothing?"""

import copy
import itertools
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from generator import machine, workplace
from generator.cli.main import COMMANDS
from generator.derive.changes import ChangeKind
from generator.derive.measures import Apart, Break
from generator.derive.tally import Tally
from generator.model import edtf
from generator.model.base import Explained
from generator.model.steps import VALUES_OF_TYPE, EventType
from generator.model.unit import Contact
from generator.model.values import VALUES, Reference, name_of_pattern
from generator.model.vocabulary import CorrectionKind, DayKind, LocatorScheme, RelationKind, ReplyPosition
from generator.pictures import Flaw
from generator.problems import Severity
from generator.rules import pdf
from generator.rules.identifiers import EMAIL, NUMBERS, PHONE_IN_WORDS
from generator.rules.whereabouts import WHEREABOUTS
from generator.schema.broken_case import ACTIONS
from generator.schema.duty_guide import CHAPTERS as POINTS
from generator.schema.duty_guide import UNSAID
from generator.schema.rule_guide import CHAPTERS
from generator.strings import TextError, label, say, words
from generator.vietnamese.escapes import Spelling
from generator.vietnamese.legacy import Encoding
from tests.unit.asked_texts import (
    Asked,
    Told,
    asked_in_code,
    asked_in_template,
    codes_in_code,
    complaints_in_code,
    given_to,
    leaves,
    placeholders,
)
from tests.unit.declared import models, vocabularies

ROOT = Path(__file__).parents[2]
STRINGS = ROOT / "generator" / "strings"
Texts = Mapping[str, Mapping[str, Any]]

OF_A_PROBLEM = {"says", "do", "allowed", "guide", "title", "severity", "yields", "excusable"}
"""What every problem has; its further texts are asked for by name."""
ALWAYS_GIVEN = {"written", "nearest", "list"}
"""What fills the sentences of a problem whatever its complaint gives."""


@cache
def source(path: str) -> str:
    return (ROOT / "generator" / path).read_text(encoding="utf-8")


def events() -> set[str]:
    """Return the names of the sentences of events: by value, or by type where the type has no values."""
    values = {value for values in VALUES_OF_TYPE.values() for value in values}
    types = {kind for kind, values in VALUES_OF_TYPE.items() if not values}
    further = {"forwarded_to", "transfer_to", "transfer_in_part", "deadline_set_again", "deadline_extended_from"}
    return {*values, *types, *further}


MAY_BE: dict[str, Iterable[str]] = {
    "duty_guide.asked.*": ("again", "days_off"),
    "duty_guide.chapters.*": POINTS,
    "duty_guide.counts.*": set(Tally._fields) - {"total", "of_status", "outside"},
    "duty_guide.unsaid.*": UNSAID,
    "duty_guide.points.*.says": [*itertools.chain(*POINTS.values())],
    "duty_guide.points.*.title": [*itertools.chain(*POINTS.values())],
    "fields.values.*.title": VALUES,
    "fields.values.*.wrong": VALUES,
    "interface.commands.*": COMMANDS,
    "interface.event.*": get_args(workplace.Event),
    "interface.option.*": {option.about for command in COMMANDS.values() for option in command.options},
    "machine.reasons.*": machine.KNOWN,
    "machine.remedies.*": machine.KNOWN,
    "machine.unfit_site.*": get_args(workplace.Reason),
    "measures.against.*.above": ("target", "change"),
    "measures.against.*.below": ("target", "change"),
    "measures.against.*.equal": ("target", "change"),
    "measures.apart.*": Apart,
    "measures.break.*": Break,
    "measures.chart.*.description": ("compared", "series"),
    "measures.chart.*.title": ("compared", "series"),
    "pages.*.description": ("surveys", "updates", "corrections"),
    "pages.*.title": ("surveys", "updates", "corrections"),
    "pages.*_of_year.description": ("surveys", "updates", "corrections"),
    "pages.*_of_year.title": ("surveys", "updates", "corrections"),
    "phrases.contact.*": Contact.model_fields,
    "phrases.counted.*": DayKind,
    "phrases.limit.*": (EventType.DEADLINE_SET, EventType.DEADLINE_EXTENDED),
    "phrases.board.*": ("without_body", "unnamed"),
    "phrases.deadline_*": ("before", "within"),
    "phrases.media.*": ("credit", "taken", "licence", "visible"),
    "phrases.related_inverse.*": RelationKind,
    "problems.M03.reasons.*": get_args(edtf.Reason),
    "problems.M05.shapes.*": {
        name_of_pattern(mark.pattern)
        for alias in VALUES.values()
        for mark in alias.__metadata__
        if getattr(mark, "pattern", None)
    },
    "problems.R01.kinds.*.kind": {
        mark.to for alias in VALUES.values() for mark in alias.__metadata__ if isinstance(mark, Reference)
    },
    "problems.R25.what.*": given_to("_deadline", source("rules/times.py"), position=2),
    "problems.R110.what.*": ("none", "several", "size"),
    "problems.R112.what.*": ("itself", "another"),
    "problems.R34.how.*": given_to("_absence", source("rules/statements.py")),
    "problems.R34.what.*": given_to("_absence", source("rules/statements.py")),
    "problems.R40.what.*": (LocatorScheme.NONE, LocatorScheme.PAGE),
    "problems.R42.what.*": ("backwards", "paragraph", "sentence", "page"),
    "problems.R46.how.*": ("reason", "file", "address"),
    "problems.R46.what.*": ("reason", "file", "address"),
    "problems.R50.kinds.*": {clue.kind for clue in (EMAIL, PHONE_IN_WORDS, *NUMBERS, *WHEREABOUTS)},
    "problems.Y24.encodings.*": (*get_args(Encoding), *get_args(Spelling)),
    "problems.R59.*": set(Flaw) - {Flaw.TOO_LARGE},
    "problems.R69.*": pdf.DOES,
    "problems.R100.how.*": given_to("_site_id", source("rules/publication.py")),
    "problems.R100.what.*": given_to("_site_id", source("rules/publication.py")),
    "problems.R102.how.*": given_to("_incomplete", source("rules/corrections.py")),
    "problems.R102.what.*": given_to("_incomplete", source("rules/corrections.py")),
    "problems.labels.*": Severity,
    "rule_guide.steps.*": set(ACTIONS) - {"change", "file"},
    "rule_guide.chapters.*": CHAPTERS,
    "sentences.change.corrected.*": set(CorrectionKind) - {CorrectionKind.REDACTION, CorrectionKind.WITHDRAWAL},
    "sentences.event.*": events(),
    "sentences.feed.*": given_to("_feed", source("register/following.py"))
    | given_to("_calendar", source("register/following.py")),
    "sentences.feed_name.*": given_to("_feed", source("register/following.py")),
    "sentences.kind.*": ChangeKind,
    "sentences.reply.*": ReplyPosition,
}
"""What stands where only the running program knows a part of a name."""
MAY_BE |= {"problems.R82.advice.*": ("needed", "or_explained"), "phrases.standing.*": ("bodies", "parts")}
MAY_BE |= {f"problems.R01.kinds.*.{part}": MAY_BE["problems.R01.kinds.*.kind"] for part in ("none", "make")}

HANDED_ON: dict[str, set[str]] = {
    "measures.chart.compared.description": {
        "units", "period", "low", "high", "valued", "least", "greatest", "others",
    },
    "measures.chart.compared.title": {"indicator", "units", "period"},
    "measures.chart.series.description": {
        "unit", "periods", "low", "high", "valued", "least", "greatest", "others",
    },
    "measures.chart.series.title": {"indicator", "unit", "periods"},
    "problems.R42.what.backwards": set(),
    "problems.R42.what.page": {"count"},
    "problems.R42.what.paragraph": {"count"},
    "problems.R42.what.sentence": {"count", "paragraph"},
    **{f"sentences.event.{each}": {"how", "receiver", "deadline", "before"} for each in events()},
}  # fmt: skip
"""What fills a text whose filling is put together elsewhere."""

DETAILS: dict[str, set[str]] = {
    "C09": {"kind"},
    "L10": {"reason", "do"},
    "L11": {"what"},
    "L13": {"size"},
    "R10": {"what", "instead"},
    "R18": {"what", "instead"},
    "R50": {"kind"},
    "Y24": {"encoding"},
}
"""What a complaint gives whose code only the running program knows."""


def the_texts() -> Texts:
    return {path.stem: words(path.stem) for path in sorted(STRINGS.glob("*.yml"))}


def the_code() -> dict[str, str]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "generator").rglob("*.py"))
    }


def all_asked() -> list[Asked]:
    templates = sorted((ROOT / "generator" / "templates").glob("*.j2"))
    return [
        *(each for file, source in the_code().items() for each in asked_in_code(file, source)),
        *(
            each
            for path in templates
            for each in asked_in_template(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        ),
    ]


# --- what may be wrong ----------------------------------------------------------------------------


def file_of(name: str) -> str:
    file, _, keys = name.partition(".")
    return f"generator/strings/{file}.yml: “{keys}”"


def wrong_with_asked(asked: Iterable[Asked], texts: Texts) -> Iterator[str]:
    """Yield what is asked for and not there, and what is filled as the text does not want it."""
    known = dict(leaves(texts))
    for each in asked:
        for pattern in each.names:
            if "*" in pattern and not may_be(pattern):
                yield f"{each.where}: MAY_BE in {Path(__file__).name} says nothing of “{pattern}”"
        wanted: set[str] = set()
        for name in expanded(each):
            text, given = known.get(name), HANDED_ON.get(name) if each.filling is None else each.filling
            if text is None and not is_label(name):
                yield f"{file_of(name)} is missing; {each.where} asks for it"
            elif isinstance(text, str) and given is not None:
                wanted |= placeholders(text)
                for lacking in sorted(placeholders(text) - given):
                    yield f"{file_of(name)} wants {{{lacking}}}, which {each.where} does not give"
        for unused in sorted((each.filling or set()) - wanted):
            yield f"{file_of(each.names[0])} does not use {{{unused}}}, which {each.where} gives"


def is_label(name: str) -> bool:
    """Return whether ``wrong_with_labels`` looks at it."""
    file, key, *_ = name.split(".")
    return file == "vocabulary" and key in vocabularies()


def may_be(pattern: str) -> list[str]:
    file, _, keys = pattern.partition(".")
    if file == "vocabulary":
        return [*vocabularies().get(keys.partition(".")[0], ())]
    return [*MAY_BE.get(pattern, ())]


def expanded(asked: Asked) -> Iterator[str]:
    for name in asked.names:
        yield from (name.replace("*", each) for each in may_be(name)) if "*" in name else (name,)


def wrong_with_unused(asked: Iterable[Asked], texts: Texts) -> Iterator[str]:
    """Yield the texts for which nobody asks."""
    used = {name for each in asked for name in expanded(each)}
    for name, _ in leaves(texts):
        file, key, *more = name.split(".")
        is_read_by_name = file not in {"dates", "fields", "vocabulary"} or (file, key) == ("fields", "guide")
        is_common = file == "problems" and key != "labels" and more[0] in OF_A_PROBLEM
        if is_read_by_name and not is_common and name not in used:
            yield f"{file_of(name)} is used nowhere"


def wrong_with_labels(texts: Texts) -> Iterator[str]:
    """Yield the codes without a label, and the labels of no code."""
    given = {f"{name}.{code}" for name, labels in texts["vocabulary"].items() for code in labels}
    wanted = {f"{name}.{code}" for name, codes in vocabularies().items() for code in codes}
    for name in sorted(wanted - given):
        yield f"{file_of(f'vocabulary.{name}')} is missing"
    for name in sorted(given - wanted):
        yield f"{file_of(f'vocabulary.{name}')} is used nowhere"


def wrong_with_fields(texts: Texts) -> Iterator[str]:
    """Yield the models and fields without a title or a description, and the texts of no field."""
    fields = texts["fields"]
    wanted = {model.__name__: ["", *model.model_fields] for model in models()}
    for model in models():
        for field in wanted[model.__name__]:
            found: Mapping[str, Any] = next(
                (fields[each.__name__][field] for each in model.__mro__ if field in fields.get(each.__name__, {})),
                {},
            )
            for part in ("title", "description"):
                if not found.get(part):
                    yield f"{file_of(f'fields.{model.__name__}.{field}')} has no {part}"
    wanted["Explained"] = [*Explained.model_fields]
    wanted["Record"] = [name for model in models() for name in model.model_fields]
    for model_name in fields.keys() - {"values", "guide"}:
        for field in fields[model_name]:
            if field not in wanted.get(model_name, ()):
                yield f"{file_of(f'fields.{model_name}.{field}')} is used nowhere"


def wrong_with_guide(entries: Texts) -> Iterator[str]:
    """Yield what the guide does not fill in."""
    given = {"guide": {"kinds"}, "title": set[str]()}
    for code, part in itertools.product(entries, given):
        for lacking in sorted(placeholders(entries[code].get(part, "")) - given[part]):
            yield f"{file_of(f'problems.{code}.{part}')} wants {{{lacking}}}, which the guide does not give"


def wrong_with_problems(codes: set[str], told: Iterable[Told], texts: Texts) -> Iterator[str]:
    """Yield the codes without words, words of no code, and sentences that their complaint does not fill."""
    entries = {code: entry for code, entry in texts["problems"].items() if code != "labels"}
    for code in sorted(codes | entries.keys()):
        if code not in codes:
            yield f"{file_of(f'problems.{code}')} is used nowhere"
        for part in ("says", "do", "guide"):
            if not entries.get(code, {}).get(part):
                yield f"{file_of(f'problems.{code}.{part}')} is missing"
    yield from wrong_with_guide(entries)
    found = [*told]
    free = (Told("DETAILS in this test", code, frozenset(DETAILS.get(code, ()))) for code in sorted(entries))
    found += [each for each in free if each.code not in {one.code for one in found}]
    for where, code, details in found:
        if details is None:
            yield f"{where}: the details of {code} cannot be read; write them as {{name: …}}"
            continue
        wanted: set[str] = set()
        for part in OF_A_PROBLEM & {"says", "do", "allowed"} & entries.get(code, {}).keys():
            wanted |= placeholders(entries[code][part])
            for lacking in sorted(placeholders(entries[code][part]) - details - ALWAYS_GIVEN):
                yield f"{file_of(f'problems.{code}.{part}')} wants {{{lacking}}}, which {where} does not give"
        for unused in sorted(details - wanted):
            yield f"{file_of(f'problems.{code}')} does not use {{{unused}}}, which {where} gives"


def everything_wrong(texts: Texts) -> list[str]:
    code = the_code()
    asked = all_asked()
    codes = set().union(*map(codes_in_code, code.values()))
    told = [each for file, source in code.items() for each in complaints_in_code(file, source)]
    return [
        *wrong_with_asked(asked, texts),
        *wrong_with_unused(asked, texts),
        *wrong_with_labels(texts),
        *wrong_with_fields(texts),
        *wrong_with_problems(codes, told, texts),
    ]


def test_every_text_is_there_and_filled_as_it_wants_and_none_is_left_over() -> None:
    if found := everything_wrong(the_texts()):
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("phrases.between", "phrases.yml: “between” is missing; wording/dates.py asks for it"),
        ("sentences.nobody", "sentences.yml: “nobody” is missing; wording/sentences.py asks for it"),
        (
            "measures.chart.series.title",
            "measures.yml: “chart.series.title” is missing; parts/chart.py asks for it",
        ),
        ("pages.indicator.title", "pages.yml: “indicator.title” is missing; register/indicators.py asks for it"),
        ("vocabulary.event_type.transfer", "vocabulary.yml: “event_type.transfer” is missing"),
        ("fields.Survey.title", "fields.yml: “Survey.title” has no title"),
        ("fields.Survey.media.description", "fields.yml: “Survey.media” has no description"),
        ("problems.R31.do", "problems.yml: “R31.do” is missing"),
        ("problems.R34.how.twice", "problems.yml: “R34.how.twice” is missing; rules/statements.py asks for it"),
    ],
)
def test_a_missing_text_is_named_with_its_file_and_its_key(path: str, told: str) -> None:
    assert told in briefly(everything_wrong(without(path)))


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (
            "phrases.between",
            "từ {start} đến {latest}",
            [
                "phrases.yml: “between” wants {start}, which wording/dates.py does not give",
                "phrases.yml: “between” does not use {earliest}, which wording/dates.py gives",
            ],
        ),
        (
            "sentences.event.transfer",
            "chuyển cho {receivre}",
            ["sentences.yml: “event.transfer” wants {receivre}, which wording/sentences.py does not give"],
        ),
        (
            "problems.R31.says",
            "Mã “{written}” không khớp với “{list_name}”, nơi mã bắt đầu bằng {prefix}-.",
            [
                "problems.yml: “R31.says” wants {list_name}, which rules/statements.py does not give",
                "problems.yml: “R31” does not use {in}, which rules/statements.py gives",
            ],
        ),
        (
            "vocabulary.status.closed",
            "Đóng {days}",
            ["vocabulary.yml: “status.closed” wants {days}, which wording/standing.py does not give"],
        ),
    ],
)
def test_a_placeholder_is_one_that_the_code_gives_and_none_is_given_for_nothing(
    path: str, text: str, told: list[str]
) -> None:
    texts = without(path)
    *above, last = path.split(".")
    branch: Any = texts
    for key in above:
        branch = branch[key]
    branch[last] = text
    assert [each for each in told if each not in briefly(everything_wrong(texts))] == []


def briefly(found: Iterable[str]) -> list[str]:
    """Return what was found without lines and without what all paths have in common."""
    return [re.sub(r"generator/(strings/)?|(?<=\.py):[0-9]+", "", each) for each in found]


def test_a_text_for_nothing_is_named() -> None:
    texts: Any = without("phrases.home")
    texts["phrases"]["homes"] = "Trang chủ"
    texts["problems"]["R98"] = {"says": "Sai.", "do": "Sửa.", "guide": "Vì thế."}
    texts["vocabulary"]["event_type"]["hearing"] = "Phiên giải trình"
    texts["fields"]["Survey"]["method"] = {"title": "Cách làm", "description": "Cách làm."}
    found = everything_wrong(texts)
    for name in ("phrases.homes", "problems.R98", "vocabulary.event_type.hearing", "fields.Survey.method"):
        assert f"{file_of(name)} is used nowhere" in found


def test_what_a_module_asks_for_is_read_from_its_code() -> None:
    source = """
def shown(kind, **more):
    way = "up" if kind else "down"
    say("phrases.a" if kind else "phrases.b", x=1)
    say(f"phrases.{way}.{kind}")
    say("phrases.c", **more)
    label("level", kind)
    page_text("topics", step="x", topic="y")
    return words("fields")["guide"]["rules"]
"""
    assert {(each.names, each.filling) for each in asked_in_code("a.py", source)} == {
        (("phrases.a", "phrases.b"), frozenset({"x"})),
        (("phrases.up.*", "phrases.down.*"), frozenset()),
        (("phrases.c",), None),
        (("vocabulary.level.*",), frozenset()),
        (("pages.topics.title", "pages.topics.description"), frozenset({"topic"})),
        (("fields.guide.rules",), None),
    }


def test_what_a_template_asks_for_is_read_by_the_parser_of_templates() -> None:
    source = "{# say('x.y') #}{% for each in it %}{{ say('phrases.a', x=1) }}{{ label('level', each) }}{% endfor %}"
    assert [(each.where, each.names, each.filling) for each in asked_in_template("a.j2", source)] == [
        ("a.j2:1", ("phrases.a",), frozenset({"x"})),
        ("a.j2:1", ("vocabulary.level.*",), frozenset()),
    ]


def test_a_name_that_only_the_program_knows_has_its_values_listed() -> None:
    (asked,) = asked_in_code("a.py", 'def f(x): say(f"phrases.new.{x}")')
    assert [*wrong_with_asked([asked], the_texts())] == [
        "a.py:1: MAY_BE in test_texts.py says nothing of “phrases.new.*”"
    ]


def test_no_key_stands_twice_in_a_file_of_texts() -> None:
    for path in STRINGS.glob("*.yml"):
        whole = yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        assert whole is not None
        assert [*repeated(whole)] == [], path.name


def test_texts_are_in_the_one_form_of_unicode() -> None:
    for name, text in leaves(the_texts()):
        assert str(text) == unicodedata.normalize("NFC", str(text)), name


def test_the_program_says_which_text_it_misses() -> None:
    assert label("survey_kind", "khao_sat") == "Khảo sát"
    asked: list[tuple[Callable[[], object], str]] = [
        (lambda: label("survey_kind", "kiem_tra"), "vocabulary.yml: there is no “survey_kind.kiem_tra”"),
        (lambda: say("phrases.betwen"), "phrases.yml: there is no “betwen”"),
        (lambda: words("problems")["R99"]["says"], "problems.yml: there is no “R99”"),
        (lambda: say("phrases.board"), "phrases.yml: “board” is no text"),
        (lambda: say("phrases.year", yaer=2024), "phrases.yml: “year” wants {year}"),
    ]
    for ask, told in asked:
        with pytest.raises(TextError) as caught:
            ask()
        assert str(caught.value) == f"generator/strings/{told}"


def test_no_text_is_asked_for_while_the_tests_are_collected() -> None:
    """A missing text fails the tests that need it; were it asked for at import, no other test would run."""
    program = """
import sys
import unicodedata
import generator.strings as strings
import pytest

def refuse(*_, **__):
    raise AssertionError("asked for while the tests are collected")

strings.words = strings.say = strings.label = strings._text = refuse
sys.exit(pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider", "tests", "--ignore=tests/browser"]))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def without(path: str) -> dict[str, Any]:
    """Return all texts but one."""
    texts = {file: copy.deepcopy(dict(tree)) for file, tree in the_texts().items()}
    *above, last = path.split(".")
    branch: Any = texts
    for key in above:
        branch = branch[key]
    del branch[last]
    return texts


def repeated(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        yield from (key for key in set(keys) if keys.count(key) > 1)
        for _, value in node.value:
            yield from repeated(value)
