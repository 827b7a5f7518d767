"""Which mentions of organizations are one: by canonical name, apposition, legal form, short form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kextract import lexicon
from kextract.entities.cluster import Cluster, merged, names_of, squash
from kextract.model import Candidate, OrganizationFacts
from kextract.rules.organization.names import catalog

_HANGUL = re.compile("[가-힣]")
_BARE_PLACES = frozenset({"시", "군", "구", "도"})
_PLACE_NAME = re.compile(r"(?<![가-힣])[가-힣]{1,4}[시군구도](?=[은는이가와과의에도를,·\s]|$)")
_FIRMS = frozenset({"company", "group", "team"})
_OWNER = re.compile("모기업|모회사|지주회사|그룹")  # a text that tells a firm from its group


def organizations(text: str, found: Sequence[Candidate], places: Iterable[int]) -> list[Cluster]:
    """The organizations that the mentions at `places` name."""
    groups: list[Cluster] = []
    several: bool | None = None
    for place in places:
        mention = found[place]
        facts = mention.facts if isinstance(mention.facts, OrganizationFacts) else OrganizationFacts()
        name = text[mention.start : mention.end]
        if name in _BARE_PLACES:
            several = _names_several_places(text) if several is None else several
            facts = OrganizationFacts(facts.name_class, None, facts.generic) if several else facts
        keys = _organization_keys(name, facts) | {squash(text[start:end]) for start, end in facts.aliases}
        own = [group for group in groups if keys & group.keys]
        group = merged(own, groups) if own else Cluster("", "organization", name)
        if not own:
            groups.append(group)
        group.members.append(place)
        group.keys |= keys
        group.call(name)
        for start, end in facts.aliases:
            group.call(text[start:end])
    _join_short(groups)
    _join_first_words(text, found, groups)
    for group in groups:
        _choose_name(group)
    return groups


def _organization_keys(name: str, facts: OrganizationFacts) -> set[str]:
    keys = {squash(name)}
    bare = _without_country(name)
    if bare and len(squash(bare)) >= 4:
        keys.add(squash(bare))
    if facts.canonical:
        keys.add(squash(facts.canonical))
    return keys


def _without_country(name: str) -> str:
    """샌디에이고시 of 미국 샌디에이고시; empty when there is none, or nothing but a common word is left."""
    first, blank, rest = name.partition(" ")
    return rest if blank and first in lexicon.words("places/countries.tsv") else ""


def _join_short(groups: list[Cluster]) -> None:
    """해양조사협회 after 한국해양조사협회: the tail of exactly one name that stood earlier in the text."""
    for short in list(groups):
        key = squash(short.name)
        if len(key) < 4 or len(short.aliases) > 0:
            continue
        longer = [
            group
            for group in groups
            if group is not short
            and group.members[0] < short.members[0]
            and any(name.endswith(key) and len(name) >= len(key) + 2 for name in map(squash, names_of(group)))
        ]
        if len(longer) == 1:
            merged([longer[0], short], groups)


def _join_first_words(text: str, found: Sequence[Candidate], groups: list[Cluster]) -> None:
    """한화 after 한화 이글스, 삼성 after 삼성전자: the beginning of the only such name that stood earlier."""
    for short in list(groups):
        key = squash(short.name)
        if short.aliases or not 2 <= len(key) <= 4 or _class(found, short) not in _FIRMS:
            continue
        longer = [g for g in groups if g is not short and any(squash(n).startswith(key) for n in names_of(g))]
        if len(longer) != 1 or longer[0].members[0] > short.members[0] or _class(found, longer[0]) not in _FIRMS:
            continue
        if not _OWNER.search(text):
            merged([longer[0], short], groups)


def _class(found: Sequence[Candidate], group: Cluster) -> str:
    facts = found[group.members[0]].facts
    return facts.name_class if isinstance(facts, OrganizationFacts) else ""


def _names_several_places(text: str) -> bool:
    """Whether a text speaks of more than one municipality, so that 시 alone may be either."""
    entries = catalog().entries
    named = {
        entry.canonical
        for word in _PLACE_NAME.findall(text)
        if (entry := entries.get(word)) is not None and entry.name_class == "local"
    }
    return len(named) > 1


def _choose_name(group: Cluster) -> None:
    """The fullest name in the text: the longest Hangul one, without legal form; Latin only when there is no other."""
    names = names_of(group)
    best = max(names, key=lambda name: (bool(_HANGUL.search(name)), len(squash(name)), -len(name)))
    group.name, group.aliases = best, [name for name in names if name != best]
