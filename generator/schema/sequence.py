"""What happens in a sequence of the table, told in short? Reads it as ``tests/duties`` writes it.

Every value of the table is text, as it stands there: ``2025`` is a date, and ``on`` is a key.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.model.edtf import EdtfInterval, parse
from generator.model.steps import VALUES_OF_TYPE, EventType
from generator.strings import label, say, words
from generator.vietnamese.dates import show_date, show_interval

Row: TypeAlias = Mapping[str, Any]
"""A sequence: its sentence, its points, what was asked, its steps, and what comes out in words and in codes."""
TODAY = "2026-11-28"
"""The day of a sequence that names none."""
_ASKED = {"addressee": {"lead": "ubnd-xa"}}
"""What is asked where a sequence does not say it."""
_TYPE_OF = {str(value): kind for kind, values in VALUES_OF_TYPE.items() for value in values}
_SAY_ENOUGH = frozenset({EventType.POSITION, EventType.PROGRESS, EventType.ESCALATION})
"""Of these types the value alone tells what happened."""


class Table(NamedTuple):
    """All sequences, and the names of the bodies and of the reorganisations of which they speak, by id."""

    rows: tuple[Row, ...]
    bodies: Mapping[str, str]
    reorganisations: Mapping[str, str]


def table(sequences: str, units: str) -> Table:
    """Return the table that two files of YAML hold: the sequences, and their bodies."""
    known = yaml.load(units, yaml.CBaseLoader)
    return Table(
        rows=tuple(yaml.load(sequences, yaml.CBaseLoader)),
        bodies={each["id"]: each["names"][-1]["text"] for each in known["units"]},
        reorganisations={each["id"]: each["title"] for each in known["reorganisations"]},
    )


def points_of(row: Row) -> tuple[str, ...]:
    """Return the numbers of the points that a sequence shows; it stands with the first."""
    return (row["point"],) if isinstance(row["point"], str) else tuple(row["point"])


def names(known: Table, bodies: list[str]) -> str:
    """Return the names of bodies as a sentence lists them, each once."""
    return ", ".join(known.bodies[each] for each in dict.fromkeys(bodies))


def date_of(text: str) -> str:
    """Return a date or a span of time in Vietnamese."""
    date = parse(text)
    show: Any = show_interval if isinstance(date, EdtfInterval) else show_date
    return str(show(date, words("dates")))


def what_was_asked(known: Table, row: Row) -> Iterator[str]:
    """Yield the facts of a recommendation, each a few words; who asked and the day only where they are others."""
    given = {**_ASKED, **row.get("given", {})}
    yield from _addressee(known, given["addressee"])
    if "authority" in given:
        yield label("authority", given["authority"])
    if given.get("continuing") == "true":
        yield say("duty_guide.asked.continuing")
    if (deadline := _deadline(given)) is not None:
        yield say("duty_guide.asked.deadline", text=deadline)
    if "asker" in row:
        yield say("duty_guide.asked.asker", body=known.bodies[row["asker"]])
    if "today" in row:
        yield say("duty_guide.asked.today", date=date_of(row["today"]))
    for name in ("again", "days_off"):
        if name in row:
            yield say(f"duty_guide.asked.{name}", dates=", ".join(map(date_of, row[name])))


def _addressee(known: Table, addressee: Mapping[str, Any]) -> Iterator[str]:
    if "stated" in addressee:
        which = "stated_group" if "size" in addressee else "stated_addressee"
        text = say("duty_guide.quoted", text=addressee["stated"])
        bodies = say(f"phrases.{which}", text=text, size=addressee.get("size"))
    else:
        bodies = ", ".join(_share(known, each) for each in _shares(addressee, "lead", "leads"))
    yield say("duty_guide.asked.to", bodies=bodies) if bodies else say("duty_guide.asked.nobody")
    if "support" in addressee:
        yield say("duty_guide.asked.support", bodies=names(known, addressee["support"]))


def _shares(holder: Mapping[str, Any], one: str, many: str) -> list[Mapping[str, str]]:
    single = [{"unit": holder[one]}] if one in holder else []
    return [*single, *holder.get(many, ())]


def _share(known: Table, share: Mapping[str, str]) -> str:
    name = known.bodies[share["unit"]]
    return say("sentences.share", unit=name, part=share["part"]) if "part" in share else name


def _deadline(given: Mapping[str, Any]) -> str | None:
    """Return a deadline as the source has it, or why there is none; None where nothing is said of it."""
    deadline = given.get("deadline")
    if deadline is None:
        reasons = {each["field"]: each["reason"] for each in given.get("absent", ())}
        return label("absence_reason", reasons["deadline"]) if "deadline" in reasons else None
    if "stated" in deadline:
        return say("duty_guide.quoted", text=deadline["stated"])
    if "days" in deadline:
        kind, start = label("day_kind", deadline["day_kind"]), date_of(deadline["counted_from"])
        return say("duty_guide.deadline.counted", days=deadline["days"], kind=kind, start=start)
    date = date_of(deadline["date"])
    return say("duty_guide.deadline.before", date=date) if deadline.get("before") == "true" else date


def steps_of(known: Table, row: Row) -> Iterator[str]:
    """Yield the steps of a sequence as its file has them: when, who, what."""
    parts = _parts(row)
    for step in row["steps"]:
        who = known.bodies[step["by"]] if "by" in step else say("duty_guide.nobody")
        yield say("duty_guide.step", when=_when(step), who=who, what=_what(known, parts, step))


def _parts(row: Row) -> dict[str, str]:
    """Return the parts of the work that a sequence names, by id."""
    addressee = row.get("given", {}).get("addressee", {})
    shares = [*addressee.get("leads", ()), *(each for step in row["steps"] for each in step.get("receivers", ()))]
    return {each["id"]: each["part"] for each in shares if "id" in each}


def _when(step: Row) -> str:
    occurred = date_of(step["on"])
    if step.get("recorded", step["on"]) == step["on"]:
        return occurred
    return say("sentences.when.differs", occurred=occurred, recorded=date_of(step["recorded"]))


def _what(known: Table, parts: Mapping[str, str], step: Row) -> str:
    kind = EventType(step.get("type") or _TYPE_OF[step["value"]])
    if kind in _SAY_ENOUGH:
        told = label("event_value", step["value"])
    else:
        rest = _rest(known, kind, step)
        told = label("event_type", kind)
        told = say("duty_guide.what", label=told, rest=rest) if rest else told
    return "".join((told, *_remarks(known, parts, step)))


def _rest(known: Table, kind: EventType, step: Row) -> str:
    """Return what a step says beside its type: its value, its day, or who receives."""
    if "value" in step:
        return label("event_value", step["value"])
    if "deadline" in step:
        return date_of(step["deadline"])
    receivers = ", ".join(_share(known, each) for each in _shares(step, "receiver", "receivers"))
    return say("duty_guide.no_receiver") if kind is EventType.TRANSFER and not receivers else receivers


def _remarks(known: Table, parts: Mapping[str, str], step: Row) -> Iterator[str]:
    """Yield of whom and of what a step speaks, in the words of timelines: each with the blank before it."""
    if "about" in step:
        yield say("sentences.about", names=names(known, step["about"]))
    if "parts" in step:
        yield say("sentences.parts", parts="; ".join(parts[each] for each in step["parts"]))
    if "members" in step:
        yield say("sentences.members", members=step["members"])
    if "completed" in step:
        yield say("sentences.completed", date=date_of(step["completed"]))
    if step.get("keeps_rest") == "true":
        yield say("duty_guide.keeps_rest")
    if "reorganisation" in step:
        yield say("duty_guide.reorganisation", title=known.reorganisations[step["reorganisation"]])
