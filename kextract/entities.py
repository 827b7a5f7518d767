"""Which mentions of a document are one person or one organization.

Precision before recall: a surname with a title (남 시장) joins a known person only when exactly one fits; two mentions
that may be different stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from kextract import lexicon
from kextract.model import Candidate, OrganizationFacts, PersonFacts

_LEGAL_FORM = re.compile(r"㈜|㈔|㈶|\((?:주|사|재|유)\)|주식회사|유한회사|재단법인|사단법인")
_LEGAL_SIGN = re.compile("[㈜㈔㈶(]|회사|법인")  # in nearly no name: the cheap question first
_HANGUL = re.compile("[가-힣]")
_TITLE_HEAD = 2  # letters of a title that tell whether two titles may be one: 구미시장, 시장


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


def cluster(text: str, found: Sequence[Candidate]) -> list[Cluster]:
    """Groups the person and organization candidates of a document, in the order of their first mention."""
    people = [i for i, c in enumerate(found) if c.type == "person"]
    organizations = [i for i, c in enumerate(found) if c.type == "organization"]
    groups = _people(text, found, people) + _organizations(text, found, organizations)
    groups.sort(key=lambda group: group.members[0])
    counts = {"person": 0, "organization": 0}
    for group in groups:
        counts[group.type] += 1
        group.id = f"{group.type[0]}{counts[group.type]}"
    return groups


# --- people ----------------------------------------------------------------------------------------------------


def _people(text: str, found: Sequence[Candidate], places: Iterable[int]) -> list[Cluster]:
    groups: list[Cluster] = []
    later: list[tuple[int, PersonFacts]] = []
    for place in places:
        facts = found[place].facts if isinstance(found[place].facts, PersonFacts) else PersonFacts()
        if facts.form in ("surname", "masked", "given"):
            later.append((place, facts))
        else:
            _named_person(text, found[place], place, facts, groups)
    for place, facts in later:
        _part_named_person(text, found[place], place, facts, groups)
    for group in groups:
        group.members.sort()
    return groups


def _named_person(text: str, mention: Candidate, place: int, facts: PersonFacts, groups: list[Cluster]) -> None:
    name = text[mention.start : mention.end]
    key = squash(name)
    group = next((g for g in groups if key in g.keys), None) or _partial_foreign(name, facts, groups)
    if group is None:
        group = Cluster("", "person", name, kind="group" if facts.form == "group" else "full")
        groups.append(group)
    _join(text, group, place, mention, facts)
    group.keys.add(key)
    if facts.form == "foreign" and " " in name and " " not in group.name:
        group.call(group.name)
        group.aliases.append(group.name)
        group.name = name
    group.call(name)
    group.aliases = [alias for alias in group.aliases if alias != group.name]


def _partial_foreign(name: str, facts: PersonFacts, groups: Sequence[Cluster]) -> Cluster | None:
    """코르호넨 after 안나 코르호넨: one word of exactly one known name of several words."""
    if facts.form != "foreign" or " " in name:
        return None
    fitting = [
        group for group in groups if " " in group.name and name in group.name.split()[:: max(1, group.name.count(" "))]
    ]
    return fitting[0] if len(fitting) == 1 else None


def _part_named_person(text: str, mention: Candidate, place: int, facts: PersonFacts, groups: list[Cluster]) -> None:
    part = text[mention.start : mention.end]
    title = _title(text, facts)
    called = text[mention.start : facts.title[1]] if facts.title and facts.title[0] >= mention.end else part
    if _is_distant(called, part):
        called = part
    fitting = _fitting(part, title, place, facts, groups)
    if len(fitting) == 1:
        group = fitting[0]
    else:
        kind = "masked" if facts.form == "masked" else "surname"
        group = Cluster("", "person", called, kind=kind, keys={part})
        groups.append(group)
    _join(text, group, place, mention, facts)
    group.call(called)


def _is_distant(called: str, part: str) -> bool:
    """A title that stands far from the name does not belong into what the person is called."""
    return len(called) > len(part) + 16 or "\n" in called


def _fitting(part: str, title: str, place: int, facts: PersonFacts, groups: Sequence[Cluster]) -> list[Cluster]:
    if facts.form == "masked":
        return [g for g in groups if g.kind == "masked" and part in g.keys]
    earlier = [g for g in groups if g.members[0] < place]
    if facts.form == "given":
        return [g for g in earlier if g.kind == "full" and g.name.endswith(part) and " " not in g.name]
    bearing = [g for g in earlier if _bears(g, part)]
    same = [g for g in bearing if title and any(_may_be_one(title, known) for known in g.titles)]
    if same or len(bearing) != 1:
        return same
    return bearing


def _bears(group: Cluster, surname: str) -> bool:
    if group.kind != "full":
        return surname in group.keys
    return " " not in group.name and group.name.startswith(surname) and 1 <= len(group.name) - len(surname) <= 3


def _may_be_one(title: str, known: str) -> bool:
    return title[-_TITLE_HEAD:] == known[-_TITLE_HEAD:]


def _title(text: str, facts: PersonFacts) -> str:
    return squash(text[facts.title[0] : facts.title[1]]) if facts.title else ""


def _join(text: str, group: Cluster, place: int, mention: Candidate, facts: PersonFacts) -> None:
    group.members.append(place)
    title = _title(text, facts)
    if title and title not in ("씨", "군", "양"):
        group.titles.add(title)
    for start, end in facts.aliases:
        group.call(text[start:end])
        group.keys.add(squash(text[start:end]))


# --- organizations ---------------------------------------------------------------------------------------------


def _organizations(text: str, found: Sequence[Candidate], places: Iterable[int]) -> list[Cluster]:
    groups: list[Cluster] = []
    for place in places:
        mention = found[place]
        facts = mention.facts if isinstance(mention.facts, OrganizationFacts) else OrganizationFacts()
        name = text[mention.start : mention.end]
        keys = _organization_keys(name, facts) | {squash(text[start:end]) for start, end in facts.aliases}
        own = [group for group in groups if keys & group.keys]
        group = _merged(own, groups) if own else Cluster("", "organization", name)
        if not own:
            groups.append(group)
        group.members.append(place)
        group.keys |= keys
        group.call(name)
        for start, end in facts.aliases:
            group.call(text[start:end])
    _join_short_names(groups)
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


def _merged(own: list[Cluster], groups: list[Cluster]) -> Cluster:
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


def _join_short_names(groups: list[Cluster]) -> None:
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
            and any(name.endswith(key) and len(name) >= len(key) + 2 for name in map(squash, _names(group)))
        ]
        if len(longer) == 1:
            _merged([longer[0], short], groups)


def _names(group: Cluster) -> list[str]:
    return [group.name, *group.aliases]


def _choose_name(group: Cluster) -> None:
    """The fullest name in the text: the longest Hangul one, without legal form; Latin only when there is no other."""
    names = _names(group)
    best = max(names, key=lambda name: (bool(_HANGUL.search(name)), len(squash(name)), -len(name)))
    group.name, group.aliases = best, [name for name in names if name != best]
