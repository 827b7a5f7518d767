"""What stands out in a knowledge base: people and bodies, amounts, sources, and who appears with whom."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from kextract.merge import names
from kextract.merge.knowledge import Knowledge, fullest
from kextract.output.items import Item, is_held

_SPARE = 100  # entities looked at beyond those shown: some are too vague to show
_COMPANY = 200  # people among whom pairs are counted


@dataclass(frozen=True, slots=True)
class Overview:
    """Lists of the `top` first. A post is the words of a title with its organization."""

    documents: int
    first: str | None
    last: str | None
    people: list[tuple[Item, list[str]]]
    organizations: list[Item]
    amounts: list[tuple[str, str, int]]  # amount, currency, documents
    quoted: list[tuple[str, int, int]]  # name, quotations, documents
    together: list[tuple[str, str, int, list[tuple[str, int]]]]  # two names, documents, documents by month


def overview(knowledge: Knowledge, top: int = 10) -> Overview:
    """What a table shows of a knowledge base, `top` of a kind."""
    people = list(islice(_named(knowledge.entities(1, min(top + _SPARE, knowledge.people))), top))
    first = knowledge.people + 1
    organizations = list(islice(_named(knowledge.entities(first, first + top + _SPARE)), top))
    posts = _posts(knowledge, [knowledge.number(person["id"]) for person in people])
    days = knowledge.days()
    return Overview(
        knowledge.documents,
        *days,
        [(person, posts.get(person["id"], [])) for person in people],
        organizations,
        knowledge.db.execute(_AMOUNTS, (top,)).fetchall(),
        _quoted(knowledge, top),
        _together(knowledge, top),
    )


def _named(items: Iterable[Item]) -> Iterable[Item]:
    """Without 정부 and A씨: such names say little about who it is."""
    return (item for item in items if not item.get("generic") and not _is_vague(item))


def _is_vague(item: Item) -> bool:
    return names.is_partial(item["name"]) if item["type"] == "person" else names.is_bare_kind(item["name"])


_AMOUNTS = """
SELECT amount, currency, count(DISTINCT document) AS documents FROM money
GROUP BY amount, currency ORDER BY documents DESC, CAST(amount AS REAL) DESC, currency, amount LIMIT ?
"""


def _posts(knowledge: Knowledge, people: list[int]) -> dict[str, list[str]]:
    """Posts by the id of their holder, the most told first; 시장 is left out where 구미시장 is told."""
    query = (
        "SELECT fields, count(*) FROM told WHERE type = 'position' AND subject = ? GROUP BY key ORDER BY 2 DESC, key"
    )
    told = [json.loads(fields) for number in people for fields, _ in knowledge.db.execute(query, (number,))]
    called = called_by(knowledge, (knowledge.number(post["organization"]) for post in told if post["organization"]))
    posts: dict[str, list[_Held]] = {}
    for post in told:
        posts.setdefault(post["person"], []).append(_held(post, called))
    return {
        person: [
            " ".join(words for words in (post.status, post.words) if words) for post in held if _tells_most(post, held)
        ]
        for person, held in posts.items()
    }


@dataclass(frozen=True, slots=True)
class _Held:
    """A post in words: 전, 구미시, 시장; `place` is the office of a place that it names."""

    status: str
    body: str
    title: str
    place: str

    @property
    def words(self) -> str:
        return " ".join(word for word in (self.body, self.title) if word)


def _held(post: Item, called: dict[int | str, str]) -> _Held:
    body = called.get(post["organization"], "") if post["organization"] else ""
    told = post["title"] or ""
    title = names.bare_title(told, body) if body else told
    return _Held("" if is_held(post) else "전", body, title, names.place_post(told, body or None) if told else "")


def _tells_most(post: _Held, others: list[_Held]) -> bool:
    """Whether no other post says more: 구미시 시장 than 시장 and 구미시장, 샛별 감독 than 샛별."""
    if not post.words:
        return False
    same = [other for other in others if other.status == post.status and other is not post]
    if any(len(other.words) > len(post.words) and other.words.endswith(post.words) for other in same):
        return False
    if not post.title:
        return not any(other.body == post.body for other in same)
    return bool(post.body) or not post.place or not any(other.body and other.place == post.place for other in same)


def called_by(knowledge: Knowledge, numbers: Iterable[int]) -> dict[int | str, str]:
    """The names of entities by number and by id, in one pass over all."""
    wanted = set(numbers)
    forms: dict[int, Counter[str]] = {}
    if wanted:
        for number, name in knowledge.db.execute("SELECT number(id), name FROM entity"):
            if number in wanted:
                forms.setdefault(number, Counter())[name] += 1
    called: dict[int | str, str] = {number: fullest(form) for number, form in forms.items()}
    return called | {knowledge.id(number): fullest(form) for number, form in forms.items()}


def _quoted(knowledge: Knowledge, top: int) -> list[tuple[str, int, int]]:
    query = (
        "SELECT subject, count(*) AS quotes, count(DISTINCT document) AS documents FROM told "
        "WHERE type = 'statement' AND subject > 0 GROUP BY subject "
        "ORDER BY quotes DESC, documents DESC, subject LIMIT ?"
    )
    rows = knowledge.db.execute(query, (top + _SPARE,)).fetchall()
    called = called_by(knowledge, (subject for subject, _, _ in rows))
    told = [(called[subject], quotes, documents) for subject, quotes, documents in rows]
    return [row for row in told if not names.is_partial(row[0])][:top]


def _together(knowledge: Knowledge, top: int) -> list[tuple[str, str, int, list[tuple[str, int]]]]:
    db = knowledge.db
    db.execute("DROP TABLE IF EXISTS present")
    db.execute(
        "CREATE TABLE present AS SELECT DISTINCT document, number(id) AS number FROM entity "
        "WHERE person AND joinable AND number(id) <= ?",
        (_COMPANY,),
    )
    db.execute("CREATE INDEX present_document ON present (document)")
    pairs = db.execute(_PAIRS, (top,)).fetchall()
    called = called_by(knowledge, (number for first, second, _ in pairs for number in (first, second)))
    return [
        (called[first], called[second], documents, db.execute(_MONTHS, (first, second)).fetchall())
        for first, second, documents in pairs
    ]


_PAIRS = """
SELECT a.number, b.number, count(*) AS documents FROM present a
JOIN present b ON b.document = a.document AND b.number > a.number
GROUP BY a.number, b.number ORDER BY documents DESC, a.number, b.number LIMIT ?
"""
_MONTHS = """
SELECT substr(d.day, 1, 7) AS month, count(*) FROM present a JOIN present b ON b.document = a.document
JOIN document d ON d.id = a.document WHERE a.number = ? AND b.number = ? AND d.day IS NOT NULL
GROUP BY month ORDER BY month
"""


def month_words(months: list[tuple[str, int]]) -> list[str]:
    """A line a year: 2024: 01 03×2."""
    years: dict[str, list[str]] = {}
    for month, count in months:
        year, _, number = month.partition("-")
        years.setdefault(year, []).append(f"{number}×{count}" if count > 1 else number)
    return [f"{year}: {' '.join(numbers)}" for year, numbers in years.items()]
