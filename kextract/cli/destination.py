"""Which record goes into which file: all into one output, or each input into a file of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from kextract.output import Format, Options, Writer, open_writer
from kextract.output.sink import STANDARD_OUTPUT, Sink, open_sink, sweep
from kextract.source import Failure, Input


class TargetError(Exception):
    """The output cannot go where it was sent; the message says why and what to do."""


class Destination(Protocol):
    """Takes the records of the inputs in order. What `close` has not completed, `abort` takes away."""

    def write(self, path: str, record: Mapping[str, Any], text: str) -> None:
        """The next record, made from the input `path`."""

    def spoil(self, path: str) -> None:
        """The input `path` could not be read to its end."""

    def end(self, path: str) -> None:
        """Nothing more comes from the input `path`."""

    def close(self) -> None:
        """All inputs are read."""

    def abort(self) -> None:
        """May also be called after `close`."""


class _File:
    """A sink with the writer on it."""

    def __init__(self, path: str | None, format: Format, options: Options) -> None:
        self._sink: Sink = open_sink(path, format.binary)
        self._writer: Writer = open_writer(format, self._sink.stream, options)

    def write(self, record: Mapping[str, Any], text: str) -> None:
        self._writer.write(record, text)
        self._sink.flush()

    def commit(self) -> None:
        self._writer.close()
        self._sink.commit()

    def discard(self) -> None:
        self._sink.discard()


class OneOutput:
    """Everything into one file or standard output. Where nothing at all could be read, no file is written: a slip in
    a name must not replace yesterday's results by an empty file."""

    def __init__(self, path: str | None, format: Format, options: Options) -> None:
        self._file: _File | None = _File(path, format, options)
        self._to_file, self._single = path not in (None, STANDARD_OUTPUT), format.single
        self._written = self._spoiled = False

    def write(self, path: str, record: Mapping[str, Any], text: str) -> None:
        if self._file is not None:
            if self._written and self._single:
                raise TargetError("this format holds one document a file: --out-dir DIR writes a file for each")
            self._written = True
            self._file.write(record, text)

    def spoil(self, path: str) -> None:
        self._spoiled = True

    def end(self, path: str) -> None:
        pass

    def close(self) -> None:
        if self._to_file and self._spoiled and not self._written:
            self.abort()
        if self._file is not None:
            self._file.commit()
            self._file = None

    def abort(self) -> None:
        if self._file is not None:
            self._file.discard()
            self._file = None


class EachItsFile:
    """A file for each input, by `places`; it appears when its input is read through."""

    def __init__(self, places: Mapping[str, Path], format: Format, options: Options) -> None:
        self._places, self._format, self._options = places, format, options
        self._file: _File | None = None
        self._spoiled: set[str] = set()

    def _open(self, path: str) -> _File:
        place = self._places[path]
        place.parent.mkdir(parents=True, exist_ok=True)
        return _File(str(place), self._format, self._options)

    def write(self, path: str, record: Mapping[str, Any], text: str) -> None:
        if self._file is not None and self._format.single:
            raise TargetError(f"{path}: more than one document, and this format holds one a file")
        self._file = self._file or self._open(path)
        self._file.write(record, text)

    def spoil(self, path: str) -> None:
        self._spoiled.add(path)

    def end(self, path: str) -> None:
        if path in self._spoiled:
            self.abort()
            return
        file, self._file = self._file or self._open(path), None
        file.commit()

    def close(self) -> None:
        pass

    def abort(self) -> None:
        if self._file is not None:
            self._file.discard()
            self._file = None


def one_place(path: str | None, skip_existing: bool, force: bool) -> bool:
    """False where `path` is there already and is to be left alone. Raises TargetError where nobody said what to do."""
    if path is None or force or not Path(path).is_file():
        return True
    if skip_existing:
        return False
    raise TargetError(f"{path}: exists (--force replaces it, --skip-existing leaves it)")


def file_name(name: str, format: Format) -> str:
    """a.txt.jsonl for a.txt, so that a.md does not get the same name; but a.ann where a tool wants it so."""
    return (name.removesuffix(".txt") if format.single else name) + format.extension


def places(
    entries: Iterable[Input | Failure], out_dir: str, format: Format, skip_existing: bool, force: bool
) -> dict[str, Path]:
    """The file that each input still to be read goes to. Raises TargetError for two inputs with one file, and for a
    file that is there although nobody said what to do."""
    owners: dict[Path, str] = {}
    for entry in entries:
        if isinstance(entry, Failure):
            continue
        place = Path(out_dir, file_name(entry.name, format))
        if place in owners:
            raise TargetError(f"{entry.path}: would write {place}, as {owners[place]} does")
        owners[place] = entry.path
    existing = [] if force else [place for place in owners if place.exists()]
    if existing and not skip_existing:
        raise TargetError(f"{existing[0]}: exists (--skip-existing goes on, --force replaces)")
    Path(out_dir).mkdir(parents=True, exist_ok=True)
    sweep(Path(out_dir))
    done = set(existing)
    return {path: place for place, path in owners.items() if place not in done}
