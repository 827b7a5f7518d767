"""Where people and organizations stand in the graph: organizations left, people right, those that belong together side
by side. No chance in it: the same record gives the same picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kextract.output import Record
from kextract.output.facts import ends

LIMIT = 60  # nodes; more can be looked up in the tables
ROW, GAP = 40, 16  # height of a node, and between groups of nodes
_SWEEPS = 6
_PARTIES = 6  # of one agreement: each with each would be too many lines


@dataclass(frozen=True, slots=True)
class Edge:
    """Two entities and what joins them: position 시장."""

    one: str
    other: str
    type: str
    label: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Entities with the height of their middle, edges between them; `cut` where some were left out."""

    places: dict[str, float]
    edges: list[Edge]
    height: float
    cut: bool


def graph(record: Record) -> Graph:
    """The graph of all entities that a relation joins to another."""
    kinds = {entity["id"]: entity["type"] for entity in record["entities"]}
    weight = {entity["id"]: len(entity["mentions"]) for entity in record["entities"]}
    edges = list(dict.fromkeys(_edges(record["relations"], kinds)))
    joined = _joined(edges)
    ranked = sorted((id for id in kinds if id in joined), key=lambda id: -weight[id])
    shown = set(ranked[:LIMIT])
    kept = [edge for edge in edges if edge.one in shown and edge.other in shown]
    remaining = _joined(kept)
    left = [id for id in kinds if id in remaining]
    places, top = {}, 0.0
    for group in _components(left, kept):
        columns = _ordered([[id for id in group if kinds[id] == kind] for kind in ("organization", "person")], kept)
        height = ROW * max(map(len, columns))
        for column in columns:
            start = top + (height - ROW * len(column)) / 2
            places.update({id: start + ROW * (row + 0.5) for row, id in enumerate(column)})
        top += height + GAP
    return Graph(places, kept, max(top - GAP, 0), len(joined) > len(remaining))


def _joined(edges: Iterable[Edge]) -> set[str]:
    return {id for edge in edges for id in (edge.one, edge.other)}


def _edges(relations: Iterable[dict[str, Any]], kinds: dict[str, str]) -> Iterator[Edge]:
    for relation in relations:
        named = [id for id in ends(relation) if kinds.get(id) in ("person", "organization")]
        label = relation.get("title") or relation.get("kind") or ""
        for one, other in combinations(list(dict.fromkeys(named))[:_PARTIES], 2):
            yield Edge(one, other, relation["type"], str(label))


def _components(nodes: list[str], edges: list[Edge]) -> list[list[str]]:
    """Groups of nodes that are joined, the largest first."""
    group = {id: {id} for id in nodes}
    for edge in edges:
        merged = group[edge.one] | group[edge.other]
        group.update(dict.fromkeys(merged, merged))
    found: list[list[str]] = []
    for id in nodes:
        members = [other for other in nodes if other in group[id]]
        if members not in found:
            found.append(members)
    return sorted(found, key=lambda members: -len(members))


def _ordered(columns: list[list[str]], edges: list[Edge]) -> list[list[str]]:
    """The columns in an order with few crossings: each node near the middle of its neighbours, over and over."""
    near: dict[str, list[str]] = {}
    for edge in edges:
        near.setdefault(edge.one, []).append(edge.other)
        near.setdefault(edge.other, []).append(edge.one)
    for sweep in range(_SWEEPS):
        moved, fixed = columns[sweep % 2], columns[1 - sweep % 2]
        rows = {id: row / max(len(fixed), 1) for row, id in enumerate(fixed)}
        own = {id: row / max(len(moved), 1) for row, id in enumerate(moved)}
        columns[sweep % 2] = sorted(moved, key=lambda id, rows=rows, own=own: _middle(near[id], rows, own[id]))  # type: ignore[misc]
    return columns


def _middle(neighbours: list[str], rows: dict[str, float], own: float) -> float:
    heights = [rows[id] for id in neighbours if id in rows]
    return sum(heights) / len(heights) if heights else own
