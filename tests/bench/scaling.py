"""One process against all cores: many files, one stream of JSON lines, one large text. The outputs must be equal."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import corpus
from tests.bench.running import KEXTRACT, Figures, Taken, command
from tests.bench.start import SMALL

KINDS: dict[str, tuple[str, Callable[[Path, int], None]]] = {
    "many files": ("files", corpus.write_folder),
    "a JSONL stream": ("lines.jsonl", corpus.write_json_lines),
    "a large text": ("large.txt", corpus.write_text),
}


def measure(size: int, jobs: int | None = None) -> Figures:
    """Ratios of -j 1 to -j N over inputs of `size` bytes: as a user waits, and with the start taken off both."""
    jobs = jobs or len(os.sched_getaffinity(0))
    figures: Figures = {"processes": float(jobs), "MB": size / corpus.MEGABYTE}
    start = min(command((*KEXTRACT, "-j", "1", SMALL)).wall for _ in range(2))
    with tempfile.TemporaryDirectory() as folder:
        for name, (file, write) in KINDS.items():
            path = Path(folder, file)
            write(path, size)
            one, all_ = _run(path, 1), _run(path, jobs)
            figures[f"{name}: -j 1, s"] = one.wall
            figures[f"{name}: times as fast"] = one.wall / all_.wall
            figures[f"{name}: times as fast, start left out"] = (one.wall - start) / (all_.wall - start)
            figures[f"{name}: CPU of all / CPU of one"] = all_.cpu / one.cpu
            same = _output(path, 1).read_bytes() == _output(path, jobs).read_bytes()
            figures[f"{name}: output"] = "the same" if same else "DIFFERS"
    return figures


def _output(path: Path, jobs: int) -> Path:
    return path.with_name(f"{path.name}.{jobs}.out")


def _run(path: Path, jobs: int) -> Taken:
    return command((*KEXTRACT, "-q", "-j", str(jobs), path), _output(path, jobs))
