"""Does the one walk of the rules see exactly what a walk with paths sees?"""

from collections import Counter
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.load import load
from generator.model.values import Reference, Words
from generator.model.walk import gather, leaves, path_of

ROOT = Path(__file__).parents[2]
RECORDS = [
    record
    for folder in (ROOT, ROOT / "tests" / "example", ROOT / "tests" / "broken" / "base")
    for records in [load(folder)[0]]
    for kind in (records.surveys, records.units, records.reorganisations)
    for record in kind.values()
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_what_is_gathered_is_what_stands_at_the_paths(record: BaseModel) -> None:
    gathered, found = gather(record), list(leaves(record))
    assert Counter(gathered.texts) == Counter(leaf.value for leaf in found if isinstance(leaf.mark, Words))
    named = {(leaf.mark.to, leaf.value) for leaf in found if isinstance(leaf.mark, Reference)}
    assert {(kind, name) for kind, names in gathered.references.items() for name in names} == named


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_every_part_is_found_again_at_its_path(record: BaseModel) -> None:
    for parts in gather(record).parts.values():
        for part in parts:
            path = path_of(record, part)
            assert path is not None
            there: object = record
            for step in path:
                there = there[step] if isinstance(step, int) else getattr(there, step)  # type: ignore[index]
            assert there is part
