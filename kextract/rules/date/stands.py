"""Whether a group of pieces may be a mention, given what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from kextract.letters import ends_word
from kextract.morph import Line
from kextract.rules.date import holidays, scan
from kextract.rules.date.compose import Group
from kextract.rules.date.expressions import Moment

_NEVER_ALONE = frozenset({"ampm", "toward", "outside", "era", "section", "same_day", "now", "edge_day"})
_PER_DAY = re.compile(r" ?(?:[0-9,]{1,12}+ ?(?:식|회|번|끼|정|캡슐|차례|잔|교대|만 |인)|평균|권장|최대|생산)")
_NOT_HOURS = re.compile(r" ?(?:로|으로)? ?(?:승|패|무승부|제압|꺾|이겼|졌|이기|역전)")
_NEW_YEAR = re.compile(r" ?(?:명절|당일|선물|차례|귀성|대목|민심|을 앞|을 맞|을 쇠|특집|전후|이후|직전|직후)")
# words that are something else more often than a date, with what has to follow them
_NEEDED = {
    "설": _NEW_YEAR,
    "신정": re.compile(r" ?(?:연휴|에|을 앞|을 맞)"),
    "한밤": re.compile(r"에"),
}
_UNIT_NEXT = re.compile(
    r" ?(?:미국 |홍콩 |캐나다 |호주 )?(?:달러|원|명|개|유로|엔|위안|만|억|여|포인트|선|대|건|가구|km|㎞|m)"
)
_FOREIGN_POST = re.compile(r" ?(?:한국|미국|대사|미군)")  # 주중 대사
_PARTICLES = re.compile(r" ?(?:에|부터|까지|쯤|께|경|정각)")


def stands(line: Line, group: Group, *, ranged: bool = False) -> bool:
    """Whether `group` may be a mention; `ranged` when it is one end of a range."""
    kinds, text, end = group.kinds, line.text, group.end
    if len(kinds) == 1 and kinds[0] in _NEVER_ALONE and not (ranged and kinds[0] == "now"):
        return False
    if kinds == ["toward", "section"] or kinds[-1] in ("toward", "era"):
        return False
    if kinds[-1] == "day" and text[end : end + 1] in ("제", "장", "차", "치", "권"):
        return False  # 4일제, 5일장, 2일차
    if len(kinds) > 1:
        return True
    needed = _NEEDED.get(text[group.start : end])
    if needed is not None:
        return not text[end:].strip() or bool(needed.match(text, end))
    check = _CHECKS.get(kinds[0])
    return check is None or (ranged and kinds[0] in _FREE_IN_RANGE) or check(line, group)


def _part(line: Line, group: Group) -> bool:
    if line.text.startswith(("을", "를"), group.end):
        return False  # 밤을 줍고 아침을 먹는다
    glued = not ends_word(line.text, group.end) and scan.tag_at(line, group.end) in ("NNG", "NNP")
    return not glued or line.text.startswith(("사이", "때", "무렵", "시간"), group.end)  # 밤사이, not 새벽통신


def _holiday(line: Line, group: Group) -> bool:
    return not line.text.startswith(("제", "트", "섬"), group.end)  # 단오제, 크리스마스트리


def _day(line: Line, group: Group) -> bool:
    return not (group.said["day"] == 1 and _PER_DAY.match(line.text, group.end))  # 1일 2회


def _year_two(line: Line, group: Group) -> bool:
    last = line.text[group.end - 1]
    return last == "도" or (line.text[group.start] in "'’‘" and last == "년")


def _slash(line: Line, group: Group) -> bool:
    after = line.text[group.end :]
    return group.stated_weekday is not None or not after.strip() or bool(re.match(r"에(?!서)|부터|까지|\(", after))


def _dot_day(line: Line, group: Group) -> bool:
    return group.stated_weekday is not None


def _colon(line: Line, group: Group) -> bool:
    return not _NOT_HOURS.match(line.text, group.end)  # 21:19로 이겼다


def _sino_day(line: Line, group: Group) -> bool:
    if line.text.startswith(("억", "만", "조", "천", "백"), group.end):
        return False  # 이십일억
    return group.end - group.start > 2 and scan.tag_at(line, group.start) == "NR"  # not 오일


def _sino_month(line: Line, group: Group) -> bool:
    word = line.text[group.start : group.end]
    return scan.tag_at(line, group.start) in ("NR", "NNG") and word not in ("이월", "일월")


def _native_clock(line: Line, group: Group) -> bool:
    return "minute" in group.said or bool(_PARTICLES.match(line.text, group.end))  # not 유류세 한시 인하


def _span_word(line: Line, group: Group) -> bool:
    word = line.text[group.start : group.end]
    return word not in ("주중", "평일", "연중") or not _FOREIGN_POST.match(line.text, group.end)


def _year_ol(line: Line, group: Group) -> bool:
    return group.end - group.start > 1  # 올 시즌, not 올


def _week_word(line: Line, group: Group) -> bool:
    word, after = line.text[group.start : group.end], line.text[group.end :]
    if word.startswith("전"):
        return bool(re.match(r" ?(?:대비|보다|에 비해|말)", after))
    if word.startswith("차"):
        return bool(re.match(r" ?(?:에|까지|부터|중)(?![가-힣])", after))
    return True


def _bare_year(line: Line, group: Group) -> bool:
    """'1994', 2018 겨울 대회, (2001): a year without 년."""
    text, start, end = line.text, group.start, group.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before not in " '‘\"“(〈《[":
        return False
    if before and before in "'‘\"“(〈《[":
        return after in (" ", ")", "'", "’", "”", "]")
    follows = re.match(r" ([가-힣A-Za-z]{2,})", text[end:])
    if after and after in "'’”)":
        return True
    if not follows:
        return not text.strip(" ")[4:] and group.said["year"] < 2000
    if re.match(r" (?:세대|여성|남성|청년|고객|소비자)", text[end:]):
        return False  # 2030 세대: people in their twenties and thirties
    if _UNIT_NEXT.match(text, end):
        return False
    return text[end + 1].isascii() or scan.tag_at(line, end + 1) in ("NNG", "NNP", "SL")


def possible(moment: Moment) -> bool:
    """No 13월, 32일, 2월 30일, 25시."""
    month, day = moment.month, moment.day
    if month is not None and not 1 <= month <= 12:
        return False
    if month is not None and moment.holiday is not None and holidays.SOLAR.get(moment.holiday, (month,))[0] != month:
        return False  # the film 8월의 크리스마스
    if moment.month_last is not None and not (moment.month or 0) < moment.month_last <= 13:
        return False
    if max(moment.hour or 0, moment.hour_last or 0) > 24 or (moment.minute or 0) > 59:
        return False
    for number in (day, moment.day_last):
        if number is None or number == -1:
            continue
        if not 1 <= number <= 31 or (month is not None and number > _longest(month, moment)):
            return False
    return True


def _longest(month: int, moment: Moment) -> int:
    if moment.lunar:
        return 30
    if month == 2 and moment.year is not None:
        leap = moment.year % 4 == 0 and (moment.year % 100 != 0 or moment.year % 400 == 0)
        return 29 if leap else 28
    return {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)


_CHECKS: dict[str, Callable[[Line, Group], bool]] = {
    "part": _part,
    "holiday": _holiday,
    "day": _day,
    "bare_year": _bare_year,
    "year_two": _year_two,
    "slash": _slash,
    "dot_day": _dot_day,
    "colon": _colon,
    "sino_day": _sino_day,
    "sino_month": _sino_month,
    "native_clock": _native_clock,
    "span_word": _span_word,
    "week_word": _week_word,
    "year_ol": _year_ol,
}
# in a range the other end vouches for them
_FREE_IN_RANGE = frozenset({"bare_year", "year_two", "slash", "dot_day", "colon"})
