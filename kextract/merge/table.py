"""table: what stands out in a knowledge base, at 80 columns."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import IO
from unicodedata import normalize

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kextract.merge.overview import Overview, month_words
from kextract.output import Options
from kextract.output.encode import number
from kextract.output.printable import printable

_BREAK = "\x1f"  # parts lines within a cell
_POSTS = 3  # of one person


def write(overview: Overview, stream: IO[str], options: Options) -> None:
    console = Console(
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
    console.print(_heading(overview))
    sections = (_people, _organizations, _amounts, _quoted, _together)
    tables = [table for section in sections if (table := section(overview)) is not None]
    for table in tables:
        console.print()
        console.print(table)
    if not tables:
        console.print(" (nothing found)")


def _heading(overview: Overview) -> Text:
    line = Text(f"{overview.documents:,} documents", style="bold")
    if overview.first:
        line.append(f"  {overview.first} – {overview.last}", style="not bold cyan")
    return line


def _table(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], counts: Sequence[str]) -> Table | None:
    """Columns of text that share the width as told, then columns of numbers; None without rows."""
    if not rows:
        return None
    table = Table(box=SIMPLE_HEAD, pad_edge=True, show_edge=False, expand=True, header_style="dim")
    for place, (name, share) in enumerate(columns):
        table.add_column(Text(name, style="" if place else "not dim bold"), ratio=share, overflow="fold")
    for name in counts:
        table.add_column(name, justify="right", width=max(6, len(name)))
    for row in rows:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    return table


def _shown(cell: str) -> str:
    return "\n".join(printable(normalize("NFC", line)) for line in cell.split(_BREAK))


def _people(overview: Overview) -> Table | None:
    rows = [
        (person["name"], _BREAK.join(posts[:_POSTS]), _seen(person), f"{person['documents']:,}")
        for person, posts in overview.people
    ]
    return _table((("People", 6), ("Posts", 8), ("Seen", 4)), rows, ("docs",))


def _organizations(overview: Overview) -> Table | None:
    rows = [
        (body["name"], ", ".join(body["aliases"]), _seen(body), f"{body['documents']:,}")
        for body in overview.organizations
    ]
    return _table((("Organizations", 6), ("Also called", 8), ("Seen", 4)), rows, ("docs",))


def _seen(item: dict[str, str | None]) -> str:
    first, last = item["first"], item["last"]
    return _BREAK.join(dict.fromkeys(day for day in (first, last) if day))


def _amounts(overview: Overview) -> Table | None:
    rows = [(f"{_grouped(amount)} {currency}", f"{documents:,}") for amount, currency, documents in overview.amounts]
    return _table((("Amounts", 1),), rows, ("docs",))


def _grouped(digits: str) -> str:
    whole, _, fraction = number(Decimal(digits)).partition(".")
    return f"{int(whole):,}" + (f".{fraction}" if fraction else "")


def _quoted(overview: Overview) -> Table | None:
    rows = [(name, f"{quotes:,}", f"{documents:,}") for name, quotes, documents in overview.quoted]
    return _table((("Most quoted", 1),), rows, ("quotes", "docs"))


def _together(overview: Overview) -> Table | None:
    rows = [
        (f"{first} · {second}", _BREAK.join(month_words(months)), f"{documents:,}")
        for first, second, documents, months in overview.together
    ]
    return _table((("Together", 6), ("Months", 8)), rows, ("docs",))
