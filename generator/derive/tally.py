"""How many recommendations of a group stand where? Every total on every page comes from here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.derive.followup import FollowUp
from generator.duties.deadlines import TimelinessCode
from generator.duties.standing import StatusCode


class Tally(NamedTuple):
    """How many recommendations of a group stand where; shares are taken of ``counted``."""

    total: int
    counted: int
    verified: int
    claimed: int
    overdue: int
    declined_overdue: int
    without_body: int
    recurred: int
    of_status: Mapping[StatusCode, int]
    outside: Mapping[StatusCode, int]
    """What is no part of ``counted``."""


def tally(follow_ups: Iterable[FollowUp]) -> Tally:
    """Return the counts of a group of recommendations; every total on every page comes from here."""
    group = list(follow_ups)
    counted = [each for each in group if each.is_counted]
    late = Counter(each.timeliness.code for each in group)
    of_status = Counter(each.code for each in group)
    outside = Counter(each.code for each in group if not each.is_counted)
    return Tally(
        total=len(group),
        counted=len(counted),
        verified=sum(each.code is StatusCode.DONE_VERIFIED for each in counted),
        claimed=sum(each.is_claimed for each in counted),
        overdue=late[TimelinessCode.OVERDUE],
        declined_overdue=late[TimelinessCode.DECLINED_OVERDUE],
        without_body=sum(each.is_without_body for each in group),
        recurred=sum(bool(each.recurred) for each in group),
        of_status={code: of_status[code] for code in StatusCode},
        outside={code: outside[code] for code in StatusCode},
    )
