"""Sentences with the amounts they hold, from `tests/golden/money`."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from kextract import Extractor
from kextract.model import MoneyValue

_FOLDER = Path(__file__).parent.parent / "golden" / "money"
_MARKED = re.compile(r"\[\[(.*?)\]\]")


def _cases() -> list[tuple[str, str]]:
    cases = []
    for path in sorted(_FOLDER.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                text, _, expected = line.partition("\t")
                cases.append((text, expected))
    return cases


CASES = _cases()


def _spans(marked: str) -> list[tuple[int, int]]:
    """Where the mentions stand in the sentence without its brackets."""
    return [(m.start() - 4 * i, m.end() - 4 * (i + 1)) for i, m in enumerate(_MARKED.finditer(marked))]


def _told(value: MoneyValue, ids: dict[object, int]) -> str:
    amount = f"{value.amount:f}" + ("" if value.amount_max is None else f"..{value.amount_max:f}")
    parts = [amount, value.currency, value.precision]
    parts += [] if value.currency_stated else ["stated=no"]
    parts += [f"per={value.extra['per']}"] if "per" in value.extra else []
    parts += ["options=yes"] if "currency_options" in value.extra else []
    parts += [f"same={ids[value.extra['same_as']]}"] if "same_as" in value.extra else []
    return " ".join(parts)


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[text for text, _ in CASES])
def test_golden(extractor: Extractor, marked: str, expected: str) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    found = [m for m in extractor.extract(text).mentions if m.type == "money"]
    assert [(m.start, m.end) for m in found] == _spans(marked), [m.text for m in found]
    ids: dict[object, int] = {m.id: place for place, m in enumerate(found)}
    told = [_told(m.value, ids) for m in found if isinstance(m.value, MoneyValue)]
    assert " ; ".join(told) == expected.strip()


def test_a_third_are_traps() -> None:
    traps = sum(not expected.strip() for _, expected in CASES)
    assert len(CASES) >= 150
    assert 3 * traps >= len(CASES)


def test_amounts_are_exact() -> None:
    for _, expected in CASES:
        for one in filter(None, expected.split(" ; ")):
            for number in one.split(" ")[0].split(".."):
                assert f"{Decimal(number):f}" == number
