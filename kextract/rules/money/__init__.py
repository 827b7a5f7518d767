"""Money: `find_money` reads amounts with their currency."""

from __future__ import annotations

from kextract.model import Candidate, Rule
from kextract.morph import Line

RULES: tuple[Rule, ...] = ()


def find_money(line: Line) -> list[Candidate]:
    return []
