"""json: one array, a record a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any

from kextract.output import Options, Record
from kextract.output.encode import encode


class JsonArray:
    """Writes of each document what `told` makes of its record and text, the record itself unless said otherwise."""

    def __init__(self, stream: IO[str], told: Callable[[Record, str], Any] = lambda record, text: record) -> None:
        self._stream, self._told = stream, told
        self._before = "[\n"

    def write(self, record: Record, text: str) -> None:
        self._stream.write(self._before + encode(self._told(record, text)))
        self._before = ",\n"

    def close(self) -> None:
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")


def open_writer(stream: IO[str], options: Options) -> JsonArray:
    return JsonArray(stream)
