"""Which mentions of people are one: by full name, surname with title, a word of a foreign name, another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kextract.entities.cluster import Cluster, merged, squash
from kextract.model import Candidate, PersonFacts

# what may stand between a name and its title: 김하람 해솔대 교수
_BODY_BETWEEN = re.compile(r"(?:\([^()\n]{1,20}\))? ([가-힣A-Za-z]{2,12}(?: [가-힣A-Za-z]{2,12})?) ")
# 정가람(본명 정하람)
_OTHER_NAME = re.compile(
    r"\((?:본명|예명|활동명|필명|법명|세례명|아명)은?[ :]{1,2}([가-힣A-Za-z][가-힣A-Za-z. ]{0,14}[가-힣A-Za-z])"
    r"(?=[),·])"
)
GROUP_WORDS = frozenset("그룹 걸그룹 보이그룹 아이돌그룹 혼성그룹 밴드 록밴드 듀오".split())  # 그룹 달빛소년단
_GROUP_BEFORE = re.compile(
    r"[(]이상 $|(?:^|[\s(])(?:그룹|걸그룹|보이그룹|걸 그룹|보이 그룹|아이돌그룹|밴드|듀오) ?['‘\"“<]?$"
)
# posts that people hold beside another one
_SIDE_POSTS = tuple(
    """회장 위원장 의장 이사장 위원 이사 특보 고문 간사 단장 후보 자문관 대표 총재 의원 감사 대변인 사무총장 본부장
    홍보대사""".split()
)
# who answers to a 의원's questions
_ANSWERING = tuple("후보자 내정자 장관 차관 총리 청장 실장 시장 군수 구청장 지사 교육감".split())
_TITLE_HEAD = 2  # letters of a title that tell whether two titles may be one: 구미시장, 시장


def people(text: str, found: Sequence[Candidate], places: Iterable[int]) -> list[Cluster]:
    """The people that the mentions at `places` name."""
    groups: list[Cluster] = []
    bearers: dict[str, list[Cluster]] = {}
    later: list[tuple[int, PersonFacts]] = []
    for place in places:
        facts = found[place].facts if isinstance(found[place].facts, PersonFacts) else PersonFacts()
        if facts.form in ("surname", "masked", "given") or _is_surname(found[place], facts):
            later.append((place, facts))
        else:
            _named_person(text, found, place, facts, groups, bearers)
    for place, facts in later:
        _part_named_person(text, found[place], place, facts, groups)
    _join_headlines(text, found, groups)
    for group in groups:
        group.members.sort()
    return groups


def _is_surname(mention: Candidate, facts: PersonFacts) -> bool:
    """윤 전 장관, whoever else is called just 윤."""
    one = mention.end == mention.start + 1
    return one and facts.form == "full" and facts.title is not None and facts.title[0] > mention.start


def _named_person(
    text: str,
    found: Sequence[Candidate],
    place: int,
    facts: PersonFacts,
    groups: list[Cluster],
    bearers: dict[str, list[Cluster]],
) -> None:
    """Adds a full name; `bearers` are the groups by key."""
    mention = found[place]
    name = text[mention.start : mention.end]
    key = squash(name)
    post = _post_beside(text, found, place, facts)
    group = _namesake(post, bearers.get(key, ()))
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
    for known in group.keys:
        bearing = bearers.setdefault(known, [])
        if all(other is not group for other in bearing):
            bearing.append(group)
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


def _namesake(post: tuple[str, str] | None, bearers: Sequence[Cluster]) -> Cluster | None:
    """Of the bearers of a name, one whose posts allow the one told here; of several the last mentioned."""
    fitting = [group for group in bearers if not _is_another(post, group)]
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
    """그룹 달빛소년단, whatever the lists know of the name; but 롯데 그룹 김하늘 회장."""
    if facts.title is not None and facts.title[0] < mention.start and _title(text, facts) in GROUP_WORDS:
        return True
    start = mention.start
    return (
        facts.form == "foreign" and facts.title is None and bool(_GROUP_BEFORE.search(text[max(0, start - 9) : start]))
    )


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
    if len(same) > 1:  # 육 시장 of the headline is not yet joined with 육하람 시장 of the text
        full = [g for g in same if g.kind == "full"]
        same = full if len(full) == 1 and all(g.members[0] <= full[0].members[0] for g in same) else same
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


def other_name(text: str, end: int) -> tuple[int, int] | None:
    """The span of another name of the person whose name ends at `end`: 정가람(본명 정하람)."""
    if text[end : end + 1] != "(":
        return None
    other = _OTHER_NAME.match(text, end)
    return other.span(1) if other else None


def _join(text: str, group: Cluster, place: int, mention: Candidate, facts: PersonFacts) -> None:
    group.members.append(place)
    title = _title(text, facts)
    if title and title not in ("씨", "군", "양"):
        group.titles.add(title)
    if facts.status:
        group.statuses.add(facts.status)
    other = other_name(text, mention.end)
    for start, end in (*facts.aliases, *((other,) if other else ())):
        group.call(text[start:end])
        group.keys.add(squash(text[start:end]))


def _join_headlines(text: str, found: Sequence[Candidate], groups: list[Cluster]) -> None:
    """육 시장 and, in a headline, 벨리니 감독, whose full names stand only below."""
    headline = text.find("\n")
    for short in list(groups):
        first = short.members[0]
        facts = found[first].facts
        if not isinstance(facts, PersonFacts) or facts.form not in ("surname", "foreign"):
            continue
        if len(short.name.split()) > 2 or (found[first].end > headline and facts.form == "foreign"):
            continue
        part = text[found[first].start : found[first].end]
        below = [g for g in groups if g is not short and g.kind == "full" and g.members[0] > first]
        if facts.form == "surname":
            title = _title(text, facts)
            fitting = [g for g in below if _bears(g, part) and any(_may_be_one(title, known) for known in g.titles)]
        else:
            fitting = [g for g in below if " " not in part and g.name.endswith(f" {part}")]
        if len(fitting) == 1:
            merged([fitting[0], short], groups)
