"""Records out of files: what `kextract` wrote, a record a line, or one array with a record a line."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from kextract.source import STANDARD_INPUT, Failure

_HEAD = 1 << 16  # bytes that show whether a file holds records
_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?[\s\[]*\{")
_KEY = re.compile(rb'"mentions"\s*:\s*\[|^(?:\xef\xbb\xbf)?[\s\[]*\{"id": [^\n]*?"error"\s*:')


@dataclass(frozen=True, slots=True)
class Told:
    """A record with the place it stood at."""

    place: str
    record: dict[str, Any]


def open_input(path: str) -> BinaryIO:
    """A file, or standard input for -. Raises OSError."""
    if path == STANDARD_INPUT:
        return io.open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: UP020
    return Path(path).open("rb")


def holds_records(path: str) -> bool:
    """Whether a file begins like records rather than texts. Raises OSError."""
    with open_input(path) as file:
        return begins_like_records(file.read(_HEAD))


def begins_like_records(head: bytes) -> bool:
    """Whether the beginning of a stream is one of records rather than of texts."""
    return bool(_RECORD.match(head) and _KEY.search(head))


def head_of(file: BinaryIO) -> bytes:
    """The beginning of a stream, to its end or to the end of a line."""
    head = file.read(_HEAD)
    return head if head.endswith(b"\n") else head + file.readline()


def told(path: str, lines: Iterable[bytes]) -> Iterator[Told | Failure]:
    """The records of lines of bytes."""
    for number, line in enumerate(lines, 1):
        line = line.removeprefix(b"\xef\xbb\xbf").strip()
        if number == 1 and line.startswith(b"[{"):
            line = line[1:]
        line = line.removesuffix(b",")
        if line and line not in (b"[", b"]"):
            yield _record(path, number, line)


def _record(path: str, number: int, line: bytes) -> Told | Failure:
    try:
        record = json.loads(line, parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        return Failure(path, f"bad JSON: {what}", number)
    if not isinstance(record, dict):
        return Failure(path, "no record: an object was expected", number)
    if "error" in record and "mentions" not in record:
        return Failure(path, f"left out, failed when extracted: {record['error']}", number)
    if "mentions" not in record:
        return Failure(path, 'no record: no "mentions"', number)
    return Told(f"{path}:{number}", record)


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number")
