"""Mentions that are one person or one organization, and names as they are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

_LEGAL_FORM = re.compile(r"㈜|㈔|㈶|\((?:주|사|재|유)\)|주식회사|유한회사|재단법인|사단법인")
_LEGAL_SIGN = re.compile("[㈜㈔㈶(]|회사|법인")  # in nearly no name: the cheap question first


@dataclass(slots=True)
class Cluster:
    """The mentions (places in the list of candidates) that are one person or organization, with its names.

    `kind` tells how well a person is named: full, surname (남 시장), masked (김모씨, A씨) or a group (a band).
    """

    id: str
    type: Literal["person", "organization"]
    name: str
    aliases: list[str] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    kind: str = "full"
    keys: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    posts: list[tuple[str, str]] = field(default_factory=list)  # bodies told beside the full name, with the title

    def call(self, name: str) -> None:
        """Adds a name; the first one given stays the canonical one until a fuller one is chosen."""
        if name != self.name and name not in self.aliases:
            self.aliases.append(name)


@lru_cache(maxsize=4096)  # every name is compared with many others
def squash(name: str) -> str:
    """A name as it is compared: no blanks, no legal form. `㈜한빛 소프트` is `한빛소프트`."""
    if _LEGAL_SIGN.search(name):
        name = _LEGAL_FORM.sub("", name)
    return "".join(name.split())


def merged(own: list[Cluster], groups: list[Cluster]) -> Cluster:
    """One cluster of several that turn out to be the same."""
    first, *others = own
    for other in others:
        first.members += other.members
        first.keys |= other.keys
        for name in (other.name, *other.aliases):
            first.call(name)
        groups.remove(other)
    first.members.sort()
    return first


def names_of(group: Cluster) -> list[str]:
    return [group.name, *group.aliases]


def numbered(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters in the order of their first mention, with ids by type: p1, o1, p2 …"""
    clusters.sort(key=lambda cluster: cluster.members[0])
    counts = {"person": 0, "organization": 0}
    for cluster in clusters:
        counts[cluster.type] += 1
        cluster.id = f"{cluster.type[0]}{counts[cluster.type]}"
    return clusters
