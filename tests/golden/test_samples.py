"""The records of `samples/`, as they stand beside the texts.

`python -m tests.golden.test_samples` writes them anew: read the difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kextract import Extractor
from kextract.decoding import decode
from kextract.output.encode import encode
from kextract.schema import SCHEMA

SAMPLES = Path(__file__).parents[2] / "samples"
TEXTS = sorted(SAMPLES.glob("*.txt"))


def record(extractor: Extractor, path: Path) -> str:
    """The record of a sample as JSON, an item a line so that differences read well."""
    found = extractor.extract(decode(path.read_bytes()), id=f"samples/{path.name}").to_record()
    lines = []
    for key, value in found.items():
        if isinstance(value, list) and value:
            items = ",\n".join(f"    {encode(item)}" for item in value)
            lines.append(f'  "{key}": [\n{items}\n  ]')
        else:
            lines.append(f'  "{key}": {encode(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def test_there_are_samples() -> None:
    assert len(TEXTS) >= 8


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_golden_record(extractor: Extractor, path: Path) -> None:
    assert record(extractor, path) == path.with_suffix(".json").read_text("utf-8")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_golden_record_is_valid(path: Path) -> None:
    golden: dict[str, Any] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(golden)
    text = decode(path.read_bytes())
    assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in golden["mentions"])


if __name__ == "__main__":
    shared = Extractor()
    for sample in TEXTS:
        sample.with_suffix(".json").write_text(record(shared, sample), encoding="utf-8")
