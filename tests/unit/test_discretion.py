"""Does what stays with the editors stay there, in every output?"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.archive import public
from generator.build import site_of
from generator.load import Records, load
from generator.model.vocabulary import OfficialNaming, PublicationState
from tests.golden.sites import EXAMPLE, TODAY


@pytest.fixture(scope="module")
def records() -> Records:
    return load(EXAMPLE)[0]


def names_of(records: Records) -> Iterator[str]:
    for survey in records.surveys.values():
        for member in () if survey.delegation is None else survey.delegation.members:
            if member.name is not None:
                yield member.name


def test_where_the_site_tells_posts_only_no_output_has_a_name_of_a_delegation(records: Records) -> None:
    assert records.site is not None
    by_posts = replace(records, site=records.site.model_copy(update={"officials": OfficialNaming.POSTS}))
    outputs = b"\n".join(site_of(by_posts, today=TODAY).values()).decode(errors="ignore")
    names = set(names_of(records))
    assert len(names) > 3
    assert {name for name in names if name in outputs} == set()
    assert any(name in b"\n".join(site_of(records, today=TODAY).values()).decode(errors="ignore") for name in names)


def test_who_approved_a_record_is_in_no_archive(records: Records) -> None:
    approved = {
        key: each.model_copy(
            update={"publication": each.publication.model_copy(update={"approved_by": "Người duyệt nội bộ"})}
        )
        for key, each in records.surveys.items()
    }
    archive = public(replace(records, surveys=approved), today=TODAY)
    assert "Người duyệt nội bộ" not in repr(archive)


def test_a_unit_that_only_a_hidden_record_names_is_not_there(records: Records) -> None:
    hidden = {
        PublicationState.DRAFT,
        PublicationState.SCHEDULED,
        PublicationState.IN_REPLY,
    }
    secret = records.units.keys() - public(records, today=TODAY).units.keys()
    assert "so-giao-duc-dao-tao-lam-kieu" in secret
    for unit in secret:
        naming = {each.publication.state for each in records.surveys.values() if f"'{unit}'" in repr(each)}
        assert naming
        assert naming <= hidden


def test_a_unit_that_nothing_names_and_one_above_another_are_there(records: Records) -> None:
    none = replace(records, surveys={})
    assert public(none, today=TODAY).units == records.units
    assert "tinh-lam-kieu" in public(records, today=TODAY).units
