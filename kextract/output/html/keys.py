"""What belongs together on the page: a key for every mention, shared by all that speak of the same thing.

A mention of an entity has the entity's id for its key; dates and amounts with the same value share one (v1, v2 …).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kextract.output import Record
from kextract.output.annotations import spans, value

Mention = dict[str, Any]
TYPES = ("person", "organization", "date", "money")
LAST = 9  # classes t0 to t9: types of one's own come after the four


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention with its key and its place on the page."""

    mention: Mention
    key: str
    number: int


def marked(record: Record) -> list[Marked]:
    """The mentions of a document in the order of the text."""
    keys: dict[tuple[str, str], str] = {}
    found = []
    for number, mention in enumerate(spans(record)):
        key = mention.get("entity")
        if key is None:
            what = (mention["type"], value(mention) or mention["text"])
            key = keys.setdefault(what, f"v{len(keys) + 1}")
        found.append(Marked(mention, key, number))
    return found


def groups(found: Iterable[Marked], type: str) -> Iterator[list[Marked]]:
    """The mentions of a type that share a key, by first mention."""
    by_key: dict[str, list[Marked]] = {}
    for entry in found:
        if entry.mention["type"] == type:
            by_key.setdefault(entry.key, []).append(entry)
    yield from by_key.values()


def type_class(type: str, others: list[str]) -> str:
    """t0 to t3 for the built-in types; `others` numbers those of one's own as they come."""
    if type in TYPES:
        return f"t{TYPES.index(type)}"
    if type not in others:
        others.append(type)
    return f"t{min(len(TYPES) + others.index(type), LAST)}"
