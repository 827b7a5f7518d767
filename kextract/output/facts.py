"""What the views tell of a record, in words: posts, amounts, who is named how often."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kextract.output import Record
from kextract.output.encode import number

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


def posts(record: Record) -> dict[str, list[str]]:
    """What each person is, by id: 새빛시 시장, or 새빛시장 where the title says whose."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    found: dict[str, list[str]] = {}
    for relation in record["relations"]:
        if relation["type"] != "position":
            continue
        words = post(names.get(relation["organization"], ""), relation["title"] or "")
        known = found.setdefault(relation["person"], [])
        if words and words not in known:
            known.append(words)
    return found


def post(organization: str, title: str) -> str:
    """An organization and a title as one reads them together."""
    if organization and title.startswith(organization):
        return title
    return f"{organization} {title}".strip()


def grouped(value: Any) -> str:
    """27000000000 is 27,000,000,000."""
    digits = number(value) if isinstance(value, Decimal) else str(value)
    whole, _, fraction = digits.partition(".")
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
