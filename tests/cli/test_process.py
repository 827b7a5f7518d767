"""What only a process of its own shows: pipes, terminals, signals. Each start loads Kiwi, so there are few."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, Cli, environment

TEXT = "새빛시 김하늘 시장은 17일 시청에서 3억5천만원을 지원한다고 밝혔다."
PATIENCE = 90.0  # seconds: the machine may be busy


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def start(folder: Path, *arguments: str, stdin: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_pipe_in_and_out(process: Cli) -> None:
    run = process(stdin=TEXT.encode("cp949"))
    assert (run.code, run.err) == (0, "")
    record = json.loads(run.out)
    assert record["id"] == "-"
    assert [m["text"] for m in record["mentions"] if m["type"] == "person"] == ["김하늘"]


def test_nothing_to_read(process: Cli) -> None:
    run = process(stdin=None)
    assert (run.code, run.out) == (2, "")
    assert "Usage: kextract" in run.err


def test_reader_that_goes_away(process: Cli, tmp_path: Path) -> None:
    (tmp_path / "many").write_text(f"{TEXT}\n" * 2000, "utf-8")
    run = process("--input", "lines", "many", shell='"$0" -m kextract "$@" | head -n 1; echo "${PIPESTATUS[0]}"')
    line, code = run.out.splitlines()
    assert json.loads(line)["id"] == "many:1"
    assert (code, run.err) == ("0", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_standard_output_that_is_full(process: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    run = process("a.txt", shell='"$0" -m kextract "$@" > /dev/full')
    assert run.code == 1
    assert run.err == "kextract: -: cannot write: No space left on device\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--help > /dev/full", "kextract: -: cannot write: No space left on device\n1\n"),
        ("schema > /dev/full", "kextract: -: cannot write: No space left on device\n1\n"),
        ("- <&-", "kextract: -: Bad file descriptor\n1\n"),
        ("- >&-", "kextract: -: cannot write: Bad file descriptor\n1\n"),
        ("nope 2>&-", "1\n"),
        ("schema | head -c 1", "{0\n"),
        ("nope/nope", "kextract: nope/nope: No such file or directory\n1\n"),
    ],
)
def test_standard_streams_that_fail(process: Cli, arguments: str, said: str) -> None:
    run = process(shell=f'{{ "$0" -m kextract {arguments}; echo $?; }} 2>&1')
    assert run.out == said


def test_records_come_as_the_lines_do(tmp_path: Path) -> None:
    """A FIFO that stays open: the first record is there before the second line is."""
    os.mkfifo(tmp_path / "fifo")
    with start(tmp_path, "--input", "lines", "fifo") as run, (tmp_path / "fifo").open("wb", buffering=0) as feed:
        assert run.stdout is not None
        for number in (1, 2):
            feed.write(f"{TEXT}\n".encode())
            assert json.loads(run.stdout.readline())["id"] == f"fifo:{number}"
        feed.close()
        assert run.wait(PATIENCE) == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted(tmp_path: Path, number: signal.Signals, code: int) -> None:
    """Nothing is left of a file that was not complete."""
    with start(tmp_path, "--input", "lines", "-", "-o", "out") as run:
        assert run.stdin is not None
        assert run.stderr is not None
        run.stdin.write(f"{TEXT}\n".encode())
        run.stdin.flush()
        wait_for(lambda: list(tmp_path.glob(".out.*.part")))
        run.send_signal(number)
        ended = run.wait(PATIENCE)
        assert (ended, run.stderr.read()) == (code, b"")
        assert list(tmp_path.iterdir()) == []


def test_killed_job_goes_on(tmp_path: Path, process: Cli) -> None:
    (tmp_path / "in").mkdir()
    for number in range(40):
        (tmp_path / "in" / f"{number}.txt").write_text(f"{number}. {TEXT}\n" * 20, "utf-8")
    assert process("in", "--out-dir", "whole").code == 0
    with start(tmp_path, "in", "--out-dir", "out") as run:
        wait_for(lambda: len(list(tmp_path.glob("out/*.jsonl"))) > 4)
        run.kill()
    whole = {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
    done = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.jsonl")}
    assert 4 < len(done) < len(whole)
    assert done.items() <= whole.items()
    assert process("in", "--out-dir", "out", "--skip-existing").code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == whole


def on_terminal(folder: Path, *arguments: str) -> str:
    """What the command writes to a terminal of 80 columns."""
    import fcntl
    import termios

    main, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    run = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        env={**environment(), "TERM": "xterm"},
        stdin=other,
        stdout=other,
        stderr=other,
    )
    os.close(other)
    shown = b""
    while select.select([main], [], [], PATIENCE)[0]:
        try:
            piece = os.read(main, 65536)
        except OSError:  # the other end is closed
            break
        shown += piece
    os.close(main)
    assert run.wait(PATIENCE) == 0
    return shown.decode().replace("\r\n", "\n")


def test_terminal(tmp_path: Path) -> None:
    from rich.cells import cell_len

    (tmp_path / "a.txt").write_text(f"\x1b[2J{TEXT}\x1b]0;title\x07\n", "utf-8")
    shown = on_terminal(tmp_path, "a.txt")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert plain != shown
    assert "\x1b" not in plain
    assert "People 1" in plain
    assert "김하늘" in plain
    assert max(map(cell_len, plain.splitlines())) <= 80
