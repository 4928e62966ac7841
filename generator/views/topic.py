"""What do the list of topics and the page of a topic show?"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import recommendations_of, statements_of
from generator.derive.tally import tally
from generator.model.catalogue import Topic
from generator.model.survey import Survey
from generator.parts.tally import TallyView, tally_view
from generator.register.catalogues import TopicPart
from generator.register.entry import Entry
from generator.register.slices import Slice
from generator.register.units import survey_anchor
from generator.strings import label, say
from generator.views.head import PageHead, page_head
from generator.wording.citations import SourceLine, source_lines
from generator.wording.dates import date_text
from generator.wording.names import Link, recommendation_link, statement_link


class TopicEntry(NamedTuple):
    """A topic in the list of topics."""

    topic: Link
    description: str | None
    surveys: int


class TopicListView(NamedTuple):
    """The list of topics."""

    head: PageHead
    topics: tuple[TopicEntry, ...]
    sources: tuple[SourceLine, ...]


class TopicSurveyView(NamedTuple):
    """A survey with what it states about a topic, by kind."""

    anchor: str
    whole: Link
    survey: str
    kind: str
    when: str
    statements: tuple[tuple[str, tuple[Link, ...]], ...]


class TopicView(NamedTuple):
    """One page of a topic."""

    head: PageHead
    title: str
    description: str | None
    parent: Link | None
    children: tuple[Link, ...]
    slice: Slice[TopicSurveyView]
    total: int
    tally: TallyView
    board: str


def topic_list_views(derived: Derived, entries: Iterable[Entry[None]]) -> Iterator[TopicListView]:
    """Yield the list of topics in the order of ``topics.yml``."""
    for entry in entries:
        topics = (
            TopicEntry(_link(topic), topic.description, len(derived.back.of_topic.get(topic.id, ())))
            for topic in derived.archive.topics.values()
        )
        listed = derived.archive.topic_file
        yield TopicListView(page_head(entry), tuple(topics), source_lines(listed.sources, listed.cites))


def topic_views(derived: Derived, entries: Iterable[Entry[TopicPart]]) -> Iterator[TopicView]:
    """Yield the pages of topics, the newest surveys first."""
    topics = derived.archive.topics
    counts: dict[str, TallyView] = {}
    for entry in entries:
        topic, total, part = entry.subject
        if topic.id not in counts:
            counts[topic.id] = tally_view(tally(derived.follow_ups.of_topic.get(topic.id, ())))
        yield TopicView(
            head=page_head(entry),
            title=topic.name,
            description=topic.description,
            parent=None if topic.parent is None else _link(topics[topic.parent]),
            children=tuple(_link(each) for each in topics.values() if each.parent == topic.id),
            slice=part.with_items(tuple(_about_topic(survey, topic.id) for survey in part.items)),
            total=total,
            tally=counts[topic.id],
            board=addresses.recommendations_of("chu-de", topic.id),
        )


def _link(topic: Topic) -> Link:
    return Link(topic.name, addresses.topic(topic.id))


def _about_topic(survey: Survey, topic_id: str) -> TopicSurveyView:
    groups: dict[str, list[Link]] = {}
    for kind, statement in statements_of(survey):
        if topic_id in statement.topics:
            groups.setdefault(label("statement_kind", kind), []).append(statement_link(survey, statement))
    for recommendation in recommendations_of(survey):
        if topic_id in recommendation.topics:
            groups.setdefault(say("pages.recommendations.title"), []).append(
                recommendation_link(survey, recommendation)
            )
    return TopicSurveyView(
        anchor=survey_anchor(survey),
        whole=Link(say("phrases.whole_survey"), addresses.survey(survey.id)),
        survey=survey.title,
        kind=label("survey_kind", survey.kind),
        when=date_text(survey.date),
        statements=tuple((heading, tuple(links)) for heading, links in groups.items()),
    )
