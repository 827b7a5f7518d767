"""jsonl: a record a line."""

from __future__ import annotations

from typing import IO

from kextract.output import Options, Record
from kextract.output.encode import encode


class JsonLines:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, record: Record, text: str) -> None:
        self._stream.write(encode(record) + "\n")

    def close(self) -> None:
        pass


def open_writer(stream: IO[str], options: Options) -> JsonLines:
    return JsonLines(stream)
