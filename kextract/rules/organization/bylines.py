"""The papers of bylines and copyright lines: 저작권자 © 갈매기타임, [갈매기타임] 김민수 기자 =."""

from __future__ import annotations

from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import head_of, person_shaped
from kextract.rules.organization.names import Name
from kextract.rules.organization.scan import Scan

FIRST_WORDS = 4
BYLINE_GAPS = (" ", ")", ") ", " = ", "= ", "=", ") = ", "]", "] ")


def find(scan: Scan, found: Found) -> None:
    """저작권자 © 갈매기타임, [갈매기타임 김민수 기자], [전북=갈매기타임] 김민수 기자."""
    for i in range(scan.size):
        gap = scan.gaps[i]
        owned = gap.rstrip()[-1:] in ("©", "ⓒ")
        if owned and (scan.words[i].endswith(("을", "를")) or _paper_follows(scan, i)):
            continue  # ⓒ투자가를 위한 경제 플랫폼, ⓒ 공감언론 갈매기타임
        if (owned or _before_reporter(scan, i)) and _may_be_paper(scan, i):
            span = (i, i, scan.chunks[i].start, scan.name_end(i))
            found.emit(scan, span, "byline", ["byline"], Name("media", "", ""))


def _paper_follows(scan: Scan, i: int) -> bool:
    """Is the chunk after chunk `i` the paper that a list has?"""
    named = scan.named(i + 1) if i + 1 < scan.size and scan.gaps[i + 1] == " " else None
    return named is not None and named[2].name_class == "media"


def _before_reporter(scan: Scan, i: int) -> bool:
    gap = scan.gaps[i]
    boxed = gap[-1:] == "[" and i + 1 < scan.size and scan.gaps[i + 1] in ("]", "] ") and i < FIRST_WORDS
    if boxed and _is_paper(scan, scan.words[i]):  # [한들저널] at the head of an article
        return True
    if not i and scan.gaps[1] == " " and scan.core(2) == "기자" and scan.gaps[3].strip() in ("|", "=", "ㅣ"):
        return person_shaped(scan.cores[1])  # 한들포인트 김영호 기자 | at the head of an article
    dated = gap == "=" and i > 0 and scan.gaps[i - 1][-1:] in ("[", "(")  # [전북=갈매기타임]
    if i + 1 >= scan.size or scan.gaps[i + 1] not in BYLINE_GAPS or not (dated or gap[-1:] in ("[", "(")):
        return False
    reporter = scan.words[i + 1]
    if reporter.endswith("팀"):
        return scan.gaps[i + 2].strip() == "="  # [인사이트] 디지털뉴스팀 =
    if reporter.endswith("기자"):
        return person_shaped(reporter[:-2])
    return person_shaped(scan.cores[i + 1]) and scan.core(i + 2) == "기자"


def _is_paper(scan: Scan, word: str) -> bool:
    """Has a list `word` as a paper, or does it end like one?"""
    entry = scan.catalog.get(word)
    if entry is not None:
        return entry.name_class in ("media", "foreign_media")
    head = head_of(word)
    return head is not None and head.name_class == "media" and len(word) > len(head.text) + 1


def _may_be_paper(scan: Scan, i: int) -> bool:
    if scan.name_end(i) - scan.chunks[i].start < 3:
        return False
    chunk = scan.chunks[i]
    return scan.line.ends[chunk.first] < chunk.end or scan.line.tags[chunk.first] != "NNG" or len(scan.words[i]) > 3
