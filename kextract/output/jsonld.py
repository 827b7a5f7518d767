"""jsonld: one JSON-LD document in the words of schema.org, a node a line."""

from __future__ import annotations

from decimal import Decimal
from typing import IO, Any

from kextract.output import Options
from kextract.output.encode import encode, number
from kextract.output.jsonld_nodes import DATES, OWN, OWN_TERMS, SCHEMA_ORG, Node, NodeWriter, RecordWriter

_XSD = "http://www.w3.org/2001/XMLSchema#"
_EXACT = 1 << 53  # up to here a JSON number is exact everywhere


def _context() -> dict[str, Any]:
    terms: dict[str, Any] = {"@vocab": SCHEMA_ORG}
    for term in sorted(OWN_TERMS | DATES):
        iri = (OWN if term in OWN_TERMS else SCHEMA_ORG) + term
        terms[term] = {"@id": iri, "@type": _XSD + "date"} if term in DATES else iri
    return terms


def _exact(value: Any) -> Any:
    """Numbers that a reader of JSON would round are written as text with their type."""
    if isinstance(value, dict):
        return {name: _exact(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_exact(entry) for entry in value]
    if not isinstance(value, int | Decimal):
        return value
    amount = Decimal(value)
    whole = amount == amount.to_integral_value()
    if whole and abs(amount) < _EXACT:
        return value
    return {"@value": number(amount), "@type": _XSD + ("integer" if whole else "decimal")}


class JsonLd(NodeWriter):
    """A node a line within one document."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._before = "\n"
        stream.write(f'{{"@context": {encode(_context())},\n"@graph": [')

    def node(self, node: Node) -> None:
        self._stream.write(self._before + encode(_exact(node)))
        self._before = ",\n"

    def close(self) -> None:
        self._stream.write("\n]}\n")


def open_writer(stream: IO[str], options: Options) -> RecordWriter:
    return RecordWriter(JsonLd(stream))
