"""What speaks for a name that is known by its head alone: the stem before the head, and who is said to speak."""

from __future__ import annotations

import re

from kextract.rules.organization.evidence import around, elsewhere
from kextract.rules.organization.heads import (
    ANY_STEM,
    BODIES,
    BROKEN,
    CAUSE_STEMS,
    COMMON,
    COMMON_ENDINGS,
    LONG_STEM,
    NAME,
    NEEDS_MORE,
    NUMBER,
    OPENING,
    PLACE,
    PROPER,
    SHORT_COMMITTEES,
    TRUSTED,
    VAGUE,
    person_shaped,
    sure_name,
    too_little,
)
from kextract.rules.organization.names import Head, countries, places
from kextract.rules.organization.organs import is_bureau, is_party
from kextract.rules.organization.scan import Scan

_ACRONYM = re.compile(r"\([A-Z]{3,7}\)")
WEAK = frozenset(["weak", "fair"])  # strengths
# fair heads that make a name with a town too: 충북뉴스, 수원FC; of these, with a country: 튀르키예항공
AFTER_PLACES = frozenset(
    """
    뉴스 데일리 미디어 방송 신보 저널 투데이 트리뷴 포스트 FC 항공 뱅크 반군 의용군 혁명군 여객 은행 상의 TP JC
    산악회
    """.split()
)
OF_COUNTRIES = frozenset(["항공", "반군", "의용군", "혁명군"])
# evidence around a head on common nouns that shows an organization
TELLING = frozenset(["according", "speaks", "officer", "role_before"])
FIRM_CLASSES = frozenset(["company", "finance"])  # which a 관계자 shows too
SAYING = tuple(
    """
    밝혔 말했 전했 설명했 강조했 덧붙 주장했 발표했 해명했 공시했 촉구했 요구했 비판했 규탄했 반발했
    """.split()
)
POSTS = tuple("부장 팀장 과장 국장 실장 소장 처장 단장 회장 이사 연구원 간사 활동가 사무장".split())
NEVER = 99  # letters
_ACRONYM = re.compile(r"\((?:이하 )?[A-Z][A-Za-z&-]{1,9}[)·,]")
FULL_OPENINGS = ("한국", "대한", "국립", "전국")  # which the short form of a listed name lacks
FULL_SHORTEST = 4  # letters


def stem_evidence(scan: Scan, i: int, end: int, head: Head, kind: str) -> list[str]:
    """What a head and the stem before it within chunk `i` say for a name that ends at `end`; nothing if it is none."""
    stem = scan.text[scan.chunks[i].start : end - len(head.text)]
    if kind == NUMBER:
        return ["head_proper"] if head.name_class == "military" and head.strength == "strong" else []
    if len(stem) < 2:
        return ["head_proper"] if head.text.endswith("사무소") and stem + head.text[0] in places() else []  # 남면사무소
    text = stem + head.text
    if is_bureau(text) or (text[-1] == "당" and is_party(text)):
        return ["head_common"]
    if head.name_class == "party" and len(head.text) > 2 and kind in (PLACE, NAME, PROPER):
        return ["head_proper"]  # 웨일스민족당
    if head.strength in WEAK or head.text in VAGUE:
        return _weak_evidence(scan, i, end, head, kind, stem)
    if kind in (PLACE, NAME, PROPER):
        return ["head_proper", *elsewhere(scan, i, end, head.name_class)]
    if kind == BROKEN:
        return ["head_common"] if _holds_together(stem, head) else []
    if head.text in ANY_STEM or (len(stem) > 3 and stem.startswith(OPENING) and head.strength != "unit"):
        return ["head_common", *elsewhere(scan, i, end, head.name_class)]
    if _listed_in_full(scan, i, end):
        return ["head_proper"]
    if not head.text.endswith(COMMON_ENDINGS):
        return _said_of(scan, i, end, head) if head.strength != "unit" else []
    if (head.text in NEEDS_MORE or head.text in SHORT_COMMITTEES) and too_little(scan, i, end, head.text):
        return _said_of(scan, i, end, head)
    if head.text == "연구소" and _names_next(scan, i, end):
        return []
    return ["head_common"]


def _listed_in_full(scan: Scan, i: int, end: int) -> bool:
    """로봇산업협회, where the lists have 한국로봇산업협회."""
    known, text = scan.catalog.get, scan.text[scan.chunks[i].start : end]
    names = [known(opening + text) for opening in FULL_OPENINGS] if len(text) > FULL_SHORTEST else ()
    return any(name is not None and not name.flag for name in names)


def _holds_together(stem: str, head: Head) -> bool:
    """Is a stem that the tokenizer takes for words with particles or verbs all of a name: 푸른솔초등학교,
    건강사회를위한약사회?"""
    if head.text in TRUSTED or (head.text in ANY_STEM and len(head.text) > 3):
        return True
    return head.strength == "strong" and head.name_class == "assoc" and ("위한" in stem or "및" in stem)


def _weak_evidence(scan: Scan, i: int, end: int, head: Head, kind: str, stem: str) -> list[str]:
    """The same for a head that products and trades end in too."""
    fair = head.strength == "fair" and head.text not in VAGUE
    sure = kind == NAME or (kind == PROPER and sure_name(scan, i, end))
    town = kind == PLACE and head.text in AFTER_PLACES and (head.text in OF_COUNTRIES or stem not in countries())
    if (fair and sure) or town:
        return ["head_proper", *elsewhere(scan, i, end, head.name_class)]
    if kind in (COMMON, PROPER) and len(stem) >= CAUSE_STEMS.get(head.text, NEVER):
        return ["head_common"]
    long = head.text in BODIES and len(stem) >= LONG_STEM
    if (kind == COMMON and long) or (kind == PLACE and head.text in BODIES):
        return _said_of(scan, i, end, head)
    if kind not in (NAME, PROPER):
        return []
    evidence = ["head_weak", *around(scan, i, i, end)]
    if end == scan.chunks[i].end and scan.gaps[i + 1] == "(" and head.text != "리그" and _ACRONYM.match(scan.text, end):
        evidence.append("brackets")  # 프랑스철도공사(SNCF)
    if not sure and "speaks" in evidence and not _says(scan, i):
        evidence.remove("speaks")  # 냉동식품이 … 판매
    one_word = kind == PROPER and scan.line.ends[scan.chunks[i].first] >= end
    if (long and sure) or (one_word and len(stem) + len(head.text) > 5):
        evidence.append("long_name")
    return evidence + elsewhere(scan, i, end, head.name_class)


def _said_of(scan: Scan, i: int, end: int, head: Head) -> list[str]:
    """What is said of a head on common nouns that is an organization only where it speaks: 동화그룹은 … 밝혔다."""
    evidence = around(scan, i, i, end)
    if "speaks" in evidence and not _says(scan, i):
        evidence.remove("speaks")
    if head.text in BODIES and end == scan.chunks[i].end and _ACRONYM.match(scan.text, end):
        return ["head_weak", *evidence, "brackets"]  # 미래통신기술진흥센터(MITC)
    if not evidence and _held(scan, i, end):
        evidence.append("officer")
    telling = TELLING | {"side"} if head.name_class in FIRM_CLASSES else TELLING
    return ["head_weak", *evidence] if not telling.isdisjoint(evidence) else []


def _held(scan: Scan, i: int, end: int) -> bool:
    """김지훈 첨단소재지원센터 선임부장: does a name stand before chunk `i` and a post after it?"""
    if not i or i + 1 >= scan.size or end != scan.chunks[i].end or scan.gaps[i] != " " or scan.gaps[i + 1] != " ":
        return False
    return scan.cores[i + 1].endswith(POSTS) and person_shaped(scan.words[i - 1]) and scan.bare(i - 1)


def _says(scan: Scan, i: int) -> bool:
    """Is chunk `i`, a subject, the one who says something in its sentence?"""
    for k in range(i + 1, min(scan.sentence_end(i), i + 30)):
        if scan.words[k].startswith(SAYING):
            return True
        if scan.rest(k, scan.chunks[k].core) in ("은", "는"):
            return False
    return False


def _names_next(scan: Scan, i: int, end: int) -> bool:
    """기업데이터연구소 CEO스코어: what comes next is the name."""
    named = scan.named(i + 1) if end == scan.chunks[i].end and scan.gaps[i + 1] == " " and i + 1 < scan.size else None
    return named is not None and not named[2].flag
