"""Statements that join the entities of a document, each with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kextract.entities import Cluster
from kextract.model import Candidate, DateValue, MoneyValue, Relation
from kextract.morph import Document
from kextract.relations.agreements import agreements
from kextract.relations.names import aliases, parts
from kextract.relations.positions import positions
from kextract.relations.scene import Scene
from kextract.relations.statements import statements
from kextract.relations.transactions import transactions

Values = Mapping[int, DateValue | MoneyValue]


def relate(
    document: Document, found: Sequence[Candidate], clusters: Sequence[Cluster], values: Values
) -> list[Relation]:
    """The relations of a document, evidence spans in the normalised text. `values` are the dates and amounts by place
    in `found`."""
    scene = Scene(document, found, clusters, values)
    return [
        *positions(scene),
        *aliases(scene),
        *parts(scene),
        *agreements(scene),
        *transactions(scene),
        *statements(scene),
    ]
