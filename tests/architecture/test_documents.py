"""Do the documents of the house say only what is so? Every command, path and link in them is looked up."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "tests/example/README.md")),
    *sorted(ROOT.glob(".github/**/*.md")),
]
MADE = ("build/", "site/", ".venv")
"""What `make` writes and a clone does not hold."""
TO_COME = (".github/CODEOWNERS", "tests/broken/R85-what-is-wrong.txt")
"""What whoever follows a document makes."""
PARTS_OF_A_DECISION = ("**Decided", "**Why", "**Costs.**", "**Would change it.**")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S.*)$", re.MULTILINE)
PATH = re.compile(r"[\w.-]*/[\w./*<>-]*|[\w-]+\.(?:py|md|yml|yaml|toml|j2)")


def below_root(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code(document: Path) -> list[str]:
    """Return what stands in a document as code, in a line or in a block."""
    return [one or other for one, other in CODE.findall(document.read_text(encoding="utf-8"))]


def targets(text: str) -> list[str]:
    """Return the targets of a command such as ``make test lint ARGS=…``."""
    command, *words = shlex.split(text.replace("’", ""), comments=True) or [""]
    named = [word for word in words if "=" not in word and not word.startswith("-")]
    return named if command == "make" else []


def paths(document: Path) -> Iterator[str]:
    """Yield the paths that a document names as code, without what stands for any name."""
    for text in code(document):
        if PATH.fullmatch(text) and not text.startswith(("/", *MADE)) and "<" not in text and text not in TO_COME:
            yield text


def exists(path: str) -> bool:
    """Return whether a path lies below the project or where its parts are looked for; * stands for any name."""
    folders = (ROOT, ROOT / "generator", ROOT / "tests" / "unit", ROOT / ".github" / "workflows")
    return any(True for folder in folders for _ in folder.glob(path.rstrip("/")))


@pytest.mark.parametrize("document", DOCUMENTS, ids=below_root)
def test_every_target_of_make_that_a_document_names_is_there(document: Path) -> None:
    commands = [text for part in code(document) for text in part.split(" && ")]
    assert [text for text in commands if text.startswith("make ") and not set(targets(text)) <= TARGETS] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=below_root)
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    assert [path for path in paths(document) if not exists(path)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=below_root)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
    ours = [link for link in links if not link.startswith("https://")]
    assert [link for link in ours if not leads_somewhere(document, link)] == []


def leads_somewhere(document: Path, link: str) -> bool:
    name, _, place = link.partition("#")
    target = document.parent / name if name else document
    if not place or not target.is_file():
        return target.exists()
    headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    return place in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_documents_name_commands_and_paths_at_all() -> None:
    """The tests above would be worth nothing if nothing were found."""
    contributing = ROOT / ".github" / "CONTRIBUTING.md"
    assert {"site", "test", "bless", "mutants"} <= {each for text in code(contributing) for each in targets(text)}
    assert {"generator/model/", "tests/duties/sequences.yml", "schema/truong.md"} <= set(paths(contributing))
    assert targets("make test lint ARGS='-k feed'  # both") == ["test", "lint"]
    assert not exists("generator/nothing.py")
    assert not leads_somewhere(contributing, "#no-such-heading")


def test_commands_of_the_program_that_the_readme_names_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {
        word for line in re.findall(r"python -m generator ([a-z| ]+)", text) for word in re.findall("[a-z]+", line)
    }
    assert {"check", "build"} <= named <= COMMANDS.keys()


def test_the_map_of_the_house_has_every_room_and_no_other() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (order,) = [contract for contract in contracts if contract["id"] == "one-direction"]
    rooms = {room.strip() for layer in order["layers"] for room in layer.split("|")} - {"__main__"}
    text = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("| room | question |")[1].split("\n\n")[0]
    shown = [room for line in table.splitlines() for room in re.findall(r"`([a-z_]+)/?`", line.split(" | ")[0])]
    assert sorted(shown) == sorted(rooms)


def test_hooks_run_the_gates_and_fetch_nothing() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [each["repo"] for each in hooks] == ["local"]
    (repository,) = hooks
    assert {each["language"] for each in repository["hooks"]} == {"system"}
    run = {target for each in repository["hooks"] for target in targets(each["entry"])}
    gates = (ROOT / ".github" / "workflows" / "gates.yml").read_text(encoding="utf-8")
    wanted = {target for line in re.findall(r"run: (make .+)", gates) for target in targets(line)}
    assert run <= TARGETS
    assert wanted - run == {"site", "browser"}  # they take minutes, and need a browser


@pytest.mark.parametrize("form", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml")), ids=below_root)
def test_a_form_says_first_that_it_is_public(form: Path) -> None:
    first, *questions = yaml.safe_load(form.read_text(encoding="utf-8"))["body"]
    assert re.search("công khai|is public", first["attributes"]["value"])
    assert questions


def test_nobody_can_write_an_issue_without_a_form() -> None:
    settings = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml").read_text(encoding="utf-8"))
    assert settings["blank_issues_enabled"] is False


def test_every_decision_is_listed_and_has_its_parts() -> None:
    folder = ROOT / ".github" / "decisions"
    pages = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    listed = re.findall(r"\]\(([\w.-]+)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == [path.name for path in pages]
    for number, path in enumerate(pages, start=1):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}. ")
        assert [
            part for part in ("**Decided.**", "**Why", "**Costs.**", "**Would change it.**") if part not in text
        ] == []
