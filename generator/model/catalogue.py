"""Which topics, indicators, short forms and agreed exceptions are there?"""

import datetime

from generator.model.base import Record
from generator.model.source import Cite, Source
from generator.model.values import Day, Id, Line, Number, Prose, TopicId
from generator.model.vocabulary import BetterWhen, Level

_SATURDAY = 6


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
    former_ids: tuple[Id, ...] = ()
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
    """A day off, or one worked instead, by decision of the State; deadlines in working days are counted so."""

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
    """The file ``data/holidays.yml``: all days on which the week is not as usual, as far as the list reaches.

    From ``complete_from`` to ``complete_until`` all days off are in ``holidays``, and in ``worked`` all Saturdays
    and Sundays on which people work instead.
    """

    complete_from: Day | None = None
    complete_until: Day | None = None
    holidays: tuple[Holiday, ...] = ()
    worked: tuple[Holiday, ...] = ()

    def bears(self, day: datetime.date) -> bool:
        """Return whether it is known of a day if people work on it."""
        start, end = self.complete_from, self.complete_until
        return start is not None and end is not None and start <= day <= end

    def working_day_after(self, start: datetime.date, days: int) -> datetime.date | None:
        """Return the last of so many working days after ``start``, None where the list does not reach it."""
        off, worked = {each.date for each in self.holidays}, {each.date for each in self.worked}
        day, left = start, days
        while left:
            day += datetime.timedelta(days=1)
            if not self.bears(day):
                return None
            left -= day in worked or (day.isoweekday() < _SATURDAY and day not in off)
        return day


class Exceptions(Record):
    """The file ``data/exceptions.yml``."""

    exceptions: tuple[ExceptionEntry, ...] = ()
