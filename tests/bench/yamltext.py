"""How is a record written as editors write it? As YAML in block style, every value on its own line."""

from collections.abc import Iterator
from typing import Any, TypeAlias

Fields: TypeAlias = dict[str, Any]
"""A record: texts, numbers, further fields, and lists of texts or fields."""


def yaml_of(record: Fields) -> str:
    """Return a record as YAML; its texts must need no quotes, which those of ``language`` never do."""
    return "\n".join((*_lines(record, ""), ""))


def _lines(fields: Fields, indent: str) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            for item in value:
                yield from _item(item, f"{indent}  ")
        else:
            yield f"{indent}{key}: {value}"


def _item(item: str | Fields, indent: str) -> Iterator[str]:
    if isinstance(item, str):
        yield f"{indent}- {item}"
    else:
        for number, line in enumerate(_lines(item, f"{indent}  ")):
            yield f"{indent}- {line.lstrip()}" if number == 0 else line
