"""How does VS Code know which schema belongs to which file?"""

import json

from generator.schema.files import record_files

ROOTS = ("", "tests/example/")
"""Where records lie: the real ones, and those of the fictional council."""


def vscode_settings() -> str:
    """Return ``.vscode/settings.json``: schemas bound by path, nothing fetched or sent."""
    schemas = {f"./schema/{file.schema}": [root + file.path("*") for root in ROOTS] for file in record_files()}
    settings = {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "yaml.kubernetesCRDStore.enable": False,
        "yaml.yamlVersion": "1.2",
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "[yaml]": {"editor.wordWrap": "on", "editor.formatOnSave": False},
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
