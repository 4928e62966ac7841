"""What does a person meet who types a command for the first time, or mistypes it?

Every run is a process of its own, as from a terminal. Nothing may end in a traceback or in English.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.render import PROJECT
from tests.golden.archives import SMALL_TITLE, small
from tests.golden.sites import content_of, state_of

SURVEY = "data/surveys/khao-sat-1.yml"
ENGLISH = re.compile(r"\b(usage|error|invalid|choose|required|argument|unrecognized|options|show|exit)\b", re.I)


def run(*arguments: str | Path, at: Path = PROJECT, **setting: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, as in a terminal that nobody has set up."""
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=at,
        env=quiet | {"PYTHONPATH": str(PROJECT)} | setting,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("build", "--root", root, "--today", "2026-11-22", *arguments)


def outputs(root: Path) -> dict[str, tuple[bytes, int]]:
    found = state_of(root / "build", root / "site")
    assert found
    return found


def break_it(root: Path, old: str = "kind: khao_sat", new: str = "kind: 100%,khao:sat") -> int:
    """Replace a line of the survey by one that is wrong, and return its number."""
    path = root / SURVEY
    lines = path.read_text(encoding="utf-8").split("\n")
    number = lines.index(old)
    lines[number] = new
    path.write_text("\n".join(lines), encoding="utf-8")
    return number + 1


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small(tmp_path / "kho")


@pytest.fixture
def built(good: tuple[Path, subprocess.CompletedProcess[str]], tmp_path: Path) -> Path:
    """A copy of built records, times of files included, that a test may change."""
    return shutil.copytree(good[0], tmp_path / "kho")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Records that were built once, and what the command said; nobody changes them."""
    root = small(tmp_path_factory.mktemp("good") / "kho")
    return root, build(root)


@pytest.mark.parametrize(
    "wrong",
    [
        ["dung"],
        [],
        ["build", "--today", "22/11/2026"],
        ["build", "--today", "2026-02-30"],
        ["build", "--today", "2026-11"],
        ["check", "--format", "html"],
        ["serve", "--port", "nhiều"],
        ["serve", "--port", "99999"],
        ["serve", "--port", "0"],
        ["serve", "--port", "-1"],
        ["serve", "--port", "8_000"],
        ["check", "--khong-co"],
        ["check", "thừa"],
        ["check", "--today"],
        ["check", "--today", ""],
        ["check", "--today", "0000-01-01"],
        ["check", "--today", "２０２６-11-22"],
        ["check", "--today", "2026-11-22~"],
        ["build", "--today", "2026-11-22\n"],
        ["build", "--as-of", "9999-12-31"],
        ["build", "--today", "2026-11-22", "--as-of", "2026-11-23"],
        ["build", "--to", "2026-11-22"],
    ],
    ids=lambda wrong: " ".join(wrong) or "nothing",
)
def test_wrong_use_is_answered_in_vietnamese(wrong: list[str]) -> None:
    finished = run(*wrong)
    said = finished.stdout + finished.stderr
    assert finished.returncode == 2
    assert "Traceback" not in said
    assert ENGLISH.findall(said) == []
    assert "python -m generator" in said


OPTIONS = {
    "check": {"--root", "--today", "--format"},
    "build": {"--root", "--today", "--as-of", "--format"},
    "serve": {"--root", "--today", "--as-of", "--port"},
    "schema": set(),
}
VALUES = {"--root": ".", "--today": "2026-11-22", "--as-of": "2026-11-22", "--format": "text", "--port": "8000"}


@pytest.mark.parametrize("command", OPTIONS)
def test_a_command_takes_only_the_options_that_mean_something_to_it(command: str) -> None:
    named = set(re.findall(r"--[a-z-]+(?= [A-Z{])", run(command, "--help").stdout))
    assert named == OPTIONS[command]
    for option in VALUES.keys() - OPTIONS[command]:
        finished = run(command, option, VALUES[option])
        assert finished.returncode == 2
        assert f"Lệnh “{command}” không nhận “{option}”" in finished.stdout
        assert all(each in finished.stdout for each in OPTIONS[command])


def test_a_command_that_is_misspelt_is_understood() -> None:
    assert "Không có lệnh “biuld”" in (said := run("biuld").stdout)
    assert "Có phải là “build”?" in said


@pytest.mark.parametrize("day", ["1000-01-01", "1969-12-31", "2999-12-31"])
def test_a_site_can_be_built_on_any_day_of_a_record(day: str, root: Path) -> None:
    """Long before a record it is of the future, which is a warning; long after it all is well."""
    finished = run("build", "--root", root, "--today", day)
    assert finished.stderr == ""
    assert finished.returncode == 0, finished.stdout
    assert ("R22" in finished.stdout) == (day != "2999-12-31")
    past = run("build", "--root", root, "--today", "2026-11-22", "--as-of", day)
    assert past.returncode == (2 if day == "2999-12-31" else 0)


@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31", "3000-01-01", "9999-12-31"])
def test_a_day_that_no_record_can_have_is_wrong_use(day: str, root: Path) -> None:
    finished = run("build", "--root", root, "--today", day)
    assert finished.stderr == ""
    assert finished.returncode == 2
    assert day in finished.stdout
    assert not (root / "site").exists()


def test_a_day_that_is_none_is_repeated_and_an_example_shown() -> None:
    finished = run("build", "--today", "22/11/2026")
    assert (
        "“22/11/2026” không phải là một ngày dạng 2026-11-22, từ năm 1000 đến năm 2999."
        in finished.stdout + finished.stderr
    )


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"]], ids=" ".join)
def test_help_is_in_vietnamese(arguments: list[str]) -> None:
    finished = run(*arguments)
    assert finished.returncode == 0
    assert "kiểm tra" in finished.stdout
    assert finished.stdout.count("Cách dùng: ") == 1
    assert ENGLISH.findall(finished.stdout) == []


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_records_is_named(command: str, tmp_path: Path) -> None:
    finished = run(command, "--root", tmp_path / "trống")
    assert finished.returncode == 2
    assert f"Không thấy thư mục data/ trong “{tmp_path / 'trống'}”" in finished.stdout
    assert finished.stderr == ""
    assert not (tmp_path / "trống").exists()


def test_good_records_are_checked_and_nothing_is_written(root: Path) -> None:
    before = content_of(root)
    finished = run("check", "--root", root, "--today", "2026-11-22")
    assert finished.returncode == 0
    assert finished.stderr == ""
    assert re.fullmatch(r"Không có vấn đề nào\.\nXong sau \d+,\d giây\.\n", finished.stdout)
    assert content_of(root) == before


def test_a_first_build_says_what_it_did(good: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    root, finished = good
    assert finished.returncode == 0
    assert finished.stderr == ""
    pages = len(content_of(root / "build" / "pages"))
    assert "Không có vấn đề nào." in finished.stdout
    assert re.search(rf"ghi {pages}, xóa 0, giữ nguyên 0\.", finished.stdout)
    assert f"Đã làm xong trang trong {root / 'site'}/." in finished.stdout
    assert re.search(r"Xong sau \d+,\d giây\.", finished.stdout)
    assert SMALL_TITLE in (root / "site" / "khao-sat" / "khao-sat-1" / "index.html").read_text("utf-8")


def test_a_second_build_says_that_nothing_changed_and_touches_nothing(
    good: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    root, _ = good
    before = outputs(root)
    finished = build(root)
    assert finished.returncode == 0
    assert "Không có gì thay đổi" in finished.stdout
    assert outputs(root) == before


def test_a_site_that_somebody_touched_is_built_again(built: Path) -> None:
    (built / "site" / "index.html").write_text("x", encoding="utf-8")
    assert build(built).returncode == 0
    assert "<h1" in (built / "site" / "index.html").read_text("utf-8")


def test_another_day_is_built_again(built: Path) -> None:
    assert "Đã làm xong trang" in build(built, "--today", "2026-11-23").stdout


def test_an_edit_writes_only_the_pages_that_it_changes(built: Path) -> None:
    path = built / "content" / "phuong-phap.md"
    path.write_text(path.read_text("utf-8") + "\nMột đoạn mới.\n", encoding="utf-8")
    finished = build(built)
    assert re.search(r"ghi 1, xóa 0, giữ nguyên \d+\.", finished.stdout)
    assert "Một đoạn mới." in (built / "site" / "phuong-phap" / "index.html").read_text("utf-8")


def test_broken_records_leave_the_last_good_site_as_it_is(built: Path) -> None:
    before = outputs(built)
    line = break_it(built)
    finished = build(built)
    assert finished.returncode == 1
    assert f"{SURVEY}:{line}:7: lỗi" in finished.stdout
    assert "100%,khao:sat" in finished.stdout
    assert "Trang cũ được giữ nguyên" in finished.stdout
    assert "Traceback" not in finished.stdout + finished.stderr
    assert outputs(built) == before


def test_broken_records_make_no_site_where_there_was_none(root: Path) -> None:
    break_it(root)
    assert build(root).returncode == 1
    assert not (root / "site").exists()
    assert not (root / "build" / "pages").exists()


def test_mended_records_are_as_if_nothing_had_been(built: Path) -> None:
    before = outputs(built)
    original = (built / SURVEY).read_bytes()
    break_it(built)
    assert build(built).returncode == 1
    (built / SURVEY).write_bytes(original)
    assert "Không có gì thay đổi" in build(built).stdout
    assert outputs(built) == before


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_file_that_is_no_yaml_is_a_problem_with_a_place(command: str, root: Path) -> None:
    (root / SURVEY).write_text('kind: khao_sat\ntitle: "một\n', encoding="utf-8")
    finished = run(command, "--root", root)
    assert finished.returncode == 1
    assert re.search(rf"^{SURVEY}:\d+:\d+: lỗi", finished.stdout, re.M)
    assert finished.stderr == ""


def annotations(output: str) -> list[str]:
    return [line for line in output.splitlines() if line.startswith("::")]


def test_for_the_forge_a_problem_is_annotated_where_it_is_with_its_signs_escaped(root: Path) -> None:
    line = break_it(root)
    finished = run("check", "--root", root, "--format", "github", at=root)
    (annotation,) = annotations(finished.stdout)
    head, _, message = annotation.removeprefix("::").partition("::")
    assert finished.returncode == 1
    assert head.startswith(f"error file={SURVEY},line={line},col=7,title=")
    assert head.count(",") == 3
    assert "100%25,khao:sat" in message
    assert "%0A" in message
    assert "100%," not in message


def test_an_annotation_names_the_file_as_the_repository_does(tmp_path: Path) -> None:
    """The forge knows the file by its path from the top of the repository, not from the records' root."""
    line = break_it(small(tmp_path / "vi-du" / "kho"))
    finished = run("check", "--root", "vi-du/kho", "--format", "github", at=tmp_path)
    (annotation,) = annotations(finished.stdout)
    assert annotation.startswith(f"::error file=vi-du/kho/{SURVEY},line={line},")


def test_for_the_forge_everything_is_also_in_the_summary_of_the_job(root: Path, tmp_path: Path) -> None:
    line = break_it(root)
    summary = tmp_path / "summary.md"
    summary.write_text("Bước trước\n", encoding="utf-8")
    run("check", "--root", root, "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Bước trước\n")
    assert f"{SURVEY}:{line}:7: lỗi" in text
    assert "1 lỗi, 0 cảnh báo trong 1 tệp" in text


def test_without_the_forge_nothing_is_annotated_or_summed_up(root: Path, tmp_path: Path) -> None:
    break_it(root)
    finished = run("check", "--root", root, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert annotations(finished.stdout) == []
    assert not (tmp_path / "summary.md").exists()


def test_a_report_says_at_its_end_where_a_code_is_explained(root: Path) -> None:
    break_it(root)
    *_, where, _ = run("check", "--root", root).stdout.splitlines()
    assert where == "Mỗi mã được giải thích, có ví dụ và cách sửa, trong schema/quy-tac.md."


def test_a_terminal_that_knows_no_vietnamese_letters_gets_an_answer_all_the_same(root: Path) -> None:
    finished = run("check", "--root", root, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert finished.returncode == 0
    assert "Traceback" not in finished.stderr
    assert "Xong sau" in finished.stdout


def test_records_in_a_folder_with_blanks_and_diacritics_are_built(tmp_path: Path) -> None:
    root = small(tmp_path / "kho của tôi" / "dữ liệu")
    finished = build(root)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert (root / "site" / "index.html").is_file()
