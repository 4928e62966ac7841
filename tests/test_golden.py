"""Does the fictional council look as it was last accepted, to the letter?

``tests/golden/example`` holds what the generator makes of ``tests/example`` as of 2026-11-22: texts as they
are, other files by their digest. ``make bless`` accepts a change; the diff is then read by people.
"""

import difflib
import hashlib
import re
from pathlib import Path

import pytest

from generator.build import checked
from generator.problems import as_text
from generator.strings import say
from generator.write import sync
from tests.golden.reading import read
from tests.golden.sites import EXAMPLE, TODAY, Built, content_of

pytest_plugins = ["tests.golden.fixtures"]

GOLDEN = Path(__file__).parent / "golden" / "example"
TEXTS = (".md", ".xml", ".json", ".jsonl", ".geojson", ".csv", ".txt", ".svg", ".atom", ".rss", ".html", ".yml")
DIGESTS = "digests.txt"
LINES_SHOWN = 150


def test_the_example_has_no_problem() -> None:
    found = checked(EXAMPLE, today=TODAY)
    assert "\n".join(as_text(problem) for problem in found.problems) == ""


def test_the_example_looks_as_it_was_accepted(example: Built, bless: bool) -> None:
    present = kept(example.files)
    if bless:
        sync(GOLDEN, present)
    accepted = content_of(GOLDEN)
    assert accepted.keys() | {DIGESTS} == accepted.keys(), "no golden files yet: make bless"
    if accepted != present:
        pytest.fail(difference(accepted, present), pytrace=False)


def test_every_page_of_the_example_says_that_it_is_fictional(example: Built) -> None:
    for html in example.html:
        assert say("phrases.fictional.notice") in read(html).text, html


def test_every_feed_and_calendar_of_the_example_says_that_it_is_fictional(example: Built) -> None:
    is_feed = re.compile(r"(?:.*/)?(?:atom|kien-nghi)\.xml|.*/feed\.json|.*\.ics")
    told = [path for path in example.files if is_feed.fullmatch(path)]
    assert told
    for path in told:
        text = example.files[path].decode().replace("\r\n ", "")
        head = re.search(r"<title[^>]*>(.*?)</title>|\"title\": \"(.*?)\"|^NAME:(.*?)\r$", text, re.MULTILINE)
        assert head is not None, path
        assert say("phrases.fictional.mark") in head[0], path
        told_each = text.count(say("phrases.fictional.notice").replace(",", "\\,"))
        assert not path.endswith(".ics") or told_each == text.count("BEGIN:VEVENT"), path


def test_a_difference_names_the_files_and_shows_the_lines_and_the_command() -> None:
    shown = difference(
        {"a.md": b"same\nold\n", "gone.md": b"x\n", "same.md": b"x\n"},
        {"a.md": b"same\nnew\n", "here.md": b"x\n", "same.md": b"x\n"},
    )
    assert "3 files differ" in shown
    assert "make bless" in shown
    for line in ("gone: gone.md", "new: here.md", "changed: a.md", "-old", "+new"):
        assert line in shown.splitlines()
    assert "same.md" not in shown


def test_a_long_difference_is_cut_and_says_so() -> None:
    accepted = {"a.md": b"".join(b"%d\n" % line for line in range(500))}
    shown = difference(accepted, {"a.md": b""})
    assert len(shown.splitlines()) < LINES_SHOWN + 20
    assert "more lines" in shown


def kept(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files as they are kept: texts whole, the digest of everything else on a line of one file."""
    texts = {path: content for path, content in files.items() if path.endswith(TEXTS)}
    lines = [
        f"{hashlib.sha256(content).hexdigest()}  {len(content):>8}  {path}\n"
        for path, content in sorted(files.items())
        if path not in texts
    ]
    return texts | {DIGESTS: "".join(lines).encode()}


def difference(accepted: dict[str, bytes], present: dict[str, bytes]) -> str:
    """Return what has changed, for people: the files first, then the lines, then what to do."""
    changed = sorted(path for path in accepted.keys() | present.keys() if accepted.get(path) != present.get(path))
    names = [f"{_fate(path, accepted, present)}: {path}" for path in changed]
    lines = [line for path in changed for line in _lines(path, accepted, present)]
    rest = len(lines) - LINES_SHOWN
    return "\n".join(
        [
            f"{len(changed)} files differ from tests/golden/example:",
            *names,
            "",
            *lines[:LINES_SHOWN],
            *([f"… and {rest} more lines"] if rest > 0 else []),
            "",
            "If this is what the site shall look like: make bless, then read git diff tests/golden.",
        ]
    )


def _fate(path: str, accepted: dict[str, bytes], present: dict[str, bytes]) -> str:
    if path not in present:
        return "gone"
    return "changed" if path in accepted else "new"


def _lines(path: str, accepted: dict[str, bytes], present: dict[str, bytes]) -> list[str]:
    before, after = (files.get(path, b"").decode().splitlines() for files in (accepted, present))
    return list(difflib.unified_diff(before, after, f"accepted/{path}", f"present/{path}", lineterm="", n=2))
