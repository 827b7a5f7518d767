"""All benchmarks in one command: `python -m tests.bench [SECTIONS …] [--json FILE] [--compare REV REV [FILES …]]`.

Prints a table a section and, with --json, writes all figures. Sections: throughput (kextract beside the bare tokenizer
in the same run, and each extractor's cost), start, lists (loading the lexicon), alone (-t date,money), jobs (-j),
growth (of one document), memory (of a stream), peers. Without any, all of them. --compare shows what two commits find
and how fast, by document.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench import alone, compare, corpus, growth, lists, peers, scaling, start, throughput
from tests.bench.running import Figures

MEGABYTE = corpus.MEGABYTE


def _throughput(options: argparse.Namespace) -> Figures:
    return {**throughput.measure(throughput.made_up(MEGABYTE // 2, options.rounds))}


SECTIONS: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "throughput": _throughput,
    "start": lambda options: start.measure(options.rounds),
    "lists": lambda options: lists.measure(options.rounds),
    "alone": lambda options: alone.measure(MEGABYTE // 2, options.rounds),
    "jobs": lambda options: scaling.measure(int(options.megabytes * MEGABYTE), options.jobs),
    "growth": lambda options: growth.measure(options.growth),
    "memory": lambda options: growth.memory(options.memory),
    "peers": lambda options: peers.measure(corpus.documents(MEGABYTE // 4), options.peers_python),
}


def _told(name: str, figures: Figures, seconds: float | None = None) -> None:
    print(f"\n{name}" + (f"  ({seconds:.0f} s)" if seconds is not None else ""))
    for what, value in figures.items():
        print(f"  {what:60} {value if isinstance(value, str) else f'{value:14,.3f}'}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; default all")
    parser.add_argument("--rounds", type=int, default=5, help="of which the median is told")
    parser.add_argument("--jobs", type=int, help="processes of the section jobs; default all cores")
    parser.add_argument("--megabytes", type=float, default=3.0, help="of input for the section jobs")
    parser.add_argument(
        "--growth", type=int, nargs="+", default=[1, 3, 10], metavar="MB", help="add 30 where there is time"
    )
    parser.add_argument("--memory", type=int, nargs="+", default=[10, 110], metavar="MB")
    parser.add_argument("--peers-python", default=sys.executable, metavar="PYTHON", help="a Python that has the peers")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there; - for standard output")
    parser.add_argument("--compare", nargs=2, metavar="REV", help="two commits instead of the sections")
    parser.add_argument("--files", nargs="*", type=Path, default=[], help="texts and JSONL for --compare")
    options = parser.parse_args()
    unknown = set(options.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no section is called {', '.join(sorted(unknown))}")
    return options


def _compared(options: argparse.Namespace) -> dict[str, Figures]:
    before, after = options.compare
    figures, lines = compare.compare(before, after, options.files)
    _told(f"{after} against {before}", figures)
    for line in lines[: compare.SHOWN]:
        print(line)
    if len(lines) > compare.SHOWN:
        print(f"… and {len(lines) - compare.SHOWN} more")
    return {"compare": figures | {f"{n}": line for n, line in enumerate(lines)}}


def main() -> None:
    options = _options()
    everything: dict[str, Figures] = {}
    if options.compare:
        everything = _compared(options)
    else:
        print(f"Python {platform.python_version()}, {platform.machine()}, median of {options.rounds}")
        for name in options.sections or SECTIONS:
            began = time.perf_counter()
            everything[name] = SECTIONS[name](options)
            _told(name, everything[name], time.perf_counter() - began)
    if options.json:
        text = json.dumps(everything, ensure_ascii=False, indent=1) + "\n"
        if str(options.json) == "-":
            sys.stdout.write(text)
        else:
            options.json.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
