"""Who wins where candidates overlap: said once, here.

Users' own names and rules win over all, then dates and amounts that are settled, then the higher score, then the
longer span, then the earlier one; equal spans fall by the order of `MENTION_TYPES`, users' own types last.
"""

from __future__ import annotations

from dataclasses import replace

from kextract.model import MENTION_TYPES, Candidate, PersonFacts

SETTLED = 20.0  # above whatever a built-in rule gives a name, below what own names have
_TYPE_RANK: dict[str, int] = {name: rank for rank, name in enumerate(MENTION_TYPES)}


def resolve(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that stand, none overlapping another, in text order. Those with a score of 0 or less are out."""
    ranked = sorted(
        (c for c in candidates if c.score > 0 and c.end > c.start),
        key=lambda c: (
            -c.score - SETTLED * c.settled,
            c.start - c.end,
            c.start,
            _TYPE_RANK.get(c.type, len(_TYPE_RANK)),
            c.rule,
        ),
    )
    taken: dict[int, Candidate] = {}  # code point → its winner
    winners = []
    for candidate in ranked:
        span = range(candidate.start, candidate.end)
        if taken.keys().isdisjoint(span):
            taken.update(dict.fromkeys(span, candidate))
            winners.append(candidate)
    for winner in winners:
        if isinstance(winner.facts, PersonFacts) and winner.facts.aliases:
            winner.facts = _own_aliases(winner.facts, taken)
    return sorted(winners, key=lambda c: c.start)


def _own_aliases(facts: PersonFacts, taken: dict[int, Candidate]) -> PersonFacts:
    """A person's other names but those in which a body is named: (KBS PD) is where he works."""

    def free(start: int, end: int) -> bool:
        return all(taken[i].type == "person" for i in range(start, end) if i in taken)

    return replace(facts, aliases=tuple(span for span in facts.aliases if free(*span)))
