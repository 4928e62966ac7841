"""When was it, as far as the source says, and in which order do readers see it?"""

import datetime

from generator.model.edtf import EdtfDate
from generator.model.survey import Survey
from generator.model.unit import Unit, UnitName


def earliest(survey: Survey) -> datetime.date | None:
    """Return the first day on which the survey can have been, None when nothing bounds it."""
    return survey.date_earliest or survey.date.earliest


def latest(survey: Survey) -> datetime.date | None:
    """Return the last day on which the survey can have been, None when nothing bounds it."""
    return survey.date_latest or survey.date.latest


def order(survey: Survey) -> tuple[datetime.date, str]:
    """Return the key by which surveys are sorted, newest last; the id decides between equals."""
    return (latest(survey) or earliest(survey) or datetime.date.min, survey.id)


def year(survey: Survey) -> int | None:
    """Return the year that the source states, None when it states none; bounds are not a statement."""
    return survey.date.year


def name_on(unit: Unit, day: datetime.date | None) -> UnitName:
    """Return the name that the unit bore on a day, its last one for None or when none is stated for the day."""
    if day is not None:
        for name in unit.names:
            if _begins(name.valid_from) <= day <= _ends(name.valid_until):
                return name
    return unit.names[-1]


def _begins(date: EdtfDate | None) -> datetime.date:
    return date.earliest if date is not None and date.earliest is not None else datetime.date.min


def _ends(date: EdtfDate | None) -> datetime.date:
    return date.latest if date is not None and date.latest is not None else datetime.date.max
