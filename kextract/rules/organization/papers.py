"""Newspapers of several words that no list has, where they report: 현지 언론 카리바 포스트는, 일간 '소마 트리뷴'은."""

from __future__ import annotations

from kextract.rules.organization.evidence import ROLE_GAPS, around
from kextract.rules.organization.found import Found
from kextract.rules.organization.names import Name, countries
from kextract.rules.organization.reports import reporting
from kextract.rules.organization.scan import Scan

ENDINGS = frozenset(
    """
    포스트 타임스 타임즈 헤럴드 트리뷴 크로니클 텔레그래프 데일리 뉴스 저널 가제트 옵서버 옵저버 인디펜던트 위클리
    스탠더드 스탠다드 네이션 미러 프레스 인콰이어러 이그재미너 익스프레스 이코노미스트 시티즌 모니터 리뷰 투데이
    """.split()
)
TELLING = frozenset(["according", "speaks", "role_before"])
LONGEST = 3  # words before the ending


def find(scan: Scan, found: Found) -> None:
    """Adds the papers of a line that reports something."""
    for i, core in enumerate(scan.cores):
        if core in ENDINGS and i and scan.gaps[i] == " ":
            first = _first(scan, i)
            if first < i and (evidence := _evidence(scan, first, i)):
                span = (first, i, scan.chunks[first].start, scan.chunks[i].start + len(core))
                found.emit(scan, span, "paper", evidence, Name("media", "", ""))


def _first(scan: Scan, i: int) -> int:
    """The first chunk of the paper that ends with chunk `i`: names and words that no dictionary has."""
    k = i
    while k and i - k < LONGEST and scan.gaps[k] == " " and scan.bare(k - 1):
        word = scan.words[k - 1]
        if word in countries() or scan.vocabulary.role(word) or not (word in ENDINGS or _is_name(scan, k - 1)):
            break
        k -= 1
    return k


def _is_name(scan: Scan, k: int) -> bool:
    chunk, line = scan.chunks[k], scan.line
    if chunk.start in line.unknown or scan.words[k].isascii():
        return True
    return all(tag == "NNP" for tag in line.tags[chunk.first : chunk.last])


def _evidence(scan: Scan, first: int, i: int) -> list[str]:
    """What shows that the chunks `first` to `i` are a paper: one that is said to be, or that reports."""
    evidence = [
        piece for piece in around(scan, first, i, scan.chunks[i].start + len(scan.cores[i])) if piece in TELLING
    ]
    before = first - 1
    said = before >= 0 and scan.gaps[first] in ROLE_GAPS and scan.vocabulary.role(scan.words[before])
    if said or _reports(scan, i):
        evidence.append("reports")
    return ["several_words", *dict.fromkeys(evidence)] if evidence else []


def _reports(scan: Scan, i: int) -> bool:
    return not scan.bare(i) and reporting(scan, i) is not None
