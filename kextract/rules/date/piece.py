"""A piece of a date: one matched number or word with what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kextract.numbers import parse_number
from kextract.rules.date.expressions import Length

# how fine a piece is: pieces of one date come from coarse to fine
TOWARD, ERA, YEAR, MONTH, WEEK, DAY, WEEKDAY, PART, CLOCK = range(9)
SECTION = 20  # attaches to what stands before it
LENGTH = 21
BRACKET = 22


@dataclass(slots=True)
class Piece:
    """One piece with its place in the line. `said` are fields of a Moment; a length has `length` and the word `after`
    it, whose first code point is `core`, the end of the length itself."""

    kind: str
    level: int
    said: dict[str, Any] = field(default_factory=dict)
    score: float = 3.0
    start: int = 0
    end: int = 0
    length: Length | None = None
    after: str = ""
    core: int = 0
    zone: str | None = None


def whole(text: str) -> int:
    """The whole number that a numeral says, -1 where it says none."""
    value = parse_number(text)
    return int(value) if value is not None else -1
