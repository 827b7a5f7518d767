"""parquet: a document a row, by the schema of `kextract.arrow`. Needs the extra `arrow`."""

from __future__ import annotations

from typing import IO, Any

from kextract.output import Options, Record

DOCUMENTS, LETTERS = 1_000, 1_000_000  # of one row group: as much as is kept in memory


class Parquet:
    """Records kept until they fill a row group."""

    def __init__(self, stream: IO[bytes]) -> None:
        from pyarrow.parquet import ParquetWriter

        from kextract.arrow import SCHEMA

        self._writer: Any = ParquetWriter(_Stream(stream), SCHEMA)
        self._records: list[Record] = []
        self._letters = 0

    def write(self, record: Record, text: str) -> None:
        self._records.append(record)
        self._letters += len(text)
        if len(self._records) >= DOCUMENTS or self._letters >= LETTERS:
            self._write()

    def close(self) -> None:
        if self._records:
            self._write()
        self._writer.close()

    def _write(self) -> None:
        from kextract.arrow import to_batch

        self._writer.write_batch(to_batch(self._records))
        self._records, self._letters = [], 0


class _Stream:
    """The stream without its end: pyarrow finishes a file that is given up when the writer is thrown away, and says
    on standard error that it could not."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._position = 0
        self.closed = False

    def write(self, data: bytes) -> int:
        if not self._stream.closed:
            self._stream.write(data)
        self._position += len(data)
        return len(data)

    def tell(self) -> int:
        return self._position

    def flush(self) -> None:
        if not self._stream.closed:
            self._stream.flush()

    def close(self) -> None:
        """The stream stays open for who opened it."""

    def readable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False


def open_writer(stream: IO[bytes], options: Options) -> Parquet:
    return Parquet(stream)
