"""Names that are known by their head: where one begins, in one word or several, and whether it is one."""

from __future__ import annotations

import re

from kextract.rules.organization import boundaries, causes
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import (
    COMMON,
    COMMON_STEM,
    EMPTY,
    FOR_WHOM,
    JOINABLE,
    MANY,
    NOUN_TAGS,
    OPENING,
    PROPER,
    TOO_PLAIN,
    TOWN_HEADS,
    VAGUE,
    VILLAGE_HEADS,
    is_common,
    is_kind,
    no_noun,
    person_shaped,
    stem_kind,
    unheard_of,
)
from kextract.rules.organization.jurisdiction import jurisdiction
from kextract.rules.organization.names import Head, Name, countries, foreign_places, latin_stop, places, regions
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.stems import WEAK, stem_evidence

# parts that make no name even with a proper noun before them: 애리조나 공장, 경기도지사
NEVER_ALONE = frozenset(
    "공장 지사 지점 지국 법인 사무소 출장소 총국 대변인실 비서실 정책실 감사실 TF 태스크포스 지원 분과 총괄본부".split()
)
# symbols that tie a chunk to the one before it: R&BD센터, A/S센터
GLUE = frozenset("&/-+@.")
# classes whose heads make a name with any proper noun before them: 애버딘 병원, but not 아이돌 그룹
AFTER_NAMES = frozenset(["edu", "hospital", "gov", "finance", "religion", "media", "military"])
# committees that stand for a cause named before them
CAUSES = frozenset(
    """
    대책위 대책위원회 범대위 공대위 공동대책위 공동대책위원회 비대위 진상규명위원회 추진위 추진위원회 조직위
    조직위원회 조사위원회 유족회 대책회의 특위 특별위원회 위원회 유가족협의회 협의회
    """.split()
)
# industrial estates, which are called 공단 as public bodies are
ESTATES = frozenset(
    """
    시화 남동 반월 성서 녹산 하남 명지 여천 구로 온산 대불 사상 신평 검단 대산 오창 왜관 진량 달성 평동 소촌 본촌 송암
    주안 부평 장림 서대구 염색 비산 칠서 옥포 미포 용연 석유화학 섬유 전자 자동차 조선 국가 산업 농공 수출 영세 반월시화
    """.split()
)
COURTS = ("법원", "재판소", "검찰", "지법", "고법")
FIELDS_AT_MOST = 3  # 문화·체육·관광위원회
# alliances and committees whose whole name stands in quotation marks; what no name has inside
ALLIANCES = frozenset(
    """
    대책위 대책위원회 비상대책위원회 공동대책위원회 범대위 위원회 추진위 추진위원회 연대 시민연대 연대회의 시민회의 회의
    모임 시민모임 운동본부 행동 시민행동 국민행동 공동행동 네트워크 연합 연합회 협의회 협의체 준비위원회 포럼 연구회
    센터 재단 협동조합 사회적협동조합
    """.split()
)
# who speaks for a house: 한들아파트 입주자대표회의
RESIDENTS = frozenset(
    "입주자대표회의 입주자대표위원회 입주민대표회의 입주예정자협의회 관리사무소 재건축조합 재개발조합".split()
)
UNIONS = ("노동조합", "노조")
QUOTED_WORDS = 8
QUOTES, CLOSING = frozenset("'\"‘“「『<"), frozenset("'\"’”」』>")
ENDED = frozenset(["EF", "EP", "JX", "JKS"])
JOINT = frozenset(["민관합동", "민관군합동", "범정부", "범부처"])  # 민관합동 스마트공장추진단
REBUILDING = frozenset("재건축 재개발 주택재건축 주택재개발 정비사업".split())
_SITE = re.compile("(?:구역|지구|단지|[0-9]차|아파트|주공|타운|맨션|시영)$")
ZONES = frozenset(["개성"])  # 개성공단 closes and opens as a body does
CONTINENTS = frozenset("유럽 아시아 아프리카 중동 남미 북미 중남미 동남아 북유럽 동유럽 서유럽 월가".split())
# kinds that a town has one of: 대전 시립미술관, but not 부산 지역신문
PUBLIC_KINDS = ("국립", "시립", "도립", "군립", "구립", "주립", "공립")


def headed(scan: Scan, i: int, end: int, head: Head, found: Found) -> int:
    """A name by its head. The chunk to go on with, 0 if it is none."""
    text = scan.text[scan.chunks[i].start : end]
    if scan.gaps[i] == "&" and head.strength == "strong" and head.text in COMMON_STEM and scan.bare(i - 1):
        span = (i - 1, i, scan.chunks[i - 1].start, end)  # 나노과학&공학학회
        name = Name(head.name_class, "", "")
        return i + 1 if found.emit(scan, span, "head", ["head_common"], name) else 0
    house = causes.of_house(scan, i, text)
    if house is not None:
        return found.emit_part(scan, house, (i, end), head.name_class)
    formed = causes.matter(scan, i, text)
    if formed is not None:
        span = (formed, i, scan.chunks[formed].start, end)
        return i + 1 if found.emit(scan, span, "head_joined", ["head_joined"], Name(head.name_class, "", "")) else 0
    beside = scan.gaps[i] == "-" and len(scan.spans) > 0 and scan.spans[-1][1] == i - 1  # 한들전자-누리케미칼
    if (scan.gaps[i][-1:] in GLUE and not beside) or text in latin_stop():
        return 0
    if _is_estate_or_desk(scan, i, text, head):
        return 0
    site = _rebuilt(scan, i, text) if head.text.endswith("조합") else None
    if site is not None:
        span = (site, i, scan.chunks[site].start, end)
        return i + 1 if found.emit(scan, span, "head_joined", ["head_joined"], Name(head.name_class, "", "")) else 0
    kind = _stem_kind(scan, i, end, head)
    if head.strength == "unit" and (head.text in NEVER_ALONE or (kind == EMPTY and head.text not in JOINABLE)):
        return 0
    name = Name(head.name_class, "", "")
    if kind == EMPTY or is_kind(text, head.text):
        return _alone(scan, i, end, head, kind, found)
    weak = head.strength in WEAK or head.text in VAGUE
    if weak and kind in (PROPER, COMMON) and _after_town(scan, i, head):
        span = (i - 1, i, scan.chunks[i - 1].start, end)
        return i + 1 if found.emit(scan, span, "head", ["head_town"], name) else 0
    evidence = stem_evidence(scan, i, end, head, kind)
    if not evidence:
        return _of_village(scan, i, end, head, found)
    if _attached(scan, i, text):
        span = (i - 1, i, scan.chunks[i - 1].start, end)
        return i + 1 if found.emit(scan, span, "part", ["listed", "several_words"], name) else 0
    first = boundaries.left(scan, i, head.name_class)
    if first == i and (_municipal(scan, i - 1) or (head.text in CAUSES and boundaries.named_cause(scan, i - 1))):
        first = i - 1  # 춘천시 상하수도사업소, 용산참사 진상규명위원회
    if first == i and evidence[0] == "head_common":
        first = _enumerated(scan, i)
    if first == i and i and scan.gaps[i] == " " and scan.words[i - 1] in JOINT:
        first = i - 1
    if head.text.endswith(VILLAGE_HEADS):
        first = boundaries.village(scan, first)
    first = _quoted(scan, first, i, end, head)
    parent = "union" if head.text.endswith(UNIONS) else head.name_class
    last, stop = boundaries.right(scan, i, end, parent) or (i, end)
    span = (first, last, scan.chunks[first].start, stop)
    return last + 1 if found.emit(scan, span, "head", evidence, name) else 0


def _enumerated(scan: Scan, i: int) -> int:
    """The first chunk of fields with dots between that a body in chunk `i` is for: 항생·항균의약품자문위원회."""
    first = i
    while first and scan.gaps[first] == boundaries.DOT and i - first < FIELDS_AT_MOST and scan.bare(first - 1):
        chunk, word = scan.chunks[first - 1], scan.words[first - 1]
        state = scan.text[chunk.start : scan.line.ends[chunk.first]] in countries()
        tags = scan.line.tags[chunk.first + state : chunk.last]  # 영국배우·방송인노동조합
        plain = all(tag in ("NNG", "XPN", "XSN") for tag in tags)
        if not plain or len(word) < 2 or word in scan.catalog.surfaces or word in places():
            break
        first -= 1
    return first


def _is_estate_or_desk(scan: Scan, i: int, text: str, head: Head) -> bool:
    """An industrial estate (시화공단), which is no body like 국민연금공단; somebody's desk: 김영호(여신그룹) 부행장."""
    if head.text == "공단":
        stem = text[:-2] or (scan.words[i - 1] if i and scan.gaps[i] == " " else "")
        return stem in ESTATES or (stem in places() and stem not in ZONES)
    return head.text == "그룹" and scan.gaps[i] == "(" and i > 0 and person_shaped(scan.words[i - 1])


def _rebuilt(scan: Scan, i: int, text: str) -> int | None:
    """The first chunk of owners who build anew: 새미15구역 재건축조합, 온빛주공 재건축 조합."""
    k = i - 1
    if text == "조합" and k > 0 and scan.gaps[i] == " " and scan.words[k] in REBUILDING:
        k -= 1
    elif not text.endswith(("정비사업조합", "재개발조합", "재건축조합")):
        return None
    return k if k >= 0 and scan.gaps[k + 1] == " " and _SITE.search(scan.words[k]) else None


def _stem_kind(scan: Scan, i: int, end: int, head: Head) -> str:
    kind = stem_kind(scan, i, end - len(head.text))
    if kind != COMMON:
        return kind
    chunk = scan.chunks[i]
    if head.name_class == "company" and end - chunk.start > 4 and scan.line.ends[chunk.first] >= end:
        return PROPER  # one token that no dictionary has: 다온테크
    return PROPER if head.strength in ("strong", "fair") and unheard_of(scan, i, end, head) else kind


def _alone(scan: Scan, i: int, end: int, head: Head, kind: str, found: Found) -> int:
    """A name whose head, or a kind of body with this head, fills chunk `i` up to `end`: 애버딘 병원."""
    joins = head.text in JOINABLE or not (head.strength in WEAK or head.text in VAGUE)
    bare = kind == EMPTY or scan.words[i].startswith(PUBLIC_KINDS)
    first = _joined(scan, i, head) if bare and joins else None
    if head.text in COMMON_STEM or head.text.endswith("대표팀") or _abbreviated(scan, i, end):
        far = boundaries.spaced(scan, i)
        first = first if far is None else far
    if first is None and head.text in CAUSES and boundaries.named_cause(scan, i - 1):
        many = (kind != EMPTY or head.text in MANY) and scan.words[i - 1] in regions()
        first = None if many else i - 1  # 부산 인사위원회
    if first is None and head.text in RESIDENTS and i and scan.gaps[i] == " " and scan.bare(i - 1):
        first = i - 1 if no_noun(scan, i - 1) or scan.words[i - 1].endswith("아파트") else None
    if first is None and _quoted(scan, i, i, end, head) < i:
        first = i
    if first is None:
        return _of_village(scan, i, end, head, found)
    first = _quoted(scan, first, i, end, head)
    if head.text.endswith(VILLAGE_HEADS):
        first = boundaries.village(scan, first)
    if head.text.endswith(COURTS):
        first = min(first, jurisdiction(scan, i))  # 미 로스앤젤레스 연방법원
    span = (first, i, scan.chunks[first].start, end)
    if is_common(scan.text[span[2] : end].replace(" ", "")):
        return 0
    return i + 1 if found.emit(scan, span, "head_joined", ["head_joined"], Name(head.name_class, "", "")) else 0


def _abbreviated(scan: Scan, i: int, end: int) -> bool:
    """덴마크 국제 해양 연구 센터(CIMER): does an acronym in brackets follow chunk `i`?"""
    if end != scan.chunks[i].end or scan.gaps[i + 1] != "(" or i + 1 >= scan.size or scan.gaps[i + 2][:1] != ")":
        return False
    word = scan.words[i + 1]
    return len(word) > 2 and word.isascii() and word.isupper() and word.isalpha()


def _quoted(scan: Scan, first: int, i: int, end: int, head: Head) -> int:
    """The first chunk of a name that fills quotation marks with the head at its end, `first` if there are none:
    ‘소각장 건립 반대를 위한 홍천군대책위원회’."""
    if end != scan.chunks[i].end or head.text not in ALLIANCES:
        return first
    if scan.gaps[i + 1][:1] not in CLOSING and not (scan.gaps[i + 1] == "(" and scan.core(i + 1) == "이하"):
        return first
    for k in range(i, max(i - QUOTED_WORDS, -1), -1):
        gap, chunk = scan.gaps[k], scan.chunks[k]
        if (
            not ENDED.isdisjoint(scan.line.tags[chunk.first : chunk.last])
            or scan.words[k].removeprefix("제")[:1].isdigit()
        ):
            return first
        if gap[-1:] in QUOTES:
            return min(k, first)
        if gap != " ":
            return first
    return first


def _of_village(scan: Scan, i: int, end: int, head: Head, found: Found) -> int:
    """A body that every town and village has one of, after its name: 내촌면 새마을부녀회, 고창군 장애인 복지관."""
    if not head.text.endswith(VILLAGE_HEADS) or not i or scan.gaps[i] != " ":
        return 0
    k = i - 1 if scan.words[i - 1] in FOR_WHOM and scan.gaps[i - 1] == " " else i
    if k == i and head.text in TOO_PLAIN and scan.text[scan.chunks[i].start : end] == head.text:
        return 0
    first = boundaries.village(scan, k)
    if first == k:
        town = scan.words[k - 1] if k else ""
        first = k - 1 if town in regions() and town[-1] in "시도군구" else k
    if first == k:
        return 0
    span = (first, i, scan.chunks[first].start, end)
    return i + 1 if found.emit(scan, span, "head", ["head_town"], Name(head.name_class, "", "")) else 0


def _attached(scan: Scan, i: int, text: str) -> bool:
    """Is it a school or a hospital of the body that ends before chunk `i`: 한밭대 사범대학부설고등학교?"""
    if not i or scan.gaps[i] != " " or not ("부설" in text or "부속" in text):
        return False
    parent = scan.named(i - 1)
    return parent is not None and parent[1] == scan.chunks[i - 1].end and parent[2].name_class == "university"


def _after_town(scan: Scan, i: int, head: Head) -> bool:
    """원주시 마을공동체센터, 미국 해양관측센터"""
    if head.text not in TOWN_HEADS or not i or scan.gaps[i] != " ":
        return False
    word = scan.words[i - 1]
    return _municipal(scan, i - 1) or (word in countries() and len(word) > 1)


def _municipal(scan: Scan, k: int) -> bool:
    """Is chunk `k` the full name of a municipality right before a name, and no part of an address (서울 중구 …)?"""
    if k < 0 or scan.gaps[k + 1] != " " or scan.words[k] not in regions() or scan.words[k][-1] not in "시도군구":
        return False
    return k == 0 or scan.gaps[k] != " " or scan.words[k - 1] not in regions()


def _joined(scan: Scan, i: int, head: Head) -> int | None:
    """The first chunk of a name whose head stands alone: 애버딘 병원."""
    if not i or scan.gaps[i] != " " or not scan.bare(i - 1):
        return None
    if person_shaped(scan.words[i - 1]) or is_kind(scan.words[i - 1] + head.text, head.text):
        return None
    if i > 1 and scan.gaps[i - 1] == " " and scan.vocabulary.role(scan.words[i - 2]):
        return i - 1  # 소속사 하늘 엔터테인먼트
    if scan.words[i - 1] in places():
        many = head.name_class == "company" or (head.text in MANY and _at_home(scan.words[i - 1]))
        return None if many else i - 1  # 중국 제과 시장
    if _opens(scan, i - 1) and (head.text in COMMON_STEM or head.text in JOINABLE or head.name_class in AFTER_NAMES):
        return i - 1
    if not _is_proper(scan, i - 1) or (head.name_class not in AFTER_NAMES and head.text not in JOINABLE):
        return None
    first = i - 1
    while i - first < 3 and scan.gaps[first] == " " and _continues_left(scan, first - 1):
        first -= 1  # 시더스 시나이 병원
    return first


def _opens(scan: Scan, k: int) -> bool:
    """Is chunk `k` the most of a name whose head stands after it: 국제해녀 연맹?"""
    word, chunk = scan.words[k], scan.chunks[k]
    if len(word) < 4 or not word.startswith(OPENING) or word in scan.catalog.surfaces:
        return False
    return all(tag in NOUN_TAGS for tag in scan.line.tags[chunk.first : chunk.last])


def _at_home(word: str) -> bool:
    """Is a place a country or in Korea, where bodies of some kinds are many: 부산 병원, 유럽 은행?"""
    return word in countries() or word in CONTINENTS or word not in foreign_places() or word in regions()


def _is_proper(scan: Scan, k: int) -> bool:
    """Is chunk `k` all of proper nouns, or a noun that no dictionary has?"""
    chunk, line = scan.chunks[k], scan.line
    if scan.words[k] in latin_stop():
        return False
    return all(
        line.tags[token] in ("NNP", "SL") or (line.tags[token] == "NNG" and line.starts[token] in line.unknown)
        for token in range(chunk.first, chunk.last)
    )


def _continues_left(scan: Scan, k: int) -> bool:
    """Is chunk `k` one more word of an unknown name that goes on with the next?"""
    word = scan.words[k]
    known = word in places() or word in scan.catalog.surfaces or person_shaped(word) or scan.vocabulary.role(word)
    return k >= 0 and scan.bare(k) and not known and _is_proper(scan, k)
