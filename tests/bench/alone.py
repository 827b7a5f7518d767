"""Dates and amounts alone against everything, on the same text in turns; what they find must be the same."""

from __future__ import annotations

from statistics import median
from typing import Any

from kextract import Extractor
from tests.bench import corpus
from tests.bench.running import Figures, cpu

TYPES = (("date", "money"), ("date",), ("money",))


def measure(size: int, rounds: int) -> Figures:
    """How many times as fast, medians of CPU time; and the share of the text that the tokenizer still reads."""
    whole = Extractor()
    texts = corpus.documents(size, seed=4)
    for text in texts:
        whole.extract(text)
    figures: Figures = {"code points": float(sum(map(len, texts)))}
    for types in TYPES:
        some = Extractor(types)
        some.analyzer = whole.analyzer
        pairs = [(cpu(lambda: _all(whole, texts)), cpu(lambda s=some: _all(s, texts))) for _ in range(rounds)]  # type: ignore[misc]
        name = ",".join(types)
        figures[f"-t {name}: times as fast"] = median(full / part for full, part in pairs)
        differing = sum(_of(whole, text, types) != _of(some, text, types) for text in texts)
        figures[f"-t {name}: documents that differ"] = float(differing)
    return figures


def _all(extractor: Extractor, texts: list[str]) -> None:
    for text in texts:
        extractor.extract(text)


def _of(extractor: Extractor, text: str, types: tuple[str, ...]) -> list[dict[str, Any]]:
    mentions = extractor.extract(text).to_record()["mentions"]
    return [{k: v for k, v in m.items() if k not in ("id", "same_as")} for m in mentions if m["type"] in types]
