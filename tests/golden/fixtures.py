"""Sites that are built once a session. A test module asks for them with ``pytest_plugins``."""

import pytest

from generator.render import PROJECT
from tests.golden.sites import EXAMPLE, Built, built


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The fictional council of ``tests/example``."""
    return built(EXAMPLE, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The records that are published, ``data/`` and ``content/``."""
    return built(PROJECT, tmp_path_factory.mktemp("real"))
