"""In which words is it said? The Vietnamese texts of the program, kept as YAML beside this module.

Code names a text by its file and its keys, ``say("phrases.between", …)``. ``tests/unit/test_texts.py`` reads the
code and the files and names every text that is missing, not used, or not filled as the code fills it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

_CODE = re.compile(r"\{(?P<vocabulary>[a-z_]+)\.(?P<code>[a-z_]+)\}")
"""How a text names a code of a vocabulary: ``{extent.part}`` becomes ``part``, and must be there."""


class TextError(Exception):
    """A text is not there, or not filled as it wants to be. A mistake of the program, never of an editor."""


class Texts(dict[str, Any]):
    """Texts by their keys; who asks for one that is not there is told its file and all its keys."""

    def __init__(self, tree: Mapping[Any, Any], file: str, above: str = "") -> None:
        self._file, self._above = file, above
        super().__init__({key: self._below(key, value) for key, value in tree.items()})

    def _below(self, key: object, value: Any) -> Any:
        if isinstance(value, str):
            return _CODE.sub(lambda found: _code(found["vocabulary"], found["code"]), value)
        return Texts(value, self._file, f"{self._above}{key}.") if isinstance(value, dict) else value

    def __missing__(self, key: object) -> Any:
        raise TextError(f"generator/strings/{self._file}.yml: there is no “{self._above}{key}”")


def read_again() -> None:
    """Forget what was read, so that texts edited since then are read from their files."""
    words.cache_clear()
    _text.cache_clear()


@cache
def words(name: str) -> Mapping[str, Any]:
    """Return the texts of ``generator/strings/<name>.yml``, read once a process. Raises TextError for a key."""
    text = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return MappingProxyType(Texts(yaml.load(text, yaml.CSafeLoader), name))


def say(name: str, /, **filling: object) -> str:
    """Return a text, filled in: ``say("phrases.year", year=2024)``, named by its file and its keys.

    Raises TextError if it is not there, or if the filling lacks what it wants.
    """
    try:
        return _text(name).format_map(filling)
    except KeyError as error:
        file, _, keys = name.partition(".")
        raise TextError(f"generator/strings/{file}.yml: “{keys}” wants {{{error.args[0]}}}") from None


@cache
def _text(name: str) -> str:
    file, *keys = name.split(".")
    found: Any = words(file)
    for key in keys:
        found = found[key]
    if not isinstance(found, str):
        raise TextError(f"generator/strings/{file}.yml: “{'.'.join(keys)}” is no text")
    return found


def _code(vocabulary: str, code: str) -> str:
    label(vocabulary, code)  # else it is none
    return code


def label(vocabulary: str, code: str) -> str:
    """Return the reader's word for a code of a vocabulary, e.g. ``("survey_kind", "khao_sat")``."""
    return _text(f"vocabulary.{vocabulary}.{code}")


def codes_of(vocabulary: str, codes: Iterable[str]) -> str:
    """Return codes of a vocabulary with their labels, as messages list them: "on_site (Kiểm tra thực tế), …"."""
    return ", ".join(f"{code} ({label(vocabulary, code)})" for code in codes)


def one_of(choices: Iterable[str]) -> str:
    """Return what may be chosen as a sentence lists it: "bc, kq hoặc hc"."""
    *others, last = choices
    return say("phrases.or").join([", ".join(others), last]) if others else last
