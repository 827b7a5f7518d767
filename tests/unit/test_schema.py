"""The schema that `kextract schema` prints, against records."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kextract import Extractor
from kextract.schema import SCHEMA
from tests.unit.records import empty_record, full_record, schema_errors


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("record", [full_record(), empty_record(), {"id": "a", "error": "bad JSON"}])
def test_good_records(record: dict[str, Any]) -> None:
    assert schema_errors(record) == []


def _spoil(path: str, value: Any) -> dict[str, Any]:
    """The full record with one place changed; a value of `...` takes the place away."""
    record = full_record()
    *way, last = (int(step) if step.isdigit() else step for step in path.split("/"))
    place: Any = record
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return record


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("mentions", ...),
        ("extra", 1),
        ("id", 1.5),
        ("date/source", "guess"),
        ("date/value", "17일"),
        ("mentions/0/type", "place"),
        ("mentions/0/start", -1),
        ("mentions/0/value", "2024"),
        ("mentions/1/rule", ...),
        ("mentions/2/kind", "day"),
        ("mentions/2/from", "tomorrow"),
        ("mentions/2/relative", ...),
        ("mentions/6/amount", "3000000000"),
        ("mentions/6/currency", "won"),
        ("mentions/6/precision", "roughly"),
        ("entities/0/mentions", []),
        ("entities/0/type", "date"),
        ("relations/0/evidence", []),
    ],
)
def test_bad_records(path: str, value: Any) -> None:
    assert schema_errors(_spoil(path, value))


TEXTS: tuple[Callable[[], str] | str, ...] = (
    "등록 2024.01.18 10:50 새빛시 김하늘 시장은 17일 시청에서 3억5천만원을 지원한다고 밝혔다.",
    "지난해 3월부터 5월까지 매주 월요일 오후 3시에 열리며, 음력 8월 15일은 쉰다. 1990년대 초 2년 6개월 동안 이어졌다.",
    "1인당 월 30만~40만원, 약 270억 달러(35조원), 최소 5천엔, 1.25달러, 몇백만원을 받았다.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_the_extractor_gives(extractor: Extractor, text: str) -> None:
    record = extractor.extract(text, id="t", date="2024-01-18").to_record()
    assert schema_errors(record) == []
    for mention in record["mentions"]:
        assert isinstance(mention.get("amount", Decimal(0)), Decimal)
        assert text[mention["start"] : mention["end"]] == mention["text"]


GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize(
    "path", sorted(GOLDEN.rglob("*.t[sx][vt]")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_whatever_the_golden_sentences_give(extractor: Extractor, path: Path) -> None:
    for date in (None, "2024-02-29T10:50"):
        assert schema_errors(extractor.extract(path.read_text("utf-8"), id="t", date=date).to_record()) == []
