"""Do the rules of the house hold that an import alone does not show?

import-linter reads who imports whom (`pyproject.toml`); here the syntax tree is read for what a
module does with what it may import: today's date, an open file, a printed line, a long function.
"""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"

# The clock, the disk, the terminal and the environment, by the name under which they are called.
DOORS = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "input",
    "io.open",
    "open",
    "os.environ",
    "os.getenv",
    "print",
    "time.monotonic",
    "time.perf_counter",
    "time.time",
}
# Methods of a path that look at the disk or change it; pure paths have none of them.
DISK_METHODS = {
    "exists",
    "glob",
    "is_dir",
    "is_file",
    "iterdir",
    "mkdir",
    "read_bytes",
    "read_text",
    "rglob",
    "touch",
    "unlink",
    "write_bytes",
    "write_text",
}

LINES_OF_A_MODULE = 300  # look twice at 250
LINES_OF_A_FUNCTION = 60  # look twice at 35


def modules(folder: Path) -> Iterator[Path]:
    """Give the Python files in a folder, in a fixed order."""
    return iter(sorted(folder.rglob("*.py")))


def pure_modules() -> list[Path]:
    """Give the files of the pure middle: the modules of the contract "pure-middle"."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (middle,) = [contract for contract in contracts if contract["id"] == "pure-middle"]
    paths = [ROOT.joinpath(*name.split(".")) for name in middle["source_modules"]]
    return [file for path in paths for file in (modules(path) if path.is_dir() else [path.with_suffix(".py")])]


def imported_names(tree: ast.AST) -> dict[str, str]:
    """Give for each imported name what it stands for: `{"date": "datetime.date"}`."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                first = alias.name.partition(".")[0]
                names[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def dotted_name(node: ast.AST, imports: dict[str, str]) -> str:
    """Give the full name of `a.b.c` with imports resolved, or "" for any other expression."""
    if isinstance(node, ast.Name):
        return imports.get(node.id, node.id)
    if isinstance(node, ast.Attribute) and (owner := dotted_name(node.value, imports)):
        return f"{owner}.{node.attr}"
    return ""


def doors_used(source: str, doors: set[str] = DOORS) -> list[str]:
    """Give "line: name" for each use of a door, whether it is called or handed on."""
    tree = ast.parse(source)
    imports = imported_names(tree)
    return [
        f"{node.lineno}: {name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute)
        if (name := dotted_name(node, imports)) in doors
    ]


def disk_methods_used(source: str) -> list[str]:
    """Give "line: .method" for each call of a method that touches the disk."""
    return [
        f"{node.lineno}: .{node.func.attr}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        if isinstance(node.func, ast.Attribute) and node.func.attr in DISK_METHODS
    ]


def function_lengths(source: str) -> dict[str, int]:
    """Give the number of lines of each function, without its decorators and its docstring."""
    lengths: dict[str, int] = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) is not None else None
            documented = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
            lengths[node.name] = (node.end_lineno or 0) - node.lineno + 1 - documented
    return lengths


def listed(advice: str, found: list[str]) -> str:
    """Give advice with every finding on a line of its own."""
    return "\n".join([advice, *found])


def test_the_middle_has_no_clock_no_disk_and_no_terminal() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{use}"
        for path in pure_modules()
        for use in [*doors_used(path.read_text()), *disk_methods_used(path.read_text())]
    ]
    assert not found, listed("hand it in as a parameter: only load, write and cli are doors", found)


def test_only_the_command_line_prints() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{use}"
        for path in modules(GENERATOR)
        if "cli" not in path.relative_to(GENERATOR).with_suffix("").parts[:1]
        for use in doors_used(path.read_text(), {"print"})
    ]
    assert not found, listed("give the text back: generator/cli prints", found)


def test_modules_and_functions_stay_short_enough_to_read() -> None:
    long_modules = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in modules(GENERATOR)
        if (lines := len(path.read_text().splitlines())) > LINES_OF_A_MODULE
    ]
    long_functions = [
        f"{path.relative_to(ROOT)}: {name}: {lines} lines"
        for path in modules(GENERATOR)
        for name, lines in function_lengths(path.read_text()).items()
        if lines > LINES_OF_A_FUNCTION
    ]
    assert not long_modules, listed("a module answers one question: which is the second?", long_modules)
    assert not long_functions, listed("a function is read at one look: name its parts", long_functions)


def test_a_clone_holds_no_link_that_leads_out_of_it() -> None:
    """A link to a folder of one machine would be made into a folder there by the next ``make``."""
    listing = ["git", "ls-files", "--stage"]
    said = subprocess.run(listing, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    tracked = [line.partition("\t") for line in said.splitlines() if line.startswith("120000 ")]
    links = [path for _, _, path in tracked if not (ROOT / path).resolve().is_relative_to(ROOT)]
    assert not links, listed("commit no link of your own machine", links)


def test_no_test_depends_on_how_fast_the_machine_is() -> None:
    """A server is asked again until it answers; nothing else looks at a clock, and no example has a deadline."""
    clocks = {"time.monotonic", "time.perf_counter", "time.process_time", "time.time"}
    tools = (ROOT / "tests" / "bench", ROOT / "tests" / "mutants")  # they measure; no test is among them
    may = {ROOT / "tests" / "test_serve.py", *(module for tool in tools for module in modules(tool))}
    found = [
        f"{path.relative_to(ROOT)}:{use}"
        for path in modules(ROOT / "tests")
        if path not in may
        for use in doors_used(path.read_text(), clocks)
    ]
    assert not found, listed("count steps or calls: a busy machine is no mistake", found)
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ("tests/unit/test_write.py", ["tests/unit/test_write.py"]),
        ("-k feed", []),
        ("", []),
    ],
)
def test_make_test_runs_just_what_is_named(arguments: str, paths: list[str]) -> None:
    """Without a name pytest takes the folders of ``testpaths``."""
    command = ["make", "--dry-run", "--assume-old=.venv/dev.stamp", "test", f"ARGS={arguments}"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    (line,) = [line for line in said.splitlines() if " -m pytest " in line]
    assert [word for word in line.split() if word.startswith("tests")] == paths


@pytest.mark.parametrize(
    ("source", "uses"),
    [
        ("from datetime import date\nday = date.today()", ["2: datetime.date.today"]),
        ("import datetime as dt\nnow = dt.datetime.now", ["2: datetime.datetime.now"]),
        ("from os import environ\nhome = environ['HOME']", ["2: os.environ"]),
        ("from time import time as clock\nclock()", ["2: time.time"]),
        ("with open('x') as file: pass", ["1: open"]),
        ("print('x')", ["1: print"]),
        ("from datetime import date\nday = date(2026, 1, 2)", []),
        ("record.print(now=record.open)", []),
    ],
)
def test_a_door_is_seen_under_any_name(source: str, uses: list[str]) -> None:
    assert doors_used(source) == uses


def test_reading_a_path_is_seen_and_naming_one_is_not() -> None:
    assert disk_methods_used("folder.joinpath('a').read_text()") == ["1: .read_text"]
    assert disk_methods_used("PurePosixPath('a').with_suffix('.md').as_posix()") == []


def test_a_docstring_does_not_make_a_function_long() -> None:
    assert function_lengths('@cache\ndef f():\n    """One.\n\n    Two.\n    """\n    return 1\n') == {"f": 2}
