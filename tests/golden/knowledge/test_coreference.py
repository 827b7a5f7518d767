"""Entities against texts with marked clusters: pairs of mentions that are rightly, wrongly or not joined."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from kextract import Extractor

_MARK = re.compile(r"\[(\w+):([^\]]+)\]")


def _texts() -> list[str]:
    lines = Path(__file__).with_name("coreference.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text and the spans of its marked mentions with their entity."""
    plain, spans, position = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[position : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[2]), mark[1]))
        plain += mark[2]
        position = mark.end()
    return plain + marked[position:], spans


def _pairs(extractor: Extractor, marked: str) -> tuple[int, int, int]:
    """Pairs joined rightly, pairs joined in all, pairs to be joined, among the marked mentions."""
    text, spans = _unmarked(marked)
    entity_at = {(m.start, m.end): m.entity for m in extractor.extract(text).mentions}
    joined = {
        (a, b)
        for a, b in combinations(spans, 2)
        if entity_at.get(a[:2]) is not None and entity_at.get(a[:2]) == entity_at.get(b[:2])
    }
    wanted = {(a, b) for a, b in combinations(spans, 2) if a[2] == b[2]}
    return len(joined & wanted), len(joined), len(wanted)


def test_pairwise_precision_and_recall(extractor: Extractor, capsys: pytest.CaptureFixture[str]) -> None:
    counts = [_pairs(extractor, marked) for marked in _texts()]
    right, joined, wanted = (sum(column) for column in zip(*counts, strict=True))
    with capsys.disabled():
        print(f"\ncoreference: {len(counts)} texts, precision {right / joined:.3f}, recall {right / wanted:.3f}")
    assert right / joined >= 0.95
    assert right / wanted >= 0.85


@pytest.mark.parametrize("marked", _texts(), ids=range(len(_texts())))
def test_nothing_is_joined_wrongly(extractor: Extractor, marked: str) -> None:
    right, joined, _ = _pairs(extractor, marked)
    assert joined == right
