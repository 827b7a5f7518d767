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
from kextract.rules.organization.names import catalog

_LEGAL_FORM = re.compile(r"㈜|㈔|㈶|\((?:주|사|재|유)\)|주식회사|유한회사|재단법인|사단법인")
_LEGAL_SIGN = re.compile("[㈜㈔㈶(]|회사|법인")  # in nearly no name: the cheap question first
_HANGUL = re.compile("[가-힣]")
_BODY_BETWEEN = re.compile(
    r"(?:\([^()\n]{1,20}\))? ([가-힣A-Za-z]{2,12}(?: [가-힣A-Za-z]{2,12})?) "
)  # 김하람 해솔대 교수
_BARE_PLACES = frozenset({"시", "군", "구", "도"})
_PLACE_NAME = re.compile(r"(?<![가-힣])[가-힣]{1,4}[시군구도](?=[은는이가와과의에도를,·\s]|$)")
_FIRMS = frozenset({"company", "group", "team"})
_OWNER = re.compile("모기업|모회사|지주회사|그룹")  # a text that tells a firm from its group
GROUP_WORDS = frozenset("그룹 걸그룹 보이그룹 아이돌그룹 혼성그룹 밴드 록밴드 듀오".split())  # 그룹 달빛소년단
# posts that people hold beside another one
_SIDE_POSTS = tuple(
    """회장 위원장 의장 이사장 위원 이사 특보 고문 간사 단장 후보 자문관 대표 총재 의원 감사 대변인 사무총장 본부장
    홍보대사""".split()
)
_ANSWERING = tuple(
    "후보자 내정자 장관 차관 총리 청장 실장 시장 군수 구청장 지사 교육감".split()
)  # to a 의원's questions
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
            _named_person(text, found, place, facts, groups)
    for place, facts in later:
        _part_named_person(text, found[place], place, facts, groups)
    _join_headlines(text, found, groups)
    for group in groups:
        group.members.sort()
    return groups


def _named_person(text: str, found: Sequence[Candidate], place: int, facts: PersonFacts, groups: list[Cluster]) -> None:
    mention = found[place]
    name = text[mention.start : mention.end]
    key = squash(name)
    post = _post_beside(text, found, place, facts)
    group = _namesake(key, post, groups)
    partly = group is None and facts.form == "foreign" and " " not in name
    if partly:
        group = _partial_foreign(text, name, facts, groups)
    if group is None:
        group = Cluster("", "person", name)
        groups.append(group)
    if facts.form == "group" or _is_called_group(text, mention, facts):
        group.kind = "group"
    _join(text, group, place, mention, facts)
    if post is not None:
        group.posts.append(post)
    if not partly or group.name == name:  # what stands for several is asked again each time
        group.keys.add(key)
    if facts.form == "foreign" and " " in name and " " not in group.name:
        group.call(group.name)
        group.aliases.append(group.name)
        group.name = name
    group.call(name)
    group.aliases = [alias for alias in group.aliases if alias != group.name]


def _post_beside(text: str, found: Sequence[Candidate], place: int, facts: PersonFacts) -> tuple[str, str] | None:
    """The organization and the title right beside a full name: 김하람 해솔대 교수, 해솔대 김하람 교수."""
    if facts.title is None or facts.status == "former":
        return None
    mention, title = found[place], _title(text, facts)
    between = _BODY_BETWEEN.fullmatch(text, mention.end, facts.title[0])
    if between:
        return squash(between[1]), title
    head = min(mention.start, facts.title[0])
    before = found[place - 1] if place else None
    if before and before.type == "organization" and before.end + 1 == head and text[before.end] == " ":
        return squash(text[before.start : before.end]), title
    return None


def _namesake(key: str, post: tuple[str, str] | None, groups: Sequence[Cluster]) -> Cluster | None:
    """The known bearer of the same name whose posts allow the one told here; of several the last mentioned."""
    fitting = [group for group in groups if key in group.keys and not _is_another(post, group)]
    return max(fitting, key=lambda group: group.members[-1], default=None)


def _is_another(post: tuple[str, str] | None, group: Cluster) -> bool:
    """김하람 해솔대 교수 and 김하람 누리연구원 원장 are two, unless one of the posts goes with another."""
    if post is None or not group.posts:
        return False
    body, title = post
    return all(
        not (body in other or other in body or _may_be_one(title, known) or _goes_with_others(title, known))
        for other, known in group.posts
    )


def _goes_with_others(*titles: str) -> bool:
    """Whether one of the posts is one that people hold beside their work: 교수 and 위원장."""
    return any(title.endswith(_SIDE_POSTS) for title in titles)


def _is_called_group(text: str, mention: Candidate, facts: PersonFacts) -> bool:
    """그룹 달빛소년단, whatever the lists know of the name."""
    return facts.title is not None and facts.title[0] < mention.start and _title(text, facts) in GROUP_WORDS


def _partial_foreign(text: str, name: str, facts: PersonFacts, groups: Sequence[Cluster]) -> Cluster | None:
    """코르호넨 after 안나 코르호넨: one word of exactly one known name of several words, or of one with that title."""
    if facts.form != "foreign" or " " in name:
        return None
    fitting = [
        group for group in groups if " " in group.name and name in (group.name.split()[0], group.name.split()[-1])
    ]
    if len(fitting) > 1:
        title = _title(text, facts)
        fitting = [group for group in fitting if title and any(_may_be_one(title, known) for known in group.titles)]
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
        same = [g for g in groups if part in g.keys]  # 채리안은 after 가수 채리안
        return same or [g for g in earlier if g.kind == "full" and g.name.endswith(part) and " " not in g.name]
    bearing = [g for g in earlier if _bears(g, part)]
    same = [g for g in bearing if title and any(_may_be_one(title, known) for known in g.titles)]
    if len(same) > 1:
        same = [g for g in same if ("former" in g.statuses) == (facts.status == "former")]
    if same or len(bearing) != 1:
        return same
    return [g for g in bearing if not any(_exclude(title, known) for known in g.titles)]


def _bears(group: Cluster, surname: str) -> bool:
    if group.kind != "full":
        return surname in group.keys
    return " " not in group.name and group.name.startswith(surname) and 1 <= len(group.name) - len(surname) <= 3


def _may_be_one(title: str, known: str) -> bool:
    return title[-_TITLE_HEAD:] == known[-_TITLE_HEAD:]


def _exclude(title: str, known: str) -> bool:
    """Whether two titles set two people of one surname apart: who asks and who answers in parliament."""
    return any(
        asking.endswith("의원") and answering.endswith(_ANSWERING)
        for asking, answering in ((title, known), (known, title))
    )


def _title(text: str, facts: PersonFacts) -> str:
    return squash(text[facts.title[0] : facts.title[1]]) if facts.title else ""


def _join(text: str, group: Cluster, place: int, mention: Candidate, facts: PersonFacts) -> None:
    group.members.append(place)
    title = _title(text, facts)
    if title and title not in ("씨", "군", "양"):
        group.titles.add(title)
    if facts.status:
        group.statuses.add(facts.status)
    for start, end in facts.aliases:
        group.call(text[start:end])
        group.keys.add(squash(text[start:end]))


def _join_headlines(text: str, found: Sequence[Candidate], groups: list[Cluster]) -> None:
    """육 시장, 벨리니 감독 of a headline, whose full names stand only below it."""
    headline = text.find("\n")
    for short in list(groups):
        first = short.members[0]
        if found[first].end > headline or len(short.name.split()) > 2:
            continue
        facts = found[first].facts
        if not isinstance(facts, PersonFacts) or facts.form not in ("surname", "foreign"):
            continue
        part = text[found[first].start : found[first].end]
        below = [g for g in groups if g is not short and g.kind == "full" and g.members[0] > first]
        if facts.form == "surname":
            title = _title(text, facts)
            fitting = [g for g in below if _bears(g, part) and any(_may_be_one(title, known) for known in g.titles)]
        else:
            fitting = [g for g in below if " " not in part and g.name.endswith(f" {part}")]
        if len(fitting) == 1:
            _merged([fitting[0], short], groups)


# --- organizations ---------------------------------------------------------------------------------------------


def _organizations(text: str, found: Sequence[Candidate], places: Iterable[int]) -> list[Cluster]:
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
        group = _merged(own, groups) if own else Cluster("", "organization", name)
        if not own:
            groups.append(group)
        group.members.append(place)
        group.keys |= keys
        group.call(name)
        for start, end in facts.aliases:
            group.call(text[start:end])
    _join_short_names(groups)
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


def _join_first_words(text: str, found: Sequence[Candidate], groups: list[Cluster]) -> None:
    """한화 after 한화 이글스, 삼성 after 삼성전자: the beginning of the only such name that stood earlier."""
    for short in list(groups):
        key = squash(short.name)
        if short.aliases or not 2 <= len(key) <= 4 or _class(found, short) not in _FIRMS:
            continue
        longer = [g for g in groups if g is not short and any(squash(n).startswith(key) for n in _names(g))]
        if len(longer) != 1 or longer[0].members[0] > short.members[0] or _class(found, longer[0]) not in _FIRMS:
            continue
        if not _OWNER.search(text):
            _merged([longer[0], short], groups)


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


def _names(group: Cluster) -> list[str]:
    return [group.name, *group.aliases]


def _choose_name(group: Cluster) -> None:
    """The fullest name in the text: the longest Hangul one, without legal form; Latin only when there is no other."""
    names = _names(group)
    best = max(names, key=lambda name: (bool(_HANGUL.search(name)), len(squash(name)), -len(name)))
    group.name, group.aliases = best, [name for name in names if name != best]
