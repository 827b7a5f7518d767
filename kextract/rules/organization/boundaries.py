"""Where a name really begins and ends: the country or town before it, the part of it that follows.

`JOINS` is the boundary table to the left; what may follow to the right is said in `parts.py`.
"""

from __future__ import annotations

import re
from functools import cache

from kextract.rules.organization.heads import person_shaped
from kextract.rules.organization.jurisdiction import CLASSES, jurisdiction
from kextract.rules.organization.names import countries, foreign_places, places, regions
from kextract.rules.organization.parts import BODY, NAME, NOUN, STEM, functions, part_end, parts
from kextract.rules.organization.scan import Scan

COUNTRY, TOWN = "country", "town"

# which words a class takes to its left: 미국 지질조사국, 서울 송파경찰서
JOINS: dict[str, tuple[str, ...]] = {
    "government": (COUNTRY,),
    "ministry": (COUNTRY,),
    "agency": (COUNTRY, TOWN),
    "committee": (COUNTRY,),
    "police": (COUNTRY, TOWN),
    "court": (COUNTRY, TOWN),
    "prosecution": (COUNTRY, TOWN),
    "fire": (COUNTRY, TOWN),
    "military": (COUNTRY,),
    "education": (TOWN,),
    "hospital": (TOWN,),
    "school": (TOWN,),
    "edu": (TOWN,),
    "local": (TOWN,),
    "council": (TOWN,),
    "gov": (COUNTRY, TOWN),
    "arts": (TOWN,),
    "foreign_government": (COUNTRY,),
    "foreign_media": (COUNTRY,),
    "media": (COUNTRY,),
    "university": (COUNTRY,),
    "research": (COUNTRY,),
    "public": (COUNTRY,),
    "sports_body": (COUNTRY,),
    "company": (COUNTRY,),
    "assoc": (COUNTRY,),
    "association": (COUNTRY,),
    "international": (COUNTRY,),
    "union": (COUNTRY,),
    "finance": (COUNTRY,),
}

# the kind of parent that a class of the lexicon is, for the parts that join it
PARENTS: dict[str, str] = {
    **dict.fromkeys(["ministry", "agency", "committee", "foreign_government", "gov", "government"], "government"),
    **dict.fromkeys(["public", "group", "finance", "bank", "insurance", "startup", "foreign_company"], "company"),
    **dict.fromkeys(["agency_entertainment", "lawfirm", "team"], "company"),
    **dict.fromkeys(["research", "edu"], "university"),
    **dict.fromkeys(["assoc", "union", "ngo", "religion", "religious", "foundation", "sports_body"], "association"),
    "intl": "international",
    "foreign_party": "party",
    "fire": "fire",
    "league": "association",
}
# bodies that have an assembly of members: 국제원자력기구 총회
BOARD_CLASSES = frozenset(["international", "media", "foreign_media"])

WORLD = frozenset(["유엔", "UN", "국제연합"])
NEWS = frozenset(["media", "foreign_media"])
_DIVISION = re.compile(
    r" ?(?:제 ?)?(?:\d{1,2}(?:-\d)? ?)?"
    r"(?:(?:형사|민사|행정|가사|특별|파산|회생|소년|영장)(?:합의|항소|수석|단독|전담)*(?:부|재판부)? ?)?"
    r"(?:제? ?\d{1,2}(?:-\d)?|전원|[가-힣]{2}(?=재판부))?(?:형사|민사|행정|가사)?(?:합의|항소)?"
    r"(?:단독|재판부|부)"
)
# the class of parts that have parts of their own
INNER_CLASSES = {
    **dict.fromkeys(["병원", "의료원", "의대", "의과대학", "의학전문대학원"], "hospital"),
    "지청": "prosecution",
    "지원": "court",
    "도당": "party",
    "시당": "party",
}
# what the last of two names with a dot between them may end in: 강력범죄·과학수사전담부
DOTTED_ENDS = tuple("부과국실")
INNER_GAPS = (" ", "+")  # 한결대 LINC+사업단
# words that set an organization apart from the next one: 환경부 산하 국립환경과학원
RELATIONS = frozenset(
    """
    산하 예하 소속 소관 관할 주최 주관 후원 출신 직속 부속 계열 공동 협력 전국 지역 현지 국내 해외 각급 주요 일부 관련
    담당 긴급 임시 정기 신임 신규 전임 전직 현직 차기 사내 사외 내부 외부 별도 자체 자회사 협력사 협력업체 하청업체
    지정 선정 인증 공인 발주 위탁 수탁 승인 추천 제공 소유 보유 개최
    """.split()
)
DOT = "·"
# words that begin names of several words: 전국 대학생 연합회
PROVINCES = frozenset("경기 강원 충북 충남 전북 전남 경북 경남".split())
OPENERS = frozenset("한국 대한 대한민국 전국 국제 세계 아시아 국립 중앙 조선 범국민".split())
SPACES = frozenset([" ", DOT])  # 빙하·해양물리학 연구소
SPACED_WORDS = 5
# what an organizing committee is for: 나노코리아 조직위원회
EVENTS = tuple(
    "엑스포 비엔날레 영화제 올림픽 페스티벌 박람회 축제 코리아 포럼 콩그레스 대회 산업전 테크 쇼 페어 전시회".split()
)
TEAM_WORDS = frozenset(
    """
    축구 야구 농구 배구 핸드볼 하키 럭비 골프 펜싱 역도 레슬링 복싱 사격 체조 육상 사이클 조정 카누 승마 수구 스키
    봅슬레이 스켈레톤 루지 바둑 여자 남자 올림픽 국가 성인 청소년 유소년 쇼트트랙 빙상 스피드스케이팅 피겨 수영 유도
    태권도 양궁 컬링 탁구 배드민턴 테니스 여자축구 여자배구 여자농구 남자축구 남자배구 남자농구 아이스하키 리듬체조
    풋살 소프트볼 U 세 이하 16세 17세 18세 19세 20세 21세 22세 23세 U-17 U-20 U-22 U-23
    """.split()
)
PLAIN_TAGS = frozenset(["NNG", "NNP", "SL", "XSN", "XPN", "XR", "SN"])
_DIGITS = re.compile(r"\d+")
BRIDGE = 2  # words that may stand between a name and its part: 한남대 해양 생물 연구소


@cache
def _towns() -> frozenset[str]:
    return regions() | frozenset(place for place in foreign_places() if len(place) > 1)


@cache
def _provinces() -> tuple[str, ...]:
    """What the bodies of a province begin with: 경기도교육청, 충남교육청."""
    return tuple(sorted(place for place in regions() if place[-1] == "도" or place in PROVINCES))


def left(scan: Scan, i: int, name_class: str) -> int:
    """The first chunk of a name that begins at chunk `i` by itself."""
    joins = JOINS.get(name_class)
    if joins is None or not i or scan.gaps[i] != " " or not scan.bare(i - 1):
        return i
    word = scan.words[i - 1]
    if i > 1 and word in countries() and scan.words[i - 2] == "주" and scan.gaps[i - 1] == " ":
        return i - 2  # 주 중국 한국대사관
    if name_class in CLASSES and (first := jurisdiction(scan, i)) < i:
        return first
    abroad = _region_abroad(scan, i - 1) if TOWN in joins or name_class == "government" else None
    if abroad is not None:
        return _its_country(scan, abroad)
    if COUNTRY in joins and (word in countries() or (name_class == "international" and word in WORLD)):
        return i - 1
    if TOWN not in joins or word not in _towns() or _address(scan, i - 1) or scan.words[i].startswith(_provinces()):
        return i  # 수원시 경기도교육청
    return _its_country(scan, i - 1) if word in foreign_places() else i - 1


def village(scan: Scan, i: int) -> int:
    """The first chunk of a name with the village before or in chunk `i`, and its town: 홍천군 내촌면 새마을부녀회."""
    k = i if is_village(scan.words[i]) else i - 1
    if k < 0 or (k < i and (scan.gaps[i] != " " or not is_village(scan.words[k]))):
        return i
    town = k - 1
    if town >= 0 and scan.gaps[k] == " " and scan.words[town][-1] in "시군구" and scan.words[town] in regions():
        return town
    return k


def is_village(word: str) -> bool:
    """Is it the full name of a village or a quarter: 다온면, 신장2동?"""
    if len(word) < 3 or word[-1] not in "읍면동":
        return False
    return word in places() or (not word.isalpha() and _DIGITS.sub("", word) in places())


def _its_country(scan: Scan, k: int) -> int:
    """The first chunk of a country's town or state that begins with chunk `k`: 미국 뉴욕 경찰, 호주 빅토리아주 정부."""
    return k - 1 if scan.after_country(k) else k


def _region_abroad(scan: Scan, k: int) -> int | None:
    """The first chunk of a state or town abroad that ends with chunk `k`: 앨라배마 주, 텍사스주."""
    word = scan.words[k]
    if word in ("주", "시", "카운티") and k and scan.gaps[k] == " " and scan.words[k - 1] in foreign_places():
        return k - 1 if scan.begins_proper(k - 1) else None  # 지난 주 is no week in Jinan
    return k if word[-1] in "주시" and word[:-1] in foreign_places() and scan.begins_proper(k) else None


def _address(scan: Scan, k: int) -> bool:
    """Is chunk `k` a district that its own province stands before: 인천 연수구 송도소방서?"""
    if k < 1 or scan.words[k][-1] not in "시군구" or scan.gaps[k] != " ":
        return False
    return scan.words[k - 1] in regions()


def shared_tail(scan: Scan, i: int, text: str) -> int:
    """The first chunk of names in a row that share their ending, the last of which is `text` at chunk `i`:
    누리·다온은행, 국민·신한·누리은행."""
    while i and scan.gaps[i] == DOT and scan.bare(i - 1) and _lacks_tail(scan, scan.words[i - 1], text):
        i -= 1
    return i


def _lacks_tail(scan: Scan, word: str, text: str) -> bool:
    """Is `word` a name without the ending that `text` has: 국민 beside 신한은행, but not 한결대 beside 다온대학교?"""
    known = scan.catalog.get(word)
    if len(word) < 2 or (known is not None and not known.flag and known.name_class in NEWS):
        return False  # AFP·로이터통신
    tails = [text[-size:] for size in (1, 2, 3, 4) if size < len(text) - 1 and text[-size - 1] != word[-1]]
    return any(word + tail in scan.catalog.surfaces for tail in tails)


def spaced(scan: Scan, i: int) -> int | None:
    """The first chunk of a name written in words of their own whose head is chunk `i`: 한국 여자 농구 연맹."""
    for k in range(i - 1, max(i - SPACED_WORDS, -1), -1):
        if scan.gaps[k + 1] not in SPACES or not scan.bare(k):
            return None
        if k < i - 1 and (scan.words[k] in OPENERS or scan.words[k] in countries()):
            return _its_country(scan, k)
        if not _bridges(scan, k):
            return None
    return None


def national_team(scan: Scan, i: int) -> int:
    """The first chunk of a team that chunk `i` (대표팀) ends: 여자 배구 대표팀."""
    first = i
    while (
        first
        and scan.gaps[first] in (" ", "-")
        and (scan.words[first - 1] in TEAM_WORDS or scan.words[first - 1].isdigit())
    ):
        first -= 1
    if first < i and scan.after_country(first):
        return first - 1
    return first


def named_cause(scan: Scan, k: int) -> bool:
    """Is chunk `k` a proper noun that a committee may be for: 세월호 가족대책위원회?"""
    if k < 0 or scan.gaps[k + 1] != " " or not scan.bare(k) or person_shaped(scan.words[k]):
        return False
    if scan.words[k] in scan.catalog.surfaces:
        return False
    chunk = scan.chunks[k]
    proper = chunk.start in scan.line.unknown or "NNP" in scan.line.tags[chunk.first : chunk.last]
    event = len(scan.words[k]) > len("엑스포") and scan.words[k].endswith(EVENTS)
    return scan.words[k] not in RELATIONS and (proper or event)


def right(scan: Scan, j: int, end: int, name_class: str) -> tuple[int, int] | None:
    """The chunk and the place where the parts of the organization end that follow it at once: 형사과 강력2팀."""
    found = _part(scan, j, end, name_class)
    if found is None:
        return None
    while (deeper := _part(scan, *found, _class_of_part(scan.text[: found[1]], name_class))) is not None:
        found = deeper
    return found


def _class_of_part(text: str, name_class: str) -> str:
    """The class of the part that `text` ends with, for the parts of its own: 의과대학 정형외과, 남양주지청 형사1부."""
    return next((inner for ending, inner in INNER_CLASSES.items() if text.endswith(ending)), name_class)


def _part(scan: Scan, j: int, end: int, name_class: str) -> tuple[int, int] | None:
    """The chunk and the place where the part ends that begins after `end`, the end of chunk `j`."""
    if end != scan.chunks[j].end:
        return None
    if name_class in ("court", "gov", "prosecution"):
        division = _division(scan, j, end)
        if division is not None:
            return division
    kind = PARENTS.get(name_class, name_class)
    if scan.gaps[j + 1] not in INNER_GAPS or not parts(kind).units:
        return None
    room = BRIDGE
    for k in range(j + 1, scan.size):
        tied = k > j + 1 and _tied(scan, k)
        room -= not tied
        if room < -1 or not (tied or scan.gaps[k] in INNER_GAPS):
            return None
        stop = part_end(scan, k, kind, _after(scan, j, k, name_class))
        if stop:
            chief = k > j + 1 and person_shaped(scan.words[k - 1]) and scan.rest(k, stop)[:1] == "장"
            return None if chief else (k, stop)  # 한울전자 이시우 연구소장
        if not (scan.bare(k) and _bridges(scan, k)) and not _is_district(scan, k):
            return None
    return None


def _is_district(scan: Scan, k: int) -> bool:
    """해운대을 in chunk `k`, whose 을 the tokenizer takes for a particle, before 지역위원회."""
    word = scan.words[k]
    return word[-1] in "갑을병정" and scan.core(k + 1) in ("지역위원회", "당원협의회") and word[:-1] in places()


def _after(scan: Scan, j: int, k: int, name_class: str) -> str:
    """What a part in chunk `k` follows, whose organization chunk `j` ends."""
    if k == j + 1:
        return BODY if name_class in BOARD_CLASSES else NAME
    proper = scan.words[k - 1].isascii() or scan.begins_proper(k - 1)
    return STEM if proper or scan.words[k - 1].endswith(functions()) else NOUN


def _tied(scan: Scan, k: int) -> bool:
    """Is chunk `k` tied to the one before it within a name: 강력범죄·과학수사전담부, LINC 3.0 사업단?"""
    if scan.gaps[k] == ".":
        return scan.words[k].isdigit()
    return scan.gaps[k] == DOT and scan.cores[k].endswith(DOTTED_ENDS)


def _bridges(scan: Scan, k: int) -> bool:
    """Is the chunk a plain noun that may stand inside a name?"""
    if scan.cores[k] in RELATIONS:
        return False
    chunk = scan.chunks[k]
    return all(tag in PLAIN_TAGS for tag in scan.line.tags[chunk.first : chunk.last])


def _division(scan: Scan, j: int, end: int) -> tuple[int, int] | None:
    """형사1부, 제3형사부, 형사합의21부; its presiding judge is none (형사1부장)."""
    division = _DIVISION.match(scan.text, end)
    if division is None:
        return None
    stop = division.end()
    while j + 1 < scan.size and scan.chunks[j + 1].start < stop:
        j += 1
    rest = scan.rest(j, stop)
    return (j, stop) if not rest or rest in scan.vocabulary.particles else None
