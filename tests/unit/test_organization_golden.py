"""Marked sentences: exactly the marked organizations are found in each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kextract import Extractor

GOLDEN = Path(__file__).parent.parent / "golden" / "organizations"
_MARK = re.compile(r"\[\[|\]\]")


def _sentences() -> list[str]:
    lines = [line for path in sorted(GOLDEN.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def _marked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without marks, and the spans that were marked."""
    pieces = _MARK.split(sentence)
    spans, length = [], 0
    for number, piece in enumerate(pieces):
        if number % 2:
            spans.append((length, length + len(piece)))
        length += len(piece)
    return "".join(pieces), spans


@pytest.mark.parametrize("sentence", _sentences())
def test_exactly_the_marked_organizations(extractor: Extractor, sentence: str) -> None:
    text, expected = _marked(sentence)
    found = [mention for mention in extractor.extract(text).mentions if mention.type == "organization"]
    assert [(mention.start, mention.end) for mention in found] == expected, [mention.text for mention in found]
