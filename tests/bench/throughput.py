"""How long kextract takes beside the bare tokenizer: `python -m tests.bench.throughput [FILE] [--rounds N] [--json]`.

Every round runs, one after the other on the same lines: Kiwi as people call it (`Kiwi().tokenize(line)`), Kiwi as
kextract sets it, and the whole of kextract, over text that is new to it and once more over the same; the figures are
medians over the rounds of CPU seconds. Each round has text of its own, of FILE or made up. Prints ratios, asserts
nothing.
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
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

import kextract.extractor as pipeline
from kextract import Extractor
from kextract.cli import GARBAGE
from kextract.decoding import decode
from kextract.text import normalise
from tests.bench import corpus
from tests.bench.corpus import ARTICLE, MEGABYTE
from tests.bench.running import ROOT, cpu

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

SAMPLES = [decode(path.read_bytes()) for path in sorted((ROOT / "samples").glob("*.txt"))]
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


def parts(text: str, count: int) -> list[list[str]]:
    """The lines of a text as documents, in `count` parts."""
    lines = [line for line in text.split("\n") if line.strip()]
    documents = ["\n".join(lines[i : i + ARTICLE]) for i in range(0, len(lines), ARTICLE)]
    size = -(-len(documents) // count)
    return [documents[i : i + size] for i in range(0, len(documents), size)]


def made_up(size: int, rounds: int) -> list[list[str]]:
    """Documents of about `size` bytes a round, none like another."""
    return [corpus.documents(size, seed) for seed in range(10, 10 + rounds)]


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


def clock(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def measure(rounds: list[list[str]]) -> dict[str, float]:
    """Medians over the rounds: CPU seconds of each way, tokens, and microseconds a token of each stage."""
    from kiwipiepy import Kiwi

    bare, extractor = Kiwi(), Extractor()
    for text in SAMPLES:  # all lists and patterns are loaded
        extractor.extract(text)
        bare.tokenize(text)
    gc.freeze()  # as the command line does then
    gc.set_threshold(*GARBAGE)
    runs: dict[str, list[float]] = {}
    for texts in rounds:
        for name, seconds in _round(bare, extractor, texts).items():
            runs.setdefault(name, []).append(seconds)
    figures = {name: median(values) for name, values in runs.items()}
    of = figures.__getitem__
    return figures | {
        "kextract / bare Kiwi": of("kextract, new text") / of("bare Kiwi"),
        "kextract / bare Kiwi, text seen before": of("kextract, seen before") / of("bare Kiwi"),
        "kextract / bare Kiwi, by the clock": of("kextract, by the clock") / of("bare Kiwi, by the clock"),
        "kextract / Kiwi as set, by the clock": of("kextract, by the clock") / of("Kiwi as set, by the clock"),
        "rules / Kiwi as set": of("kextract, new text") / of("Kiwi as set") - 1,
        "rules / Kiwi as set, text seen before": of("kextract, seen before") / of("Kiwi as set") - 1,
    }


def _round(bare: Kiwi, extractor: Extractor, texts: list[str]) -> dict[str, float]:
    """One half of the texts by processor time, the other by the clock: both new when kextract reads them first."""
    one, other = texts[::2], texts[1::2]
    return _by_processor(bare, extractor, one) | _by_the_clock(bare, extractor, other)


def _by_processor(bare: Kiwi, extractor: Extractor, texts: list[str]) -> dict[str, float]:
    lines = [line for text in texts for line in text.split("\n")]
    spent = dict.fromkeys(STAGES, 0.0)
    taken = {
        "bare Kiwi": cpu(lambda: [bare.tokenize(line) for line in lines]),
        "Kiwi as set": cpu(lambda: [list(extractor.analyzer.lines(normalise(text).norm)) for text in texts]),
    }
    with clocked(spent):
        taken["kextract, new text"] = cpu(lambda: [extractor.extract(text) for text in texts])
    taken["kextract, seen before"] = cpu(lambda: [extractor.extract(text) for text in texts])
    tokens = sum(len(line.starts) for text in texts for line in extractor.analyse(text).document.lines)
    return taken | {f"{stage}, µs a token": seconds / tokens * 1e6 for stage, seconds in spent.items()}


def _by_the_clock(bare: Kiwi, extractor: Extractor, texts: list[str]) -> dict[str, float]:
    """As the command reads files: one process, Kiwi's threads ahead of the rules."""
    lines = [line for text in texts for line in text.split("\n")]
    return {
        "bare Kiwi, by the clock": clock(lambda: [bare.tokenize(line) for line in lines]),
        "Kiwi as set, by the clock": clock(lambda: [extractor.analyse(text) for text in texts]),
        "Kiwi's threads alone, by the clock": clock(lambda: list(extractor.analyses(texts))),
        "kextract, by the clock": clock(lambda: list(extractor.extract_many(texts))),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    count = options.rounds
    figures = measure(
        parts(decode(options.file.read_bytes()), count) if options.file else made_up(MEGABYTE // 3, count)
    )
    if options.json:
        json.dump(figures, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    for name, value in figures.items():
        print(f"{name:44} {value:12,.3f}")


if __name__ == "__main__":
    main()
