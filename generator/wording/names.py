"""How are units, topics, surveys, statements and recommendations called, and where do their names lead?"""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.times import name_on
from generator.model.edtf import EdtfDate
from generator.model.finding import Statement
from generator.model.recommendation import Recommendation
from generator.model.statement_kind import kind_of
from generator.model.survey import Survey
from generator.model.vocabulary import Level, UnitClassification
from generator.strings import label, say


class Link(NamedTuple):
    """A name that leads to an address of the site, e.g. ``don-vi/xa-a/`` or ``khao-sat/b/#hc-03``."""

    label: str
    address: str


def unit_name(derived: Derived, unit_id: str) -> str:
    """Return the last name of a unit."""
    return name_on(derived.archive.units[unit_id], None).text


def unit_link(derived: Derived, unit_id: str, on: EdtfDate | datetime.date | None = None) -> Link:
    """Return the link to a unit under the name that it bore on a day, its last name for None."""
    unit = derived.archive.units[unit_id]
    day_of_name = on.latest if isinstance(on, EdtfDate) else on
    return Link(name_on(unit, day_of_name).text, addresses.unit(unit_id))


def unit_kind(classification: UnitClassification, level: Level | None) -> str:
    """Return which kind of unit it is, with its level where it has one: "Đơn vị hành chính cấp xã"."""
    kind = label("unit_classification", classification)
    if level is None:
        return kind
    return say("phrases.of_level", kind=kind, level=label("level", level).lower())


def topic_links(derived: Derived, topics: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to topics, in the given order."""
    return tuple(Link(derived.archive.topics[topic].name, addresses.topic(topic)) for topic in topics)


def survey_link(survey: Survey) -> Link:
    """Return the link to the page of a survey."""
    return Link(survey.title, addresses.survey(survey.id))


def heading_of(part: Statement | Recommendation) -> str:
    """Return the heading that the editors gave, or else the number; of what was withdrawn also that it was."""
    if part.withdrawn is not None:
        return say("phrases.withdrawn_part", heading=numbered_heading(part.id))
    return part.heading or numbered_heading(part.id)


def numbered_heading(identifier: str) -> str:
    """Return "Hạn chế 4" for ``hc-04``, for a statement to which the editors gave no heading."""
    return f"{_kind_name(identifier)} {int(identifier.partition('-')[2])}"


def _kind_name(identifier: str) -> str:
    kind = kind_of(identifier)
    return say("pages.recommendations.title") if kind is None else label("statement_kind_one", kind)


def statement_link(survey: Survey, statement: Statement) -> Link:
    """Return the link to a statement of a survey, named by its heading."""
    return Link(heading_of(statement), f"{addresses.survey(survey.id)}#{statement.id}")


def recommendation_link(survey: Survey, recommendation: Recommendation) -> Link:
    """Return the link to the page of a recommendation, named by its heading."""
    return Link(heading_of(recommendation), addresses.recommendation(survey.id, recommendation.id))


def called(survey: Survey, identifier: str, heading: str | None) -> str:
    """Return the name of a finding or recommendation for readers who do not have its survey before them."""
    if heading is None:
        number = numbered_heading(identifier)
        return say("phrases.statement_of", heading=number, survey=survey.title)
    return say("sentences.called", kind=_kind_name(identifier), heading=heading)
