"""What does the status of a recommendation mean? The 19 points for editors, each shown at work, as Markdown."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.schema.plain import plain
from generator.schema.sequence import TODAY, Row, Table, date_of, names, points_of, steps_of, what_was_asked
from generator.strings import say

CHAPTERS = {
    "who": ("1", "2", "3", "4", "5"),
    "order": ("6", "7"),
    "status": ("8", "9", "10", "11", "12", "13"),
    "whole": ("14",),
    "time": ("15", "16", "17", "18"),
    "day": ("19",),
}
"""The points in the order of the guide, by chapter."""
UNSAID = ("unknown_deadline", "not_counted")
"""How something can stand to its deadline without a word of it beside the status; the guide says so."""


def duty_guide(known: Table) -> str:
    """Return ``schema/nghia-vu.md``: every point, with the sequences that show it."""
    numbers = _numbers(known)
    paragraphs = [f"# {say('duty_guide.title')}", say("duty_guide.intro", today=date_of(TODAY))]
    paragraphs += [f"## {say('duty_guide.words_title')}", say("duty_guide.words")]
    paragraphs.append(f"## {say('duty_guide.contents')}")
    for chapter, points in CHAPTERS.items():
        paragraphs.append(f"**{say(f'duty_guide.chapters.{chapter}')}**")
        paragraphs.append("\n".join(f"- [{_heading(each)}](#{_anchor(each)})" for each in points))
    for chapter, points in CHAPTERS.items():
        paragraphs.append(f"## {say(f'duty_guide.chapters.{chapter}')}")
        for point in points:
            paragraphs += _point(known, numbers, point)
    return "\n\n".join(paragraphs) + "\n"


def _numbers(known: Table) -> Mapping[str, Row]:
    """Return the sequences by number: that of their first point, and their place in it."""
    found: dict[str, Row] = {}
    for row in known.rows:
        first, *_ = points_of(row)
        place = 1 + sum(number.startswith(f"{first}.") for number in found)
        found[f"{first}.{place}"] = row
    return found


def _point(known: Table, numbers: Mapping[str, Row], point: str) -> Iterator[str]:
    yield f'### <a id="{_anchor(point)}"></a>{_heading(point)}'
    yield say(f"duty_guide.points.{point}.says")
    own = {number: row for number, row in numbers.items() if points_of(row)[0] == point}
    others = [number for number, row in numbers.items() if point in points_of(row)[1:]]
    yield f"**{say('duty_guide.examples')}**" if own else say("duty_guide.no_examples")
    for number, row in own.items():
        yield _example(known, number, row)
    if others:
        yield say("duty_guide.see_also", links=", ".join(f"[{each}](#{_anchor(each)})" for each in others))


def _heading(point: str) -> str:
    return f"{point}. {say(f'duty_guide.points.{point}.title')}"


def _anchor(number: str) -> str:
    """Return the name of a point, ``diem-8``, or of a sequence, ``vi-du-8-2``."""
    return f"diem-{number}" if "." not in number else f"vi-du-{number.replace('.', '-')}"


def _example(known: Table, number: str, row: Row) -> str:
    """Return a sequence: its sentence, what was asked, step by step what happened, and what comes out."""
    steps = list(steps_of(known, row)) or [say("duty_guide.nothing_happened")]
    lines = [f"- {plain(each)}" for each in ("; ".join(what_was_asked(known, row)), *steps)]
    lines.append(f"- {say('duty_guide.label', text=plain(row['label']))}")
    lines += [f"  - {each}" for each in _outcome(known, row)]
    return "\n".join([f'<a id="{_anchor(number)}"></a>**{number}.** {plain(row["name"])}', "", *lines])


def _outcome(known: Table, row: Row) -> Iterator[str]:
    """Yield what readers see beside the label, who must act, what the check asks, and where it is counted."""
    expect = row["expect"]
    yield from map(plain, (*row.get("overview", ()), *row.get("recurred", ())))
    if "due" in row:
        yield say("duty_guide.due", text=plain(row["due"]))
    elif expect.get("timeliness") in UNSAID:
        yield say(f"duty_guide.unsaid.{expect['timeliness']}")
    if "responsible" in expect:
        yield say("duty_guide.responsible", bodies=_responsible(known, expect))
    if expect.get("unclear"):
        steps = ", ".join(str(int(each.removeprefix("sk-"))) for each in expect["unclear"])
        yield say("duty_guide.unclear", steps=steps)
    yield from _counts(expect.get("counts", {}))


def _responsible(known: Table, expect: Mapping[str, Any]) -> str:
    if expect["responsible"]:
        return plain(names(known, expect["responsible"]))
    is_orphan = expect.get("orphan") == "true"
    return say("phrases.board.without_body" if is_orphan else "duty_guide.nobody_responsible")


def _counts(counts: Mapping[str, str]) -> Iterator[str]:
    """Yield in which counts a recommendation is, and in which it is not."""
    within, without = ([each for each in counts if counts[each] == number] for number in ("1", "0"))
    if within:
        yield say("duty_guide.counted", names=_named(within))
    if without:
        yield say("duty_guide.not_counted", names=_named(without))


def _named(counts: list[str]) -> str:
    return ", ".join(say(f"duty_guide.counts.{each}") for each in counts)
