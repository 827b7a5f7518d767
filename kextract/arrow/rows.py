"""Records to rows of the schema, column by column: a dict for every row would cost more than all the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import pyarrow as pa

from kextract.arrow.schema import ENTITY, MENTION, PRECISION, REFERENCE, RELATION, SCALE, SCHEMA
from kextract.output.encode import encode, number

Record = Mapping[str, Any]

_AMOUNTS = ("amount", "amount_max")
_TEXTS, _EVIDENCE = pa.list_(pa.string()), RELATION.field("evidence").type
_SPAN = ("start", "end", "text")


def to_batch(records: Iterable[Record]) -> pa.RecordBatch:
    """Records of the contract, such as `Result.to_record()` or a line of jsonl, as one batch. Nothing gets lost: what
    has no column stands in `more`. A record {"id", "error"} is a row too."""
    records = list(records)
    columns = [
        _array([None if record["id"] is None else str(record["id"]) for record in records], pa.string()),
        _structs([record.get("date") for record in records], REFERENCE),
        *(
            _lists([record.get(name, ()) for record in records], type)
            for name, type in (("mentions", MENTION), ("entities", ENTITY), ("relations", RELATION))
        ),
        _array([record.get("error") for record in records], pa.string()),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def _lists(rows: Sequence[Sequence[Record]], struct: pa.DataType) -> pa.Array:
    """A list of entries for each document; an entry's fields stand in their columns, and those that have none, or are
    of another type, in `more`."""
    suitable = _suitable(struct)
    entries = [_placed(entry, suitable) for row in rows for entry in row]
    return _listed(rows, _structs(entries, struct), pa.list_(struct))


def _listed(rows: Sequence[Sequence[Any]], values: pa.Array, type: pa.DataType) -> pa.Array:
    """`values`, which are those of all rows, one behind the other, as a list a row."""
    offsets = [0]
    for row in rows:
        offsets.append(offsets[-1] + len(row))
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), values, type)


def _placed(entry: Record, suitable: Mapping[str, Callable[[Any], bool]]) -> Record:
    """The entry as a row: amounts in digits too, and `more`."""
    row: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for name, value in entry.items():
        if name in _AMOUNTS and isinstance(value, int | Decimal):
            digits = number(Decimal(value))
            row[name] = Decimal(digits) if _fits(digits) else None
            row[f"{name}_digits"] = digits
        elif name in suitable and (value is None or suitable[name](value)):
            row[name] = value
        else:
            more[name] = value
    if more:
        row["more"] = encode(more)
    return row


@cache
def _suitable(struct: pa.DataType) -> dict[str, Callable[[Any], bool]]:
    """For each column, whether it takes a value."""
    tests = {pa.string(): _is_text, pa.int64(): _is_offset, pa.bool_(): _is_flag, _TEXTS: _are_texts}
    tests[_EVIDENCE] = _are_spans
    return {field.name: tests[field.type] for field in struct if field.type in tests}


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)


def _are_spans(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, dict) and tuple(each) == _SPAN for each in value)


def _fits(digits: str) -> bool:
    whole, _, fraction = digits.lstrip("-").partition(".")
    return len(whole) <= PRECISION - SCALE and len(fraction) <= SCALE


def _structs(rows: Sequence[Record | None], struct: pa.DataType) -> pa.Array:
    """One struct a row, or none."""
    given = [row or {} for row in rows]
    arrays = [_column([row.get(field.name) for row in given], field.type) for field in struct]
    missing = pa.array([row is None for row in rows], pa.bool_())
    return pa.StructArray.from_arrays(arrays, fields=list(struct), mask=missing)


def _column(values: list[Any], type: pa.DataType) -> pa.Array:
    if type != _EVIDENCE:
        return _array(values, type)
    rows = [value or () for value in values]
    return _listed(rows, _structs([span for row in rows for span in row], type.value_type), type)


def _array(values: list[Any], type: pa.DataType) -> pa.Array:
    if not any(value is not None for value in values):
        return pa.nulls(len(values), type)
    try:
        return pa.array(values, type)
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8: \udc80 is written in its place, as in jsonl
        return pa.array(_encodable(values), type)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return [_encodable(each) for each in value] if isinstance(value, list | tuple) else value
