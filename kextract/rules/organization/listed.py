"""A name of the lexicon, not a place: is it meant here, and how far does it reach?"""

from __future__ import annotations

import re
from typing import NamedTuple

from kextract.rules.organization import actors, boundaries, market
from kextract.rules.organization.evidence import TOPIC, around, elsewhere, has_player, plays, subject_plays, talk
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import is_common
from kextract.rules.organization.names import Name, countries, latin_stop, places, sponsors
from kextract.rules.organization.reports import reporting
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.vocabulary import BARE

# words that belong to a committee or task force after them: 군경 합동수사본부
JOINT = frozenset(["검경", "군검경", "군경", "민관", "민관군", "민군", "범정부", "당", "중앙당"])
# classes whose listed acronyms mean what the list says, though the list is careful: IMF, ESPN
LATIN_CLASSES = frozenset(
    ["media", "foreign_media", "international", "sports_body", "foreign_company", "company", "finance", "team"]
)
# actors known by their kind alone that a part may follow: 검찰 특별수사팀, 해경 특공대
PART_CLASSES = frozenset(["police", "prosecution", "military"])
TEAM_CLASSES = frozenset(["team", "group"])
_HEADCOUNT = re.compile(r" ?(?:\d[\d,]*|수십|수백|수천|여러|두|세|네|다섯|열)여? ?명")
NATION = frozenset(["국가", "국가들"])  # 이슬람 국가 in two words is no 이슬람국가
HALVES = frozenset(["동부", "서부"])  # of a league: 동부 콘퍼런스
FIRMS, GROUP = frozenset(["company", "foreign_company", "finance"]), "그룹"
HOUSES = ("상원", "하원", "중의원", "참의원")
CHAMBERS = frozenset("국회 의회 상원 하원 중의원 참의원".split())
# what a paper or an agency brings: AP 보도에 따르면
REPORTS = frozenset("보도 기사 기자 특파원 논설".split())
# what a paper is about; 한국 경제는 in two words is no 한국경제
FIELDS = frozenset(["경제", "사회", "교육", "문화", "산업"])


class Place(NamedTuple):
    """Where a listed name stands: its first and last chunk and its end in the line; `first` and `start` are the chunk
    and the place in the line where what belongs before it begins (미국 국무부)."""

    i: int
    j: int
    end: int
    first: int
    start: int


def listed(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    """Reads a name that begins with chunk `i`. The chunk to go on with, 0 if it is none."""
    own = scan.text[scan.chunks[i].start : end]
    first = boundaries.left(scan, i, name.name_class)
    if first == i:
        team = own.endswith("대표팀")
        first = boundaries.national_team(scan, i) if team else boundaries.shared_tail(scan, i, own)
    at = Place(i, j, end, first, scan.chunks[first].start)
    text = scan.text[at.start : end]
    if scan.rest(j, end).startswith("의원") and text.endswith(HOUSES):
        return j + 1  # 하원의원
    if name.flag == "G":
        return _actor(scan, at, name, found)
    if j > i and (scan.cores[j] in FIELDS if name.name_class == "media" else scan.cores[j] in NATION):
        return 0
    if text in boundaries.WORLD and (after := _of_the_world(scan, j, end)) is not None:
        return after
    wide = boundaries.right(scan, j, end, "parliament" if own.endswith(HOUSES) else name.name_class)
    if wide is not None:
        return found.emit_part(scan, first, wide, name.name_class)
    if name.name_class in FIRMS and end == scan.chunks[j].end and scan.gaps[j + 1] == " " and scan.core(j + 1) == GROUP:
        j, end = j + 1, scan.chunks[j + 1].core  # 에어프랑스 그룹
    if not name.flag and name.name_class != "league" and not _is_temple(text, name):
        evidence = ["listed", *elsewhere(scan, j, end, name.name_class)]
        if j > i and len(evidence) == 1:
            evidence.append("several_words")
        found.emit(scan, (first, j, at.start, end), "lexicon", evidence, name)
        return j + 1
    return _ambiguous(scan, at, name, found)


def _actor(scan: Scan, at: Place, name: Name, found: Found) -> int:
    """An actor known by its kind alone: 경찰, 국회, 군경 합동수사본부."""
    i, j, end, first, start = at
    if _in_title(scan.text, start):
        return j + 1
    if i and scan.words[i - 1] in BARE and scan.gaps[i] == "·":
        return j + 1  # 시·도교육청: all of them
    if end == scan.chunks[j].end and _HEADCOUNT.match(scan.text, end):
        return j + 1  # 경찰 74명: so many policemen
    chamber = scan.text[scan.chunks[i].start : end] in CHAMBERS
    wide = boundaries.right(scan, j, end, "parliament") if chamber else None
    if wide is not None:
        return found.emit_part(scan, first, wide, name.name_class)
    joint = name.name_class == "committee" or scan.words[i].startswith("합동")
    if first == i and i and scan.gaps[i] == " " and joint and scan.words[i - 1] in JOINT:
        start, first = scan.chunks[i - 1].start, i - 1
    unit = boundaries.right(scan, j, end, name.name_class) if name.name_class in PART_CLASSES else None
    if unit is not None:
        return found.emit_part(scan, first, unit, name.name_class)
    evidence = ["generic", "state_organ"] if first < i else ["generic"]
    return j + 1 if found.emit(scan, (first, j, start, end), "generic", evidence, name) else 0


def _ambiguous(scan: Scan, at: Place, name: Name, found: Found) -> int:
    """A name that is another word, a place or a person too: only its surroundings tell."""
    i, j, end, first, start = at
    text, kind = scan.text[start:end], name.name_class
    evidence = ["ambiguous", *_tagged(scan, i, end, kind), *around(scan, i, j, end)]
    evidence += market.talk(scan, start, end, kind)
    if not is_common(text):
        evidence += talk(scan, j, end, kind)
    if "kiwi_noun" in evidence and "role_before" in evidence and scan.gaps[i] == " ":
        evidence.remove("role_before")  # 무장단체 대원
    if kind in boundaries.NEWS and _reports(scan, j, end):
        evidence.append("reports")
    if kind in LATIN_CLASSES and _plain_latin(scan.text[scan.chunks[i].start : end]):
        evidence.append("latin_list")
    town = text in places()
    if _may_play(text, name, evidence) and not _is_scene(scan, at, town) and _plays(scan, i, j, end):
        evidence += ["sport"] if town else ["sport", "team_name"]
    elif kind == "team" and town:
        return max(0, actors.foreign_town(scan, i, found))  # a town is a team only in sport
    if found.emit(scan, (first, j, start, end), "ambiguous", evidence, name):
        return j + 1
    if j == i:
        found.doubtful.append((scan, (i, j, start, end), evidence, name))
    return 0


def _is_scene(scan: Scan, at: Place, town: bool) -> bool:
    """대구에서, 독일 뮌헨의: the place of a match, or one half of a league."""
    rest = scan.rest(at.j, at.end)
    if town and (rest.startswith("에서") or (rest in ("의", "") and _abroad(scan, at.i))):
        return True
    return scan.text[at.start : at.end] in HALVES and "퍼런스" in scan.text


def _plays(scan: Scan, i: int, j: int, end: int) -> bool:
    return plays(scan, i) or has_player(scan, j) or subject_plays(scan, j, end)


def _in_title(text: str, start: int) -> bool:
    """《경찰과 도둑의 시대》 is a book."""
    return any(
        text.rfind(opening, 0, start) > text.rfind(closing, 0, start) for opening, closing in ("《》", "『』", "〈〉")
    )


def _of_the_world(scan: Scan, j: int, end: int) -> int | None:
    """유엔 세계식량계획: the chunk with which one of its bodies begins that a list has, for that to take all."""
    if end != scan.chunks[j].end or scan.gaps[j + 1] != " " or j + 1 >= scan.size:
        return None
    body = scan.named(j + 1)
    return j + 1 if body is not None and body[2].name_class == "international" and not body[2].flag else None


def _abroad(scan: Scan, i: int) -> bool:
    """독일 뮌헨의 새 구장, 매사추세츠주 보스턴 TD가든"""
    if not i or scan.gaps[i] != " ":
        return False
    word = scan.words[i - 1]
    return word in countries() or (word[-1] == "주" and len(word) > 2 and scan.begins_proper(i - 1))


def _reports(scan: Scan, j: int, end: int) -> bool:
    """AP 보도에 따르면, AP는 … 보도했다: does the paper or agency that ends in chunk `j` bring the news?"""
    rest = scan.rest(j, end)
    if not rest:
        return scan.gaps[j + 1] == " " and scan.core(j + 1) in REPORTS
    if rest in ("와", "과", "와의", "과의"):
        return scan.core(j + 1).startswith("인터뷰")
    return rest in TOPIC and reporting(scan, j) is not None


def _is_temple(text: str, name: Name) -> bool:
    """불국사 is a place before it is an organization."""
    return name.name_class == "religious" and text[-1] == "사" and len(text) < 5


def _plain_latin(text: str) -> bool:
    return len(text) > 2 and text.isascii() and text.isupper() and text not in latin_stop()


def _may_play(text: str, name: Name, evidence: list[str]) -> bool:
    if text in sponsors():
        return True
    return name.name_class in TEAM_CLASSES and "kiwi_noun" not in evidence


def _tagged(scan: Scan, i: int, end: int, kind: str) -> list[str]:
    """What the tokenizer takes an ambiguous name for, where it is one token of its own."""
    token = scan.chunks[i].first
    if kind == "party_organ" or scan.line.ends[token] != end:
        return []
    tag = scan.line.tags[token]
    return ["kiwi_name"] if tag == "NNP" else ["kiwi_noun"] if tag == "NNG" else []
