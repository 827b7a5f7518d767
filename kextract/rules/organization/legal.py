"""Names with a legal form: ㈜누리담, 주식회사 가람누리, Acme Robotics Inc., Kessler GmbH."""

from __future__ import annotations

import re

from kextract.rules.organization import boundaries
from kextract.rules.organization.boundaries import DOT
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import head_at, head_of, is_common, no_noun, person_shaped
from kextract.rules.organization.names import Name, places
from kextract.rules.organization.scan import Scan

SIGNS = ("㈜", "(주)", "㈔", "(사)", "㈶", "(재)", "(유)")
WORDS = frozenset(
    """
    주식회사 사단법인 재단법인 유한회사 학교법인 의료법인 사회복지법인 법무법인 회계법인 특허법인 세무법인 노무법인
    관세법인 감정평가법인 농업회사법인 영농조합법인
    """.split()
)
FORM_WORDS = tuple(WORDS)
ENDS = frozenset(["", " ", ",", ".", ")", "은", "는", "이", "가", "의", "와", "과", "에", "을", "를"])
# legal forms that are written on to names without a blank
GLUED_FORMS = frozenset(
    "주식회사 유한회사 사단법인 재단법인 학교법인 의료법인 법무법인 회계법인 특허법인 세무법인".split()
)
# what happens to a body with a legal form: 사단법인 승인, 주식회사 설립
DEALINGS = frozenset(
    "승인 설립 등록 허가 인가 전환 지위 자격 형태 명의 정관 해산 출범 창립 신고 인정 취소 요건 체제 방식 제도".split()
)
FORMS = ("Inc", "Corp", "LLC", "Ltd", "GmbH", "PLC", "KGaA", "Limited")
_FIRM = re.compile(
    r"(?<![A-Za-z0-9&.])(?:[A-Z0-9][A-Za-z0-9&'.-]{0,30} (?:(?:of|and|the|&|de) )?){0,4}[A-Z0-9][A-Za-z0-9&'-]{0,30}"
    r"(?:, ?| )(?:Co\., ?)?(?:Inc\.?|Corp\.|Corporation|LLC|Ltd\.?|Limited|GmbH|PLC|KGaA)(?![A-Za-z])"
)


def find(scan: Scan, found: Found) -> None:
    """Adds the names of a line that have a legal form."""
    text = scan.text
    signed = "㈜" in text or "㈔" in text or "㈶" in text or (")" in text and any(sign in text for sign in SIGNS))
    if signed or "법인" in text or "회사" in text:
        _signed(scan, found)
    if any(form in text for form in FORMS):
        _latin(scan, found)


def _signed(scan: Scan, found: Found) -> None:
    text = scan.text
    for i, chunk in enumerate(scan.chunks):
        before, after = text[max(0, chunk.start - 4) : chunk.start].rstrip(), text[chunk.end : chunk.end + 3]
        sign = next((sign for sign in SIGNS if before.endswith(sign)), "")
        if sign and not _belongs_before(scan, i, sign):
            start = text.rindex(sign, 0, chunk.start)
            if scan.words[i - 1] in WORDS and i > 1:  # 법무법인(유) 율촌
                start = scan.chunks[i - 2].start
            j = i + 1 if is_common(scan.words[i]) and scan.gaps[i + 1] == " " and i + 1 < scan.size else i
            j, end = _end(scan, j)  # (주)영화사 누리
            _emit_legal(scan, i, j, start, end, text[chunk.start : end], found)
        elif scan.words[i] in WORDS and scan.gaps[i + 1] == " " and i + 1 < scan.size:
            if scan.cores[i + 1] in DEALINGS:
                continue
            j, end = _end(scan, i + 1)
            _emit_legal(scan, i, j, chunk.start, end, text[scan.chunks[i + 1].start : end], found)
        elif (form := _glued_form(scan, i)) and (end := scan.name_end(i)) - chunk.start > len(form) + 1:
            _emit_legal(scan, i, i, chunk.start, end, text[chunk.start + len(form) : end], found)
        elif after.startswith(("㈜", "(주)")):
            end = chunk.end + (1 if after[0] == "㈜" else 3)
            if text[end : end + 1] in ENDS:
                k = i - 1 if _trade_alone(scan, i) else i
                start = scan.chunks[k].start
                _emit_legal(scan, k, i, start, end, text[start : chunk.end], found)


def _end(scan: Scan, j: int) -> tuple[int, int]:
    """The chunk and the place where a name with a legal form before it ends that has chunk `j`: its title is cut off
    (재단법인 다온장학재단이사장), its branch belongs to it (사단법인 한국다온협회 밀양지회)."""
    while scan.gaps[j + 1] == DOT and scan.words[j] in places() and j + 1 < scan.size:
        j += 1  # 재단법인 부산·울산연구원
    if head_follows(scan, j):
        j += 1  # ㈜누리 엔터테인먼트
    head = head_at(scan, j)
    if head is None or head[1].strength == "weak":
        known = scan.named(j)
        if known is not None and known[0] == j and known[1] < scan.name_end(j) and known[2].flag != "P":
            return j, known[1]  # (주)누리지분
        return j, scan.name_end(j)
    end, (_, name_class, _) = head
    return boundaries.right(scan, j, end, name_class) or (j, end)


def _trade_alone(scan: Scan, i: int) -> bool:
    """Is chunk `i` but the trade of a firm whose name stands before it: 오베론 디자인(주)?"""
    if not i or scan.gaps[i] != " " or not scan.bare(i - 1) or person_shaped(scan.words[i - 1]):
        return False
    line, chunk = scan.line, scan.chunks[i]
    if line.tags[chunk.first] != "NNG" or line.ends[chunk.first] < chunk.end or chunk.start in line.unknown:
        return False
    return scan.words[i - 1] not in places() and no_noun(scan, i - 1)


def _glued_form(scan: Scan, i: int) -> str:
    """The legal form that a name is written on to: 주식회사누리담; it makes no name of a common noun (주식회사법)."""
    form = scan.words[i][:4]
    if form not in GLUED_FORMS:
        return ""
    chunk, line = scan.chunks[i], scan.line
    rest = [k for k in range(chunk.first, chunk.last) if chunk.start + 4 <= line.starts[k] < chunk.core]
    known = len(rest) == 1 and line.tags[rest[0]] != "NNP" and line.starts[rest[0]] not in line.unknown
    return "" if known else form


def _belongs_before(scan: Scan, i: int, sign: str) -> bool:
    """Is the sign written straight after the word before and set off from this one: 가온전자㈜ 구다온 사장?"""
    start = scan.text.rindex(sign, 0, scan.chunks[i].start)
    before = scan.text[:start]
    return before[-1:].isalnum() and scan.text[start + len(sign)] == " " and not before.endswith(FORM_WORDS)


def _emit_legal(scan: Scan, i: int, j: int, start: int, end: int, canonical: str, found: Found) -> None:
    name = Name("company", "", canonical)
    if found.emit(scan, (i, j, start, end), "legal_form", ["legal_form"], name) and len(canonical) > 1:
        found.established[canonical] = name


def head_follows(scan: Scan, i: int) -> bool:
    if i + 1 >= scan.size or scan.gaps[i + 1] != " " or not scan.bare(i):
        return False
    head = head_of(scan.cores[i + 1])
    if head is None or head.text == "기업":
        return False
    return head.text == scan.cores[i + 1] and head.name_class in ("media", "company")


def _latin(scan: Scan, found: Found) -> None:
    """Adds the firms of a line that end in a legal form."""
    text = scan.text
    starts = scan.beginning()
    for firm in _FIRM.finditer(text):
        i = starts.get(firm.start())
        if i is None:
            continue
        j = i
        while j + 1 < scan.size and scan.chunks[j + 1].start < firm.end():
            j += 1
        found.emit(scan, (i, j, *firm.span()), "legal_form", ["legal_form"], Name("foreign_company", "", firm[0]))
