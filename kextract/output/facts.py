"""What the views tell of a record, in words: posts, amounts, who is named how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kextract.output import Record
from kextract.output.encode import told

PRECISION = {
    "exact": "",
    "approximate": "about",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
}


def named(record: Record, type: str) -> list[dict[str, Any]]:
    """The entities of a type, the most mentioned first."""
    entities = [entity for entity in record["entities"] if entity["type"] == type]
    return sorted(entities, key=lambda entity: -len(entity["mentions"]))


def values(record: Record, type: str) -> Counter[tuple[str, str]]:
    """The mentions of a type as words and what they mean: 17일 is 2024-01-17. Same ones are counted."""
    return Counter((mention["text"], _meaning(mention)) for mention in record["mentions"] if mention["type"] == type)


def _meaning(mention: dict[str, Any]) -> str:
    return amount(mention) if "amount" in mention else str(mention.get("value", ""))


def fields(relation: Record) -> dict[str, Any]:
    """What a relation says: its roles and who or what fills them."""
    return {role: value for role, value in relation.items() if role not in ("type", "evidence", "rule")}


def ends(relation: Record) -> Iterator[str]:
    """The texts among a relation's fields, ids of entities and mentions with them."""
    for value in fields(relation).values():
        for end in value if isinstance(value, list) else [value]:
            if isinstance(end, str):
                yield end


def post(organization: str, title: str) -> str:
    """An organization and a title as one reads them together."""
    return title if organization and title.startswith(organization) else f"{organization} {title}".strip()


def posts(record: Record) -> dict[str, list[str]]:
    """What each person is, by id: 새빛시 시장, or 새빛시장 where the title says whose."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    found: dict[str, list[str]] = {}
    for relation in record["relations"]:
        if relation["type"] != "position":
            continue
        held = post(names.get(relation["organization"], ""), relation["title"] or "")
        known = found.setdefault(relation["person"], [])
        if held and held not in known:
            known.append(held)
    return found


def grouped(value: Any) -> str:
    """27000000000 is 27,000,000,000."""
    whole, _, fraction = told(value).partition(".")
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")


def figures(mention: dict[str, Any]) -> str:
    """An amount without its currency; both ends of a range."""
    upper = mention.get("amount_max")
    return grouped(mention["amount"]) + ("" if upper is None else f" - {grouped(upper)}")


def amount(mention: dict[str, Any]) -> str:
    """about 3,000,000,000 KRW"""
    words = [PRECISION.get(mention["precision"], mention["precision"]), figures(mention), mention["currency"]]
    if mention.get("per"):
        words.append(f"per {mention['per']}")
    if not mention.get("currency_stated", True):
        words.append("(assumed)")
    return " ".join(word for word in words if word)
