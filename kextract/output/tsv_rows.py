"""tsv: the rows of csv as they are, parted by tabs, never quoted."""

from __future__ import annotations

from typing import IO

from kextract.output import Options, Record
from kextract.output.csv_rows import COLUMNS, rows


class TsvRows:
    """The rows of csv, parted by tabs."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        stream.write("\t".join(COLUMNS) + "\n")

    def write(self, record: Record, text: str) -> None:
        for row in rows(record):
            self._stream.write("\t".join(row) + "\n")

    def close(self) -> None:
        pass


def open_writer(stream: IO[str], options: Options) -> TsvRows:
    return TsvRows(stream)
