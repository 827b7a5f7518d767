"""Batches of documents in, batches of records out, the model loaded once a process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from threading import Lock
from typing import Any

import pyarrow as pa

from kextract.arrow.rows import Record, to_batch
from kextract.arrow.schema import SCHEMA
from kextract.extractor import Extractor
from kextract.model import Reference
from kextract.source import parse_reference

ROWS = 256  # of an output batch: what is done can be taken away and written
_TEXT, _ID, _DATE = "text", "id", "date"
_lock = Lock()  # an engine may call from several threads; they would not be faster side by side


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    text: str = _TEXT,
    id: str = _ID,
    date: str = _DATE,
    *,
    types: Sequence[str] | None = None,
    lexicons: Sequence[str] = (),
    rules: Sequence[str] = (),
) -> Iterator[pa.RecordBatch]:
    """The records of the documents in `batches`, in their order, as batches of `SCHEMA`.

    `text`, `id` and `date` name columns; `id` and `date` may be missing under these names. A date is a date, a
    timestamp or text as `--date` takes it. `types` limits what is reported; `lexicons` and `rules` are paths of files,
    which every worker must be able to read. A document that cannot be read becomes a row with an `error`. Raises
    ValueError where a column is missing or is not text.
    """
    for batch in batches:
        columns = _columns(batch.schema, text, id, date)
        for first in range(0, batch.num_rows, ROWS):
            part = batch.slice(first, ROWS)
            texts, ids, dates = ([*_values(part, name)] for name in columns)
            extractor = _extractor(None if types is None else tuple(types), tuple(lexicons), tuple(rules))
            yield to_batch(_record(extractor, *given) for given in zip(texts, ids, dates, strict=True))


def extract_table(
    table: pa.Table,
    text: str = _TEXT,
    id: str = _ID,
    date: str = _DATE,
    *,
    types: Sequence[str] | None = None,
    lexicons: Sequence[str] = (),
    rules: Sequence[str] = (),
) -> pa.Table:
    """`extract_batches` over a table, its records as one table."""
    _columns(table.schema, text, id, date)  # said even where no row follows
    found = extract_batches(table.to_batches(), text, id, date, types=types, lexicons=lexicons, rules=rules)
    return pa.Table.from_batches(found, SCHEMA)


@cache
def _extractor(types: tuple[str, ...] | None, lexicons: tuple[str, ...], rules: tuple[str, ...]) -> Extractor:
    """One for each way to read, as long as the process lives: loading takes seconds. All share the tokenizer."""
    if types is None and not lexicons and not rules:
        return Extractor()
    if not lexicons and not rules:
        extractor = Extractor(types)
    else:
        from kextract.own import load
        from kextract.own.examples import verify

        own = load(lexicons, rules)
        extractor = Extractor(types, own)
        verify(own, extractor.every_type().extract)
    extractor.analyzer = _extractor(None, (), ()).analyzer
    return extractor


def _columns(schema: pa.Schema, text: str, id: str, date: str) -> tuple[str | None, ...]:
    """The columns to read; None for an id or a date that is not there and was not asked for by a name of its own."""
    found: list[str | None] = []
    for name, optional in ((text, None), (id, _ID), (date, _DATE)):
        if name in schema.names:
            found.append(name)
        elif name == optional:
            found.append(None)
        else:
            raise ValueError(f"no column {name!r}; there are {', '.join(schema.names)}")
    type = schema.field(text).type
    if pa.types.is_dictionary(type):
        type = type.value_type
    if not (pa.types.is_string(type) or pa.types.is_large_string(type) or str(type) == "string_view"):
        raise ValueError(f"column {text!r} is {type}, not string")
    return tuple(found)


def _values(batch: pa.RecordBatch, name: str | None) -> Sequence[Any]:
    if name is None:
        return [None] * batch.num_rows
    column = batch.column(name)
    if pa.types.is_timestamp(column.type):  # a datetime has no nanoseconds
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    values: Sequence[Any] = column.to_pylist()
    return values


def _record(extractor: Extractor, text: str | None, id: Any, date: Any) -> Record:
    if text is None:
        return {"id": id, "error": "no text"}
    reference, warning = _reference(date)
    try:
        with _lock:
            record = extractor.extract(text, date=reference).to_record()
    except Exception as error:  # whatever one document does, the others are read
        return {"id": id, "error": f"internal error: {type(error).__name__}: {error}"}
    return {**record, "id": id, "error": warning}


def _reference(date: Any) -> tuple[Reference | None, str | None]:
    """The reference date, and what is wrong with what was given."""
    if date is None or date == "":
        return None, None
    try:
        if isinstance(date, dt.datetime):
            return Reference(date.replace(tzinfo=None).isoformat(timespec="minutes"), "field"), None
        if isinstance(date, dt.date):
            return Reference(date.isoformat(), "field"), None
        return Reference(parse_reference(date), "field"), None
    except (ValueError, AttributeError):
        return None, f"{date!r} is not a date, read without it"
