"""csv and tsv: a mention a row.

A cell is one line: control characters and line ends become blanks. In csv a text that a spreadsheet would read as a
formula (it begins with = + - @) gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import IO, Any

from kextract.output import Options, Record
from kextract.output.encode import told

COLUMNS = (
    "document",
    "id",
    "type",
    "text",
    "start",
    "end",
    "entity",
    "name",
    "generic",
    "value",
    "kind",
    "from",
    "to",
    "grain",
    "relative",
    "amount",
    "amount_max",
    "currency",
    "precision",
    "currency_stated",
    "rule",
)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def rows(record: Record) -> Iterator[list[str]]:
    """The mentions of a record as cells in the order of COLUMNS."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    for mention in record["mentions"]:
        fields = {**mention, "document": record["id"], "name": names.get(mention.get("entity"))}
        yield [_cell(fields.get(column)) for column in COLUMNS]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return _CONTROL.sub(" ", told(value))


def neutral(column: str, cell: str) -> str:
    """`cell` with an apostrophe where a spreadsheet would take it for a formula; numbers stay numbers."""
    if _FORMULA.match(cell) and column not in ("amount", "amount_max", "start", "end"):
        return "'" + cell
    return cell


class CsvRows:
    """A row of names first, then a row a mention."""

    def __init__(self, stream: IO[str], options: Options) -> None:
        if options.csv_bom:
            stream.write("\ufeff")
        self._csv = csv.writer(stream, lineterminator="\n")
        self._csv.writerow(COLUMNS)

    def write(self, record: Record, text: str) -> None:
        for row in rows(record):
            self._csv.writerow([neutral(column, cell) for column, cell in zip(COLUMNS, row, strict=True)])

    def close(self) -> None:
        pass


def open_writer(stream: IO[str], options: Options) -> CsvRows:
    return CsvRows(stream, options)
