"""Organizations: `find_organizations` proposes names with their class."""

from __future__ import annotations

from kextract.model import Candidate, Rule
from kextract.morph import Document
from kextract.rules.organization.finder import find

RULES: tuple[Rule, ...] = ()


def find_organizations(document: Document) -> list[Candidate]:
    """The organizations that the rules see in a document, each a candidate with its evidence."""
    return find(document)
