"""What every stage hands on: candidates inside the pipeline, a `Result` outside. Imports nothing of ours.

Offsets of a `Candidate` count code points of the NORMALISED text, those of a `Mention` code points of the text as
the caller gave it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

MentionType = Literal["organization", "person", "date", "money"]
MENTION_TYPES: tuple[MentionType, ...] = ("organization", "person", "date", "money")

Precision = Literal["exact", "approximate", "at_least", "at_most", "more_than", "less_than"]
DateKind = Literal["point", "range", "duration", "time", "set"]
ReferenceSource = Literal["option", "field", "text", "metadata"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name with the sentences that show what it is for.

    `examples` mark the mention that the rule must give: `그는 [[3억5천만원]]을 받았다.` `counters` are sentences in
    which the rule must give nothing. A test runs all of them through the whole pipeline.
    """

    name: str
    about: str
    examples: tuple[str, ...]
    counters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named, signed reason for or against a candidate."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Reference:
    """The day (or minute) that relative dates are read against, ISO 8601, and where it came from."""

    value: str
    source: ReferenceSource
    text: str | None = None


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as read. `value` is EDTF or an ISO 8601 duration; `first` and `last` are inclusive ISO days or minutes,
    None while unresolved. `extra` holds further record fields in their order (zone, weekday conflict …)."""

    value: str
    kind: DateKind
    first: str | None
    last: str | None
    grain: str
    relative: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """An amount in units of `currency` (ISO 4217). `amount_max` is a range's upper end. `extra` holds further record
    fields in their order (per, same_as …)."""

    amount: Decimal
    currency: str
    precision: Precision = "exact"
    currency_stated: bool = True
    amount_max: Decimal | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnValue:
    """What a user's rule or list says of a mention: a value, and the parts of the text that it notes by name."""

    value: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the person rules saw around a name. `title` and `organization` are spans in the normalised text.

    `form` is full (김두혁), surname (남 시장), given (재국씨), masked (A씨, 김모씨), foreign
    (안나 코르호넨) or group (a band).
    """

    form: Literal["full", "surname", "given", "masked", "foreign", "group"] = "full"
    title: tuple[int, int] | None = None
    status: str | None = None
    aliases: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """What the organization rules know of a name: lexicon class, canonical name, appositions as spans."""

    name_class: str = ""
    canonical: str | None = None
    generic: bool = False
    aliases: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Candidate:
    """A span that a rule proposes, in code points of the normalised text. Eligible when `score` > 0; where eligible
    candidates overlap, `resolve` decides. `facts` is the extractor's own value: MoneyValue, a date expression,
    PersonFacts or OrganizationFacts. A `settled` date or amount is no part of a name."""

    type: str  # a MentionType, or one of a user's own
    start: int
    end: int
    rule: str
    score: float
    facts: Any = None
    evidence: tuple[Evidence, ...] = ()
    settled: bool = False


@dataclass(slots=True)
class Mention:
    """A mention in the text as given: `text[start:end] == mention.text`."""

    id: str
    type: str  # a MentionType, or one of a user's own
    text: str
    start: int
    end: int
    rule: str
    entity: str | None = None
    generic: bool = False
    value: DateValue | MoneyValue | OwnValue | None = None
    evidence: tuple[Evidence, ...] = ()

    def to_record(self) -> dict[str, Any]:
        """The mention as the JSON object of the record, keys in the contract's order. Amounts stay Decimal."""
        record: dict[str, Any] = {
            "id": self.id,
            "type": self.type,
            "text": self.text,
            "start": self.start,
            "end": self.end,
        }
        if self.entity is not None:
            record["entity"] = self.entity
        if self.generic:
            record["generic"] = True
        if isinstance(self.value, DateValue):
            record["value"] = self.value.value
            record["kind"] = self.value.kind
            record["from"] = self.value.first
            record["to"] = self.value.last
            record["grain"] = self.value.grain
            record["relative"] = self.value.relative
            record.update(self.value.extra)
        elif isinstance(self.value, MoneyValue):
            record["amount"] = self.value.amount
            if self.value.amount_max is not None:
                record["amount_max"] = self.value.amount_max
            record["currency"] = self.value.currency
            record["precision"] = self.value.precision
            record["currency_stated"] = self.value.currency_stated
            record.update(self.value.extra)
        elif isinstance(self.value, OwnValue):
            if self.value.value is not None:
                record["value"] = self.value.value
            if self.value.fields:
                record["fields"] = dict(self.value.fields)
        record["rule"] = self.rule
        return record


@dataclass(slots=True)
class Entity:
    """A person or organization of one document: its fullest name, other names, and the ids of its mentions."""

    id: str
    type: Literal["person", "organization"]
    name: str
    aliases: list[str] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)

    def to_record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "type": self.type,
            "name": self.name,
            "aliases": self.aliases,
            "mentions": self.mentions,
            **self.extra,
        }


@dataclass(slots=True)
class Relation:
    """A statement that joins entities. `fields` are in record order; `evidence` spans are in the text as given."""

    type: str
    fields: dict[str, Any]
    evidence: list[tuple[int, int, str]]
    rule: str = ""

    def to_record(self) -> dict[str, Any]:
        evidence = [{"start": start, "end": end, "text": text} for start, end, text in self.evidence]
        return {"type": self.type, **self.fields, "evidence": evidence, "rule": self.rule}


@dataclass(slots=True)
class Result:
    """Everything found in one document."""

    id: str | int | None
    date: Reference | None
    mentions: list[Mention]
    entities: list[Entity]
    relations: list[Relation]

    def to_record(self) -> dict[str, Any]:
        """The record of the contract: plain dicts and lists, amounts as Decimal."""
        date = self.date and {"value": self.date.value, "source": self.date.source, "text": self.date.text}
        return {
            "id": self.id,
            "date": date,
            "mentions": [mention.to_record() for mention in self.mentions],
            "entities": [entity.to_record() for entity in self.entities],
            "relations": [relation.to_record() for relation in self.relations],
        }
