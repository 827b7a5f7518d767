"""Records on their way into one knowledge base: a private sqlite file, so that memory does not grow with them.

Nothing is decided here but what can be told from one document alone; `join` does the rest.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from kextract.merge import names
from kextract.output.facts import fields

PERSON, ORGANIZATION = "person", "organization"
# reasons for joining, bits of a set
SAME_NAME, ALIAS, POST, TITLE = 1, 2, 4, 8
REASONS = {SAME_NAME: "name", ALIAS: "alias", POST: "organization", TITLE: "title"}
LITERAL = frozenset("type rule title status name alias quote date kind".split())  # fields that hold no ids
_EVIDENCE = 3  # spans kept of a relation

_TABLES = """
CREATE TABLE document (id INTEGER PRIMARY KEY, name TEXT, digest BLOB, day TEXT, UNIQUE (name, digest));
CREATE TABLE entity (id INTEGER PRIMARY KEY, document INTEGER, place INTEGER, person INTEGER, name TEXT, key TEXT,
  mentions INTEGER, generic INTEGER, joinable INTEGER);
CREATE TABLE alias (entity INTEGER, name TEXT, key TEXT, joins INTEGER);
CREATE TABLE token (token TEXT, entity INTEGER, reason INTEGER);
CREATE TABLE post (key TEXT, organization INTEGER, person INTEGER);
CREATE TABLE relation (document INTEGER, type TEXT, fields TEXT, content TEXT, evidence TEXT, rule TEXT);
CREATE TABLE money (document INTEGER, amount TEXT, currency TEXT);
"""
_PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", "cache_size = -32768")


Rows = dict[str, list[tuple[Any, ...]]]


class RecordError(Exception):
    """Something that is no record; the message says why."""


class Store:
    """Takes records in any order; one that comes twice counts once."""

    def __init__(self) -> None:
        self.db = sqlite3.connect("", isolation_level=None)  # "" is a file of its own that goes with the connection
        for pragma in _PRAGMAS:
            self.db.execute(f"PRAGMA {pragma}")
        self.db.executescript(_TABLES)
        self.db.execute("BEGIN")
        self.documents = self.entities = 0

    def add(self, record: Mapping[str, Any]) -> None:
        """Adds the record of one document. Raises RecordError, and then nothing of the record is kept."""
        try:
            rows = _Reading(record, self.documents + 1, self.entities).rows()
            row = self._document(record)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise RecordError(f"not a record of kextract ({type(error).__name__}: {error})") from error
        if not self.db.execute("INSERT OR IGNORE INTO document VALUES (?, ?, ?, ?)", row).rowcount:
            return
        self.documents += 1
        self.entities += len(rows["entity"])
        for table, added in rows.items():
            if added:
                marks = ", ".join("?" * len(added[0]))
                self.db.executemany(f"INSERT INTO {table} VALUES ({marks})", added)

    def close(self) -> None:
        """Takes the temporary file away."""
        self.db.close()

    def _document(self, record: Mapping[str, Any]) -> tuple[int, str, bytes, str | None]:
        text = _encode(record)
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        name = json.dumps(record["id"])  # ASCII: a lone surrogate in a file's name has no place in sqlite
        return self.documents + 1, name, digest, record["date"]["value"][:10] if record["date"] else None


def _plain(value: Any) -> Any:
    """Decimals as they would come back from JSON."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


_encode = json.JSONEncoder(ensure_ascii=False, default=_plain).encode
_encode_ascii = json.JSONEncoder(default=_plain).encode  # a lone surrogate has no place in sqlite


class _Reading:
    """The rows that one document brings, by table. `before` is the number of the last entity so far."""

    def __init__(self, record: Mapping[str, Any], document: int, before: int) -> None:
        self._record, self._document = record, document
        self._mentions = {mention["id"]: mention for mention in record["mentions"]}
        self._entities = {entity["id"]: entity for entity in record["entities"]}
        self._generic = {
            entity["id"]
            for entity in record["entities"]
            if all(self._mentions.get(id, {}).get("generic") for id in entity["mentions"])
        }  # 경찰, 정부: every mention of it is of the kind that names no single body
        self._before = before
        self._numbers = {local: before + place for place, local in enumerate(self._entities, 1)}
        self._rows: Rows = {table: [] for table in ("entity", "alias", "token", "post", "relation", "money")}

    def rows(self) -> Rows:
        for local, entity in self._entities.items():
            self._entity(self._numbers[local], entity)
        for relation in self._record["relations"]:
            self._relation(relation)
        amounts = {
            (self._document, str(_plain_amount(mention["amount"])), mention["currency"])
            for mention in self._record["mentions"]
            if mention["type"] == "money"
        }
        self._rows["money"] = sorted(amounts)
        told_apart = {number for _, number, _ in self._rows["token"]} | {number for _, _, number in self._rows["post"]}
        self._rows["entity"] = [(*row, row[0] in told_apart) for row in self._rows["entity"]]
        return self._rows

    def _entity(self, number: int, entity: Mapping[str, Any]) -> None:
        name, person = entity["name"], entity["type"] == PERSON
        key = names.key(name) if person else names.organization_key(name)
        generic = entity["id"] in self._generic
        row = (
            number,
            self._document,
            number - self._before,
            person,
            safe(name),
            safe(key),
            len(entity["mentions"]),
            generic,
        )
        self._rows["entity"].append(row)
        if person:
            self._person(number, entity, key)
        else:
            self._organization(number, entity, key)

    def _person(self, number: int, entity: Mapping[str, Any], key: str) -> None:
        partial = names.is_partial(entity["name"])
        if names.is_foreign(entity["name"]):
            self._token(f"foreign {key}", number, SAME_NAME)
        if entity.get("group"):  # a band is one of its name, as a firm is
            self._token(f"group {key}", number, SAME_NAME)
        for alias in entity["aliases"]:
            script = not partial and names.other_script(entity["name"], alias)
            if script:
                self._token(f"script {key} {names.key(alias)}", number, ALIAS)
            self._alias(number, alias, names.key(alias), script and names.is_foreign(alias))

    def _organization(self, number: int, entity: Mapping[str, Any], key: str) -> None:
        bare = names.is_bare_kind(entity["name"])
        if not bare:
            kind = "generic" if entity["id"] in self._generic else "body"
            self._token(f"{kind} {key}", number, SAME_NAME)
        for alias in entity["aliases"]:
            joins = not bare and names.organization_alias(entity["name"], alias)
            self._alias(number, alias, names.organization_key(alias), joins)

    def _alias(self, number: int, alias: str, key: str, joins: bool) -> None:
        self._rows["alias"].append((number, safe(alias), safe(key), joins))

    def _token(self, token: str, number: int, reason: int) -> None:
        self._rows["token"].append((safe(token), number, reason))

    def _relation(self, relation: Mapping[str, Any]) -> None:
        if relation["type"] == "position":
            self._post(relation)
        resolved = {
            name: value if name in LITERAL else self._reference(value) for name, value in fields(relation).items()
        }
        spans = [(span["start"], span["end"], span["text"]) for span in relation["evidence"]]
        told, evidence = _encode_ascii(resolved), _encode_ascii([len(spans), spans[:_EVIDENCE]])
        content = safe(self._content(relation))
        row = (self._document, safe(relation["type"]), told, content, evidence, safe(relation.get("rule", "")))
        self._rows["relation"].append(row)

    def _content(self, relation: Mapping[str, Any]) -> str:
        """What two relations of the same entities must share to be one: a quotation whatever its blanks are."""
        match relation["type"]:
            case "position":
                body = self._entities.get(relation["organization"] or "")
                title = names.bare_title(relation["title"] or "", body["name"] if body else "")
                return f"{title} {relation.get('status') or ''}"
            case "statement":
                return names.key(relation["quote"])
            case "alias":
                return names.key(relation["alias"])
            case "agreement":
                return relation["date"] or names.key(relation["name"] or "")
        return json.dumps({name: relation[name] for name in sorted(LITERAL & relation.keys()) if name != "rule"})

    def _post(self, relation: Mapping[str, Any]) -> None:
        """What a post tells about who the person is."""
        person, title = self._entities[relation["person"]], relation["title"] or ""
        body = self._entities.get(relation["organization"] or "")
        if names.is_partial(person["name"]):
            return
        number, key = self._numbers[person["id"]], names.key(person["name"])
        name = body["name"] if body else None
        post = title and (names.place_post(title, name) or names.national_post(title, name))
        if post:
            self._token(f"post {key} {post}", number, TITLE)
        if body is None or names.is_place(body["name"]):
            return
        if body["id"] not in self._generic and not names.is_bare_kind(body["name"]):
            self._rows["post"].append((safe(key), self._numbers[body["id"]], number))

    def _reference(self, value: Any) -> Any:
        """Ids of this document as numbers of the store; amounts for the ids of their mentions."""
        if isinstance(value, list | tuple):
            return [self._reference(entry) for entry in value]
        if not isinstance(value, str):
            return value
        if value in self._numbers:
            return {"entity": self._numbers[value]}
        mention = self._mentions.get(value)
        if mention is None:
            return value
        if mention["type"] != "money":
            return mention["text"]
        money = ("amount", "amount_max", "currency", "precision")
        return {name: _plain_amount(mention[name]) for name in money if name in mention}


def _plain_amount(value: Any) -> Any:
    """Whole amounts as int, others as the text of their digits: json keeps both."""
    if isinstance(value, float | Decimal):
        return _plain(Decimal(str(value)))
    return value


def safe(text: str) -> str:
    """Without lone surrogates, which sqlite cannot keep."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text
