"""What is told of a long job on standard error."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kextract.cli.messages import Messages
from kextract.cli.progress import Progress


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two files, of 300 and of 700 bytes."""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, size in zip(paths, (300, 700), strict=True):
        path.write_bytes(b"x" * size)
    return [str(path) for path in paths]


def test_share_goes_by_bytes_and_is_put_right_at_the_end_of_a_file(files: list[str]) -> None:
    progress = Progress()
    progress.expect(files)
    assert progress.share == 0
    progress.document("가" * 50)
    assert progress.share == 0.15
    progress.end(files[0])
    assert progress.share == 0.3
    progress.document("x" * 900)
    assert progress.share == 1


def test_nothing_is_expected_of_a_stream(files: list[str]) -> None:
    progress = Progress()
    progress.expect([*files, "-"])
    assert progress.share is None
    progress.document("가나다")
    assert progress.line(80) == "1 document, 3 characters"


def test_the_line(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    progress = Progress()
    progress.expect(files)
    now = iter((100.0, 160.0, 160.0))
    monkeypatch.setattr("kextract.cli.progress.time.monotonic", lambda: next(now))
    progress.document("x" * 250)
    assert progress.line(100) == f"[{'#' * 6}{'.' * 18}]  25% 1 document, 250 characters, 3:00 left"
    assert progress.line(40) == " 25% 1 document, 250 characters, 3:00 l"


def test_on_a_terminal_only(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Messages().step("가")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("kextract.cli.messages._terminal", lambda stream: stream is sys.stderr)
    messages = Messages()
    messages.expect(files)
    messages.step("x" * 500)
    messages.clear()
    told = capsys.readouterr().err
    assert told.startswith("\r[############............]  50% 1 document")
    assert told.endswith("\r\x1b[K")
    Messages(quiet=True).step("가")
    assert capsys.readouterr().err == ""
