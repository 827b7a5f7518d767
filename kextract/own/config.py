"""The config file: own names, own rules and defaults for options, taken without being asked for.

The first of `./kextract.toml` and `$XDG_CONFIG_HOME/kextract/config.toml` (`~/.config/…`) is read, no other.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kextract.own.files import read
from kextract.own.problems import OwnError, Problem

LOCAL = "kextract.toml"
FILES = ("lexicon", "rules")


@dataclass(frozen=True, slots=True)
class Config:
    """What a file says: paths as seen from the current directory, and defaults by command and option."""

    path: str
    lexicon: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    defaults: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def find() -> str | None:
    """The config file to read, None where there is none."""
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path("~", ".config").expanduser())
    return next((str(path) for path in (Path(LOCAL), Path(home, "kextract", "config.toml")) if path.is_file()), None)


def load(path: str, main: str, options: Mapping[str, Collection[str]]) -> Config:
    """Reads a config file. `options` are those that each command lets the file set; keys outside a table are those of
    the command `main`. Raises OwnError with every mistake in it."""
    text = read(path)
    try:
        tables = tomllib.loads(text)
    except RecursionError:
        raise OwnError([Problem(path, None, "not TOML: brackets within brackets, too deep")]) from None
    except tomllib.TOMLDecodeError as error:
        raise OwnError([Problem(path, None, f"not TOML: {error}")]) from None
    problems: list[Problem] = []
    files = {key: _paths(path, text, key, tables.pop(key, []), problems) for key in FILES}
    own = {key: value for key, value in tables.items() if not isinstance(value, dict)}
    chosen = {main: own} | {key: value for key, value in tables.items() if isinstance(value, dict)}
    defaults: dict[str, dict[str, Any]] = {}
    for command, values in chosen.items():
        if command not in options:
            problems.append(
                Problem(path, _line(text, f"[{command}]"), f"no command {command}{_meant(command, options)}")
            )
            continue
        known = defaults.setdefault(command, {})
        for key, value in values.items():
            name = key.replace("-", "_")
            if name not in options[command]:
                hint = _meant(name, [*options[command], *FILES])
                problems.append(Problem(path, _line(text, key), f"no setting {key} for {command}{hint}"))
            known[name] = value
    if problems:
        raise OwnError(problems)
    return Config(path, files["lexicon"], files["rules"], defaults)


def _paths(path: str, text: str, key: str, given: Any, problems: list[Problem]) -> tuple[str, ...]:
    """Paths in a config file start from its own directory."""
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        problems.append(Problem(path, _line(text, key), f'{key} is a path or a list of paths: {key} = ["names.tsv"]'))
        return ()
    return tuple(str(Path(path).parent / Path(one).expanduser()) for one in listed)


def _line(text: str, key: str) -> int | None:
    start = re.compile(rf"""\s*["']?{re.escape(key)}["']?""")
    return next((number for number, line in enumerate(text.split("\n"), 1) if start.match(line)), None)


def _meant(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""
