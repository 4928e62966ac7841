"""What is wrong with the records? Prints all of it."""

import os
import re
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from generator.build import Checked, checked
from generator.cli.options import FORMAT, ROOT, TODAY, Command, days
from generator.cli.voice import command, tell
from generator.problems import GUIDE, as_annotation, as_text, summary
from generator.strings import say


def run(given: Namespace) -> int:
    """Check the records, report, and return 1 if there is an error."""
    found = checked(given.root, today=days(given).today)
    report(found, given.format, root=given.root)
    return 0 if found.is_good else 1


COMMAND = Command((ROOT, TODAY, FORMAT), run)


def report(found: Checked, style: str, *, root: Path) -> None:
    """Print every problem and the count; for the forge also as annotations and in the summary of the job.

    The forge knows a file by its path from the top of the repository, which is where the command is run.
    """
    top = Path(os.path.relpath(root))
    tell(as_page(found))
    if found.problems:
        tell(say("problems.labels.look_up", guide=GUIDE))
    if style != "github":
        return
    for problem in found.problems:
        command(as_annotation(replace(problem, file=(top / problem.file).as_posix())))
    if target := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(_as_code(as_page(found)))


def as_page(found: Checked) -> str:
    """Return all problems and their count as one text."""
    return "\n".join([*(as_text(problem) for problem in found.problems), summary(found.problems)])


def _as_code(text: str) -> str:
    """Return a text as a block of Markdown that ends where the text ends, whatever stands in it."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 0)
    return f"{fence}text\n{text}\n{fence}\n"
