"""The days of a year, month or week that a moment names: a quarter, the third Saturday, the middle of the month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from kextract.rules.date import calendar, holidays, lunar
from kextract.rules.date.anchor import Context
from kextract.rules.date.calendar import Days
from kextract.rules.date.expressions import Moment

_SEASON_MONTHS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 14)}


def in_year(moment: Moment, year: int, context: Context) -> Days | None:
    if moment.school:
        return calendar.months(year, 3, 14)
    if moment.same_day:
        return same_day(context, lambda today: calendar.day(year, today.month, today.day))
    if moment.season is not None:
        start, end = _SEASON_MONTHS[moment.season]
        return section(calendar.months(year, start, end), moment.section, "season")
    if moment.half is not None:
        start = moment.half * 6 - 5
        return section(calendar.months(year, start, start + 5), moment.section, "year")
    if moment.quarters is not None:
        span = calendar.months(year, moment.quarters[0] * 3 - 2, moment.quarters[1] * 3)
        return narrowed(moment, span)
    if moment.holiday is not None:
        return holidays.days(moment.holiday, year, moment.section == "rest")
    if moment.month is None:
        span = calendar.years(year, year)
        return narrowed(moment, span)
    return in_month(moment, year, moment.month)


def in_month(moment: Moment, year: int, month: int) -> Days | None:
    if moment.lunar:
        return _lunar(moment, year, month)
    return narrowed(moment, calendar.months(year, month, moment.month_last or month))


def _lunar(moment: Moment, year: int, month: int) -> Days | None:
    if moment.day is None:
        return lunar.month(year, month, moment.leap)
    first = lunar.solar(year, month, moment.day, moment.leap)
    last = lunar.solar(year, month, moment.day_last, moment.leap) if moment.day_last else first
    return (first, last) if first and last else None


def narrowed(moment: Moment, span: Days | None) -> Days | None:
    """The day, week or section of a month, quarter or year."""
    if span is None:
        return None
    if moment.day is not None:
        first = span[1] if moment.day == -1 else calendar.day(span[0].year, span[0].month, moment.day)
        last = calendar.day(span[0].year, span[0].month, moment.day_last) if moment.day_last else first
        return (first, last) if first and last else None
    if moment.nth_week is not None:
        return _in_nth_week(moment, span)
    if moment.nth is not None or moment.weekday is not None or moment.weekdays is not None:
        return nth(moment, span, moment.nth or 1)
    return section(span, moment.section, "month" if (span[1] - span[0]).days < 31 else "year")


def _in_nth_week(moment: Moment, span: Days) -> Days | None:
    week = calendar.nth_week(span, moment.nth_week or 1)
    if week is None:
        return None
    found = in_week(moment, week[0])
    named = any(value is not None for value in (moment.month, moment.month_shift, moment.year, moment.year_shift))
    if named and moment.weekday is not None and moment.nth_week in (1, -1) and not span[0] <= found[0] <= span[1]:
        return nth(moment, span, moment.nth_week)
    return found


def weekday_near(moment: Moment, around: Days | None) -> Days | None:
    """4주 전 수요일: the Wednesday nearest to the day four weeks ago."""
    if around is None:
        return None
    ahead = ((moment.weekday or 0) - around[0].weekday()) % 7
    found = around[0] + dt.timedelta(days=ahead if ahead <= 3 else ahead - 7)
    return found, found


def in_week(moment: Moment, start: dt.date) -> Days:
    if moment.workday:
        found = holidays.nth_workday((start, start + dt.timedelta(days=6)), moment.nth or 1)
        return (found, found) if found else (start, start)
    if moment.weekday is not None:
        first = start + dt.timedelta(days=moment.weekday)
        return first, first
    if moment.weekdays is not None:
        return start + dt.timedelta(days=moment.weekdays[0]), start + dt.timedelta(days=moment.weekdays[1])
    week = (start, start + dt.timedelta(days=6))
    return section(week, moment.section, "week") or week


def nth(moment: Moment, span: Days, which: int) -> Days | None:
    if moment.workday:
        found = holidays.nth_workday(span, which)
        return (found, found) if found else None
    weekday = moment.weekdays[0] if moment.weekdays else moment.weekday
    first = calendar.nth_weekday(span, weekday or 0, which)
    if first is None or moment.weekdays is None:
        return (first, first) if first else None
    return first, first + dt.timedelta(days=moment.weekdays[1] - moment.weekdays[0])


def same_day(context: Context, of: Callable[[dt.date], dt.date | None]) -> Days | None:
    found = of(context.today) if context.today else None
    return (found, found) if found else None


_THIRDS = {"first_third": (1, 10), "second_third": (11, 20), "last_third": (21, 31)}


def section(span: Days | None, name: str | None, of: str) -> Days | None:
    """초, 중순, 말 … of a span of days."""
    if span is None or name is None:
        return span
    first, last = span
    if of == "month":
        names = {"early": "first_third", "mid": "second_third", "late": "last_third", "end": "last_third"}
        start, end = _THIRDS.get(names.get(name, name), (1, 31))
        return first.replace(day=start), first.replace(day=min(end, last.day))
    if of == "week":
        return (first, first + dt.timedelta(days=1)) if name == "early" else (last - dt.timedelta(days=2), last)
    if of == "years":
        return _section_years(first.year, last.year, name)
    if name in ("first_half", "whole_year"):
        return first, last
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    low, high = {
        "early": (0, max(1, count // 4)),
        "mid": (count // 3, count - count // 3),
        "late": (count - max(1, count // 3), count),
        "end": (count - max(1, count // 12), count),
        "early_season": (0, 1),
        "mid_season": (1, 2),
        "late_season": (2, 3),
    }.get(name, (0, count))
    start = first.month + low
    return (
        calendar.months(first.year, start, first.month + high - 1)
        if start <= 12
        else calendar.months(first.year + 1, start - 12, first.month + high - 13)
    )


def _section_years(first: int, last: int, section: str) -> Days | None:
    """1980년대 초 is 1980-1983, 19세기 후반 1851-1900."""
    count = last - first + 1
    third = -(-count // 3) if count <= 10 else count // 3
    low, high = {
        "early": (0, third),
        "mid": (third, count - third),
        "late": (count - (third if count <= 10 else count // 2), count),
        "end": (count - third, count),
        "first_half": (0, count // 2),
    }.get(section, (0, count))
    return calendar.years(first + low, first + high - 1)
