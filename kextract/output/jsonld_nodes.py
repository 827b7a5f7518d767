"""What a record or a knowledge base says in the words of schema.org: nodes as JSON-LD has them.

Values are texts, whole numbers, Decimals, other nodes, and lists of these. `jsonld` and `turtle` write them down.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from kextract.output import Record
from kextract.output.items import Item, Naming, is_held, items

Node = dict[str, Any]
SCHEMA_ORG = "https://schema.org/"
OWN = "urn:kextract:term:"  # what schema.org has no word for
OWN_TERMS = frozenset(["mentionCount", "documentCount", "firstSeen", "lastSeen", "scope"])
DATES = frozenset(["datePublished", "dateCreated", "startTime", "firstSeen", "lastSeen"])
_TYPES = {"person": "Person", "organization": "Organization"}


def document_iri(id: object) -> str:
    """Of a document, by its id."""
    return f"urn:kextract:document:{quote(str(id), safe='/:', errors='replace')}"


def entity_iri(id: str) -> str:
    """Of an entity of a knowledge base."""
    return f"urn:kextract:entity:{id}"


class RecordNodes:
    """The nodes of records; where two documents have one id, the second is called ID~2."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def nodes(self, record: Record) -> Iterator[Node]:
        """The document itself, then what it says."""
        iri = document_iri(record["id"])
        count = self._seen[hash(iri)] = self._seen.get(hash(iri), 0) + 1
        iri += f"~{count}" if count > 1 else ""
        day = record["date"]["value"][:10] if record["date"] else None
        yield _told({"@id": iri, "@type": "CreativeWork", "identifier": str(record["id"]), "datePublished": day})
        for item in items(record):
            yield from nodes(item, lambda id: f"{iri}#{id}", [{"@id": iri}])


def nodes(item: Item, naming: Naming = entity_iri, sources: list[Node] | None = None) -> Iterator[Node]:
    """The nodes of one item; several may speak of the same `@id`."""
    if sources is None:
        sources = [{"@id": document_iri(source)} for source in item["sources"] if source is not None]
    if item["item"] == "entity":
        yield _told(_entity(item, naming, sources))
    elif item["type"] in _RELATIONS:
        yield from map(_told, _RELATIONS[item["type"]](item, naming, sources))


def _entity(item: Item, naming: Naming, sources: list[Node]) -> Node:
    seen = item if "scope" in item else {}  # within one document they say nothing
    return {
        "@id": naming(item["id"]),
        "@type": "MusicGroup" if item.get("group") else _TYPES[item["type"]],
        "name": item["name"],
        "alternateName": item["aliases"],
        "jobTitle": item.get("titles"),
        "mentionCount": item["mentions"],
        "documentCount": seen.get("documents"),
        "firstSeen": seen.get("first"),
        "lastSeen": seen.get("last"),
        "scope": seen.get("scope"),
        "subjectOf": sources,
    }


def _position(item: Item, naming: Naming, sources: list[Node]) -> Iterator[Node]:
    if item["organization"] is None:
        return  # jobTitle says all there is
    body = {"@id": naming(item["organization"])}
    if item["organization"].startswith("p"):  # a band, which is read as a person
        yield {"@id": naming(item["person"]), "memberOf": body}
        return
    role = {"@type": "OrganizationRole", "roleName": item["title"], "description": item.get("status")}
    yield {
        "@id": naming(item["person"]),
        "worksFor": body if is_held(item) else None,
        "affiliation": _told({**role, "affiliation": body}),
    }


def _part_of(item: Item, naming: Naming, sources: list[Node]) -> Iterator[Node]:
    part, whole = naming(item["part"]), naming(item["whole"])
    yield {"@id": whole, "subOrganization": {"@id": part}}
    yield {"@id": part, "parentOrganization": {"@id": whole}}


def _agreement(item: Item, naming: Naming, sources: list[Node]) -> Iterator[Node]:
    yield {
        "@type": "Action",
        "name": item["name"],
        "participant": [{"@id": naming(party)} for party in item["parties"]],
        "startTime": item["date"],
        "description": _evidence(item),
        "subjectOf": sources,
    }


def _statement(item: Item, naming: Naming, sources: list[Node]) -> Iterator[Node]:
    yield {
        "@type": "Quotation",
        "text": item["quote"],
        "spokenByCharacter": _end(item["speaker"], naming),
        "dateCreated": item["date"],
        "isPartOf": sources,
    }


def _transaction(item: Item, naming: Naming, sources: list[Node]) -> Iterator[Node]:
    money = item.get("money") or {}
    upper = money.get("amount_max")
    value = {"value": money.get("amount")} if upper is None else {"minValue": money["amount"], "maxValue": upper}
    amount = {
        "@type": "MonetaryAmount",
        **value,
        "currency": money.get("currency"),
        "description": money.get("precision"),
    }
    yield {
        "@type": "MoneyTransfer",
        "name": item.get("kind"),
        "agent": _end(item.get("who"), naming),
        "recipient": _end(item.get("whom"), naming),
        "amount": _told(amount) if money else None,
        "description": _evidence(item),
        "subjectOf": sources,
    }


def _end(id: str | None, naming: Naming) -> Node | None:
    return {"@id": naming(id)} if id else None


def _evidence(item: Item) -> str | None:
    return item["evidence"][0]["text"] if item["evidence"] else None


def _told(node: Node) -> Node:
    """Without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [])}


_RELATIONS: dict[str, Callable[[Item, Naming, list[Node]], Iterator[Node]]] = {
    "position": _position,
    "part_of": _part_of,
    "agreement": _agreement,
    "statement": _statement,
    "transaction": _transaction,
}


class NodeWriter(ABC):
    """Writes nodes down, or the items of a knowledge base as nodes."""

    @abstractmethod
    def node(self, node: Node) -> None:
        """Writes one node."""

    @abstractmethod
    def close(self) -> None:
        """Writes what has to stand at the end."""

    def item(self, item: Item) -> None:
        """Writes an item of a knowledge base."""
        for node in nodes(item):
            self.node(node)


class RecordWriter:
    """The records of a run as one graph."""

    def __init__(self, out: NodeWriter) -> None:
        self._out = out
        self._records = RecordNodes()

    def write(self, record: Record, text: str) -> None:
        for node in self._records.nodes(record):
            self._out.node(node)

    def close(self) -> None:
        self._out.close()
