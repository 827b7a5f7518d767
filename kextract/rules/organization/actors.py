"""Countries and municipalities, which are organizations only where they act: 북한은 미사일을 발사했다."""

from __future__ import annotations

from kextract.rules.organization import boundaries
from kextract.rules.organization.clauses import (
    addressed,
    aimed_at,
    deed_follows,
    second_of_two,
    side_of,
    topic_acts,
)
from kextract.rules.organization.deeds import BETWEEN, LOCAL_DEEDS, OBJECTS, OF, PAIRS
from kextract.rules.organization.evidence import TOPIC
from kextract.rules.organization.found import Found
from kextract.rules.organization.names import COUNTRY, Name, foreign_places
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.states import bloc, country
from kextract.rules.organization.vocabulary import BARE

__all__ = ["bloc", "foreign_town", "place"]

GOVERNING = ("speak", "act", "govern")
PARTNERS = frozenset(["와", "과", "의", "측"])
# beside whom a municipality is a body too
PUBLIC_PARTNERS = frozenset(
    """
    council police prosecution fire agency ministry government committee education public university military research
    association union ngo
    """.split()
)
STAFF = frozenset(
    """
    관계자 관계자들 당국자 담당자 담당자들 공무원 공무원들 직원 직원들 간부 간부들 공직자 공직자들 대변인 공보관 당국
    """.split()
)
JOINTLY = frozenset(["함께", "공동", "손잡고", "협력"])
LEADERS = frozenset("장지의")
LEADER_TITLES = ("장", "지사", "의원", "의장")
OPENING = frozenset(["(", "[", " ("])
HEADS = frozenset(["시장", "군수", "구청장", "도지사", "지사", "특별시장", "광역시장", "교육감"])
CREDITS = frozenset("/=([<〈【ⓒ©|)]>")
PAIR_GAPS = frozenset([" "])
ROW_GAPS = frozenset([", ", "·", "-", "‧"])


def place(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    """A country or a municipality at chunk `i`. The chunk to go on with, 0 if it does not act."""
    if name.name_class == COUNTRY:
        return country(scan, i, j, end, name, found)
    return _municipality(scan, i, j, end, name, found)


def _municipality(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    rest = scan.rest(j, end)
    part = None if rest else boundaries.right(scan, j, end, "local")
    if part is not None:
        return found.emit_part(scan, i, part, "local")
    first = boundaries.shared_tail(scan, i, scan.text[scan.chunks[i].start : end])
    span = (first, j, scan.chunks[first].start, end)
    evidence = []
    following = scan.core(j + 1)
    if rest in TOPIC or (not rest and (following == "등" or _row_acts(scan, j))):
        acts = topic_acts(scan, j, GOVERNING) if rest in TOPIC else _town_deed(scan, j, rest)
        if acts or any(scan.follows(kind, j) for kind in GOVERNING):
            evidence = ["local_topic"]
    elif not rest and not i and scan.gaps[j + 1] in (", ", "-") and not _goes_on(scan, j + 1):
        evidence = ["headline"]
    elif rest == "에" and scan.core(j + 1)[:2] == "따르":
        evidence = ["according"]
    elif rest[:1] in LEADERS and rest.startswith(LEADER_TITLES):
        evidence = ["leads"] if _named_leader(scan, i) else []
    elif not rest and (side_of(scan, j + 1) or second_of_two(scan, j) or _staff_behind(scan, j, end)):
        evidence = ["local_partner"]
    elif not rest and _leader_behind(scan, j + 1):
        evidence = ["leads"]
    elif not rest and _credited(scan, i, j):
        evidence = ["byline"]
    elif rest in ("에", "에도", "에게"):
        evidence = ["local_partner"] if scan.follows("give", j, 2) or addressed(scan, j) else []
    elif rest in PARTNERS:
        evidence = ["local_partner"] if _is_partner(scan, j, rest) or _town_deed(scan, j, rest) else []
    elif rest in OBJECTS:
        evidence = ["local_partner"] if aimed_at(scan, j) else []
    return j + 1 if found.emit(scan, span, "municipality", ["place", *evidence], name) else 0


def _staff_behind(scan: Scan, j: int, end: int) -> bool:
    """여수시 관계자는, 여수시 소속 공무원: who works for a municipality is no part of a place."""
    if scan.gaps[j + 1] != " " or scan.text[end - 1] not in BARE:
        return False
    following = scan.core(j + 1)
    return following in STAFF or (following in ("소속", "일부") and scan.core(j + 2) in STAFF)


def _is_partner(scan: Scan, j: int, rest: str) -> bool:
    """Is something agreed with the municipality in chunk `j`?"""
    if scan.follows("partner", j, _reach(scan, j, rest)) or (rest not in OF and scan.follows("speak", j, 4)):
        return True
    return rest in PAIRS and scan.core(j + 1) in JOINTLY and _body_before(scan, j)


def _body_before(scan: Scan, j: int) -> bool:
    """누리재단은 광진구와 함께: is the subject, before chunk `j` in its sentence, an organization?"""
    for _, k, candidate in reversed(scan.spans):
        if k < j and scan.sentence_end(k) == scan.sentence_end(j):
            end = candidate.end - scan.line.offset
            return scan.rest(k, end) in TOPIC
    return False


def _credited(scan: Scan, i: int, j: int) -> bool:
    """사진=고창군, /고창군 제공, [고창군 제공]: does a picture come from the municipality?"""
    pictured = i > 0 and scan.gaps[i].strip() == "=" and scan.words[i - 1].endswith(("사진", "제공", "자료"))
    if pictured or scan.gaps[j + 1] != " " or scan.core(j + 1) != "제공" or not scan.bare(j + 1):
        return pictured
    alone = not i and j + 2 >= scan.size
    return alone or scan.gaps[i].strip()[-1:] in CREDITS or scan.gaps[j + 2].strip()[:1] in CREDITS


def _town_deed(scan: Scan, j: int, rest: str) -> bool:
    """무안군의 반대로, 서울시와 송파구의 갈등, 서울시와 경찰은 금지했다: does the last of a row do something?"""
    while j + 1 < scan.size and scan.gaps[j + 1] in (PAIR_GAPS if rest in PAIRS else ROW_GAPS if not rest else ()):
        named = scan.named(j + 1)
        if named is None or (named[2].name_class != "local" and named[2].flag not in ("", "G")):
            return False
        j = named[0]
        rest = scan.rest(j, named[1])
        if rest in TOPIC and named[2].name_class in PUBLIC_PARTNERS:
            return True  # 가평군과 경찰은
    if rest in TOPIC:
        return topic_acts(scan, j, GOVERNING)
    if not rest and scan.core(j + 1) in BETWEEN and scan.gaps[j + 1] == " ":
        return deed_follows(scan, j + 1, LOCAL_DEEDS)  # 수원시와 화성시 간 갈등
    return rest in OF and deed_follows(scan, j, GOVERNING)


def _row_acts(scan: Scan, j: int) -> bool:
    """Does a row of names after chunk `j` end as a subject: 울산시, 경주시, 포항시는? 서구·동구 출마 does not."""
    while scan.gaps[j + 1] in ROW_GAPS and j + 1 < scan.size:
        named = scan.named(j + 1)
        if named is None:
            return scan.gaps[j + 1] == ", "  # 순천시, 남해바람에너지(주)는
        j, end, _ = named
        rest = scan.rest(j, end)
        if rest or scan.core(j + 1) == "등":
            return not rest or rest in TOPIC or rest in PARTNERS
    return False


def _goes_on(scan: Scan, k: int) -> bool:
    """수원시, 안성시 등 세 곳에: is chunk `k` one more bare name of a row rather than what a headline says?"""
    named = scan.named(k) if k < scan.size else None
    return named is not None and named[2].name_class == "local" and not scan.rest(named[0], named[1])


def _titled(scan: Scan, k: int) -> bool:
    """포틀랜드 시 국제 본부장, 구미시 김영호 시장: does a title follow, one word between at most?"""
    if k >= scan.size or scan.core(k) in scan.vocabulary.officer:
        return k < scan.size
    title = scan.core(k + 1)
    return scan.bare(k) and scan.gaps[k + 1] == " " and (title in scan.vocabulary.officer or title in HEADS)


def _named_leader(scan: Scan, i: int) -> bool:
    """Does a person's name stand before or after 울산시장 in chunk `i`? 구미시장 alone may be a market."""
    for k, gap in ((i - 1, scan.gaps[i]), (i + 1, scan.gaps[i + 1])):
        if gap == " " and 0 <= k < scan.size and 2 <= len(scan.cores[k]) <= 4:
            chunk = scan.chunks[k]
            if any(tag == "NNP" for tag in scan.line.tags[chunk.first : chunk.last]):
                return True
    return False


def foreign_town(scan: Scan, i: int, found: Found) -> int:
    """포틀랜드시, 포틀랜드 시, 텍사스주. The chunk to go on with, 0 if there is none or it does not act."""
    core = scan.cores[i]
    if core[-1:] in ("시", "주") and core[:-1] in foreign_places() and scan.begins_proper(i):
        name = Name("local", "P", core)
        return _municipality(scan, i, i, scan.chunks[i].core, name, found)
    if scan.core(i + 1) in ("시", "주") and scan.gaps[i + 1] == " " and core in foreign_places() and scan.bare(i):
        end = scan.chunks[i + 1].core
        return _municipality(scan, i, i + 1, end, Name("local", "P", core + scan.cores[i + 1]), found)
    return 0


def _leader_behind(scan: Scan, k: int) -> bool:
    """여수시 나해율 시장, and the municipality's head in a bracket: 여수시(시장 나해율), 여수군(군수 대행 나해율)."""
    if scan.gaps[k] == " ":
        return _titled(scan, k)
    if scan.gaps[k] not in OPENING:
        return False
    return scan.core(k) in HEADS or (scan.core(k + 1) in HEADS and scan.gaps[k + 1] == " ")


def _reach(scan: Scan, j: int, rest: str) -> int:
    """How many words off an agreement may be told of: further in a list, 춘천시와 핀란드 탐페레시, …"""
    listed = rest in ("와", "과") and any(
        k < scan.size and scan.gaps[k] == " " and scan.named(k) is not None for k in (j + 1, j + 2)
    )
    return 20 if listed else 6
