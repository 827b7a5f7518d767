"""labelstudio: one JSON array of Label Studio tasks, with the mentions as predictions.

The labelling interface needs `<Labels name="label" toName="text">` and `<Text name="text" value="$text"/>`; entity and
value come in `meta`. Label Studio keeps offsets in code points, as the record does.
"""

from __future__ import annotations

from typing import IO, Any

from kextract import __version__
from kextract.output import Options, Record
from kextract.output.annotations import Mention, label, spans, value, well_formed
from kextract.output.json_array import JsonArray

FROM_NAME, TO_NAME = "label", "text"


def open_writer(stream: IO[str], options: Options) -> JsonArray:
    return JsonArray(stream, task)


def task(record: Record, text: str) -> dict[str, Any]:
    """One document as a task with one prediction."""
    found = [_result(mention) for mention in spans(record)]
    return {
        "data": {"text": well_formed(text), "document": record["id"]},
        "predictions": [{"model_version": f"kextract {__version__}", "result": found}],
    }


def _result(mention: Mention) -> dict[str, Any]:
    span = {"start": mention["start"], "end": mention["end"], "text": well_formed(mention["text"])}
    span["labels"] = [label(mention["type"])]
    told = [mention.get("entity", ""), value(mention)]
    result = {"id": mention["id"], "from_name": FROM_NAME, "to_name": TO_NAME, "type": "labels", "value": span}
    return result | {"meta": {"text": [word for word in told if word]}} if any(told) else result
