"""A record written by hand that has something of everything."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator

from kextract.model import (
    DateValue,
    Entity,
    Mention,
    MoneyValue,
    Reference,
    Relation,
    Result,
)
from kextract.schema import SCHEMA

VALIDATOR = Draft202012Validator(SCHEMA)
TEXT = (
    "새빛시 김하늘 시장은 17일 마르코 벨리니(Marco Bellini) 가온전자 대표이사 겸 가온문화재단 이사장과 만나 "
    "30억∼40억원 또는 1.25달러를 논의했다."
)


def _at(text: str) -> tuple[str, int, int]:
    start = TEXT.index(text)
    return text, start, start + len(text)


def full_result() -> Result:
    """One document with every type of mention, entity and relation."""
    day = DateValue("2024-01-17", "point", "2024-01-17", "2024-01-17", "day", True, {"zone": "KST"})
    range_ = MoneyValue(Decimal("3E+9"), "KRW", amount_max=Decimal("4E+9"), currency_stated=False)
    dollars = MoneyValue(Decimal("1.250"), "USD", "at_least", extra={"per": "개"})
    mentions = [
        Mention("m1", "organization", *_at("새빛시"), "organization.place", "o1"),
        Mention("m2", "person", *_at("김하늘"), "person.title", "p1"),
        Mention("m3", "date", *_at("17일"), "date.day", value=day),
        Mention("m4", "person", *_at("마르코 벨리니"), "person.foreign", "p2"),
        Mention("m5", "organization", *_at("가온전자"), "organization.head", "o2"),
        Mention("m6", "organization", *_at("가온문화재단"), "organization.head", "o3", generic=True),
        Mention("m7", "money", *_at("30억∼40억원"), "money.range", value=range_),
        Mention("m8", "money", *_at("1.25달러"), "money.amount", value=dollars),
    ]
    entities = [
        Entity("o1", "organization", "새빛시", [], ["m1"]),
        Entity("p1", "person", "김하늘", ["김 시장"], ["m2"]),
        Entity("p2", "person", "마르코 벨리니", ["Marco Bellini"], ["m4"]),
        Entity("o2", "organization", "가온전자", ["가온"], ["m5"]),
        Entity("o3", "organization", "가온문화재단", [], ["m6"]),
    ]
    relations = [
        Relation(
            "position", {"person": "p1", "organization": "o1", "title": "시장"}, [(0, 10, TEXT[:10])], "position.x"
        ),
        Relation(
            "position", {"person": "p2", "organization": "o2", "title": "대표이사"}, [(0, 3, "새빛시")], "position.x"
        ),
        Relation(
            "position", {"person": "p2", "organization": "o3", "title": "이사장"}, [(0, 3, "새빛시")], "position.x"
        ),
    ]
    return Result(
        "news/1.txt", Reference("2024-01-18T10:50", "text", "등록 2024.01.18 10:50"), mentions, entities, relations
    )


def full_record() -> dict[str, Any]:
    return full_result().to_record()


def empty_record(id: str = "empty") -> dict[str, Any]:
    return Result(id, None, [], [], []).to_record()


def schema_errors(record: dict[str, Any]) -> list[str]:
    """What the schema has against a record, each with its place; the innermost reasons only."""
    found = list(VALIDATOR.iter_errors(record))
    leaves = []
    while found:
        error = found.pop()
        deepest = max((e.absolute_path for e in error.context), key=len, default=())
        found += [e for e in error.context if len(e.absolute_path) == len(deepest)]
        if not error.context:
            leaves.append(f"{error.json_path}: {error.message[:200]}")
    return leaves
