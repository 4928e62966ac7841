"""How would an editor's tools see the records? JSON Schemas, guides to fields and rules, settings of VS Code."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.problems import GUIDE
from generator.schema.duty_guide import duty_guide
from generator.schema.field_guide import field_guide
from generator.schema.json_schema import json_schemas
from generator.schema.rule_guide import rule_guide
from generator.schema.sequence import Table, table
from generator.schema.vscode import vscode_settings

__all__ = [
    "Examples",
    "duty_guide",
    "field_guide",
    "generated_files",
    "json_schemas",
    "rule_guide",
    "table",
    "vscode_settings",
]


class Examples(NamedTuple):
    """What the tests bring to the guides; none of it where the program is installed without its tests."""

    cases: Mapping[str, str] = {}
    """A broken example for each code, as ``tests/broken`` writes it."""
    sequences: Table | None = None
    """What can become of a recommendation, as ``tests/duties`` tells it."""


def generated_files(examples: Examples) -> dict[str, str]:
    """Return every file that is made from the models, the rules and their texts: path below the root → text.

    A guide without its examples is not made. The paths use forward slashes. The command line writes them
    (`make schema`); a test holds them fresh.
    """
    schemas = {f"schema/{name}": text for name, text in json_schemas().items()}
    guides = {"schema/truong.md": field_guide()}
    if examples.cases:
        guides[GUIDE] = rule_guide(examples.cases)
    if examples.sequences is not None:
        guides["schema/nghia-vu.md"] = duty_guide(examples.sequences)
    return schemas | guides | {".vscode/settings.json": vscode_settings()}
