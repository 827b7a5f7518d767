"""Text from documents and file names, made safe to show on a terminal."""

from __future__ import annotations

import re

# C0, DEL, C1, line separators and the marks that turn the direction of what follows
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")


def printable(text: str) -> str:
    """On one line, with control characters shown as U+FFFD and lone surrogates as escapes."""
    return _CONTROL.sub("\ufffd", _BLANKS.sub(" ", text)).encode("utf-8", "backslashreplace").decode("utf-8")
