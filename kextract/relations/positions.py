"""Who holds which post where: 남유진 구미시장, 울산시(김두겸 시장), 삼성전자 이재용 회장."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kextract.entities import Cluster, squash
from kextract.model import Candidate, PersonFacts, Relation
from kextract.relations.scene import Scene

# what may stand between an organization and the name or title that belongs to it
_NEAR = re.compile(r"[ ]?(?:\([^()\n]{0,40}\))?[ ]?(?:(?:소속|출신|산하|전|前|현|신임|고)[ ])?")
_DEPARTMENT = re.compile(r"[ ]?(?:[가-힣A-Za-z0-9·]{1,12}[ ]){0,2}")
_OPEN = re.compile(r"[ ]?[(（\[]\s?")
_FORMER = {"전": "former", "前": "former", "신임": "new", "내정": "designate", "고": "late", "故": "late"}
# titles that name a place's head: the organization is the place with the suffix
_PLACE_HEADS = {
    "시장": ("시", "특별시", "광역시"),
    "군수": ("군",),
    "구청장": ("구", "구청"),
    "도지사": ("도", "특별자치도"),
    "지사": ("도", ""),
    "교육감": ("교육청",),
    "대통령": ("",),
    "총리": ("",),
    "단장": ("단",),
}
_PERSONAL = frozenset({"씨", "군", "양", "옹", "여사", "선생"})


@dataclass(slots=True)
class _Post:
    person: Cluster
    organization: Cluster | None
    title: str | None
    status: str | None
    rule: str
    evidence: list[tuple[int, int, str]] = field(default_factory=list)


def positions(scene: Scene) -> list[Relation]:
    """One relation a person, organization and title, with all places that say so."""
    posts: dict[tuple[str, str | None, str | None], _Post] = {}
    for place, mention in enumerate(scene.found):
        if mention.type != "person":
            continue
        for post in _posts(scene, place, mention):
            organization = post.organization.id if post.organization else None
            key = (post.person.id, organization, squash(post.title) if post.title else None)
            if key in posts:
                posts[key].evidence += post.evidence
            else:
                posts[key] = post
    kept = [post for post in posts.values() if not _told_better(post, posts.values())]
    return [_relation(post) for post in kept]


def _relation(post: _Post) -> Relation:
    fields: dict[str, object] = {
        "person": post.person.id,
        "organization": post.organization.id if post.organization else None,
        "title": post.title,
    }
    if post.status:
        fields["status"] = post.status
    return Relation("position", fields, post.evidence, post.rule)


def _told_better(post: _Post, others: Iterable[_Post]) -> bool:
    """남 시장 says nothing more where 남유진 구미시장 is known."""
    if post.organization is not None or not post.title:
        return False
    title = squash(post.title)
    return any(
        other is not post
        and other.person is post.person
        and other.title
        and squash(other.title).endswith(title)
        and (other.organization is not None or len(squash(other.title)) > len(title))
        for other in others
    )


def _posts(scene: Scene, place: int, mention: Candidate) -> Iterator[_Post]:
    facts = mention.facts if isinstance(mention.facts, PersonFacts) else PersonFacts()
    person = scene.entity_of[place]
    text = scene.text
    title = facts.title
    if title and text[title[0] : title[1]] in _PERSONAL:
        title = None
    organization, start, end, rule = _organization(scene, place, mention, title)
    if title is None and organization is None:
        return
    words = text[title[0] : title[1]] if title else None
    first = min(mention.start, start, title[0] if title else mention.start)
    last = max(mention.end, end, title[1] if title else mention.end)
    if title and organization is None:
        group = _place_head(scene, title)
        organization, rule = (group, "position.place_head") if group else (None, "position.title")
    status = _FORMER.get(facts.status or "")
    yield _Post(person, organization, words, status, rule, [(first, last, "")])


def _organization(
    scene: Scene, place: int, mention: Candidate, title: tuple[int, int] | None
) -> tuple[Cluster | None, int, int, str]:
    """The organization told with the name, the span of text it stands in, and the rule that saw it."""
    nothing = (None, mention.start, mention.end, "")
    if title and title[0] >= mention.end:  # 권순용 울산과학기술원 산학협력단장
        for other in range(place + 1, len(scene.found)):
            candidate = scene.found[other]
            if candidate.start >= title[1]:
                break
            if candidate.type == "organization":
                return _parent(scene, other), candidate.start, candidate.end, "position.name_organization_title"
    head = min(mention.start, title[0]) if title else mention.start
    before = scene.before(head)
    if before is not None and scene.found[before].type == "organization":
        candidate = scene.found[before]
        rule = _joint(scene, candidate.end, head, title is not None)
        if rule:
            return _parent(scene, before), candidate.start, candidate.end, rule
    return _bracketed(scene, place, mention, title) or nothing


def _joint(scene: Scene, start: int, end: int, titled: bool) -> str:
    """The rule that joins an organization ending at `start` with a name or title at `end`; empty if none does."""
    gap = scene.text[start:end]
    if _OPEN.fullmatch(gap.removeprefix("장")):  # 울산시(김두겸 시장), 사업단장(단장 김상희)
        return "position.organization_bracket"
    near = _NEAR.fullmatch(gap) or (titled and _DEPARTMENT.fullmatch(gap) and _plain(scene, start, end))
    return "position.organization_name" if gap and near else ""


def _plain(scene: Scene, start: int, end: int) -> bool:
    """Whether no word in the span carries a particle, so that it can be a department: 삼성전자 DS부문 …"""
    for line in scene.document.lines:
        if line.offset <= start < line.offset + len(line.text):
            inside = [c for c in line.chunks if c.start >= start - line.offset and c.end <= end - line.offset]
            return all(chunk.core == chunk.end for chunk in inside)
    return False


def _bracketed(
    scene: Scene, place: int, mention: Candidate, title: tuple[int, int] | None
) -> tuple[Cluster, int, int, str] | None:
    """장병완 의원(민생당 …), 김민석(멜로망스)."""
    after = max(mention.end, title[1] if title else 0)
    opened = _OPEN.match(scene.text, after)
    if not opened or place + 1 >= len(scene.found):
        return None
    candidate = scene.found[place + 1]
    if candidate.type != "organization" or candidate.start != opened.end():
        return None
    return _parent(scene, place + 1), candidate.start, candidate.end, "position.name_bracket"


def _parent(scene: Scene, place: int) -> Cluster:
    """The body itself, or for one of its units (울산과학기술원 산학협력단) the known body that holds it."""
    group = scene.entity_of[place]
    words = scene.text[scene.found[place].start : scene.found[place].end].split(" ")
    for count in range(len(words) - 1, 0, -1):
        parent = scene.by_name.get(squash("".join(words[:count])))
        if parent is not None and parent is not group:
            return parent
    return group


def _place_head(scene: Scene, title: tuple[int, int]) -> Cluster | None:
    """구미시 of 구미시장 or 구미 시장, where the text speaks of it as an organization."""
    words = scene.text[title[0] : title[1]]
    for head, suffixes in _PLACE_HEADS.items():
        if not words.endswith(head):
            continue
        stem = words[: -len(head)].strip().split(" ")[-1]
        if not stem:
            line_start = scene.text.rfind("\n", 0, title[0]) + 1
            stem = scene.text[line_start : title[0]].rstrip().split(" ")[-1]
        for suffix in suffixes:
            group = scene.by_name.get(squash(stem + suffix))
            if group is not None:
                return group
    return None
