"""Which files of ``data/`` hold which record?"""

from dataclasses import dataclass

from pydantic import BaseModel

from generator.load import FOLDERS, SINGLE_FILES


@dataclass(frozen=True, slots=True)
class RecordFile:
    """Files that hold one model: one file of its own, or a folder with one file for each record."""

    model: type[BaseModel]
    where: str
    """Name of the file or folder in ``data/``, without ``.yml``."""
    many: bool

    @property
    def name(self) -> str:
        """Return the word by which the files of this model are known: ``survey``, ``topics``."""
        return self.model.__name__.lower()

    @property
    def schema(self) -> str:
        """Return the name of its JSON Schema."""
        return f"{self.name}.schema.json"

    @property
    def given(self) -> frozenset[str]:
        """Return the fields that the loader fills in: people do not write the id, it is the file's name."""
        return frozenset({"id"}) if self.many else frozenset()

    def path(self, stem: str) -> str:
        """Return the path of one file below the root; ``stem`` stands for the id, if there is one."""
        return f"data/{self.where}/{stem}.yml" if self.many else f"data/{self.where}.yml"


def record_files() -> tuple[RecordFile, ...]:
    """Return all kinds of record files: the site, what it is about, and the lists at the end."""
    singles = [RecordFile(model, where, many=False) for where, model in SINGLE_FILES.items()]
    folders = [RecordFile(model, where, many=True) for where, model in FOLDERS.items()]
    return (*singles[:1], *folders, *singles[1:])
