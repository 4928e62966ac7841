"""Which pages are about surveys: the list, each survey, and the notice of one that was withdrawn?"""

from collections.abc import Iterable, Iterator
from typing import Any

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import all_statements_of
from generator.model.base import Withdrawal
from generator.model.survey import Survey
from generator.register.entry import Entry, PageKind, PageText, list_entry, page_text
from generator.register.following import Following
from generator.register.lists import YearPart, by_years
from generator.strings import label, say
from generator.wording.citations import document_anchor, source_anchor
from generator.wording.dates import survey_time
from generator.wording.names import Link

A_PAGE = 20

SECTIONS = (
    "kien-nghi",
    "don-vi",
    "doan",
    "so-lieu",
    "hinh-anh",
    "tai-lieu",
    "nguon",
    "lien-quan",
    "dinh-chinh",
)
"""The permanent anchors of the sections that every survey has; those of its statements come with their kinds."""


def to_surveys() -> Link:
    """Return the link to the list of surveys."""
    return Link(say("phrases.surveys"), addresses.SURVEYS)


def survey_entries(derived: Derived, *, following: Following) -> Iterator[Entry[Any]]:
    """Yield the pages of surveys; ``following`` is that of the whole site, to which each of them leads."""
    yield from _lists(derived)
    for survey in derived.archive.surveys.values():
        yield Entry(
            address=addresses.survey(survey.id),
            kind=PageKind.SURVEY,
            subject=survey,
            text=PageText(survey.title, _description(survey), (to_surveys(),)),
            is_list=False,
            is_searched=True,
            former=tuple(addresses.survey(old) for old in survey.former_ids),
            anchors=tuple(_anchors(survey)),
            following=following,
            edit=file_of(survey.id),
        )
    for gone in derived.archive.withdrawn.values():
        former = map(addresses.survey, gone.former_ids)
        yield notice_entry(addresses.survey(gone.id), gone.withdrawal, to_surveys(), former=former)


def file_of(survey_id: str) -> str:
    """Return the file in which a survey is written."""
    return f"data/surveys/{survey_id}.yml"


def notice_entry(address: str, withdrawal: Withdrawal, above: Link, *, former: Iterable[str]) -> Entry[Withdrawal]:
    """Return the page that stands where something withdrawn was; nothing of it is there but when and why."""
    return Entry(
        address=address,
        kind=PageKind.NOTICE,
        subject=withdrawal,
        text=page_text("withdrawn", above),
        is_list=False,
        is_searched=False,
        former=tuple(former),
    )


def _lists(derived: Derived) -> Iterator[Entry[YearPart[Survey]]]:
    back = derived.back
    years = {
        year: back.of_year[year] for year in sorted(back.of_year, key=lambda year: (year is None, -(year or 0)))
    }
    for part in by_years(addresses.SURVEYS, back.surveys, years, A_PAGE):
        yield list_entry(PageKind.SURVEY_LIST, part.slice.address, part, year_text("surveys", to_surveys(), part))


def year_text(name: str, whole: Link, part: YearPart[Any]) -> PageText:
    """Return the text of a page of a list that is cut by years; ``whole`` is its first page."""
    if part.year is None:
        return page_text(name, step=whole.label)
    title = say(f"pages.{name}.title")
    text = page_text(f"{name}_of_year", whole, step=part.year, whole=title, year=part.year.lower())
    return text.numbered(part.slice)


def _description(survey: Survey) -> str:
    if survey.summary is not None:
        return survey.summary
    kind, date = label("survey_kind", survey.kind), survey_time(survey).text
    return say("phrases.survey_description", kind=kind, date=date, title=survey.title)


def _anchors(survey: Survey) -> Iterator[str]:
    yield from dict.fromkeys(kind.anchor for kind, _ in all_statements_of(survey))
    yield from (statement.id for _, statement in all_statements_of(survey))
    yield from SECTIONS
    yield from (recommendation.id for recommendation in survey.recommendations)
    yield from (correction.id for correction in survey.corrections)
    yield from (document_anchor(document.id) for document in survey.documents)
    yield from (source_anchor(source.id) for source in survey.sources)
