"""Which entities of different documents are one.

Every rule is a list of tokens: entities with the same token are one. What comes out is a partition, and that does not
depend on the order in which its pieces were put together.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter

from kextract.merge import names
from kextract.merge.store import ALIAS, POST, Store


class Partition:
    """Sets of the numbers 1 … count, four bytes a number."""

    def __init__(self, count: int) -> None:
        self._parents = array("l", range(count + 1))
        self._reasons = array("b", bytes(count + 1))

    def root(self, number: int) -> int:
        """The number that stands for all that `number` is joined to."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, first: int, second: int, reason: int) -> None:
        """Puts the sets of two numbers together and notes why, even where they are one already."""
        self._parents[self.root(second)] = self.root(first)
        self._reasons[first] |= reason
        self._reasons[second] |= reason

    def reason(self, number: int) -> int:
        """The reasons noted at the number itself."""
        return self._reasons[number]


def join(store: Store) -> Partition:
    """Bodies first, since people are told apart by them."""
    db, partition = store.db, Partition(store.entities)
    db.create_function("root", 1, partition.root)
    _same(partition, db.execute("SELECT token, entity, reason FROM token ORDER BY token"))
    _aliases(partition, db, 0, names.are_variants)
    _aliases(partition, db, 1, lambda first, second: False)
    posts = db.execute("SELECT key || ' ' || root(organization) AS held, person FROM post ORDER BY held")
    _same(partition, ((held, person, POST) for held, person in posts))
    return partition


def _same(partition: Partition, rows: Iterable[tuple[str, int, int]]) -> None:
    """Joins neighbours with the same token."""
    last, first = "", 0
    for token, entity, reason in rows:
        if token != last:
            last, first = token, entity
        elif entity != first:
            partition.join(first, entity, reason)


# each alias that may join with the keys of those that bear it, one of them for each key, and whoever is named so
_BEARERS = """
SELECT a.key, e.key, min(e.id) FROM alias a CROSS JOIN entity e ON e.id = a.entity
WHERE a.joins AND e.person = :person GROUP BY a.key, e.key
UNION ALL
SELECT e.key, e.key, min(e.id) FROM entity e
WHERE e.person = :person AND NOT e.generic AND e.key IN (SELECT key FROM alias WHERE joins) GROUP BY e.key
ORDER BY 1, 2, 3
"""


def _aliases(
    partition: Partition, db: sqlite3.Connection, person: int, are_variants: Callable[[str, str], bool]
) -> None:
    """Joins through another name where it stands for one name only, or for variants of one."""
    for alias, rows in groupby(db.execute(_BEARERS, {"person": person}), itemgetter(0)):
        bearers = {key: entity for _, key, entity in rows}
        full = sorted(key for key in bearers if key != alias)
        if not full or not all(are_variants(full[0], other) or are_variants(other, full[0]) for other in full[1:]):
            continue
        first, *others = bearers.values()
        for other in others:
            partition.join(first, other, ALIAS)
