"""Dates: `find_dates` reads them, `resolve_dates` gives them days, `find_reference` finds the text's own date."""

from __future__ import annotations

from collections.abc import Sequence

from kextract.model import Candidate, DateValue, Reference, Rule
from kextract.morph import Line

RULES: tuple[Rule, ...] = ()


def find_reference(text: str) -> Reference | None:
    return None


def find_dates(line: Line) -> list[Candidate]:
    return []


def resolve_dates(text: str, found: Sequence[Candidate], reference: Reference | None) -> list[DateValue]:
    return []
