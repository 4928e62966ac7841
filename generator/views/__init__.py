"""What does one page show? One view for each kind of page, made from its entries in the register."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from generator.derive import Derived
from generator.register.entry import Entry, PageKind
from generator.views.article import article_views
from generator.views.board import board_views, body_views
from generator.views.changed import correction_list_views, update_views
from generator.views.comparison import comparison_views
from generator.views.glossary import glossary_views
from generator.views.head import PageHead
from generator.views.home import home_views
from generator.views.indicator import indicator_list_views, indicator_views
from generator.views.notice import notice_views
from generator.views.recommendation import recommendation_views
from generator.views.survey import survey_views
from generator.views.survey_list import survey_list_views
from generator.views.topic import topic_list_views, topic_views
from generator.views.unit import unit_views
from generator.views.unit_list import unit_group_views, unit_list_views


class View(Protocol):
    """All that one page shows, without Markdown or HTML."""

    @property
    def head(self) -> PageHead:
        """What the page says of itself."""


ViewsOf = Callable[[Derived, list[Entry[Any]]], Iterator[View]]
"""Makes the views of pages of one kind, in the order of their entries; any of them may be left out."""

VIEWS: Mapping[PageKind, ViewsOf] = {
    PageKind.HOME: home_views,
    PageKind.ARTICLE: article_views,
    PageKind.SURVEY_LIST: survey_list_views,
    PageKind.SURVEY: survey_views,
    PageKind.NOTICE: notice_views,
    PageKind.UNIT_LIST: unit_list_views,
    PageKind.UNIT_GROUP: unit_group_views,
    PageKind.UNIT: unit_views,
    PageKind.BOARD: board_views,
    PageKind.BODIES: body_views,
    PageKind.RECOMMENDATION: recommendation_views,
    PageKind.INDICATOR_LIST: indicator_list_views,
    PageKind.INDICATOR: indicator_views,
    PageKind.COMPARISON: comparison_views,
    PageKind.TOPIC_LIST: topic_list_views,
    PageKind.TOPIC: topic_views,
    PageKind.GLOSSARY: glossary_views,
    PageKind.UPDATES: update_views,
    PageKind.CORRECTIONS: correction_list_views,
}
