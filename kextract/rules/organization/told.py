"""Unknown names that a sentence shows to be firms: 한들미르는 칩을 만드는 업체다; 한들미르 김영호 대표는 …."""

from __future__ import annotations

import re
from collections.abc import Set

from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import NOUN_TAGS, person_shaped
from kextract.rules.organization.names import Name, latin_stop, places
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.vocabulary import FIRM_OFFICERS

_TOLD = re.compile(
    r"(?:업체|기업|회사|스타트업|벤처|제약사|운용사|제조사|개발사|유통사|대행사|투자사|자회사|계열사|상장사|출판사)"
    r"(?:이?다[.\"”’ ]|다[.]|이?며[, ]|이?고[, ]|으?로[, ]|으?로서|인데|입니다)"
)
TOPIC = frozenset(["은", "는"])
# what tells a trade of the name after it: 진단기기를 만드는 한들미르는
MAKING = frozenset(
    "만드는 생산하는 제조하는 운영하는 판매하는 공급하는 개발하는 수입하는 유통하는 서비스하는 납품하는".split()
)
MAKING_GAPS = frozenset([" ", " '", " ‘", ' "', " “"])
TRADING = frozenset(["은", "는", "이", "가"])
_LEADERS = FIRM_OFFICERS - frozenset(["팀장", "과장", "부장", "원장", "이사"])  # 기획 김영호 팀장
SHORTEST = 3  # letters of an unknown name before its leader's


# whose kin a leader is: 삼남인 김영호 전무
KIN = tuple("장남 차남 삼남 장녀 차녀 삼녀 막내 사위 부인 남편 동생 조카 아들 며느리".split())


def find(scan: Scan, found: Found) -> None:
    """What the sentences of a line tell of names that nothing has found yet."""
    told = _TOLD.search(scan.text) is not None
    made, led = not MAKING.isdisjoint(scan.words), not _LEADERS.isdisjoint(scan.cores)
    if not told and not led and not made:
        return
    taken = scan.taken()
    for i, (word, core) in enumerate(zip(scan.words, scan.cores, strict=True)):
        if core in _LEADERS:
            _named_before(scan, i - 2, taken, found)
        if word in MAKING:
            _maker(scan, i + 1, taken, found)
    if told:
        for match in _TOLD.finditer(scan.text):
            _subject(scan, match.start(), taken, found)


def _named_before(scan: Scan, i: int, taken: Set[int], found: Found) -> None:
    """한들미르 김영호 대표: a firm, a person and a leader's title."""
    if i < 0 or i in taken or scan.gaps[i + 1] != " " or scan.gaps[i + 2] != " " or not scan.bare(i):
        return
    if not person_shaped(scan.words[i + 1]) or scan.words[i + 1] in places() or not _unheard_of(scan, i):
        return
    chunk = scan.chunks[i]
    if chunk.end - chunk.start < SHORTEST or person_shaped(scan.words[i]) or scan.words[i][:-1].endswith(KIN):
        return
    found.emit(scan, (i, i, chunk.start, chunk.end), "told", ["led"], Name("company", "", ""))


def _maker(scan: Scan, i: int, taken: Set[int], found: Found) -> None:
    """진단기기를 만드는 한들미르는: the subject that a sentence describes by its trade."""
    if i >= scan.size or i in taken or scan.gaps[i] not in MAKING_GAPS or person_shaped(scan.cores[i]):
        return
    chunk = scan.chunks[i]
    if scan.rest(i, chunk.core) in TRADING and _unheard_of(scan, i):
        found.emit(scan, (i, i, chunk.start, chunk.core), "told", ["told"], Name("company", "", ""))


def _subject(scan: Scan, at: int, taken: Set[int], found: Found) -> None:
    """The first word of the sentence that says at `at` what its subject is."""
    last = next(k for k in range(scan.size - 1, -1, -1) if scan.chunks[k].start <= at)
    i = last
    while i and (scan.gaps[i] in ("", " ") or scan.gaps[i][0] not in ".!?…▲▶"):
        i -= 1
    if i == last or i in taken:
        return
    chunk = scan.chunks[i]
    if scan.rest(i, chunk.core) in TOPIC and _unheard_of(scan, i):
        found.emit(scan, (i, i, chunk.start, chunk.core), "told", ["told"], Name("company", "", ""))


def _unheard_of(scan: Scan, i: int) -> bool:
    """Is chunk `i` a name that no list has, of no other use?"""
    core, line, chunk = scan.cores[i], scan.line, scan.chunks[i]
    if len(core) < 2 or core in places() or core in latin_stop():
        return False
    if core in scan.catalog.surfaces or scan.vocabulary.role(core) or core in scan.vocabulary.officer:
        return False
    tokens = [k for k in range(chunk.first, chunk.last) if line.starts[k] < chunk.core]
    if any(line.tags[k] not in NOUN_TAGS for k in tokens):
        return False
    return line.starts[tokens[0]] in line.unknown or line.tags[tokens[0]] == "SL" or line.tags[tokens[-1]] == "NNP"
