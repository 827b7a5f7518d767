"""What a country or a municipality does in its clause: 핀란드는 가입을 신청했다, but 핀란드는 겨울이 길다.

A topic (은, 는) that has a subject of its own after it (겨울이) says where, not who; one with an object and a verb of
doing says who. Only lines that name such a place come here.
"""

from __future__ import annotations

from collections.abc import Collection

from kextract.rules.organization.deeds import (
    ABOUT,
    ADVERBIAL,
    AIMED,
    BETWEEN,
    BOUND,
    CLAUSE,
    CONTINUED,
    DEEDS,
    DEMAND_WINDOW,
    DEMANDS,
    DOERS,
    GOT,
    HANDED_DOWN,
    HELPERS,
    LOCAL_DEEDS,
    NAMING,
    PAIRS,
    PASSIVE,
    PHRASE,
    POLICY,
    QUOTED,
    QUOTES,
    STILL,
    STILL_NOUNS,
    STILL_STEMS,
    SUBJECT_CLAUSE,
    WHEN,
)
from kextract.rules.organization.scan import Scan


def topic_acts(scan: Scan, j: int, kinds: Collection[str]) -> bool:
    """Does what stands in chunk `j` as the topic do something: is there a verb of these kinds, or an object and a verb
    of doing before another subject?"""
    owned = objects = False
    quoted = 0
    for k in range(j + 1, min(scan.sentence_end(j), j + 1 + CLAUSE)):
        gap = scan.gaps[k]
        if gap[:1] in QUOTES:
            quoted -= 1
            if quoted < 0:
                return False  # what is quoted ends: “한국은 가장 중요한 나라”라는 표현을 삭제했다
        quoted += len(gap) > 1 and gap[-1:] in QUOTES
        if _case(scan, k, "JKS"):
            owned = owned or not _in_relative(scan, k)
            continue
        if _tells(scan, k, kinds):
            return True
        if _case(scan, k, "JKO"):
            objects = True
            continue
        if owned or (_adnominal(scan, k) and not scan.core(k + 1).startswith(BOUND)):
            continue
        does, noun = _predicate(scan, k)
        if does and (objects or noun):
            return True
    return False


def subject_acts(scan: Scan, j: int) -> bool:
    """Does the subject in chunk `j` do something: is the next verb one of doing, or is a deed told further on?
    태국이 무척 덥다 and 스페인이 고향인 그는 tell of none."""
    end = min(scan.sentence_end(j), j + 1 + SUBJECT_CLAUSE)
    for k in range(j + 1, end):
        does = _verb(scan, k)
        if does is not None:
            return does or any(_tells(scan, m, DEEDS) for m in range(k, end))
    return scan.follows("act", j, SUBJECT_CLAUSE)


def _verb(scan: Scan, k: int) -> bool | None:
    """Does chunk `k` say that its subject does something? None if it is no verb, or one that only describes a noun."""
    chunk, tags = scan.chunks[k], scan.line.tags
    if _case(scan, k, "ETN"):
        return None  # 살기 좋은
    for token in range(chunk.first, chunk.last):
        tag = tags[token]
        if tag[:3] in ("VCP", "VCN"):
            return False
        if tag[:2] == "VA" or tag == "XSA":
            quoted = scan.words[k].endswith(QUOTED)  # 그립다는 그는
            described = (_adnominal(scan, k) and not quoted) or scan.words[k].endswith(ADVERBIAL)
            return None if described else False
        if (tag[:2] == "VV" and not scan.text.startswith(HELPERS, scan.line.starts[token])) or tag == "XSV":
            return _does(scan, chunk.first, token)
    return None


def deed_follows(scan: Scan, j: int, kinds: Collection[str] = DEEDS) -> bool:
    """Is the noun phrase after chunk `j` (의) about a deed: 러시아의 침공, but not 러시아의 공장을 폭격했다?"""
    for k in range(j + 1, min(scan.sentence_end(j), j + 1 + PHRASE)):
        core = scan.cores[k]
        if core and not _predicate(scan, k)[0] and _is_deed(scan, core, kinds):
            return not scan.core(k + 1).startswith(DOERS) or not scan.bare(k)
        if scan.words[k].endswith(NAMING) and "VCP" in scan.line.tags[scan.chunks[k].first : scan.chunks[k].last]:
            return False  # 일본의 고유 영토라는 주장
        tag = scan.line.tags[scan.chunks[k].last - 1]
        against = tag == "JKB" and k + 1 < scan.size and scan.words[k + 1] in ABOUT  # 이란에 대한 제재
        if (tag[0] == "J" and tag not in CONTINUED and not against) or tag in ("EC", "EF"):
            return False
    return False


def _is_deed(scan: Scan, core: str, kinds: Collection[str]) -> bool:
    """추가도발, 도발, 도발은: does the word begin or end with a noun of these kinds?"""
    marks = scan.vocabulary.marks
    for size in (2, 3, 4):
        tail = core[-size:]
        for word, kind in marks.get(tail[:2], ()):
            if kind in kinds and (word == tail):
                return True
    return core.startswith(POLICY)


def addressed(scan: Scan, j: int) -> bool:
    """Is something asked of what stands in chunk `j` (에), before another subject comes?"""
    for k in range(j + 1, min(scan.sentence_end(j), j + 1 + DEMAND_WINDOW)):
        core = scan.chunks[k].core
        if scan.words[k].startswith(DEMANDS) and scan.text[core : core + 1] not in PASSIVE:
            return True
        if _case(scan, k, "JKS"):
            return False
    return False


def gives(scan: Scan, j: int) -> bool:
    """Is something got from what stands in chunk `j` (으로부터)?"""
    return any(scan.words[k].startswith(GOT) for k in range(j + 1, min(scan.sentence_end(j), j + 1 + PHRASE)))


def aimed_at(scan: Scan, j: int) -> bool:
    """Is the object in chunk `j` somebody that one blames or sues, an adverb between at most?"""
    for k in (j + 1, j + 2):
        if k >= scan.sentence_end(j):
            return False
        if scan.words[k].startswith(AIMED):
            return True
        if scan.line.tags[scan.chunks[k].last - 1][0] in "J":
            return False
    return False


def side_of(scan: Scan, k: int) -> bool:
    """대만 측은, 대만 측 관계자, but not 일본 측 관중석"""
    if scan.core(k) != "측":
        return False
    return not scan.bare(k) or scan.core(k + 1) in scan.vocabulary.side or scan.core(k + 1) in scan.vocabulary.officer


def second_of_two(scan: Scan, j: int) -> bool:
    """르완다와 우간다 간 긴장: is chunk `j` the second of two between whom something goes on?"""
    if scan.core(j + 1) not in BETWEEN or not j or scan.gaps[j] != " " or scan.words[j - 1][-1] not in PAIRS:
        return False
    return deed_follows(scan, j + 1, LOCAL_DEEDS)


def _case(scan: Scan, k: int, tag: str) -> bool:
    """Does chunk `k` end in a particle of this case?"""
    return scan.line.tags[scan.chunks[k].last - 1] == tag


def _adnominal(scan: Scan, k: int) -> bool:
    return scan.line.tags[scan.chunks[k].last - 1] == "ETM"


def _in_relative(scan: Scan, k: int) -> bool:
    """만기가 돌아온 빚을: is the subject in chunk `k` that of a verb that goes with a noun?"""
    return any(_adnominal(scan, m) or _subordinate(scan, m) for m in (k + 1, k + 2) if m < scan.size)


def _subordinate(scan: Scan, k: int) -> bool:
    """태풍이 오기 전에, 물이 차오르자: is chunk `k` a verb that only says when the rest happens?"""
    tag = scan.line.tags[scan.chunks[k].last - 1]
    if tag == "ETN":
        return scan.core(k + 1) == "전"
    return tag == "EC" and scan.words[k].endswith(WHEN)


def _tells(scan: Scan, k: int, kinds: Collection[str]) -> bool:
    """Is chunk `k` a word of these kinds that tells what the topic or the subject before it does?"""
    marks = scan.signs[k].marks
    return any(kind in kinds for kind in marks) and not _passive(scan, k) and not _aside(scan, k)


def _aside(scan: Scan, k: int) -> bool:
    """투자 위험이 크다, 정부를 비판한 작가가 많다: is chunk `k` only part of what is told of another?"""
    if _adnominal(scan, k):
        m = k + 1
        while m < scan.size and scan.words[m][0].isdigit() and scan.gaps[m + 1] == " ":
            m += 1  # 개시한 2019년 10월 이후
        return not (scan.core(m).startswith(BOUND) or scan.words[m : m + 1] == ["지"])
    m = k
    while scan.line.tags[scan.chunks[m].last - 1][0] == "N" and scan.gaps[m + 1] == " " and m + 1 < scan.size:
        m += 1
    return m > k and _passive(scan, m)


def _passive(scan: Scan, k: int) -> bool:
    """발표된, 공급이, 무역은: nothing that the topic before it does."""
    chunk = scan.chunks[k]
    tag = scan.line.tags[chunk.last - 1]
    return tag in ("JKS", "JX") or scan.text[chunk.core : chunk.core + 1] in PASSIVE


def _predicate(scan: Scan, k: int) -> tuple[bool, bool]:
    """Is chunk `k` a verb of doing, and is that one made of a noun (신청했다)?"""
    chunk, tags = scan.chunks[k], scan.line.tags
    for token in range(chunk.first, chunk.last):
        tag = tags[token]
        if tag == "XSV":
            return _does(scan, chunk.first, token), True
        if tag[:2] == "VV" and not scan.text.startswith(HELPERS, scan.line.starts[token]):
            handed = scan.words[k].startswith(HANDED_DOWN) and k > 0 and _case(scan, k - 1, "JKO")
            return handed or _does(scan, chunk.first, token), False
    return False, False


def _does(scan: Scan, first: int, token: int) -> bool:
    """Does the verb of `token` (VV, or XSV after a noun) tell of a deed?"""
    start = scan.line.starts[token]
    if scan.line.tags[token] != "XSV":
        return scan.text[start : scan.line.ends[token]] not in STILL and not scan.text.startswith(STILL_STEMS, start)
    if scan.text[start] in PASSIVE:
        return False
    return not scan.text[scan.line.starts[first] : start].endswith(STILL_NOUNS)
