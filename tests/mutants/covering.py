"""Which tests should notice a fault in a module?"""

COVERING: dict[str, tuple[str, ...]] = {
    "generator.archive": ("tests/unit/test_archive.py", "tests/test_no_trace.py", "tests/test_as_of.py"),
    "generator.derive": ("tests/unit", "tests/duties/test_sequences.py", "tests/test_totals.py"),
    "generator.duties": (
        "tests/duties",
        "tests/unit/test_councils.py",
        "tests/unit/test_deadlines.py",
        "tests/unit/test_followup.py",
        "tests/unit/test_moments.py",
    ),
    "generator.links": ("tests/unit/test_links.py",),
    "generator.markdown": ("tests/unit/test_markdown.py",),
    "generator.render": ("tests/unit/test_render.py",),
    "generator.rules": ("tests/test_broken.py", "tests/unit"),
    "generator.write": ("tests/unit/test_write.py",),
}
"""By the beginning of a module's name: quick tests that look at one thing; what is not named: all of ``unit``."""


def covering(module: str) -> tuple[str, ...]:
    """Return the tests of a module or of the room in which it lies."""
    rooms = [room for room in COVERING if module == room or module.startswith(f"{room}.")]
    return COVERING[max(rooms, key=len)] if rooms else ("tests/unit",)
