"""What does the page of one unit show?"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import statements_of
from generator.derive.followup import FollowUp, tally
from generator.derive.history import History
from generator.derive.times import has_ended, name_on
from generator.model.edtf import EdtfDate
from generator.model.survey import Survey
from generator.model.unit import Unit
from generator.model.vocabulary import ScopeKind, UnitClassification
from generator.strings import label, words
from generator.views.cut import Slice, slices
from generator.views.following import Following, following_unit
from generator.views.lineage import ChangeView, PredecessorView, change_view, predecessor_views
from generator.views.recommendation import RecommendationView, recommendation_view
from generator.views.series import SeriesView, unit_series
from generator.views.shown import Crumb, Link, Said, absent, crumbs, time, unit_link
from generator.views.statement import StatementView, context_of, statement_link, statement_view
from generator.views.tally import TallyView, tally_view

SURVEYS_A_PAGE = 5
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


class UnitView(NamedTuple):
    """One page of a unit; the first has the whole, the others have further surveys."""

    address: str
    crumbs: tuple[Crumb, ...]
    edit: str
    title: str
    description: str
    kind: str
    is_place: bool
    ended: bool
    valid_from: Said
    valid_until: Said | None
    serves: Link | None
    parents: tuple[tuple[Link, str | None], ...]
    names: tuple[Dated, ...]
    codes: tuple[CodeView, ...]
    aliases: tuple[str, ...]
    contact: tuple[tuple[str, str], ...]
    """Ways to reach the office: what it is, and the text."""
    note: str | None
    origins: tuple[ChangeView, ...]
    ends: tuple[ChangeView, ...]
    predecessors: tuple[PredecessorView, ...]
    surveys: Slice[UnitSurveyView]
    series: tuple[SeriesView, ...]
    """Values through the years; on the first page only."""
    commissioned: tuple[Link, ...]
    bodies: tuple[tuple[Link, tuple[RecommendationView, ...]], ...]
    """The council, committee and offices of a place, each with the recommendations addressed to it."""
    addressed: tuple[RecommendationView, ...]
    received: tuple[RecommendationView, ...]
    supported: tuple[RecommendationView, ...]
    board: str
    tally: TallyView
    """Of the recommendations addressed to the unit; those it only received or supports are counted elsewhere."""
    sources: tuple[str, ...]
    following: Following


def unit_pages(derived: Derived) -> Iterator[UnitView]:
    """Yield the pages of every unit; further ones, with surveys only, if it took part in many."""
    general = {survey.id: _general(survey) for survey in derived.back.surveys}
    for unit in derived.archive.units.values():
        surveys = derived.back.of_unit.get(unit.id, ())
        whole: UnitView | None = None
        for part in slices(addresses.unit(unit.id), surveys, SURVEYS_A_PAGE):
            shown = tuple(_survey(derived, unit, survey, general[survey.id]) for survey in part.items)
            if whole is None:
                whole = _first_page(derived, unit, part.with_items(shown))
                yield whole
            else:
                yield whole._replace(address=part.address, surveys=part.with_items(shown), **_ON_FIRST_PAGE)


_ON_FIRST_PAGE: dict[str, Any] = dict.fromkeys(
    ("series", "commissioned", "bodies", "addressed", "received", "supported"), ()
)


def _first_page(derived: Derived, unit: Unit, part: Slice[UnitSurveyView]) -> UnitView:
    archive, back = derived.archive, derived.back
    history = derived.histories.get(unit.id, History())
    title = name_on(unit, None).text
    ended = has_ended(unit, archive.today)
    addressed = derived.follow_ups.of_addressee.get(unit.id, ())
    kind = _kind(unit)
    return UnitView(
        address=part.address,
        crumbs=crumbs(Link(words("phrases")["units"], addresses.UNITS), title),
        edit=f"data/units/{unit.id}.yml",
        title=title,
        description=words("phrases")["unit_description"].format(name=title, kind=kind.lower()),
        kind=kind,
        is_place=unit.classification is UnitClassification.ADMINISTRATIVE_UNIT,
        ended=ended,
        valid_from=absent(unit, "valid_from") if unit.valid_from is None else Said(time(unit.valid_from)),
        valid_until=None if unit.valid_until is None else Said(time(unit.valid_until)),
        serves=None if unit.serves is None else unit_link(derived, unit.serves),
        parents=tuple(
            (unit_link(derived, parent.unit), _held(parent.valid_from, parent.valid_until))
            for parent in unit.parents
        ),
        names=tuple(Dated(name.text, _held(name.valid_from, name.valid_until)) for name in unit.names),
        codes=tuple(
            CodeView(code.scheme, code.value, _held(code.valid_from, code.valid_until)) for code in unit.codes
        ),
        aliases=unit.aliases,
        contact=_contact(unit),
        note=unit.note,
        origins=tuple(change_view(derived, each) for each in history.origins),
        ends=tuple(change_view(derived, each) for each in history.ends),
        predecessors=predecessor_views(derived, history, unit.id),
        surveys=part,
        series=unit_series(derived, unit.id),
        commissioned=tuple(
            Link(survey.title, addresses.survey(survey.id))
            for survey in back.commissioned_by.get(unit.id, ())[:LISTED]
        ),
        bodies=tuple(
            (unit_link(derived, body), _short(derived, derived.follow_ups.of_addressee.get(body, ())))
            for body in back.serving.get(unit.id, ())
        ),
        addressed=_short(derived, addressed),
        received=_short(derived, derived.follow_ups.of_receiver.get(unit.id, ())),
        supported=_short(derived, derived.follow_ups.of_supporter.get(unit.id, ())),
        board=addresses.recommendations_of("co-quan", unit.id),
        tally=tally_view(tally(addressed)),
        sources=tuple(source.title for source in unit.sources),
        following=following_unit(derived, unit.id),
    )


def _short(derived: Derived, follow_ups: Sequence[FollowUp]) -> tuple[RecommendationView, ...]:
    return tuple(recommendation_view(context_of(derived, each.survey), each) for each in follow_ups[:LISTED])


GeneralLinks: TypeAlias = tuple[tuple[str, tuple[Link, ...]], ...]


def _general(survey: Survey) -> GeneralLinks:
    """Return the links to what a survey states of nobody by name, by kind: the same for each of its units."""
    links: dict[str, list[Link]] = {}
    for kind, statement in statements_of(survey):
        if kind in ("result", "limitation") and statement.scope.kind is not ScopeKind.UNITS:
            links.setdefault(kind, []).append(statement_link(survey, statement))
    return tuple((label("statement_kind", kind), tuple(found)) for kind, found in links.items())


def _survey(derived: Derived, unit: Unit, survey: Survey, general: GeneralLinks) -> UnitSurveyView:
    """Return one survey as a unit's page shows it; what names no unit is linked, never printed as its own."""
    context = context_of(derived, survey)
    return UnitSurveyView(
        anchor=f"cuoc-{survey.id}",
        whole=Link(words("phrases")["whole_survey"], addresses.survey(survey.id)),
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


def _kind(unit: Unit) -> str:
    kind = label("unit_classification", unit.classification)
    if unit.level is None:
        return kind
    return str(words("phrases")["of_level"].format(kind=kind, level=label("level", unit.level).lower()))


def _held(valid_from: EdtfDate | None, valid_until: EdtfDate | None) -> str | None:
    """Return from when to when something held, as far as it is stated; None when nothing is."""
    key = {(True, True): "held", (True, False): "held_from", (False, True): "held_until"}.get(
        (valid_from is not None, valid_until is not None)
    )
    if key is None:
        return None
    start, end = (None if date is None else time(date) for date in (valid_from, valid_until))
    return str(words("phrases")[key].format(start=start, end=end))


def _contact(unit: Unit) -> tuple[tuple[str, str], ...]:
    if unit.contact is None:
        return ()
    names = words("phrases")["contact"]
    return tuple(
        (names[field], value)
        for field in type(unit.contact).model_fields
        if (value := getattr(unit.contact, field)) is not None
    )
