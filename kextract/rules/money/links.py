"""Conversions: 1억5000만달러(약 2000억원) are two mentions of one amount."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kextract.model import Candidate, MoneyValue
from kextract.rules.money import patterns as p


def link_amounts(text: str, found: Sequence[Candidate]) -> dict[int, int]:
    """For each amount that restates the one before it, its place in `found` → the place of that one.

    `text` is the normalised text and `found` the resolved candidates in text order.
    """
    links: dict[int, int] = {}
    money = [place for place, item in enumerate(found) if isinstance(item.facts, MoneyValue)]
    for first, second in pairwise(money):
        if _restates(text, found[first], found[second]):
            links[second] = links.get(first, first)
    return links


def _restates(text: str, first: Candidate, second: Candidate) -> bool:
    between = text[first.end : second.start]
    if len(between) > 40 or p.CONVERSION.fullmatch(between) is None:
        return False
    one, other = first.facts, second.facts
    assert isinstance(one, MoneyValue)
    assert isinstance(other, MoneyValue)
    bracket = any(letter in between for letter in "(（[=≒")
    if one.currency == other.currency:
        return bracket and one.amount == other.amount and one.amount_max == other.amount_max
    return bracket or p.CONVERSION_WORD.search(between) is not None
