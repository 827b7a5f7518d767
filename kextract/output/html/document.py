"""One document on the page: heading, text, tables, timeline, graph, and what the script wants to know."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from kextract.output import Record
from kextract.output.facts import grouped, posts
from kextract.output.html import tables
from kextract.output.html.drawing import drawing
from kextract.output.html.keys import Marked, marked
from kextract.output.html.markup import data, escaped, nothing, said
from kextract.output.html.prose import prose
from kextract.output.html.timeline import timeline

# of a mention's record, what the page does not show as a field of its own
_SHOWN_ELSEWHERE = frozenset({"id", "type", "text", "start", "end", "entity", "rule", "evidence"})


@dataclass(frozen=True, slots=True)
class Section:
    """A document as HTML, and what the list of documents says of it."""

    id: str
    name: str
    counts: Counter[str]
    html: str


def section(record: Record, text: str, number: int, others: list[str]) -> Section:
    """The document as the `number`th of the page."""
    id = f"d{number}"
    found = marked(record)
    facts = "".join(
        (
            tables.people(record),
            tables.organizations(record),
            drawing(record),
            tables.amounts(found),
            timeline(found),
            tables.others(found, others),
        )
    )
    parts = [
        f'<section class="document" id="{id}" aria-labelledby="{id}-name">\n',
        f'<h2 id="{id}-name" tabindex="-1">{escaped(record["id"])}</h2>\n',
        _date(record),
        '<div class="columns">\n<article class="text" lang="ko">\n',
        *prose(text, found, others),
        "\n</article>\n",
        f'<div class="side" role="group" tabindex="0" aria-labelledby="{id}-name">\n',
        f"{facts or nothing()}</div>\n</div>\n",
        f'<script type="application/json">{data(_facts(record, found))}</script>\n',
        "</section>\n",
    ]
    counts = Counter(entry.mention["type"] for entry in found)
    return Section(id, str(record["id"]), counts, "".join(parts))


def _date(record: Record) -> str:
    if not record["date"]:
        return ""
    return f'<p class="dated">{said("dated")}: {escaped(record["date"]["value"].replace("T", " "))}</p>\n'


def _facts(record: Record, found: list[Marked]) -> dict[str, Any]:
    """Of each mention its type, rule, fields and evidence; of each entity its name, aliases and posts."""
    held = posts(record)
    texts = {mention["id"]: mention["text"] for mention in record["mentions"]}
    return {
        "mentions": [
            [
                entry.mention["type"],
                entry.mention["rule"],
                _fields(entry.mention, texts),
                entry.mention.get("evidence", []),
            ]
            for entry in found
        ],
        "entities": {
            entity["id"]: [entity["name"], entity["aliases"], held.get(entity["id"], [])]
            for entity in record["entities"]
        },
    }


def _fields(mention: dict[str, Any], texts: dict[str, str]) -> list[list[str]]:
    """What the card shows of a mention, in the order of the record, but for what goes without saying."""
    plain = {"precision": "exact", "currency_stated": True, "relative": False}
    if mention.get("from") == mention.get("to") == mention.get("value"):
        plain |= {"from": mention["from"], "to": mention["to"]} if "from" in mention else {}
    fields = {key: value for key, value in mention.items() if key not in _SHOWN_ELSEWHERE and value is not None}
    if "same_as" in fields:
        fields["same_as"] = texts.get(fields["same_as"], "")
    return [[key, _shown(key, value)] for key, value in fields.items() if plain.get(key) != value]


def _shown(key: str, value: Any) -> str:
    if key in ("amount", "amount_max"):
        return grouped(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return ", ".join(f"{name} {entry}" for name, entry in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
