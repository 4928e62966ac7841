"""Which topics, indicators, short forms and agreed exceptions are there?"""

from generator.model.base import Record
from generator.model.source import Cite, Source
from generator.model.values import Day, Id, Line, Number, Prose, TopicId
from generator.model.vocabulary import BetterWhen, Level


class Topic(Record):
    """What a survey can be about."""

    id: Id
    former_ids: tuple[Id, ...] = ()
    name: Line
    description: Prose | None = None
    parent: TopicId | None = None


class Indicator(Record):
    """What is measured, in which unit, and when it is better."""

    id: Id
    name: Line
    unit: Line
    definition: Prose | None = None
    better: BetterWhen = BetterWhen.NEITHER
    minimum: Number | None = None
    maximum: Number | None = None
    level: Level | None = None


class GlossaryEntry(Record):
    """A short form or a term of council work, in full and in easy words."""

    term: Line
    full: Line | None = None
    definition: Prose | None = None


class ExceptionEntry(Record):
    """A problem that people looked at and agreed to leave, with a reason and an end."""

    code: Line
    file: Line
    reason: Prose
    until: Day


class Holiday(Record):
    """A working day that is none, by decision of the State; deadlines in working days skip it."""

    date: Day
    name: Line
    basis: Line | None = None


class Topics(Record):
    """The file ``data/topics.yml``."""

    topics: tuple[Topic, ...] = ()
    sources: tuple[Source, ...] = ()
    cites: tuple[Cite, ...] = ()


class Indicators(Record):
    """The file ``data/indicators.yml``."""

    indicators: tuple[Indicator, ...] = ()


class Glossary(Record):
    """The file ``data/glossary.yml``."""

    terms: tuple[GlossaryEntry, ...] = ()


class Holidays(Record):
    """The file ``data/holidays.yml``; ``complete_until`` is the last day for which all holidays are known."""

    complete_until: Day | None = None
    holidays: tuple[Holiday, ...] = ()


class Exceptions(Record):
    """The file ``data/exceptions.yml``."""

    exceptions: tuple[ExceptionEntry, ...] = ()
