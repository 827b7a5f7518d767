"""What the words around a name say about it."""

from __future__ import annotations

import re

from kextract.rules.organization.heads import person_shaped
from kextract.rules.organization.names import places, surnames
from kextract.rules.organization.scan import Scan

PARTNER_PARTICLES = frozenset(["와", "과", "와의", "과의"])
TOPIC = frozenset(["은", "는", "이", "가", "도", "측은", "측이", "측도", "에서는", "에선"])
ROLE_GAPS = frozenset([" ", " '", ' "', " ‘", " “", " <", " 《", " ㈜", "·"])
EMPLOYED = frozenset(["에", "에서", "을", "를", "로", "으로"])
MAKER_GAPS = frozenset(["》(", "〉(", "』("])  # 《구름의 집》(보리)
CLOSING = frozenset(["'", "’", '"', "”"])
_SCORE = re.compile(r"(?<![\d-])\d{1,3}(?:[-:]| ?대 ?)\d{1,3}(?![-\d])|\d골|\d승")
LAW_CLASSES = frozenset(["court", "police", "prosecution"])
_LAW = re.compile(
    "판사|재판|선고|영장|판결|법정|기소|경찰|형사|수사|검거|체포|검사|범행|피의자|입건|구속|송치|혐의|고소장"
)
# what shows that 마포서 is no 마포 + (에)서: a particle that (에)서 never takes, or what a police station has
STATION_PARTICLES = frozenset(
    "가 의 에 를 와 로 에서 에서는 에서도 에는 에도 와의 로부터 측 측은 장 장은 장이 장을".split()
)
STATION_WORDS = tuple(
    """
    관계자 경찰 경위 경감 경사 경정 경장 순경 총경 형사 강력 수사 여성청소년 여청 지구대 파출소 유치장 생활안전 교통조사
    사이버 실종 지능 청문 소속 직원 직협 서장 담당
    """.split()
)
STATION_GAPS = frozenset([", ", "·", ")", ") "])  # 마포서·용산서 합동
COMMITTEES = frozenset(["committee", "party_organ"])
_POLITICS = re.compile(
    "국민의힘|민주당|새누리|한나라|자유한국|미래통합|의당|신당|진보당|여야|국회|의원|당원|당내|당헌|당규|공천|탈당|최고위|원내"
    "|전당대회|당 ?대표|당 지도부|여당|야당|친윤|친명|친박|비박|대선|총선"
)
SPORT_WINDOW = 12
FOUNDERS = frozenset(
    "공동창업자 창업자 창립자 공동창립자 설립자 최고경영자 CEO CFO CTO 대주주 최대주주 자회사 모회사 경영진".split()
)
# what players are: NC 포수 김영호
POSITIONS = frozenset("투수 포수 내야수 외야수 유격수 공격수 수비수 미드필더 골키퍼 세터 리베로 포워드".split())


def around(scan: Scan, i: int, j: int, end: int) -> list[str]:
    """Evidence beside the name that reaches from chunk `i` to `end` in chunk `j`."""
    evidence = []
    rest = scan.rest(j, end)
    words = scan.vocabulary
    gap = scan.gaps[j + 1]
    following = scan.core(j + 1) if gap == " " else ""
    if not rest and gap in CLOSING and j + 1 < scan.size and scan.words[j + 1] in words.particles:
        j, rest = j + 1, scan.words[j + 1]  # ‘누리담’은 …
    if (rest in ("에", "") and following[:2] in ("따르", "의하")) or (scan.core(j + 1)[:2] == "따르" and rest == "에"):
        evidence.append("according")
    elif not rest and following:
        evidence += _following(scan, following)
        if (
            person_shaped(following)
            and scan.bare(j + 1)
            and scan.core(j + 2) in words.officer
            and scan.gaps[j + 2] == " "
        ):
            evidence.append("officer")  # 중앙물산 김영호 회장
    elif not rest and gap == "(" and scan.core(j + 1) in words.officer and scan.core(j + 2)[:1] in surnames():
        evidence.append("led")  # 미래산업(대표 김영호)
    elif rest == "의" and following in FOUNDERS:
        evidence.append("officer")  # 유튜브의 공동창업자
    elif rest == "의" and following in words.trade:
        evidence.append("trades")
    elif rest == "의" and person_shaped(following) and scan.core(j + 2) in words.officer:
        evidence.append("officer")  # 인사이트의 김영호 기자
    elif rest and rest[0] == "측":
        evidence.append("side")
    if rest in TOPIC and scan.follows("speak", j) and not _within_quotation(scan, j):
        evidence.append("speaks")
    elif rest in PARTNER_PARTICLES and scan.follows("partner", j, 5):
        evidence.append("partner")
    elif rest in EMPLOYED and scan.follows("employ", j, 3):
        evidence.append("employs")
    if scan.gaps[i] in MAKER_GAPS and scan.gaps[j + 1][:1] == ")":
        evidence.append("maker")
    if i and scan.gaps[i] in ROLE_GAPS and words.role(scan.words[i - 1]) is not None:
        evidence.append("role_before")
    return evidence


def _following(scan: Scan, following: str) -> list[str]:
    words = scan.vocabulary
    if following in words.side:
        return ["side"]
    if following in words.officer:
        return ["officer"]
    return ["trades"] if following in words.trade else []


def _within_quotation(scan: Scan, j: int) -> bool:
    """Does a quotation end between chunk `j` and who tells it: “… 한 대우는 우려스럽다”고 밝혔다?"""
    told = next(mark for mark in scan.marks("speak") if mark > j)
    return quoted_apart(scan.text[scan.chunks[j].end : scan.chunks[told].start])


def quoted_apart(text: str) -> bool:
    """Does a quotation end in `text` that began before it: “… 연다”고 보도했다?"""
    return text.count('"') % 2 == 1 or text.count("”") > text.count("“") or text.count("’") > text.count("‘")


def talk(scan: Scan, j: int, end: int, name_class: str) -> list[str]:
    """Whether a line with the short form of a court or a police station (홍성지원, 용산서) speaks of law, one with an
    organ of a party (윤리위) of politics, one with a temple of what it does."""
    if name_class in COMMITTEES:
        return ["party_talk"] if _POLITICS.search(scan.text) else []
    if name_class == "religious" and scan.text[end - 1] == "사":
        return _temple(scan, j, end)
    if name_class not in LAW_CLASSES:
        return []
    if name_class == "police" and scan.text[end - 1] == "서":
        return ["law_talk"] if _station(scan, j, end) else []
    return ["law_talk"] if _LAW.search(scan.text) else []


def _temple(scan: Scan, j: int, end: int) -> list[str]:
    """Whether a temple that ends at `end` in chunk `j` acts: 직지사는 … 전달했다, 동화사 주지 스님."""
    rest = scan.rest(j, end)
    if not rest:
        return ["officer"] if scan.gaps[j + 1] == " " and scan.core(j + 1) in MONKS else []
    if rest not in TOPIC:
        return []
    said = any(scan.follows(kind, j) for kind in ("act", "govern", "speak"))
    gave = any(scan.words[k].startswith(OFFERINGS) for k in range(j + 1, scan.sentence_end(j)))
    return ["acts"] if said or gave else []


def _station(scan: Scan, j: int, end: int) -> bool:
    """Is 용산서, ending at `end` in chunk `j`, a police station: 용산서가, 용산서 형사과, but not 용산서 열린 집회?"""
    rest = scan.rest(j, end)
    if rest in STATION_PARTICLES:
        return True
    if not rest:
        gap = scan.gaps[j + 1]
        if gap == " ":
            return scan.words[j + 1].startswith(STATION_WORDS)
        return gap in STATION_GAPS and _LAW.search(scan.text) is not None
    if rest not in ("는", "도"):
        return False
    if scan.text[scan.chunks[j].start : end - 1] not in places():
        return True  # 마산중부서도
    return _LAW.search(scan.text) is not None and (scan.follows("speak", j) or scan.follows("act", j))


def plays(scan: Scan, i: int) -> bool:
    """Is the talk of a game around chunk `i`?"""
    marks = scan.near("sport", i, SPORT_WINDOW)
    return marks > 1 or (marks == 1 and _SCORE.search(scan.text) is not None)


def has_player(scan: Scan, j: int) -> bool:
    """NC 포수: does a player follow chunk `j`?"""
    return scan.gaps[j + 1] == " " and scan.core(j + 1) in POSITIONS


def subject_plays(scan: Scan, j: int, end: int) -> bool:
    """Is the name up to `end` in chunk `j` the subject of a sentence about a game, however long?"""
    if scan.rest(j, end) not in TOPIC:
        return False
    stop = scan.sentence_end(j)
    return sum(j < mark < stop for mark in scan.marks("sport")) > 1


VENUES = (
    "호텔",
    "리조트",
    "백화점",
    "극장",
    "체육관",
    "경기장",
    "미술관",
    "박물관",
    "예술의전당",
    "문화회관",
    "예술회관",
    "체육공원",
    "복지회관",
    "체육센터",
    "아트센터",
    "컨벤션센터",
    "마트",
    "아울렛",
    "면세점",
    "편의점",
    "더현대서울",
    "더현대 서울",
    "타임스퀘어",
    "아이파크몰",
    "스타필드",
    "롯데월드",
    "에버랜드",
)
WARDS = frozenset(["응급실", "중환자실", "병실", "응급센터"])
SHOPKEEPERS = frozenset(["company", "foreign_company", "group", "startup"])
BUILDINGS = frozenset(
    ["culture", "hospital", "university", "school", "religious", "court", "prosecution", "police", "public"]
)
# where one stands who protests, and what the protest is
OFFERINGS = tuple("기탁 봉행 개최 전달 기부 모금 열었 연다 마련 운영 진행 나섰 반발".split())
MONKS = frozenset("주지 회주 방장 조실 선원장 신도회 신도회장 총무국장 기획국장 종무소 스님".split())
GATES = frozenset("앞 정문 후문 맞은편 건너편".split())
_PROTEST = re.compile("집회|시위|농성|기자회견|규탄|항의|결의대회|피켓|삭발|단식|촉구|행진|투쟁")
PROTEST_WINDOW = 60  # letters
INDEXED = ("푸어스", "S&P")
_INDEX = re.compile(r"(?:\(S&P\)|\))? ?500")
# 특검을 도입하자: an inquiry that is asked for and nobody leads
_INQUIRY = re.compile(
    "[을를도]? ?(?:도입|요구|추진|수용|거부|실시|하자|제안|발의|반대|찬성|공방|정국|카드|추천|여부|받아들|필요|촉구)"
)
_AMOUNT = re.compile(r" ?약? ?\d")
# what firms lend their name to: 한들은행 챔피언십
EVENTS = frozenset(
    "챔피언십 오픈 여자오픈 마스터즈 마스터스 클래식 인비테이셔널 레이디스오픈 매치플레이 그랑프리".split()
)
SPONSORS = SHOPKEEPERS | {"finance", "bank", "insurance", "public"}


def elsewhere(scan: Scan, j: int, end: int, name_class: str) -> list[str]:
    """Evidence that the name up to `end` in chunk `j` stands for a place or for money."""
    rest = scan.rest(j, end)
    if not rest and scan.gaps[j + 1] == " " and _is_spot(scan, end, scan.core(j + 1), name_class):
        return ["place_use"]
    if rest in ("에서", "에서의", "에서만", "까지", "에서부터"):
        venue = name_class == "culture" or scan.text[:end].endswith(VENUES)
        if venue or (name_class in BUILDINGS and scan.follows("venue", j, 2)):
            return ["place_use"]
    if scan.text[end - 3 : end] in INDEXED and _INDEX.match(scan.text, end):
        return ["place_use"]  # 스탠더드앤드푸어스(S&P) 500 지수
    if name_class == "prosecution" and scan.text[end - 2 : end] == "특검" and _INQUIRY.match(scan.text, end):
        return ["place_use"]
    if not rest and scan.text[end - 2 : end] == "한화" and _AMOUNT.match(scan.text, end):
        return ["currency"]
    return []


_BRANCH = re.compile(
    r"\d{1,4}호점|(?:다운타운|스타필드|센트럴|시티|타워|몰|스퀘어|신촌|홍대|강남대로|명동|터미널|역|공항)점"
)


def _is_spot(scan: Scan, end: int, following: str, name_class: str) -> bool:
    """Does the word after a name make a spot of it: 한결대 인근, 다온병원 응급실, 다온백화점 본점? Who protests before
    a gate means the body behind it (환경부 정문 앞에서 집회)."""
    if name_class == "hospital" and following in WARDS:
        return True
    if name_class in SPONSORS and following in EVENTS:
        return True
    if name_class in SHOPKEEPERS and following[-1:] == "점":
        return following == "본점" or following[:-1] in places() or _BRANCH.match(following) is not None
    if name_class in SHOPKEEPERS and following in places() and _BRANCH.match(scan.text, end + len(following) + 2):
        return True  # 다온마트 하와이 1호점
    if following not in scan.vocabulary.nearby:
        return False
    if following not in GATES or name_class in SHOPKEEPERS or name_class in ("culture", "university", "hospital"):
        return True
    return _PROTEST.search(scan.text, end, end + PROTEST_WINDOW) is None
