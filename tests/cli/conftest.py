"""The command line within this process (quick, one Kiwi for all), and as a process of its own (seconds each)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kextract import Extractor
from kextract.cli import main


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


Cli = Callable[..., Run]


@pytest.fixture
def cli(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> Cli:
    """`kextract ARGUMENTS` in the folder `tmp_path`, with the session's Extractor for the default types."""

    def shared(types: Any = None) -> Extractor:
        return extractor if types is None or set(types) == extractor.types else Extractor(types)

    monkeypatch.setattr("kextract.extractor.Extractor", shared)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["kextract", *arguments])
        with pytest.raises(SystemExit) as ending:
            main()
        out, err = capfd.readouterr()
        code = ending.value.code
        return Run(code if isinstance(code, int) else int(code is not None), out, err)

    return run


COMMAND = (sys.executable, "-m", "kextract")


@pytest.fixture
def process(tmp_path: Path) -> Cli:
    """`kextract ARGUMENTS` as a process in the folder `tmp_path`; `stdin` is what is piped in."""

    def run(*arguments: str, stdin: bytes | None = b"", shell: str | None = None) -> Run:
        if shell is not None:
            command: Any = ["bash", "-c", shell, COMMAND[0], *arguments]
        else:
            command = [*COMMAND, *arguments]
        pipe: Any = {"input": stdin} if stdin is not None else {"stdin": subprocess.DEVNULL}
        done = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment(), timeout=120, **pipe)
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def environment() -> dict[str, str]:
    """The environment of a process test: this one's, without what would change the output."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
