"""Every sentence of tests/golden/dates: the marked mentions, and no others, with the values beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kextract import Extractor
from kextract.model import DateValue

_FILES = sorted((Path(__file__).parents[1] / "golden" / "dates").glob("*.tsv"))
_MARK = re.compile(r"\[\[(.*?)\]\]")


@dataclass(frozen=True)
class Case:
    reference: str | None
    marked: str
    values: tuple[str, ...]

    @property
    def text(self) -> str:
        return _MARK.sub(r"\1", self.marked)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the marked mentions stand in `text`."""
        return [
            (mark.start() - 4 * before, mark.end() - 4 * (before + 1))
            for before, mark in enumerate(_MARK.finditer(self.marked))
        ]


def _cases(path: Path) -> list[Case]:
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reference, marked, values = (*line.split("\t"), "")[:3]
            cases.append(
                Case(None if reference == "-" else reference, marked, tuple(filter(None, values.split(" ; "))))
            )
    return cases


_ALL = [pytest.param(case, id=f"{path.stem}-{i}") for path in _FILES for i, case in enumerate(_cases(path))]


def _shown(value: DateValue) -> str:
    return f"{value.value} {value.kind} {value.first or '-'} {value.last or '-'}"


@pytest.mark.parametrize("case", _ALL)
def test_golden(extractor: Extractor, case: Case) -> None:
    result = extractor.extract(case.text, date=case.reference)
    found = [mention for mention in result.mentions if mention.type == "date"]
    assert [(mention.start, mention.end) for mention in found] == case.spans
    assert tuple(_shown(mention.value) for mention in found if isinstance(mention.value, DateValue)) == case.values


def test_there_are_enough_cases() -> None:
    cases = [case for path in _FILES for case in _cases(path)]
    expectations = sum(len(case.values) or 1 for case in cases)
    traps = sum(not case.values for case in cases)
    assert expectations >= 250
    assert traps * 3 >= expectations
