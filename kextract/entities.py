"""Mentions of one name in one document are one entity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from kextract.model import Candidate, OrganizationFacts, PersonFacts


@dataclass(slots=True)
class Cluster:
    """The mentions (places in the list of candidates) that are one person or organization, with its names."""

    id: str
    type: Literal["person", "organization"]
    name: str
    aliases: list[str] = field(default_factory=list)
    members: list[int] = field(default_factory=list)


def cluster(text: str, found: Sequence[Candidate]) -> list[Cluster]:
    """Groups the person and organization candidates of a document, in the order of their first mention."""
    clusters: dict[tuple[str, str], Cluster] = {}
    for place, candidate in enumerate(found):
        if candidate.type not in ("person", "organization"):
            continue
        name = text[candidate.start : candidate.end]
        key = (candidate.type, name.replace(" ", ""))
        if key not in clusters:
            letter = candidate.type[0]
            number = sum(known.type == candidate.type for known in clusters.values()) + 1
            clusters[key] = Cluster(f"{letter}{number}", candidate.type, name)
        group = clusters[key]
        group.members.append(place)
        facts = candidate.facts
        if isinstance(facts, PersonFacts | OrganizationFacts):
            for start, end in facts.aliases:
                if text[start:end] not in group.aliases:
                    group.aliases.append(text[start:end])
    return list(clusters.values())
