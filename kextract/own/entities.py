"""The canonical names of a user's lexicon: mentions that share one are one entity, and bear it."""

from __future__ import annotations

from collections.abc import Sequence

from kextract.entities import Cluster, numbered
from kextract.model import Candidate
from kextract.own.find import LEXICON_RULE, Own


def name(text: str, found: Sequence[Candidate], clusters: Sequence[Cluster], own: Own) -> list[Cluster]:
    """The clusters, joined and named as the lexicon says, numbered anew."""
    named: dict[tuple[str, str], Cluster] = {}
    kept: list[Cluster] = []
    for cluster in clusters:
        canonical = _canonical(text, found, cluster, own)
        known = named.get((cluster.type, canonical)) if canonical else None
        if known is None:
            kept.append(cluster)
            if canonical:
                named[cluster.type, canonical] = cluster
                _call(cluster, canonical, [cluster.name, *cluster.aliases])
            continue
        known.members = sorted([*known.members, *cluster.members])
        known.titles |= cluster.titles
        known.keys |= cluster.keys
        _call(known, canonical, [*known.aliases, cluster.name, *cluster.aliases])
    return numbered(kept)


def _canonical(text: str, found: Sequence[Candidate], cluster: Cluster, own: Own) -> str:
    """The name that the lexicon gives to one of the mentions; the first counts."""
    for place in cluster.members:
        mention = found[place]
        if mention.rule == LEXICON_RULE:
            surface = text[mention.start : mention.end]
            entry = own.names.get(surface)
            return (entry and entry.name) or surface
    return ""


def _call(cluster: Cluster, canonical: str, names: Sequence[str]) -> None:
    cluster.name = canonical
    cluster.aliases = [other for other in dict.fromkeys(names) if other != canonical]
