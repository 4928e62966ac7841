"""What do the home page, a topic, the glossary and an editorial page show?"""

from collections.abc import Iterator
from typing import NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.derive.backlinks import statements_of
from generator.derive.followup import tally
from generator.load import Article
from generator.model.catalogue import Topic
from generator.strings import label, words
from generator.vietnamese.collation import sort_key
from generator.vietnamese.folding import anchor
from generator.views.card import SurveyCard, survey_card
from generator.views.cut import Slice, slices
from generator.views.following import Following, following_topic
from generator.views.shown import Crumb, Link, crumbs, day, time
from generator.views.statement import recommendation_link, statement_link
from generator.views.tally import TallyView, tally_view

NEWEST = 5
SURVEYS_A_PAGE = 20


class HomeView(NamedTuple):
    """The start of the site."""

    article: Article
    newest: tuple[SurveyCard, ...]
    surveys: int
    units: int
    tally: TallyView
    topics: tuple[Link, ...]


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

    address: str
    crumbs: tuple[Crumb, ...]
    title: str
    description: str | None
    parent: Link | None
    children: tuple[Link, ...]
    slice: Slice[TopicSurveyView]
    total: int
    tally: TallyView
    board: str
    following: Following


class TermView(NamedTuple):
    """A term or short form."""

    anchor: str
    term: str
    full: str | None
    definition: str | None


class GlossaryView(NamedTuple):
    """The glossary, in Vietnamese order."""

    address: str
    crumbs: tuple[Crumb, ...]
    terms: tuple[TermView, ...]


class ArticleView(NamedTuple):
    """An editorial page."""

    address: str
    crumbs: tuple[Crumb, ...]
    edit: str
    article: Article


class NoticeView(NamedTuple):
    """What is left of a withdrawn survey: that it was withdrawn, when and why."""

    address: str
    crumbs: tuple[Crumb, ...]
    withdrawn: str | None
    reason: str


def home_view(derived: Derived) -> HomeView:
    """Return what the start of the site shows."""
    archive, back = derived.archive, derived.back
    return HomeView(
        article=archive.articles["trang-chu"],
        newest=tuple(survey_card(derived, survey) for survey in back.surveys[:NEWEST]),
        surveys=len(back.surveys),
        units=len(back.of_unit),
        tally=tally_view(tally(derived.follow_ups.all)),
        topics=tuple(Link(topic.name, addresses.topic(topic.id)) for topic in archive.topics.values()),
    )


def topic_pages(derived: Derived, topic: Topic) -> Iterator[TopicView]:
    """Yield the pages of a topic, its newest surveys first."""
    topics = derived.archive.topics
    surveys = derived.back.of_topic.get(topic.id, ())
    counts = tally_view(tally(derived.follow_ups.of_topic.get(topic.id, ())))
    for part in slices(addresses.topic(topic.id), surveys, SURVEYS_A_PAGE):
        shown = tuple(_about_topic(derived, survey.id, topic.id) for survey in part.items)
        yield TopicView(
            address=part.address,
            crumbs=crumbs(Link(words("phrases")["topics"], addresses.TOPICS), topic.name),
            title=topic.name,
            description=topic.description,
            parent=None if topic.parent is None else Link(topics[topic.parent].name, addresses.topic(topic.parent)),
            children=tuple(
                Link(each.name, addresses.topic(each.id)) for each in topics.values() if each.parent == topic.id
            ),
            slice=part.with_items(shown),
            total=len(surveys),
            tally=counts,
            board=addresses.recommendations_of("chu-de", topic.id),
            following=following_topic(derived, topic.id),
        )


def _about_topic(derived: Derived, survey_id: str, topic_id: str) -> TopicSurveyView:
    survey = derived.archive.surveys[survey_id]
    groups: dict[str, list[Link]] = {}
    for kind, statement in statements_of(survey):
        if topic_id in statement.topics:
            groups.setdefault(kind, []).append(statement_link(survey, statement))
    for recommendation in survey.recommendations:
        if topic_id in recommendation.topics:
            groups.setdefault("recommendation", []).append(recommendation_link(survey, recommendation))
    headings = words("vocabulary")["statement_kind"] | {"recommendation": words("phrases")["recommendations"]}
    return TopicSurveyView(
        anchor=f"cuoc-{survey_id}",
        whole=Link(words("phrases")["whole_survey"], addresses.survey(survey_id)),
        survey=survey.title,
        kind=label("survey_kind", survey.kind),
        when=time(survey.date),
        statements=tuple((headings[kind], tuple(links)) for kind, links in groups.items()),
    )


def glossary_view(derived: Derived) -> GlossaryView:
    """Return the terms in Vietnamese order."""
    taken: set[str] = set()
    terms = sorted(derived.archive.glossary, key=lambda entry: sort_key(entry.term))
    return GlossaryView(
        addresses.GLOSSARY,
        crumbs(words("phrases")["glossary"]),
        tuple(TermView(anchor(entry.term, taken), entry.term, entry.full, entry.definition) for entry in terms),
    )


def article_view(article: Article) -> ArticleView:
    """Return an editorial page."""
    return ArticleView(addresses.article(article.id), crumbs(article.title), article.file, article)


def notice_views(derived: Derived) -> Iterator[NoticeView]:
    """Yield the notices that stand where withdrawn surveys and their recommendations were.

    Nothing of the surveys themselves is in them.
    """
    archive, phrases = derived.archive, words("phrases")
    for survey_id, publication in archive.withdrawn.items():
        assert publication.reason is not None, "checked: a withdrawn survey says why"
        places = [(addresses.survey(survey_id), Link(phrases["surveys"], addresses.SURVEYS))]
        places += [
            (addresses.recommendation(survey_id, each), Link(phrases["recommendations"], addresses.RECOMMENDATIONS))
            for each in archive.withdrawn_recommendations[survey_id]
        ]
        for address, above in places:
            yield NoticeView(
                address=address,
                crumbs=crumbs(above, phrases["withdrawn_record"]),
                withdrawn=None if publication.withdrawn is None else day(publication.withdrawn, words("dates")),
                reason=publication.reason,
            )
