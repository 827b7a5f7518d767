"""Where a name really begins and ends: the country or town before it, the part of it that follows.

`JOINS` is the boundary table to the left; to the right `lexicon/organization_units.tsv` says which part goes with
which kind of parent.
"""

from __future__ import annotations

import re
from functools import cache

from kextract import lexicon
from kextract.rules.organization.heads import head_at, person_shaped
from kextract.rules.organization.names import countries, foreign_places, places, regions
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

_DIVISION = re.compile(
    r" ?(?:제 ?)?(?:\d{1,2}(?:-\d)? ?)?"
    r"(?:(?:형사|민사|행정|가사|특별|파산|회생|소년|영장)(?:합의|항소|수석|단독|전담)*(?:부|재판부)? ?)?"
    r"(?:제? ?\d{1,2}(?:-\d)?|전원|[가-힣]{2}(?=재판부))?(?:형사|민사|행정|가사)?(?:합의|항소)?"
    r"(?:단독|재판부|부)"
)
# what ends like a department and is none: 외교부 당국, 산업부 유관 선진국
NO_DEPARTMENTS = tuple(
    """
    당국 입국 출국 귀국 제국 왕국 우체국 약국 방송국 진국 원국 당사국 맹국 변국 대국 의장국 최국 참가국 우방국 도국
    유국 관세관 사무실 상담실 조사실 심사실 전산실 수사실 교육실 훈련실 검사실 분석실 기록실 주주총회 정기총회
    임시총회 조합원총회 교육대 연구대 결과 효과 성과 통과 초과 경과
    """.split()
)
# departments whose chief has a title of one word, which holds no name: 형사과장, 동북아국장, but 산학협력단장
_CHIEFLY = re.compile(r"(?:(?<!학)과|국|실|팀|계|처|(?<!본)부)$")
# kinds of parents whose sections (과) are without number
SECTIONED = frozenset(["government", "local", "education", "police", "fire", "hospital"])
# the class of parts that have parts of their own
INNER_CLASSES = {
    **dict.fromkeys(["병원", "의료원", "의대", "의과대학", "의학전문대학원"], "hospital"),
    "지청": "prosecution",
    "지원": "court",
    "도당": "party",
    "시당": "party",
}
# what a part follows: its body, a body with an assembly, a word of its own name, a noun
NAME, BODY, STEM, NOUN = "name", "body", "stem", "noun"
# parts that need no more than that before them: 한울전자 이사회, LINC 3.0 사업단
STEM_ENOUGH = {
    NAME: frozenset(["이사회", "사무국"]),
    BODY: frozenset(["이사회", "사무국", "총회"]),
    STEM: frozenset(["이사회", "사무국", "사업단", "센터", "위원회", "본부", "연구센터", "지점", "지사"]),
    NOUN: frozenset(["이사회", "사무국"]),
}
# what the last of two names with a dot between them may end in: 강력범죄·과학수사전담부
DOTTED_ENDS = tuple("부과국실")
ABROAD = frozenset("북미 남미 중남미 미주 동남아 유럽 아태 중동 서남아".split())
COMPOUND = 4  # letters from which a word is a section though the tokenizer takes its 과 for a particle: 주택정책과
_NTH = re.compile(r"제?\d{1,2}$")
_NUMBER_INSIDE = re.compile(r"제?\d{1,2}(?=[과팀부국계실대]$)|^\d{2,3}(?=[가-힣]{3})")
INNER_GAPS = (" ", "+")  # 한결대 LINC+사업단
# words that set an organization apart from the next one: 환경부 산하 국립환경과학원
RELATIONS = frozenset(
    """
    산하 소속 소관 관할 주최 주관 후원 출신 직속 부속 계열 공동 협력 전국 지역 현지 국내 해외 각급 주요 일부 관련 담당
    """.split()
)
DOTS = ("·", "‧", "∙")
# words that begin names of several words: 전국 대학생 연합회
OPENERS = frozenset("한국 대한 대한민국 전국 국제 세계 아시아 국립 중앙 조선 범국민".split())
SPACED_WORDS = 5
TEAM_WORDS = frozenset(
    """
    축구 야구 농구 배구 핸드볼 하키 럭비 골프 펜싱 역도 레슬링 복싱 사격 체조 육상 사이클 조정 카누 승마 수구 스키
    봅슬레이 스켈레톤 루지 바둑 여자 남자 올림픽 국가 성인 청소년 유소년 쇼트트랙 빙상 스피드스케이팅 피겨 수영 유도
    태권도 양궁 컬링 탁구 배드민턴 테니스 여자축구 여자배구 여자농구 남자축구 남자배구 남자농구 아이스하키 리듬체조
    풋살 소프트볼 U 세 이하 16세 17세 18세 19세 20세 21세 22세 23세 U-17 U-20 U-22 U-23
    """.split()
)
PLAIN_TAGS = frozenset(["NNG", "NNP", "SL", "XSN", "XPN", "XR", "SN"])
BRIDGE = 2  # words that may stand between a name and its part: 한남대 해양 생물 연구소


# parts that have to bring a name of their own: 철새연구팀, but 서울대 연구팀 is two things
UNITS_WITH_STEM = frozenset(
    [
        "연구팀",
        "연구실",
        "연구센터",
        "연구원",
        "연구단",
        "센터",
        "사업단",
        "지점",
        "지사",
        "부대",
        "수사팀",
        "이사회",
        "총회",
        "사무국",
        "위원회",
        "본부",
        "도서관",
    ]
)


@cache
def units() -> dict[str, frozenset[str]]:
    """For each kind of parent the parts that join it; under `of:` and the kind the endings of its departments, under
    `at:` those of its branches."""
    table: dict[str, set[str]] = {}
    for unit, parent in lexicon.rows("organization_units.tsv"):
        table.setdefault(parent, set()).add(unit)
    return {parent: frozenset(found) for parent, found in table.items()}


@cache
def functions() -> tuple[str, ...]:
    """What departments are named for: 홍보, 인사, 기획."""
    return tuple(sorted(units()["function"]))


@cache
def _towns() -> frozenset[str]:
    return regions() | frozenset(place for place in foreign_places() if len(place) > 1)


def left(scan: Scan, i: int, name_class: str) -> int:
    """The first chunk of a name that begins at chunk `i` by itself."""
    joins = JOINS.get(name_class)
    if joins is None or not i or scan.gaps[i] != " " or not scan.bare(i - 1):
        return i
    word = scan.words[i - 1]
    if i > 1 and word in countries() and scan.words[i - 2] == "주" and scan.gaps[i - 1] == " ":
        return i - 2  # 주 중국 한국대사관
    abroad = _region_abroad(scan, i - 1) if TOWN in joins or name_class == "government" else None
    if abroad is not None:
        return _its_country(scan, abroad)
    if COUNTRY in joins and word in countries():
        return i - 1
    if TOWN not in joins or word not in _towns() or _address(scan, i - 1):
        return i
    return _its_country(scan, i - 1) if word in foreign_places() else i - 1


def _its_country(scan: Scan, k: int) -> int:
    """The first chunk of a country's town or state that begins with chunk `k`: 미국 뉴욕 경찰, 호주 빅토리아주 정부."""
    return k - 1 if k and scan.gaps[k] == " " and scan.words[k - 1] in countries() else k


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
    entries = scan.catalog.entries
    while i and scan.gaps[i] in DOTS and scan.bare(i - 1):
        word = scan.words[i - 1]
        if len(word) < 2 or not any(word + text[-size:] in entries for size in (1, 2, 3, 4) if size < len(text) - 1):
            break
        i -= 1
    return i


def spaced(scan: Scan, i: int) -> int | None:
    """The first chunk of a name written in words of their own whose head is chunk `i`: 한국 여자 농구 연맹."""
    for k in range(i - 1, max(i - SPACED_WORDS, -1), -1):
        if scan.gaps[k + 1] != " " or not scan.bare(k):
            return None
        if k < i - 1 and (scan.words[k] in OPENERS or scan.words[k] in countries()):
            return k
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
    if first and first < i and scan.gaps[first] == " " and scan.words[first - 1] in countries():
        return first - 1
    return first


def named_cause(scan: Scan, k: int) -> bool:
    """Is chunk `k` a proper noun that a committee may be for: 세월호 가족대책위원회?"""
    if k < 0 or scan.gaps[k + 1] != " " or not scan.bare(k) or person_shaped(scan.words[k]):
        return False
    if scan.words[k] in scan.catalog.entries:
        return False
    chunk = scan.chunks[k]
    return scan.words[k] not in RELATIONS and "NNP" in scan.line.tags[chunk.first : chunk.last]


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
    if kind not in units() or scan.gaps[j + 1] not in INNER_GAPS:
        return None
    room = BRIDGE
    for k in range(j + 1, scan.size):
        tied = k > j + 1 and _tied(scan, k)
        room -= not tied
        if room < -1 or not (tied or scan.gaps[k] in INNER_GAPS):
            return None
        stop = _unit_end(scan, k, kind, _after(scan, j, k, name_class))
        if stop:
            return k, stop
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
    return scan.gaps[k] in DOTS and scan.cores[k].endswith(DOTTED_ENDS)


def _unit_end(scan: Scan, k: int, kind: str, after: str) -> int:
    """Where in chunk `k` a part ends of a parent of a kind, 0 if there is none; a title or a particle may follow
    (산학협력단장)."""
    chunk, core, word = scan.chunks[k], scan.cores[k], scan.words[k]
    if _is_part(scan, core, kind, after) or (kind in SECTIONED and _is_section(core, after)):
        return chunk.core
    head = head_at(scan, k)
    if head is not None and head[0] < chunk.end:
        text = word[: head[0] - chunk.start]
        return head[0] if _is_part(scan, text, kind, after) and not _people(scan, text, word[len(text)]) else 0
    if len(word) < COMPOUND and word[-1] == "과" and core != word:
        return 0  # 사진과 함께
    if _is_part(scan, word, kind, after):
        return chunk.end
    for size in (1, 2):  # the tokenizer takes 수의학과와 for 수의학 + 과 + 와
        if word[-size:] in scan.vocabulary.particles and _is_part(scan, word[:-size], kind, after):
            return chunk.end - size
    return 0


def _is_section(core: str, after: str) -> bool:
    """재외동포과: the tokenizer sees no particle in the word, so that it is a section whatever it is named for."""
    return core[-1:] == "과" and len(core) > 3 and after != NOUN and not core.endswith(NO_DEPARTMENTS)


def _people(scan: Scan, text: str, tail: str) -> bool:
    """Does a word that begins with the part `text` and goes on with `tail` name people: 연구원들, 형사과장?"""
    if tail == "장":
        return _CHIEFLY.search(text) is not None and text not in scan.catalog.entries
    return tail == "들"


def _is_part(scan: Scan, text: str, kind: str, after: str) -> bool:
    """Is `text` a part (산학협력단) or a department (홍보팀) of an organization of a kind?"""
    text = _NUMBER_INSIDE.sub("", text)
    if len(text) < 2 or text.endswith(NO_DEPARTMENTS):
        return False
    if text in UNITS_WITH_STEM and text not in STEM_ENOUGH[after]:
        return False
    wanted = units()[kind]
    if any(text[-size:] in wanted for size in (2, 3, 4, 5, 6, 7) if size <= len(text)):
        return True
    if len(text) > 2 and text[-1] in wanted:  # 외교부 동북아국, 국세청 조사4국
        return True
    if after == NOUN:
        return False
    if any(text.endswith(part) and _is_area(text[: -len(part)]) for part in units().get("at:" + kind, ())):
        return True
    name = scan.catalog.entries.get(text)
    if name is not None and not name.flag:
        return False  # 교육부 beside another body
    return any(
        text.endswith(desk) and text[: -len(desk)].endswith(functions()) for desk in units().get("of:" + kind, ())
    )


def _is_area(text: str) -> bool:
    """인도, 북미, 울산, 제2"""
    return text in ABROAD or text in places() or _NTH.match(text) is not None


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
