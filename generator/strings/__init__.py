"""In which words is it said? The Vietnamese texts of the program, kept as YAML beside this module."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml


@cache
def words(name: str) -> Mapping[str, Any]:
    """Return the texts of ``generator/strings/<name>.yml``, read once a process.

    The files are part of the program, like its templates; a missing file or key is a
    programming error and raises.
    """
    text = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.load(text, yaml.CSafeLoader))


def label(vocabulary: str, code: str) -> str:
    """Return the reader's word for a code of a vocabulary, e.g. ``("survey_kind", "khao_sat")``."""
    found = words("vocabulary")[vocabulary][code]
    assert isinstance(found, str)
    return found


def one_of(choices: Iterable[str]) -> str:
    """Return what may be chosen as a sentence lists it: "bc, kq hoặc hc"."""
    *others, last = choices
    return words("phrases")["or"].join([", ".join(others), last]) if others else last
