"""turtle: RDF in the words of schema.org, for triple stores and rdflib."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import IO, Any

from kextract.output import Options
from kextract.output.encode import number
from kextract.output.jsonld_nodes import DATES, OWN, OWN_TERMS, SCHEMA_ORG, Node, NodeWriter, RecordWriter

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')


class Turtle(NodeWriter):
    """A paragraph a node."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        stream.write(
            f"@prefix schema: <{SCHEMA_ORG}> .\n@prefix kx: <{OWN}> .\n"
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        )

    def node(self, node: Node) -> None:
        subject = f"<{node['@id']}>" if "@id" in node else "[]"
        self._stream.write(f"\n{subject} {_statements(node, ' ;' + chr(10) + '  ')} .\n")

    def close(self) -> None:
        pass


def _statements(node: Node, separator: str) -> str:
    told = [f"a schema:{node['@type']}"] if "@type" in node else []
    told += [f"{_term(name)} {_objects(name, value)}" for name, value in node.items() if name[0] != "@"]
    return separator.join(told)


def _term(name: str) -> str:
    return f"kx:{name}" if name in OWN_TERMS else f"schema:{name}"


def _objects(name: str, value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(_object(name, entry) for entry in values)


def _object(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"<{value['@id']}>" if "@id" in value else f"[ {_statements(value, ' ; ')} ]"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return number(value)
    return literal(str(value)) + ("^^xsd:date" if name in DATES else "")


def literal(text: str) -> str:
    """A quoted string; control characters escaped, lone surrogates (no Unicode text has them) as U+FFFD."""
    return f'"{_UNSAFE.sub(_escaped, text)}"'


def _escaped(match: re.Match[str]) -> str:
    letter = match[0]
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(letter) or f"\\u{ord(letter):04X}"


def open_writer(stream: IO[str], options: Options) -> RecordWriter:
    return RecordWriter(Turtle(stream))
