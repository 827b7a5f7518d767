"""json: one array, a record a line."""

from __future__ import annotations

from typing import IO

from kextract.output import Options, Record
from kextract.output.encode import encode


class JsonArray:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._before = "[\n"

    def write(self, record: Record, text: str) -> None:
        self._stream.write(self._before + encode(record))
        self._before = ",\n"

    def close(self) -> None:
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")


def open_writer(stream: IO[str], options: Options) -> JsonArray:
    return JsonArray(stream)
