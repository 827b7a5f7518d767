"""What is a part of an organization: a body of its own (산학협력단), a department (홍보팀), a branch (울산공장).

`lexicon/organization_units.tsv` says which part goes with which kind of parent and what departments and branches are
composed of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kextract import lexicon
from kextract.rules.organization.heads import head_at
from kextract.rules.organization.names import places
from kextract.rules.organization.scan import Scan

# what ends like a department and is none: 외교부 당국, 산업부 유관 선진국
NO_DEPARTMENTS = tuple(
    """
    당국 개국 입국 출국 귀국 제국 왕국 우체국 약국 방송국 진국 원국 당사국 맹국 변국 대국 의장국 최국 참가국 우방국 도국
    유국 관세관 사무실 상담실 조사실 심사실 전산실 수사실 교육실 훈련실 검사실 분석실 기록실 주주총회 정기총회
    임시총회 조합원총회 교육대 연구대 결과 효과 성과 통과 초과 경과 장실 군수실 지사실 책임연구원
    결성총회 창립총회 학생총회 주민총회 긴급총회 연시총회 월례총회 선임연구원 수석연구원 전임연구원
    객원연구원 초빙연구원 주임연구원 시화공단 반월공단 남동공단 구로공단 창원공단 여수공단 온산공단 녹산공단 성서공단
    """.split()
)
# departments whose chief has a title of one word, which holds no name: 형사과장, 동북아국장, but 산학협력단장
_CHIEFLY = re.compile(r"(?:(?<!학)과|국|실|팀|계|처|(?<![본지])부)$")
# kinds of parents whose sections (과) are without number
SECTIONED = frozenset(["government", "local", "education", "police", "fire", "hospital"])
# what a part follows: its body, a body with an assembly, a word of its own name, a noun
NAME, BODY, STEM, NOUN = "name", "body", "stem", "noun"
# parts that need no more than that before them: 한울전자 이사회, LINC 3.0 사업단
STEM_ENOUGH: dict[str, frozenset[str]] = {
    NAME: frozenset(["이사회", "사무국"]),
    BODY: frozenset(["이사회", "사무국", "총회"]),
    STEM: frozenset(["이사회", "사무국", "사업단", "센터", "위원회", "본부", "연구센터", "지점", "지사", "무역관"]),
    NOUN: frozenset(),
}
# parts that have to bring a name of their own: 철새연구팀, but 서울대 연구팀 is two things
UNITS_WITH_STEM = frozenset(
    """
    연구팀 연구실 연구센터 연구원 연구단 센터 사업단 지점 지사 부대 수사팀 이사회 총회 사무국 위원회 본부 도서관
    무역관
    """.split()
)
# firms that go by the name of their group and a word of their own: 한들 차이나, but not 한들 누리테크놀로지스
FIRMS = tuple(
    """
    차이나 아메리카 텔레시스 벤처스 인베스트먼트 캐피탈 엔터테인먼트 테크놀로지스 로보틱스 바이오로직스 시스템즈
    네트웍스 에어로스페이스 솔루션즈 이노베이션 인터내셔널 파이낸셜 모터스 일렉트릭 오토모티브 오토메이션
    케미칼 케미컬 헬스케어 파마 파마슈티컬 파마슈티컬스 생명과학 머티리얼즈 세미콘덕터 일렉트로닉스 인더스트리
    코퍼레이션 커뮤니케이션즈 픽처스 시큐리티 모빌리티 텔레콤 바이오사이언스
    """.split()
)
# classes of bodies that may be a municipality's own
OWN_CLASSES = frozenset(["local", "council", "education", "union", "association", "committee"])
ABROAD = frozenset("북미 남미 중남미 미주 동남아 유럽 아태 중동 서남아".split())
# who belongs to a department of a university
SCHOLARS = ("교수", "학생", "출신", "졸업생", "재학생", "신입생", "학과장", "교수팀", "연구팀", "박사과정")
QUARTERS = frozenset("동부 서부 남부 북부 중부 중앙".split())
COMPOUND = 4  # letters from which a word is a section though the tokenizer takes its 과 for a particle: 주택정책과
_NTH = re.compile(r"제?\d{1,2}$")
_NUMBER_INSIDE = re.compile(r"제?\d{1,2}(?=[과팀부국계실대]$)|^\d{2,3}(?=[가-힣]{3})")


class Parts(NamedTuple):
    """What may follow a parent of a kind: whole parts (산학협력단), endings of departments (팀) and of branches (공장),
    and the last letters of all of them."""

    units: frozenset[str]
    desks: tuple[str, ...]
    branches: tuple[str, ...]
    last: frozenset[str]


@cache
def parts(kind: str) -> Parts:
    """What joins a parent of a kind."""
    table = _table()
    whole, desks, branches = (table.get(prefix + kind, frozenset()) for prefix in ("", "of:", "at:"))
    last = frozenset(part[-1] for part in whole | desks | branches)
    return Parts(whole, tuple(sorted(desks)), tuple(sorted(branches)), last)


@cache
def _table() -> dict[str, frozenset[str]]:
    """The parts by kind of parent; under `of:` and the kind endings of departments, under `at:` those of branches."""
    table: dict[str, set[str]] = {}
    for unit, parent in lexicon.rows("organization_units.tsv"):
        table.setdefault(parent, set()).add(unit)
    return {parent: frozenset(found) for parent, found in table.items()}


@cache
def functions() -> tuple[str, ...]:
    """What departments are named for: 홍보, 인사, 기획."""
    return tuple(sorted(_table()["function"]))


def part_end(scan: Scan, k: int, kind: str, after: str) -> int:
    """Where in chunk `k` a part ends of a parent of a kind, 0 if there is none; a title or a particle may follow
    (산학협력단장)."""
    chunk, core, word = scan.chunks[k], scan.cores[k], scan.words[k]
    if kind == "local" and _stands_alone(scan, k):
        return 0
    if _is_part(scan, core, kind, after) or (kind in SECTIONED and _is_section(core, after)):
        return chunk.core
    head = head_at(scan, k)
    if head is not None and head[0] < chunk.end:
        text = word[: head[0] - chunk.start]
        return head[0] if _is_part(scan, text, kind, after) and not _people(scan, text, word[len(text)]) else 0
    if len(word) < COMPOUND and word[-1] == "과" and core != word and not _taught(scan, k):
        return 0  # 사진과 함께
    if _is_part(scan, word, kind, after):
        return chunk.end
    for size in (1, 2):  # the tokenizer takes 수의학과와 for 수의학 + 과 + 와
        if word[-size:] in scan.vocabulary.particles and _is_part(scan, word[:-size], kind, after):
            return chunk.end - size
    return 0


def _taught(scan: Scan, k: int) -> bool:
    """화학과 유룡 교수, 연극과 출신: does the next word or the one after it say who teaches or learns there?"""
    if scan.core(k + 1).endswith(SCHOLARS):
        return True
    return k + 2 < scan.size and scan.bare(k + 1) and scan.core(k + 2).endswith(SCHOLARS)


def _stands_alone(scan: Scan, k: int) -> bool:
    """Does chunk `k`, or the one before it, begin another body, which a municipality only tells the place of: 송파구
    극지연구소, 유성구 애경유화 중앙연구소?"""
    names = [named[2] for named in (scan.named(k - 1), scan.named(k)) if named is not None]
    return any(not name.flag and name.name_class not in OWN_CLASSES for name in names)


def _is_section(core: str, after: str) -> bool:
    """재외동포과: the tokenizer sees no particle in the word, so that it is a section whatever it is named for."""
    return core[-1:] == "과" and len(core) > 3 and after != NOUN and not core.endswith(NO_DEPARTMENTS)


def _people(scan: Scan, text: str, tail: str) -> bool:
    """Does a word that begins with the part `text` and goes on with `tail` name people: 연구원들, 형사과장?"""
    if tail == "장":
        return _CHIEFLY.search(text) is not None and text not in scan.catalog.surfaces
    return tail == "들"


def _is_part(scan: Scan, text: str, kind: str, after: str) -> bool:
    """Is `text` a part (산학협력단) or a department (홍보팀) of an organization of a kind?"""
    known = parts(kind)
    if text[-1:] not in known.last:
        return False
    text = _NUMBER_INSIDE.sub("", text)
    if len(text) < 2 or text.endswith(NO_DEPARTMENTS) or (text in UNITS_WITH_STEM and text not in STEM_ENOUGH[after]):
        return False
    if text.endswith(FIRMS):
        return text in FIRMS and after == NAME and text in known.units
    if any(text[-size:] in known.units for size in (2, 3, 4, 5, 6, 7) if size <= len(text)):
        return True
    if len(text) > 2 and text[-1] in known.units:  # 외교부 동북아국, 국세청 조사4국
        return True
    if after == NOUN:
        return False
    if text.endswith(known.branches) and any(
        text.endswith(branch) and _is_area(text[: -len(branch)]) for branch in known.branches
    ):
        return True
    name = scan.catalog.get(text)
    if name is not None and not name.flag:
        return False  # 교육부 beside another body
    return any(text.endswith(desk) and text[: -len(desk)].endswith(functions()) for desk in known.desks)


def _is_area(text: str) -> bool:
    """인도, 북미, 울산, 제2"""
    if text in ABROAD or text in places() or _NTH.match(text) is not None:
        return True
    return text[-2:] in QUARTERS and text[:-2] in places()  # 경기남부
