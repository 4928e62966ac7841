"""What do all tests share? Patience, and the option that accepts the present output as the golden one."""

import pytest
from hypothesis import HealthCheck, settings

# A machine may be busy: no example is too slow, and making one may take its time. Everything else stays as
# Hypothesis itself chose it, which with CI=true is a profile of its own (derandomized, no database).
settings.register_profile(
    "patient",
    parent=settings.get_profile(settings.get_current_profile_name()),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write the present output into the golden files")
    parser.addoption("--articles", type=int, default=20, help="how many hostile articles are opened in Chromium")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--bless"))
