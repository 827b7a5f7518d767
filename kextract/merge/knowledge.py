"""One knowledge base out of the store: entities and relations of all documents, in an order of their own.

Entities are numbered after sorting (documents, mentions, then the first document by its id), so that the order in
which records came shows nowhere. Everything is read in sorted streams; only numbers are held in memory.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from kextract.entities import squash
from kextract.merge.join import join
from kextract.merge.store import LITERAL, ORGANIZATION, PERSON, REASONS, Store, safe
from kextract.output.items import PAST, Item

_HANGUL = re.compile(r"[가-힣]")
_LOCAL_BITS = 24  # room for the entities of one document below the number of the document

_ORDER = f"""
CREATE TABLE ranked AS SELECT id, row_number() OVER (ORDER BY name, digest) AS place, name, day FROM document;
CREATE UNIQUE INDEX ranked_id ON ranked (id);
CREATE TABLE joined AS
SELECT root(e.id) AS root, max(e.person) AS person,
  count(DISTINCT e.document) AS documents, sum(e.mentions) AS mentions,
  min(d.day) AS first, max(d.day) AS last, min((d.place << {_LOCAL_BITS}) + e.place) AS place
FROM entity e CROSS JOIN ranked d ON d.id = e.document
GROUP BY root(e.id);
CREATE TABLE numbered AS
SELECT row_number() OVER (ORDER BY person DESC, documents DESC, mentions DESC, place) AS number, * FROM joined;
"""
_TOLD = """
CREATE TABLE told (sort INTEGER, key TEXT, subject INTEGER, type TEXT, fields TEXT, evidence TEXT, rule TEXT,
  document INTEGER)
"""
# relations in this order; others after them, by name
TYPES = ("position", "alias", "part_of", "agreement", "transaction", "statement")


class Knowledge:
    """The knowledge base of a store that is complete. `sources` is how many documents each item names."""

    def __init__(self, store: Store, sources: int = 10) -> None:
        self.db, self.sources = store.db, sources
        self.documents = store.documents
        partition = join(store)
        for statement in _ORDER.split(";"):  # executescript would end the transaction: a commit for every row after it
            self.db.execute(statement)
        self.people: int = self.db.execute("SELECT count(*) FROM numbered WHERE person").fetchone()[0]
        self._numbers = array("l", bytes(8 * (store.entities + 1)))
        for root, number in self.db.execute("SELECT root, number FROM numbered"):
            self._numbers[root] = number
        for entity in range(1, store.entities + 1):
            self._numbers[entity] = self._numbers[partition.root(entity)]
        self.db.create_function("number", 1, self._numbers.__getitem__)
        self.db.create_function("reason", 1, partition.reason)
        self._relate()

    def id(self, number: int) -> str:
        """p1 … for people, o1 … for organizations."""
        return f"p{number}" if number <= self.people else f"o{number - self.people}"

    def number(self, id: str) -> int:
        """The number behind an id."""
        return int(id[1:]) + (0 if id[0] == "p" else self.people)

    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day of a document."""
        first, last = self.db.execute("SELECT min(day), max(day) FROM document").fetchone()
        return first, last

    # --- entities --------------------------------------------------------------------------------------------------

    def items(self) -> Iterator[Item]:
        """Everything: entities, then relations."""
        yield from self.entities()
        yield from self.relations()

    def entities(self, low: int = 1, high: int | None = None) -> Iterator[Item]:
        """People, then organizations, those of the most documents first; all, or numbers `low` to `high`."""
        bounds = (low, sys.maxsize if high is None else high)
        totals = self.db.execute(_TOTALS, bounds)
        bearers, aliases, posts = (_Stream(self.db.execute(query, bounds)) for query in (_BEARERS, _ALIASES, _POSTS))
        for number, person, documents, mentions, first, last in totals:
            item: Item = {"item": "entity", "id": self.id(number), "type": PERSON if person else ORGANIZATION}
            found = self._bearers(bearers.of(number))
            called = {*found.pop("called"), *(alias for _, alias in aliases.of(number))}
            item |= {"name": found["name"], "aliases": sorted(called - {found.pop("name")})}
            if person:
                forms = Counter(title for _, title in posts.of(number))
                item["titles"] = sorted(forms, key=lambda title: (-forms[title], title))
            item |= {"mentions": mentions, "documents": documents, "first": first, "last": last}
            if person:
                del found["generic"]
            yield item | found

    def _bearers(self, rows: Iterable[tuple[Any, ...]]) -> Item:
        """What the entities that are one here tell together."""
        called: Counter[str] = Counter()
        sources: dict[str, None] = {}
        reasons, joinable, generic = 0, False, True
        for _, name, document, reason, is_joinable, is_generic in rows:
            called[name] += 1
            if len(sources) < self.sources:
                sources[document] = None
            reasons |= reason
            joinable |= bool(is_joinable)
            generic &= bool(is_generic)
        return {
            "called": called,
            "name": fullest(called),
            "sources": [json.loads(source) for source in sources],
            # whether it could have been joined: a bare common name is one of its own document only
            "scope": "all" if joinable else "document",
            "joined_by": [word for bit, word in REASONS.items() if reasons & bit],
            "generic": generic,
        }

    # --- relations -------------------------------------------------------------------------------------------------

    def relations(self) -> Iterator[Item]:
        """Relations of the same content are one, with all documents that tell them."""
        for (_, type, _), found in groupby(self.db.execute(_TELLERS), itemgetter(0, 1, 2)):
            yield self._relation(type, found)

    def _relation(self, type: str, rows: Iterator[tuple[Any, ...]]) -> Item:
        forms: Counter[str] = Counter()
        sources: dict[str, None] = {}
        days: set[str] = set()
        rules: set[str] = set()
        evidence: list[Item] = []
        count = documents = last = 0
        for _, _, _, fields, told, rule, number, document, day in rows:
            forms[fields] += 1
            documents, last = documents + (number != last), number
            if len(sources) < self.sources:
                sources[document] = None
            days = {min(days | {day}), max(days | {day})} if day else days
            rules |= {rule} - {""}
            spans, kept = json.loads(told)
            count += spans
            evidence += [_span(document, span) for span in kept[: self.sources - len(evidence)]]
        return {
            "item": "relation",
            "type": type,
            **_fields(min(forms, key=lambda form: (-forms[form], form))),
            "count": count,
            "documents": documents,
            "first": min(days, default=None),
            "last": max(days, default=None),
            "sources": [json.loads(source) for source in sources],
            "evidence": evidence,
            "rules": sorted(rules),
        }

    def _relate(self) -> None:
        """Relations with the ids of joined entities, and the key by which they are the same."""
        self.db.execute(_TOLD)
        rows = self.db.execute("SELECT document, type, fields, content, evidence, rule FROM relation")
        told = (row for found in rows if (row := self._told(*found)) is not None)
        self.db.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?)", told)

    def _told(
        self, document: int, type: str, fields: str, content: str, evidence: str, rule: str
    ) -> tuple[Any, ...] | None:
        numbers: list[int] = []
        translated = {name: self._translated(value, numbers) for name, value in json.loads(fields).items()}
        if type in ("part_of", "agreement") and len(set(numbers)) < 2:
            return None  # both ends turned out to be one
        sort = TYPES.index(type) if type in TYPES else len(TYPES)
        subject = numbers[0] if numbers else 0
        joined = json.dumps([value for name, value in translated.items() if name not in LITERAL])
        key = f"{subject:012} {joined} {content}"
        written = safe(json.dumps(translated, ensure_ascii=False))
        return sort, key, subject, type, written, evidence, rule, document

    def _translated(self, value: Any, numbers: list[int]) -> Any:
        if isinstance(value, dict) and "entity" in value:
            numbers.append(self._numbers[value["entity"]])
            return self.id(numbers[-1])
        if isinstance(value, list):
            inner: list[int] = []
            others = [self._translated(entry, inner) for entry in value]
            numbers += sorted(set(inner))
            return [self.id(number) for number in sorted(set(inner))] + [other for other in others if not inner]
        return value


_TELLERS = """
SELECT t.sort, t.type, t.key, t.fields, t.evidence, t.rule, t.document, d.name, d.day
FROM told t CROSS JOIN ranked d ON d.id = t.document
ORDER BY t.sort, t.type, t.key, d.place, t.fields, t.evidence, t.rule
"""
_TOTALS = """
SELECT number, person, documents, mentions, first, last FROM numbered WHERE number BETWEEN ? AND ? ORDER BY number
"""
_BEARERS = """
SELECT number(e.id) AS number, e.name, d.name, reason(e.id), e.joinable, e.generic
FROM entity e CROSS JOIN ranked d ON d.id = e.document
WHERE number(e.id) BETWEEN ? AND ? ORDER BY number, d.place, e.id
"""
_POSTS = f"""
SELECT subject, title FROM (SELECT subject, json_extract(fields, '$.title') AS title,
  json_extract(fields, '$.status') AS status FROM told WHERE type = 'position')
WHERE title IS NOT NULL AND coalesce(status, '') NOT IN {PAST} AND subject BETWEEN ? AND ? ORDER BY subject
"""
_ALIASES = """
SELECT DISTINCT number(entity) AS number, name FROM alias WHERE number(entity) BETWEEN ? AND ? ORDER BY number, name
"""


class _Stream:
    """Rows sorted by the number in front, taken number by number."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, number: int) -> Iterator[tuple[Any, ...]]:
        """The rows of `number`, which must not be less than the one before."""
        while self._next is not None and self._next[0] < number:
            self._next = next(self._groups, None)
        if self._next is not None and self._next[0] == number:
            yield from self._next[1]


def fullest(called: Mapping[str, int]) -> str:
    """The longest name in Hangul, without legal form, of several the most frequent; in other letters only where there
    is no other."""

    def rank(name: str) -> tuple[bool, int, int, int, str]:
        return not _HANGUL.search(name), -len(squash(name)), -called[name], len(name), name

    return min(called, key=rank)


def _fields(written: str) -> Item:
    """The fields of a relation; parts of whole units, kept as text, are numbers again."""
    fields: Item = json.loads(written)
    if isinstance(fields.get("money"), dict):
        money = fields["money"]
        exact = {name: Decimal(money[name]) for name in ("amount", "amount_max") if isinstance(money.get(name), str)}
        fields["money"] = money | exact
    return fields


def _span(document: str, span: list[Any]) -> Item:
    start, end, text = span
    return {"document": json.loads(document), "start": start, "end": end, "text": text}
