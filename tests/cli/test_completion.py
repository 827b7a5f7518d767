"""Completion: what may follow on a command line, and the scripts in the shells themselves where these are installed."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import typer

from kextract.cli.app import app
from kextract.cli.completing import VALUES, Answer, answer, tell
from kextract.cli.completion import SHELLS
from kextract.model import MENTION_TYPES
from kextract.output import FORMATS
from tests.cli.conftest import Cli

ROOT: Any = typer.main.get_command(app)
NAMES = "하늬솔\torganization\n별바라기\tproduct\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "names.tsv").write_text(NAMES, "utf-8")
    (tmp_path / "wrong.tsv").write_text("하늬솔\torganisation\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))


def after(line: str) -> Answer:
    return answer(ROOT, line.split(" "))


def words(line: str) -> list[str]:
    return list(after(line).words)


def test_commands_and_files_come_first() -> None:
    assert set(words("")) == set(ROOT.commands)
    assert words("vi") == ["view"]
    assert after("vi").besides == after("view ").besides == after("merge a.jsonl ").besides == "files"
    assert after("./vi").words == {}


def test_options_by_command() -> None:
    assert words("--form") == ["--format"]
    assert words("--for") == ["--format", "--force"]
    assert "--pager" in words("view --")
    assert "--pager" not in words("--")
    assert words("view --no-p") == ["--no-pager"]
    assert words("merge --he") == ["--help"]
    assert all(after("-").words.values())


def test_an_option_given_is_not_offered_again_unless_it_may_be_repeated() -> None:
    assert words("--format json --for") == words("-qfjson --for") == ["--force"]
    assert words("--lexicon names.tsv --lex") == ["--lexicon"]
    assert after("-- --for").words == {}


@pytest.mark.parametrize("line", ["--format ", "-f ", "--format=", "-q -f ", "-qf ", "a.txt -f "])
def test_values_of_an_option(line: str) -> None:
    assert words(line) == list(FORMATS)


def test_values_by_command() -> None:
    assert words("merge -f j") == ["json", "jsonl", "jsonld"]
    assert words("explain -f ") == ["text", "json", "jsonl"]
    assert words("--color a") == ["auto", "always"]
    assert after("--date ") == Answer({})
    assert after("-o ") == Answer({}, "files")
    assert after("--out-dir ") == Answer({}, "directories")


def test_types_in_a_list_and_ones_own() -> None:
    assert words("-t ") == list(MENTION_TYPES)
    assert words("-t person,") == ["person,organization", "person,date", "person,money"]
    assert words("--lexicon names.tsv -t pr") == ["product"]
    assert words("--lexicon wrong.tsv -t pe") == words("--lexicon none.tsv -t pe") == ["person"]
    Path("kextract.toml").write_text('lexicon = ["names.tsv"]\n', "utf-8")
    assert words("view -t pr") == ["product"]
    assert words("view --no-config -t pr") == []


def test_arguments_of_the_other_commands() -> None:
    assert words("help mo") == ["money"]
    assert "merge" in words("help ")
    assert words("completion ") == list(SHELLS)
    assert {"money", "money.won"} < set(words("rules money"))
    assert after("schema ") == after("serve ") == Answer({})


def test_every_value_offered_is_taken_and_every_choice_is_offered() -> None:
    for name, command in ROOT.commands.items():
        for option in command.params:
            offered = VALUES.get(f"{name} {option.name}") or VALUES.get(option.name, {})
            assert bool(offered) or option.metavar not in ("FORMAT", "MODE", "WHEN", "WHERE"), (name, option.name)
            for value in offered:
                option.callback(None, option, value)


def test_bash_parts_words_at_signs_of_equality(capsys: pytest.CaptureFixture[str]) -> None:
    tell("bash", ROOT, ["-q", "--color", "=", "nev"])
    assert capsys.readouterr().out == "words\nnever\t\n"
    tell("bash", ROOT, ["--color", "="])
    assert capsys.readouterr().out == "words\nauto\t\nalways\t\nnever\t\n"
    tell("fish", ROOT, ["-q", "--color=nev"])
    assert capsys.readouterr().out == "words\n--color=never\t\n"


def test_the_command(cli: Cli) -> None:
    assert "~/.bashrc" in cli("completion").out
    assert cli("completion", "zsh").out.startswith("#compdef kextract\n")
    assert "'csh' is not one of bash, zsh, fish" in cli("completion", "csh").err


# --- the shells themselves -------------------------------------------------------------------------------------------


def environment(folder: Path) -> dict[str, str]:
    """One in which `kextract` is the one under test."""
    program = folder / "bin" / "kextract"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kextract "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def output(shell: str, script: str, folder: Path) -> list[str]:
    """What a shell prints that runs `script`."""
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    done = subprocess.run(
        [shell, "-c", script], env=environment(folder), cwd=folder, capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_in_bash(tmp_path: Path) -> None:
    lines = ("view --n", "--format = jsonl", "-t pe", "vi", "-o na")
    asked = "; ".join(
        f"COMP_WORDS=(kextract {line}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _kextract kextract; "
        'echo "${COMPREPLY[*]}"'
        for line in lines
    )
    script = f'eval "$(kextract completion bash)"; compopt() {{ :; }}; {asked}'
    (tmp_path / "view.txt").touch()
    assert output("bash", script, tmp_path) == [
        "--no-config --no-server --no-pager",
        "jsonl jsonld",
        "person",
        "view view.txt",
        "",  # files are left to bash
    ]


def test_in_fish(tmp_path: Path) -> None:
    lines = ("view --no-p", "--format=jsonl", "-t pe", "vi", "--lexicon na", "--out-dir b")
    asked = "; ".join(f'complete -C "kextract {line}"' for line in lines)
    found = output("fish", f"kextract completion fish | source; {asked}", tmp_path)
    assert [line.partition("\t")[0] for line in found] == [
        "--no-pager",
        "--format=jsonl",
        "--format=jsonld",
        "person",
        "view",
        "names.tsv",
        "bin/",
    ]


def test_in_zsh(tmp_path: Path) -> None:
    """Typed: zsh completes nowhere but on a terminal."""
    if shutil.which("zsh") is None:
        pytest.skip("no zsh here")
    setup = 'PS1="> "; autoload -Uz compinit; compinit -u; eval "$(kextract completion zsh)"; echo rea""dy\n'
    keys = {
        setup: "ready",
        "kextract vi\t": "view ",
        "--no-p\t": "--no-pager ",
        "--lexicon=na\t": "names.tsv ",
        "-t pe\t": "person",
    }
    assert typed(["zsh", "-f", "-i"], keys, tmp_path).endswith("--lexicon=names.tsv -t person")


def typed(command: list[str], keys: dict[str, str], folder: Path) -> str:
    """What stands on the terminal of a shell after `keys`, each with what has to come of it before the next."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(command[0], command, environment(folder))
    try:
        shown = ""
        for pressed, wanted in keys.items():
            os.write(terminal, pressed.encode())
            shown += until(terminal, wanted, 30)
        return shown.replace(" \b", "").rstrip()
    finally:
        os.close(terminal)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def until(terminal: int, wanted: str, seconds: float) -> str:
    """What the terminal shows until `wanted`, or until the time is over."""
    seen, end = b"", time.monotonic() + seconds
    while time.monotonic() < end and wanted.encode() not in seen:
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 65536)
    return seen.decode(errors="replace")
