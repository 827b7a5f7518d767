"""The text of a document with its mentions marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kextract.output.html.keys import Marked, type_class
from kextract.output.html.markup import escaped, plain

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


def prose(text: str, found: list[Marked], others: list[str]) -> Iterator[str]:
    """Paragraphs of HTML. A mention that goes over a blank line is marked on both sides."""
    yield "<p>"
    position = 0
    for entry in found:
        yield from _parts(text[position : entry.mention["start"]], "", "")
        opening = f'<mark class="{type_class(entry.mention["type"], others)}" data-k="{escaped(entry.key)}"'
        opening += f' data-m="{entry.number}" role="button" tabindex="-1">'
        yield from _parts(text[entry.mention["start"] : entry.mention["end"]], opening, "</mark>")
        position = entry.mention["end"]
    yield from _parts(text[position:].rstrip(), "", "")
    yield "</p>"


def _parts(piece: str, opening: str, closing: str) -> Iterator[str]:
    for number, part in enumerate(_PARAGRAPH.split(plain(piece))):
        if number:
            yield "</p>\n<p>"
        if part:
            yield f"{opening}{escaped(part)}{closing}"
