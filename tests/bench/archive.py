"""How does an invented archive get onto the disk? As the same kind of files that editors write."""

from pathlib import Path

from tests.bench.council import Council, articles, single_files
from tests.bench.survey import survey, survey_id
from tests.bench.yamltext import Fields, yaml_of


def write_archive(root: Path, surveys: int) -> None:
    """Write the ``data/`` and ``content/`` of an archive of so many surveys below ``root``."""
    council = Council(surveys)
    data, content = root / "data", root / "content"
    for folder in (data / "surveys", data / "units", data / "reorganisations", content):
        folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles().items():
        (content / f"{name}.md").write_text(text, encoding="utf-8")
    for name, record in single_files().items():
        _write(data, name, record)
    for name, record in council.units():
        _write(data / "units", name, record)
    for name, record in council.reorganisations():
        _write(data / "reorganisations", name, record)
    for number in range(1, surveys + 1):
        _write(data / "surveys", survey_id(number), survey(number, council))


def _write(folder: Path, name: str, record: Fields) -> None:
    (folder / f"{name}.yml").write_text(yaml_of(record), encoding="utf-8")
