"""What the words around a name say about it."""

from __future__ import annotations

import re

from kextract.rules.organization.heads import person_shaped
from kextract.rules.organization.names import places
from kextract.rules.organization.scan import Scan

PARTNER_PARTICLES = frozenset(["와", "과", "와의", "과의"])
TOPIC = frozenset(["은", "는", "이", "가", "도", "측은", "측이", "측도", "에서는", "에선"])
ROLE_GAPS = frozenset([" ", " '", ' "', " ‘", " “", " <", " 《", " ㈜", "·"])
EMPLOYED = frozenset(["에", "에서", "을", "를", "로", "으로"])
CLOSING = frozenset(["'", "’", '"', "”"])
_SCORE = re.compile(r"(?<![\d-])\d{1,3}(?:[-:]| ?대 ?)\d{1,3}(?![-\d])|\d골|\d승")
LAW_CLASSES = frozenset(["court", "police", "prosecution"])
_LAW = re.compile("판사|재판|선고|영장|판결|법정|기소|경찰|형사|수사|검거|체포|검사|범행|피의자")
SPORT_WINDOW = 12
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
    elif rest == "의" and following in words.trade:
        evidence.append("trades")
    elif rest == "의" and person_shaped(following) and scan.core(j + 2) in words.officer:
        evidence.append("officer")  # 인사이트의 김영호 기자
    elif rest and rest[0] == "측":
        evidence.append("side")
    if rest in TOPIC and scan.follows("speak", j):
        evidence.append("speaks")
    elif rest in PARTNER_PARTICLES and scan.follows("partner", j, 5):
        evidence.append("partner")
    elif rest in EMPLOYED and scan.follows("employ", j, 3):
        evidence.append("employs")
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


def law_talk(scan: Scan, name_class: str) -> list[str]:
    """Whether a line with the short form of a court or a police station (홍성지원, 용산서) speaks of law."""
    if name_class not in LAW_CLASSES:
        return []
    return ["law_talk"] if _LAW.search(scan.text) else []


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
    "아트센터",
    "컨벤션센터",
    "마트",
    "아울렛",
    "면세점",
    "편의점",
)
WARDS = frozenset(["응급실", "중환자실", "병실", "응급센터"])
SHOPKEEPERS = frozenset(["company", "foreign_company", "group", "startup"])
BUILDINGS = frozenset(
    ["culture", "hospital", "university", "school", "religious", "court", "prosecution", "police", "public"]
)
_AMOUNT = re.compile(r" ?약? ?\d")


def elsewhere(scan: Scan, j: int, end: int, name_class: str) -> list[str]:
    """Evidence that the name up to `end` in chunk `j` stands for a place or for money."""
    rest = scan.rest(j, end)
    if not rest and scan.gaps[j + 1] == " " and _is_spot(scan, scan.core(j + 1), name_class):
        return ["place_use"]
    if rest in ("에서", "에서의", "에서만", "까지", "에서부터"):
        venue = name_class == "culture" or scan.text[:end].endswith(VENUES)
        if venue or (name_class in BUILDINGS and scan.follows("venue", j, 2)):
            return ["place_use"]
    if not rest and scan.text[end - 2 : end] == "한화" and _AMOUNT.match(scan.text, end):
        return ["currency"]
    return []


def _is_spot(scan: Scan, following: str, name_class: str) -> bool:
    """Does the word after a name make a spot of it: 한결대 인근, 다온병원 응급실, 다온백화점 본점?"""
    if name_class == "hospital" and following in WARDS:
        return True
    if name_class in SHOPKEEPERS and following[-1:] == "점":
        return following == "본점" or following[:-1] in places()
    return following in scan.vocabulary.nearby
