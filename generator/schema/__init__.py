"""How would an editor's tools see the records? JSON Schemas, guides to fields and rules, settings of VS Code."""

from collections.abc import Mapping

from generator.problems import GUIDE
from generator.schema.field_guide import field_guide
from generator.schema.json_schema import json_schemas
from generator.schema.rule_guide import rule_guide
from generator.schema.vscode import vscode_settings

__all__ = ["field_guide", "generated_files", "json_schemas", "rule_guide", "vscode_settings"]


def generated_files(cases: Mapping[str, str]) -> dict[str, str]:
    """Return every file that is made from the models, the rules and their texts: path below the root → text.

    ``cases`` holds a broken example for each code, as ``tests/broken`` writes it; without any, as where the
    program is installed without its tests, the guide to the rules is not made. The paths use forward slashes.
    The command line writes them (`make schema`); a test holds them fresh.
    """
    schemas = {f"schema/{name}": text for name, text in json_schemas().items()}
    guides = {"schema/truong.md": field_guide()} | ({GUIDE: rule_guide(cases)} if cases else {})
    return schemas | guides | {".vscode/settings.json": vscode_settings()}
