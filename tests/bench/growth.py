"""Time and memory of one document as it grows."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import corpus
from tests.bench.memory import made, measured
from tests.bench.running import KEXTRACT, Figures, command
from tests.bench.start import SMALL

STREAM = {"-j 1": ["-j", "1"], "-j 2": ["-j", "2"]}


def measure(megabytes: Sequence[int]) -> Figures:
    """CPU seconds of one text of each size, the start left out, and each against what the smallest says it may cost."""
    start = min(command((*KEXTRACT, "-j", "1", SMALL)).cpu for _ in range(2))
    figures: Figures = {}
    least = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for size in megabytes:
            path = Path(folder, f"{size}.txt")
            corpus.write_text(path, size * corpus.MEGABYTE)
            seconds = command((*KEXTRACT, "-q", "-j", "1", path)).cpu - start
            least = least or seconds / size
            figures[f"{size} MB, CPU s"] = seconds
            figures[f"{size} MB / linear"] = seconds / size / least
    return figures


def memory(megabytes: Sequence[int]) -> Figures:
    """Peak memory of a stream of lines, of the largest process. Few lines of it are Korean: a long one in minutes."""
    figures: Figures = {}
    for size in megabytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "lines")
            made(path, size * corpus.MEGABYTE, "wide")
            for name, options in STREAM.items():
                peak, _, _ = measured(path, [*options, "-t", "date,money", "--no-server"])
                figures[f"{size} MB, {name}: peak MB"] = peak
    return figures
