"""From nothing to a record: kextract on one small file beside the barest scripts that load Kiwi, tokenize and exit."""

from __future__ import annotations

import subprocess
import sys

from tests.bench.running import KEXTRACT, ROOT, Figures, Taken, command, median_of

BAREST = "import sys; from kiwipiepy import Kiwi; k = Kiwi({}); [k.tokenize(line) for line in open(sys.argv[1])]"
SMALL = ROOT / "samples" / "01-agreement.txt"
WITHOUT_MODEL = {
    "--help": ("--help",),
    "--version": ("--version",),
    "schema": ("schema",),
    "a usage error": ("--nope",),
}


def measure(rounds: int) -> Figures:
    """Medians in seconds by the clock, and the ratios that count."""
    default = median_of(rounds, lambda: command((sys.executable, "-c", BAREST.format(""), SMALL)))
    as_set = median_of(
        rounds, lambda: command((sys.executable, "-c", BAREST.format("num_workers=1, load_multi_dict=False"), SMALL))
    )
    ours = median_of(rounds, lambda: command((*KEXTRACT, SMALL)))
    figures: Figures = {
        "barest Kiwi script, s": default.wall,
        "the same as kextract sets Kiwi, s": as_set.wall,
        "kextract, s": ours.wall,
        "kextract / barest script": ours.wall / default.wall,
        "kextract / barest script, CPU": ours.cpu / default.cpu,
        "kextract / script as set, CPU": ours.cpu / as_set.cpu,
    }
    for name, arguments in WITHOUT_MODEL.items():
        figures[f"{name}, s"] = median_of(rounds, lambda given=arguments: _any_end(given)).wall  # type: ignore[misc]
    return figures | _warm(rounds)


def _any_end(arguments: tuple[str, ...]) -> Taken:
    script = "import subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True)"
    empty = command((sys.executable, "-c", script, "true"))
    whole = command((sys.executable, "-c", script, *KEXTRACT[:3], *arguments))
    return Taken(whole.wall - empty.wall, whole.cpu - empty.cpu)


def _warm(rounds: int) -> Figures:
    """The same file read by a server, where this system can have one."""
    serve = (*KEXTRACT[:3], "serve")
    if subprocess.run((*serve, "--background"), capture_output=True).returncode:
        return {"with kextract serve": "no server here"}
    try:
        warm = median_of(rounds, lambda: command((*KEXTRACT[:3], SMALL)))
    finally:
        subprocess.run((*serve, "--stop"), capture_output=True)
    return {"with kextract serve, s": warm.wall}
