"""Records to rows of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pyarrow as pa

from kextract.arrow.schema import ENTITY, MENTION, PRECISION, RELATION, SCALE, SCHEMA
from kextract.output.encode import encode, number

Record = Mapping[str, Any]
Row = dict[str, Any]

_LISTS: dict[str, pa.DataType] = {"mentions": MENTION, "entities": ENTITY, "relations": RELATION}
_AMOUNTS = ("amount", "amount_max")


def to_batch(records: Iterable[Record]) -> pa.RecordBatch:
    """Records of the contract, such as `Result.to_record()` or a line of jsonl, as one batch. Nothing gets lost: what
    has no column stands in `more`. A record {"id", "error"} is a row too."""
    rows = [_row(record) for record in records]
    try:
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8: \udc80 is written in its place, as in jsonl
        return pa.RecordBatch.from_pylist(_encodable(rows), schema=SCHEMA)


def _row(record: Record) -> Row:
    id = record["id"]
    row: Row = {"id": None if id is None else str(id), "date": record.get("date"), "error": record.get("error")}
    for name, type in _LISTS.items():
        columns = {field.name: field.type for field in type}
        row[name] = [_placed(entry, columns) for entry in record.get(name, ())]
    return row


def _placed(entry: Mapping[str, Any], columns: Mapping[str, pa.DataType]) -> Row:
    """An entry's fields in their columns, those without a column, or of another type than it, in `more`."""
    row: Row = {}
    more: dict[str, Any] = {}
    for name, value in entry.items():
        if name in _AMOUNTS and isinstance(value, int | Decimal):
            digits = number(Decimal(value))
            row[name] = Decimal(digits) if _fits(digits) else None
            row[f"{name}_digits"] = digits
        elif name in columns and _suits(value, columns[name]):
            row[name] = value
        else:
            more[name] = value
    if more:
        row["more"] = encode(more)
    return row


def _suits(value: Any, type: pa.DataType) -> bool:
    if value is None:
        return True
    if pa.types.is_list(type):
        return isinstance(value, list | tuple) and all(_suits(each, type.value_type) for each in value)
    if pa.types.is_struct(type):
        return isinstance(value, dict) and value.keys() <= {field.name for field in type}
    if pa.types.is_boolean(type):
        return isinstance(value, bool)
    if pa.types.is_integer(type):
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str) and pa.types.is_string(type)


def _fits(digits: str) -> bool:
    whole, _, fraction = digits.lstrip("-").partition(".")
    return len(whole) <= PRECISION - SCALE and len(fraction) <= SCALE


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {name: _encodable(entry) for name, entry in value.items()}
    return [_encodable(entry) for entry in value] if isinstance(value, list | tuple) else value
