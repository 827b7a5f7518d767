"""Records as JSON text: numbers exact, keys in the order they come, and nothing that a terminal or a reader of lines
could take for its own."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

_WORDS = {None: "null", True: "true", False: "false"}
_quote = json.encoder.encode_basestring  # as json.dumps writes with ensure_ascii=False
# besides what JSON demands: DEL and C1 (terminals obey them), line separators (readers of lines stop there) and lone
# surrogates (they have no UTF-8)
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Encoded:
    """What somebody else has made JSON of already: another process, on a core of its own."""

    json: str


def encode(value: Any) -> str:
    """`value` as JSON on one line. Decimals are written digit by digit, never as floats. Raises TypeError or
    ValueError for what JSON cannot say."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_key(key)}: {encode(entry)}" for key, entry in value.items()]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join([encode(entry) for entry in value]) + "]"
    if value is None or value is True or value is False:
        return _WORDS[value]
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return json.dumps(value, allow_nan=False)
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, Encoded):
        return value.json
    raise TypeError(f"no JSON for {type(value).__name__}")


def number(value: Decimal) -> str:
    """All digits, no exponent, no trailing zeros of a fraction: 1E+3 is 1000, 2.50 is 2.5."""
    if not value.is_finite():
        raise ValueError(f"no JSON number for {value}")
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def told(value: Any) -> str:
    """`value` as words: a Decimal with all its digits, the rest as Python has it."""
    return number(value) if isinstance(value, Decimal) else str(value)


@lru_cache(1_000)
def _key(value: str) -> str:
    return _string(value)


def _string(value: str) -> str:
    quoted = _quote(value)
    return quoted if value.isascii() and "\x7f" not in value else _UNSAFE.sub(_escape, quoted)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
