"""What every rule on posts hands on: who is what, where."""

from __future__ import annotations

from dataclasses import dataclass, field

from kextract.entities import Cluster


@dataclass(slots=True)
class Post:
    """A person with a title, an organization, or both, and the places that say so. A singer's organization may be a
    band, which is an entity of type person."""

    person: Cluster
    organization: Cluster | None
    title: str | None
    status: str | None
    rule: str
    evidence: list[tuple[int, int, str]] = field(default_factory=list)
