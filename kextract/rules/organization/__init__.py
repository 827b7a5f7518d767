"""Organizations: `find_organizations` proposes names with their class."""

from __future__ import annotations

from kextract.model import Candidate
from kextract.morph import Document
from kextract.rules.organization.finder import find
from kextract.rules.organization.rules import RULES

__all__ = ["RULES", "find_organizations"]


def find_organizations(document: Document, least: float = 0.0) -> list[Candidate]:
    """The organizations that the rules see in a document, each a candidate with its evidence. With a `least` score
    below 0, those too that were nearly organizations."""
    return find(document, least)
