"""Relations against texts with what they must and must not give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kextract import Extractor

Expectation = tuple[str, dict[str, str]]


def _cases() -> list[tuple[str, list[Expectation], list[Expectation]]]:
    cases = []
    for block in Path(__file__).with_name("relations.txt").read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            must = [_expectation(line[2:]) for line in lines[1:] if line.startswith("> ")]
            never = [_expectation(line[2:]) for line in lines[1:] if line.startswith("! ")]
            cases.append((lines[0], must, never))
    return cases


def _expectation(line: str) -> Expectation:
    kind, _, fields = line.partition(": ")
    return kind, dict(field.split("=", 1) for field in fields.split("; "))


def _told(record: dict[str, Any]) -> list[Expectation]:
    """The record's relations with names in the place of entity ids."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}

    def say(value: Any) -> str:
        if isinstance(value, list):
            return ",".join(names.get(one, str(one)) for one in value)
        return "-" if value is None else names.get(value, str(value))

    return [
        (relation["type"], {key: say(value) for key, value in relation.items() if key != "evidence"})
        for relation in record["relations"]
    ]


def _holds(expected: Expectation, told: list[Expectation]) -> bool:
    kind, fields = expected
    return any(kind == other and fields.items() <= given.items() for other, given in told)


@pytest.mark.parametrize(("text", "must", "never"), _cases(), ids=range(len(_cases())))
def test_relations(extractor: Extractor, text: str, must: list[Expectation], never: list[Expectation]) -> None:
    told = _told(extractor.extract(text).to_record())
    assert [expected for expected in must if not _holds(expected, told)] == []
    assert [wrong for wrong in never if _holds(wrong, told)] == []


def test_evidence_is_text(extractor: Extractor) -> None:
    for text, _, _ in _cases():
        for relation in extractor.extract(text).relations:
            assert relation.evidence
            assert all(text[start:end] == words for start, end, words in relation.evidence)
