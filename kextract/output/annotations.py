"""What the annotators' formats share: labels, and mentions as spans that do not overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kextract.output import Record
from kextract.output.encode import told

_NO_LABEL = re.compile(r"[^\w-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LABELS = {"organization": "ORG"}  # as annotated corpora call it; the others are the type in capitals

Mention = dict[str, Any]


def label(type: str) -> str:
    """The label of a type: PERSON, ORG, DATE, MONEY, and a type of one's own in capitals."""
    return _LABELS.get(type) or _NO_LABEL.sub("_", type).upper()


def spans(record: Record) -> Iterator[Mention]:
    """The mentions in the order of the text; of two that overlap, the one that begins first."""
    end = 0
    for mention in sorted(record["mentions"], key=lambda mention: (mention["start"], -mention["end"])):
        if mention["start"] >= end and mention["end"] > mention["start"]:
            end = mention["end"]
            yield mention


def value(mention: Mention) -> str:
    """A date's or an amount's value in one word: 2024-01-17, or 3000000000..4000000000 KRW; else nothing."""
    if "amount" in mention:
        upper = mention.get("amount_max")
        figures = told(mention["amount"]) + ("" if upper is None else f"..{told(upper)}")
        return f"{figures} {mention['currency']}"
    found = mention.get("value")
    return "" if found is None else str(found)


def well_formed(text: str) -> str:
    """`text` with U+FFFD for lone surrogates, which no encoding can write and of which readers of JSON would make
    pairs; offsets stay."""
    return _SURROGATE.sub("\ufffd", text)
