"""Statements that join the entities of a document, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from kextract.entities import Cluster
from kextract.model import Candidate, Relation
from kextract.morph import Document


def relate(document: Document, found: Sequence[Candidate], clusters: Sequence[Cluster]) -> list[Relation]:
    """Relations with evidence spans in the normalised text."""
    return []
