"""What have people agreed to leave as it is, and does the agreement still hold?"""

from collections.abc import Iterable, Iterator

from generator.model.catalogue import ExceptionEntry
from generator.problems import Complaint, Place
from generator.rules.context import Context, rule
from generator.rules.days import said
from generator.strings import say, words
from generator.vietnamese.folding import nearest

FILE = "data/exceptions.yml"

UNUSED = "R93"
"""The one code that no rule gives: what is unused is known once all rules have spoken."""


@rule("R90")
def exceptions_are_possible(known: Context) -> Iterator[Complaint]:
    """An exception names a code that there is, of a kind that people may agree to leave."""
    for place, entry in _entries(known):
        excusable = [code for code, texts in words("problems").items() if texts.get("excusable")]
        if entry.code not in excusable:
            which = "other" if entry.code in words("problems") and entry.code != "labels" else "unknown"
            what = say(f"problems.R90.what.{which}", code=entry.code)
            right = nearest(entry.code, excusable) or ""
            yield Complaint(place / "code", "R90", entry.code, ", ".join(excusable), right, {"what": what})


@rule("R91")
def exceptions_name_a_file(known: Context) -> Iterator[Complaint]:
    """An exception holds for one file, which there is."""
    files = [*known.records.files, *(f"data/media/{path}" for path in known.records.media)]
    for place, entry in _entries(known):
        if entry.file not in files:
            yield Complaint(place / "file", "R91", entry.file, nearest=nearest(entry.file, files) or "")


@rule("R92")
def exceptions_end(known: Context) -> Iterator[Complaint]:
    """An exception is looked at again after its last day; until then it holds, for no day may stop the site."""
    for place, entry in _entries(known):
        if entry.until < known.today:
            details = {"until": said(entry.until), "code": entry.code, "file": entry.file}
            yield Complaint(place / "until", "R92", str(entry.until), details=details)


def excused(complaints: Iterable[Complaint], known: Context) -> tuple[list[Complaint], set[tuple[str, str]]]:
    """Return the complaints that no exception silences, and the (code, file) of the exceptions that did.

    Where the file of exceptions cannot be used, nobody knows what is agreed: what may be excused waits for it.
    """
    is_unknown = FILE in known.records.broken
    agreed = {(entry.code, entry.file) for _, entry in _entries(known) if _may_be_excused(entry.code)}
    left, used = [], set()
    for complaint in complaints:
        key = (complaint.code, complaint.place.file)
        if key in agreed:
            used.add(key)
        elif not (is_unknown and _may_be_excused(complaint.code)):
            left.append(complaint)
    return left, used


def unused(known: Context, used: set[tuple[str, str]]) -> Iterator[Complaint]:
    """An exception that silences nothing is over, and would hide the next problem of its kind."""
    for place, entry in _entries(known):
        could = (
            _may_be_excused(entry.code)
            and entry.file in known.records.files
            and entry.file not in known.records.broken
        )
        if could and (entry.code, entry.file) not in used:
            yield Complaint(place, UNUSED, f"{entry.code}, {entry.file}")


def _may_be_excused(code: str) -> bool:
    return bool(words("problems").get(code, {}).get("excusable", False))


def _entries(known: Context) -> Iterator[tuple[Place, ExceptionEntry]]:
    for position, entry in enumerate(known.records.exceptions):
        yield Place(FILE) / "exceptions" / position, entry
