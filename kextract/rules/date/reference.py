"""The text's own date: a labelled time of publication, or the full date that a dateline leads to."""

from __future__ import annotations

import datetime as dt
import re

from kextract.model import Reference

_LABELS = (
    "기사등록|기사입력|최초입력|최초등록|등록일시|입력일시|작성일시|보도일시|배포일시|송고일시|승인일시|발행일시|게시일시|"
    "등록일자|작성일자|발행일자|보도일자|등록일|입력일|작성일|발행일|송고일|승인일|게시일|배포일|보도일|등록시간|입력시간|송고시간|"
    "등록|입력|승인|송고|발행|게재|배포"
)
_CHANGED = "최종수정|최종 수정|기사수정|수정일시|수정일|수정시간|수정|업데이트"
_DATE = (
    r"([0-9]{4})(?:[-./] ?|년 ?)([0-9]{1,2})(?:[-./] ?|월 ?)([0-9]{1,2})(?:일|\.)?(?: ?\([월화수목금토일]\))?"
    r"(?:,? ?(?:T| )?(?:(오전|오후) ?)?([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?"
    r"| (?:(오전|오후) ?)?([0-9]{1,2})시(?: ?([0-9]{1,2})분)?)?"
)
_SEPARATOR = r" ?[:：;|]? ?"
_LABELLED = re.compile(rf"(?<![가-힣])({_LABELS}){_SEPARATOR}{_DATE}")
_AMENDED = re.compile(rf"({_CHANGED}){_SEPARATOR}{_DATE}")
_TRAILING = re.compile(rf"(?<![0-9]){_DATE} ?({_LABELS})(?![가-힣])")
_DATELINE = re.compile(rf"[(\[][가-힣·, ]{{2,20}}=[^)\]\n]{{2,30}}[)\]][^\n]{{0,200}}?(?<![0-9]){_DATE}")
_GATE = re.compile(rf"{_LABELS}|{_CHANGED}|=")


def find(text: str) -> Reference | None:
    """The reference date that the text states, in the order first publication, change, dateline."""
    if _GATE.search(text) is None:
        return None
    for pattern, at in ((_LABELLED, 2), (_TRAILING, 1), (_AMENDED, 2), (_DATELINE, 1)):
        for match in pattern.finditer(text):
            value = _value(match, at)
            if value is None:
                continue
            start = match.start(at) if pattern is _DATELINE else match.start()
            return Reference(value, "text", text[start : match.end()].strip())
    return None


def _value(match: re.Match[str], at: int) -> str | None:
    year, month, day = (int(match[at + step]) for step in range(3))
    half = match[at + 3] or match[at + 6]
    hour, minute = match[at + 4] or match[at + 7], match[at + 5] or match[at + 8]
    try:
        if hour is None:
            return dt.date(year, month, day).isoformat()
        clock = int(hour)
        if half:
            clock = clock % 12 + (12 if half == "오후" else 0)
        return dt.datetime(year, month, day, clock, int(minute or 0)).isoformat(timespec="minutes")
    except ValueError:
        return None
