"""jsonl: a record a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any

from kextract.output import Options, Record
from kextract.output.encode import encode


class JsonLines:
    """Writes of each document what `told` makes of its record and text, the record itself unless said otherwise."""

    def __init__(self, stream: IO[str], told: Callable[[Record, str], Any] = lambda record, text: record) -> None:
        self._stream, self._told = stream, told

    def write(self, record: Record, text: str) -> None:
        self._stream.write(encode(self._told(record, text)) + "\n")

    def close(self) -> None:
        pass


def open_writer(stream: IO[str], options: Options) -> JsonLines:
    return JsonLines(stream)
