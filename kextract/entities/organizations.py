"""Which mentions of organizations are one: by canonical name, apposition, legal form, short form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from kextract import lexicon
from kextract.entities.cluster import Cluster, merged, names_of, squash
from kextract.model import Candidate, OrganizationFacts
from kextract.rules.organization.names import catalog

_HANGUL = re.compile("[가-힣]")
_BARE_PLACES = frozenset({"시", "군", "구", "도"})
_PLACE_NAME = re.compile(r"(?<![가-힣])[가-힣]{1,4}[시군구도](?=[은는이가와과의에도를,·\s]|$)")
_TAIL = 4  # letters of a short name that may be the tail of a longer one
_BEGINNING = range(2, 5)  # letters of one that may be the beginning
_NO_FACTS = OrganizationFacts()
_FIRMS = frozenset({"company", "group", "team"})
_OWNER = re.compile("모기업|모회사|지주회사|그룹")  # a text that tells a firm from its group


def organizations(text: str, found: Sequence[Candidate], places: Iterable[int]) -> list[Cluster]:
    """The organizations that the mentions at `places` name."""
    groups: list[Cluster] = []
    bearers: dict[str, Cluster] = {}
    several: bool | None = None
    for place in places:
        mention = found[place]
        facts = mention.facts if isinstance(mention.facts, OrganizationFacts) else _NO_FACTS
        name = text[mention.start : mention.end]
        if name in _BARE_PLACES:
            several = _names_several_places(text) if several is None else several
            facts = OrganizationFacts(facts.name_class, None, facts.generic) if several else facts
        keys = _organization_keys(name, facts)
        keys += [squash(text[start:end]) for start, end in facts.aliases]
        own = {id(group): group for key in keys if (group := bearers.get(key)) is not None}
        group = merged(_in_order(own.values()), groups) if own else Cluster("", "organization", name)
        if not own:
            groups.append(group)
        group.members.append(place)
        group.keys.update(keys)
        for key in group.keys if len(own) > 1 else keys:
            bearers[key] = group
        group.call(name)
        for start, end in facts.aliases:
            group.call(text[start:end])
    _join_short(groups)
    _join_first_words(text, found, groups)
    for group in groups:
        _choose_name(group)
    return groups


def _in_order(groups: Iterable[Cluster]) -> list[Cluster]:
    """The one that stood first in front."""
    return sorted(groups, key=lambda group: group.members[0])


def _organization_keys(name: str, facts: OrganizationFacts) -> list[str]:
    keys = [squash(name)]
    bare = _without_country(name) if " " in name else ""
    if bare and len(squash(bare)) >= 4:
        keys.append(squash(bare))
    if facts.canonical:
        keys.append(squash(facts.canonical))
    return keys


def _without_country(name: str) -> str:
    """샌디에이고시 of 미국 샌디에이고시; empty when there is none, or nothing but a common word is left."""
    first, blank, rest = name.partition(" ")
    return rest if blank and first in lexicon.words("places/countries.tsv") else ""


def _join_short(groups: list[Cluster]) -> None:
    """해양조사협회 after 한국해양조사협회: the tail of exactly one name that stood earlier in the text."""
    shorts = {key: group for group in groups if not group.aliases and len(key := squash(group.name)) >= _TAIL}
    longer = _longer(groups, shorts, lambda name, size: name[-size:] if size < len(name) - 1 else "")
    for key, bearing in longer.items():
        earlier = [group for group in bearing if group.members[0] < shorts[key].members[0]]
        if len(earlier) == 1:
            merged([earlier[0], shorts[key]], groups)


def _join_first_words(text: str, found: Sequence[Candidate], groups: list[Cluster]) -> None:
    """한화 after 한화 이글스, 삼성 after 삼성전자: the beginning of the only such name that stood earlier."""
    shorts = {
        key: group
        for group in groups
        if not group.aliases and _class(found, group) in _FIRMS and len(key := squash(group.name)) in _BEGINNING
    }
    if not shorts or _OWNER.search(text):
        return
    longer = _longer(groups, shorts, lambda name, size: name[:size] if size < len(name) else "")
    for key, bearing in longer.items():
        earlier = bearing[0].members[0] < shorts[key].members[0]
        if len(bearing) == 1 and earlier and _class(found, bearing[0]) in _FIRMS:
            merged([bearing[0], shorts[key]], groups)


def _longer(
    groups: Iterable[Cluster], shorts: Mapping[str, Cluster], piece: Callable[[str, int], str]
) -> dict[str, list[Cluster]]:
    """For each key of `shorts` the clusters with a longer name that has it as its piece."""
    found: dict[str, list[Cluster]] = {}
    sizes = sorted({len(key) for key in shorts})
    for group in groups:
        for name in map(squash, names_of(group)):
            for size in sizes:
                key = piece(name, size)
                if key in shorts and group not in (bearing := found.setdefault(key, [])):
                    bearing.append(group)
    return found


def _class(found: Sequence[Candidate], group: Cluster) -> str:
    facts = found[group.members[0]].facts
    return facts.name_class if isinstance(facts, OrganizationFacts) else ""


def _names_several_places(text: str) -> bool:
    """Whether a text speaks of more than one municipality, so that 시 alone may be either."""
    names = catalog()
    named = {
        entry.canonical
        for word in _PLACE_NAME.findall(text)
        if (entry := names.get(word)) is not None and entry.name_class == "local"
    }
    return len(named) > 1


def _choose_name(group: Cluster) -> None:
    """The fullest name in the text: the longest Hangul one, without legal form; Latin only when there is no other."""
    names = names_of(group)
    best = max(names, key=lambda name: (bool(_HANGUL.search(name)), len(squash(name)), -len(name)))
    group.name, group.aliases = best, [name for name in names if name != best]
