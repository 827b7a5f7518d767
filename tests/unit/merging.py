"""Records for the tests of merging: short to write, and many at once."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from typing import Any

from kextract.merge import Knowledge, Store

Record = dict[str, Any]
Post = tuple[str | None, str | None]  # organization, title


def record(
    id: str,
    people: dict[str, list[Post]] | None = None,
    organizations: dict[str, list[str]] | None = None,
    *,
    aliases: dict[str, list[str]] | None = None,
    generic: Iterable[str] = (),
    day: str | None = "2024-01-17",
    said: dict[str, str] | None = None,
) -> Record:
    """A document: people with posts and `aliases`, organizations with their other names, who said what."""
    bodies = dict(organizations or {})
    for posts in (people or {}).values():
        for organization, _ in posts:
            if organization:
                bodies.setdefault(organization, [])
    builder = _Builder(set(generic))
    for name, others in bodies.items():
        builder.entity("organization", name, others)
    for name in people or {}:
        builder.entity("person", name, (aliases or {}).get(name, []))
    for name, posts in (people or {}).items():
        for organization, title in posts:
            ends = {"person": builder.ids[name], "organization": builder.ids[organization] if organization else None}
            builder.relation("position", {**ends, "title": title})
    for name, quote in (said or {}).items():
        builder.relation("statement", {"speaker": builder.ids[name], "quote": quote, "date": None})
    date = {"value": day, "source": "text", "text": day} if day else None
    return {
        "id": id,
        "date": date,
        "mentions": builder.mentions,
        "entities": builder.entities,
        "relations": builder.relations,
    }


class _Builder:
    def __init__(self, generic: set[str]) -> None:
        self.generic = generic
        self.ids: dict[str, str] = {}
        self.mentions: list[Record] = []
        self.entities: list[Record] = []
        self.relations: list[Record] = []

    def entity(self, type: str, name: str, aliases: list[str]) -> None:
        count = sum(entity["type"] == type for entity in self.entities)
        mention, self.ids[name] = f"m{len(self.mentions) + 1}", f"{type[0]}{count + 1}"
        flag = {"generic": True} if name in self.generic else {}
        span = {"text": name, "start": 0, "end": len(name), "entity": self.ids[name], **flag, "rule": f"{type}.x"}
        self.mentions.append({"id": mention, "type": type, **span})
        own = {"id": self.ids[name], "type": type, "name": name, "aliases": aliases, "mentions": [mention]}
        self.entities.append(own)

    def relation(self, type: str, fields: Record) -> None:
        evidence = [{"start": 0, "end": 3, "text": "증거 "}]
        self.relations.append({"type": type, **fields, "evidence": evidence, "rule": f"{type}.x"})


def merged(records: Iterable[Record], sources: int = 5) -> list[Record]:
    """The items of the knowledge base of records."""
    store = Store()
    for entry in records:
        store.add(entry)
    items = list(Knowledge(store, sources).items())
    store.close()
    return items


def entities(items: Iterable[Record], name: str) -> list[Record]:
    return [item for item in items if item["item"] == "entity" and name in (item["name"], *item["aliases"])]


_SURNAMES = "김이박최정강조윤장임한오서신권황안송류홍"
_SYLLABLES = "가나다라마바사하민준서연지우현도윤재은채원호"
_STEMS = (
    "가온 누리 다솜 마루 바론 새빛 아람 자람 차오름 카움 타래 파랑 하람 한빛 해솔 온새 늘품 별하 솔찬 예그리나".split()
)
_KINDS = "전자 건설 제약 은행 대학교 병원 연구원 미디어 물산 화학".split()
_TITLES = "사장 대표이사 교수 원장 이사장 팀장 연구원 부장".split()


def generated(count: int, seed: int = 1) -> Iterator[Record]:
    """Documents as news has them: a few names in many, most in few; each with people, posts, quotations, amounts."""
    random_ = random.Random(seed)
    stems = [a + b for a in _STEMS for b in ["", *_STEMS]]
    bodies = [stem + kind for stem in stems for kind in _KINDS]
    for number in range(count):
        yield _generated(random_, number, bodies)


def _generated(random_: random.Random, number: int, bodies: list[str]) -> Record:
    def skewed(size: int) -> int:
        return int(size * random_.random() ** 3)

    people: dict[str, list[Post]] = {}
    for _ in range(4):
        chosen = skewed(20000)
        syllables = len(_SYLLABLES)
        first, second = chosen // 20 % syllables, chosen // 20 // syllables % syllables
        name = _SURNAMES[chosen % 20] + _SYLLABLES[first] + _SYLLABLES[second]
        title = _TITLES[chosen % len(_TITLES)]
        people[name] = [(bodies[chosen * 7 % len(bodies)], title)] if random_.random() < 0.8 else []
    organizations: dict[str, list[str]] = {bodies[skewed(len(bodies))]: [] for _ in range(4)}
    day = f"202{number % 5}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    said = {name: f"{name}의 말 {number % 997}" for name in list(people)[:2]}
    built = record(f"news/{number:06}.txt", people, organizations, day=day, said=said)
    money = {"amount": skewed(1000) * 10**8, "currency": "KRW", "precision": "exact", "currency_stated": True}
    span = {"id": "m99", "type": "money", "text": "…", "start": 0, "end": 1, **money, "rule": "money.x"}
    built["mentions"].append(span)
    return built


if __name__ == "__main__":  # python -m tests.unit.merging 100000 > records.jsonl
    import sys

    for entry in generated(int(sys.argv[1])):
        print(json.dumps(entry, ensure_ascii=False))
