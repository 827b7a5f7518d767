"""Organizations: `find_organizations` proposes names with their class."""

from __future__ import annotations

from kextract.model import Candidate, Rule
from kextract.morph import Document

RULES: tuple[Rule, ...] = ()


def find_organizations(document: Document) -> list[Candidate]:
    return []
