"""What a few formats want to know besides the contract's record: evidence for every mention, and the tokens.

Both travel within the record as plain lists, so that they pass from one process to another as it does.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from kextract.model import Reference
from kextract.output import EVIDENCE, TOKENS

if TYPE_CHECKING:
    from kextract.extractor import Analysis, Extractor

Token = list[Any]  # start, end (code points of the text as given), tag


def record_of(
    extractor: Extractor, text: str, needs: Collection[str], id: str | int | None = None, date: Reference | None = None
) -> dict[str, Any]:
    """The record of a document with what a format `needs`."""
    return record_from(extractor, extractor.analyse(text), needs, id, date)


def record_from(
    extractor: Extractor,
    analysis: Analysis,
    needs: Collection[str],
    id: str | int | None = None,
    date: Reference | None = None,
) -> dict[str, Any]:
    """The same as `record_of`, of a text that is analysed already."""
    result = extractor.extract_from(analysis, id=id, date=date)
    record = result.to_record()
    if EVIDENCE in needs:
        for mention, fields in zip(result.mentions, record["mentions"], strict=True):
            fields["evidence"] = [[reason.name, reason.weight] for reason in mention.evidence]
    if TOKENS in needs:
        record["tokens"] = tokens(analysis)
    return record


def tokens(analysis: Analysis) -> list[Token]:
    """Kiwi's tokens in order, none overlapping another: tokens that share code points (했 is 하 and 었) are one,
    with their tags joined by +."""
    found: list[Token] = []
    for line in analysis.document.lines:
        for start, end, tag in zip(line.starts, line.ends, line.tags, strict=True):
            if end > start:
                _add(found, *analysis.reading.span(line.offset + start, line.offset + end), tag)
    return found


def _add(found: list[Token], start: int, end: int, tag: str) -> None:
    if found and start < found[-1][1]:
        found[-1][1] = max(found[-1][1], end)
        found[-1][2] += f"+{tag}"
    else:
        found.append([start, end, tag])
