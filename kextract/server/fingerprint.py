"""What tells one installation from another: a server of other code or other lists would give other answers."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from kextract import __version__

_TOKENIZER = ("kiwipiepy", "kiwipiepy_model")


def fingerprint() -> str:
    """Versions, and place, size and time of change of every file of this package and of the tokenizer's. Reads none of
    them: it is made anew for every run of the command."""
    parts = [__version__, sys.version, *_files(Path(__file__).parent.parent, deep=True)]
    for name in _TOKENIZER:
        found = find_spec(name)  # looks for it, does not import it
        parts += _files(Path(found.origin).parent, deep=False) if found and found.origin else [f"no {name}"]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _files(top: Path, deep: bool) -> Iterator[str]:
    yield str(top)
    waiting = [str(top)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
        for entry in listed:
            if not entry.is_dir():
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
            elif deep and entry.name != "__pycache__":
                waiting.append(entry.path)
