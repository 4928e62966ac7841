"""What does the status of a recommendation mean? Told once more, plainly and slowly, to check the program by.

It knows dictionaries as the files hold them and the sentences of the 19 points, and nothing of `generator.derive`.
It keeps no state: every question is answered from the list of steps up to a place in it, again and again.
"""

import calendar
import datetime
import itertools
from typing import Any

Step = dict[str, Any]
Case = dict[str, Any]
Work = dict[str, Any]

WORDS = {"position", "progress"}
ACTS = {"verification", "closed", "reopened", "deadline_set", "deadline_extended"}
REFUSALS = {"not_accepted", "will_not_do"}
LESS_THAN_DONE = {"planned", "in_progress", "reported_partial"}
TAKES_BACK = {"accepted", "accepted_in_part", "alternative_proposed"}
FINDINGS = ["not_satisfied", "verified_partial", "verified_done"]
STATUS_OF_FINDING = {
    "not_satisfied": "not_satisfactory",
    "verified_partial": "partly_done",
    "verified_done": "done_verified",
}
ORDER = [
    "declined",
    "no_response",
    "not_satisfactory",
    "explained",
    "accepted",
    "planned",
    "in_progress",
    "partly_done",
    "reported_done",
    "explanation_accepted",
    "done_verified",
]
OUTSIDE = {"issued", "passed_on", "continuing"}
OVER = {"closed", "explanation_accepted"}
NO_DAY = datetime.date.min
NOBODY_YET = "-"


# --- 6: days --------------------------------------------------------------------------------


def earliest(text: str | None) -> datetime.date | None:
    """Return the first day that a date can mean, None where its year is unknown."""
    if text is None or text.startswith("X"):
        return None
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return datetime.date(year, month, day)


def latest(text: str | None) -> datetime.date | None:
    """Return the last day that a date can mean, None where its year is unknown."""
    if text is None or text.startswith("X"):
        return None
    numbers = [int(each) for each in text.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    return datetime.date(year, month, numbers[2] if len(numbers) > 2 else calendar.monthrange(year, month)[1])


def recorded(step: Step) -> datetime.date:
    return datetime.date.fromisoformat(step["recorded"])


def day(step: Step) -> datetime.date:
    """Return the day of a step: its last possible one, but not after it was on record."""
    return min(latest(step.get("occurred")) or recorded(step), recorded(step))


def rank(step: Step) -> int:
    """Return when on its day a step comes: transfers, words, findings and other acts, closings, reopenings."""
    turns = {"transfer": 0, "addressee_added": 0, "position": 1, "progress": 1, "closed": 3, "reopened": 4}
    return turns.get(step["type"], 2)


def in_order(steps: list[Step]) -> list[Step]:
    return [step for _, step in sorted(enumerate(steps), key=lambda each: (day(each[1]), rank(each[1]), each[0]))]


# --- 1, 2, 4: who owes what ------------------------------------------------------------------


def first_works(case: Case) -> list[Work]:
    """Return the pieces of work as the recommendation gave them out: who holds each, since which step."""
    addressee = case.get("addressee", {})
    if "lead" in addressee:
        return [work(addressee["lead"], None)]
    shares = addressee.get("leads", [])
    return [work(each["unit"], each.get("id"), which=at) for at, each in enumerate(shares)] or [work(None, None)]


def work(body: str | None, part: str | None, *, since: int = 0, which: int = 0) -> Work:
    """Return a piece of work: who held it from which place on, the last of them, and the part that it is.

    `which` tells apart what one body holds from the same place on.
    """
    return {"holders": [(since, body, which)], "body": body, "part": part}


def shares_of(step: Step) -> list[tuple[str | None, str | None]]:
    single = [(step["receiver"], None)] if "receiver" in step else []
    return single + [(each["unit"], each.get("id")) for each in step.get("receivers", [])]


def works_before(case: Case, place: int) -> list[Work]:
    """Return the pieces of work just before the step at a place, from the beginning on."""
    works = first_works(case)
    for number, step in enumerate(case["steps"][:place]):
        if step["type"] == "addressee_added":
            works = works + [
                work(body, part, since=number + 1, which=at) for at, (body, part) in enumerate(shares_of(step))
            ]
        if step["type"] == "transfer":
            works = moved(case, works, number, step)
    return works


def may_move(case: Case, each: Work, step: Step) -> bool:
    """Return whether the council, the law or a superior moves the work, and not the one that owes it."""
    return step.get("by") is None or step["by"] in case["finders"] or step["by"] != each["body"]


def moved(case: Case, works: list[Work], number: int, step: Step) -> list[Work]:
    concerned = [
        each
        for each in concerned_by(case, works, number, step)
        if is_open(case, each, number) and may_move(case, each, step)
    ]
    found: list[Work] = []
    for each in works:
        if each not in concerned:
            found.append(each)
            continue
        if step.get("keeps_rest") == "true":
            found.append(each)
        for at, (body, part) in enumerate(shares_of(step) or [(None, None)]):
            found.append(
                {
                    "holders": [*each["holders"], (number + 1, body, at)],
                    "body": body,
                    "part": each["part"] if part is None else part,
                }
            )
    return found


def holder_at(each: Work, place: int) -> str | None:
    held: list[str | None] = [body for since, body, _ in each["holders"] if since <= place]
    return held[-1] if held else NOBODY_YET


# --- 5: about whom ---------------------------------------------------------------------------


def named(works: list[Work], step: Step) -> list[Work] | None:
    """Return the pieces of work that a step names, None where it names none."""
    about, parts = step.get("about", []), step.get("parts", [])
    if not about and not parts:
        return None
    if parts:
        return [each for each in works if each["part"] in parts]
    gone = set(about) - {each["body"] for each in works}
    return [each for each in works if each["body"] in about or gone & {held[1] for held in each["holders"]}]


def concerned_by(case: Case, works: list[Work], number: int, step: Step) -> list[Work]:
    """Return the pieces of work that a step speaks of: those it names, else the only open one."""
    chosen = named(works, step)
    if chosen is not None:
        return chosen
    if len(works) == 1:
        return works
    still_open = [each for each in works if is_open(case, each, number)]
    return still_open if len(still_open) == 1 else []


def is_open(case: Case, each: Work, place: int) -> bool:
    return status(case, each, place)["code"] not in OVER | {"done_verified"}


def is_unclear(case: Case, number: int, step: Step) -> bool:
    """Return whether somebody must be asked of whose work a step speaks."""
    works = works_before(case, number)
    if named(works, step) is not None or len(works) == 1 or not needs_a_work(case, step):
        return False
    return len([each for each in works if is_open(case, each, number)]) != 1


def needs_a_work(case: Case, step: Step) -> bool:
    if step["type"] in WORDS:
        return step.get("by") not in case["owners"] | supporters(case)
    if step["type"] == "transfer":
        return True
    return step["type"] in ACTS and step.get("by") in case["finders"]


def all_named(case: Case) -> set[str]:
    """Return all bodies to which the work was given, or was meant to be given by some step."""
    shares = [share for step in case["steps"] if rank(step) == 0 for share in shares_of(step)]
    return {body for body in [*(each["body"] for each in first_works(case)), *(body for body, _ in shares)] if body}


def all_owners(case: Case) -> set[str]:
    """Return all bodies that hold a piece of the work, or held it: their words are about their own."""
    works = works_before({**case, "owners": all_named(case)}, len(case["steps"]))
    return {body for each in works for _, body, _ in each["holders"] if body}


def supporters(case: Case) -> set[str]:
    return {body for body in case.get("addressee", {}).get("support", []) if body not in case["owners"]}


def words_of(case: Case, each: Work, place: int) -> list[Step]:
    """Return what was said, up to a place, by or for the body that now holds a piece of the work."""
    body, found = each["body"], []
    for number, step in enumerate(case["steps"][:place]):
        if step["type"] not in WORDS or step.get("by") in supporters(case):
            continue
        if step.get("parts") and each["part"] not in step["parts"]:
            continue
        if step.get("about") or step.get("by") in case["owners"]:
            if body in (step.get("about") or [step["by"]]) and is_of_body(case, each, number, body):
                found.append(step)
        elif holder_at(each, number) == body and is_concerned(case, each, number, step):
            found.append(step)
    return found


def is_of_body(case: Case, each: Work, number: int, body: str | None) -> bool:
    """Return whether a word of or about a body is of this work: of what it held then, else of what came to it."""
    works = works_before(case, number)
    held = [other for other in works if other["body"] == body]
    held = held or [other for other in works if body in [holder for _, holder, _ in other["holders"]]]
    then = [holder for holder in each["holders"] if holder[0] <= number]
    return not held or any(other["holders"] == then for other in held)


def is_concerned(case: Case, each: Work, number: int, step: Step) -> bool:
    """Return whether a step spoke of this piece of work, or of what it was before it was moved."""
    then = [held for held in each["holders"] if held[0] <= number]
    works = works_before(case, number)
    return any(other["holders"] == then for other in concerned_by(case, works, number, step))


def acts_of(case: Case, each: Work, place: int) -> list[tuple[int, Step]]:
    """Return what the council did, up to a place, about a piece of the work; never the body that owed it then."""
    return [
        (number, step)
        for number, step in enumerate(case["steps"][:place])
        if step["type"] in ACTS
        if step.get("by") in case["finders"]
        if step["type"] != "verification" or may_verify(case, each, number, step)
        if is_concerned(case, each, number, step)
    ]


def may_verify(case: Case, each: Work, number: int, step: Step) -> bool:
    owing = holder_at(each, number)
    return owing not in case["finders"]


def is_deadline(step: Step) -> bool:
    return step["type"] in ("deadline_set", "deadline_extended")


# --- 7, 9, 10, 11: the status of one piece of work --------------------------------------------


def status(case: Case, each: Work, place: int) -> dict[str, Any]:
    """Return the status of a piece of work just before the step at a place, and since when it is closed."""
    each = {**each, "holders": [held for held in each["holders"] if held[0] <= place]}
    each["body"] = each["holders"][-1][1]
    words = [(case["steps"].index(step), step) for step in words_of(case, each, place)]
    findings: list[tuple[datetime.date, int]] = []
    closing: Step | None = None
    for number, step in acts_of(case, each, place):
        verified = standing_at(words, findings, number) == "done_verified"
        if step["type"] == "verification" and step["value"] in FINDINGS:
            findings, closing = [*findings, (day(step), FINDINGS.index(step["value"]))], None
        elif step["type"] == "closed":
            closing = step
        elif step["type"] == "reopened" and verified:
            findings, closing = [*findings, (day(step), -1)], None
        elif step["type"] == "reopened" or (is_deadline(step) and not verified):
            closing = None
    code = standing([word for _, word in words], findings)
    if closing is not None and code != "done_verified":
        code = "explanation_accepted" if closing["value"] == "explanation_accepted" else "closed"
    return {"code": code, "closing": closing, "findings": findings, "words": [word for _, word in words]}


def standing_at(words: list[tuple[int, Step]], findings: list[tuple[datetime.date, int]], number: int) -> str:
    return standing([word for at, word in words if at < number], findings)


def standing(words: list[Step], findings: list[tuple[datetime.date, int]]) -> str:
    """Return what the words of the body and the findings of the council make of a piece of work together."""
    if not findings:
        return of_words(words)
    last = findings[-1]
    if last[1] != -1:
        last = min((each for each in findings if each[0] == last[0] and each[1] != -1), key=lambda each: each[1])
    found = STATUS_OF_FINDING[FINDINGS[max(last[1], 0)]]
    after = [word for word in words if is_surely_after(word, last[0])]
    if found == "done_verified":
        if refused(after):
            return "declined"
        reopens = any(word["value"] in LESS_THAN_DONE for word in after)
        gave_up = any(word["value"] == "will_not_do" for word in after) and claims(since_refusal(after))
        return of_words(after) if reopens or gave_up else found
    if refused(after) or (found == "partly_done" and refused(words)):
        return "declined"
    return "reported_done" if of_words(claims(after)) == "reported_done" else found


def is_surely_after(word: Step, finding: datetime.date) -> bool:
    first = earliest(word.get("occurred"))
    return first is not None and first > finding


def claims(words: list[Step]) -> list[Step]:
    return [word for word in words if word["type"] == "progress" and word["value"] != "will_not_do"]


def refused(words: list[Step]) -> bool:
    """Return whether a refusal stands: neither taken back by agreeing nor by going to work."""
    stands = False
    for word in words:
        if word["value"] in REFUSALS:
            stands = True
        elif word["type"] == "progress" or word["value"] in TAKES_BACK:
            stands = False
    return stands


def since_refusal(words: list[Step]) -> list[Step]:
    """Return the words after the last refusal: what was said before it counts no more, even if it is taken back."""
    places = [at for at, word in enumerate(words) if word["value"] in REFUSALS]
    return words[places[-1] + 1 :] if places else words


def of_words(words: list[Step]) -> str:
    """Return what the words of a body make of its work by themselves."""
    if refused(words):
        return "declined"
    words = since_refusal(words)
    if claims(words):
        last = claims(words)[-1]["value"]
        return "in_progress" if last == "reported_partial" else str(last)
    positions = [word["value"] for word in words if word["type"] == "position" and word["value"] not in REFUSALS]
    if not positions:
        return "no_response"
    return "explained" if positions[-1] == "explained" else "accepted"


# --- 15, 16, 17: in time or late -------------------------------------------------------------


def end_of(deadline: dict[str, Any] | None) -> datetime.date | None:
    """Return the last day of a stated deadline, None where it is none."""
    if deadline is None or "date" not in deadline:
        return None
    first, _, last = deadline["date"].partition("/")
    if deadline.get("before") == "true":
        start = earliest(first)
        return None if start is None else start - datetime.timedelta(days=1)
    return latest(last or first)


def limits(case: Case, each: Work) -> list[tuple[datetime.date, datetime.date]]:
    """Return the deadlines that a piece of work had, each with the day from which it counts."""
    first = end_of(case.get("deadline"))
    found = [] if first is None else [(NO_DAY, first)]
    for number, step in acts_of(case, each, len(case["steps"])):
        if not is_deadline(step) or status(case, each, number)["code"] == "done_verified":
            continue
        new = datetime.date.fromisoformat(step["deadline"])
        if step["type"] == "deadline_set" or not found or new > found[-1][1]:
            found.append((day(step), new))
    return found


def missed(case: Case, each: Work, known: list[tuple[datetime.date, datetime.date]]) -> datetime.date | None:
    """Return the first deadline that had passed, with nothing reported done in time, when the next was set."""
    for (_, old), (since, _) in itertools.pairwise(known):
        place = sum(day(step) <= since for step in case["steps"])
        if since > old and not was_done_by(old, good_claims(case, each, place)):
            return old
    return None


def timeliness(case: Case, each: Work) -> dict[str, Any]:
    """Return whether a piece of work is in time, its deadline, and the earlier one that was missed."""
    known, found = limits(case, each), status(case, each, len(case["steps"]))
    if not known:
        over = found["code"] in OVER
        return {"code": "not_counted" if over else without_limit(case), "limit": None, "missed": None}
    limit = known[-1][1]
    return {
        "code": code_of_time(case, each, found, limit),
        "limit": limit,
        "missed": missed(case, each, known),
    }


def without_limit(case: Case) -> str:
    if case.get("deadline"):
        return "as_stated"
    reasons = {each["field"]: each["reason"] for each in case.get("absent", [])}
    return "no_deadline" if reasons.get("deadline") == "not_stated" else "unknown_deadline"


def code_of_time(case: Case, each: Work, found: dict[str, Any], limit: datetime.date) -> str:
    good = good_claims(case, each, len(case["steps"]))
    if found["code"] in OVER:
        in_time = day(found["closing"]) <= limit or (good and outcome(good, limit) != "late")
        return "not_counted" if in_time else "closed_overdue"
    if found["code"] == "done_verified":
        return "done_on_time" if found["findings"][-1][0] <= limit else "done_" + outcome(good, limit)
    if found["code"] == "reported_done":
        came_out = outcome(good, limit)
        return "done_unknown" if came_out == "unknown" else "reported_" + came_out
    if case["today"] <= limit:
        return "not_due"
    return "declined_overdue" if found["code"] == "declined" else "overdue"


def good_claims(case: Case, each: Work, place: int) -> list[Step]:
    """Return the claims of completion that nobody rejected and the body did not take back.

    A verification confirms the work whoever claimed it; an unverified claim is that of who owes now.
    """
    found = status(case, each, place)
    verified = status(case, each, len(case["steps"]))["code"] == "done_verified"
    words = words_of_all(case, each, place) if verified else found["words"]
    rejected = [at for at, value in found["findings"] if value < FINDINGS.index("verified_done")]
    words = [word for word in words if not rejected or is_surely_after(word, rejected[-1])]
    lesser = [
        at for at, word in enumerate(words) if word["type"] == "progress" and word["value"] != "reported_done"
    ]
    return [word for word in words[lesser[-1] + 1 if lesser else 0 :] if word["value"] == "reported_done"]


def words_of_all(case: Case, each: Work, place: int) -> list[Step]:
    """Return the words of all who held a piece of the work, in the order of time."""
    bodies = {body for _, body, _ in each["holders"]}
    said = [step for body in bodies for step in words_of(case, {**each, "body": body}, place)]
    return [step for step in case["steps"] if step in said]


def days_of(good: list[Step]) -> tuple[datetime.date | None, datetime.date]:
    """Return the first and the last day on which the work can have been done: as stated, else as first claimed."""
    stated = [word for word in good if "completed" in word]
    word = stated[-1] if stated else good[0]
    text = word["completed"] if stated else word.get("occurred")
    return earliest(text), min(latest(text) or recorded(word), recorded(word))


def was_done_by(limit: datetime.date, good: list[Step]) -> bool:
    return bool(good) and days_of(good)[1] <= limit


def outcome(good: list[Step], limit: datetime.date) -> str:
    if not good:
        return "unknown"
    first, last = days_of(good)
    if last <= limit:
        return "on_time"
    return "late" if first is not None and first > limit else "unknown"


# --- 3, 8, 13, 14: the whole recommendation ---------------------------------------------------


def follow(case: Case) -> dict[str, Any]:
    """Return what became of a recommendation: of each piece of work, and of the whole."""
    case = {**case, "steps": in_order(case["steps"])}
    case["owners"] = all_owners(case)
    places = len(case["steps"])
    owed = [one(case, each) for each in works_before(case, places)]
    return {
        "owed": owed,
        "status": whole([each["status"] for each in owed]),
        "responsible": sorted({each["body"] for each in owed if must_act(case, each)}),
        "unclear": [step["id"] for at, step in enumerate(case["steps"]) if is_unclear(case, at, step)],
        "orphan": any(is_orphan(case, each) for each in owed),
    }


def one(case: Case, each: Work) -> dict[str, Any]:
    code = status(case, each, len(case["steps"]))["code"]
    own = "issued" if each["body"] in case["finders"] and code == "reported_done" else code
    return {
        "body": each["body"],
        "part": each["part"],
        "moved": len(each["holders"]) > 1,
        "status": own,
        "time": timeliness(case, each),
    }


def is_orphan(case: Case, each: dict[str, Any]) -> bool:
    if each["status"] in OVER | OUTSIDE | {"done_verified"}:
        return False
    return each["moved"] if each["body"] is None else has_ended(case, each["body"])


def has_ended(case: Case, body: str) -> bool:
    until = case["ended"].get(body)
    return until is not None and datetime.date.fromisoformat(until) < case["today"]


def must_act(case: Case, each: dict[str, Any]) -> bool:
    done = each["status"] in OVER | OUTSIDE | {"done_verified"}
    return not done and each["body"] is not None and not has_ended(case, each["body"])


def whole(codes: list[str]) -> str:
    """Return the status of the whole: of what is still followed the least far; what is closed is set aside."""
    followed = [code for code in codes if code in ORDER]
    if followed:
        return min(followed, key=ORDER.index)
    return next(code for code in ("issued", "closed") if code in codes)


def counts(case: Case, found: dict[str, Any]) -> dict[str, int]:
    """Return in which totals the recommendation is counted."""
    code = found["status"]
    followed = [each for each in found["owed"] if each["status"] not in OVER] or found["owed"]
    times = {each["time"]["code"] for each in followed}
    counted = any(
        each["status"] not in OUTSIDE | {"closed"} and each["body"] not in case["finders"] for each in found["owed"]
    )
    return {
        "counted": int(counted),
        "verified": int(counted and code == "done_verified"),
        "overdue": int("overdue" in times),
        "declined_overdue": int("declined_overdue" in times and "overdue" not in times),
        "without_body": int(found["orphan"]),
    }
