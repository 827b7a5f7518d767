"""Names that the writer hides: A씨, B군, 김모(33)씨, 박 모 씨, 최○○, 이아무개."""

from __future__ import annotations

import re

from kextract.rules.person import vocabulary
from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import score

_AGE = r"(?:\s?[(（][^)）]{1,20}[)）])?"
_TITLES = """씨 군 양 여인 일병 이병 상병 병장 하사 중사 상사 원사 소위 중위 대위 소령 중령 대령 준위 교수 교사 의원
    변호사 경위 경사 경장 순경 경감 목사 신부 할머니 할아버지 원장 대표 사장 회장 과장 부장 팀장 감독 선수 판사
    검사 기자 여성 남성""".split()
_PERSON = "(?:" + "|".join(_TITLES) + ")"
_LETTER = re.compile(
    rf"(?<![A-Za-z0-9.&ㄱ-ㅎ])([A-Zㄱ-ㅎ])(?:\1)?(?:모)?{_AGE}\s?{_PERSON}(?![가-힣]*(?:급|형|조|팀|반|리그))"
)
_CAPITAL = re.compile("[A-Zㄱ-ㅎ]").search
_SURNAMED = re.compile(rf"(?<![가-힣A-Za-z])([가-힣]{{1,2}})\s?모{_AGE}(?:\s?前\s|\s전\s|\s)?(?=[가-힣])")
_CIRCLES = re.compile(r"(?<![가-힣])([가-힣][○◯〇OＯ]{1,2}|[○◯〇]{2,3})(?=\s?(?:씨|군|양|\(|[가-힣]))")
_SOMEONE = re.compile(r"(?<![가-힣])([가-힣]{1,2})\s?아무개")


def masked_names(view: View) -> None:
    text = view.text
    if _CAPITAL(text):
        for match in _LETTER.finditer(text):
            _add(view, match.start(1), match.end(1))
    if "모" in text:
        for match in _SURNAMED.finditer(text):
            if match[1] in vocabulary.surnames() and _title_follows(view, match.end()):
                _add(view, match.start(1), match.end(1))
    if "○" in text or "〇" in text or "◯" in text:
        for match in _CIRCLES.finditer(text):
            _add(view, match.start(1), match.end(1))
    if "아무개" in text:
        for match in _SOMEONE.finditer(text):
            if match[1] in vocabulary.surnames():
                _add(view, match.start(1), match.end(1))


def _title_follows(view: View, position: int) -> bool:
    text = view.text
    if text[position : position + 1] in ("씨", "군", "양"):
        return True
    for length in range(5, 1, -1):
        title = vocabulary.titles().get(text[position : position + length])
        if title and title.person:
            return True
    return False


def _add(view: View, start: int, end: int) -> None:
    word = next((i for i, stop in enumerate(view.ends) if stop > start), 0)
    draft = Draft(start, end, word, word, "masked", "person.masked", view.text[start:end], ["masked"])
    draft.score = score(draft.evidence)
    view.drafts.append(draft)
