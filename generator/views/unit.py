"""What does the page of one unit show?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import statements_of
from generator.derive.followup import FollowUp
from generator.derive.history import History
from generator.derive.tally import tally
from generator.model.statement_kind import StatementKind
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.vocabulary import ScopeKind
from generator.parts.lineage import PredecessorView, ReorganisationView, predecessor_views, reorganisation_view
from generator.parts.recommendation import RecommendationView, recommendation_view
from generator.parts.series import SeriesView, unit_series
from generator.parts.statement import StatementView, context_of, statement_view
from generator.parts.tally import TallyView, tally_view
from generator.register.entry import Entry
from generator.register.slices import Slice
from generator.register.units import UnitPart, body_anchor, survey_anchor
from generator.strings import label, say
from generator.views.head import PageHead, page_head
from generator.wording.absence import Stated, absence
from generator.wording.citations import SourceLine, source_lines
from generator.wording.dates import date_text, held
from generator.wording.names import Link, statement_link, survey_link, unit_kind, unit_link, unit_name

LISTED = 20


class Dated(NamedTuple):
    """A name, with the time in which it was borne; no time where none is stated."""

    text: str
    time: str | None


class CodeView(NamedTuple):
    """An official code, of which list it is, and when it was this unit's."""

    scheme: str
    value: str
    time: str | None


class UnitSurveyView(NamedTuple):
    """A survey in which the unit took part: what names the unit, and apart from it what names nobody."""

    anchor: str
    whole: Link
    survey: str
    kind: str
    when: str
    capacity: str
    about: tuple[StatementView, ...]
    general: tuple[tuple[str, tuple[Link, ...]], ...]
    """Links to statements that name no unit, by kind: they are about the survey, not about this unit."""


class BodyView(NamedTuple):
    """A body of a place, with the recommendations addressed to it."""

    anchor: str
    unit: Link
    recommendations: tuple[RecommendationView, ...]


class UnitView(NamedTuple):
    """One page of a unit; the first has the whole, the others have further surveys."""

    head: PageHead
    title: str
    kind: str
    ended: bool
    valid_from: Stated
    valid_until: Stated | None
    serves: Link | None
    parents: tuple[tuple[Link, str | None], ...]
    names: tuple[Dated, ...]
    codes: tuple[CodeView, ...]
    aliases: tuple[str, ...]
    contact: tuple[tuple[str, str], ...]
    """Ways to reach the office: what it is, and the text."""
    note: str | None
    origins: tuple[ReorganisationView, ...]
    ends: tuple[ReorganisationView, ...]
    predecessors: tuple[PredecessorView, ...]
    surveys: Slice[UnitSurveyView]
    series: tuple[SeriesView, ...]
    """Values through the years; on the first page only."""
    commissioned: tuple[Link, ...]
    bodies: tuple[BodyView, ...]
    """The council, committee and offices of a place."""
    owes: tuple[RecommendationView, ...]
    owed_before: tuple[RecommendationView, ...]
    """What others owe now, or nobody that is known."""
    supported: tuple[RecommendationView, ...]
    board: str
    tally: TallyView
    """Of what the unit owes; what it owed before or supports is counted elsewhere."""
    sources: tuple[SourceLine, ...]


def unit_views(derived: Derived, entries: Iterable[Entry[UnitPart]]) -> Iterator[UnitView]:
    """Yield the pages of units; further ones show surveys only."""
    general = {survey.id: _general(survey) for survey in derived.back.surveys}
    for _, pages in groupby(entries, key=lambda entry: entry.subject.unit.id):
        whole: UnitView | None = None
        for entry in pages:
            unit, part = entry.subject
            surveys = part.with_items(
                tuple(_survey(derived, unit, survey, general[survey.id]) for survey in part.items)
            )
            whole = whole or _whole(derived, entry, surveys)
            own = whole._replace(head=page_head(entry), surveys=surveys)
            yield own if part.number == 1 else own._replace(**_ON_FIRST_PAGE)


_ON_FIRST_PAGE: dict[str, Any] = dict.fromkeys(
    ("series", "commissioned", "bodies", "owes", "owed_before", "supported"), ()
)


def _whole(derived: Derived, entry: Entry[UnitPart], part: Slice[UnitSurveyView]) -> UnitView:
    archive, back, unit = derived.archive, derived.back, entry.subject.unit
    history = derived.histories.get(unit.id, History())
    ended = unit.has_ended(archive.today)
    owes = derived.follow_ups.of_body.get(unit.id, ())
    own = {each.key for each in owes}
    before = [each for each in derived.follow_ups.of_party.get(unit.id, ()) if each.key not in own]
    return UnitView(
        head=page_head(entry),
        title=unit_name(derived, unit.id),
        kind=unit_kind(unit.classification, unit.level),
        ended=ended,
        valid_from=absence(unit, "valid_from") if unit.valid_from is None else Stated(date_text(unit.valid_from)),
        valid_until=None if unit.valid_until is None else Stated(date_text(unit.valid_until)),
        serves=None if unit.serves is None else unit_link(derived, unit.serves),
        parents=tuple(
            (unit_link(derived, parent.unit), held(parent.valid_from, parent.valid_until))
            for parent in unit.parents
        ),
        names=tuple(Dated(name.text, held(name.valid_from, name.valid_until)) for name in unit.names),
        codes=tuple(
            CodeView(code.scheme, code.value, held(code.valid_from, code.valid_until)) for code in unit.codes
        ),
        aliases=unit.aliases,
        contact=_contact(unit),
        note=unit.note,
        origins=tuple(reorganisation_view(derived, each) for each in history.origins),
        ends=tuple(reorganisation_view(derived, each) for each in history.ends),
        predecessors=predecessor_views(derived, history, unit.id),
        surveys=part,
        series=unit_series(derived, unit.id),
        commissioned=tuple(survey_link(survey) for survey in back.commissioned_by.get(unit.id, ())[:LISTED]),
        bodies=tuple(
            BodyView(
                body_anchor(archive.units[body]),
                unit_link(derived, body),
                _short(derived, derived.follow_ups.of_body.get(body, ())),
            )
            for body in back.serving.get(unit.id, ())
        ),
        owes=_short(derived, owes),
        owed_before=_short(derived, before),
        supported=_short(derived, derived.follow_ups.of_supporter.get(unit.id, ())),
        board=addresses.recommendations_of("co-quan", unit.id),
        tally=tally_view(tally(owes)),
        sources=source_lines(unit.sources, unit.cites),
    )


def _short(derived: Derived, follow_ups: Sequence[FollowUp]) -> tuple[RecommendationView, ...]:
    return tuple(recommendation_view(context_of(derived, each.survey), each) for each in follow_ups[:LISTED])


GeneralLinks: TypeAlias = tuple[tuple[str, tuple[Link, ...]], ...]


def _general(survey: Survey) -> GeneralLinks:
    """Return the links to what a survey states of nobody by name, by kind: the same for each of its units."""
    links: dict[StatementKind, list[Link]] = {}
    for kind, statement in statements_of(survey):
        if kind in (StatementKind.RESULT, StatementKind.LIMITATION) and statement.scope.kind is not ScopeKind.UNITS:
            links.setdefault(kind, []).append(statement_link(survey, statement))
    return tuple((label("statement_kind", kind), tuple(found)) for kind, found in links.items())


def _survey(derived: Derived, unit: Unit, survey: Survey, general: GeneralLinks) -> UnitSurveyView:
    """Return one survey as a unit's page shows it; what names no unit is linked, never printed as its own."""
    context = context_of(derived, survey)
    return UnitSurveyView(
        anchor=survey_anchor(survey),
        whole=Link(say("phrases.whole_survey"), addresses.survey(survey.id)),
        survey=survey.title,
        kind=label("survey_kind", survey.kind),
        when=context.when,
        capacity=next(label("capacity", entry.capacity) for entry in survey.units if entry.unit == unit.id),
        about=tuple(
            statement_view(context, kind, statement)
            for kind, statement in statements_of(survey)
            if statement.scope.kind is ScopeKind.UNITS and unit.id in statement.scope.units
        ),
        general=general,
    )


def _contact(unit: Unit) -> tuple[tuple[str, str], ...]:
    if unit.contact is None:
        return ()
    return tuple(
        (say(f"phrases.contact.{field}"), value)
        for field in type(unit.contact).model_fields
        if (value := getattr(unit.contact, field)) is not None
    )
