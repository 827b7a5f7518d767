"""The schema that `kextract schema --merge` prints, against knowledge bases."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kextract import Extractor
from kextract.merge import Knowledge, Store
from kextract.merge.formats import write
from kextract.output import Options
from kextract.schema import MERGED_SCHEMA
from tests.unit.merging import generated, merged
from tests.unit.records import full_record

VALIDATOR = Draft202012Validator(MERGED_SCHEMA)
TEXT = """등록 2024.01.18 10:50
새빛시 김하늘 시장은 17일 해솔전자(HSE)와 스마트도시 업무협약을 체결했다. 김 시장은 "함께 가겠다"고 말했다.
해솔전자는 가온테크를 3억5천만원에 인수했다. 가온대 산학협력단은 경찰에 신고했다."""


def written(name: str, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The documents of that format, read back with exact numbers."""
    store, stream = Store(), io.StringIO()
    for record in records:
        store.add(record)
    write(name, Knowledge(store), stream, Options(), 10)
    store.close()
    texts = stream.getvalue().splitlines() if name == "jsonl" else [stream.getvalue()]
    return [json.loads(text, parse_float=Decimal) for text in texts]


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(MERGED_SCHEMA)
    assert json.loads(json.dumps(MERGED_SCHEMA)) == MERGED_SCHEMA


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_what_merge_writes(extractor: Extractor, format: str) -> None:
    own = extractor.extract(TEXT, id="t").to_record()
    assert {relation["type"] for relation in own["relations"]} >= {"position", "statement", "transaction"}
    for records in ([own, full_record()], list(generated(200)), []):
        assert [error.message for one in written(format, records) for error in VALIDATOR.iter_errors(one)] == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("item", "person"),
        ("item", ...),
        ("id", "x1"),
        ("documents", 0),
        ("first", "17일"),
        ("scope", "some"),
        ("joined_by", ["luck"]),
        ("titles", ...),
        ("generic", False),
        ("sources", []),
        ("more", 1),
    ],
)
def test_what_it_does_not_write(place: str, value: Any) -> None:
    person = next(item for item in merged([full_record()]) if item["type"] == "person")
    assert VALIDATOR.is_valid(person)
    spoiled = {**person, place: value}
    if value is ...:
        del spoiled[place]
    assert not VALIDATOR.is_valid(spoiled)


def test_relations_and_the_whole() -> None:
    (base,) = written("json", [full_record()])
    assert VALIDATOR.is_valid(base)
    assert not VALIDATOR.is_valid({**base, "documents": -1})
    assert not VALIDATOR.is_valid({**base, "relations": [{**base["relations"][0], "evidence": []}]})
