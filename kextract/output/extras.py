"""What a few formats want to know besides the contract's record: evidence for every mention, and the tokens.

Both travel within the record as plain lists, so that they pass from one process to another as it does.
"""

from __future__ import annotations

from typing import Any, Protocol

from kextract.model import Result
from kextract.morph import Line
from kextract.output import EVIDENCE, TOKENS, Format
from kextract.text import normalise

Token = list[Any]  # start, end (code points of the text as given), tag


class Lines(Protocol):
    """As far as an `Analyzer` is needed here."""

    def lines(self, text: str) -> Any: ...


def to_record(result: Result, text: str, format: Format, analyzer: Lines) -> dict[str, Any]:
    """The record of a document with what `format` needs."""
    record = result.to_record()
    if EVIDENCE in format.needs:
        for mention, fields in zip(result.mentions, record["mentions"], strict=True):
            fields["evidence"] = [[reason.name, reason.weight] for reason in mention.evidence]
    if TOKENS in format.needs:
        record["tokens"] = tokens(text, analyzer)
    return record


def tokens(text: str, analyzer: Lines) -> list[Token]:
    """Kiwi's tokens in order, none overlapping another: tokens that share code points (했 is 하 and 었) are one,
    with their tags joined by +."""
    reading = normalise(text)
    found: list[Token] = []
    line: Line
    for line in analyzer.lines(reading.norm):
        for start, end, tag in zip(line.starts, line.ends, line.tags, strict=True):
            if end > start:
                _add(found, *reading.span(line.offset + start, line.offset + end), tag)
    return found


def _add(found: list[Token], start: int, end: int, tag: str) -> None:
    if found and start < found[-1][1]:
        found[-1][1] = max(found[-1][1], end)
        found[-1][2] += f"+{tag}"
    else:
        found.append([start, end, tag])
