"""Committees, task forces and teams of investigators that are named for a matter in words of their own: 연금개혁 특위,
대학입시제도 개편 특별위원회, 반도체 특위."""

from __future__ import annotations

from kextract.rules.organization.boundaries import PLAIN_TAGS, RELATIONS
from kextract.rules.organization.heads import person_shaped
from kextract.rules.organization.names import places
from kextract.rules.organization.scan import Scan

# what is formed for a matter; of these, those that any noun may stand before (반도체 특위)
FORMED = frozenset(
    """
    특별위원회 특위 대책위 대책위원회 비상대책위원회 범대위 추진위 추진위원회 유치위원회 조사위원회 진상조사위원회
    진상규명위원회 진상조사단 특별수사단 합동수사단 합동조사단 특별조사단 추진단 기획단 대책단 TF 태스크포스 대책본부
    공동대책위원회 공대위
    """.split()
)
FREE = frozenset(["특별위원회", "특위", "TF", "태스크포스"])
# what the matter is done to, or what it is
MATTERS = tuple(
    """
    개혁 개편 대책 개선 발전 혁신 조사 추진 규명 활성화 심사 정상화 결산 개헌 사기 비리 범죄 의혹 참사 사고 피해 게이트
    농단 유치 이전 통합 신설 저지 철회 폐지 완화 혁파 점검 검증 수습 극복 예방 근절 안정 상생 강국 대전환 선진화 민영화
    """.split()
)
# what says whose or which it is rather than what it is for
NO_MATTERS = frozenset(
    """
    별도 여야 당내 국회 정부 원내 특별 관련 해당 이번 가칭 소속 산하 상설 비상설 한시 임시 공동 합동 각종 기존 새로운
    자체 전담 범정부 민관 청와대 대통령실 대통령 총리 장관 구성 출범 설치 활동 운영 회의 위원장 간사 위원 전날 오전 오후
    국민 시민 주민 가족 유족 노조 의원 지역 중앙 전국 신임 초대 역대 최근 당시 직속 직후 직전
    이후 본회의 전체회의 의원들 위원들 오늘 내일 어제 이날 논의 결과 통과 처리 합의 차원 주도 내부 모두 전원
    """.split()
)
SHORTEST = 4  # letters of a matter in one word: 연금개혁
WORDS_AT_MOST = 9
FREELY = 3  # … before what any noun may stand before: 반도체


def matter(scan: Scan, i: int, head: str) -> int | None:
    """The first chunk of the matter that the body in chunk `i`, which is nothing but `head`, is formed for."""
    if head not in FORMED or not i or not _noun(scan, i - 1):
        return None
    word = scan.words[i - 1]
    if word.endswith(MATTERS):
        if len(word) >= SHORTEST:
            return i - 1
        return i - 2 if i > 1 and _noun(scan, i - 2) else None
    return i - 1 if head in FREE and len(word) >= FREELY else None


def of_house(scan: Scan, i: int, head: str) -> int | None:
    """The first chunk of a parliament's or a party's committee whose name has several words, the last of which, in
    chunk `i`, is nothing but `head`: 국회 저출생 대응 및 지방소멸 방지 특별위원회."""
    if head not in FREE:
        return None
    joined = False
    for k in range(i - 1, max(i - WORDS_AT_MOST, -1), -1):
        if scan.gaps[k + 1] not in (" ", "·") or not (scan.bare(k) or scan.words[k] == "및"):
            return None
        if _is_house(scan, k):
            return k if k < i - 2 and (joined or scan.words[i - 1].endswith(MATTERS)) else None
        if scan.words[k] in NO_MATTERS or scan.words[k] in RELATIONS:
            return None
        chunk = scan.chunks[k]
        if scan.words[k] == "및":
            joined = True
        elif not all(tag in PLAIN_TAGS for tag in scan.line.tags[chunk.first : chunk.last]):
            return None
    return None


def _is_house(scan: Scan, k: int) -> bool:
    """Is chunk `k` a parliament or a party?"""
    if scan.words[k] == "국회":
        return True
    name = scan.catalog.get(scan.words[k])
    return name is not None and not name.flag and name.name_class in ("party", "council")


def _noun(scan: Scan, k: int) -> bool:
    """Is chunk `k`, right before the next, a noun without a particle that may be a matter?"""
    word, chunk = scan.words[k], scan.chunks[k]
    if scan.gaps[k + 1] != " " or not scan.bare(k) or len(word) < 2:
        return False
    if word in RELATIONS or word in NO_MATTERS or word in places() or _listed(scan, word):
        return False
    tags = scan.line.tags[chunk.first : chunk.last]
    return all(tag in PLAIN_TAGS for tag in tags) and (tags == ["NNG"] or not person_shaped(word))


def _listed(scan: Scan, word: str) -> bool:
    """Is a word a sure name of the lists, of a body that the committee is a part of?"""
    name = scan.catalog.get(word)
    return name is not None and not name.flag
