"""table: for reading, at 80 columns. Grouped by type; what is named most often comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import IO, Any
from unicodedata import normalize

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kextract.output import Options, Record
from kextract.output.encode import number
from kextract.output.printable import printable

_BREAK = "\x1f"  # parts lines within a cell; a line end in a name is none
_LONGEST = 100  # letters of a quotation
_PRECISION = {
    "exact": "",
    "approximate": "about",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
}


class TableWriter:
    def __init__(self, stream: IO[str], options: Options) -> None:
        self._console = Console(
            file=stream,
            width=options.width,
            force_terminal=options.color,
            no_color=not options.color,
            color_system="standard" if options.color else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        self._first = True

    def write(self, record: Record, text: str) -> None:
        if not self._first:
            self._console.print()
        self._first = False
        self._heading(record)
        sections = (_people, _organizations, _dates, _money)
        found = [*(section(record) for section in sections), *_own(record), _relations(record)]
        tables = [table for table in found if table]
        for table in tables:
            self._console.print()
            self._console.print(table)
        if not tables:
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
    """A table of two columns that share the width as told, and a count; None without rows."""
    listed = list(rows)
    if not listed:
        return None
    table = Table(box=SIMPLE_HEAD, pad_edge=True, show_edge=False, expand=True, header_style="dim")
    table.add_column(Text(f"{title} {len(listed)}", style="not dim bold"), ratio=shares[0], overflow="fold")
    table.add_column(column, ratio=shares[1], overflow="fold")
    table.add_column("×" if any(count for _, _, count in listed) else "", justify="right", width=4, overflow="fold")
    for row in listed:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    return table


def _shown(cell: str) -> str:
    """Composed, since the width of decomposed Hangul is anybody's guess."""
    return "\n".join(printable(normalize("NFC", line)) for line in cell.split(_BREAK))


def _named(record: Record, type: str) -> list[dict[str, Any]]:
    """The entities of a type, the most mentioned first."""
    entities = [entity for entity in record["entities"] if entity["type"] == type]
    return sorted(entities, key=lambda entity: -len(entity["mentions"]))


def _people(record: Record) -> Table | None:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    posts: dict[str, list[str]] = {}
    for relation in record["relations"]:
        if relation["type"] != "position":
            continue
        words = [names.get(relation.get("organization"), ""), relation.get("title") or ""]
        post = " ".join(word for word in words if word)
        known = posts.setdefault(relation["person"], [])
        if post and post not in known:
            known.append(post)
    return _table(
        "People",
        "Title, organization",
        (4, 5),
        (
            (_name(entity), _BREAK.join(posts.get(entity["id"], [])), str(len(entity["mentions"])))
            for entity in _named(record, "person")
        ),
    )


def _organizations(record: Record) -> Table | None:
    return _table(
        "Organizations",
        "Also called",
        (5, 4),
        (
            (entity["name"], ", ".join(entity["aliases"]), str(len(entity["mentions"])))
            for entity in _named(record, "organization")
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
        fields = {key: value for key, value in relation.items() if key not in ("type", "evidence", "rule")}
        told = [f"{key}: {_told(value, names)}" for key, value in fields.items() if value not in (None, "", [])]
        rows.append((relation["type"], _BREAK.join(told), ""))
    return _table("Relations", "Between", (2, 7), rows)


def _told(value: Any, names: dict[str, str]) -> str:
    values = value if isinstance(value, list) else [value]
    told = ", ".join(names.get(entry, entry) if isinstance(entry, str) else str(entry) for entry in values)
    return told if len(told) <= _LONGEST else told[:_LONGEST] + "…"


def _name(entity: dict[str, Any]) -> str:
    aliases = ", ".join(entity["aliases"])
    return f"{entity['name']} ({aliases})" if aliases else str(entity["name"])


def _dates(record: Record) -> Table | None:
    return _counted("Dates", "Value", record, "date", lambda mention: str(mention["value"]))


def _money(record: Record) -> Table | None:
    return _counted("Money", "Amount", record, "money", _amount)


def _own(record: Record) -> list[Table | None]:
    """The types that users' own names and rules brought along: law, product …"""
    known = ("person", "organization", "date", "money")
    types = dict.fromkeys(mention["type"] for mention in record["mentions"] if mention["type"] not in known)
    return [
        _counted(type.capitalize(), "Value", record, type, lambda mention: mention.get("value", "")) for type in types
    ]


def _counted(
    title: str, column: str, record: Record, type: str, value: Callable[[dict[str, Any]], str]
) -> Table | None:
    found = [mention for mention in record["mentions"] if mention["type"] == type]
    counts = Counter((mention["text"], value(mention)) for mention in found)
    return _table(title, column, (3, 5), ((*row, str(count)) for row, count in counts.items()))


def _amount(mention: dict[str, Any]) -> str:
    upper = mention.get("amount_max")
    figures = _grouped(mention["amount"]) + ("" if upper is None else f" - {_grouped(upper)}")
    words = [_PRECISION.get(mention["precision"], mention["precision"]), figures, mention["currency"]]
    per = mention.get("per")
    if per:
        words.append(f"per {per}")
    if not mention.get("currency_stated", True):
        words.append("(assumed)")
    return " ".join(word for word in words if word)


def _grouped(value: Any) -> str:
    """27000000000 is 27,000,000,000."""
    digits = number(value) if not isinstance(value, int) else str(value)
    whole, _, fraction = digits.partition(".")
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")
