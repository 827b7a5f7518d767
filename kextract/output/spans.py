"""spans: {"id", "text", "spans": [{"start", "end", "label", …}]} a line, as spaCy and Prodigy read it.

Offsets are code points; `entity` and `value` are further keys, which those tools keep and do not read.
"""

from __future__ import annotations

from typing import IO, Any

from kextract.output import Options, Record
from kextract.output.annotations import Mention, label, spans, value, well_formed
from kextract.output.encode import encode


class Spans:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, record: Record, text: str) -> None:
        line = {"id": record["id"], "text": well_formed(text), "spans": [_span(mention) for mention in spans(record)]}
        self._stream.write(encode(line) + "\n")

    def close(self) -> None:
        pass


def _span(mention: Mention) -> dict[str, Any]:
    span = {"start": mention["start"], "end": mention["end"], "label": label(mention["type"])}
    if "entity" in mention:
        span["entity"] = mention["entity"]
    if value(mention):
        span["value"] = value(mention)
    return span


def open_writer(stream: IO[str], options: Options) -> Spans:
    return Spans(stream)
