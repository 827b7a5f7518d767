"""table: for reading, at 80 columns. Grouped by type; what is named most often comes first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from rich.table import Table
from rich.text import Text

from kextract.model import MENTION_TYPES
from kextract.output import Options, Record
from kextract.output.facts import fields, named, posts, values
from kextract.output.printable import printable
from kextract.output.terminal import BREAK, console, table

_LONGEST = 100  # letters of a quotation


class TableWriter:
    """A heading and tables a document."""

    def __init__(self, stream: IO[str], options: Options) -> None:
        self._console = console(stream, options)
        self._first = True

    def write(self, record: Record, text: str) -> None:
        if not self._first:
            self._console.print()
        self._first = False
        self._heading(record)
        sections = (_people, _organizations, _dates, _money)
        found = [*(section(record) for section in sections), *_own(record), _relations(record)]
        shown = [one for one in found if one]
        for one in shown:
            self._console.print()
            self._console.print(one)
        if not shown:
            self._console.print(" (nothing found)")

    def close(self) -> None:
        pass

    def _heading(self, record: Record) -> None:
        line = Text(printable(str(record["id"])), style="bold", overflow="fold")
        if record["date"]:
            line.append(f"  {record['date']['value'].replace('T', ' ')}", style="not bold cyan")
            line.append(f" ({record['date']['source']})", style="not bold dim")
        self._console.print(line)


def open_writer(stream: IO[str], options: Options) -> TableWriter:
    return TableWriter(stream, options)


def _table(title: str, column: str, shares: tuple[int, int], rows: Iterable[tuple[str, str, str]]) -> Table | None:
    """A table of two columns that share the width as told, and a count."""
    listed = list(rows)
    count = "×" if any(count for _, _, count in listed) else ""
    return table(((f"{title} {len(listed)}", shares[0]), (column, shares[1])), ((count, 4),), listed)


def _people(record: Record) -> Table | None:
    held = posts(record)
    return _table(
        "People",
        "Title, organization",
        (4, 5),
        (
            (_name(entity), BREAK.join(held.get(entity["id"], [])), str(len(entity["mentions"])))
            for entity in named(record, "person")
        ),
    )


def _organizations(record: Record) -> Table | None:
    return _table(
        "Organizations",
        "Also called",
        (5, 4),
        (
            (entity["name"], ", ".join(entity["aliases"]), str(len(entity["mentions"])))
            for entity in named(record, "organization")
        ),
    )


def _relations(record: Record) -> Table | None:
    """What the other tables do not show: relations but for positions and aliases, with names and texts for the ids."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    names |= {mention["id"]: mention["text"] for mention in record["mentions"]}
    rows = []
    for relation in record["relations"]:
        if relation["type"] in ("position", "alias"):
            continue
        filled = [(role, value) for role, value in fields(relation).items() if value not in (None, "", [])]
        told = [f"{role}: {_told(value, names)}" for role, value in filled]
        rows.append((relation["type"], BREAK.join(told), ""))
    return _table("Relations", "Between", (2, 7), rows)


def _told(value: Any, names: dict[str, str]) -> str:
    values = value if isinstance(value, list) else [value]
    told = ", ".join(names.get(entry, entry) if isinstance(entry, str) else str(entry) for entry in values)
    return told if len(told) <= _LONGEST else told[:_LONGEST] + "…"


def _name(entity: dict[str, Any]) -> str:
    aliases = ", ".join(entity["aliases"])
    return f"{entity['name']} ({aliases})" if aliases else str(entity["name"])


def _dates(record: Record) -> Table | None:
    return _counted("Dates", "Value", record, "date")


def _money(record: Record) -> Table | None:
    return _counted("Money", "Amount", record, "money")


def _own(record: Record) -> list[Table | None]:
    """The types that users' own names and rules brought along: law, product …"""
    types = dict.fromkeys(mention["type"] for mention in record["mentions"] if mention["type"] not in MENTION_TYPES)
    return [_counted(type.capitalize(), "Value", record, type) for type in types]


def _counted(title: str, column: str, record: Record, type: str) -> Table | None:
    return _table(title, column, (3, 5), ((*row, str(count)) for row, count in values(record, type).items()))
