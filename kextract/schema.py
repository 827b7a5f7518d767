"""The JSON Schemas (draft 2020-12) of a record and of what `kextract merge` writes, as `kextract schema` prints them.
Declarations."""

from __future__ import annotations

from typing import Any

_DAY = r"\d{4}-\d\d-\d\d"
_DAY_OR_MINUTE = rf"^-?{_DAY}(T\d\d:\d\d(:\d\d)?)?$"

_TEXT = {"type": "string"}
_FLAG = {"type": "boolean"}
_OFFSET = {"type": "integer", "minimum": 0}
_ID = {"type": ["string", "integer"]}
_CURRENCY = {"type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217"}


def _object(fields: dict[str, Any], optional: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """An object that has all of `fields`, may have those of `optional`, and no others unless `more` says so."""
    closed = {"additionalProperties": False, **more}
    return {"type": "object", "properties": {**fields, **(optional or {})}, "required": list(fields), **closed}


def _mention(type: str, fields: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    own = {"id": {"type": "string", "pattern": "^m[1-9][0-9]*$"}, "type": {"const": type}, "text": _TEXT}
    return _object({**own, "start": _OFFSET, "end": _OFFSET, **fields, "rule": _TEXT}, optional)


def _named(type: str) -> dict[str, Any]:
    entity = {"type": "string", "pattern": f"^{type[0]}[1-9][0-9]*$", "description": "the id of an entity"}
    return _mention(type, {}, {"entity": entity, "generic": {"const": True}})


_EDGE = {
    "type": ["string", "null"],
    "pattern": _DAY_OR_MINUTE,
    "description": "a day or minute, inclusive; null while unresolved",
}

_WEEKDAY = {"enum": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]}

_DATE = _mention(
    "date",
    {
        "value": {"type": "string", "minLength": 1, "description": "EDTF, or an ISO 8601 duration"},
        "kind": {"enum": ["point", "range", "duration", "time", "set"]},
        "from": _EDGE,
        "to": _EDGE,
        "grain": _TEXT,
        "relative": _FLAG,
    },
    {
        "zone": {"type": "string", "description": "the time zone that the text names"},
        "part_of_day": {"type": ["string", "null"], "description": "morning, afternoon … where no hour is said"},
        "time": {"type": "string", "description": "the hours of a date that is open"},
        "weekday_conflict": {
            "type": "string",
            "description": "the day of the week in the text, which is not the date's",
        },
        "days": {"type": "array", "items": _TEXT, "description": "the days of a date that names several"},
        "anniversary": {"type": "boolean", "description": "a length that is counted to an anniversary"},
        "at_least": {"type": "string", "description": "the shorter of two lengths: P3Y of 3~5년"},
        "every": _object(
            {},
            {
                "month": {"type": "integer", "minimum": 1, "maximum": 12},
                "day": {"type": "integer", "minimum": -1, "maximum": 31, "description": "the last being -1"},
                "weekday": _WEEKDAY,
                "weekdays": {"type": "array", "items": _WEEKDAY},
                "nth": {"type": "integer", "description": "which of a month's, the last being -1"},
                "part_of_day": _TEXT,
                "time": _TEXT,
            },
            description="what of a recurrence is fixed",
        ),
    },
)

_MONEY = _mention(
    "money",
    {
        "amount": {"type": "number"},
        "currency": _CURRENCY,
        "precision": {"enum": ["exact", "approximate", "at_least", "at_most", "more_than", "less_than"]},
        "currency_stated": _FLAG,
    },
    {
        "amount_max": {"type": "number", "description": "a range's upper end"},
        "per": {"type": "string", "description": "what the amount is paid for each of"},
        "currency_options": {"type": "array", "items": _CURRENCY, "description": "where the name leaves several open"},
        "same_as": {"type": "string", "description": "the id of the mention of the same sum in another currency"},
    },
)

# a type that a user's rules or lists made: law, product …
_OWN: dict[str, Any] = _mention(
    "own",
    {},
    {
        "value": {"type": "string", "description": "as the user's rule or list gives it"},
        "fields": {"type": "object", "additionalProperties": _TEXT, "description": "what the rule noted by name"},
    },
)
_OWN["properties"]["type"] = {"type": "string", "pattern": "^(?!(organization|person|date|money)$)[a-z][a-z_]*$"}

_REFERENCE = _object(
    {
        "value": {"type": "string", "pattern": _DAY_OR_MINUTE},
        "source": {"enum": ["option", "field", "text", "metadata"]},
        "text": {"type": ["string", "null"]},
    }
)

_ENTITY = _object(
    {
        "id": {"type": "string", "pattern": "^[po][1-9][0-9]*$"},
        "type": {"enum": ["person", "organization"]},
        "name": {"type": "string", "minLength": 1},
        "aliases": {"type": "array", "items": _TEXT, "uniqueItems": True},
        "mentions": {"type": "array", "items": _TEXT, "minItems": 1, "uniqueItems": True},
    },
    {"group": {"const": True, "description": "a performing group, which counts as a person"}},
    additionalProperties=True,
)

_RELATION = _object(
    {
        "type": {"type": "string", "description": "position, agreement …"},
        "evidence": {
            "type": "array",
            "items": _object({"start": _OFFSET, "end": _OFFSET, "text": _TEXT}),
            "minItems": 1,
        },
        "rule": _TEXT,
    },
    additionalProperties={
        "type": ["string", "integer", "boolean", "array", "null"],
        "description": "what the relation joins: ids of entities and mentions, titles, names, dates",
    },
    allOf=[
        {
            "if": {"properties": {"type": {"const": "position"}}},
            "then": {
                "properties": {
                    "person": {"type": "string", "pattern": "^p"},
                    "organization": {"type": ["string", "null"], "pattern": "^[op]"},
                    "title": {"type": ["string", "null"]},
                },
                "required": ["person", "organization", "title"],
            },
        }
    ],
)

_RECORD = _object(
    {
        "id": {"type": ["string", "integer", "null"], "description": "a file's path, PATH:LINE, or the id given"},
        "date": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/reference"}]},
        "mentions": {"type": "array", "items": {"$ref": "#/$defs/mention"}},
        "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
        "relations": {"type": "array", "items": {"$ref": "#/$defs/relation"}},
    }
)

_MENTIONS = {
    "organization": _named("organization"),
    "person": _named("person"),
    "date": _DATE,
    "money": _MONEY,
    "own": _OWN,
}

SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "kextract record",
    "description": "One document. start and end count code points of the text as decoded.",
    "anyOf": [{"$ref": "#/$defs/record"}, {"$ref": "#/$defs/error"}],
    "$defs": {
        "record": _RECORD,
        "error": _object({"id": _ID, "error": {"type": "string", "description": "with --errors record"}}),
        "reference": _REFERENCE,
        "mention": {"oneOf": [{"$ref": f"#/$defs/{type}"} for type in _MENTIONS]},
        **_MENTIONS,
        "entity": _ENTITY,
        "relation": _RELATION,
    },
}

_DAY_OR_NULL = {"type": ["string", "null"], "pattern": rf"^-?{_DAY}$"}
_SOURCE = _RECORD["properties"]["id"]
_SEEN = {
    "documents": {"type": "integer", "minimum": 1, "description": "how many tell it"},
    "first": {**_DAY_OR_NULL, "description": "the day of the earliest of them that has one"},
    "last": {**_DAY_OR_NULL, "description": "the day of the latest"},
    "sources": {"type": "array", "items": _SOURCE, "minItems": 1, "description": "their ids, --sources of them"},
}


def _joined(type: str, own: dict[str, Any]) -> dict[str, Any]:
    """An entity of the knowledge base: in jsonl with `item`, in json without."""
    fields = {
        "id": {"type": "string", "pattern": f"^{type[0]}[1-9][0-9]*$"},
        "type": {"const": type},
        "name": {"type": "string", "minLength": 1, "description": "the fullest"},
        "aliases": {"type": "array", "items": _TEXT, "uniqueItems": True},
        "mentions": {"type": "integer", "minimum": 1},
        **_SEEN,
        "scope": {"enum": ["all", "document"], "description": "document: a common name, joined with no other"},
        "joined_by": {
            "type": "array",
            "items": {"enum": ["name", "alias", "organization", "title"]},
            "description": "why entities of several documents are one",
        },
        **own,
    }
    return _object(fields, {"item": {"const": "entity"}})


_FACT = _object(
    {
        "type": {"type": "string", "description": "position, agreement …"},
        "count": {"type": "integer", "minimum": 1, "description": "pieces of evidence in all"},
        **_SEEN,
        "evidence": {
            "type": "array",
            "items": _object({"document": _SOURCE, "start": _OFFSET, "end": _OFFSET, "text": _TEXT}),
            "minItems": 1,
        },
        "rules": {"type": "array", "items": _TEXT, "uniqueItems": True},
    },
    {
        "item": {"const": "relation"},
        "money": _object(
            {"amount": {"type": "number"}, "currency": _CURRENCY, "precision": _MONEY["properties"]["precision"]},
            {"amount_max": {"type": "number"}},
        ),
    },
    additionalProperties={
        "type": ["string", "integer", "boolean", "array", "null"],
        "description": "what the relation joins: ids of entities, titles, names, dates",
    },
)

MERGED_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "kextract merge",
    "description": "A line of --format jsonl, an entity or a relation, as `item` says; or the whole of --format json.",
    "anyOf": [{"$ref": "#/$defs/line"}, {"$ref": "#/$defs/base"}],
    "$defs": {
        "line": {"anyOf": [{"$ref": "#/$defs/entity"}, {"$ref": "#/$defs/relation"}], "required": ["item"]},
        "base": _object(
            {
                "documents": {"type": "integer", "minimum": 0},
                "first": _DAY_OR_NULL,
                "last": _DAY_OR_NULL,
                "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
                "relations": {"type": "array", "items": {"$ref": "#/$defs/relation"}},
            }
        ),
        "entity": {"oneOf": [{"$ref": "#/$defs/person"}, {"$ref": "#/$defs/organization"}]},
        "person": _joined(
            "person",
            {
                "titles": {
                    "type": "array",
                    "items": _TEXT,
                    "uniqueItems": True,
                    "description": "of posts still held, the most told first",
                }
            },
        ),
        "organization": _joined(
            "organization", {"generic": {"type": "boolean", "description": "an actor known by its kind alone: 경찰"}}
        ),
        "relation": _FACT,
    },
}
