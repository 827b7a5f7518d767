"""Output formats, a file a format, and where the output goes.

A format is a module with `open_writer(stream, options) -> Writer` and a line in `FORMATS`; its module is imported when
the format is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any, Protocol

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Options:
    """What a writer may want to know besides the records."""

    color: bool = False
    width: int = 80
    csv_bom: bool = False


class Writer(Protocol):
    """Writes records to the stream that it was opened with. `text` is the document the record was made from."""

    def write(self, record: Record, text: str) -> None:
        """Writes the record of one more document."""

    def close(self) -> None:
        """Writes what has to stand at the end; the stream stays open."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name. `binary` ones get a byte stream; `errors` says that it has room for {"id", "error"}; `encoded`
    ones take records as JSON text too; `needs` is what its records carry besides the contract's; `single` ones hold one
    document a file, named like the text; `merged` ones can hold a knowledge base, by `kextract.merge.formats`;
    `file_only` ones do not go to standard output; `extra` is what has to be installed, and the module it brings."""

    name: str
    about: str
    extension: str
    module: str
    binary: bool = False
    errors: bool = False
    encoded: bool = False
    needs: tuple[str, ...] = ()
    single: bool = False
    merged: bool = False
    file_only: bool = False
    extra: tuple[str, str] | None = None


EVIDENCE, TOKENS = "evidence", "tokens"  # a mention's "evidence": [[name, weight]]; the record's: [[start, end, tag]]

FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format("table", "for reading", ".txt", "kextract.output.table", merged=True),
        Format("json", "one array", ".json", "kextract.output.json_array", errors=True, encoded=True, merged=True),
        Format(
            "jsonl", "a record a line", ".jsonl", "kextract.output.json_lines", errors=True, encoded=True, merged=True
        ),
        Format("csv", "a mention a row, for spreadsheets", ".csv", "kextract.output.csv_rows"),
        Format("tsv", "a mention a row, for programs", ".tsv", "kextract.output.tsv_rows"),
        Format("html", "one page for a browser", ".html", "kextract.output.html", needs=(EVIDENCE,)),
        Format("brat", "standoff annotation, a file a document", ".ann", "kextract.output.brat", single=True),
        Format("conll", "a token a line with BIO labels", ".conll", "kextract.output.conll", needs=(TOKENS,)),
        Format("labelstudio", "Label Studio tasks with predictions", ".json", "kextract.output.labelstudio"),
        Format("spans", 'spaCy-style {"text", "spans"} a line', ".jsonl", "kextract.output.spans"),
        Format("graphml", "a graph of who is joined with whom", ".graphml", "kextract.output.graphml", merged=True),
        Format("turtle", "RDF with schema.org terms", ".ttl", "kextract.output.turtle", merged=True),
        Format("jsonld", "JSON-LD with schema.org terms", ".jsonld", "kextract.output.jsonld", merged=True),
        Format(
            "parquet",
            "a document a row, for engines (needs -o)",
            ".parquet",
            "kextract.output.parquet",
            binary=True,
            errors=True,
            file_only=True,
            extra=("arrow", "pyarrow"),
        ),
    )
}


def open_writer(format: Format, stream: IO[Any], options: Options) -> Writer:
    """A writer of that format on `stream`."""
    writer: Writer = import_module(format.module).open_writer(stream, options)
    return writer
