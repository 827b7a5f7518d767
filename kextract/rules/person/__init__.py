"""People: `find_people` proposes names with their titles."""

from __future__ import annotations

from kextract.model import Candidate, Rule
from kextract.morph import Document

RULES: tuple[Rule, ...] = ()


def find_people(document: Document) -> list[Candidate]:
    return []
