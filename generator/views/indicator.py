"""What do the list of indicators and the page of an indicator show?"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.measures import SurveyValues
from generator.model.catalogue import Indicator
from generator.parts.measurement import IndicatorDefinition, MeasurementView, indicator_definition, measurement_view
from generator.parts.statement import context_of
from generator.register.entry import Entry
from generator.register.indicators import IndicatorPart
from generator.register.slices import Slice
from generator.strings import label
from generator.vietnamese.numbers import format_count
from generator.views.head import PageHead, page_head
from generator.wording.dates import SurveyTime, survey_time
from generator.wording.names import Link

VALUES_AT_FIRST_SIGHT = 3


class IndicatorEntry(NamedTuple):
    """An indicator in the list."""

    indicator: IndicatorDefinition
    values: str
    surveys: str
    is_measured: bool


class IndicatorListView(NamedTuple):
    """The list of indicators, in the order of ``indicators.yml``."""

    head: PageHead
    indicators: tuple[IndicatorEntry, ...]


class MeasuringSurvey(NamedTuple):
    """A survey that measured an indicator: it leads to the comparison, or to the values where none is."""

    survey: Link
    kind: str
    when: SurveyTime
    is_compared: bool
    values: str
    missing: str | None
    measured: tuple[MeasurementView, ...]
    """Some values, where there is no comparison that shows them all."""


class IndicatorView(NamedTuple):
    """One page of an indicator."""

    head: PageHead
    indicator: IndicatorDefinition
    slice: Slice[MeasuringSurvey]
    values: str
    missing: str | None
    surveys: str


def indicator_list_views(derived: Derived, entries: Iterable[Entry[None]]) -> Iterator[IndicatorListView]:
    """Yield the list of indicators."""
    for entry in entries:
        indicators = derived.archive.indicators.values()
        yield IndicatorListView(page_head(entry), tuple(_listed(derived, each) for each in indicators))


def indicator_views(derived: Derived, entries: Iterable[Entry[IndicatorPart]]) -> Iterator[IndicatorView]:
    """Yield the pages of indicators, the newest surveys first."""
    for indicator, pages in groupby(entries, key=lambda entry: entry.subject.indicator):
        surveys = derived.measures.of_indicator.get(indicator.id, {})
        values, missing = _counts(surveys.values())
        for entry in pages:
            part = entry.subject.slice
            yield IndicatorView(
                head=page_head(entry),
                indicator=indicator_definition(indicator),
                slice=part.with_items(tuple(_measuring_survey(derived, indicator, each) for each in part.items)),
                values=format_count(values),
                missing=format_count(missing) if missing else None,
                surveys=format_count(len(surveys)),
            )


def _listed(derived: Derived, indicator: Indicator) -> IndicatorEntry:
    surveys = derived.measures.of_indicator.get(indicator.id, {})
    values, _ = _counts(surveys.values())
    return IndicatorEntry(
        indicator_definition(indicator), format_count(values), format_count(len(surveys)), bool(surveys)
    )


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
        when=survey_time(survey),
        is_compared=is_compared,
        values=format_count(found),
        missing=format_count(missing) if missing else None,
        measured=tuple(measurement_view(context, each.measurement) for each in shown),
    )


def _counts(surveys: Iterable[SurveyValues]) -> tuple[int, int]:
    """Return how many values there are, and how many measurements that have none but a reason."""
    every = [each.measurement.value is not None for values in surveys for each in values.measured]
    return sum(every), len(every) - sum(every)
