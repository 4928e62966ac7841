"""Which pages are about topics and terms?"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator import addresses
from generator.derive import Derived
from generator.model.catalogue import GlossaryEntry, Topic
from generator.model.survey import Survey
from generator.register.entry import Entry, PageKind, former_pages, list_entry, page_text
from generator.register.following import following_topic
from generator.register.slices import Slice, slices
from generator.register.units import survey_anchor
from generator.strings import say
from generator.vietnamese.collation import sort_key
from generator.vietnamese.folding import Anchors
from generator.wording.names import Link

SURVEYS_A_PAGE = 20


class TopicPart(NamedTuple):
    """One page of a topic, the newest surveys about it first."""

    topic: Topic
    total: int
    slice: Slice[Survey]


class AnchoredTerm(NamedTuple):
    """A term and where it stands on the page of the glossary."""

    anchor: str
    term: GlossaryEntry


def to_topics() -> Link:
    """Return the link to the list of topics."""
    return Link(say("pages.topics.title"), addresses.TOPICS)


def catalogue_entries(derived: Derived) -> Iterator[Entry[Any]]:
    """Yield the pages of topics and of the glossary."""
    yield list_entry(PageKind.TOPIC_LIST, addresses.TOPICS, None, page_text("topics"))
    for topic in derived.archive.topics.values():
        yield from _topic_entries(derived, topic)
    yield _glossary_entry(derived)


def _topic_entries(derived: Derived, topic: Topic) -> Iterator[Entry[TopicPart]]:
    surveys = derived.back.of_topic.get(topic.id, ())
    text = page_text("topic", to_topics(), step=topic.name, topic=topic.name)
    following = following_topic(derived, topic)
    for part in slices(addresses.topic(topic.id), surveys, SURVEYS_A_PAGE):
        yield Entry(
            address=part.address,
            kind=PageKind.TOPIC,
            subject=TopicPart(topic, len(surveys), part),
            text=text.numbered(part),
            is_list=False,
            is_searched=True,
            former=former_pages(map(addresses.topic, topic.former_ids), part),
            anchors=tuple(survey_anchor(survey) for survey in part.items),
            following=following,
        )


def _glossary_entry(derived: Derived) -> Entry[tuple[AnchoredTerm, ...]]:
    anchors = Anchors()
    terms = sorted(derived.archive.glossary, key=lambda entry: sort_key(entry.term))
    anchored = tuple(AnchoredTerm(anchors.of(entry.term), entry) for entry in terms)
    return Entry(
        address=addresses.GLOSSARY,
        kind=PageKind.GLOSSARY,
        subject=anchored,
        text=page_text("glossary"),
        is_list=False,
        is_searched=True,
        anchors=tuple(each.anchor for each in anchored),
    )
