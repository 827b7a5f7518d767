"""A bare surname before a title or 씨: 남 시장, 남시장, 김 전 대통령, 박씨, 박 모 씨."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kextract.rules.person import vocabulary
from kextract.rules.person.particles import is_particle
from kextract.rules.person.titles import Found, title_end, title_in
from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import score

# surnames that read as a determiner before a title: 전 대통령 is a former president, 한 의원 one member
DETERMINERS = {
    "전": "former_or_current",
    "현": "former_or_current",
    "모": "former_or_current",
    "각": "former_or_current",
    "본": "former_or_current",
    "한": "one_or_this",
    "이": "one_or_this",
}
# 한 선수 is a player, 한 위원장 is chairman Han
COUNTED = frozenset(
    """선수 의원 교수 기자 변호사 의사 교사 학생 작가 감독 배우 가수 검사 판사 형사 간호사 연구원 목사 스님 신부
    박사 직원 경찰관 간부 임원 관계자 전문가 후보 코치 투수 타자 매니저 할머니 할아버지 아저씨 아줌마 사장 팀장
    과장 애널리스트 연구위원 트레이너 시인""".split()
)
# 이 선수 is this player, 이 기사 this article; 이 대표 and 이 위원장 are people called 이
THIS = COUNTED - {"의원", "교수", "감독", "사장", "팀장", "후보"} | frozenset(
    """시장 기사 대사 공사 감사 고문 소위 수상 부상 상사 원수 기수 센터 라이트 레프트 베이스 기성 국수 국사 수사
    수석 사관 대공 심판 사원 담당 대리 과장 선생 강사 대장 단원 대원 스타 모델 리더 에이스 명인 왕자 공주""".split()
)
ELDERS = ("할머니", "할아버지", "어르신", "노인")
# 김씨 집안 is a family, no person
FAMILIES = ("집안", "가문", "문중", "종친", "가계", "성")
RARE = 0.2  # people in a thousand
HONORIFICS = ("씨", "군", "양", "옹", "여인")
RULE = "person.surname_title"
HONORIFIC_RULE = "person.surname_honorific"


@dataclass(frozen=True, slots=True)
class Shape:
    """A word as a surname alone (`rest` empty), with an honorific (`title` 0), or with a title that ends at `title`."""

    surname: str
    rest: str
    title: int


def surname_mentions(view: View, found: Iterable[tuple[int, Sequence[Shape]]]) -> None:
    """Adds a draft for each bare surname before a title or honorific."""
    for i, read in found:
        if view.heads[i]:
            for shape in read:
                if not shape.rest:
                    _spaced(view, i, shape.surname)
                elif shape.title:
                    _titled(view, i, shape)
                else:
                    _honoured(view, i, shape)


def shapes(word: str) -> Sequence[Shape]:
    """The ways to read a word as a surname with what belongs to it, whatever its tokens are."""
    if word[0] not in vocabulary.surname_starts():
        return ()
    table, found = vocabulary.surnames(), []
    for length in (2, 1):
        surname = word[:length]
        if len(surname) < length or surname not in table or surname == "모":
            continue
        if len(word) == length:
            found.append(Shape(surname, "", 0))
        elif (shape := _glued(surname, word)) is not None:
            found.append(shape)
    return found


def _spaced(view: View, i: int, surname: str) -> None:
    if i + 1 >= len(view.words) or view.gap(i) != " ":
        return
    following = view.words[i + 1]
    for honorific in HONORIFICS:
        if following.startswith(honorific) and is_particle(following[len(honorific) :], honorific[-1]):
            _add(view, i, surname, "surname_honorific", HONORIFIC_RULE, None, None)
            return
    k, status = i + 1, None
    statuses = vocabulary.status_words()
    while k + 1 < len(view.words) and view.words[k] in statuses and view.gap(k) == " " and k < i + 3:
        status = statuses[view.words[k]]
        k += 1
    found = title_in(view, k)
    elder = view.words[k].startswith(ELDERS) and surname not in DETERMINERS
    if found and (found.title.person or elder):
        _add(view, i, surname, "surname_title", RULE, found, status)


def _glued(surname: str, word: str) -> Shape | None:
    rest = word[len(surname) :]
    for honorific in HONORIFICS:
        if rest.startswith(honorific) and is_particle(rest[len(honorific) :], honorific[-1]):
            return Shape(surname, honorific, 0) if word[:2] != "성씨" else None
    end = title_end(word, len(surname))
    if end and word[:end].removesuffix("님") in vocabulary.titles():
        return None  # 이사장님 is one title, not 이 with 사장님
    if end and len(rest) > 1 and vocabulary.titles()[word[len(surname) : end]].person:
        return Shape(surname, rest, end)
    return None


def _honoured(view: View, i: int, shape: Shape) -> None:
    """김씨는"""
    family = i + 1 < len(view.words) and view.words[i + 1].startswith(FAMILIES)
    if not family and not _is_noun(view, i, len(shape.surname) + len(shape.rest)):
        _add(view, i, shape.surname, "surname_honorific", HONORIFIC_RULE, None, None)


def _titled(view: View, i: int, shape: Shape) -> None:
    """남시장은"""
    size = len(shape.surname)
    if _is_proper(view, i, size):
        begin = view.starts[i]
        title = vocabulary.titles()[view.words[i][size : shape.title]]
        found = Found(begin + size, begin + shape.title, i, title)
        _add(view, i, shape.surname, "surname_title", RULE, found, None, glued=True)


def _is_noun(view: View, i: int, length: int) -> bool:
    """Does Kiwi know the letters as one word, as 장군 or 태양? 이씨 is two."""
    line, k = view.line, view.tokens[i]
    whole = k < len(line.starts) and line.starts[k] == view.starts[i] and line.ends[k] >= view.starts[i] + length
    guessed = line.starts[k] in line.unknown and view.words[i][length - 1] == "씨"  # 곽씨와
    return whole and not guessed


def _is_proper(view: View, i: int, length: int) -> bool:
    """Is the surname a token of its own, as in 남/시장, not in 주차/장 or 운영/사?"""
    line, k = view.line, view.tokens[i]
    return k < len(line.starts) and line.ends[k] == view.starts[i] + length and line.tags[k] == "NNP"


def _add(
    view: View,
    i: int,
    surname: str,
    piece: str,
    rule: str,
    found: Found | None,
    status: str | None,
    glued: bool = False,
) -> None:
    evidence = [piece]
    if glued:
        evidence.append("surname_glued")
    if surname in DETERMINERS and found and not glued and not status:
        many = surname == "한" and view.text[found.start : found.end] in COUNTED
        evidence.append("one_of_many" if many else DETERMINERS[surname])
        if surname == "이" and view.text[found.start : found.end] in THIS:
            evidence.append("this_thing")
    if found and found.title.noun:
        evidence.append("surname_noun_title")
    tag = view.line.tags[view.tokens[i]]
    if found and tag == "MM" and surname in DETERMINERS and not status:
        evidence.append("determiner_token")
    if found and vocabulary.surnames()[surname] < RARE:
        evidence.append("rare_surname_alone")
    start = view.starts[i]
    draft = Draft(start, start + len(surname), i, i, "surname", rule, surname, evidence, status=status)
    if found:
        draft.title = (found.start, found.end)
    draft.score = score(evidence)
    view.drafts.append(draft)
