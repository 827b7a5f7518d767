"""view: the text on a terminal, its mentions marked, with the people and organizations beside it or below.

With colours a mention's type is its background; without them it stands in brackets behind the id of its entity, or
the first letter of its type: [p1:육태호] 시장은 [d:11일] …
"""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kextract.output import Options, Record
from kextract.output.annotations import spans
from kextract.output.facts import named, posts, values
from kextract.output.printable import printable
from kextract.output.terminal import Colors, console, shown

BESIDE = 100  # columns from which on the entities stand beside the text
_LINE = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# black on pale colours: legible whatever the terminal's own background; 256 colours, and 8
_STYLES = {
    "person": ("color(16) on color(157)", "black on green"),
    "organization": ("color(16) on color(153)", "black on cyan"),
    "date": ("color(16) on color(229)", "black on yellow"),
    "money": ("color(16) on color(218)", "black on magenta"),
}
_OTHER = ("color(16) on color(252)", "black on white")
_HEADS = {"person": "People", "organization": "Organizations", "date": "Dates", "money": "Money"}

Mention = dict[str, Any]


class View:
    """Marked texts one under the other."""

    def __init__(self, stream: IO[str], options: Options) -> None:
        self._stream = stream
        self._console = console(io.StringIO(), options, _colors())
        self._palette = int(_colors() == "standard") if options.color else None
        self._first = True

    def write(self, record: Record, text: str) -> None:
        if not self._first:
            self._stream.write("\n")
        self._first = False
        body = list(_body(record, text, self._palette))
        lists = list(_lists(record, self._palette))
        with self._console.capture() as captured:
            self._console.print(_heading(record), _legend(record, self._palette), "", sep="\n")
            if lists and self._console.width >= BESIDE:
                self._console.print(_beside(body, lists[1:], self._console.width))
            else:
                for line in (*body, *lists):
                    self._console.print(line)
        self._stream.writelines(line.rstrip(" ") + "\n" for line in captured.get().split("\n")[:-1])

    def close(self) -> None:
        pass


def open_writer(stream: IO[str], options: Options) -> View:
    return View(stream, options)


def _colors() -> Colors:
    """What the terminal can do beyond the eight colours that all have."""
    many = "256" in os.environ.get("TERM", "") or os.environ.get("COLORTERM")
    return "256" if many else "standard"


def _beside(body: list[Text], lists: list[RenderableType], width: int) -> Table:
    grid = Table.grid(padding=(0, 2), pad_edge=False)
    right = min(56, width * 2 // 5)
    grid.add_column(width=width - right - 2, overflow="fold")
    grid.add_column(width=right, overflow="fold")
    grid.add_row(Group(*body), Group(*lists))
    return grid


def _heading(record: Record) -> Text:
    line = Text(printable(str(record["id"])), style="bold", overflow="fold")
    if record["date"]:
        line.append(f"  {record['date']['value'].replace('T', ' ')} ({record['date']['source']})", style="not bold")
    return line


def _legend(record: Record, palette: int | None) -> Text:
    """The types that the text has, each as it is marked there, with how often."""
    counts = Counter(mention["type"] for mention in record["mentions"])
    line = Text()
    for type in sorted(counts, key=lambda type: [*_STYLES, type].index(type)):
        known = f"{type} {counts[type]}"
        line.append("  " if line else "")
        if palette is None:
            line.append(f"[{_tag(type)}] {known}")
        else:
            line.append(f" {known} ", style=_style(type, palette))
    return line if line else Text("(nothing found)")


def _tag(type: str) -> str:
    return type[0] if type in _STYLES else type


def _style(type: str, palette: int) -> str:
    return _STYLES.get(type, _OTHER)[palette]


def _body(record: Record, text: str, palette: int | None) -> Iterator[Text]:
    """The text line by line: long ones cost rich more than many short ones."""
    line = Text(overflow="fold")
    for piece, mention in _pieces(record, text):
        opening = closing = ""
        if mention is not None and palette is None:
            opening, closing = f"[{mention.get('entity') or _tag(mention['type'])}:", "]"
        style = "" if mention is None or palette is None else _style(mention["type"], palette)
        for number, part in enumerate(_LINE.split(f"{opening}{piece}{closing}")):
            if number:
                yield line
                line = Text(overflow="fold")
            line.append(shown(part), style=style)
    yield line


def _pieces(record: Record, text: str) -> Iterator[tuple[str, Mention | None]]:
    """The text in pieces, each a mention or what stands between two."""
    position = 0
    for mention in spans(record):
        yield text[position : mention["start"]], None
        yield text[mention["start"] : mention["end"]], mention
        position = mention["end"]
    yield text[position:].rstrip(), None


def _lists(record: Record, palette: int | None) -> Iterator[RenderableType]:
    held = posts(record)
    people = [(entity, held.get(entity["id"], [])) for entity in named(record, "person")]
    organizations: list[tuple[dict[str, Any], list[str]]] = [(entity, []) for entity in named(record, "organization")]
    yield from _entities("person", people, palette)
    yield from _entities("organization", organizations, palette)
    yield from _values(record, "date", palette)
    yield from _values(record, "money", palette)
    for type in sorted({mention["type"] for mention in record["mentions"]} - set(_STYLES)):
        yield from _values(record, type, palette)


def _head(type: str, count: int, palette: int | None) -> Text:
    head = Text(f"{_HEADS.get(type, type)} {count}", style="bold")
    if palette is not None:
        head.stylize(_style(type, palette))
    return head


def _entities(
    type: str, entities: list[tuple[dict[str, Any], list[str]]], palette: int | None
) -> Iterator[RenderableType]:
    if not entities:
        return
    yield Text()
    yield _head(type, len(entities), palette)
    rows = Table.grid(padding=(0, 1))
    if palette is None:
        rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    rows.add_column(justify="right", no_wrap=True)
    for entity, told in entities:
        aliases = f" ({', '.join(entity['aliases'])})" if entity["aliases"] else ""
        cell = Text(shown(entity["name"]), style="bold").append(shown(aliases), style="not bold")
        for post in told:
            cell.append(f"\n  {shown(post)}", style="not bold")
        ids = [Text(entity["id"])] if palette is None else []
        rows.add_row(*ids, cell, Text(f"×{len(entity['mentions'])}"))
    yield rows


def _values(record: Record, type: str, palette: int | None) -> Iterator[RenderableType]:
    """The dates or the amounts with what they mean, the same ones once."""
    rows = values(record, type)
    if not rows:
        return
    yield Text()
    yield _head(type, rows.total(), palette)
    yield _columns(rows.items())


def _columns(rows: Iterable[tuple[tuple[str, str], int]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for (words, value), count in rows:
        table.add_row(Text(shown(words)), Text(shown(value) + (f" ×{count}" if count > 1 else "")))
    return table
