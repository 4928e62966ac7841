"""The fictional council with hostile articles and hostile texts in its records, as far as ``check`` lets them pass.

Whatever is refused is taken back and asked about again, until nothing is wrong: what is left must build, and no
browser may run any of it.
"""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.build import checked
from generator.problems import Severity
from generator.write import write
from tests.golden.hostile import article, text
from tests.golden.sites import EXAMPLE, TODAY

_ATTACKS = (0, 0, 1, 2)
"""How many of three pieces are attacks: with none many articles pass, with two hardly any."""

_TIMES = 4
"""So often a text that was refused is made anew before the old one comes back."""


def council(root: Path, random: Random) -> int:
    """Write the fictional council below ``root`` with hostile texts in its records; return how many passed."""
    for folder in ("data", "content"):
        shutil.copytree(EXAMPLE / folder, root / folder)
    return len(_with_records(root, random))


def with_articles(root: Path, numbers: Iterable[int]) -> tuple[str, ...]:
    """Write the articles of these numbers below ``root`` and keep what passes; return their ids.

    One passes for good only with the others: it may link to one that was refused.
    """
    for number in numbers:
        write(root / "content" / f"bai-{number}.md", _article(number).encode())
    while wrong := {file for file, _ in _errors(root)}:
        for file in wrong:
            assert file.startswith("content/bai-"), file
            (root / file).unlink()
    passed = tuple(sorted(path.stem for path in (root / "content").glob("bai-*.md")))
    _put_on_the_start(root, passed)
    return passed


def _put_on_the_start(root: Path, articles: Iterable[str]) -> None:
    """Make one of the articles the text of the start, too, where headings have other anchors."""
    home = root / "content" / "trang-chu.md"
    before = home.read_bytes()
    for each in articles:
        home.write_bytes((root / "content" / f"{each}.md").read_bytes())
        if not _errors(root):
            return
    home.write_bytes(before)


def _with_records(root: Path, random: Random) -> dict[str, str]:
    """Put hostile text wherever records use words, and keep what passes: what stands for what.

    Of two values that are the same both become the same: a correction says what a text was.
    """
    records = {path: _tree(path) for path in sorted((root / "data").rglob("*.yml"))}
    words = sorted({value for tree in records.values() for value in _words(tree)})
    hostile = {value: _worse(value, random) for value in words}
    times: Counter[str] = Counter()
    _write(records, hostile)
    while wrong := _errors(root):
        for value in {value for place in wrong for value in _guilty(root, place, records, hostile)}:
            times[value] += 1
            hostile[value] = _worse(value, random)
            if times[value] == _TIMES:
                del hostile[value]
        _write(records, hostile)
    return hostile


def _guilty(
    root: Path, place: tuple[str, int], records: Mapping[Path, Any], hostile: Mapping[str, str]
) -> list[str]:
    """Return the values that are hostile on a line of a file, all those of the file if there is none."""
    path = root / place[0]
    written = path.read_text(encoding="utf-8").split("\n")[place[1] - 1]
    changed = [value for value in dict.fromkeys(_words(records[path])) if value in hostile]
    return [value for value in changed if _dumped(hostile[value]) in written] or changed


def _tree(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def _words(tree: Any) -> Iterator[str]:
    """Yield every value that is written in words; ids, days, numbers and addresses have no blanks."""
    if isinstance(tree, str):
        if " " in tree:
            yield tree
    else:
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from _words(part)


def _worse(words: str, random: Random) -> str:
    added = text(random)
    return random.choice((added, f"{words} {added}", f"{added} {words}", f"{words}\n\n{added}"))


def _write(records: Mapping[Path, Any], hostile: Mapping[str, str]) -> None:
    for path, tree in records.items():
        path.write_text(_dumped(_changed(tree, hostile)), encoding="utf-8")


def _changed(tree: Any, hostile: Mapping[str, str]) -> Any:
    if isinstance(tree, str):
        return hostile.get(tree, tree)
    if isinstance(tree, dict):
        return {key: _changed(part, hostile) for key, part in tree.items()}
    return [_changed(part, hostile) for part in tree]


def _dumped(tree: Any) -> str:
    """Return a record as YAML, each text on one line."""
    return yaml.safe_dump(tree, default_style='"', width=10**9, allow_unicode=True, sort_keys=False).rstrip("\n")


def _article(number: int) -> str:
    random = Random(number)
    title = text(random) if number % 3 == 0 else f"Bài {number}"
    return f"# {title}\n\n{article(random, attacks=_ATTACKS[number % 4])}"


def _errors(root: Path) -> set[tuple[str, int]]:
    problems = checked(root, today=TODAY).problems
    return {(each.file, each.line) for each in problems if each.severity is Severity.ERROR}
