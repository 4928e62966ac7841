"""Does a build leave the last good site or the new one, whatever happens on the way and wherever it stands?

``tests/misfortune.py`` lets a build be killed, or the machine refuse, at each of its steps; here real commands meet
real closed folders, full disks and links, and each answers in Vietnamese with what can be done.
"""

import datetime
import os
import random
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.build import site_of
from generator.cli import build
from generator.render import PROJECT
from tests.golden.archives import small
from tests.golden.sites import content_of
from tests.ordinary import become_ordinary

OLD, NEW = "2026-11-21", "2026-11-22"
SURVEY = "data/surveys/khao-sat-1.yml"


class Site:
    """Records that were built on the day OLD, and the site of OLD and of NEW as they ought to be."""

    def __init__(self, root: Path, of: dict[str, dict[str, bytes]]) -> None:
        self.root, self.site, self.build, self.of = root, root / "site", root / "build", of

    def run(self, *arguments: str, **settings: Any) -> subprocess.CompletedProcess[str]:
        return started(self.root, *arguments, **settings)

    def is_whole(self) -> bool:
        return content_of(self.site) in self.of.values()


def started(root: Path, *arguments: str, day: str = NEW, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Run a command on records as a person would, without a superuser's power."""
    command = [sys.executable, "-m", "generator", *arguments, "--root", str(root), "--today", day]
    usual: dict[str, Any] = {"preexec_fn": become_ordinary, "capture_output": True}
    return subprocess.run(command, cwd=PROJECT, encoding="utf-8", check=False, **usual | settings)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built once; nobody changes it."""
    folder = tmp_path_factory.mktemp("first")
    root, other = small(folder / "kho"), small(folder / "other")
    assert started(other, "build", day=NEW).returncode == 0
    assert started(root, "build", day=OLD).returncode == 0
    of = {OLD: content_of(root / "site"), NEW: content_of(other / "site")}
    assert of[OLD] != of[NEW]
    return Site(root, of)


@pytest.fixture
def built(first: Site, tmp_path: Path) -> Site:
    """A copy that a test may harm."""
    return Site(shutil.copytree(first.root, tmp_path / "kho"), first.of)


def said_in_vietnamese(finished: subprocess.CompletedProcess[str], *codes: int) -> str:
    said = finished.stdout + finished.stderr
    assert finished.returncode in codes, said
    assert "Traceback" not in said
    assert not re.search(r"\b(error|denied|exception|permission|directory|no such)\b", said, re.I), said
    return said


# --- at each step ---------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["kill", "full", "refuse"])
def test_at_every_step_a_misfortune_leaves_the_last_good_site_or_the_new_one(how: str, tmp_path: Path) -> None:
    steps, *wrongs = misfortune(how, tmp_path)
    assert wrongs == []
    assert int(steps) > 25


def misfortune(how: str, folder: Path) -> list[str]:
    """Return how many trials there were, and what went wrong."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.misfortune", how, str(folder)],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert told.stderr == ""
    return told.stdout.splitlines()


@pytest.mark.parametrize("seed", range(3))
def test_a_kill_at_any_moment_loses_nothing(seed: int, built: Site) -> None:
    """MkDocs, too, is at work here; it is not killed and goes on in a folder that nobody else uses."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--root", str(built.root), "--today", NEW],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
    )
    chance = random.Random(seed)
    try:
        process.wait(timeout=chance.uniform(0.3, 2))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    else:
        assert process.returncode == 0
    (built.root / SURVEY).rename(built.root / "kept")
    (built.root / SURVEY).write_text("kind: [", encoding="utf-8")
    assert built.run("build").returncode in (0, 1)
    assert built.is_whole()
    (built.root / "kept").replace(built.root / SURVEY)
    assert built.run("build").returncode == 0
    assert content_of(built.site) == built.of[NEW]


def test_ctrl_c_ends_a_build_quietly(built: Site) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--root", str(built.root), "--today", NEW],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdout is not None
    before = [process.stdout.readline(), process.stdout.readline()]
    assert "Trang Markdown" in before[1]
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to MkDocs, too
    said = process.stdout.read()
    assert process.wait() == 130
    assert "Traceback" not in said
    assert "Đã dừng theo yêu cầu" in said
    assert built.is_whole()
    assert not list(built.build.glob("run-*"))
    process.stdout.close()


# --- two at once ----------------------------------------------------------------------------


@pytest.mark.parametrize("days", [(OLD, NEW), (NEW, NEW)], ids=["of two days", "of one day"])
def test_two_builds_at_once_leave_one_whole_site(days: tuple[str, str], built: Site) -> None:
    (built.build / "stamp").unlink()
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--root", str(built.root), "--today", day],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for day in days
    ]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    held = content_of(built.site)
    assert held in [built.of[day] for day in days]
    day = next(day for day in days if held == built.of[day])
    assert "Không có gì thay đổi" in built.run("build", day=day).stdout
    assert content_of(built.site) == held


def test_twelve_pairs_of_builds_that_pause_at_every_step_leave_whole_sites(tmp_path: Path) -> None:
    assert misfortune("pairs", tmp_path) == ["12"]


def test_who_waits_for_another_build_is_told_so(built: Site) -> None:
    """The lock is held here, until the other has said that it waits."""
    from generator.lock import locked

    with locked(built.build / "lock", waiting=lambda: None):
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--root", str(built.root), "--today", NEW],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdout is not None
        assert "đang chờ" in process.stdout.readline()
        assert content_of(built.site) == built.of[OLD]
    assert "Đã làm xong trang" in process.communicate()[0]
    assert content_of(built.site) == built.of[NEW]


def test_what_somebody_else_put_into_the_site_is_not_called_good(built: Site) -> None:
    assert built.run("build").returncode == 0
    (built.site / "index.html").unlink()
    assert "Đã làm xong trang" in built.run("build").stdout
    assert content_of(built.site) == built.of[NEW]


# --- where it stands ------------------------------------------------------------------------


def site_is_a_link(of: Site) -> None:
    of.site.rename(of.root / "elsewhere")
    of.site.symlink_to("elsewhere")


def site_is_a_link_to_itself(of: Site) -> None:
    shutil.rmtree(of.site)
    of.site.symlink_to("site")


def site_is_a_file(of: Site) -> None:
    shutil.rmtree(of.site)
    of.site.write_bytes(b"x")


def build_is_a_file(of: Site) -> None:
    shutil.rmtree(of.build)
    of.build.write_bytes(b"x")


def build_is_a_dead_link(of: Site) -> None:
    shutil.rmtree(of.build)
    of.build.symlink_to("nowhere")


def the_lock_is_a_folder(of: Site) -> None:
    (of.build / "lock").unlink()
    (of.build / "lock").mkdir()


def the_stamp_is_a_folder(of: Site) -> None:
    (of.build / "stamp").unlink()
    (of.build / "stamp").mkdir()


def pages_are_a_file(of: Site) -> None:
    shutil.rmtree(of.build / "pages")
    (of.build / "pages").write_bytes(b"x")


def nothing_may_be_written(of: Site) -> None:
    for path in (*of.root.rglob("*"), of.root):
        path.chmod(0o555 if path.is_dir() else 0o444)


def build_is_closed(of: Site) -> None:
    of.build.chmod(0)


def the_site_may_not_be_renamed(of: Site) -> None:
    of.root.chmod(0o555)


PLACES: dict[Callable[[Site], None], str] = {
    site_is_a_link: "là một liên kết",
    site_is_a_link_to_itself: "là một liên kết",
    site_is_a_file: "là một tệp",
    build_is_a_file: "cần một thư mục",
    build_is_a_dead_link: "cần một thư mục",
    the_lock_is_a_folder: "lại có một thư mục cùng tên",
    the_stamp_is_a_folder: "lại có một thư mục cùng tên",
    pages_are_a_file: "cần một thư mục",
    nothing_may_be_written: "không có quyền",
    build_is_closed: "không có quyền",
    the_site_may_not_be_renamed: "không có quyền",
}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__.replace("_", " "))
def test_where_no_site_can_be_put_nothing_is_lost_and_it_is_said(
    place: Callable[[Site], None], built: Site
) -> None:
    place(built)
    before = {path: content_of(built.root / path) for path in ("site", "elsewhere")}
    said = said_in_vietnamese(built.run("build"), 2)
    assert PLACES[place] in said
    assert "Cần làm: " in said
    if place is not the_stamp_is_a_folder:  # the new site was in its place already
        assert {path: content_of(built.root / path) for path in before} == before


def test_a_first_build_in_a_checkout_that_may_only_be_read_is_answered(tmp_path: Path) -> None:
    root = small(tmp_path / "kho")
    root.chmod(0o555)
    assert "không có quyền" in said_in_vietnamese(started(root, "build"), 2)
    assert "Không có vấn đề nào" in said_in_vietnamese(started(root, "check"), 0)


@pytest.mark.parametrize("command", ["check", "build"])
def test_records_that_may_not_be_read_are_named(command: str, built: Site) -> None:
    (built.root / SURVEY).chmod(0)
    assert f"{SURVEY}:1:1: lỗi L10" in said_in_vietnamese(built.run(command), 1)
    assert content_of(built.site) == built.of[OLD]


def test_a_root_that_is_closed_is_named(built: Site) -> None:
    built.root.chmod(0)
    assert "không có quyền" in said_in_vietnamese(built.run("check"), 2)
    built.root.chmod(0o755)


@pytest.mark.parametrize("most", [1_000, 40_000])
def test_a_disk_that_takes_no_more_is_named(most: int, built: Site) -> None:
    """The system takes no file beyond so many bytes: the first stops the pages, the second stops MkDocs."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    (built.build / "stamp").unlink()
    shutil.rmtree(built.build / "pages")
    said = said_in_vietnamese(built.run("build", preexec_fn=limit), 2)
    assert "tệp lớn hơn mức máy cho phép ghi" in said
    assert content_of(built.site) == built.of[OLD]
    assert built.run("build").returncode == 0
    assert content_of(built.site) == built.of[NEW]


def test_a_folder_of_records_that_is_a_link_is_read(built: Site) -> None:
    (built.root / "data").rename(built.root / "kept")
    (built.root / "data").symlink_to("kept")
    assert "Không có vấn đề nào" in said_in_vietnamese(built.run("build"), 0)
    assert content_of(built.site) == built.of[NEW]


def test_an_editor_at_work_is_left_in_peace(built: Site) -> None:
    """Emacs marks a file that is being edited by a link that leads nowhere; there are sockets and pipes, too."""
    (built.root / "data" / "surveys" / ".#khao-sat-1.yml").symlink_to("an@may.4711:1700000000")
    os.mkfifo(built.root / "data" / ".pipe")
    (built.root / "content" / ".#gioi-thieu.md").symlink_to(".#gioi-thieu.md")
    assert "Không có vấn đề nào" in said_in_vietnamese(built.run("build"), 0)
    assert content_of(built.site) == built.of[NEW]


def test_a_pipe_among_the_records_is_named_and_not_waited_for(built: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(built.root / "data" / "units" / "xa-2.yml")
    media = built.root / "data" / "media"
    media.mkdir()
    with monkeypatch.context() as there, socket.socket(socket.AF_UNIX) as listening:
        there.chdir(media)  # a socket's path may have some hundred letters, and folders of tests have more
        listening.bind("o.png")
    said = said_in_vietnamese(built.run("build"), 1)
    assert "data/units/xa-2.yml:1:1: lỗi L09" in said
    assert "data/media/o.png:1:1: lỗi L09" in said


def test_folders_in_folders_in_folders_do_no_harm(built: Site) -> None:
    media = built.root / "data" / "media"
    deep = f"{media}/{'/'.join('a' * 1200)}"
    subprocess.run(["mkdir", "-p", deep], check=True)
    subprocess.run(["touch", f"{deep}/a.png"], check=True)
    try:
        assert "R53" in said_in_vietnamese(built.run("build"), 1)
    finally:
        subprocess.run(["rm", "-rf", str(media)], check=True)  # neither Python nor pytest could


# --- who listens ----------------------------------------------------------------------------


def broken(built: Site) -> Site:
    """Make records with more mistakes than a pipe holds."""
    for number in range(400):
        (built.root / "data" / "units" / f"xa-{number + 10}.yml").write_text("x: y\n", encoding="utf-8")
    return built


@pytest.mark.parametrize("command", ["check", "build"])
def test_who_reads_only_the_first_line_disturbs_nothing(command: str, built: Site) -> None:
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", command, "--root", str(broken(built).root), "--today", NEW],
        cwd=PROJECT,
        stdout=writing,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(writing)
    assert os.read(reading, 10)
    os.close(reading)
    _, complained = process.communicate()
    assert (process.returncode, complained) == (1, "")


def test_a_build_that_nobody_listens_to_is_finished(built: Site) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    finished = built.run("build", capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert content_of(built.site) == built.of[NEW]


def test_a_report_that_cannot_be_kept_is_no_success(built: Site) -> None:
    with Path("/dev/full").open("w") as full:
        finished = built.run("check", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert finished.returncode == 2
    assert finished.stderr == "Không in kết quả ra được: đĩa đã đầy, hoặc đã hết số tệp mà đĩa chứa được.\n"


def test_a_closed_output_is_no_harm(built: Site) -> None:
    def close() -> None:
        os.close(1)
        os.close(2)

    finished = built.run("check", preexec_fn=close)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


# --- a page that would run something ----------------------------------------------------------


def test_a_page_that_would_run_something_stops_the_build(
    built: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As if a template had an inline script: the last good site stays, and no stamp calls the new one good."""

    def with_script(*records: Any, **day: Any) -> dict[str, bytes]:
        files = site_of(*records, **day)
        return files | {"gioi-thieu/index.md": files["gioi-thieu/index.md"] + b"\n\n<script>alert(1)</script>\n"}

    monkeypatch.setattr("generator.cli.build.site_of", with_script)
    day = datetime.date.fromisoformat(NEW)
    made = build.make(build.Asked(built.root, day, day))
    assert not made.is_good
    assert "gioi-thieu/index.html sẽ tự chạy hoặc tải" in capsys.readouterr().out
    assert "<script>" in made.why_not
    assert content_of(built.site) == built.of[OLD]
    assert not (built.build / "stamp").exists()
