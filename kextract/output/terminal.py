"""What the formats for a terminal share: rich's console, tables of two columns and counts, and text that is safe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import IO, Literal
from unicodedata import normalize

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kextract.output import Options
from kextract.output.printable import printable

BREAK = "\x1f"  # parts lines within a cell; a line end in a name is none


Colors = Literal["standard", "256"]


def console(stream: IO[str], options: Options, colors: Colors = "standard") -> Console:
    """Prints what it is given and nothing that it thinks up: no markup, no emoji, no highlighting."""
    return Console(
        file=stream,
        width=options.width,
        force_terminal=options.color,
        no_color=not options.color,
        color_system=colors if options.color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def table(
    columns: Sequence[tuple[str, int]], counts: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]
) -> Table | None:
    """Columns of text with their shares of the width, the first named in bold, then columns of numbers with their
    widths; None without rows."""
    listed = list(rows)
    if not listed:
        return None
    table = Table(box=SIMPLE_HEAD, pad_edge=True, show_edge=False, expand=True, header_style="dim")
    for place, (name, share) in enumerate(columns):
        table.add_column(Text(name, style="" if place else "not dim bold"), ratio=share, overflow="fold")
    for name, width in counts:
        table.add_column(name, justify="right", width=width, overflow="fold")
    for row in listed:
        table.add_row(*(Text(cell_text(cell)) for cell in row))
    return table


def shown(text: str) -> str:
    """Composed, since the width of decomposed Hangul is anybody's guess, and without anything a terminal obeys."""
    return printable(normalize("NFC", text))


def cell_text(cell: str) -> str:
    """The same for the lines of a cell."""
    return "\n".join(map(shown, cell.split(BREAK)))
