"""Commands and functions, timed. CPU time tells where other work shares the machine; the clock, what a user waits."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Figures = dict[str, float | str]
KEXTRACT = (sys.executable, "-m", "kextract", "--no-server")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock and of all processors together."""

    wall: float
    cpu: float


def command(arguments: Sequence[str | Path], output: Path | None = None, environment: Mapping[str, str] = {}) -> Taken:
    """One run of a command, its output thrown away or kept. Raises CalledProcessError where it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with open(output or os.devnull, "wb") as stream:  # noqa: PTH123 (os.devnull is a str)
        subprocess.run(
            list(map(str, arguments)),
            stdout=stream,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **environment},
            check=True,
        )
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def median_of(rounds: int, run: Callable[[], Taken]) -> Taken:
    taken = [run() for _ in range(rounds)]
    return Taken(median(one.wall for one in taken), median(one.cpu for one in taken))


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start
