"""How would an editor's tools see the records? JSON Schemas, a field guide, settings of VS Code, as text."""

from generator.schema.field_guide import field_guide
from generator.schema.json_schema import json_schemas
from generator.schema.vscode import vscode_settings

__all__ = ["field_guide", "generated_files", "json_schemas", "vscode_settings"]


def generated_files() -> dict[str, str]:
    """Return every file that is made from the models and their texts: path below the root → text.

    The paths use forward slashes. The command line writes them (`make schema`); a test holds them fresh.
    """
    schemas = {f"schema/{name}": text for name, text in json_schemas().items()}
    return schemas | {"schema/truong.md": field_guide(), ".vscode/settings.json": vscode_settings()}
