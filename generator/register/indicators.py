"""Which pages are about figures: the list, each indicator, and each comparison of the units of one survey?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.measures import SurveyValues
from generator.model.catalogue import Indicator
from generator.model.survey import Survey
from generator.register.entry import Entry, PageKind, former_pages, list_entry, page_text
from generator.register.slices import Slice, slices
from generator.register.surveys import file_of
from generator.strings import say
from generator.wording.names import Link

SURVEYS_A_PAGE = 20
_FILE = "data/indicators.yml"


class IndicatorPart(NamedTuple):
    """One page of an indicator, the surveys that measured it last first."""

    indicator: Indicator
    slice: Slice[SurveyValues]


class Comparison(NamedTuple):
    """The units of one survey side by side by one indicator."""

    indicator: Indicator
    values: SurveyValues


def to_indicators() -> Link:
    """Return the link to the list of indicators."""
    return Link(say("pages.indicators.title"), addresses.INDICATORS)


def indicator_entries(derived: Derived) -> Iterator[Entry[Any]]:
    """Yield the pages of figures."""
    yield list_entry(
        PageKind.INDICATOR_LIST,
        addresses.INDICATORS,
        None,
        page_text("indicators"),
        edit=_FILE,
    )
    for indicator in derived.archive.indicators.values():
        surveys = tuple(derived.measures.of_indicator.get(indicator.id, {}).values())
        yield from _own_entries(indicator, surveys)
        yield from (_comparison(indicator, values) for values in surveys if values.peers)


def _own_entries(indicator: Indicator, surveys: tuple[SurveyValues, ...]) -> Iterator[Entry[IndicatorPart]]:
    text = page_text("indicator", to_indicators(), step=indicator.name, indicator=indicator.name)
    for part in slices(addresses.indicator(indicator.id), surveys, SURVEYS_A_PAGE):
        yield Entry(
            address=part.address,
            kind=PageKind.INDICATOR,
            subject=IndicatorPart(indicator, part),
            text=text.numbered(part),
            is_list=False,
            is_searched=True,
            former=former_pages(map(addresses.indicator, indicator.former_ids), part),
            anchors=("cac-cuoc",),
            edit=_FILE,
        )


def _comparison(indicator: Indicator, values: SurveyValues) -> Entry[Comparison]:
    survey = values.survey
    above = (to_indicators(), Link(indicator.name, addresses.indicator(indicator.id)))
    return Entry(
        address=addresses.comparison(indicator.id, survey.id),
        kind=PageKind.COMPARISON,
        subject=Comparison(indicator, values),
        text=page_text("comparison", *above, step=survey.title, indicator=indicator.name, survey=survey.title),
        is_list=False,
        is_searched=True,
        former=tuple(_former_comparisons(indicator, survey)),
        edit=file_of(survey.id),
    )


def _former_comparisons(indicator: Indicator, survey: Survey) -> Iterator[str]:
    """Yield where a comparison was found while its indicator or its survey was called otherwise."""
    for one in (indicator.id, *indicator.former_ids):
        for other in (survey.id, *survey.former_ids):
            if (one, other) != (indicator.id, survey.id):
                yield addresses.comparison(one, other)
