"""Universities that no list has, by their short form: 베이츠대 교수, 핀란드 투르쿠대와 공동으로, 하버드大."""

from __future__ import annotations

from kextract.rules.organization import boundaries
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import person_shaped
from kextract.rules.organization.names import Name, foreign_places
from kextract.rules.organization.scan import Scan

SHORT, HANJA = "대", "大"
SHORTEST = 3  # letters with the ending
FACULTIES = ("한의대", "수의대", "간호대", "의대", "약대", "치대", "공대", "법대", "사대", "농대", "음대", "미대")
# who works or studies there, and what one does there
SCHOLARS = tuple(
    """
    교수 연구팀 연구진 연구원 총장 부총장 학장 의대 공대 로스쿨 대학원 병원 박사 학생 재학 출신 동문 명예교수 석좌교수
    조교수 부교수 강사 캠퍼스 연구소 천문학 심리학 물리학 경제학 사회학 정치학 역사학 생물학 의학 공학 컴퓨터 공동연구
    과학자 연구자
    """.split()
)
STUDIED = ("졸업", "나온", "나와", "다니", "다녔", "입학", "중퇴", "수료", "진학")
DEGREES = ("박사", "석사", "학사", "학위", "공부", "수학", "강의", "가르", "유학")
WITH = ("공동", "함께", "협력", "협약", "손잡", "제휴")


def academy(scan: Scan, i: int, found: Found) -> int:
    """A university in chunk `i`. The chunk to go on with, 0 if there is none."""
    core = scan.cores[i]
    if core.endswith(FACULTIES) and _of_university(scan, core):
        chunk = scan.chunks[i]
        span = (i, i, chunk.start, chunk.start + len(core))
        return i + 1 if found.emit(scan, span, "academy", ["head_proper"], Name("university", "", "")) else 0
    if core[-1:] == HANJA:
        if len(core) < SHORTEST or not "가" <= core[-2] <= "힣":
            return 0
    elif core[-1:] != SHORT or len(core) < SHORTEST or not (_is_name(scan, i) and _academic(scan, i)):
        return 0
    chunk = scan.chunks[i]
    end = chunk.start + len(core)
    first = boundaries.left(scan, i, "university")
    last, stop = boundaries.right(scan, i, end, "university") or (i, end)
    name = Name("university", "", core[:-1] + SHORT)
    span = (first, last, scan.chunks[first].start, stop)
    return last + 1 if found.emit(scan, span, "academy", ["head_proper"], name) else 0


def _is_name(scan: Scan, i: int) -> bool:
    """Is what stands before 대 a foreign place, or a word that no dictionary has?"""
    core, chunk, line = scan.cores[i], scan.chunks[i], scan.line
    if core[:-1] in foreign_places():
        return True
    if person_shaped(core) and not scan.after_country(i):
        return False
    if chunk.start in line.unknown:
        return True
    return line.tags[chunk.first] == "NNP" and line.ends[chunk.first] < chunk.start + len(core)


def _academic(scan: Scan, i: int) -> bool:
    """Do scholars come from it, has one studied there?"""
    if i + 1 >= scan.size or scan.gaps[i + 1] != " ":
        return False
    rest, following = scan.rest(i, scan.chunks[i].core), scan.words[i + 1]
    if rest in ("", "의"):
        later = scan.words[i + 2] if i + 2 < scan.size and scan.gaps[i + 2] == " " else ""
        return (
            following.startswith(SCHOLARS)
            or scan.core(i + 1).endswith("교수")
            or (scan.bare(i + 1) and later.startswith(SCHOLARS[:6]))
        )
    if rest in ("을", "를", "에"):
        return following.startswith(STUDIED)
    if rest == "에서":
        return any(scan.words[k].startswith(DEGREES) for k in range(i + 1, min(i + 4, scan.size)))
    return rest in ("와", "과") and following.startswith(WITH)


def _of_university(scan: Scan, core: str) -> bool:
    """건국의대, 강원약대: is it a faculty written on to the name of a listed university, whose 대 it lacks?"""
    for faculty in FACULTIES:
        if core.endswith(faculty):
            entry = scan.catalog.get(core[: -len(faculty)] + SHORT)
            if entry is not None and entry.name_class == "university":
                return True
    return False
