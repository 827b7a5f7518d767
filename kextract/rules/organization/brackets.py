"""Names in brackets and names that brackets explain: 유럽연합(EU), 한국수력원자력(한수원), 넥서라임(NexLime)연구소."""

from __future__ import annotations

import re

from kextract.model import Candidate, OrganizationFacts
from kextract.rules.organization.boundaries import DOT
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import PROPER_TAGS, head_at, head_of, is_common, person_shaped
from kextract.rules.organization.names import Name, latin_stop, places
from kextract.rules.organization.scan import Scan

_LATIN = re.compile(r"[A-Z][A-Za-z0-9&.\-]*+(?: [A-Za-z0-9&.\-]++)*+$")
_HANJA = re.compile(r"[\u3400-\u9fff]+$")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z0-9][A-Za-z0-9]*$|[A-Z][A-Za-z]{3,}$")
_PERSON = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+$")
_TICKER = re.compile(r"\d{6}[)>\]]")
_PRICE = re.compile(r"\d{1,3}(?:\.\d{1,2})?%[)>\]]")
_EXCHANGE = re.compile(
    "코스닥|코스피|상한가|하한가|시가총액|시총|증시|급등|급락|강세|약세|거래를 마|목표주가|공매도|순매수"
)
# what is no share before a percentage: 가격제한폭(+30.00%)
FIGURES = tuple(
    "폭 률 율 지수 종목 업종 시장 대비 비중 지분 주가 매출 이익 증가 감소 상승 하락 수준 평균 금리 물가".split()
)
_CALLED = re.compile(r"(?:^|[,·] ?)(?:이하|아래)[ ,]+['\"‘“]?([가-힣A-Za-z0-9·&]{2,14})['\"’”]?$")
QUOTED = ("(", "<", "[", "(+", "(-", "(△", "(▲", "(▼")
# classes whose Latin forms are no persons: 치타공군(Chittagong Army)
PEOPLES = frozenset("armed_group military party foreign_government international university team ngo media".split())
_NUMBERED = re.compile(r"(?:·|, |,|/| )[\d.]+(?:%|석|위|명)?$")
OPEN, CLOSE = ("(", "["), (")", "]")
TIMES = frozenset("현지시간 한국시간 현지시각 한국시각".split())
AFTER_NAME = " '’\"”」』"
LONGEST = 70  # code points inside brackets that are worth reading
VISITED = ("방문", "협약", "제휴", "투자", "인수", "업무협약", "협력", "설립")


def find(scan: Scan, found: Found) -> None:
    """Reads the brackets of a line after everything else in it has been found."""
    begun = {candidate.start - scan.line.offset: candidate for _, _, candidate in scan.spans}
    for i, j, candidate in list(scan.spans):
        end = candidate.end - scan.line.offset
        opens = scan.gaps[j + 1].lstrip(AFTER_NAME)
        if end == scan.chunks[j].end and opens[:1] in OPEN and opens and candidate.score > 0.5:
            _explained(scan, j, i, candidate, begun, found)
        elif scan.gaps[i][-1:] in OPEN and scan.gaps[i] in OPEN and i and scan.gaps[j + 1][:1] in CLOSE:
            _acronym_before(scan, i, candidate, begun, found)
    _transliterated(scan, found)
    _members(scan, begun, found)
    _split_by_hanja(scan, found)
    _quoted_on_exchange(scan, begun, found)


def _quoted_on_exchange(scan: Scan, begun: dict[int, Candidate], found: Found) -> None:
    """한들미르(123450), and where the exchange is spoken of 한들미르(29.95%): a share, by its number or its price."""
    stocks = None
    for k in range(1, scan.size):
        if scan.gaps[k] not in QUOTED or not scan.words[k][0].isdigit():
            continue
        chunk = scan.chunks[k - 1]
        if chunk.start in begun or not scan.bare(k - 1) or len(scan.words[k - 1]) < 2:
            continue
        if not _TICKER.match(scan.text, scan.chunks[k].start):
            stocks = _EXCHANGE.search(scan.text) is not None if stocks is None else stocks
            if not stocks or not _PRICE.match(scan.text, scan.chunks[k].start) or not _may_be_share(scan, k - 1):
                continue
        entry = scan.catalog.get(scan.words[k - 1])
        if entry is None or entry.flag == "C":
            name = entry or Name("company", "", "")
            found.emit(scan, (k - 1, k - 1, chunk.start, chunk.end), "quoted", ["quoted_share"], name)


def _may_be_share(scan: Scan, k: int) -> bool:
    """Is chunk `k` no plain noun and no place: 찬성(51.2%)?"""
    line, chunk = scan.line, scan.chunks[k]
    word = scan.words[k]
    if word in places() or word in latin_stop() or word.endswith(FIGURES):
        return False
    return chunk.start in line.unknown or "NNP" in line.tags[chunk.first : chunk.last] or word in scan.catalog.surfaces


def _members(scan: Scan, begun: dict[int, Candidate], found: Found) -> None:
    """박서연(22·누리담): whom a person plays or works for, after the age."""
    for k in range(1, scan.size - 1):
        if scan.gaps[k] != "(" or scan.gaps[k + 1] != DOT or scan.gaps[k + 2][:1] != ")":
            continue
        chunk, word = scan.chunks[k + 1], scan.words[k + 1]
        if not (scan.words[k].isdigit() and len(scan.words[k]) == 2) or chunk.start in begun or len(word) < 2:
            continue
        entry = scan.catalog.get(word)
        if entry is not None:
            if entry.flag == "C":
                found.emit(scan, (k + 1, k + 1, chunk.start, chunk.end), "bracket", ["ambiguous", "member"], entry)
            continue
        unheard_of = chunk.start in scan.line.unknown and scan.marks("sport")  # else a trade, a home town, a real name
        if unheard_of and word not in places() and word not in latin_stop() and not person_shaped(word):
            found.emit(scan, (k + 1, k + 1, chunk.start, chunk.end), "bracket", ["member"])


def _split_by_hanja(scan: Scan, found: Found) -> None:
    """한들(大野)신문, 칭다오(靑島)한인회: a name whose Chinese form stands within it."""
    for k in range(1, scan.size - 1):
        if scan.gaps[k] != "(" or scan.gaps[k + 1] != ")" or not _HANJA.match(scan.words[k]):
            continue
        ending = head_at(scan, k + 1)
        first = scan.chunks[k - 1]
        if ending is None or ending[0] - scan.chunks[k + 1].start > len(ending[1].text) + 2:
            continue
        tags = scan.line.tags[first.first : first.last]
        if scan.words[k - 1] in places() or "NNP" in tags:
            span = (k - 1, k + 1, first.start, ending[0])
            name = Name(ending[1].name_class, "", scan.words[k - 1] + scan.text[scan.chunks[k + 1].start : ending[0]])
            found.emit(scan, span, "head_joined", ["head_proper", "long_name", "brackets"], name)


def _acronym_before(scan: Scan, i: int, candidate: Candidate, begun: dict[int, Candidate], found: Found) -> None:
    """KQSA(재미한인바둑협회): an acronym that the name in brackets explains."""
    chunk = scan.chunks[i - 1]
    word = scan.words[i - 1]
    if chunk.start in begun or len(word) < 2 or not (word.isascii() and word.isupper()) or word in latin_stop():
        return
    name = Name(candidate.facts.name_class, "", candidate.facts.canonical or "")
    aliases = ((candidate.start, candidate.end),)
    found.emit(scan, (i - 1, i - 1, chunk.start, chunk.end), "bracket", ["brackets", "latin"], name, aliases)


def _explained(scan: Scan, j: int, i: int, candidate: Candidate, begun: dict[int, Candidate], found: Found) -> None:
    """An organization, and what stands in brackets after it."""
    text = scan.text
    start = scan.chunks[j].end + 1
    if text[start - 1] not in OPEN:
        start = scan.chunks[j + 1].start  # ‘한들연대회의’ (연대회의)
    end = text.find(")" if text[start - 1] == "(" else "]", start, start + LONGEST)
    if end < 0:
        return
    inner = text[start:end]
    called = _CALLED.search(inner)
    if called is not None:  # (회장 김영호, 이하 한들연)
        inner, start = called[1], start + called.start(1)
        end = start + len(inner)
    number = _NUMBERED.search(inner)
    if number is not None:
        inner = inner[: number.start()]  # 사회민주당(SPD·16.4%)
    full, _, acronym = inner.partition(", ")
    if acronym.isascii() and acronym.isupper() and _LATIN.match(full):
        inner = full  # 전미자동차노조(United Auto Workers, UAW)
    if not inner or (called is not None and _is_kind(inner)):
        return  # 카카오(), 한국바둑협회(이하 협회)
    bodies = candidate.facts.name_class in PEOPLES
    if _PERSON.match(inner) and candidate.end - candidate.start < 6 and not bodies:
        return  # 마리아 시몬스(Maria Simmons), though 시몬스 is a firm as well
    whole = _whole_name(scan, start, end, begun) if inner[0] >= "가" and inner == text[start:end] else None
    if whole is not None and text[candidate.start - scan.line.offset : scan.chunks[j].end].isascii():
        name = Name(candidate.facts.name_class, "", candidate.facts.canonical or "")
        found.emit(scan, (j + 1, whole, start, end), "bracket", ["brackets", "head_proper"], name)
    elif called is None and not _is_alias(
        text[candidate.start - scan.line.offset : scan.chunks[j].end], inner, begun.get(start)
    ):
        return
    span = (start, start + len(inner))
    at = next((k for k in range(j + 1, scan.size) if scan.chunks[k].end > start), j + 1)
    offset = scan.line.offset
    facts: OrganizationFacts = candidate.facts
    aliases = (*facts.aliases, (span[0] + offset, span[1] + offset))
    candidate.facts = OrganizationFacts(facts.name_class, facts.canonical, facts.generic, aliases)
    within = begun.get(start)
    spelled = " " in inner and inner.isascii()
    if within is not None and (not spelled or within.end - offset >= start + len(inner)):
        return
    name = Name(facts.name_class, "", facts.canonical or text[candidate.start - offset : candidate.end - offset])
    evidence = ["brackets", "latin", "several_words"] if spelled else ["brackets", "latin"]  # 포드모터스(Ford Motor)
    found.emit(scan, (at, at, *span), "bracket", evidence, name)


def _is_kind(inner: str) -> bool:
    """Is what a bracket calls a name no more than a kind of body, or a time: 협회, 추진단, 현지시간?"""
    head = head_of(inner)
    return (head is not None and head.text == inner) or is_common(inner) or inner in TIMES


def _whole_name(scan: Scan, start: int, end: int, begun: dict[int, Candidate]) -> int | None:
    """The last chunk of a name of several words that fills a bracket and ends in an organization."""
    ending = next(
        (c for c in begun.values() if c.end - scan.line.offset == end and c.start - scan.line.offset > start), None
    )
    if ending is None:
        return None
    inside = [k for k in range(scan.size) if start <= scan.chunks[k].start < end]
    return inside[-1] if len(inside) < 4 and all(scan.gaps[k] == " " for k in inside[1:]) else None


def _is_alias(outer: str, inner: str, inside: Candidate | None) -> bool:
    """Can `inner` be another form of the name `outer`: its Latin or Chinese form, or its abbreviation?"""
    if inner in latin_stop() or len(inner) < 2:
        return False
    if _LATIN.match(inner) or _HANJA.match(inner):
        return True
    if inside is not None and outer.isascii():
        return inside.end - inside.start == len(inner)
    return len(inner) < len(outer) and " " not in inner and is_subsequence(inner, outer)


def is_subsequence(short: str, long: str) -> bool:
    """Do the letters of `short` stand in `long` in their order: 한수원 in 한국수력원자력?"""
    position = 0
    for letter in short:
        position = long.find(letter, position) + 1
        if not position:
            return False
    return True


def _transliterated(scan: Scan, found: Found) -> None:
    """넥서라임(NexLime)연구소, 넥서라임(NexLime): a foreign name with its Latin form, where somebody visits it."""
    for k in range(1, scan.size - 1):
        if scan.gaps[k] != "(" or scan.gaps[k + 1][:1] != ")" or not _CAMEL.match(scan.words[k]):
            continue
        chunk, latin = scan.chunks[k - 1], scan.chunks[k]
        tags = scan.line.tags[chunk.first : chunk.last]
        if len(scan.words[k - 1]) < 3 or not any(tag in PROPER_TAGS for tag in tags):
            continue
        if not any(word.startswith(VISITED) for word in scan.words[k : scan.sentence_end(k)]):
            continue
        offset = scan.line.offset
        aliases = ((latin.start + offset, latin.end + offset),)
        name = Name("", "", "")
        found.emit(scan, (k - 1, k - 1, chunk.start, chunk.end), "transliterated", ["latin_form"], name, aliases)
        found.emit(
            scan, (k, k, latin.start, latin.end), "bracket", ["brackets", "latin"], Name("", "", scan.words[k - 1])
        )
