"""How a knowledge base is written, a class a format."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Protocol

from kextract.merge.knowledge import Knowledge
from kextract.output import Options
from kextract.output.encode import encode
from kextract.output.items import Item

_Write = Callable[[Knowledge, IO[str], Options, int], None]


def write(name: str, knowledge: Knowledge, stream: IO[str], options: Options, top: int) -> None:
    """Writes the knowledge base in the format `name`; `top` is how many a table lists."""
    _WRITERS[name](knowledge, stream, options, top)


def _jsonl(knowledge: Knowledge, stream: IO[str], options: Options, top: int) -> None:
    for item in knowledge.items():
        stream.write(encode(item) + "\n")


def _json(knowledge: Knowledge, stream: IO[str], options: Options, top: int) -> None:
    first, last = knowledge.days()
    head = {"documents": knowledge.documents, "first": first, "last": last}
    stream.write(f"{{{encode(head)[1:-1]}")
    for name, items in (("entities", knowledge.entities()), ("relations", knowledge.relations())):
        before = "\n"
        stream.write(f',\n"{name}": [')
        for item in items:
            stream.write(before + encode({key: value for key, value in item.items() if key != "item"}))
            before = ",\n"
        stream.write("\n]")
    stream.write("}\n")


def _table(knowledge: Knowledge, stream: IO[str], options: Options, top: int) -> None:
    from kextract.merge.overview import overview
    from kextract.merge.table import write

    write(overview(knowledge, top), stream, options)


def _graphml(knowledge: Knowledge, stream: IO[str], options: Options, top: int) -> None:
    from kextract.output.graphml import GraphMl

    _each(knowledge, GraphMl(stream))


def _turtle(knowledge: Knowledge, stream: IO[str], options: Options, top: int) -> None:
    from kextract.output.turtle import Turtle

    _each(knowledge, Turtle(stream))


def _jsonld(knowledge: Knowledge, stream: IO[str], options: Options, top: int) -> None:
    from kextract.output.jsonld import JsonLd

    _each(knowledge, JsonLd(stream))


class _Taker(Protocol):
    def item(self, item: Item) -> None: ...

    def close(self) -> None: ...


def _each(knowledge: Knowledge, taker: _Taker) -> None:
    for item in knowledge.items():
        taker.item(item)
    taker.close()


_WRITERS: dict[str, _Write] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "graphml": _graphml,
    "turtle": _turtle,
    "jsonld": _jsonld,
}
