"""Do the texts for editors take the codes of vocabularies from the vocabularies?

A text that names two codes of one vocabulary names each as ``{vocabulary.code}``, which stops the program when the
code goes; the list of all codes with their labels stands below each field of the guide anyway, made from the model.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.strings import TextError, Texts, words
from tests.unit.declared import vocabularies

STRINGS = Path(__file__).parents[2] / "generator" / "strings"


def texts(tree: Mapping[str, Any], above: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a file as they are written, with the keys that lead to them."""
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from texts(value, f"{above}.{key}")
        elif isinstance(value, str) and key not in ("example", "bad_example"):
            yield f"{above}.{key}", value


def by_hand(text: str) -> Iterator[str]:
    """Yield the vocabularies of which a text names two codes, or all labels, by hand."""
    for name, codes in vocabularies().items():
        named = [code for code in codes if re.search(rf"(?<![\w{{.-]){re.escape(code)}(?![\w-])", text)]
        left, said = text.lower(), []
        for label in sorted({each.lower() for each in words("vocabulary")[name].values()}, key=len, reverse=True):
            if label in left:
                said.append(label)
                left = left.replace(label, "…")
        are_words = any(" " not in label for label in said)  # "ngày", "trang": every text has them
        if len(named) > 1 or (len(said) == len(codes) > 1 and not are_words):
            yield name


def test_no_text_lists_a_vocabulary_by_hand() -> None:
    found = [
        f"{where}: {name}"
        for file in ("fields", "problems", "rule_guide", "interface")
        for where, text in texts(yaml.safe_load((STRINGS / f"{file}.yml").read_text(encoding="utf-8")), file)
        for name in by_hand(text)
    ]
    assert not found, "\n".join(["name each code as {vocabulary.code}, or leave the list to the guide:", *found])


@pytest.mark.parametrize(
    "text",
    ["Chọn `general` hay `some`.", "Ghi “kind: units” hoặc “general”.", "Toàn bộ hay một phần.", "up (tăng), down"],
)
def test_a_list_that_is_written_by_hand_is_found(text: str) -> None:
    assert list(by_hand(text))


def test_a_code_in_a_text_is_one_of_its_vocabulary() -> None:
    assert Texts({"a": "Ghi `{extent.part}`, {date}."}, "thu") == {"a": "Ghi `part`, {date}."}
    with pytest.raises(TextError, match=r"extent\.half"):
        Texts({"a": "Ghi `{extent.half}`."}, "thu")
