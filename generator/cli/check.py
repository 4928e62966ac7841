"""What is wrong with the records? Prints all of it."""

import os
from dataclasses import replace
from pathlib import Path

from generator.build import Checked, checked
from generator.cli.asked import Asked
from generator.problems import as_annotation, as_text, summary


def run(asked: Asked) -> int:
    """Check the records, report, and return 1 if there is an error."""
    found = checked(asked.root, today=asked.today)
    report(found, asked.format, root=asked.root)
    return 0 if found.is_good else 1


def report(found: Checked, style: str, *, root: Path) -> None:
    """Print every problem and the count; for the forge also as annotations and in the summary of the job.

    The forge knows a file by its path from the top of the repository, which is where the command is run.
    """
    top = Path(os.path.relpath(root))
    print(as_page(found))
    if style != "github":
        return
    for problem in found.problems:
        print(as_annotation(replace(problem, file=(top / problem.file).as_posix())))
    if target := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(f"```text\n{as_page(found)}\n```\n")


def as_page(found: Checked) -> str:
    """Return all problems and their count as one text."""
    return "\n".join([*(as_text(problem) for problem in found.problems), summary(found.problems)])
