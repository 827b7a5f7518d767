"""The organization that stands beside a name and its title: 삼성전자 이재용 회장, 춘천시(육태호 시장)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kextract.entities import Cluster, squash
from kextract.model import OrganizationFacts
from kextract.relations import phrases
from kextract.relations.occupations import is_title
from kextract.relations.scene import Scene, line_start

Span = tuple[int, int]

BRACKET_REACH = 200  # code points, the longest bracket behind a body
# what may stand between an organization and the name or title that belongs to it
_NEAR = re.compile(
    r"['’”\"]?\)?(?:\([^()\n]{0,40}\)|\[\d{6}\])?의?[ ]?(?:\([^()\n]{0,40}\))?[ ]?"
    r"(?:(?:소속|산하|멤버|멤버인|그룹|걸그룹|보이그룹|밴드|전|前|현|신임|고|故)[ ]['‘]?){0,2}"
)
_DEPARTMENT = re.compile(r"[ ](?:(?!등 |및 |측 |출신 |출신의 |출신인 )[가-힣A-Za-z0-9·]{1,12}[ ]){1,2}")
# 춘천시(육태호 시장), 한들발전(주)(사장 김하늘), 한국선급(KR, 회장 김하늘), 사업단장(단장 김하늘)
_OPEN = re.compile(r"장?(?:\(주\)|㈜)?[ ]?[(（\[]\s?(?:[A-Za-z0-9&-]{1,12},\s?)?")
_STAGE_NAME = re.compile(r"(?:의| 멤버| 출신)? [가-힣A-Za-z.]{1,10}[(（]")  # 달빛소년단 멤버 별(김하늘)
_INSIDE = re.compile(r",\s?")  # 캠코(한국자산관리공사, 사장 김하늘)
_NAME_OPEN = re.compile(r"[ ]?[(（\[]\s?(?:\d{1,3}세?\s?[·․,/]?\s?)?(?:이상\s)?")  # 김하늘(23·이상 여수시청)
OF_ALL = "position.all_of_list"  # said of all names of a list
_TOGETHER = re.compile(r"(?:[ ]?씨)?[ ]?[(（]이상\s")  # 김하늘, 정다온(이상 샛별)
# 김하늘의 새벽당은: the leader's party, where the party is all that 의 leads to
_OWNS = re.compile(r"의[ ]['‘]?")
_OWNED = frozenset({"party", "team", "company"})
_OWNED_PARTICLES = frozenset("은 는 이 가 을 를 과 와 에 도 의".split())
# titles that name a place's head: the organization is the place with the suffix
_PLACE_HEADS = {
    "시장": ("시", "특별시", "광역시", "시청"),
    "군수": ("군", "군청"),
    "구청장": ("구", "구청"),
    "도지사": ("도", "특별자치도", "도청"),
    "지사": ("도", "", "도청"),
    "교육감": ("교육청",),
    "대통령": ("",),
    "총리": ("",),
    "장관": ("",),
    "단장": ("단",),
    "회장": ("회",),
    "원장": ("원",),
    "관장": ("관",),
    "위원장": ("위원회", "위"),
}
_LAST_LETTERS = frozenset(head[-1] for head in _PLACE_HEADS)


@dataclass(frozen=True, slots=True)
class Nearby:
    """An organization, the span of its mention, and the rule that joins it with the name. `title` and `status` are what
    a clause says."""

    organization: Cluster
    start: int
    end: int
    rule: str
    title: Span | None = None
    status: str | None = None


def nearby(scene: Scene, place: int, title: Span | None) -> Nearby | None:
    """The organization told with the person at `place`, whose title (if any) is the span `title`."""
    mention = scene.found[place]
    if title and title[0] >= mention.end:  # 권하람 한빛과학기술원 산학협력단장
        for other in scene.within(mention.end, title[1]):
            if scene.found[other].type == "organization":
                return _joined(scene, other, "position.name_organization_title", title)
    return _before(scene, place, title) or _behind(scene, place, title)


def _before(scene: Scene, place: int, title: Span | None) -> Nearby | None:
    """What stands before a name and its title."""
    before, head = _body_before(scene, place, title)
    if before is None:
        return None
    rule = _rule_before(scene, before, head, title is not None)
    return _joined(scene, before, rule, title) if rule else None


def _body_before(scene: Scene, place: int, title: Span | None) -> tuple[int | None, int]:
    """The organization before a name and its title, if it is near, and where these begin."""
    mention = scene.found[place]
    head = min(mention.start, title[0]) if title else mention.start
    before = scene.name_before(head)
    if before is None or head - scene.found[before].end > phrases.LONGEST_CLAUSE:
        return None, head
    gap = scene.text[scene.found[before].end : head]
    if gap[:1] == ")" and gap[-2:] in (") ", "의 "):  # 새빛당(현 새벽당) 김하늘 의원
        before = _before_bracket(scene, before, scene.found[before].end)
    return before if scene.is_body(before) and "\n" not in gap else None, head


def _joined(scene: Scene, place: int, rule: str, title: Span | None) -> Nearby:
    mention = scene.found[place]
    return Nearby(_employer(scene, place, title), mention.start, mention.end, rule)


def _employer(scene: Scene, place: int, title: Span | None) -> Cluster:
    """The body itself; of a unit that the title names (한빛과학기술원 산학협력단장) the known body that holds it."""
    group, end = scene.entity_of[place], scene.found[place].end
    whole = scene.whole_of(place) if title and title[0] < end <= title[1] else None
    return group if whole is None else whole


def _rule_before(scene: Scene, before: int, head: int, titled: bool) -> str:
    """The rule that joins the organization at `before` with a name or title at `head`; empty if none does."""
    organization = scene.found[before]
    gap = scene.text[organization.end : head]
    if organization.type == "person":
        return "position.organization_name" if _NEAR.fullmatch(gap) or _STAGE_NAME.fullmatch(gap) else ""
    if _OPEN.fullmatch(gap) or (
        _INSIDE.fullmatch(gap) and scene.text[organization.start - 1 : organization.start] == "("
    ):
        return "position.organization_bracket"
    if not gap or (not titled and scene.is_generic(before)):
        return ""
    if _NEAR.fullmatch(gap):
        return "position.organization_name"
    department = titled and _DEPARTMENT.fullmatch(gap) and scene.plain(organization.end, head)
    return "position.organization_name" if department else ""


def clause(scene: Scene, place: int, title: Span | None) -> Nearby | None:
    """What a clause before a name says, whatever title the name bears: 해솔전자 사장을 지낸 김하늘, 샛별 FC에서 뛰는
    김하늘, 해솔대 출신 김하늘."""
    before, head = _body_before(scene, place, title)
    if before is None:
        return None
    body = scene.found[before]
    for said, status in ((phrases.TITLED, None), (phrases.TITLED_PAST, "former")):
        told = said.fullmatch(scene.text, body.end, head)
        if told and is_title(told[1].rsplit(" ", 1)[-1]):
            return _of_clause(scene, before, "position.relative_clause", told.span(1), status)
    if not scene.has_members(before):
        return None
    if phrases.FROM.fullmatch(scene.text, body.end, head):
        of_today = isinstance(body.facts, OrganizationFacts) and body.facts.name_class.endswith("party")
        return _of_clause(scene, before, "position.from", None, None if of_today else "former")
    if phrases.MEMBER.fullmatch(scene.text, body.end, head):
        return _of_clause(scene, before, "position.member_clause", None, None)
    if phrases.MEMBER_PAST.fullmatch(scene.text, body.end, head):
        return _of_clause(scene, before, "position.member_clause", None, "former")
    return _long_clause(scene, before, head)


def _long_clause(scene: Scene, before: int, head: int) -> Nearby | None:
    """해솔전자 사장을 맡아 회사를 키운 김하늘: a clause that ends at the name and has no other subject."""
    body = scene.found[before]
    if scene.tag_before(head) != "ETM" or scene.has_subject(body.end, head):
        return None
    said = phrases.SAID_TITLE.match(scene.text, body.end, head)
    if said and is_title(said[1].rsplit(" ", 1)[-1]):
        status = "former" if said[2] else None
        return _of_clause(scene, before, "position.relative_clause", said.span(1), status)
    if phrases.SAID_MEMBER.match(scene.text, body.end, head) or scene.text.endswith(phrases.OF_AGENCY, 0, body.start):
        return _of_clause(scene, before, "position.member_clause", None, None)
    return None


def _of_clause(scene: Scene, place: int, rule: str, title: Span | None, status: str | None) -> Nearby:
    body = scene.found[place]
    return Nearby(scene.entity_of[place], body.start, body.end, rule, title, status)


def _before_bracket(scene: Scene, before: int, closed: int) -> int:
    """The organization in front of the bracket that ends at `closed`, else `before` itself."""
    opened = scene.text.rfind("(", max(0, closed - BRACKET_REACH), closed)
    outside = scene.name_before(opened) if opened >= 0 else None
    return outside if outside is not None and scene.found[outside].end == opened else before


def _behind(scene: Scene, place: int, title: Span | None) -> Nearby | None:
    """What stands behind a name and its title: 김하람(솔밴드), 김하늘 감독이 이끄는 대표팀."""
    after = max(scene.tail(place), title[1] if title else 0)
    following = scene.name_after(max(scene.found[place].end, title[1] if title else 0))
    if following is None or not scene.is_body(following):
        return None
    start = scene.found[following].start
    if start - after > phrases.LONGEST_CLAUSE:
        return None
    name_end = max(scene.found[place].end, title[1] if title else 0)
    if _NAME_OPEN.fullmatch(scene.text, after, start) or _NAME_OPEN.fullmatch(scene.text, name_end, start):
        return _joined(scene, following, "position.name_bracket", title)
    if scene.text[after:start] == " 등 " and phrases.AMONG.match(scene.text, scene.found[following].end):
        return _joined(scene, following, OF_ALL, title)
    if scene.is_team(following) and phrases.HAS.fullmatch(scene.text, after, start):
        return _joined(scene, following, OF_ALL, title)
    if phrases.LEADS.fullmatch(scene.text, after, start) or phrases.AGENCY.fullmatch(scene.text, after, start):
        return _joined(scene, following, "position.leads", title)
    if _OWNS.fullmatch(scene.text, after, start) and _may_be_owned(scene, following):
        return _joined(scene, following, "position.leads", title)
    return None


def _may_be_owned(scene: Scene, place: int) -> bool:
    facts = scene.found[place].facts
    owned = isinstance(facts, OrganizationFacts) and facts.name_class in _OWNED
    return owned and scene.particle(scene.found[place].end) in _OWNED_PARTICLES


def bracketed(scene: Scene, place: int, title: Span | None) -> Nearby | None:
    """A second body in the bracket behind: 경기도의회 김하늘 의원(새벽당·수원3)."""
    after = max(scene.found[place].end, title[1] if title else 0)
    following = scene.name_after(after)
    if following is None or scene.found[following].type != "organization":
        return None
    body = scene.found[following]
    if body.start - after > phrases.LONGEST_CLAUSE or not _NAME_OPEN.fullmatch(scene.text, after, body.start):
        return None
    return Nearby(scene.entity_of[following], body.start, body.end, "position.name_bracket")


def committee(scene: Scene, found: Nearby) -> Nearby | None:
    """국회 국방위원회 소속 새벽당 김하늘 의원: the body before the one beside the name."""
    before = scene.name_before(found.start)
    if before is None or scene.found[before].type != "organization":
        return None
    body = scene.found[before]
    if scene.text[body.end : found.start] not in (" 소속 ", " 소속인 "):
        return None
    return Nearby(scene.entity_of[before], body.start, body.end, "position.organization_name")


def together(scene: Scene, place: int) -> bool:
    """Whether the organization behind a name is said of the names before it too: 김하늘, 정다온(이상 샛별), … 김하늘 등
    샛별 소속 선수."""
    end = scene.found[place].end
    return bool(_TOGETHER.match(scene.text, end)) or scene.text.startswith(" 등 ", end)


def place_head(scene: Scene, title: Span) -> Cluster | None:
    """구미시 of 구미시장 or 구미 시장, where the text speaks of it as an organization."""
    words = scene.text[title[0] : title[1]]
    if words[-1] not in _LAST_LETTERS:
        return None
    for head, suffixes in _PLACE_HEADS.items():
        if not words.endswith(head):
            continue
        stem = words[: -len(head)].strip().split(" ")[-1]
        if not stem:
            stem = scene.text[line_start(scene.text, title[0]) : title[0]].rstrip().split(" ")[-1]
        for suffix in suffixes:
            group = scene.by_name.get(squash(stem + suffix)) if len(stem + suffix) > 1 else None
            if group is not None:
                return group
    return None
