"""Named days of the Korean year and how to find them. Substitute holidays are left alone."""

from __future__ import annotations

import datetime as dt

from kextract.rules.date import calendar, lunar

# month and day
SOLAR = {
    "신정": (1, 1),
    "새해 첫날": (1, 1),
    "밸런타인데이": (2, 14),
    "발렌타인데이": (2, 14),
    "삼일절": (3, 1),
    "화이트데이": (3, 14),
    "만우절": (4, 1),
    "식목일": (4, 5),
    "노동절": (5, 1),
    "근로자의 날": (5, 1),
    "근로자의날": (5, 1),
    "어린이날": (5, 5),
    "어버이날": (5, 8),
    "스승의 날": (5, 15),
    "스승의날": (5, 15),
    "현충일": (6, 6),
    "제헌절": (7, 17),
    "광복절": (8, 15),
    "국군의 날": (10, 1),
    "국군의날": (10, 1),
    "개천절": (10, 3),
    "한글날": (10, 9),
    "핼러윈데이": (10, 31),
    "핼러윈": (10, 31),
    "할로윈": (10, 31),
    "핼로윈": (10, 31),
    "빼빼로데이": (11, 11),
    "크리스마스이브": (12, 24),
    "크리스마스 이브": (12, 24),
    "성탄 전야": (12, 24),
    "성탄전야": (12, 24),
    "크리스마스": (12, 25),
    "성탄절": (12, 25),
}
# lunar month and day
LUNAR = {
    "설날": (1, 1),
    "설": (1, 1),
    "구정": (1, 1),
    "정월 대보름": (1, 15),
    "정월대보름": (1, 15),
    "대보름": (1, 15),
    "석가탄신일": (4, 8),
    "부처님 오신 날": (4, 8),
    "부처님오신날": (4, 8),
    "초파일": (4, 8),
    "단오": (5, 5),
    "칠월칠석": (7, 7),
    "추석": (8, 15),
    "한가위": (8, 15),
    "중추절": (8, 15),
}
# three days of rest around them: 추석 연휴
WITH_REST = frozenset({"설날", "설", "구정", "추석", "한가위", "중추절"})
# month, weekday, which one
FLOATING = {
    "성년의 날": (5, 0, 3),
    "성년의날": (5, 0, 3),
    "추수감사절": (11, 3, 4),
    "블랙프라이데이": (11, 3, 4),  # the day after, see below
    "블랙 프라이데이": (11, 3, 4),
}
EASTER = frozenset({"부활절"})
NAMES = sorted((*SOLAR, *LUNAR, *FLOATING, *EASTER), key=len, reverse=True)


def days(name: str, year: int, rest: bool = False) -> calendar.Days | None:
    """The day of the holiday in `year`, or with `rest` the three days of 설 연휴 and 추석 연휴."""
    found = _day(name, year)
    if found is None:
        return None
    if rest and name in WITH_REST:
        return found - dt.timedelta(days=1), found + dt.timedelta(days=1)
    return found, found


_REST = ("신정", "삼일절", "어린이날", "현충일", "광복절", "개천절", "한글날", "성탄절", "부처님오신날")


def is_workday(day: dt.date) -> bool:
    """Neither a Saturday or Sunday nor a public holiday; substitute holidays are not known."""
    if day.weekday() >= 5:
        return False
    spans = [days(name, day.year) for name in _REST]
    spans += [days(name, day.year, rest=True) for name in ("설날", "추석")]
    return not any(span and span[0] <= day <= span[1] for span in spans)


def nth_workday(span: calendar.Days, nth: int) -> dt.date | None:
    """The nth working day within `span`; -1 is the last."""
    step = dt.timedelta(days=-1 if nth < 0 else 1)
    day, left = (span[1] if nth < 0 else span[0]), abs(nth)
    while span[0] <= day <= span[1]:
        left -= is_workday(day)
        if not left:
            return day
        day += step
    return None


def _day(name: str, year: int) -> dt.date | None:
    if name in SOLAR:
        return calendar.day(year, *SOLAR[name])
    if name in LUNAR:
        return lunar.solar(year, *LUNAR[name])
    if name in EASTER:
        return _easter(year)
    month, weekday, nth = FLOATING[name]
    span = calendar.months(year, month, month)
    found = calendar.nth_weekday(span, weekday, nth) if span else None
    return found + dt.timedelta(days=1) if found and name.startswith("블랙") else found


def _easter(year: int) -> dt.date | None:
    """Western Easter, by the anonymous Gregorian algorithm."""
    if not 1583 <= year <= 9999:
        return None
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, number = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, number + 1)
