"""Where texts come from: files, directories, standard input, lines and JSON Lines.

Everything is an iterator: a file of lines is read line by line, whatever its size. What cannot be read becomes a
`Failure` in its place and the rest goes on.
"""

from __future__ import annotations

import errno
import io
import json
import os
import re
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date as day_of
from datetime import time
from pathlib import Path
from typing import Any, BinaryIO, Literal

from kextract import webpage
from kextract.decoding import DecodeError, ErrorMode, LineDecoder, decode, is_bytewise, wide_mark
from kextract.model import Reference

InputMode = Literal["auto", "text", "lines", "jsonl"]
INPUT_MODES: tuple[InputMode, ...] = ("auto", "text", "lines", "jsonl")

STANDARD_INPUT = "-"
_ENDINGS = (".txt", ".md", ".jsonl")  # what is read of a directory
_LINE_ENDINGS = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read: what a document is, where a JSON line keeps its parts, and the encoding."""

    mode: InputMode = "auto"
    text_key: str = "text"
    id_key: str = "id"
    date_key: str = "date"
    encoding: str = "auto"
    errors: ErrorMode = "strict"


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. `path` is as given, `name` its place within the directory given."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """One document as decoded, with its reference date where the input gave one."""

    id: str | int
    text: str
    path: str
    line: int | None = None
    date: Reference | None = None

    @property
    def place(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that was not read as asked. `whole` says that the rest of its file is lost too; `id` is None where
    the document itself was read all the same."""

    path: str
    what: str
    line: int | None = None
    id: str | int | None = None
    whole: bool = False

    @property
    def place(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class End:
    """An input is read through."""

    input: Input


Item = SourceText | Failure | End


FileId = tuple[int, int]  # device and inode


def inputs(paths: Iterable[str], outputs: Collection[FileId] = ()) -> Iterator[Input | Failure]:
    """The files behind `paths`, in order; a directory stands for its *.txt, *.md and *.jsonl, sorted, those in its
    directories too, hidden ones and those among `outputs` left out."""
    for path in paths:
        if path == STANDARD_INPUT:
            yield Input(path, "stdin")
        elif not path:
            yield Failure(path, "an empty name", id=path, whole=True)
        elif Path(path).is_dir():
            yield from _directory(path, outputs)
        else:
            yield Input(path, Path(path).name)


def file_id(path: str | int) -> FileId | None:
    """What tells a file or directory from all others, whatever its name; None where there is none, and for devices and
    pipes, which may well be read and written. Takes a descriptor too."""
    try:
        found = os.stat(path)  # noqa: PTH116 (a Path knows no descriptors)
    except (OSError, ValueError):
        return None
    plain = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
    return (found.st_dev, found.st_ino) if plain else None


def read(given: Iterable[Input | Failure], reading: Reading) -> Iterator[Item]:
    """Every document of every input, failures in their places, and an `End` after each input."""
    for entry in given:
        if isinstance(entry, Failure):
            yield entry
            continue
        try:
            yield from documents(entry.path, reading)
        except OSError as error:
            yield _unread(entry.path, error)
        yield End(entry)


def documents(path: str, reading: Reading) -> Iterator[SourceText | Failure]:
    """The documents of one file. Raises OSError where it cannot be opened or read on."""
    mode = reading.mode
    if mode == "auto":
        mode = "jsonl" if path.lower().endswith(_LINE_ENDINGS) else "text"
    page = reading.mode == "auto" and path.lower().endswith(webpage.ENDINGS)
    with _open(path) as file:
        if page:
            yield _page(path, file.read(), reading)
            return
        if mode == "text":
            yield _whole(path, file.read(), reading)
            return
        for number, line in _lines(path, file, reading):
            if isinstance(line, Failure):
                yield line
            elif not line or line.isspace():
                continue
            elif mode == "lines":
                yield SourceText(f"{path}:{number}", line, path, number)
            else:
                yield from _json_line(path, number, line, reading)


def parse_reference(value: str) -> str:
    """A reference date as YYYY-MM-DD or YYYY-MM-DDTHH:MM. Also read: a blank for the T, seconds and zone (left out),
    2024.1.18, 2024/01/18 and 20240118. Raises ValueError."""
    match = _REFERENCE.fullmatch(value.strip())
    if match is None:
        raise ValueError(f"not a date like 2024-01-18 or 2024-01-18T10:50: {value!r}")
    year, month, day = (int(match[key] or match[key + "2"]) for key in ("year", "month", "day"))
    text = day_of(year, month, day).isoformat()
    if match["hour"] is None:
        return text
    return f"{text}T{time(int(match['hour']), int(match['minute'])).isoformat('minutes')}"


_REFERENCE = re.compile(
    r"(?:(?P<year>\d{4})(?P<mark>[-./])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})\.?"
    r"|(?P<year2>\d{4})(?P<month2>\d\d)(?P<day2>\d\d))"
    r"(?:[T ]\s?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?(?:\d\d)?)?)?",
    re.ASCII,
)


def _directory(top: str, outputs: Collection[FileId]) -> Iterator[Input | Failure]:
    failures: list[Failure] = []
    found: list[str] = []
    for folder, folders, files in os.walk(top, onerror=lambda error: failures.append(_unread(error.filename, error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if outputs:
            folders[:] = [name for name in folders if file_id(f"{folder}/{name}") not in outputs]
        wanted = [name for name in files if name.lower().endswith(_ENDINGS) and not name.startswith(".")]
        found += [str(Path(folder, name).relative_to(top)) for name in wanted if _readable(f"{folder}/{name}", outputs)]
    yield from failures
    if not found and not failures:
        yield Failure(top, "no *.txt, *.md or *.jsonl in this directory", id=top, whole=True)
    for name in sorted(found, key=lambda name: Path(name).parts):
        yield Input(os.path.join(top, name), name)  # noqa: PTH118 (a Path would drop the "./" that was given)


def _readable(path: str, outputs: Collection[FileId]) -> bool:
    """False for outputs, and for a FIFO or a device: who names a directory does not mean to wait for one. True for
    what cannot be looked at: reading it will say why."""
    try:
        found = Path(path).stat()
    except OSError:
        return True
    return stat.S_ISREG(found.st_mode) and (found.st_dev, found.st_ino) not in outputs


def _open(path: str) -> BinaryIO:
    if path == STANDARD_INPUT:
        if sys.stdin is None:  # closed by whoever started us; its number may be another file's by now
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return io.open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: UP020 (the name `open` is a type's here)
    return Path(path).open("rb")


def _unread(path: str | None, error: OSError) -> Failure:
    what = error.strerror or type(error).__name__
    return Failure(path or "", what, id=path, whole=True)


def _whole(path: str, data: bytes, reading: Reading) -> SourceText | Failure:
    try:
        return SourceText(path, decode(data, reading.encoding, reading.errors), path)
    except DecodeError as error:
        return Failure(path, str(error), id=path, whole=True)


def _page(path: str, data: bytes, reading: Reading) -> SourceText | Failure:
    try:
        text, date = webpage.main_text(decode(data, reading.encoding, reading.errors))
    except DecodeError as error:
        return Failure(path, str(error), id=path, whole=True)
    return SourceText(path, text, path, date=Reference(parse_reference(date), "metadata") if date else None)


def _lines(path: str, file: BinaryIO, reading: Reading) -> Iterator[tuple[int, str | Failure]]:
    """Numbered lines without their ends; a line that does not decode is a Failure."""
    first = file.readline()
    if not is_bytewise(reading.encoding) or (reading.encoding == "auto" and wide_mark(first)):
        # UTF-16 has line feed bytes inside its letters, so it is read as a whole
        text = _whole(path, first + file.read(), reading)
        if isinstance(text, Failure):
            yield 1, text
            return
        for number, line in enumerate(text.text.split("\n"), 1):
            yield number, line.removesuffix("\r")
        return
    decoder = LineDecoder(reading.encoding, reading.errors)
    number, raw = 1, first
    while raw:
        try:
            yield number, decoder.decode(raw.removesuffix(b"\n").removesuffix(b"\r"))
        except DecodeError as error:
            yield number, Failure(path, str(error), number, f"{path}:{number}")
        raw = file.readline()
        number += 1


def _json_line(path: str, number: int, line: str, reading: Reading) -> Iterator[SourceText | Failure]:
    own_id = f"{path}:{number}"

    def fail(what: str) -> Failure:
        return Failure(path, what, number, own_id)

    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        yield fail(f"bad JSON: {error.msg.removesuffix(' at')} at column {error.colno}")
        return
    except (ValueError, RecursionError) as error:
        yield fail(f"bad JSON: {'nested too deeply' if isinstance(error, RecursionError) else error}")
        return
    if not isinstance(fields, dict):
        yield fail(f"{_kind(fields)} where an object was expected")
        return
    given = fields.get(reading.id_key)
    id = own_id if given is None else given
    if not isinstance(id, str | int) or isinstance(id, bool):
        yield fail(f'"{reading.id_key}" is {_kind(id)}, not a string or a whole number')
        return
    own_id = id  # type: ignore[assignment]
    if reading.text_key not in fields:
        yield fail(f'no "{reading.text_key}"')
        return
    text = fields[reading.text_key]
    if not isinstance(text, str):
        yield fail(f'"{reading.text_key}" is {_kind(text)}, not a string')
        return
    reference = _field_date(fields.get(reading.date_key))
    if reference is False:
        yield Failure(path, f'"{reading.date_key}" is not a date, read without it', number)
    yield SourceText(id, text, path, number, reference or None)


def _field_date(value: Any) -> Reference | Literal[False] | None:
    """False where there is something that is not a date."""
    if value is None or value == "":
        return None
    try:
        return Reference(parse_reference(value), "field") if isinstance(value, str) else False
    except ValueError:
        return False


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    kinds = {bool: "a boolean", int: "a number", float: "a number", str: "a string", list: "an array"}
    return kinds.get(type(value), "an object")
