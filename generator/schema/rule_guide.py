"""What does each code of a problem mean, why is it one, how is it mended? The guide for editors, as Markdown."""

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.statement_kind import StatementKind
from generator.problems import anchor_of, visible
from generator.schema.broken_case import Section, hunks, reported, sections
from generator.schema.plain import plain
from generator.strings import label, one_of, say, words

CHAPTERS = ("Y", "M", "L", *(f"R{number}" for number in range(12)), "C")
"""The chapters in the order of the guide: a letter, and of a rule its number but for the last digit."""
_CASES = ("what", "reasons", "shapes", "kinds", "encodings")
"""Under these keys a problem holds what can be wrong, one text for each case."""
_REMEDIES = ("how", "instead", "alone", "forms")
"""Under these keys it holds what to do, one text for each case."""
_GAP = "…"
_LINES, _WIDTH = 24, 160
"""So much of a case is shown."""


def rule_guide(cases: Mapping[str, str]) -> str:
    """Return ``schema/quy-tac.md``: every code with its meaning, its reason, its case, and the remedy."""
    problems = {code: entry for code, entry in words("problems").items() if code != "labels"}
    chapters = {
        chapter: {code: problems[code] for code in sorted(problems) if _chapter_of(code) == chapter}
        for chapter in CHAPTERS
    }
    paragraphs = [f"# {say('rule_guide.title')}", say("rule_guide.intro"), f"## {say('rule_guide.contents')}"]
    for start, entries in chapters.items():
        paragraphs.append(f"**{_chapter(start)}**")
        paragraphs.append("\n".join(f"- [{code}](#{anchor_of(code)}) {_title(entries[code])}" for code in entries))
    for start, entries in chapters.items():
        paragraphs.append(f"## {_chapter(start)}")
        for code, entry in entries.items():
            paragraphs += _problem(code, entry, cases[code])
    return "\n\n".join(paragraphs) + "\n"


def _chapter_of(code: str) -> str:
    return code[:-1] if code.startswith("R") else code[0]


def _chapter(start: str) -> str:
    return f"{start}: {say(f'rule_guide.chapters.{start}')}"


def _problem(code: str, entry: Mapping[str, Any], case: str) -> Iterator[str]:
    yield f'### <a id="{anchor_of(code)}"></a>{code}. {_title(entry)}'
    severity = entry.get("severity", "error")
    notes = [say("rule_guide.warning" if severity == "warning" else "rule_guide.error")]
    if entry.get("excusable"):
        notes.append(say("rule_guide.excusable"))
    yield f"*{' '.join(notes)}*"
    yield f"**{say('rule_guide.why')}** {plain(_filled(entry['guide']))}"
    if cases := _variants(entry, _CASES):
        yield f"**{say('rule_guide.cases')}**"
        yield cases
    yield from _example(code, case, entry["do"])
    remedies = _variants(entry, _REMEDIES)
    remedy = plain(_filled(entry["do"]).removeprefix(_GAP).lstrip())
    instead = say("rule_guide.one_of" if remedies else "rule_guide.as_printed")
    yield f"**{say('rule_guide.mend')}** {remedy or instead}"
    if remedies:
        yield remedies


def _example(code: str, case: str, remedy: str) -> Iterator[str]:
    """Yield what a case makes of its files, and what is printed of it but for a remedy that is told anyway."""
    yield f"**{say('rule_guide.example')}**"
    *steps, _ = sections(case)
    for step in steps:
        yield from _step(step)
    yield say("rule_guide.printed")
    *lines, last = reported(case, code).split("\n")
    yield _fenced("\n".join(lines if last.endswith(_filled(remedy)) else [*lines, last]))


def _step(step: Section) -> Iterator[str]:
    """Yield what one step of a case does to its file: what stands there now, and what stood there before."""
    if step.action not in ("change", "file"):
        yield say(f"rule_guide.steps.{step.action}", file=_seen(step.file))
        return
    changed = [*hunks(step.content)] if step.action == "change" else [("", step.content)]
    before, after = (_gapped(texts) for texts in zip(*changed, strict=True))
    if not before + after:
        yield say("rule_guide.steps.empty", file=_seen(step.file))
        return
    yield say("rule_guide.steps.written" if after else "rule_guide.steps.lacking", file=_seen(step.file))
    yield _fenced(_excerpt(after or before))
    if after and not set(before.split("\n")) <= set(after.split("\n")):
        yield say("rule_guide.before")
        yield _fenced(_excerpt(before))


def _gapped(texts: Iterable[str]) -> str:
    """Return the lines of several places of a file, with a gap between two places."""
    return f"{_GAP}\n".join(text for text in texts if text)


def _excerpt(text: str) -> str:
    """Return the beginning of a text, no wider and no longer than a page shows well."""
    lines = [_seen(line) for line in text.removesuffix("\n").split("\n")]
    return "\n".join(lines if len(lines) <= _LINES else [*lines[:_LINES], _GAP])


def _seen(line: str) -> str:
    seen = visible(line).replace("\u00a0", "⟨U+00A0⟩")
    return seen if len(seen) <= _WIDTH else f"{seen[: _WIDTH - 1]}{_GAP}"


def _title(entry: Mapping[str, Any]) -> str:
    return plain(_filled(entry.get("title", entry["says"])))


def _variants(entry: Mapping[str, Any], groups: tuple[str, ...]) -> str:
    """Return the texts of some groups of a problem as a list, empty if it has none."""
    texts = [text for group in groups for text in entry.get(group, {}).values() if isinstance(text, str)]
    return "\n".join(f"- {plain(_filled(text))}" for text in texts)


def _filled(text: str) -> str:
    """Return a text with what the vocabularies say filled in, and a gap for what only a real problem knows."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    told = text.format_map(dict.fromkeys(names, _GAP) | {"kinds": _statement_kinds()})
    return re.sub(rf"{_GAP}+(?:\.(?!\w))?", _GAP, told)


def _statement_kinds() -> str:
    return one_of(f"{kind.prefix} ({label('statement_kind_one', kind).lower()})" for kind in StatementKind)


def _fenced(text: str) -> str:
    """Return a text as a block of code, whatever it holds."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
