"""Users' files as text."""

from __future__ import annotations

from pathlib import Path

from kextract.own.problems import OwnError, Problem


def read(path: str) -> str:
    """UTF-8 (with or without a byte order mark) or CP949, which Excel in Korea writes. Raises OwnError."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise OwnError([Problem(path, None, f"cannot read: {error.strerror or error}")]) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    try:
        return data.decode("cp949")
    except UnicodeDecodeError:
        raise OwnError([Problem(path, line, "neither UTF-8 nor CP949")]) from None
