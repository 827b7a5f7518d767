"""Countries, which act or are mere places, and the pairs and triples that news makes of them: 한미, 남북."""

from __future__ import annotations

import re

from kextract.rules.organization import boundaries
from kextract.rules.organization.clauses import (
    addressed,
    aimed_at,
    deed_follows,
    gives,
    second_of_two,
    side_of,
    subject_acts,
    topic_acts,
)
from kextract.rules.organization.deeds import BETWEEN, OBJECTS, OF, PAIRS
from kextract.rules.organization.evidence import plays
from kextract.rules.organization.found import Found
from kextract.rules.organization.names import COUNTRY, Name, countries, places
from kextract.rules.organization.organs import is_organ
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.vocabulary import STATES

ACTING = frozenset(
    "은 는 이 가 의 과 와 과의 와의 도 만 을 를 에 측 측은 측이 전 간 에게 에게는 으로부터 로부터".split()
)
ALSO = frozenset(["또한", "역시"])  # 일본 또한 항의했다
JOINED = PAIRS | {""}
WRITTEN_ON = frozenset([" "])
FROM = frozenset(["으로부터", "로부터"])
BOTH = "양국"
DEEDS = ("act",)
SUBJECT = frozenset(["은", "는", "이", "가", "도", "만", "측은", "측이"])
VERSUS_GAPS = frozenset(["-", ", ", "·", "–", "~", "/"])
_RECORD = re.compile(r"\(\d{1,2}(?:승|패|무|위)")  # 스위스(2승 1패)
ROW_MARKS = frozenset([", ", "·"])
STATE_ROW_GAPS = frozenset([", ", "·", "‧", " "])
HEADLINE_GAPS = frozenset([", ", "… ", "…", " … "])
QUOTE_GAPS = frozenset([' "', " “", " ‘", " '", '… "', "…“"])
OPENING, CLOSING = ('"', "“", "'", "‘"), ('"', "”", "'", "’")
RESOLVED = ("기로", "키로", "겠다", "계획")
HEADLINE = 10  # words
BEATEN = 6  # words from the object to the verb: 불가리아를 세트 스코어 3-0으로 꺾고
SUMMED_UP = 4  # words from a row to what it is summed up as: 등 유럽 6개국이
STATES_TOGETHER = tuple(
    """
    개국 양국 3국 4국 국가 국가들 나라들 나라 국제사회 서방 서방국 서방국들 동맹국 동맹국들 주변국 주변국들 회원국
    회원국들 동맹들 동맹 중재국 중재국들 공여국 참가국 참가국들 교전국 인접국 인접국들 산유국 산유국들 서명국 가입국
    수출국 수입국 개최국 지원국 파병국 참전국 신흥국 개도국 접경국 관계국 강국 이사국 상임이사국 연합국 우호국 채권국
    관련국 관련국들 당사국 당사국들 선진국 선진국들 강대국 강대국들 우방 우방들 우방국 우방국들 이웃국 열강 각국
    """.split()
)
BLURRED = frozenset(["동맹", "서방", "국제사회", "우방", "열강"])  # 서방 국가들은
LED_BY = ("비롯한", "필두로", "포함한")  # 독일을 비롯한 주변국들은
AGENCY = 4  # letters
NO_WORD = 3  # letters that a word for any state's organ has at most: 정부군, 총리실
# what one does with a country that is but a place: 북한을 방문했다
TRAVELLED = tuple(
    """
    방문 찾 떠나 떠난 떠났 탈출 탈북 다녀 여행 오가 오간 오갔 빠져나 벗어나 벗어난 드나 거쳐 거친 지나 나온 나와 나왔
    둘러 답사
    """.split()
)
# kingdoms of the past are places and times: 조선의 법궁
PAST = frozenset("고구려 백제 신라 고려 조선 발해 가야 부여 고조선 대한제국".split())
# news names the North for what it does, hardly ever as a place, unless by 에서 or 으로
NORTH = ("북한", "北")
NORTH_ACTS = frozenset(["의", "은", "는", "과", "와", "도", "을", "를", "에"])
# 북이, 북의 of the North alone, in a line that speaks of it
NORTH_ALONE = frozenset(["은", "이", "의", "에", "과", "도", "에게", "으로부터"])
_NORTHERN = re.compile("북한|남북|북핵|핵실험|핵무기|미사일|평양|김정은|김정일|대북|도발|비핵화|통일부")
# who may stand in a row with countries: 미국과 유럽연합은, 호주와 서방이
PARTIES = frozenset([COUNTRY, "international", "intl"])
REGIONS = ("유럽", "서방", "중동", "아랍")
CHAMBERS = frozenset("의회 연방의회 상원 하원 연방상원 연방하원 국회 중의원 참의원".split())
HANJA = frozenset("美中日北露韓")
TOGETHER = frozenset("간 양국 양측 3국 4국 3개국 4개국 3자 모두".split())
OF_BOTH = ("당국", "정부")  # 한미 정보당국, 미·영 정부
GAMES = ("결승전", "준결승", "8강전", "4강전", "16강전", "평가전", "친선경기", "개막전", "3·4위전", "3-4위전", "맞대결")
WARLIKE = ("파병", "종전", "휴전", "참전", "개전", "발발", "전황", "장기화")  # 이라크전 파병
WARS = frozenset(["전쟁"])  # 중일 전쟁
STATE_WINDOW = 3  # words after 북한의 that may say what it does
STATE_GAPS = frozenset(["·", "-", "‧"])
# what the country before it does, never what is done to it: 미국 중재로
AGENTIVE = frozenset(
    "중재 주도 반대 요구 요청 제안 제의 주최 거부 불참 기권 탈퇴 반발 보복 도발 항의 압박 압력 승인 동의".split()
)
BLOCS = frozenset(
    """
    남북 북남 미북 중북 러북 한미중 미중러 미중일 한미 한일 한중 한러 한영 북미 북중 북러 북일 미중 미일 미러 중일
    중러 한미일 한중일 남북미 남북러 남북중 북중러 미일중 美中 美日 韓美 韓日 韓中 北美 北中 中日 南北 美北 日中 中美
    韓美日 韓日中 韓中日 美러 北러
    """.split()
)


def country(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    start = scan.chunks[i].start
    rest = scan.rest(j, end)
    span = (i, j, start, end)
    if not rest and scan.gaps[j + 1] == " " and j + 1 < scan.size:
        organ = scan.cores[j + 1].removesuffix("측")
        if organ in scan.vocabulary.organs or is_organ(name.canonical, organ) or _is_agency(scan, j + 1, organ):
            return _organ(scan, i, j + 1, organ, found)
        team = _national_team(scan, j + 1)
        if team:
            wide = (i, team, start, scan.chunks[team].core)
            return team + 1 if found.emit(scan, wide, "state", ["place", "state_organ"], Name("team", "", "")) else 0
        if organ[:2] == "당국":
            return j + 1 if found.emit(scan, span, "country", ["place", "acts"], name) else 0
    if name.canonical in PAST:
        return 0
    evidence = ["place", *_acts(scan, j, rest)]
    return j + 1 if found.emit(scan, span, "country", evidence, name) else 0


def _is_agency(scan: Scan, k: int, organ: str) -> bool:
    """해양기후관측청 after its country: does chunk `k` end in a 청 that no other word has in it?"""
    if organ[-1:] != "청" or len(organ) < AGENCY:
        return False
    chunk, line = scan.chunks[k], scan.line
    end = chunk.start + len(organ)
    tokens = [token for token in range(chunk.first, chunk.last) if line.starts[token] < end]
    return len(tokens) > 1 and line.ends[tokens[-1]] - line.starts[tokens[-1]] == 1 and line.ends[tokens[-1]] == end


def _organ(scan: Scan, i: int, k: int, organ: str, found: Found) -> int:
    """부탄 검찰, 케냐 야생동물보호청, 미국 하원 군사위원회: an organ in chunk `k` of the country at chunk `i`."""
    longer = scan.named(k)
    if longer is not None and longer[0] > k:
        return 0  # 미국 하원 정보위, which a list has
    end = scan.chunks[k].start + len(organ)
    kind = "parliament" if organ in CHAMBERS else "government"
    last, stop = boundaries.right(scan, k, end, kind) or (k, end)
    span = (i, last, scan.chunks[i].start, stop)
    if not found.emit(scan, span, "state", ["place", "state_organ"], Name("government", "", "")):
        return 0
    if last == k and len(organ) > NO_WORD:
        canonical = scan.text[scan.chunks[i].start : stop]
        found.established.setdefault(organ, Name("government", "", canonical))  # 야생동물보호청 from here on
    return last + 1


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
    j, rest = _row_end(scan, j, rest)
    if not rest:
        return _bare_acts(scan, j)
    if rest[0] == "전" and (rest == "전" or rest[1:] in scan.vocabulary.particles):
        return ["sport"] if plays(scan, j) and not _next_word(scan, j).startswith(WARLIKE) else []
    if rest not in ACTING and rest != BOTH:
        return []
    if rest in OF and _next_word(scan, j).startswith(GAMES):
        return ["sport"]  # 잉글랜드와 독일의 결승전
    if plays(scan, j) and (rest not in OBJECTS or scan.follows("beat", j, BEATEN)):
        return ["sport"]
    if rest in OBJECTS and _next_word(scan, j).startswith(TRAVELLED):
        return []
    north = rest in NORTH_ACTS and scan.text[: scan.chunks[j].end - len(rest)].endswith(NORTH)
    return ["acts"] if north or _role_acts(scan, j, rest) else []


def _next_word(scan: Scan, j: int) -> str:
    return scan.words[j + 1] if j + 1 < scan.size else ""


def _row_end(scan: Scan, j: int, rest: str) -> tuple[int, str]:
    """The last chunk of the row of countries that chunk `j` is in, and what follows the name there: 체코, 헝가리는;
    체코와 헝가리 등 4개국은; 체코와 헝가리 양국의. A row without a particle at its end is none."""
    start = j, rest
    several = scan.core(j + 1) == "등" or (not rest and scan.gaps[j] in ROW_MARKS and _is_state(scan, j - 1))
    if rest == "에" and scan.words[j + 1 : j + 2] == ["이어"] and _is_state(scan, j + 2):
        j, rest = j + 1, ""  # 체코에 이어 헝가리도
    while scan.gaps[j + 1] in (STATE_ROW_GAPS if not rest else WRITTEN_ON) and rest in JOINED:
        member = _member(scan, j + 1)
        if member is None:
            break
        j, several = member[0], True
        rest = scan.rest(*member)
    if not rest and (bracketed := _behind_bracket(scan, j)) is not None:
        return bracketed
    led = rest in OBJECTS and _next_word(scan, j).startswith(LED_BY)
    if led:
        j, rest, several = j + 1, "", True
    if rest or not several:
        return j, rest
    if scan.gaps[j + 1] == " " and scan.core(j + 1) in BETWEEN:
        return j + 1, BOTH  # 르완다와 우간다 간 긴장
    for k in range(j + 1, min(j + 1 + SUMMED_UP, scan.size)):
        if scan.gaps[k] != " ":
            break
        if scan.cores[k].endswith(STATES_TOGETHER) and not (scan.bare(k) and scan.cores[k] in BLURRED):
            return k, scan.text[scan.chunks[k].core : scan.chunks[k].end] or BOTH
        if not scan.bare(k) and scan.words[k][-1] != "의":
            break  # 등 미국의 우방들이
    return start


def _behind_bracket(scan: Scan, j: int) -> tuple[int, str] | None:
    """The chunk and the particle after a bracket that follows chunk `j`: 독일(E3)이."""
    if scan.gaps[j + 1] != "(":
        return None
    for k in range(j + 1, min(j + 1 + SUMMED_UP, scan.size - 1)):
        if scan.gaps[k + 1][:1] == ")":
            if scan.words[k + 1] == "의" and scan.core(k + 2) in places():
                return None  # 아랍에미리트(UAE)의 샤르자
            return (k + 1, scan.words[k + 1]) if scan.gaps[k + 1] == ")" and scan.words[k + 1] in ACTING else None
    return None


def _member(scan: Scan, k: int) -> tuple[int, int] | None:
    """The chunk and place where a country, a body of many or a part of the world ends that begins with chunk `k`."""
    if k >= scan.size:
        return None
    named = scan.named(k)
    if named is not None:
        return named[:2] if named[2].name_class in PARTIES else None
    word = next((word for word in REGIONS if scan.words[k].startswith(word)), "")
    end = scan.chunks[k].start + len(word)
    return (k, end) if word and scan.rest(k, end) in ACTING | {""} else None


def _bare_acts(scan: Scan, j: int) -> list[str]:
    """What shows that a country without a particle acts: 독일 대 포르투갈, 대만 측, 호주, 발전소 폐쇄 결정."""
    following, gap = scan.core(j + 1), scan.gaps[j + 1]
    if following == "대" and _is_state(scan, j + 2):
        return ["sport"]
    if gap == " " and following in ALSO:
        return ["acts"] if topic_acts(scan, j + 1, DEEDS) else []
    if gap == " " and (following == BOTH or side_of(scan, j + 1) or _agent(scan, j) or second_of_two(scan, j)):
        return ["acts"]
    record = gap == "(" and _RECORD.match(scan.text, scan.chunks[j].end)
    versus = gap in VERSUS_GAPS or scan.gaps[j] in VERSUS_GAPS or following == "대"
    if (versus or record or _player_follows(scan, j + 1)) and plays(scan, j):
        return ["sport"]
    first = j
    while first and scan.gaps[first] in STATE_GAPS:
        first -= 1  # 케냐·소말리아, 휴전 합의
    if gap in QUOTE_GAPS and (not first or scan.gaps[first][:1] in CLOSING):
        return ["acts"] if _says_all(scan, j + 1) else []
    return (
        ["acts"]
        if (not first or scan.gaps[first][-1:] in OPENING) and gap in HEADLINE_GAPS and _headline_acts(scan, first)
        else []
    )


def _agent(scan: Scan, j: int) -> bool:
    """미국 중재로, 북한 핵실험: does the country in chunk `j` do what the next word says?"""
    following = scan.core(j + 1)
    if scan.words[j] in NORTH:
        return deed_follows(scan, j)
    return following in AGENTIVE and not scan.bare(j + 1)


def _headline_acts(scan: Scan, first: int) -> bool:
    """Does a line, or what is quoted in it from chunk `first` on, end without a verb and tell of a deed: 호주, 석탄
    발전소 폐쇄 결정; 케냐, 난민촌 닫기로?"""
    last = first
    while last + 1 < scan.size and (not first or scan.gaps[last + 1][:1] not in CLOSING):
        last += 1
    if scan.words[last].endswith(RESOLVED):
        return True
    return scan.bare(last) and scan.follows("act", first, HEADLINE)


def _says_all(scan: Scan, k: int) -> bool:
    """Is what is quoted from chunk `k` on more than a word or two, and does it end the line or a part of it?"""
    last = k
    while last + 1 < scan.size and scan.gaps[last + 1][:1] not in CLOSING:
        last += 1
    after = scan.gaps[last + 1].lstrip("\"'”’")
    return last - k > 1 and (last + 1 == scan.size or (after[:1] in (",", "…", " ") and scan.gaps[last + 1] != '" '))


def _role_acts(scan: Scan, j: int, rest: str) -> bool:
    """Does the country before `rest` act, or is it dealt with as somebody that does?"""
    if rest in ("이", "가"):
        return subject_acts(scan, j)
    if rest in SUBJECT:
        return topic_acts(scan, j, DEEDS)
    if rest in ("을", "를"):
        return aimed_at(scan, j)
    if rest in ("에", "에게", "에게는"):
        return addressed(scan, j) or (scan.words[j + 1 : j + 2] == ["대한"] and deed_follows(scan, j + 1))
    if rest in PAIRS and (scan.follows("partner", j, 6) or scan.core(j + 2) == BOTH):
        return True
    if rest in FROM:
        return gives(scan, j)
    if rest in OF or (rest == BOTH and scan.cores[j] != BOTH):
        return deed_follows(scan, j)
    return rest == BOTH or scan.follows("act", j, STATE_WINDOW)


def _player_follows(scan: Scan, k: int) -> bool:
    """한국 손흥민, 독일 마누엘 노이어, but not 브라질 월드컵, 독일 뮌헨, 미국 메사추세스주"""
    if k >= scan.size or scan.gaps[k] != " " or scan.cores[k] in places() or "sport" in scan.signs[k].marks:
        return False
    if scan.words[k][-1] in "주시현" and len(scan.words[k]) > 2:
        return False
    return scan.begins_proper(k) and scan.named(k) is None


def _is_state(scan: Scan, k: int) -> bool:
    named = scan.named(k) if k < scan.size else None
    return named is not None and named[2].name_class == COUNTRY


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
    if word[0] in HANJA and (len(word) == 1 or word[1:] in ACTING):
        return _hanja(scan, i, found)
    size = 3 if len(word) > 2 and word[:3] in BLOCS else 2
    if word[:size] not in BLOCS or not _between_states(scan, i, word[size:]):
        return 0
    start = scan.chunks[i].start
    for letter in range(size):
        name = Name(COUNTRY, "P", STATES[word[letter]])
        found.emit(scan, (i, i, start + letter, start + letter + 1), "bloc", ["place", "acts"], name)
    return i + 1


def _hanja(scan: Scan, i: int, found: Found) -> int:
    """A state by one letter: 美는 제재를 풀지 않기로 했다; 日, 오염수 방류 결정. 공사 中이라 tells of no state."""
    if i and (not scan.gaps[i] or (scan.gaps[i] == " " and scan.bare(i - 1))):
        return 0
    start = scan.chunks[i].start
    evidence = ["place", *_acts(scan, i, scan.words[i][1:])]
    name = Name(COUNTRY, "P", STATES[scan.words[i][0]])
    return i + 1 if found.emit(scan, (i, i, start, start + 1), "bloc", evidence, name) else 0


def _between_states(scan: Scan, i: int, rest: str) -> bool:
    diplomacy = scan.vocabulary.diplomacy
    if rest[:1] == "전" and (rest[1:] in scan.vocabulary.particles or rest == "전"):
        return plays(scan, i)  # 한일전
    if rest == "간" or (not rest and (scan.core(i + 1) in TOGETHER or scan.core(i + 1).endswith(OF_BOTH))):
        return True
    if rest in SUBJECT or rest in ("", "의"):
        if any(scan.core(i + 1)[:size] in diplomacy for size in (2, 3, 4, 5)) or scan.core(i + 2) in diplomacy:
            return True
        if scan.words[i][:2] == "북미":  # 북미 시장 개방
            return False
        if rest in SUBJECT:
            return _role_acts(scan, i, rest)
        return scan.core(i + 1) not in WARS and deed_follows(scan, i)
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
