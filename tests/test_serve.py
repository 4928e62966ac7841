"""Does an editor see each change at once, and each mistake instead of a page, without starting again?

The server runs as its own process, from a copy of the program, so that its templates can be edited too.
Every wait is for something to be seen, never for a time.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

import pytest

from generator.render import PROJECT
from generator.write import sync
from tests.golden.archives import SMALL_TITLE, small
from tests.golden.sites import content_of

PATIENCE = 600
"""Seconds after which a test gives up, so that it ends at all; a change is usually seen after one or two."""

SURVEY = "khao-sat/khao-sat-1/"


class Serving(NamedTuple):
    """A running server, the program it runs, and the records it shows."""

    process: subprocess.Popen[bytes]
    program: Path
    root: Path
    port: int
    log: Path

    def get(self, address: str) -> tuple[int, str]:
        """Return the status and the text of what a browser gets; 0 while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=PATIENCE) as got:
                return got.status, got.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def until(self, address: str, seen: Callable[[int, str], bool]) -> str:
        """Ask for an address until what comes is as wanted; fail with the last answer and the log."""
        status, text = 0, ""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            status, text = self.get(address)
            if seen(status, text):
                return text
            time.sleep(0.05)
        raise AssertionError(f"{address}: {status}\n{text[-2000:]}\n{self.log.read_text('utf-8')[-4000:]}")

    def shows(self, address: str, sentence: str) -> str:
        return self.until(address, lambda status, text: status == 200 and sentence in text)

    def reports(self, address: str, sentence: str) -> str:
        return self.until(address, lambda status, text: status == 404 and sentence in text)

    def edit(self, file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def record(self) -> Path:
        return self.root / "data" / "surveys" / "khao-sat-1.yml"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        assert isinstance(port, int)
        return port


def start(program: Path, root: Path, port: int, log: IO[bytes]) -> subprocess.Popen[bytes]:
    arguments = ["serve", "--root", str(root), "--port", str(port), "--today", "2026-11-22"]
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=program,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1"},
        stdout=log,
        stderr=subprocess.STDOUT,
        preexec_fn=listen_to_ctrl_c,
    )


def listen_to_ctrl_c() -> None:
    """Undo what a shell does to programs that it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program that tests may edit."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(PROJECT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


@contextmanager
def running(program: Path, root: Path, log: Path) -> Iterator[Serving]:
    port = free_port()
    with log.open("wb") as file:
        process = start(program, root, port, file)
        try:
            yield Serving(process, program, root, port, log)
        finally:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def server(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("serve")
    with running(program, small(folder / "kho"), folder / "log.txt") as found:
        yield found


@pytest.fixture
def serving(server: Serving) -> Iterator[Serving]:
    """The one server of these tests, showing the records as they were at first."""
    server.shows("", "Trang của xã Thử")
    folders = server.root / "data", server.root / "content", server.program / "generator"
    before = [content_of(folder) for folder in folders]
    yield server
    for folder, files in zip(folders, before, strict=True):
        sync(folder, files)


def test_every_page_is_shown(serving: Serving) -> None:
    assert SMALL_TITLE in serving.shows(SURVEY, "<h1")
    assert "Xã Thử 1" in serving.shows("don-vi/xa-1/", "<h1")
    assert f"http://127.0.0.1:{serving.port}/" in serving.log.read_text("utf-8")


def test_a_page_may_run_the_script_that_reloads_it_and_no_other(serving: Serving) -> None:
    page = serving.shows(SURVEY, "<h1")
    assert page.count("<script nonce=") == 1
    assert "script-src &#39;self&#39; &#39;nonce-xem-thu&#39;;" in page.replace("'", "&#39;")
    assert '<script nonce="xem-thu">' in page


def test_what_is_not_there_is_answered_by_the_sites_own_page(serving: Serving) -> None:
    serving.reports("khong/co/", "Không tìm thấy trang")


def test_an_edit_of_a_record_is_shown(serving: Serving) -> None:
    serving.edit(serving.record, f"title: {SMALL_TITLE}", "title: Khảo sát việc trả kết quả")
    serving.shows(SURVEY, "Khảo sát việc trả kết quả")
    serving.shows("khao-sat/", "Khảo sát việc trả kết quả")


def test_a_mistake_takes_the_place_of_every_page_until_it_is_mended(serving: Serving) -> None:
    serving.edit(serving.record, "kind: khao_sat", "kind: khao_sot")
    for address in (SURVEY, "", "don-vi/"):
        page = serving.reports(address, "Bản ghi có lỗi")
        assert "data/surveys/khao-sat-1.yml:1:7: lỗi" in page
        assert "khao_sot" in page
    serving.edit(serving.record, "kind: khao_sot", "kind: giam_sat_lai")
    assert "Bản ghi có lỗi" not in serving.shows(SURVEY, "Giám sát lại")


def test_all_mistakes_are_listed_and_what_people_wrote_is_no_html(serving: Serving) -> None:
    serving.edit(serving.record, "kind: khao_sat", "kind: <script>x</script>")
    (serving.root / "data" / "units" / "xa-2.yml").write_text("classification: lang\n", encoding="utf-8")
    page = serving.reports("", "data/units/xa-2.yml:1:")
    assert "data/surveys/khao-sat-1.yml:1:7" in page
    assert "<script>x" not in page


def test_a_broken_file_does_not_stop_the_server(serving: Serving) -> None:
    good = serving.record.read_bytes()
    serving.record.write_bytes(b"\xff\xfe[[[[ \x00")
    serving.reports("", "data/surveys/khao-sat-1.yml:1:1: lỗi")
    serving.record.write_bytes(good)
    serving.shows(SURVEY, SMALL_TITLE)


def test_a_new_record_has_a_page_and_a_deleted_one_has_none(serving: Serving) -> None:
    copy = serving.record.with_name("khao-sat-2.yml")
    text = serving.record.read_text("utf-8").replace(SMALL_TITLE, "Khảo sát thứ hai")
    copy.write_text(text, encoding="utf-8")
    serving.shows("khao-sat/khao-sat-2/", "Khảo sát thứ hai")
    copy.unlink()
    serving.reports("khao-sat/khao-sat-2/", "Không tìm thấy trang")
    serving.until("khao-sat/", lambda status, page: status == 200 and "Khảo sát thứ hai" not in page)


def test_an_edit_of_an_editorial_page_is_shown(serving: Serving) -> None:
    serving.edit(serving.root / "content" / "cach-doc.md", "Một đoạn giới thiệu.", "Cách đọc mới.")
    serving.shows("cach-doc/", "Cách đọc mới.")


def test_an_edit_of_a_template_and_of_the_style_is_shown(serving: Serving) -> None:
    template = serving.program / "generator" / "templates" / "glossary.md.j2"
    style = serving.program / "generator" / "theme" / "assets" / "stylesheets" / "site.css"
    serving.edit(template, "# {{ it.head.title }}\n", "# {{ it.head.title }} và chữ tắt\n")
    serving.shows("thuat-ngu/", "Thuật ngữ và chữ tắt")
    style.write_text(style.read_text("utf-8") + "\n.vua-sua { color: red }\n", encoding="utf-8")
    serving.shows("assets/stylesheets/site.css", ".vua-sua")


def test_records_that_are_broken_from_the_start_are_explained_too(program: Path, tmp_path: Path) -> None:
    root = small(tmp_path / "kho")
    (root / "data" / "site.yml").unlink()
    with running(program, root, tmp_path / "log.txt") as found:
        found.reports("", "data/site.yml")


def test_ctrl_c_ends_it_quietly_and_frees_the_port(program: Path, tmp_path: Path) -> None:
    with running(program, small(tmp_path / "kho"), tmp_path / "log.txt") as found:
        found.shows("", "Trang của xã Thử")
        found.process.send_signal(signal.SIGINT)
        assert found.process.wait(timeout=PATIENCE) == 0
        assert "Traceback" not in found.log.read_text("utf-8")
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", found.port))


def test_a_port_that_is_taken_is_said_in_words(program: Path, tmp_path: Path) -> None:
    root, log = small(tmp_path / "kho"), tmp_path / "log.txt"
    with socket.socket() as other, log.open("wb") as file:
        other.bind(("127.0.0.1", 0))
        other.listen()
        process = start(program, root, other.getsockname()[1], file)
        assert process.wait(timeout=PATIENCE) == 2
    said = log.read_text("utf-8")
    assert "Traceback" not in said
    assert "--port" in said
