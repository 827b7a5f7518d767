"""The Arrow schema of a record. A declaration: names and meanings are those of `kextract schema`, and besides:

- `id` is always text; a number is written in digits.
- `amount` and `amount_max` are exact: 29 digits before the point and 9 behind it. What does not fit is null there;
  `amount_digits` and `amount_max_digits` hold every amount.
- `more`, where it is not null, is a JSON object of the fields that have no column of their own.
- `error` says why a document could not be read; its lists are then empty. With mentions, it is only a warning.
"""

from __future__ import annotations

import pyarrow as pa

VERSION = "1"  # grows when a column changes its name, its type or its meaning

PRECISION, SCALE = 38, 9  # the widest decimal that engines share
AMOUNT = pa.decimal128(PRECISION, SCALE)

_TEXT, _OFFSET, _FLAG = pa.string(), pa.int64(), pa.bool_()
_TEXTS = pa.list_(_TEXT)


def _struct(**fields: pa.DataType) -> pa.DataType:
    return pa.struct([pa.field(name, type) for name, type in fields.items()])


_DATE = dict.fromkeys(("value", "kind", "from", "to", "grain"), _TEXT) | {"relative": _FLAG}
_DATE_TOO = dict.fromkeys(("zone", "calendar", "part_of_day", "time", "weekday_conflict"), _TEXT)
_MONEY = {
    "amount": AMOUNT,
    "amount_max": AMOUNT,
    "amount_digits": _TEXT,
    "amount_max_digits": _TEXT,
    "currency": _TEXT,
    "precision": _TEXT,
    "currency_stated": _FLAG,
    "per": _TEXT,
    "currency_options": _TEXTS,
    "same_as": _TEXT,
}
_SPAN = {"start": _OFFSET, "end": _OFFSET, "text": _TEXT}

REFERENCE = _struct(value=_TEXT, source=_TEXT, text=_TEXT)
MENTION = _struct(
    id=_TEXT,
    type=_TEXT,
    text=_TEXT,
    start=_OFFSET,
    end=_OFFSET,
    entity=_TEXT,
    generic=_FLAG,
    **_DATE,
    **_DATE_TOO,
    **_MONEY,
    rule=_TEXT,
    more=_TEXT,
)
ENTITY = _struct(id=_TEXT, type=_TEXT, name=_TEXT, aliases=_TEXTS, mentions=_TEXTS, more=_TEXT)
RELATION = _struct(
    type=_TEXT,
    person=_TEXT,
    organization=_TEXT,
    title=_TEXT,
    status=_TEXT,
    entity=_TEXT,
    alias=_TEXT,
    part=_TEXT,
    whole=_TEXT,
    parties=_TEXTS,
    name=_TEXT,
    date=_TEXT,
    kind=_TEXT,
    who=_TEXT,
    whom=_TEXT,
    money=_TEXT,
    speaker=_TEXT,
    quote=_TEXT,
    evidence=pa.list_(_struct(**_SPAN)),
    rule=_TEXT,
    more=_TEXT,
)

SCHEMA = pa.schema(
    [
        pa.field("id", _TEXT),
        pa.field("date", REFERENCE),
        pa.field("mentions", pa.list_(MENTION)),
        pa.field("entities", pa.list_(ENTITY)),
        pa.field("relations", pa.list_(RELATION)),
        pa.field("error", _TEXT),
    ],
    metadata={"kextract.schema": VERSION},
)
