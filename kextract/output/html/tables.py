"""Tables of people, organizations and amounts. A cell that sorts otherwise than by its words bears its rank."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kextract.output import Record
from kextract.output.facts import figures, named, posts
from kextract.output.html.keys import TYPES, Marked, groups, type_class
from kextract.output.html.markup import escaped, said
from kextract.output.html.words import WORDS

_NUMBERS = ("count", "amount")


def people(record: Record) -> str:
    """Names with aliases, posts and how often."""
    held = posts(record)
    rows = []
    for entity in named(record, "person"):
        told = "<br>".join(escaped(post) for post in held.get(entity["id"], []))
        rows.append((entity["id"], [_named(entity["id"], entity["name"], entity["aliases"]), told, *_count(entity)]))
    return table("person", ("name", "post", "count"), rows)


def organizations(record: Record) -> str:
    """Names, aliases and how often."""
    rows = []
    for entity in named(record, "organization"):
        told = escaped(", ".join(entity["aliases"]))
        rows.append((entity["id"], [_named(entity["id"], entity["name"], ()), told, *_count(entity)]))
    return table("organization", ("name", "alias", "count"), rows)


def amounts(found: list[Marked]) -> str:
    """Every amount as written and in figures; amounts rank by their exact value, currencies by name and value."""
    entries = [entry for group in groups(found, "money") for entry in group]
    entries.sort(key=lambda entry: entry.number)
    by_value = _ranks(Decimal(str(entry.mention["amount"])) for entry in entries)
    rows = []
    for entry, rank in zip(entries, by_value, strict=True):
        mention = entry.mention
        named = f"precision {mention['precision']}"
        precision = said(named) if named in WORDS else escaped(mention["precision"])
        about = "" if mention["precision"] == "exact" else f"<small>{precision}</small> "
        assumed = "" if mention.get("currency_stated", True) else f" <small>{said('assumed')}</small>"
        per = f" <small>/ {escaped(mention['per'])}</small>" if mention.get("per") else ""
        rows.append(
            (
                entry.key,
                [
                    f'<td data-s="{entry.number}">{_button(entry.key, mention["text"], entry.number)}</td>',
                    f'<td class="number" data-s="{rank}">{about}{escaped(figures(mention))}{per}</td>',
                    f"<td>{escaped(mention['currency'])}{assumed}</td>",
                ],
            )
        )
    return table("money", ("words", "amount", "currency"), rows)


def others(found: list[Marked], types: list[str]) -> str:
    """For each type of one's own that is found here, the words, what they are worth where that is something else, and
    how often. `types` are those of the whole page."""
    parts = []
    for type in sorted({entry.mention["type"] for entry in found} - set(TYPES)):
        rows, worth = [], False
        for group in groups(found, type):
            words = group[0].mention["text"]
            value = str(group[0].mention.get("value") or words)
            worth |= value != words
            count = f'<td class="number" data-s="{len(group)}">{len(group)}</td>'
            rows.append((group[0].key, [_button(group[0].key, words), escaped(value), count]))
        heads: tuple[str, ...] = ("words", "value", "count")
        if not worth:
            heads, rows = ("words", "count"), [(key, [cells[0], cells[2]]) for key, cells in rows]
        parts.append(table(f"of-{type_class(type, types)}", heads, rows, escaped(type)))
    return "".join(parts)


def table(name: str, heads: tuple[str, ...], rows: list[tuple[str, list[str]]], title: str = "") -> str:
    """A section with a sortable table; nothing without rows."""
    if not rows:
        return ""
    cells = "".join(
        f'<th scope="col"{" class=number" if head in _NUMBERS else ""}><button class="sort" type="button">'
        f"{said(head)}</button></th>"
        for head in heads
    )
    body = "\n".join(f'<tr data-k="{escaped(key)}">{"".join(map(_cell, row))}</tr>' for key, row in rows)
    return (
        f'<section class="facts {name}"><h3>{title or said(name)} <small>{len(rows)}</small></h3>\n'
        f"<table><thead><tr>{cells}</tr></thead>\n<tbody>\n{body}\n</tbody></table></section>\n"
    )


def _cell(content: str) -> str:
    return content if content.startswith("<td") else f"<td>{content}</td>"


def _count(entity: dict[str, list[str]]) -> list[str]:
    return [f'<td class="number" data-s="{len(entity["mentions"])}">{len(entity["mentions"])}</td>']


def _named(key: str, name: str, aliases: Iterable[str]) -> str:
    more = ", ".join(aliases)
    return _button(key, name) + (f" <small>{escaped(more)}</small>" if more else "")


def _button(key: str, words: str, number: int | None = None) -> str:
    place = "" if number is None else f' data-go="{number}"'
    return f'<button class="go" type="button" data-k="{escaped(key)}"{place}>{escaped(words)}</button>'


def _ranks(values: Iterable[Decimal]) -> list[int]:
    listed = list(values)
    order = {value: rank for rank, value in enumerate(sorted(set(listed)))}
    return [order[value] for value in listed]
