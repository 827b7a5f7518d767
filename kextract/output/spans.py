"""spans: {"id", "text", "spans": [{"start", "end", "label", …}]} a line, as spaCy and Prodigy read it.

Offsets are code points; `entity` and `value` are further keys, which those tools keep and do not read.
"""

from __future__ import annotations

from typing import IO, Any

from kextract.output import Options, Record
from kextract.output.annotations import Mention, label, spans, value, well_formed
from kextract.output.json_lines import JsonLines


def line(record: Record, text: str) -> dict[str, Any]:
    """One document with its text and its mentions."""
    return {"id": record["id"], "text": well_formed(text), "spans": [_span(mention) for mention in spans(record)]}


def _span(mention: Mention) -> dict[str, Any]:
    span = {"start": mention["start"], "end": mention["end"], "label": label(mention["type"])}
    if "entity" in mention:
        span["entity"] = mention["entity"]
    if value(mention):
        span["value"] = value(mention)
    return span


def open_writer(stream: IO[str], options: Options) -> JsonLines:
    return JsonLines(stream, line)
