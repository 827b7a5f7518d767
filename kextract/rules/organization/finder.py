"""From chunks to candidates: the lexicon first, then heads, then what only its surroundings show."""

from __future__ import annotations

import re

from kextract.model import Candidate
from kextract.morph import Document
from kextract.rules.organization import actors, boundaries, market, series, surface
from kextract.rules.organization.academy import academy
from kextract.rules.organization.evidence import TOPIC, around, elsewhere, has_player, plays, subject_plays, talk
from kextract.rules.organization.found import Found
from kextract.rules.organization.headed import headed
from kextract.rules.organization.heads import head_at, is_common
from kextract.rules.organization.names import BLOCKED, Name, catalog, countries, latin_stop, places, sponsors
from kextract.rules.organization.passes import second_pass
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.signs import live
from kextract.rules.organization.solid import solid_state
from kextract.rules.organization.vocabulary import BARE, REPORTED, STATES, vocabulary

# words that belong to a committee or task force after them: 군경 합동수사본부
JOINT = frozenset(["검경", "군검경", "군경", "민관", "민관군", "민군", "범정부", "당", "중앙당"])
# classes whose listed acronyms mean what the list says, though the list is careful: IMF, ESPN
LATIN_CLASSES = frozenset(
    ["media", "foreign_media", "international", "sports_body", "foreign_company", "company", "finance", "team"]
)
# actors known by their kind alone that a part may follow: 검찰 특별수사팀, 해경 특공대
PART_CLASSES = frozenset(["police", "prosecution", "military"])
TEAM_CLASSES = frozenset(["team", "group"])
PROGRAMME_GAPS = (" ‘", " '")
CHANNELS = frozenset(["media", "foreign_media"])
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
        market.find(scan, found)
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
        if name.flag == BLOCKED or _is_programme(scan, i, j) or scan.gaps[i][-1:] == "@":
            return j + 1
        acts = name.flag == "P" or (name.flag == "C" and name.name_class == "local")  # 울산시, 남구
        after = (actors.place if acts else _named)(scan, i, j, end, name, found)
        if acts and not after and j == i and scan.rest(j, end):
            after = solid_state(scan, i, found)  # 기니군은
        if after:
            return after
    elif (after := actors.foreign_town(scan, i, found) or solid_state(scan, i, found) or academy(scan, i, found)) > 0:
        return after
    head = head_at(scan, i)
    if head is not None:
        after = headed(scan, i, *head, found)
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
    if scan.rest(j, end).startswith("의원") and scan.text[start:end].endswith(HOUSES):
        return j + 1  # 하원의원
    if name.flag == "G":
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
    if j > i and (scan.cores[j] in FIELDS if name.name_class == "media" else scan.cores[j] in NATION):
        return 0
    chamber = scan.text[scan.chunks[i].start : end].endswith(HOUSES)
    if scan.text[start:end] in boundaries.WORLD and (after := _of_the_world(scan, j, end)) is not None:
        return after
    wide = boundaries.right(scan, j, end, "parliament" if chamber else name.name_class)
    if wide is not None:
        return found.emit_part(scan, first, wide, name.name_class)
    if name.name_class in FIRMS and end == scan.chunks[j].end and scan.gaps[j + 1] == " " and scan.core(j + 1) == GROUP:
        j, end = j + 1, scan.chunks[j + 1].core  # 에어프랑스 그룹
    if not name.flag and name.name_class != "league" and not _is_temple(scan.text[start:end], name):
        evidence = ["listed", *elsewhere(scan, j, end, name.name_class)]
        if j > i and len(evidence) == 1:
            evidence.append("several_words")
        found.emit(scan, (first, j, start, end), "lexicon", evidence, name)
        return j + 1
    tagged = [] if name.name_class == "party_organ" else _tagged(scan, i, end)
    evidence = ["ambiguous", *tagged, *around(scan, i, j, end), *market.talk(scan, start, end, name.name_class)]
    if not is_common(scan.text[start:end]):
        evidence += talk(scan, j, end, name.name_class)
    if "kiwi_noun" in evidence and "role_before" in evidence and scan.gaps[i] == " ":
        evidence.remove("role_before")  # 무장단체 대원
    if name.name_class in boundaries.NEWS and _reports(scan, j, end):
        evidence.append("reports")
    if name.name_class in LATIN_CLASSES and _plain_latin(scan.text[scan.chunks[i].start : end]):
        evidence.append("latin_list")
    town = scan.text[start:end] in places()
    rest = scan.rest(j, end)
    seen = town and (rest.startswith("에서") or (rest in ("의", "") and _abroad(scan, i)))
    seen = seen or (scan.text[start:end] in HALVES and "퍼런스" in scan.text)
    may_play = _may_play(scan.text[start:end], name, evidence) and not seen
    if may_play and (plays(scan, i) or has_player(scan, j) or subject_plays(scan, j, end)):
        evidence += ["sport"] if town else ["sport", "team_name"]
    elif name.name_class == "team" and town:
        return max(0, actors.foreign_town(scan, i, found))  # a town is a team only in sport
    if found.emit(scan, (first, j, start, end), "ambiguous", evidence, name):
        return j + 1
    if j == i:
        found.doubtful.append((scan, (i, j, start, end), evidence, name))
    return 0


def _is_programme(scan: Scan, i: int, j: int) -> bool:
    """KBS2 ‘국가대표’: what a broadcaster names in quotes is what it shows."""
    if scan.gaps[i] not in PROGRAMME_GAPS or not scan.spans or not scan.quoted(i, j):
        return False
    _, last, before = scan.spans[-1]
    return last == i - 1 and before.facts.name_class in CHANNELS and scan.bare(last)


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
    return rest in TOPIC and any(scan.words[k].startswith(REPORTED) for k in range(j + 1, scan.sentence_end(j)))


def _is_temple(text: str, name: Name) -> bool:
    """불국사 is a place before it is an organization."""
    return name.name_class == "religious" and text[-1] == "사" and len(text) < 5


def _plain_latin(text: str) -> bool:
    return len(text) > 2 and text.isascii() and text.isupper() and text not in latin_stop()


def _may_play(text: str, name: Name, evidence: list[str]) -> bool:
    if text in sponsors():
        return True
    return name.name_class in TEAM_CLASSES and "kiwi_noun" not in evidence


def _tagged(scan: Scan, i: int, end: int) -> list[str]:
    """What the tokenizer takes an ambiguous name for, where it is one token of its own."""
    token = scan.chunks[i].first
    if scan.line.ends[token] != end:
        return []
    tag = scan.line.tags[token]
    return ["kiwi_name"] if tag == "NNP" else ["kiwi_noun"] if tag == "NNG" else []
