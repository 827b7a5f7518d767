"""table: what stands out in a knowledge base, at 80 columns."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import IO

from rich.table import Table
from rich.text import Text

from kextract.merge.overview import Overview, month_words
from kextract.output import Options
from kextract.output.facts import grouped
from kextract.output.terminal import BREAK, console, table

_POSTS = 3  # of one person


def write(overview: Overview, stream: IO[str], options: Options) -> None:
    """Writes a table a kind; kinds of which there is nothing are left out."""
    printer = console(stream, options)
    printer.print(_heading(overview))
    sections = (_people, _organizations, _amounts, _quoted, _together)
    shown = [one for one in (section(overview) for section in sections) if one]
    for one in shown:
        printer.print()
        printer.print(one)
    if not shown:
        printer.print(" (nothing found)")


def _heading(overview: Overview) -> Text:
    line = Text(f"{overview.documents:,} documents", style="bold")
    if overview.first:
        line.append(f"  {overview.first} – {overview.last}", style="not bold cyan")
    return line


def _table(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]], counts: Sequence[str]) -> Table | None:
    return table(columns, [(name, max(6, len(name))) for name in counts], rows)


def _people(overview: Overview) -> Table | None:
    rows = [
        (person["name"], BREAK.join(posts[:_POSTS]), _seen(person), f"{person['documents']:,}")
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
    return BREAK.join(dict.fromkeys(day for day in (first, last) if day))


def _amounts(overview: Overview) -> Table | None:
    rows = [
        (f"{grouped(Decimal(amount))} {currency}", f"{documents:,}") for amount, currency, documents in overview.amounts
    ]
    return _table((("Amounts", 1),), rows, ("docs",))


def _quoted(overview: Overview) -> Table | None:
    rows = [(name, f"{quotes:,}", f"{documents:,}") for name, quotes, documents in overview.quoted]
    return _table((("Most quoted", 1),), rows, ("quotes", "docs"))


def _together(overview: Overview) -> Table | None:
    rows = [
        (f"{first} · {second}", BREAK.join(month_words(months)), f"{documents:,}")
        for first, second, documents, months in overview.together
    ]
    return _table((("Together", 6), ("Months", 8)), rows, ("docs",))
