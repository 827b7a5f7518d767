"""Who wins where candidates overlap: said once, here.

The higher score wins, then the longer span, then the earlier one; equal spans fall by the order of `MENTION_TYPES`,
users' own types last.
"""

from __future__ import annotations

from kextract.model import MENTION_TYPES, Candidate

_TYPE_RANK: dict[str, int] = {name: rank for rank, name in enumerate(MENTION_TYPES)}


def resolve(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that stand, none overlapping another, in text order. Those with a score of 0 or less are out."""
    ranked = sorted(
        (c for c in candidates if c.score > 0 and c.end > c.start),
        key=lambda c: (-c.score, c.start - c.end, c.start, _TYPE_RANK.get(c.type, len(_TYPE_RANK)), c.rule),
    )
    taken: dict[int, Candidate] = {}  # code point → its winner
    winners = []
    for candidate in ranked:
        if any(position in taken for position in range(candidate.start, candidate.end)):
            continue
        taken.update(dict.fromkeys(range(candidate.start, candidate.end), candidate))
        winners.append(candidate)
    return sorted(winners, key=lambda c: c.start)
