"""What do the pages of indicators show, and in which words are two values compared?"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.measures import SurveyValues
from generator.model.catalogue import Indicator
from generator.model.vocabulary import BetterWhen, Level
from generator.strings import label, words
from generator.vietnamese.numbers import format_count, format_number
from generator.views.cut import Slice, slices
from generator.views.parts import MeasurementView, measurement_view, with_unit
from generator.views.shown import Crumb, Link, crumbs
from generator.views.statement import context_of
from generator.views.survey import WhenView, when_view

SURVEYS_A_PAGE = 20
VALUES_AT_FIRST_SIGHT = 3


class IndicatorHead(NamedTuple):
    """What an indicator is."""

    indicator: Link
    definition: str | None
    unit: str
    better: str | None
    """In which direction it is better; None where neither is."""
    range: str | None
    level: str | None
    """The only level of which it says something."""
    is_provincial: bool


class IndicatorEntry(NamedTuple):
    """An indicator in the list."""

    head: IndicatorHead
    values: str
    surveys: str
    is_measured: bool


class IndicatorListView(NamedTuple):
    """The list of indicators, in the order of ``indicators.yml``."""

    address: str
    crumbs: tuple[Crumb, ...]
    edit: str
    indicators: tuple[IndicatorEntry, ...]


class MeasuringSurvey(NamedTuple):
    """A survey that measured an indicator: it leads to the comparison, or to the values where none is."""

    survey: Link
    kind: str
    when: WhenView
    is_compared: bool
    values: str
    missing: str | None
    measured: tuple[MeasurementView, ...]
    """Some values, where there is no comparison that shows them all."""


class IndicatorView(NamedTuple):
    """One page of an indicator."""

    address: str
    crumbs: tuple[Crumb, ...]
    edit: str
    head: IndicatorHead
    slice: Slice[MeasuringSurvey]
    values: str
    missing: str | None
    surveys: str


def indicator_list(derived: Derived) -> IndicatorListView:
    """Return the list of indicators."""
    entries = []
    for indicator in derived.archive.indicators.values():
        surveys = derived.measures.of_indicator.get(indicator.id, {})
        values, _ = _counts(surveys.values())
        entries.append(
            IndicatorEntry(head_of(indicator), format_count(values), format_count(len(surveys)), bool(surveys))
        )
    return IndicatorListView(
        addresses.INDICATORS, crumbs(words("measures")["heading"]), "data/indicators.yml", tuple(entries)
    )


def indicator_pages(derived: Derived, indicator: Indicator) -> Iterator[IndicatorView]:
    """Yield the pages of an indicator, the newest surveys first."""
    surveys = tuple(derived.measures.of_indicator.get(indicator.id, {}).values())
    values, missing = _counts(surveys)
    for part in slices(addresses.indicator(indicator.id), surveys, SURVEYS_A_PAGE):
        yield IndicatorView(
            address=part.address,
            crumbs=crumbs(to_indicators(), indicator.name),
            edit="data/indicators.yml",
            head=head_of(indicator),
            slice=part.with_items(tuple(_measuring_survey(derived, indicator, each) for each in part.items)),
            values=format_count(values),
            missing=format_count(missing) if missing else None,
            surveys=format_count(len(surveys)),
        )


def head_of(indicator: Indicator) -> IndicatorHead:
    """Return what an indicator is."""
    return IndicatorHead(
        indicator=Link(indicator.name, addresses.indicator(indicator.id)),
        definition=indicator.definition,
        unit=indicator.unit,
        better=None if indicator.better is BetterWhen.NEITHER else label("better_when", indicator.better),
        range=_range(indicator),
        level=None if indicator.level is None else label("level", indicator.level),
        is_provincial=indicator.level is Level.PROVINCE,
    )


def to_indicators() -> Link:
    """Return the link to the list of indicators."""
    return Link(words("measures")["heading"], addresses.INDICATORS)


def difference(one: str, other: str, unit: str) -> str:
    """Return how far two values lie apart: in điểm phần trăm for rates, else in the unit of the values."""
    apart = abs(Decimal(one) - Decimal(other))
    if unit.startswith("%"):
        return str(words("measures")["points"].format(number=format_number(apart)))
    return with_unit(f"{apart:f}", unit)


def against(kind: str, value: str, other: str, unit: str) -> str:
    """Return how a value lies to another in words; ``kind`` is ``target`` or ``change``."""
    way = Decimal(value).compare(Decimal(other))
    name = "equal" if way == 0 else "above" if way > 0 else "below"
    return str(words("measures")[kind][name].format(difference=difference(value, other, unit)))


def _measuring_survey(derived: Derived, indicator: Indicator, values: SurveyValues) -> MeasuringSurvey:
    survey = values.survey
    context = context_of(derived, survey)
    is_compared = bool(values.peers)
    found, missing = _counts([values])
    shown = () if is_compared else values.measured[:VALUES_AT_FIRST_SIGHT]
    own = f"{addresses.survey(survey.id)}#so-lieu"
    return MeasuringSurvey(
        survey=Link(survey.title, addresses.comparison(indicator.id, survey.id) if is_compared else own),
        kind=label("survey_kind", survey.kind),
        when=when_view(survey),
        is_compared=is_compared,
        values=format_count(found),
        missing=format_count(missing) if missing else None,
        measured=tuple(measurement_view(context, each.measurement) for each in shown),
    )


def _counts(surveys: Iterable[SurveyValues]) -> tuple[int, int]:
    """Return how many values there are, and how many measurements that have none but a reason."""
    every = [each.measurement.value is not None for values in surveys for each in values.measured]
    return sum(every), len(every) - sum(every)


def _range(indicator: Indicator) -> str | None:
    least, greatest = (
        None if number is None else with_unit(number, indicator.unit)
        for number in (indicator.minimum, indicator.maximum)
    )
    if least is None and greatest is None:
        return None
    name = "both" if least is not None and greatest is not None else "greatest" if least is None else "least"
    return str(words("measures")["range"][name].format(least=least, greatest=greatest))
