"""Does each step say of whom it speaks, and may its speaker say it?"""

from collections.abc import Iterator

from generator.duties.deadlines import end_of
from generator.duties.owing import OF_THE_COUNCIL, Duty, Owing, owing_of
from generator.duties.standing import DEADLINES, StatusCode, standing_of
from generator.model.recommendation import Addressee, Event, Recommendation
from generator.model.steps import EventType, EventValue
from generator.model.survey import Survey
from generator.problems import Complaint
from generator.rules.context import Sheet, survey_rule
from generator.rules.days import said
from generator.strings import codes_of, say

_LIFETIME = 36_525
"""More days nobody sets; another rule says so."""


@survey_rule("R110")
def addressees_are_said_one_way(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Who must act is one body, several, or words of the source; only a group in words has a size."""
    for addressee in sheet.parts(Addressee):
        given = [addressee.lead is not None, bool(addressee.leads), addressee.stated is not None]
        if sum(given) != 1:
            yield _addressee(sheet, addressee, "several" if any(given) else "none")
        elif addressee.size is not None and addressee.stated is None:
            yield _addressee(sheet, addressee, "size")


@survey_rule("R111")
def steps_say_of_whom_they_speak(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Where several bodies still owe something, a step that may speak of any of them says of which."""
    for _, owing in _owings(sheet):
        for event, open_ in owing.unclear:
            choices = ", ".join(dict.fromkeys(map(_choice, open_)))
            name = "about" if any(each.part_id is None for each in open_) else "parts"
            yield Complaint(sheet.place_of(event), "R111", event.id, choices, details={"name": name})


@survey_rule("R112")
def only_the_council_judges(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The council that asked and its organs verify, close and set deadlines; nobody judges itself."""
    judges = sheet.known.councils.finders(sheet.record)
    for recommendation, owing in _owings(sheet):
        for event in recommendation.events:
            if event.type in OF_THE_COUNCIL and event.by is not None and event.by not in judges:
                owes = any(event.by in each.bodies for each in owing.duties)
                what = say(f"problems.R112.what.{'itself' if owes else 'another'}", unit=event.by)
                place, types = sheet.place_of(event) / "by", codes_of("event_type", [event.type])
                yield Complaint(
                    place, "R112", event.by, ", ".join(sorted(judges)), details={"what": what, "type": types}
                )


@survey_rule("R113")
def findings_say_whose_they_are(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """What nobody is said to have found, closed or set changes no status: readers are told so."""
    for event in sheet.parts(Event):
        if event.type in OF_THE_COUNCIL and event.by is None and event.why_absent("by") is None:
            details = {"event": event.id, "type": codes_of("event_type", [event.type])}
            yield Complaint(sheet.place_of(event), "R113", event.id, details=details)


@survey_rule("R114")
def nobody_frees_itself(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Who owes passes on a letter and not its duty: only the council, the law or a superior transfers it."""
    for recommendation, owing in _owings(sheet):
        for event in recommendation.events:
            itself = event.by is not None and any(event.by in each.bodies for each in owing.duties)
            if event.type is EventType.TRANSFER and itself and event.reorganisation is None:
                yield Complaint(sheet.place_of(event) / "by", "R114", event.by or "")


@survey_rule("R115")
def steps_speak_of_who_owes(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """The bodies and parts of which a step speaks are among those that owe something of the recommendation."""
    for recommendation, owing in _owings(sheet):
        bodies = sorted({body for each in owing.duties for body in each.bodies if body is not None})
        parts = sorted({each.part_id for each in owing.duties if each.part_id is not None})
        for event in recommendation.events:
            for name, known in (("about", bodies), ("parts", parts)):
                for position, written in enumerate(getattr(event, name)):
                    if written not in known:
                        place = sheet.place_of(event) / name / position
                        yield Complaint(place, "R115", written, ", ".join(known))


@survey_rule("R116")
def extensions_give_more_time(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """An extension ends later than what it extends; an earlier day is a new deadline, not an extension."""
    holidays = sheet.known.records.holidays
    for recommendation, owing in _owings(sheet):
        deadline = recommendation.deadline
        is_counted = deadline is not None and (deadline.days or 0) <= _LIFETIME
        first = end_of(deadline, holidays) if deadline is not None and is_counted else None
        for duty in owing.duties:
            before = first
            for event in (each for each in duty.steps if each.type in DEADLINES and each.deadline is not None):
                is_earlier = before is not None and event.deadline is not None and event.deadline <= before
                if is_earlier and before is not None and event.type is EventType.DEADLINE_EXTENDED:
                    place, details = sheet.place_of(event) / "deadline", {"before": said(before)}
                    yield Complaint(place, "R116", said(event.deadline or before), details=details)
                before = event.deadline


@survey_rule("R117")
def deadlines_are_for_what_is_open(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A deadline for what is verified as done changes nothing; perhaps it was meant for something else."""
    for recommendation, owing in _owings(sheet):
        for duty in owing.duties:
            for place, event in enumerate(duty.steps):
                is_done = standing_of(duty.steps[:place], size=recommendation.size).code is StatusCode.DONE_VERIFIED
                if event.type in DEADLINES and is_done:
                    yield Complaint(sheet.place_of(event) / "deadline", "R117", event.id)


@survey_rule("R118")
def claims_of_a_group_say_of_how_many(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Of a group whose size is known a claim that it is done says for how many, or it counts as under way."""
    for recommendation in sheet.record.recommendations:
        size = recommendation.size
        for event in recommendation.events if size is not None else ():
            if event.value is EventValue.REPORTED_DONE and event.members is None:
                yield Complaint(sheet.place_of(event), "R118", event.id, details={"size": str(size)})
            elif event.members is not None and size is not None and event.members > size:
                yield Complaint(
                    sheet.place_of(event) / "members", "R118", str(event.members), details={"size": str(size)}
                )


def _owings(sheet: Sheet[Survey]) -> Iterator[tuple[Recommendation, Owing]]:
    """Yield each recommendation with what is owed of it."""
    judges = sheet.known.councils.finders(sheet.record)
    for recommendation in sheet.record.recommendations:
        yield recommendation, owing_of(recommendation, finders=judges)


def _choice(duty: Duty) -> str:
    """Return how a step names a duty: by its part, else by its body."""
    return duty.part_id or next((body for body in duty.bodies if body is not None), "")


def _addressee(sheet: Sheet[Survey], addressee: Addressee, which: str) -> Complaint:
    return Complaint(sheet.place_of(addressee), "R110", details={"what": say(f"problems.R110.what.{which}")})
