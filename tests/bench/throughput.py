"""How long kextract takes beside the bare tokenizer: `python -m tests.bench.throughput [FILE] [--rounds N] [--json]`.

Every round runs, one after the other on the same lines: Kiwi as people call it (`Kiwi().tokenize(line)`), Kiwi as
kextract sets it, and the whole of kextract; the figures are medians over the rounds of CPU seconds. Without FILE the
texts of `samples/` are repeated up to one megabyte. Prints ratios, asserts nothing.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import kextract.extractor as pipeline
from kextract import Extractor
from kextract.decoding import decode
from kextract.text import normalise

STAGES = {
    "normalise": "normalise",
    "dates": "find_dates",
    "money": "find_money",
    "organizations": "find_organizations",
    "people": "find_people",
    "overlaps": "resolve",
    "reference date": "find_reference",
    "date values": "resolve_dates",
    "entities": "cluster",
    "relations": "relate",
}
ARTICLE = 40  # lines that make a document of the benchmark
MEGABYTE = 1_000_000


def sample_text() -> str:
    """The texts of `samples/`, repeated to a megabyte of UTF-8."""
    folder = Path(__file__).parents[2] / "samples"
    once = "\n\n".join(normalise(decode(path.read_bytes())).norm for path in sorted(folder.glob("*.txt")))
    return (once + "\n\n") * (MEGABYTE // len(once.encode()) + 1)


def documents(text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    return ["\n".join(lines[i : i + ARTICLE]) for i in range(0, len(lines), ARTICLE)]


@contextmanager
def clocked(spent: dict[str, float]) -> Iterator[None]:
    """Adds up the CPU time of each stage of the pipeline while it is open."""
    originals = {name: getattr(pipeline, name) for name in STAGES.values()}

    def wrap(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            start = process_time()
            try:
                return function(*arguments)
            finally:
                spent[stage] = spent.get(stage, 0.0) + process_time() - start

        return timed

    try:
        for stage, name in STAGES.items():
            setattr(pipeline, name, wrap(stage, originals[name]))
        yield
    finally:
        for name, original in originals.items():
            setattr(pipeline, name, original)


def cpu(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def measure(texts: list[str], rounds: int) -> dict[str, float]:
    """Medians over `rounds`: CPU seconds of the three ways, tokens, and microseconds a token of each stage."""
    from kiwipiepy import Kiwi

    bare, extractor = Kiwi(), Extractor()
    lines = [line for text in texts for line in text.split("\n")]
    extractor.extract(texts[0])
    tokens = sum(len(bare.tokenize(line)) for line in lines)
    gc.freeze()  # as the command line does once everything is loaded
    runs: dict[str, list[float]] = {}
    for _ in range(rounds):
        spent: dict[str, float] = {}
        runs.setdefault("bare Kiwi", []).append(cpu(lambda: [bare.tokenize(line) for line in lines]))
        alone = cpu(lambda: [list(extractor.analyzer.lines(normalise(text).norm)) for text in texts])
        runs.setdefault("Kiwi as set", []).append(alone)
        runs.setdefault("kextract", []).append(cpu(lambda: [extractor.extract(text) for text in texts]))
        with clocked(spent):
            for text in texts:
                extractor.extract(text)
        for stage in STAGES:
            runs.setdefault(f"{stage}, µs a token", []).append(spent.get(stage, 0.0) / tokens * 1e6)
    return {"tokens": tokens, **{name: median(values) for name, values in runs.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    text = decode(options.file.read_bytes()) if options.file else sample_text()
    figures = measure(documents(text), options.rounds)
    figures["kextract / bare Kiwi"] = figures["kextract"] / figures["bare Kiwi"]
    figures["rules / Kiwi as set"] = figures["kextract"] / figures["Kiwi as set"] - 1
    if options.json:
        json.dump(figures, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    print(f"{len(text):,} code points, {len(text.encode()) / MEGABYTE:.2f} MB, median of {options.rounds}")
    for name, value in figures.items():
        print(f"{name:34} {value:12,.3f}")


if __name__ == "__main__":
    main()
