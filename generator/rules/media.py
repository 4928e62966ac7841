"""Are the pictures and documents there, described, and free of what they should not tell?"""

from collections.abc import Iterator
from hashlib import sha256

from generator.model.source import Document
from generator.model.survey import Media, Survey
from generator.pictures import MOST_BYTES, MOST_PIXELS, Flaw
from generator.problems import Complaint, Place
from generator.rules.context import Context, Sheet, rule, survey_rule
from generator.rules.pdf import Findings, findings
from generator.rules.pictures import is_what_its_name_says, tells_position
from generator.strings import say
from generator.vietnamese.folding import nearest


@survey_rule("R51")
def pictures_are_described(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A picture has a text for those who do not see it (WCAG 2.2, 1.1.1)."""
    for media in sheet.record.media:
        if media.file is not None and media.alt is None:
            yield Complaint(sheet.place_of(media), "R51", media.file)


@survey_rule("R52")
def named_files_exist(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A file that a survey names lies in its folder of ``data/media`` under exactly that name."""
    known = sheet.known.records
    for item, path in _files(sheet):
        if path not in known.media and not known.hides(f"data/media/{path}"):
            folder = f"{sheet.id}/"
            there = [each.removeprefix(folder) for each in known.media if each.startswith(folder)]
            others = say("problems.R52.there", files=", ".join(there)) if there else ""
            details = {"path": f"data/media/{path}", "there": others}
            place, written = sheet.place_of(item) / "file", item.file or ""
            yield Complaint(place, "R52", written, nearest=nearest(written, there) or "", details=details)


@rule("R53")
def files_are_named(known: Context) -> Iterator[Complaint]:
    """Every file of ``data/media`` is named by its survey; nobody would answer for the others."""
    named = {path for sheet in known.surveys for _, path in _files(sheet)}
    for path in known.records.media:
        if path not in named and path.partition("/")[0] not in known.broken_ids("surveys"):
            folder = path.partition("/")[0] if "/" in path else ""
            survey = nearest(folder, known.records.surveys) or ""
            yield Complaint(Place(f"data/media/{path}"), "R53", path, nearest="" if survey == folder else survey)


@survey_rule("R54")
def captions_alone_say_why(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """Where only the caption of a picture is known, the reason why there is no picture is given."""
    for media in sheet.record.media:
        if media.file is None and media.why_absent("file") is None:
            yield Complaint(sheet.place_of(media), "R54", media.id)


@survey_rule("R55")
def checksums_fit(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A document whose checksum is stated is that very document."""
    for item, path in _files(sheet):
        content = sheet.known.records.media.get(path)
        if isinstance(item, Document) and item.sha256 is not None and content is not None:
            found = sha256(content).hexdigest()
            if found != item.sha256:
                details = {"file": path, "found": found}
                yield Complaint(sheet.place_of(item) / "sha256", "R55", item.sha256, details=details)


@survey_rule("R56")
def pictures_do_not_tell_positions(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A picture does not tell by GPS where it was taken, which can be somebody's home."""
    # It is not published with the picture; but everybody can load the original from a public repository.
    for item, path in _files(sheet):
        if tells_position(sheet.known.records.media.get(path, b"")):
            yield Complaint(sheet.place_of(item) / "file", "R56", item.file or "")


@survey_rule("R57")
def files_are_what_their_names_say(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A file is of the kind that its name ends in, or browsers do not show it."""
    for item, path in _files(sheet):
        if path in sheet.known.records.media and not _is_what_its_name_says(sheet, path):
            yield Complaint(sheet.place_of(item) / "file", "R57", item.file or "")


@survey_rule("R58")
def files_are_not_too_large(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A file is not larger than a telephone and the machine that builds the site can take."""
    details = {"bytes": f"{MOST_BYTES // 1024**2} MB", "pixels": f"{MOST_PIXELS // 10**6} triệu điểm ảnh"}
    for item, path in _files(sheet):
        is_too_long = len(sheet.known.records.media.get(path, b"")) > MOST_BYTES
        if is_too_long or sheet.known.records.pictures.get(path) is Flaw.TOO_LARGE:
            yield Complaint(sheet.place_of(item) / "file", "R58", item.file or "", details=details)


@survey_rule("R59")
def pictures_can_be_painted(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A picture is whole and stands still, so that it can be painted anew from its pixels."""
    for item, path in _files(sheet):
        flaw = sheet.known.records.pictures.get(path)
        if flaw in (Flaw.DAMAGED, Flaw.MOVING) and _is_what_its_name_says(sheet, path):
            details = {"what": say(f"problems.R59.{flaw}")}
            yield Complaint(sheet.place_of(item) / "file", "R59", item.file or "", details=details)


@survey_rule("R49", "R64", "R69")
def documents_only_show_pages(sheet: Sheet[Survey]) -> Iterator[Complaint]:
    """A PDF document can be looked into, runs nothing, carries nothing, and names nobody who wrote on it."""
    for item, path in _files(sheet):
        content = sheet.known.records.media.get(path, b"")
        if path.endswith(".pdf") and len(content) <= MOST_BYTES and _is_what_its_name_says(sheet, path):
            yield from _about_document(sheet.place_of(item) / "file", item.file or "", findings(content))


def _about_document(place: Place, file: str, found: Findings | None) -> Iterator[Complaint]:
    if found is None:
        yield Complaint(place, "R64", file)
        return
    if found.does:
        does = ", ".join(say(f"problems.R69.{what}") for what in found.does)
        yield Complaint(place, "R69", file, details={"what": does})
    if found.authors:
        yield Complaint(place, "R49", file, details={"authors": ", ".join(f"“{name}”" for name in found.authors)})


def _is_what_its_name_says(sheet: Sheet[Survey], path: str) -> bool:
    content = sheet.known.records.media.get(path)
    return content is not None and is_what_its_name_says(content, path.rpartition(".")[2])


def _files(sheet: Sheet[Survey]) -> Iterator[tuple[Media | Document, str]]:
    """Yield the pictures and documents that name a file, each with its path below ``data/media``."""
    items: tuple[Media | Document, ...] = (*sheet.record.media, *sheet.record.documents)
    for item in items:
        if item.file is not None:
            yield item, f"{sheet.id}/{item.file}"
