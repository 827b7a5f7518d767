"""A record as the list of what it says: the shape that the exports of one document and of many share.

An item is an entity or a relation, as its first key `item` says; in relations the id of an amount is replaced by the
amount.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kextract.output import Record

Item = dict[str, Any]
Naming = Callable[[str], str]  # the id of an entity within a record, as it is called in the whole output
PAST = ("former", "late")
_MONEY = ("amount", "amount_max", "currency", "precision")


def items(record: Record) -> Iterator[Item]:
    """Entities first, then relations."""
    day = record["date"]["value"][:10] if record["date"] else None
    seen = {"documents": 1, "first": day, "last": day, "sources": [record["id"]]}
    relations = record["relations"]
    for entity in record["entities"]:
        item = {"item": "entity", **entity, "mentions": len(entity["mentions"]), **seen}
        if entity["type"] == "person":
            own = [told for told in relations if told["type"] == "position" and told["person"] == entity["id"]]
            item["titles"] = titles(own)
        yield item
    amounts = {mention["id"]: mention for mention in record["mentions"] if mention["type"] == "money"}
    for relation in relations:
        evidence = [{"document": record["id"], **span} for span in relation["evidence"]]
        told = {name: _resolved(name, value, amounts) for name, value in relation.items()}
        yield {"item": "relation", **told, "count": len(evidence), **seen, "evidence": evidence}


def titles(positions: Iterable[Record]) -> list[str]:
    """The titles that these posts give now, each once."""
    return list(dict.fromkeys(told["title"] for told in positions if told["title"] and is_held(told)))


def is_held(position: Record) -> bool:
    """False for 전 시장."""
    return position.get("status") not in PAST


def _resolved(name: str, value: Any, amounts: dict[str, Any]) -> Any:
    if name != "money" or value not in amounts:
        return value
    return {part: amounts[value][part] for part in _MONEY if part in amounts[value]}
