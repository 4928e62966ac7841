"""Are officials named only where the site names them?"""

import re
from collections.abc import Iterator

from generator.model.survey import Member, Survey
from generator.model.values import Words
from generator.model.vocabulary import OfficialNaming
from generator.model.walk import leaves
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule, survey_rule


@rule("R94")
def texts_name_no_officials_where_posts_are_shown(known: Context) -> Iterator[Complaint]:
    """Where the site tells officials' posts only, no text that readers see names one of them."""
    names = _names(known)
    if names is None:
        return
    for sheet in known.sheets:
        if names.search("\n".join(sheet.gathered.texts)):
            for leaf in leaves(sheet.record):
                is_text = isinstance(leaf.mark, Words) and not _is_taken_away(leaf.path)
                if is_text and (found := names.search(leaf.value)):
                    yield Complaint(sheet.at(*leaf.path), "R94", found[0])
    for article in known.records.articles.values():
        for number, line in enumerate((article.title, *article.body.split("\n")), article.body_line - 1):
            if found := names.search(line):
                yield Complaint(Place(article.file, line=number, column=found.start() + 1), "R94", found[0])


@survey_rule("R97")
def members_have_a_name_or_a_post(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Somebody of whom neither name nor post is known cannot be told apart from anybody."""
    for member in sheet.parts(Member):
        if member.name is None and not member.posts:
            yield Complaint(sheet.place_of(member), "R97")


def _names(known: Context) -> re.Pattern[str] | None:
    """Return what finds the names of all members of delegations, None where names may be shown."""
    site = known.records.site
    if site is None or site.officials is not OfficialNaming.POSTS:
        return None
    names = {member.name for sheet in known.surveys for member in sheet.parts(Member) if member.name is not None}
    if not names:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)", re.I)


def _is_taken_away(path: tuple[str | int, ...]) -> bool:
    """Return whether the archive takes the text away: the name of a member, who approved the publication."""
    is_name = path[:2] == ("delegation", "members") and path[-1] == "name"
    return is_name or path[-1] == "approved_by"
