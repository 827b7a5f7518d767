"""Countries and municipalities, which are organizations only where they act: 북한은 미사일을 발사했다."""

from __future__ import annotations

import re

from kextract.rules.organization import boundaries
from kextract.rules.organization.evidence import TOPIC, plays
from kextract.rules.organization.found import Found
from kextract.rules.organization.names import COUNTRY, Name, countries, foreign_places, places
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.vocabulary import STATES

ACTING = frozenset("은 는 이 가 의 과 와 도 을 를 에 측 전 간 에게 에게는 으로부터 로부터".split())
SUBJECT = frozenset(["은", "는", "이", "가", "도", "측은", "측이"])
PARTNERS = frozenset(["와", "과", "의", "측"])
VERSUS_GAPS = frozenset(["-", ", ", "·", "–", "~", "/"])
SCORE = re.compile(r" (?:\d+[-:대]\d|\d+ ?대 ?\d|패|완패|졌|승리|이[겼긴]|무릎|역전)")
# news names the North for what it does, hardly ever as a place, unless by 에서 or 으로
NORTH = ("북한", "北")
NORTH_ACTS = frozenset(["의", "은", "는", "과", "와", "도", "을", "를", "에"])
# 북이, 북의 of the North alone, in a line that speaks of it
NORTH_ALONE = frozenset(["은", "이", "의", "에", "과", "도", "에게", "으로부터"])
_NORTHERN = re.compile("북한|남북|북핵|핵실험|핵무기|미사일|평양|김정은|김정일|대북|도발|비핵화|통일부")
LEADERS = frozenset("장지의")
LEADER_TITLES = ("장", "지사", "의원", "의장")
OPENING = frozenset(["(", "[", " ("])
HEADS = frozenset(["시장", "군수", "구청장", "도지사", "지사", "특별시장", "광역시장", "교육감"])
ROW_GAPS = frozenset([", ", "·", "-", "‧"])
STATE_WINDOW = 3  # words after 북한의 that may say what it does

STATE_GAPS = frozenset(["·", "-", "‧"])
BLOCS = frozenset(
    """
    남북 북남 한미 한일 한중 한러 한영 북미 북중 북러 북일 미중 미일 미러 중일 중러 한미일 한중일 남북미 남북러 남북중
    북중러 미일중 美中 美日 韓美 韓日 韓中 北美 北中 中日 南北 美北 日中 中美 韓美日 韓日中 韓中日 美러 北러
    """.split()
)


def place(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    """A country or a municipality at chunk `i`. The chunk to go on with, 0 if it does not act."""
    if name.name_class == COUNTRY:
        return _country(scan, i, j, end, name, found)
    return _municipality(scan, i, j, end, name, found)


def _country(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    start = scan.chunks[i].start
    rest = scan.rest(j, end)
    span = (i, j, start, end)
    if not rest and scan.gaps[j + 1] == " " and j + 1 < scan.size:
        organ = scan.cores[j + 1].removesuffix("측")
        if organ in scan.vocabulary.organs:
            wide = (i, j + 1, start, scan.chunks[j + 1].start + len(organ))
            return j + 2 if found.emit(scan, wide, "state", ["place", "state_organ"], Name("government", "", "")) else 0
        team = _national_team(scan, j + 1)
        if team:
            wide = (i, team, start, scan.chunks[team].core)
            return team + 1 if found.emit(scan, wide, "state", ["place", "state_organ"], Name("team", "", "")) else 0
        if organ[:2] == "당국":
            return j + 1 if found.emit(scan, span, "country", ["place", "acts"], name) else 0
    evidence = ["place", *_acts(scan, j, rest)]
    return j + 1 if found.emit(scan, span, "country", evidence, name) else 0


def _national_team(scan: Scan, k: int) -> int:
    """한국 여자 배구 대표팀, 한국 U-23 축구대표팀: the chunk of 대표팀, 0 if none follows."""
    for m in range(k, min(k + 4, scan.size)):
        if scan.cores[m].endswith("대표팀"):
            return m
        if scan.gaps[m] not in (" ", "-") or not (scan.words[m].isdigit() or scan.words[m] in boundaries.TEAM_WORDS):
            return 0
    return 0


def _acts(scan: Scan, j: int, rest: str) -> list[str]:
    """What shows that the country before `rest` in chunk `j` acts."""
    if j > 1 and scan.words[j - 1] == "대" and _is_state(scan, j - 2):
        return ["sport"]  # 독일 대 포르투갈의 경기
    if not rest:
        if scan.core(j + 1) == "대" and _is_state(scan, j + 2):
            return ["sport"]
        versus = scan.gaps[j + 1] in VERSUS_GAPS or scan.gaps[j] in VERSUS_GAPS or scan.core(j + 1) == "대"
        if scan.core(j + 1) == "양국":
            return ["acts"]
        return ["sport"] if (versus or _player_follows(scan, j + 1)) and plays(scan, j) else []
    if rest == "에" and plays(scan, j) and SCORE.match(scan.text, scan.chunks[j].end):
        return ["sport"]
    if rest[0] == "전" and rest[1:] in scan.vocabulary.particles and plays(scan, j):
        return ["sport"]
    if rest not in ACTING:
        return []
    if rest in ("을", "를"):
        return ["sport"] if plays(scan, j) and scan.follows("beat", j, 4) else []
    if plays(scan, j):
        return ["sport"]
    if rest in NORTH_ACTS and scan.text[: scan.chunks[j].end - len(rest)].endswith(NORTH):
        return ["acts"]
    if rest in ("이", "가"):
        return ["acts"]
    if rest in SUBJECT:
        return ["acts"] if scan.follows("act", j, 14) or scan.follows("speak", j, 14) else []
    if rest in ("과", "와") and scan.gaps[j + 1] == " " and _is_subject_state(scan, j + 1):
        return ["acts"] if scan.follows("act", j, 15) or scan.follows("speak", j, 15) else []
    if rest in ("과", "와") and scan.follows("partner", j, 6):
        return ["acts"]
    if rest in ("과", "와") and scan.core(j + 2) == "양국":
        return ["acts"]
    return ["acts"] if scan.follows("act", j, STATE_WINDOW) else []


def _player_follows(scan: Scan, k: int) -> bool:
    """한국 손흥민, 독일 마누엘 노이어, but not 브라질 월드컵, 독일 뮌헨"""
    if k >= scan.size or scan.gaps[k] != " " or scan.cores[k] in places() or "sport" in scan.signs[k].marks:
        return False
    return scan.begins_proper(k) and scan.named(k) is None


def _is_state(scan: Scan, k: int) -> bool:
    named = scan.named(k) if k < scan.size else None
    return named is not None and named[2].name_class == COUNTRY


def _is_subject_state(scan: Scan, k: int) -> bool:
    """한국과 미국은: is chunk `k` a country as the subject?"""
    named = scan.named(k) if k < scan.size else None
    return named is not None and named[2].name_class == COUNTRY and scan.rest(named[0], named[1]) in SUBJECT


def _municipality(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    rest = scan.rest(j, end)
    part = None if rest else boundaries.right(scan, j, end, "local")
    if part is not None:
        wide = (i, part[0], scan.chunks[i].start, part[1])
        return part[0] + 1 if found.emit(scan, wide, "part", ["listed"], Name("local", "", "")) else 0
    first = boundaries.shared_tail(scan, i, scan.text[scan.chunks[i].start : end])
    span = (first, j, scan.chunks[first].start, end)
    evidence = []
    following = scan.core(j + 1)
    if rest in TOPIC or (not rest and (following == "등" or _row_acts(scan, j))):
        if any(scan.follows(kind, j) for kind in ("speak", "act", "govern")):
            evidence = ["local_topic"]
    elif not rest and not i and scan.gaps[j + 1] in (", ", "-"):
        evidence = ["headline"]
    elif rest == "에" and scan.core(j + 1)[:2] == "따르":
        evidence = ["according"]
    elif rest[:1] in LEADERS and rest.startswith(LEADER_TITLES):
        evidence = ["leads"] if _named_leader(scan, i) else []
    elif not rest and _leader_behind(scan, j + 1):
        evidence = ["leads"]
    elif rest in ("에", "에도", "에게"):
        evidence = ["local_partner"] if scan.follows("give", j, 2) else []
    elif rest in PARTNERS and (scan.follows("partner", j, _reach(scan, j, rest)) or scan.follows("speak", j, 4)):
        evidence = ["local_partner"]
    return j + 1 if found.emit(scan, span, "municipality", ["place", *evidence], name) else 0


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


def bloc(scan: Scan, i: int, found: Found) -> int:
    """남북, 한미, 한·미: each state by itself. The chunk to go on with, 0 if there is none."""
    word = scan.words[i]
    if word in STATES and scan.gaps[i + 1] in STATE_GAPS and i + 1 < scan.size and scan.words[i + 1][0] in STATES:
        return _dotted(scan, i, found)
    if word[:2] in ("북측", "남측") and (word[2:] in scan.vocabulary.particles or len(word) == 2):
        start = scan.chunks[i].start
        name = Name(COUNTRY, "P", STATES[word[0]])
        return i + 1 if found.emit(scan, (i, i, start, start + 1), "bloc", ["place", "acts"], name) else 0
    if word[0] == "북" and word[1:] in NORTH_ALONE and _NORTHERN.search(scan.text):
        start = scan.chunks[i].start
        name = Name(COUNTRY, "P", STATES["북"])
        return i + 1 if found.emit(scan, (i, i, start, start + 1), "bloc", ["place", "acts"], name) else 0
    if i and scan.gaps[i] == " " and scan.words[i - 1] in countries():
        return 0  # 영국 미러
    size = 3 if len(word) > 2 and word[:3] in BLOCS else 2
    if word[:size] not in BLOCS or not _between_states(scan, i, word[size:]):
        return 0
    start = scan.chunks[i].start
    for letter in range(size):
        name = Name(COUNTRY, "P", STATES[word[letter]])
        found.emit(scan, (i, i, start + letter, start + letter + 1), "bloc", ["place", "acts"], name)
    return i + 1


def _between_states(scan: Scan, i: int, rest: str) -> bool:
    diplomacy = scan.vocabulary.diplomacy
    if rest[:1] == "전" and (rest[1:] in scan.vocabulary.particles or rest == "전"):
        return plays(scan, i)  # 한일전
    if rest in SUBJECT or rest in ("", "의", "간"):
        if any(scan.core(i + 1)[:size] in diplomacy for size in (2, 3, 4, 5)) or scan.core(i + 2) in diplomacy:
            return True
        return rest in SUBJECT and scan.words[i][:2] != "북미" and scan.follows("act", i, 14)
    core = scan.cores[i][len(scan.words[i]) - len(rest) :]
    return any(core[:size] in diplomacy for size in (2, 3, 4, 5))


def _dotted(scan: Scan, i: int, found: Found) -> int:
    j = i
    while j + 1 < scan.size and scan.gaps[j + 1] in STATE_GAPS and scan.words[j + 1][0] in STATES:
        j += 1
        if len(scan.words[j]) > 1:
            break
    if not _between_states(scan, j, scan.words[j][1:]):
        return 0
    for k in range(i, j + 1):
        start = scan.chunks[k].start
        name = Name(COUNTRY, "P", STATES[scan.words[k][0]])
        found.emit(scan, (k, k, start, start + 1), "bloc", ["place", "acts"], name)
    return j + 1


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
