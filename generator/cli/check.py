"""What is wrong with the records? Prints all of it."""

import os
from pathlib import Path

from generator.build import Checked, checked
from generator.cli.asked import Asked
from generator.problems import as_annotation, as_text, summary


def run(asked: Asked) -> int:
    """Check the records, report, and return 1 if there is an error."""
    found = checked(asked.root, today=asked.today)
    report(found, asked.format)
    return 0 if found.is_good else 1


def report(found: Checked, style: str) -> None:
    """Print every problem and the count; for the forge also as annotations and in the summary of the job."""
    for problem in found.problems:
        print(as_text(problem))
        if style == "github":
            print(as_annotation(problem))
    print(summary(found.problems))
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if style == "github" and target:
        lines = [
            "```text",
            *(as_text(problem) for problem in found.problems),
            "```",
            "",
            summary(found.problems),
            "",
        ]
        with Path(target).open("a", encoding="utf-8") as file:
            file.write("\n".join(lines))
