"""Dates: `find_dates` reads them, `resolve_dates` gives them days, `find_reference` finds the text's own date.

Extraction knows nothing of the reference date: a candidate's facts say what the words say, and resolving comes after.
"""

from __future__ import annotations

from collections.abc import Sequence

from kextract.model import Candidate, DateValue, Reference
from kextract.morph import Line
from kextract.rules.date import find, reference, values
from kextract.rules.date.rules import RULES

__all__ = ["RULES", "find_dates", "find_reference", "resolve_dates"]


def find_reference(text: str) -> Reference | None:
    """The date that the text says it was published on, None where it says none."""
    return reference.find(text)


def find_dates(line: Line) -> list[Candidate]:
    """The dates, lengths and recurrences of one line."""
    return find.find(line)


def resolve_dates(text: str, found: Sequence[Candidate], reference: Reference | None) -> list[DateValue]:
    """The values of date candidates, same length and order."""
    return values.resolve(text, found, reference)
