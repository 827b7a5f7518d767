"""The graph as SVG by hand: boxes, names and lines, all of which can be reached by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from kextract.output import Record
from kextract.output.html.layout import ROW, Graph, graph
from kextract.output.html.markup import escaped, said
from kextract.output.html.words import WORDS

WIDTH = 460
BOX = 164  # width of a box
LEFT, RIGHT = 66, WIDTH - BOX - 8  # left edges of the columns; the lines between organizations run left of them
HIGH = 32  # height of a box
_NAME, _SMALL = 13, 10.5  # sizes of letters
_TOP = 6


def drawing(record: Record) -> str:
    """The section with the graph; nothing where nobody is joined to anybody."""
    found = graph(record)
    if not found.edges:
        return ""
    kinds = {entity["id"]: entity["type"] for entity in record["entities"]}
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    height = found.height + 2 * _TOP
    arcs = any(kinds[edge.one] == kinds[edge.other] == "organization" for edge in found.edges)
    left = 0 if arcs else LEFT - 8
    size = f'viewBox="{left} 0 {WIDTH - left} {height:g}" width="{WIDTH - left}" height="{height:g}"'
    parts = [
        f'<section class="facts graph"><h3>{said("graph")}</h3>\n',
        f'<svg class="graph" {size} role="group">\n',
        *_lines(found, kinds),
        *_labels(found, kinds),
        *_nodes(found, kinds, names),
        "</svg>",
        f"<p><small>{said('more')}</small></p>" if found.cut else "",
        "</section>\n",
    ]
    return "".join(parts)


def _nodes(found: Graph, kinds: dict[str, str], names: dict[str, str]) -> Iterator[str]:
    titles: dict[str, list[str]] = {}
    for edge in found.edges:
        person = next((id for id in (edge.one, edge.other) if kinds[id] == "person"), None)
        if edge.type == "position" and person and edge.label:
            titles.setdefault(person, []).append(edge.label)
    for id, middle in found.places.items():
        x = LEFT if kinds[id] == "organization" else RIGHT
        y = middle + _TOP
        told = " · ".join(dict.fromkeys(titles.get(id, [])))
        full = f"{names[id]} ({told})" if told else names[id]
        kind = "t0" if kinds[id] == "person" else "t1"
        yield f'<g class="node {kind}" data-k="{escaped(id)}" tabindex="0" role="button" aria-label="{escaped(full)}">'
        yield f"<title>{escaped(full)}</title>"
        yield f'<rect x="{x}" y="{y - HIGH / 2:g}" width="{BOX}" height="{HIGH}" rx="6"/>'
        yield _words(x + BOX / 2, y - 2 if told else y + 4.5, names[id], _NAME, "name")
        if told:
            yield _words(x + BOX / 2, y + 11, told, _SMALL, "small")
        yield "</g>\n"


def _words(x: float, y: float, words: str, size: float, name: str) -> str:
    return f'<text class="{name}" x="{x:g}" y="{y:g}" text-anchor="middle">{escaped(fitted(words, size))}</text>'


def fitted(words: str, size: float) -> str:
    """As much of `words` as a box takes."""
    room = (BOX - 12) / size
    for place, letter in enumerate(words):
        room -= 1 if east_asian_width(letter) in "WF" else 0.58
        if room < (1 if place + 1 < len(words) else 0):
            return words[:place].rstrip() + "…"
    return words


def _labels(found: Graph, kinds: dict[str, str]) -> Iterator[str]:
    """What the lines between organizations are called, over all lines; among neighbours it is said
    once: an agreement of three bodies has three lines."""
    taken: list[float] = []
    for edge in found.edges:
        y1, y2 = sorted((found.places[edge.one] + _TOP, found.places[edge.other] + _TOP))
        middle = (y1 + y2) / 2 + 4
        if kinds[edge.one] == kinds[edge.other] == "organization" and all(abs(middle - y) > ROW for y in taken):
            taken.append(middle)
            korean, english = WORDS.get(edge.type, (edge.type, edge.type))
            for language, word in (("ko", korean), ("en", english)):
                yield f'<text class="label small {language}" x="0" y="{middle:g}">{escaped(word)}</text>\n'


def _lines(found: Graph, kinds: dict[str, str]) -> Iterator[str]:
    for edge in found.edges:
        one, other = sorted((edge.one, edge.other), key=lambda id: (kinds[id], found.places[id]))
        yield f'<g class="edge" data-a="{escaped(edge.one)}" data-b="{escaped(edge.other)}">'
        yield f"<title>{escaped(edge.label or edge.type)}</title>"
        y1, y2 = found.places[one] + _TOP, found.places[other] + _TOP
        if kinds[one] == kinds[other]:
            yield _arc(LEFT if kinds[one] == "organization" else WIDTH - 8, y1, y2, kinds[one])
        else:
            x1, x2 = LEFT + BOX, RIGHT
            bend = (x1 + x2) / 2
            style = "" if edge.type == "position" else ' class="dashed"'
            yield f'<path{style} d="M{x1} {y1:g}C{bend:g} {y1:g} {bend:g} {y2:g} {x2} {y2:g}"/>'
        yield "</g>\n"


def _arc(x: float, y1: float, y2: float, kind: str) -> str:
    """A line between two boxes of one column, outside of it."""
    depth = min(14 + (y2 - y1) / 6, LEFT - 16)
    side = x - depth if kind == "organization" else x + min(depth, 6)
    return f'<path class="dashed" d="M{x:g} {y1:g}C{side:g} {y1:g} {side:g} {y2:g} {x:g} {y2:g}"/>'
