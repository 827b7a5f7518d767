"""Readers of date words: 지난주, 이날, 봄, 추석, 매주."""

from __future__ import annotations

import re
from typing import Any

from kextract.rules.date import vocabulary
from kextract.rules.date.piece import BRACKET, CLOCK, DAY, ERA, MONTH, PART, SECTION, TOWARD, WEEK, WEEKDAY, YEAR, Piece


def era_name(m: re.Match[str]) -> Piece | None:
    span = vocabulary.ERAS[m[1]]
    low, high = (f"-{-year:04}" if year < 0 else f"{year:04}" for year in span)
    return Piece("years", YEAR, {"years": span, "years_value": f"{low}/{high}"}, 3.0)


def half(m: re.Match[str]) -> Piece | None:
    if m[2]:
        return Piece("half", MONTH, {"quarters": (1, 4)}, 3.0)
    return Piece("half", MONTH, {"half": 1 if (m[1] or m[3]) in ("상", "전") else 2}, 3.0)


def season(m: re.Match[str]) -> Piece | None:
    said: dict[str, Any] = {"season": vocabulary.SEASONS[m[2]]}
    if m[1]:
        said["section"] = {"초": "early_season", "늦": "late_season", "한": "mid_season"}[m[1]]
    return Piece("season", MONTH, said, 2.0)


def quarter_word(m: re.Match[str]) -> Piece | None:
    shift = {"이번": 0, "다음": 1}.get(m[1], -1)
    return Piece("quarter", MONTH, {"quarter_shift": shift}, 3.0)


def part(m: re.Match[str]) -> Piece | None:
    return Piece("part", PART, {"part": vocabulary.PART_WORDS[m[1]]}, 1.5)


_LISTED = re.compile("[,·ㆍ/]")


def _steps(word: str) -> int:
    """지난 -1, 지지난 -2, 다음 1, 다다음 2, 이번 0."""
    word = word.replace(" ", "")
    if word in ("이번", "이", "금"):
        return 0
    if word in ("다음다음", "다다담"):
        return word.count("다") + word.count("담")
    if word[0] in "내차다":
        return max(1, word.count("다"))
    return -len(word) if word[0] == "전" else -max(1, word.count("지") + word.count("저"))


def week(m: re.Match[str]) -> Piece | None:
    return Piece("week_word" if len(m[1]) == 1 else "week", WEEK, {"week_shift": _steps(m[1])}, 3.0)


def month_word(m: re.Match[str]) -> Piece | None:
    return Piece("month_word", MONTH, {"month_shift": _steps(m[1] or m[2])}, 3.0)


def day_part(m: re.Match[str]) -> Piece | None:
    shift, name = vocabulary.DAY_PARTS[m[1]]
    return Piece("day_word", PART, {"day_shift": shift, "part": name}, 3.0)


def day_word(m: re.Match[str]) -> Piece | None:
    return Piece("day_word", DAY, {"day_shift": vocabulary.DAYS[m[1]]}, 3.0)


def day_link(m: re.Match[str]) -> Piece | None:
    return Piece("day_link", DAY, {"day_link": vocabulary.DAY_LINKS[m[1]]}, 3.0)


def month_link(m: re.Match[str]) -> Piece | None:
    return Piece("month_word", MONTH, {"month_link": vocabulary.MONTH_LINKS[m[1]]}, 3.0)


def year_word(m: re.Match[str]) -> Piece | None:
    kind = "year_ol" if m[1] == "올" else "year_word"
    return Piece(kind, YEAR, {"year_shift": vocabulary.YEARS[m[1]]}, 3.0)


def year_link(m: re.Match[str]) -> Piece | None:
    return Piece("year_word", YEAR, {"year_link": vocabulary.YEAR_LINKS[m[1]]}, 3.0)


def same_day(m: re.Match[str]) -> Piece | None:
    return Piece("same_day", DAY, {"same_day": True, **({"now": True} if "시각" in m[0] else {})}, 1.0)


def now(m: re.Match[str]) -> Piece | None:
    return Piece("now", CLOCK, {"now": True}, 2.0)


def every(m: re.Match[str]) -> Piece | None:
    word = m[1]
    unit = {"주": "week", "월": "month", "달": "month", "년": "year", "일": "day", "해": "year", "날": "day"}[
        word[0] if word[0] not in "매격" else word[1]
    ]
    return Piece("every", TOWARD, {"every": unit if word[0] != "격" else f"2 {unit}s"}, 3.0)


def toward(m: re.Match[str]) -> Piece | None:
    sign = {"지난": -1, "저번": -1, "최근": -1, "이번": 0}.get(m[1], 1)
    kind = "outside" if m[1] in ("향후", "앞으로", "최근") else "toward"
    return Piece(kind, TOWARD, {"toward": sign, **({"next_week": True} if m[1] == "다음" else {})}, 0.0)


def era(m: re.Match[str]) -> Piece | None:
    return Piece("era", ERA, {"era": m[1]}, 0.0)


def march_first(m: re.Match[str]) -> Piece | None:
    return Piece("holiday", DAY, {"holiday": "삼일절"}, 4.0)


def holiday(m: re.Match[str]) -> Piece | None:
    said: dict[str, Any] = {"holiday": m[1]}
    if m[2]:
        said["section"] = "rest"
    return Piece("holiday", DAY, said, 1.5 if m[1] == "설" else 3.0)


_SPAN_WORDS: dict[str, tuple[int, dict[str, Any]]] = {
    "연초": (MONTH, {"month": 1, "month_last": 3}),
    "연말": (MONTH, {"month": 12}),
    "연중": (YEAR, {"section": "whole_year"}),
    "월초": (WEEK, {"section": "first_third"}),
    "월말": (WEEK, {"section": "last_third"}),
    "주초": (WEEKDAY, {"weekdays": (0, 1)}),
    "주중": (WEEKDAY, {"weekdays": (0, 4)}),
    "평일": (WEEKDAY, {"weekdays": (0, 4)}),
    "주말": (WEEKDAY, {"weekdays": (5, 6)}),
    "말일": (DAY, {"day": -1}),
    "첫날": (DAY, {"day": 1}),
    "마지막날": (DAY, {"day": -1}),
    "연말연시": (MONTH, {"month": 12, "month_last": 13}),
}


def span_word(m: re.Match[str]) -> Piece | None:
    word = m[1].replace(" ", "")
    level, said = _SPAN_WORDS[word]
    return Piece("edge_day" if word in ("첫날", "마지막날") else "span_word", level, dict(said), 2.0)


def weekday(m: re.Match[str]) -> Piece | None:
    return Piece("weekday", WEEKDAY, {"weekday": vocabulary.WEEKDAYS.index(m[1])}, 3.0)


def weekdays(m: re.Match[str]) -> Piece | None:
    """월~금요일; 월·수·금요일."""
    numbers = [
        vocabulary.WEEKDAYS.index(name) for name in re.findall("[월화수목금토일](?!일)", m[0].replace("요일", ""))
    ]
    if numbers != sorted(set(numbers)):
        return None
    said: dict[str, Any] = {"weekdays": (numbers[0], numbers[-1])}
    if _LISTED.search(m[0]):
        said["weekday_list"] = tuple(numbers)
    return Piece("weekday", WEEKDAY, said, 3.0)


def ampm(m: re.Match[str]) -> Piece | None:
    return Piece("ampm", PART, {"part": m[1].lower()}, 0.0)


def weekday_bracket(m: re.Match[str]) -> Piece | None:
    return Piece("weekday_bracket", BRACKET, {"weekday": vocabulary.weekday(m[1] or m[2])}, 0.0)


def nth_week(m: re.Match[str]) -> Piece | None:
    return Piece("nth_week", WEEK, {"nth_week": vocabulary.ORDINALS[m[1]]}, 2.0)


def nth(m: re.Match[str]) -> Piece | None:
    said: dict[str, Any] = {"nth": vocabulary.ORDINALS[m[1]]}
    said |= {"weekdays": (5, 6)} if m[2] else {"weekday": vocabulary.WEEKDAYS.index(m[3])}
    return Piece("nth", DAY, said, 3.0)


def workday(m: re.Match[str]) -> Piece | None:
    """새해 첫 거래일, 이달 마지막 영업일."""
    return Piece("nth", DAY, {"nth": vocabulary.ORDINALS[m[1]], "workday": True}, 3.0)


def workday_link(m: re.Match[str]) -> Piece | None:
    """성탄절 다음 평일, 15일 이후 첫 영업일, 한글날 다음 토요일."""
    sign = -1 if "마지막" in m[1] else 1
    if not m[2]:
        return Piece("workday_link", DAY, {"workday_step": sign}, 0.0)
    return Piece("workday_link", DAY, {"weekday_step": (sign, vocabulary.WEEKDAYS.index(m[2]))}, 3.0)


def section(m: re.Match[str]) -> Piece | None:
    return Piece("section", SECTION, {"section": vocabulary.SECTIONS[m[1]]}, 0.0)
