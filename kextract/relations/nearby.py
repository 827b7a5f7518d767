"""The organization that stands beside a name and its title: 삼성전자 이재용 회장, 춘천시(육태호 시장)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kextract.entities import Cluster, squash
from kextract.model import OrganizationFacts
from kextract.relations.scene import Scene
from kextract.relations.titles import is_title

# what may stand between an organization and the name or title that belongs to it
_NEAR = re.compile(
    r"['’”\"]?의?[ ]?(?:\([^()\n]{0,40}\)|\[\d{6}\])?[ ]?"
    r"(?:(?:소속|출신|산하|멤버|그룹|걸그룹|보이그룹|밴드|전|前|현|신임|고|故)[ ]['‘]?){0,2}"
)
_DEPARTMENT = re.compile(r"[ ](?:(?!등 |및 |측 )[가-힣A-Za-z0-9·]{1,12}[ ]){1,2}")
# 춘천시(육태호 시장), 한들발전(주)(사장 김하늘), 한국선급(KR, 회장 김하늘), 사업단장(단장 김하늘)
_OPEN = re.compile(r"장?(?:\(주\)|㈜)?[ ]?[(（\[]\s?(?:[A-Za-z0-9&-]{1,12},\s?)?")
_INSIDE = re.compile(r",\s?")  # 캠코(한국자산관리공사, 사장 김하늘)
_NAME_OPEN = re.compile(r"[ ]?[(（\[]\s?(?:\d{1,3}세?\s?[·․,/]?\s?)?(?:이상\s)?")  # 김하늘(23·이상 여수시청)
# 해솔전자 사장을 지낸 김하늘, 정의당 대표인 김하늘: the title between is checked apart
_RELATIVE = re.compile(
    r"['’”\"]?의?[ ]([가-힣A-Z]{1,8}?)(?:이던|인|이었던|였던|이자|[을를] (?:맡고 있는|맡은|맡았던|지낸|역임한)) "
)
# 노동당 대표로 김하늘이 당선됐다
_ELECTED = re.compile(r"의?[ ]([가-힣A-Z]{1,8}?)(?:으로|로)[ ]")
_ELECTING = re.compile(r"[^\n.]{2,24}?(?:당선|선출|임명|선임|취임|발탁|내정|영입|추대|지명)")
# 김하늘 감독이 이끄는 대표팀, 김하늘의 소속사 해솔엔터테인먼트
_LEADS = re.compile(
    r"(?:이|가)?[ ](?:이끄는|이끌던|속한|소속된|몸담은|대표로 있는|창업한|설립한)[ ](?:그룹[ ])?['‘\"“]?"
)
_AGENCY = re.compile(r"(?:[ ]?씨)?의?[ ](?:소속사|소속팀|소속 그룹|소속 구단)인?[ ]['‘\"“]?")
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
    "장관": ("",),
    "단장": ("단",),
    "회장": ("회",),
    "원장": ("원",),
    "위원장": ("위원회", "위"),
}


@dataclass(frozen=True, slots=True)
class Nearby:
    """An organization, the span of its mention, and the rule that joins it with the name."""

    organization: Cluster
    start: int
    end: int
    rule: str


def nearby(scene: Scene, place: int, title: tuple[int, int] | None) -> Nearby | None:
    """The organization told with the person at `place`, whose title (if any) is the span `title`."""
    mention = scene.found[place]
    if title and title[0] >= mention.end:  # 권하람 한빛과학기술원 산학협력단장
        for other in scene.within(mention.end, title[1]):
            if scene.found[other].type == "organization":
                return _joined(scene, other, "position.name_organization_title", title)
    head = min(mention.start, title[0]) if title else mention.start
    before = scene.before(head)
    if before is not None and scene.text[head - 2 : head] == ") ":  # 새빛당(현 새벽당) 김하늘 의원
        before = _before_bracket(scene, before, head)
    if before is not None and scene.found[before].type == "organization":
        rule = _rule_before(scene, before, head, title is not None)
        if rule:
            return _joined(scene, before, rule, title)
    bracketed = _bracketed(scene, place, title)
    if bracketed is not None:
        return _joined(scene, bracketed, "position.name_bracket", title)
    led = _led(scene, place, title)
    return _joined(scene, led, "position.leads", title) if led is not None else None


def _joined(scene: Scene, place: int, rule: str, title: tuple[int, int] | None) -> Nearby:
    mention = scene.found[place]
    return Nearby(_employer(scene, place, title), mention.start, mention.end, rule)


def _employer(scene: Scene, place: int, title: tuple[int, int] | None) -> Cluster:
    """The body itself; of a unit that the title names (한빛과학기술원 산학협력단장) the known body that holds it."""
    group, end = scene.entity_of[place], scene.found[place].end
    whole = scene.whole_of(place) if title and title[0] < end <= title[1] else None
    return group if whole is None else whole


def _rule_before(scene: Scene, before: int, head: int, titled: bool) -> str:
    """The rule that joins the organization at `before` with a name or title at `head`; empty if none does."""
    organization = scene.found[before]
    gap = scene.text[organization.end : head]
    if _OPEN.fullmatch(gap) or (
        _INSIDE.fullmatch(gap) and scene.text[organization.start - 1 : organization.start] == "("
    ):
        return "position.organization_bracket"
    generic = isinstance(organization.facts, OrganizationFacts) and organization.facts.generic
    if not gap or (generic and not titled):
        return ""
    if _NEAR.fullmatch(gap):
        return "position.organization_name"
    relative = _RELATIVE.fullmatch(gap)
    if relative and is_title(relative[1]):
        return "position.relative_clause"
    elected = _ELECTED.fullmatch(gap)
    if elected and is_title(elected[1]) and _ELECTING.match(scene.text, head):
        return "position.relative_clause"
    department = titled and _DEPARTMENT.fullmatch(gap) and _plain(scene, organization.end, head)
    return "position.organization_name" if department else ""


def _before_bracket(scene: Scene, before: int, head: int) -> int:
    """The organization in front of the bracket that ends right before `head`, else `before` itself."""
    opened = scene.text.rfind("(", 0, head)
    outside = scene.before(opened) if opened >= 0 else None
    return outside if outside is not None and scene.found[outside].end == opened else before


def _led(scene: Scene, place: int, title: tuple[int, int] | None) -> int | None:
    """The place of the organization that a name leads or is signed with: 김하늘 감독이 이끄는 대표팀."""
    after = max(scene.found[place].end, title[1] if title else 0)
    joined = _LEADS.match(scene.text, after) or _AGENCY.match(scene.text, after)
    if not joined or place + 1 >= len(scene.found):
        return None
    following = scene.found[place + 1]
    return place + 1 if following.type == "organization" and following.start == joined.end() else None


def _plain(scene: Scene, start: int, end: int) -> bool:
    """Whether no word in the span carries a particle, so that it can be a department: 삼성전자 DS부문 …"""
    line = scene.line_at(start)
    inside = [c for c in line.chunks if c.start >= start - line.offset and c.end <= end - line.offset]
    return all(chunk.core == chunk.end for chunk in inside)


def _bracketed(scene: Scene, place: int, title: tuple[int, int] | None) -> int | None:
    """장하람 의원(민생당 …), 김하람(솔밴드): the place of the organization right inside the bracket."""
    after = max(scene.found[place].end, title[1] if title else 0)
    opened = _NAME_OPEN.match(scene.text, after)
    if not opened or place + 1 >= len(scene.found):
        return None
    following = scene.found[place + 1]
    return place + 1 if following.type == "organization" and following.start == opened.end() else None


def place_head(scene: Scene, title: tuple[int, int]) -> Cluster | None:
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
            group = scene.by_name.get(squash(stem + suffix)) if len(stem + suffix) > 1 else None
            if group is not None:
                return group
    return None
