"""graphml: people and organizations as nodes, what joins them as edges; for Gephi, Cytoscape, networkx.

A relation of two is an edge. One of more (or fewer) is a node of its own with an edge to each that takes part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from kextract.output import Options, Record
from kextract.output.encode import told
from kextract.output.items import Item, Naming, items

# attributes with their types
_NODE = {
    "label": "string",
    "type": "string",
    "aliases": "string",
    "titles": "string",
    "mentions": "int",
    "documents": "int",
    "first": "string",
    "last": "string",
    "scope": "string",
    "generic": "boolean",
    "date": "string",
    "amount": "double",
    "amount_max": "double",
    "currency": "string",
    "precision": "string",
    "sources": "string",
    "evidence": "string",
}
_EDGE = {
    "label": "string",
    "type": "string",
    "title": "string",
    "status": "string",
    "weight": "double",
    "documents": "int",
    "first": "string",
    "last": "string",
    "sources": "string",
    "evidence": "string",
}
_ENDS = {"position": ("person", "organization"), "part_of": ("part", "whole")}
_PARTS = {"agreement": ("parties",), "transaction": ("who", "whom"), "statement": ("speaker",)}
_LABELS = {"agreement": "name", "transaction": "kind", "statement": "quote"}
# letters that no XML 1.0 document may hold, in whatever form
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class GraphMl:
    """Takes items; `close` ends the document. Nodes stand before the edges that lead to them."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._events = self._edges = 0
        stream.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        )
        for place, attributes in (("node", _NODE), ("edge", _EDGE)):
            for name, type in attributes.items():
                key = f'id="{place[0]}_{name}" for="{place}" attr.name="{name}" attr.type="{type}"'
                stream.write(f"  <key {key}/>\n")
        stream.write('  <graph id="kextract" edgedefault="directed">\n')

    def item(self, item: Item, naming: Naming = str) -> None:
        """Writes an entity or a relation; `naming` makes ids that are one in the whole graph."""
        if item["item"] == "entity":
            self._node(naming(item["id"]), {**item, "label": item["name"]})
        elif item["type"] in _ENDS:
            self._between(item, naming)
        elif item["type"] in _PARTS:
            self._event(item, naming)

    def close(self) -> None:
        self._stream.write("  </graph>\n</graphml>\n")

    def _between(self, item: Item, naming: Naming) -> None:
        source, target = (item[end] for end in _ENDS[item["type"]])
        if source and target:  # a post without an organization stands among the titles of its holder
            label = item.get("title") or item["type"]
            self._edge(naming(source), naming(target), {**item, "label": label, "weight": item["count"]})

    def _event(self, item: Item, naming: Naming) -> None:
        self._events += 1
        node = f"e{self._events}"
        label = item.get(_LABELS[item["type"]]) or item["type"]
        self._node(node, {**(item.get("money") or {}), **item, "label": label})
        for role in _PARTS[item["type"]]:
            ends = item.get(role) or []
            for end in ends if isinstance(ends, list) else [ends]:
                self._edge(naming(end), node, {"label": role, "type": role, "weight": item["count"]})

    def _node(self, id: str, fields: Mapping[str, Any]) -> None:
        self._stream.write(f"    <node id={quoteattr(_legal(id))}>{_data('n', _NODE, fields)}</node>\n")

    def _edge(self, source: str, target: str, fields: Mapping[str, Any]) -> None:
        self._edges += 1
        ends = f'id="r{self._edges}" source={quoteattr(_legal(source))} target={quoteattr(_legal(target))}'
        self._stream.write(f"    <edge {ends}>{_data('e', _EDGE, fields)}</edge>\n")


def _data(prefix: str, attributes: Mapping[str, str], fields: Mapping[str, Any]) -> str:
    texts = {name: _text(fields[name]) for name in attributes if fields.get(name) not in (None, "", [])}
    return "".join(f'<data key="{prefix}_{name}">{escape(_legal(value))}</data>' for name, value in texts.items())


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " | ".join(entry["text"] if isinstance(entry, dict) else str(entry) for entry in value)
    return told(value)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)


class GraphMlWriter:
    """Records side by side in one graph: the entities of a document are its own."""

    def __init__(self, stream: IO[str]) -> None:
        self._graph = GraphMl(stream)
        self._documents = 0

    def write(self, record: Record, text: str) -> None:
        self._documents += 1
        prefix = f"d{self._documents}."
        for item in items(record):
            self._graph.item(item, prefix.__add__)

    def close(self) -> None:
        self._graph.close()


def open_writer(stream: IO[str], options: Options) -> GraphMlWriter:
    return GraphMlWriter(stream)
