"""From chunks to candidates: the lexicon first, then heads, then what only its surroundings show."""

from __future__ import annotations

import re

from kextract.model import Candidate
from kextract.morph import Document
from kextract.rules.organization import actors, boundaries, series, surface
from kextract.rules.organization.evidence import around, elsewhere, law_talk, plays, subject_plays
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import (
    BROKEN,
    COMMON,
    COMMON_ENDINGS,
    COMMON_STEM,
    EMPTY,
    NAME,
    NEEDS_MORE,
    NUMBER,
    PLACE,
    PROPER,
    TOWN_HEADS,
    TRUSTED,
    VAGUE,
    head_at,
    is_common,
    person_shaped,
    stem_kind,
    too_little,
)
from kextract.rules.organization.names import BLOCKED, Head, Name, catalog, countries, latin_stop, places, regions
from kextract.rules.organization.passes import second_pass
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.signs import live
from kextract.rules.organization.vocabulary import BARE, STATES, vocabulary

# parts that make no name even with a proper noun before them: 애리조나 공장, 경기도지사
NEVER_ALONE = frozenset(
    "공장 지사 지점 지국 법인 사무소 출장소 총국 대변인실 비서실 정책실 감사실 TF 태스크포스 지원 분과 총괄본부".split()
)
# symbols that tie a chunk to the one before it: R&BD센터, A/S센터
GLUE = frozenset("&/-+@.")
# classes whose heads make a name with any proper noun before them: 애버딘 병원, but not 아이돌 그룹
AFTER_NAMES = frozenset(["edu", "hospital", "gov", "finance", "religion", "media", "military"])
# words that belong to a committee or task force after them: 군경 합동수사본부
JOINT = frozenset(["검경", "군검경", "군경", "민관", "민관군", "민군", "범정부", "당", "중앙당"])
# classes whose listed acronyms mean what the list says, though the list is careful: IMF, ESPN
LATIN_CLASSES = frozenset(
    ["media", "foreign_media", "international", "sports_body", "foreign_company", "company", "finance", "team"]
)
# actors known by their kind alone that a part may follow: 검찰 특별수사팀, 해경 특공대
PART_CLASSES = frozenset(["police", "prosecution", "military"])
TEAM_CLASSES = frozenset(["team", "group"])
# what a paper is about; 한국 경제는 in two words is no 한국경제
_HEADCOUNT = re.compile(r" ?(?:\d[\d,]*|수십|수백|수천|여러|두|세|네|다섯|열)여? ?명")
NATION = frozenset(["국가", "국가들"])  # 이슬람 국가 in two words is no 이슬람국가
# committees that stand for a cause named before them
CAUSES = frozenset(
    """
    대책위 대책위원회 범대위 공대위 공동대책위 공동대책위원회 비대위 진상규명위원회 추진위 추진위원회 조직위
    조직위원회 조사위원회 유족회 대책회의 특위 특별위원회 위원회 유가족협의회 협의회
    """.split()
)
FIELDS = frozenset(["경제", "사회", "교육", "문화", "산업"])


def find(document: Document, least: float = 0.0) -> list[Candidate]:
    """All candidates of a document with a score above `least`."""
    found = Found(least)
    names, words = catalog(), vocabulary()
    scans = [Scan(line, names, words) for line in document.lines]
    for scan in scans:
        alive = live(scan.signs, scan.gaps, scan.text)
        i = 0
        while i < scan.size:
            i = _at(scan, i, found) if alive[i] else i + 1
        surface.find(scan, found)
        series.find(scan, found)
    second_pass(scans, found)
    return found.candidates + found.rejected


def _at(scan: Scan, i: int, found: Found) -> int:
    """Reads chunk `i` and says with which chunk to go on."""
    named = scan.named(i)
    if (named is None or named[1] - scan.chunks[i].start < 4) and scan.words[i][0] in STATES:
        after = actors.bloc(scan, i, found)
        if after:
            return after
    if named is not None:
        j, end, name = named
        if name.flag == BLOCKED:
            return j + 1
        acts = name.flag == "P" or (name.flag == "C" and name.name_class == "local")  # 울산시, 남구
        after = (actors.place if acts else _named)(scan, i, j, end, name, found)
        if after:
            return after
    elif (after := actors.foreign_town(scan, i, found)) > 0:
        return after
    head = head_at(scan, i)
    if head is not None:
        after = _headed(scan, i, *head, found)
        if after:
            return after
    if named is None:
        surface.at(scan, i, found)
    return i + 1


def _named(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    """A name of the lexicon, not a place. The chunk to go on with, 0 if it is none."""
    first = boundaries.left(scan, i, name.name_class)
    if first == i:
        text = scan.text[scan.chunks[i].start : end]
        team = text.endswith("대표팀")
        first = boundaries.national_team(scan, i) if team else boundaries.shared_tail(scan, i, text)
    start = scan.chunks[first].start
    if name.flag == "G":
        if i and scan.words[i - 1] in BARE and scan.gaps[i] == "·":
            return j + 1  # 시·도교육청: all of them
        if end == scan.chunks[j].end and _HEADCOUNT.match(scan.text, end):
            return j + 1  # 경찰 74명: so many policemen
        wide = boundaries.right(scan, j, end, "parliament") if scan.text[scan.chunks[i].start : end] == "국회" else None
        if wide is not None:
            part = Name(name.name_class, "", "")
            return wide[0] + 1 if found.emit(scan, (first, wide[0], start, wide[1]), "part", ["listed"], part) else 0
        if first == i and i and scan.gaps[i] == " " and name.name_class == "committee" and scan.words[i - 1] in JOINT:
            start, first = scan.chunks[i - 1].start, i - 1
        unit = boundaries.right(scan, j, end, name.name_class) if name.name_class in PART_CLASSES else None
        if unit is not None:
            whole = Name(name.name_class, "", "")
            return unit[0] + 1 if found.emit(scan, (first, unit[0], start, unit[1]), "part", ["listed"], whole) else 0
        evidence = ["generic", "state_organ"] if first < i else ["generic"]
        return j + 1 if found.emit(scan, (first, j, start, end), "generic", evidence, name) else 0
    if j > i and (scan.cores[j] in FIELDS if name.name_class == "media" else scan.cores[j] in NATION):
        return 0
    wide = boundaries.right(scan, j, end, name.name_class)
    if wide is not None:
        part = Name(name.name_class, "", "")
        return wide[0] + 1 if found.emit(scan, (first, wide[0], start, wide[1]), "part", ["listed"], part) else 0
    if not name.flag and name.name_class != "league" and not _is_temple(scan.text[start:end], name):
        evidence = ["listed", *elsewhere(scan, j, end, name.name_class)]
        if j > i and len(evidence) == 1:
            evidence.append("several_words")
        found.emit(scan, (first, j, start, end), "lexicon", evidence, name)
        return j + 1
    evidence = ["ambiguous", *_tagged(scan, i, end), *around(scan, i, j, end)]
    if not is_common(scan.text[start:end]):
        evidence += law_talk(scan, name.name_class)
    if "kiwi_noun" in evidence and "role_before" in evidence and scan.gaps[i] == " ":
        evidence.remove("role_before")  # 무장단체 대원
    if name.name_class in LATIN_CLASSES and _plain_latin(scan.text[scan.chunks[i].start : end]):
        evidence.append("latin_list")
    if (
        _may_play(name, evidence)
        and (plays(scan, i) or subject_plays(scan, j, end))
        and not scan.rest(j, end).startswith("에서")
    ):
        evidence.append("sport")
    elif name.name_class == "team" and scan.text[start:end] in places():
        return max(0, actors.foreign_town(scan, i, found))  # a town is a team only in sport
    return j + 1 if found.emit(scan, (first, j, start, end), "ambiguous", evidence, name) else 0


def _is_temple(text: str, name: Name) -> bool:
    """불국사 is a place before it is an organization."""
    return name.name_class == "religious" and text[-1] == "사" and len(text) < 5


def _plain_latin(text: str) -> bool:
    return len(text) > 2 and text.isascii() and text.isupper() and text not in latin_stop()


def _may_play(name: Name, evidence: list[str]) -> bool:
    return name.name_class in TEAM_CLASSES and "kiwi_noun" not in evidence


def _tagged(scan: Scan, i: int, end: int) -> list[str]:
    """What the tokenizer takes an ambiguous name for, where it is one token of its own."""
    token = scan.chunks[i].first
    if scan.line.ends[token] != end:
        return []
    tag = scan.line.tags[token]
    return ["kiwi_name"] if tag == "NNP" else ["kiwi_noun"] if tag == "NNG" else []


def _headed(scan: Scan, i: int, end: int, head: Head, found: Found) -> int:
    """A name by its head. The chunk to go on with, 0 if it is none."""
    chunk = scan.chunks[i]
    text = scan.text[chunk.start : end]
    if scan.gaps[i][-1:] in GLUE or text in latin_stop():
        return 0
    kind = stem_kind(scan, i, end - len(head.text))
    weak = head.strength == "weak" or head.text in VAGUE
    if kind == COMMON and head.name_class == "company" and len(text) > 4 and scan.line.ends[chunk.first] >= end:
        kind = PROPER  # one token that no dictionary has: 다온테크
    if head.strength == "unit" and (kind == EMPTY or head.text in NEVER_ALONE):
        return 0
    if kind == EMPTY or is_common(text):
        first = None if weak else _joined(scan, i, head)
        if head.text in COMMON_STEM or head.text.endswith("대표팀"):
            far = boundaries.spaced(scan, i)
            first = first if far is None else far
        if first is None and head.text in CAUSES and boundaries.named_cause(scan, i - 1):
            first = i - 1
        if first is None:
            return 0
        span = (first, i, scan.chunks[first].start, end)
        if is_common(scan.text[span[2] : end].replace(" ", "")):
            return 0
        return i + 1 if found.emit(scan, span, "head_joined", ["head_joined"], Name(head.name_class, "", "")) else 0
    if weak and kind in (PROPER, COMMON) and _after_town(scan, i, head):
        span = (i - 1, i, scan.chunks[i - 1].start, end)
        return i + 1 if found.emit(scan, span, "head", ["head_town"], Name(head.name_class, "", "")) else 0
    if kind in (PLACE, NAME, PROPER) and not (weak and kind == PLACE) and len(text) > len(head.text) + 1:
        evidence = ["head_weak", *around(scan, i, i, end)] if weak else ["head_proper"]
        if weak and kind == PROPER and len(text) > 5 and scan.line.ends[chunk.first] >= end:
            evidence.append("long_name")
        evidence += elsewhere(scan, i, end, head.name_class)
    elif kind == COMMON and not weak and head.text.endswith(COMMON_ENDINGS):
        if head.text in NEEDS_MORE and too_little(scan, i, end, head.text):
            return 0
        if head.text == "연구소" and _names_next(scan, i, end):
            return 0
        evidence = ["head_common"]
    elif kind == NUMBER and head.name_class == "military" and not weak:
        evidence = ["head_proper"]
    elif kind == BROKEN and head.text in TRUSTED and len(text) > len(head.text) + 1:
        evidence = ["head_common"]
    else:
        return 0
    first = boundaries.left(scan, i, head.name_class)
    if first == i and (_municipal(scan, i - 1) or (head.text in CAUSES and boundaries.named_cause(scan, i - 1))):
        first = i - 1  # 춘천시 상하수도사업소, 용산참사 진상규명위원회
    last, stop = boundaries.right(scan, i, end, head.name_class) or (i, end)
    span = (first, last, scan.chunks[first].start, stop)
    return last + 1 if found.emit(scan, span, "head", evidence, Name(head.name_class, "", "")) else 0


def _names_next(scan: Scan, i: int, end: int) -> bool:
    """기업데이터연구소 CEO스코어: what comes next is the name."""
    named = scan.named(i + 1) if end == scan.chunks[i].end and scan.gaps[i + 1] == " " and i + 1 < scan.size else None
    return named is not None and not named[2].flag


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
    if person_shaped(scan.words[i - 1]):
        return None
    if i > 1 and scan.gaps[i - 1] == " " and scan.vocabulary.role(scan.words[i - 2]):
        return i - 1  # 소속사 하늘 엔터테인먼트
    if scan.words[i - 1] in places():
        return None if head.name_class == "company" else i - 1  # 중국 제과 시장
    if head.name_class not in AFTER_NAMES or not _is_proper(scan, i - 1):
        return None
    first = i - 1
    while i - first < 3 and scan.gaps[first] == " " and _continues_left(scan, first - 1):
        first -= 1  # 시더스 시나이 병원
    return first


def _is_proper(scan: Scan, k: int) -> bool:
    chunk = scan.chunks[k]
    return all(tag in ("NNP", "SL") for tag in scan.line.tags[chunk.first : chunk.last])


def _continues_left(scan: Scan, k: int) -> bool:
    """Is chunk `k` one more word of an unknown name that goes on with the next?"""
    word = scan.words[k]
    known = word in places() or word in scan.catalog.entries or person_shaped(word) or scan.vocabulary.role(word)
    return k >= 0 and scan.bare(k) and not known and _is_proper(scan, k)
