"""Which mentions of a document are one person or one organization.

Precision before recall: a surname with a title (남 시장) joins a known person only when exactly one fits; two mentions
that may be different stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from kextract.entities.cluster import Cluster, numbered, squash
from kextract.entities.organizations import organizations
from kextract.entities.people import GROUP_WORDS, other_name, people
from kextract.model import Candidate

__all__ = ["GROUP_WORDS", "Cluster", "cluster", "numbered", "other_name", "squash"]


def cluster(text: str, found: Sequence[Candidate]) -> list[Cluster]:
    """Groups the person and organization candidates of a document, in the order of their first mention."""
    persons = [i for i, c in enumerate(found) if c.type == "person"]
    bodies = [i for i, c in enumerate(found) if c.type == "organization"]
    return numbered(people(text, found, persons) + organizations(text, found, bodies))
