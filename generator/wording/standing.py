"""In which words is it said where a recommendation stands? In the sense of the step that says so, no stronger."""

from collections.abc import Mapping, Sequence

from generator.derive.followup import FollowUp, Owed
from generator.derive.times import name_on
from generator.duties.standing import Found, StatusCode
from generator.model.recommendation import Event
from generator.model.steps import EventType, EventValue
from generator.model.unit import Unit
from generator.strings import label, say
from generator.wording.dates import date_text, day_text
from generator.wording.texts import with_small_initial


def standing_text(owed: Owed, *, size: int | None = None) -> str:
    """Return where one duty stands; ``size`` is how many bodies a group has that owes it together."""
    code, standing = owed.code, owed.standing
    if standing.closing is not None:
        return label("standing", standing.closing.value or standing.closing.type)
    if code is StatusCode.PASSED_ON and standing.word is None:
        return say("phrases.standing.unanswered", label=label("status", code))
    if code in (StatusCode.PASSED_ON, StatusCode.CONTINUING):
        known = _with_finding(_word(standing.word, size), standing.found) or label("status", StatusCode.NO_RESPONSE)
        return say("phrases.standing.and", one=label("status", code), other=with_small_initial(known))
    if standing.found is not None and standing.is_of_the_council:
        return _found(standing.found, standing.better, owed.code)
    if code is StatusCode.ISSUED or standing.word is None:
        return label("status", code)
    return _with_finding(_word(standing.word, size), standing.found)


def whole_text(follow_up: FollowUp, *, size: int | None = None) -> str:
    """Return where the whole stands; of several duties the least far, and how many stand there."""
    if len(follow_up.owed) == 1:
        return standing_text(follow_up.decisive, size=size)
    there = sum(each.code is follow_up.code for each in follow_up.owed)
    noun = say(f"phrases.standing.{_counted(follow_up.owed)}")
    details = {"label": label("status", follow_up.code), "noun": noun}
    return say("phrases.standing.whole", part=there, whole=len(follow_up.owed), **details)


def overview(units: Mapping[str, Unit], follow_up: FollowUp) -> tuple[str, ...]:
    """Return how many bodies, or parts of the work, stand where, and which; nothing of one that is alone."""
    if len(follow_up.owed) == 1:
        return ()
    noun = say(f"phrases.standing.{_counted(follow_up.owed)}")
    return tuple(
        _share(units, each, whole=len(follow_up.owed), noun=noun)
        for code in StatusCode
        if (each := [owed for owed in follow_up.owed if owed.code is code])
    )


def _share(units: Mapping[str, Unit], owed: Sequence[Owed], *, whole: int, noun: str) -> str:
    text = say(
        "phrases.standing.share", part=len(owed), whole=whole, noun=noun, label=label("status", owed[0].code)
    )
    bodies = dict.fromkeys(each.last_body for each in owed if each.last_body is not None)
    names = ", ".join(name_on(units[each], None).text for each in bodies)
    return say("phrases.standing.of", share=text, names=names) if names else text


def _counted(owed: Sequence[Owed]) -> str:
    """Return what is counted: bodies, where each owes one thing."""
    bodies = [each.last_body for each in owed]
    return "bodies" if None not in bodies and len(set(bodies)) == len(bodies) else "parts"


def _found(found: Found, better: Found | None, code: StatusCode) -> str:
    """Return what the council found, and what it found on the same day that sounds better."""
    if found.event.type is EventType.REOPENED:
        return say("phrases.standing.reopened")
    text = label("status", code)
    return text if better is None else say("phrases.standing.both", label=text, other=_finding_label(better))


def _word(word: Event | None, size: int | None) -> str:
    """Return what a body said; of whom nobody is named, that nobody is."""
    if word is None:
        return ""
    if size is not None and word.value is EventValue.REPORTED_DONE:
        return _of_group(word, size)
    if word.by is None and word.value is EventValue.REPORTED_DONE:
        return say("phrases.standing.reported_by_nobody")
    text = label("standing", word.value or word.type)
    return text if word.by is not None else say("phrases.standing.said_by_nobody", label=text)


def _of_group(claim: Event, size: int) -> str:
    """Return how many of a group say that it is done; of a claim without a number only that they work."""
    if claim.members is None:
        return label("standing", EventValue.IN_PROGRESS)
    which = "all_members" if claim.members >= size else "members"
    return say(f"phrases.standing.{which}", members=claim.members, size=size)


def _with_finding(word: str, found: Found | None) -> str:
    """Return a word beside what the council found before or after it."""
    if found is None:
        return word
    finding = found.event
    date = day_text(finding.recorded) if finding.occurred is None else date_text(finding.occurred)
    text = say("phrases.standing.finding", date=date, label=_finding_label(found))
    return say("phrases.standing.and", one=word, other=text) if word else text


def _finding_label(found: Found) -> str:
    return label("standing", found.event.type if found.event.value is None else found.value)
