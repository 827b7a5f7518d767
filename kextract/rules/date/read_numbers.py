"""Readers of dates written in numbers: 2024.1.17, 17일, 6~70년대, 오전 10시."""

from __future__ import annotations

import re
from typing import Any

from kextract.rules.date.piece import CLOCK, DAY, MONTH, YEAR, Piece, whole

_LISTED = re.compile("[,·ㆍᆞ]")


def _full_year(two: str) -> int:
    """'24 is 2024, '99 is 1999."""
    number = int(two)
    return number + (2000 if number < 50 else 1900)


def full(m: re.Match[str]) -> Piece | None:
    year, dash, slash, dot, compact, day = m.group(1, 2, 3, 4, 5, 6)
    month = dash or slash or dot or compact
    if compact and not (1900 <= int(year) <= 2099 and len(day) == 2):
        return None
    said = {"year": int(year), "month": int(month), "day": int(day)}
    if m[7]:
        said |= {"hour": int(m[7]), "minute": int(m[8])}
    return Piece("full", CLOCK if m[7] else DAY, said, 2.0 if compact else 6.0, zone=m[10])


def year_last(m: re.Match[str]) -> Piece | None:
    first, second = int(m[1]), int(m[3])
    day, month = (first, second) if first > 12 else (second, first)
    return Piece("full", DAY, {"year": int(m[4]), "month": month, "day": day}, 4.0)


def short_year(m: re.Match[str]) -> Piece | None:
    month = m[2] or m[3] or m[4]
    plain = m[0][0].isdigit()
    if plain and (m[4] or len(month) < 2 or len(m[5]) < 2 or not 1 <= int(month) <= 12):
        return None
    return Piece("full", DAY, {"year": _full_year(m[1]), "month": int(month), "day": int(m[5])}, 3.0 if plain else 5.0)


def _decade(digits: str) -> int:
    number = int(digits)
    return number if number >= 100 else number + (1900 if number >= 30 else 2000)


def decades(m: re.Match[str]) -> Piece | None:
    last = _decade(m[2])
    if last % 10 or (len(m[2]) == 3):
        return None
    first = last
    if m[1]:
        digits = m[1] + "0" if len(m[1]) == 1 else m[1]  # 6~70년대
        first = _decade(digits)
        if first % 10 or first > last:
            return None
    value = f"{first // 10}X" if first == last else f"{first // 10}X/{last // 10}X"
    if len(m[2]) == 4 and m[2].endswith("00") and first == last and last % 1000 == 0:
        value = f"{last // 10}X"
    return Piece("years", YEAR, {"years": (first, last + 9), "years_value": value}, 4.0)


def _second_year(first: int, digits: str) -> int:
    return int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)


def season_years(m: re.Match[str]) -> Piece | None:
    first = int(m[1])
    last = _second_year(first, m[2]) if m[2] else first
    if last == first:
        return Piece("season_year", YEAR, {"year": first}, 3.0, core=m.end(1))
    return Piece("years", YEAR, {"years": (first, last), "years_value": f"{first:04}/{last:04}"}, 4.0)


def years(m: re.Match[str]) -> Piece | None:
    first = int(m[1])
    last = _second_year(first, m[2])
    named = "년" in m[0]
    if last <= first or not (named or (1900 <= first <= 2099 and 1900 <= last <= 2099)):
        return None
    return Piece("years", YEAR, {"years": (first, last), "years_value": f"{first:04}/{last:04}"}, 4.0 if named else 1.0)


def year_month(m: re.Match[str]) -> Piece | None:
    return Piece("month", MONTH, {"year": int(m[1]), "month": int(m[2])}, 4.0)


def school_year(m: re.Match[str]) -> Piece | None:
    return Piece("year", YEAR, {"year": int(m[1]), "school": True}, 4.0)


def year(m: re.Match[str]) -> Piece | None:
    if not int(m[1]):
        return None  # there is no year 0
    return Piece("year", YEAR, {"year": int(m[1])}, 4.0)


def year_two(m: re.Match[str]) -> Piece | None:
    if m[0][0].isdigit() and int(m[1]) < 10 and not m[1].startswith("0"):
        return None
    return Piece("year_two", YEAR, {"year": _full_year(m[1])}, 2.0 if m[0].endswith(("년", "년도")) else 0.5)


def sino_year(m: re.Match[str]) -> Piece | None:
    number = whole(m[1])
    return Piece("year", YEAR, {"year": number}, 4.0) if 1000 <= number <= 3999 else None


def bare_year(m: re.Match[str]) -> Piece | None:
    return Piece("bare_year", YEAR, {"year": int(m[1])}, 1.0)


def century(m: re.Match[str]) -> Piece | None:
    first, last = int(m[1]), int(m[2] or m[1])
    if not 0 < first <= last:
        return None
    span = (first * 100 - 99, last * 100)
    return Piece("years", YEAR, {"years": span, "years_value": f"{span[0]:04}/{span[1]:04}"}, 4.0)


def quarters(m: re.Match[str]) -> Piece | None:
    first = int(m[1])
    return Piece("quarter", MONTH, {"quarters": (first, int(m[2] or first))}, 3.0)


def quarters_q(m: re.Match[str]) -> Piece | None:
    said: dict[str, Any] = {"quarters": (int(m[1]), int(m[1]))}
    if m.re.groups > 1 and m[2]:
        said["year"] = _full_year(m[2])
    return Piece("quarter", MONTH, said, 2.0)


def sino_quarter(m: re.Match[str]) -> Piece | None:
    number = whole(m[1])
    return Piece("quarter", MONTH, {"quarters": (number, number)}, 2.0)


def month_day(m: re.Match[str]) -> Piece | None:
    return Piece("day", DAY, {"month": int(m[1]), "day": int(m[2])}, 4.0)


def slash(m: re.Match[str]) -> Piece | None:
    month, day = int(m[1]), int(m[2])
    padded = len(m[1]) == len(m[2]) == 2
    if not (1 <= month <= 12 and 1 <= day <= 31 and (padded or day > 12)):
        return None
    return Piece("slash", DAY, {"month": month, "day": day}, 1.0)


def dot_day(m: re.Match[str]) -> Piece | None:
    """1.31 as the end of 2025.1.1~1.31, and 12.25(수)."""
    month, day = int(m[1]), int(m[2])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Piece("dot_day", DAY, {"month": month, "day": day}, 1.0)


def months(m: re.Match[str]) -> Piece | None:
    return Piece("month", MONTH, {"month": int(m[1]), "month_last": int(m[2])}, 3.0)


def month(m: re.Match[str]) -> Piece | None:
    return Piece("month", MONTH, {"month": int(m[1])}, 3.0)


def sino_month(m: re.Match[str]) -> Piece | None:
    number = {"유": 6, "시": 10, "正": 1}.get(m[1]) or whole(m[1])
    return Piece("sino_month", MONTH, {"month": number}, 2.0)


def days(m: re.Match[str]) -> Piece | None:
    first, last = int(m[1]), int(m[2])
    if first >= last:
        return None
    said: dict[str, Any] = {"day": first, "day_last": last}
    if listed := tuple(int(number) for number in re.findall("[0-9]+", m[0])) if _LISTED.search(m[0]) else ():
        said["days"] = listed
    return Piece("day", DAY, said, 4.0)


def day(m: re.Match[str]) -> Piece | None:
    return Piece("day", DAY, {"day": int(m[1])}, 4.0)


def sino_day(m: re.Match[str]) -> Piece | None:
    number = whole(m[1])
    return Piece("sino_day", DAY, {"day": number}, 2.0) if 1 <= number <= 31 else None


def hours(m: re.Match[str]) -> Piece | None:
    """오전 2∼3시."""
    return Piece("hours", CLOCK, {"hour": int(m[1]), "hour_last": int(m[2])}, 3.0)


def clock(m: re.Match[str]) -> Piece | None:
    said: dict[str, Any] = {"hour": int(m[1])}
    if m[2]:
        said["minute"] = int(m[2])
    if m[3]:
        said["second"] = int(m[3])
    if m[4]:
        said["minute"] = 30
    return Piece("clock", CLOCK, said, 3.0)


def clock_before(m: re.Match[str]) -> Piece | None:
    """오후 5시 10분 전부터: 16:50. Without 부터 it may as well be the time before 17:10."""
    minutes = int(m[1]) * 60 - int(m[2])
    return Piece("clock", CLOCK, {"hour": minutes // 60, "minute": minutes % 60}, 3.0) if minutes >= 0 else None


def colon(m: re.Match[str]) -> Piece | None:
    hour, minute, letter = int(m[1]), int(m[2] or 0), (m[4] or "").strip().lower()
    if hour > 24 or minute > 59:
        return None
    if letter:
        hour = hour % 12 + (12 if letter.startswith("p") else 0)
    said: dict[str, Any] = {"hour": hour, "minute": minute}
    said["part"] = "exact"  # a digital clock has 24 hours
    if m[3]:
        said["second"] = int(m[3])
    return Piece("colon", CLOCK, said, 1.5)


def native_clock(m: re.Match[str]) -> Piece | None:
    said: dict[str, Any] = {"hour": whole(m[1])}
    if m[2]:
        said["minute"] = whole(m[2])
    if m[3]:
        said["second"] = whole(m[3])
    if m[4]:
        said["minute"] = 30
    return Piece("native_clock", CLOCK, said, 2.0)
