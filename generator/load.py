"""What is in ``data/`` and ``content/``? The one door through which files come in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from generator import yamlfile
from generator.disk import Disk, text_of
from generator.kept_pictures import sealed, unsealed
from generator.misfit import complaints_of
from generator.model.catalogue import (
    ExceptionEntry,
    Exceptions,
    Glossary,
    GlossaryEntry,
    Holidays,
    Indicator,
    Indicators,
    Topic,
    Topics,
)
from generator.model.site import Site
from generator.model.survey import Survey
from generator.model.unit import Reorganisation, Unit
from generator.model.values import IDENTIFIER
from generator.partial import Partial, partial_record, really_wrong
from generator.pictures import Flaw, as_published, is_picture, key_of
from generator.problems import Complaint, Place, Problem
from generator.strings import say
from generator.vietnamese.folding import fold, slug

Model = TypeVar("Model", bound=BaseModel)

FOLDERS: Mapping[str, type[BaseModel]] = {"units": Unit, "reorganisations": Reorganisation, "surveys": Survey}
"""Folders of ``data/`` in which each file is one record, named by its id."""

SINGLE_FILES: Mapping[str, type[BaseModel]] = {
    "site": Site,
    "topics": Topics,
    "indicators": Indicators,
    "glossary": Glossary,
    "exceptions": Exceptions,
    "holidays": Holidays,
}
"""Files of ``data/`` of which there is one."""

KEPT_PICTURES = Path("build", "pictures")
"""Where pictures are kept as they were published last time (``kept_pictures``), below the root."""


@dataclass(frozen=True, slots=True)
class Article:
    """An editorial page: its title, and its Markdown without the title."""

    id: str
    file: str
    title: str
    body: str
    body_line: int


class Unfit(NamedTuple):
    """A file that is good YAML but does not fit its model; what it names can still be looked up."""

    file: str
    model: type[BaseModel]
    tree: yamlfile.Tree
    partial: Partial | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that could be read, as written: drafts too, nothing judged across records."""

    site: Site | None = None
    units: dict[str, Unit] = field(default_factory=dict)
    reorganisations: dict[str, Reorganisation] = field(default_factory=dict)
    surveys: dict[str, Survey] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()
    topic_file: Topics = field(default_factory=Topics)
    indicators: tuple[Indicator, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    exceptions: tuple[ExceptionEntry, ...] = ()
    holidays: Holidays = field(default_factory=Holidays)
    articles: dict[str, Article] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    """Pictures and documents by path below ``data/media/``, e.g. ``2023-giam-sat/anh.png``; as they are here."""
    pictures: dict[str, bytes | Flaw] = field(default_factory=dict)
    """The pictures of ``media`` as readers get them, or why they cannot."""
    kept_pictures: dict[str, bytes] = field(default_factory=dict)
    """The files that spare the next reading from painting ``pictures`` again, by name (``kept_pictures``)."""
    files: dict[str, bytes] = field(default_factory=dict)
    """Every file read as text, for the places of problems."""
    unfit: tuple["Unfit", ...] = ()
    broken: frozenset[str] = frozenset()
    """Files and folders that exist and could not be used; references to them are not also reported."""

    def hides(self, file: str) -> bool:
        """Return whether a file, or a folder in which it would lie, exists and could not be used."""
        return not self.broken.isdisjoint({file, *map(str, PurePosixPath(file).parents)})


def load(root: Path) -> tuple[Records, list[Complaint], list[Problem]]:
    """Return the records below ``root``, and everything wrong in single files; never raises for their content."""
    return _Reader(root).read()


def problems_of(complaints: list[Complaint], records: Records) -> list[Problem]:
    """Return the complaints with line and column, sorted; each file is read again at most once."""
    found: list[Problem] = []
    places: dict[str, yamlfile.Positions] = {}
    for complaint in complaints:
        place = complaint.place
        if place.line is not None:
            found.append(complaint.at(place.line, place.column))
            continue
        if place.file not in places:
            content = records.files.get(place.file, b"") if place.file.endswith(".yml") else b""
            places[place.file] = yamlfile.positions(content)
        found.append(complaint.at(*yamlfile.position(places[place.file], place.path, key=place.key)))
    return sorted(set(found))


class _Reader:
    """Reads one root; keeps what it finds until all of it is there."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._disk = Disk(root)
        self._files: dict[str, bytes] = {}
        self._kept: dict[str, bytes] = {}
        self._broken: set[str] = set()
        self._unfit: list[Unfit] = []
        self._complaints: list[Complaint] = []
        self._problems: list[Problem] = []

    def read(self) -> tuple[Records, list[Complaint], list[Problem]]:
        singles = {name: self._single(name, model) for name, model in SINGLE_FILES.items()}
        topics = singles["topics"] or Topics()
        media = dict(self._media())
        records = Records(
            site=singles["site"],
            units=dict(self._folder("units", Unit)),
            reorganisations=dict(self._folder("reorganisations", Reorganisation)),
            surveys=dict(self._folder("surveys", Survey)),
            topics=topics.topics,
            topic_file=topics,
            indicators=(singles["indicators"] or Indicators()).indicators,
            glossary=(singles["glossary"] or Glossary()).terms,
            exceptions=(singles["exceptions"] or Exceptions()).exceptions,
            holidays=singles["holidays"] or Holidays(),
            articles=dict(self._articles()),
            media=media,
            pictures={path: self._picture(content) for path, content in media.items() if is_picture(path)},
            kept_pictures=self._kept,
            files=self._files,
            unfit=tuple(self._unfit),
            broken=frozenset(self._broken | self._disk.unread),
        )
        self._stray_files()
        return records, self._disk.complaints + self._complaints, self._problems

    def _folder(self, name: str, model: type[Model]) -> Iterator[tuple[str, Model]]:
        for path in self._disk.listed(self._root / "data" / name):
            file = self._disk.name(path)
            if path.suffix != ".yml" or self._disk.is_folder(path):
                self._complain(file, "L02", written=text_of(path.name))
            elif not IDENTIFIER.fullmatch(path.stem):
                self._complain(file, "L03", written=text_of(path.stem), nearest=_as_id(text_of(path.stem)))
            else:
                record = self._record(path, model, {"id": path.stem})
                if record is not None:
                    yield path.stem, record

    def _single(self, name: str, model: type[BaseModel]) -> Any:
        path = self._root / "data" / f"{name}.yml"
        if self._disk.has(path):
            return self._record(path, model, {})
        if name == "site":
            self._complain("data/site.yml", "L01", written="data/site.yml")
        return None

    def _record(self, path: Path, model: type[Model], given: dict[str, str]) -> Model | None:
        file = self._disk.name(path)
        content = self._content(path)
        if content is None:
            return None
        reading = yamlfile.read(content)
        self._problems += _problems(file, reading.faults)
        if reading.tree is None:
            self._broken.add(file)
            return None
        if "id" in reading.tree and given:
            self._complaints.append(Complaint(Place(file, ("id",)).of_key(), "L04"))
        found: list[Complaint] = []
        try:
            record = model.model_validate(reading.tree | given)
        except ValidationError as error:
            found = complaints_of(error, file=file, model=model, tree=reading.tree)
        else:
            if not reading.lost:
                return record
        self._complaints += really_wrong(found, reading, content)
        self._broken.add(file)
        partial = partial_record(model, reading.tree | given, found, reading.lost)
        self._unfit.append(Unfit(file, model, reading.tree, partial))
        return None

    def _articles(self) -> Iterator[tuple[str, Article]]:
        for path in self._disk.listed(self._root / "content"):
            file = self._disk.name(path)
            if path.suffix != ".md" or self._disk.is_folder(path) or not IDENTIFIER.fullmatch(path.stem):
                self._complain(file, "L05", written=text_of(path.name))
                continue
            content = self._content(path)
            if content is None:
                continue
            text, faults = yamlfile.decoded(content)
            if text is not None:
                faults = yamlfile.wrong_in(text, faults)
            self._problems += _problems(file, faults)
            article = None if text is None else _article(path.stem, file, yamlfile.clean(text))
            if article is None:
                self._complain(file, "L06")
            else:
                yield path.stem, article

    def _media(self) -> Iterator[tuple[str, bytes]]:
        folder = self._root / "data" / "media"
        for path in self._disk.below(folder):
            content = self._disk.content(path)
            if content is not None:
                yield self._disk.name(path).removeprefix("data/media/"), content

    def _picture(self, original: bytes) -> bytes | Flaw:
        """Return a picture as it is published: as it was kept, or made now and to be kept."""
        key = key_of(original)
        try:
            content = (self._root / KEPT_PICTURES / key).read_bytes()
        except OSError:  # not there, or not to be read: it costs time, nothing else
            content = b""
        kept = unsealed(key, content)
        picture = as_published(original) if kept is None else kept
        if isinstance(picture, bytes):
            self._kept[key] = sealed(key, picture) if kept is None else content
        return picture

    def _stray_files(self) -> None:
        known = {*FOLDERS, "media", *(f"{name}.yml" for name in SINGLE_FILES)}
        for path in self._disk.listed(self._root / "data"):
            if path.name not in known:
                self._complain(self._disk.name(path), "L02", written=text_of(path.name))

    def _content(self, path: Path) -> bytes | None:
        """Return what a file of text holds; one that cannot be read is known all the same."""
        content = self._disk.content(path)
        self._files[self._disk.name(path)] = content or b""
        return content

    def _complain(self, file: str, code: str, written: str = "", nearest: str = "") -> None:
        self._complaints.append(Complaint(Place(file), code, written=written, nearest=nearest))


def _problems(file: str, faults: Iterable[yamlfile.Fault]) -> Iterator[Problem]:
    for each in faults:
        known = (("encoding", say(f"problems.Y24.encodings.{each.encoding}")),) if each.encoding else ()
        yield Problem(file, each.line, each.column, each.code, each.written, nearest=each.nearest, details=known)


def _as_id(name: str) -> str:
    """Return the id that comes nearest to a file's name, empty if it has no letter or digit."""
    return slug(name) if re.search("[a-z0-9]", fold(name)) else ""


def _article(identifier: str, file: str, text: str) -> Article | None:
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines) or not lines[start].startswith("# "):
        return None
    body = lines[start + 1 :]
    return Article(
        id=identifier,
        file=file,
        title=lines[start][2:].strip(),
        body="\n".join(body),
        body_line=start + 2,
    )
