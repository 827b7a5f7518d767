"""The README's console examples print what the README says.

`python -m tests.cli.test_readme` writes the outputs into the README anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)
_PYTHON = re.compile(r"```python\n(?P<code>.*?)```", re.DOTALL)


def _examples() -> list[tuple[str, str]]:
    return [(match["command"], match["output"]) for match in _BLOCK.finditer(README.read_text("utf-8"))]


def _run(command: str) -> str:
    """What a shell prints for the command, 80 columns wide, with the kextract of this Python on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    finished = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


@pytest.mark.parametrize(("command", "output"), _examples(), ids=range(len(_examples())))
def test_example(command: str, output: str) -> None:
    if " jq " in command and shutil.which("jq") is None:
        command = command.split(" | jq ")[0]  # without jq the command itself still has to work
        assert _run(command)
        return
    assert _run(command) == output


def test_python_example(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = (match["code"] for match in _PYTHON.finditer(README.read_text("utf-8")))
    exec(compile(code, "README.md", "exec"), {})
    assert "person 육태호 0 3" in capsys.readouterr().out


def write() -> None:
    """Puts the outputs of today into the README."""
    text = README.read_text("utf-8")
    README.write_text(
        _BLOCK.sub(lambda m: f"```console\n$ {m['command']}\n{_run(m['command'])}```", text), encoding="utf-8"
    )


if __name__ == "__main__":
    write()
