"""Do the same records and the same day give the same bytes, wherever and however they are built?"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.render import PROJECT
from tests.golden.sites import EXAMPLE, TODAY, content_of

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "20261122"}


class Pair(NamedTuple):
    """The roots of two builds of the same records."""

    here: Path
    elsewhere: Path


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Two builds side by side: another folder, files made in another order, zone, language and hash seed."""
    folder = tmp_path_factory.mktemp("pair")
    files = sorted(content_of(EXAMPLE / "data")), sorted(content_of(EXAMPLE / "content"))
    here = copied(folder / "a", *files)
    elsewhere = copied(folder / "another folder" / "ở nơi khác", *(names[::-1] for names in files))
    running = [started(here, HERE), started(elsewhere, ELSEWHERE)]
    for process in running:
        said, _ = process.communicate()
        assert process.returncode == 0, said
    return Pair(here, elsewhere)


def test_the_pages_are_the_same_wherever_they_are_made(pair: Pair) -> None:
    assert different(pair, "build/pages") == []


def test_the_rendered_site_is_the_same_wherever_it_is_made(pair: Pair) -> None:
    assert different(pair, "site") == []


def copied(root: Path, data: Sequence[str], content: Sequence[str]) -> Path:
    """Copy the example file by file, in the given order: a folder may list them so."""
    for name in (*(f"data/{each}" for each in data), *(f"content/{each}" for each in content)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(EXAMPLE / name, root / name)
    return root


def started(root: Path, setting: dict[str, str]) -> subprocess.Popen[str]:
    """Start a build as a person would."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--root", str(root), "--today", str(TODAY)],
        cwd=PROJECT,
        env=os.environ | setting,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def different(pair: Pair, part: str) -> list[str]:
    """Return the names of the files that are not the same in both; there must be files."""
    here, elsewhere = content_of(pair.here / part), content_of(pair.elsewhere / part)
    assert len(here) > 50
    return sorted(name for name in here.keys() | elsewhere.keys() if here.get(name) != elsewhere.get(name))
