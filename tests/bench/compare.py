"""Two commits on the same documents: what the second finds and the first did not, what it lost, and how fast it is.

Each commit is checked out into a folder of its own and read by this very Python.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench import corpus
from tests.bench.running import ROOT, Figures

SHOWN = 40  # mentions of the table
_READ = """
import gc, json, sys, time
from kextract import Extractor
texts = json.load(sys.stdin)
extractor = Extractor()
for text in texts[:10]: extractor.extract(text)
gc.freeze()
began = time.process_time()
found = [extractor.extract(text).to_record() for text in texts]
seconds = time.process_time() - began
json.dump({"seconds": seconds, "records": found}, sys.stdout, ensure_ascii=False, default=str)
"""
Mention = tuple[int, int, str, str, str]  # start, end, type, text, and the value as JSON


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "tree")
        git = ("git", "-C", str(ROOT), "worktree")
        subprocess.run([*git, "add", "--quiet", "--detach", str(place), revision], check=True)
        try:
            yield place
        finally:
            subprocess.run([*git, "remove", "--force", str(place)], check=True)


def read(revision: str, texts: list[str]) -> dict[str, Any]:
    with checked_out(revision) as place:
        environment = {**os.environ, "PYTHONPATH": str(place)}
        given = json.dumps(texts)
        run = subprocess.run(
            [sys.executable, "-c", _READ],
            input=given,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env=environment,
            cwd=place,
        )
    made: dict[str, Any] = json.loads(run.stdout)
    return made


def mentions(record: dict[str, Any]) -> set[Mention]:
    left_out = ("id", "entity", "rule", "start", "end", "type", "text", "same_as")
    return {
        (m["start"], m["end"], m["type"], m["text"], _value({k: v for k, v in m.items() if k not in left_out}))
        for m in record["mentions"]
    }


def _value(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, default=str) if said else ""


def texts_of(files: list[Path]) -> dict[str, str]:
    """Documents by name: the lines of JSONL files and whole texts; else the samples and made-up news."""
    if not files:
        found = {path.name: path.read_bytes() for path in sorted((ROOT / "samples").glob("*.txt"))}
        texts = {name: data.decode("utf-8", "replace") for name, data in found.items() if b"\\x00" not in data}
        return texts | {f"news {n}": text for n, text in enumerate(corpus.documents(200_000))}
    texts = {}
    for path in files:
        if path.suffix == ".jsonl":
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                texts[f"{path.name}:{number}"] = json.loads(line)["text"]
        else:
            texts[path.name] = path.read_text("utf-8", "replace")
    return texts


def compare(before: str, after: str, files: list[Path]) -> tuple[Figures, list[str]]:
    """Figures, and a line for each document and mention that is gained (+) or lost (-)."""
    texts = texts_of(files)
    one, two = (read(revision, list(texts.values())) for revision in (before, after))
    lines: list[str] = []
    gained = lost = changed = 0
    for name, old, new in zip(texts, one["records"], two["records"], strict=True):
        more, less = mentions(new) - mentions(old), mentions(old) - mentions(new)
        gained, lost, changed = gained + len(more), lost + len(less), changed + bool(more or less)
        marked = [*((mention, "-") for mention in less), *((mention, "+") for mention in more)]
        lines += [f"{sign} {name}: {kind} {text} {value}".rstrip() for (*_, kind, text, value), sign in sorted(marked)]
    figures: Figures = {
        "documents": float(len(texts)),
        "documents that differ": float(changed),
        "mentions gained": float(gained),
        "mentions lost": float(lost),
        f"CPU s, {before}": one["seconds"],
        f"CPU s, {after}": two["seconds"],
        "time, after / before": two["seconds"] / one["seconds"],
    }
    return figures, lines
