"""Where a moment lies on the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from kextract.rules.date import calendar, holidays, lunar
from kextract.rules.date.anchor import Context
from kextract.rules.date.calendar import Days
from kextract.rules.date.expressions import Moment

_SEASON_MONTHS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 14)}


@dataclass(frozen=True, slots=True)
class Placed:
    """First and last day of a moment. `relative` when anything but the words themselves settled them."""

    first: dt.date
    last: dt.date
    grain: str
    relative: bool


def place(moment: Moment, context: Context, after: dt.date | None = None) -> Placed | None:
    """The days of a moment, its time of day left aside. `after` is the start of the range that it ends. None while
    the text and the context leave it open."""
    span, grain, relative = _days(moment, context, after)
    if span is None:
        return None
    if moment.eve:
        step = dt.timedelta(days=moment.eve)
        span = (span[0] + step, span[1] + step)
    if moment.weekday_step:
        sign, weekday = moment.weekday_step
        base = span[1] if sign > 0 else span[0]
        ahead = sign * (weekday - base.weekday()) % 7 or 7
        found = base + dt.timedelta(days=sign * ahead)
        return Placed(found, found, "day", relative)
    if moment.workday_step:
        return _to_workday(span, moment.workday_step, relative)
    return Placed(span[0], span[1], grain, relative)


def told(moment: Moment, tense: int, context: Context) -> Placed | None:
    """`place`, but the verb decides where the nearest day lies clearly on its wrong side: 29일 신청을 받았다."""
    placed, today = place(moment, context), context.today
    if placed is None or today is None or not tense or not placed.relative or placed.first <= today <= placed.last:
        return placed
    if (placed.first - today).days * tense >= -3:
        return placed
    return place(replace(moment, toward=tense), context) or placed


def _to_workday(span: Days, step: int, relative: bool) -> Placed | None:
    day, week = dt.timedelta(days=1), dt.timedelta(days=14)
    around = (span[1] + day, span[1] + week) if step > 0 else (span[0] - week, span[0] - day)
    found = holidays.nth_workday(around, step)
    return Placed(found, found, "day", relative) if found else None


def _days(moment: Moment, context: Context, after: dt.date | None) -> tuple[Days | None, str, bool]:
    if moment.years is not None:
        return _section(calendar.years(*moment.years), moment.section, "years"), "year", False
    if moment.shift is not None and not names_day(moment):
        return _shifted(moment, context)
    if moment.near:
        return _weekday_of(moment, _shifted(moment, context)[0]), "day", True
    if moment.day_shift is not None:
        return _offset(context.today, moment.day_shift), "day", True
    if moment.day_link is not None:
        anchor = context.day()
        return _offset(anchor.first if anchor else context.today, moment.day_link), "day", True
    if moment.now and moment.shift is None:
        return _offset(context.today, 0), "day", True
    if moment.week_shift is not None:
        return _week(moment, context)
    year = _year(moment, context)
    if year is not None:
        relative = moment.year is None
        return _in_year(moment, year, context), _grain(moment), relative
    if moment.month_shift is not None or moment.month_link is not None:
        return _in_shifted_month(moment, context), _grain(moment), True
    if moment.quarter_shift is not None:
        return _in_shifted_quarter(moment, context), _grain(moment), True
    return _nearest(moment, context, after), _grain(moment), True


def names_day(moment: Moment) -> bool:
    """Whether it names a day that a shift counts from."""
    return any(
        value is not None for value in (moment.day, moment.day_shift, moment.nth, moment.holiday, moment.weekday)
    )


def _grain(moment: Moment) -> str:
    if moment.day is not None or moment.nth is not None or moment.weekday is not None or moment.weekdays is not None:
        return "day"
    if moment.holiday is not None or moment.same_day:
        return "day"
    if moment.nth_week is not None or moment.week_shift is not None:
        return "week"
    if moment.section is not None and moment.month is None and moment.month_shift is None:
        return "month" if moment.section not in ("first_third", "second_third", "last_third") else "day"
    if moment.section is not None:
        return "day"
    if moment.month is not None or moment.month_shift is not None or moment.month_link is not None:
        return "month"
    if moment.quarters is not None or moment.quarter_shift is not None:
        return "quarter"
    if moment.half is not None:
        return "half"
    return "season" if moment.season is not None else "year"


def _offset(base: dt.date | None, days: int) -> Days | None:
    if base is None:
        return None
    found = base + dt.timedelta(days=days)
    return found, found


def _year(moment: Moment, context: Context) -> int | None:
    if moment.year is not None:
        return moment.year
    if moment.year_shift is not None:
        return context.today.year + moment.year_shift if context.today else None
    if moment.year_link is not None:
        anchor = context.year()
        if moment.year_link == -1 and (anchor is None or anchor.sentence != context.sentence):
            anchor = None  # 전년 counts from this year unless the sentence names another
        base = anchor.first if anchor else context.today
        return base.year + moment.year_link if base else None
    return None


def _in_year(moment: Moment, year: int, context: Context) -> Days | None:
    if moment.school:
        return calendar.months(year, 3, 14)
    if moment.same_day:
        return _same(context, lambda today: calendar.day(year, today.month, today.day))
    if moment.season is not None:
        start, end = _SEASON_MONTHS[moment.season]
        return _section(calendar.months(year, start, end), moment.section, "season")
    if moment.half is not None:
        start = moment.half * 6 - 5
        return _section(calendar.months(year, start, start + 5), moment.section, "year")
    if moment.quarters is not None:
        span = calendar.months(year, moment.quarters[0] * 3 - 2, moment.quarters[1] * 3)
        return _within(moment, _section(span, moment.section, "year"))
    if moment.holiday is not None:
        return holidays.days(moment.holiday, year, moment.section == "rest")
    if moment.month is None:
        span = calendar.years(year, year)
        return _within(moment, _section(span, moment.section, "year"))
    return _in_month(moment, year, moment.month)


def _in_month(moment: Moment, year: int, month: int) -> Days | None:
    if moment.lunar:
        return _lunar(moment, year, month)
    return _within(moment, calendar.months(year, month, moment.month_last or month))


def _lunar(moment: Moment, year: int, month: int) -> Days | None:
    if moment.day is None:
        return lunar.month(year, month, moment.leap)
    first = lunar.solar(year, month, moment.day, moment.leap)
    last = lunar.solar(year, month, moment.day_last, moment.leap) if moment.day_last else first
    return (first, last) if first and last else None


def _within(moment: Moment, span: Days | None) -> Days | None:
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
        return _nth(moment, span, moment.nth or 1)
    return _section(span, moment.section, "month" if (span[1] - span[0]).days < 31 else "year")


def _in_nth_week(moment: Moment, span: Days) -> Days | None:
    week = calendar.nth_week(span, moment.nth_week or 1)
    if week is None:
        return None
    found = _in_week(moment, week[0])
    named = any(value is not None for value in (moment.month, moment.month_shift, moment.year, moment.year_shift))
    if named and moment.weekday is not None and moment.nth_week in (1, -1) and not span[0] <= found[0] <= span[1]:
        return _nth(moment, span, moment.nth_week)
    return found


def _weekday_of(moment: Moment, around: Days | None) -> Days | None:
    """4주 전 수요일: the Wednesday nearest to the day four weeks ago."""
    if around is None:
        return None
    ahead = ((moment.weekday or 0) - around[0].weekday()) % 7
    return _offset(around[0], ahead if ahead <= 3 else ahead - 7)


def _in_week(moment: Moment, start: dt.date) -> Days:
    if moment.workday:
        found = holidays.nth_workday((start, start + dt.timedelta(days=6)), moment.nth or 1)
        return (found, found) if found else (start, start)
    if moment.weekday is not None:
        first = start + dt.timedelta(days=moment.weekday)
        return first, first
    if moment.weekdays is not None:
        return start + dt.timedelta(days=moment.weekdays[0]), start + dt.timedelta(days=moment.weekdays[1])
    week = (start, start + dt.timedelta(days=6))
    return _section(week, moment.section, "week") or week


def _nth(moment: Moment, span: Days, nth: int) -> Days | None:
    if moment.workday:
        found = holidays.nth_workday(span, nth)
        return (found, found) if found else None
    weekday = moment.weekdays[0] if moment.weekdays else moment.weekday
    first = calendar.nth_weekday(span, weekday or 0, nth)
    if first is None or moment.weekdays is None:
        return (first, first) if first else None
    return first, first + dt.timedelta(days=moment.weekdays[1] - moment.weekdays[0])


def _same(context: Context, of: Callable[[dt.date], dt.date | None]) -> Days | None:
    found = of(context.today) if context.today else None
    return (found, found) if found else None


def _week(moment: Moment, context: Context) -> tuple[Days | None, str, bool]:
    if context.today is None:
        return None, _grain(moment), True
    start = calendar.monday(context.today) + dt.timedelta(days=7 * (moment.week_shift or 0))
    if moment.same_day:
        return _offset(context.today, 7 * (moment.week_shift or 0)), "day", True
    return _in_week(moment, start), _grain(moment), True


def _in_shifted_month(moment: Moment, context: Context) -> Days | None:
    anchor = context.month() if moment.month_link is not None else None
    base = anchor.first if anchor else context.today
    if base is None:
        return None
    year, month = calendar.month_of(base, (moment.month_shift or 0) + (moment.month_link or 0))
    if moment.same_day:
        return _same(context, lambda today: calendar.day(year, month, min(today.day, 28)))
    return _in_month(moment, year, month)


def _in_shifted_quarter(moment: Moment, context: Context) -> Days | None:
    if context.today is None:
        return None
    index = context.today.year * 4 + (context.today.month - 1) // 3 + (moment.quarter_shift or 0)
    return _within(moment, calendar.months(index // 4, index % 4 * 3 + 1, index % 4 * 3 + 3))


def _nearest(moment: Moment, context: Context, after: dt.date | None) -> Days | None:
    """The nearest fitting days where the text leaves out the year or month."""
    base = context.base
    if base is None:
        return None
    toward = moment.toward
    if after is not None:
        base, toward = after, 1
    if moment.month is not None or moment.season is not None or moment.half is not None or moment.quarters is not None:
        return _nearest_year(moment, context, base, toward)
    if moment.holiday is not None:
        return _nearest_year(moment, context, base, toward)
    if moment.weekday is not None and moment.nth is None and moment.nth_week is None:
        return _nearest_weekday(moment, base, toward, after)
    if moment.weekdays is not None and moment.nth is None:
        monday = calendar.monday(base)
        if toward is not None and after is None:
            return _in_week(moment, monday + dt.timedelta(days=7 * toward))
        return calendar.nearest(lambda week: _in_week(moment, monday + dt.timedelta(days=7 * week)), base, toward)
    if moment.day == -1 or moment.section is not None:
        return _in_month(moment, base.year, base.month)
    if moment.day is not None or moment.nth is not None or moment.nth_week is not None:

        def in_month(step: int) -> Days | None:
            year, month = calendar.month_of(base, step)
            return _in_month(moment, year, month)

        return calendar.nearest(in_month, base, toward)
    if moment.has_time:
        return _time_base(moment, context)
    return None


def _nearest_year(moment: Moment, context: Context, base: dt.date, toward: int | None) -> Days | None:
    def in_year(step: int) -> Days | None:
        return _in_year(moment, base.year + step, context)

    if toward == 0 and moment.season is None:
        return in_year(0)
    toward = toward or None
    return calendar.nearest(in_year, base, toward) or calendar.nearest(in_year, base, toward, 8)


def _nearest_weekday(moment: Moment, base: dt.date, toward: int | None, after: dt.date | None) -> Days:
    of_next_week = moment.toward == 1 and moment.next_week
    weekday = moment.weekday or 0
    ahead = (weekday - base.weekday()) % 7
    if after is not None:
        step = ahead
    elif toward == 1 and of_next_week:
        step = ahead or 7
        step += 7 if step < 7 and weekday != 6 and weekday > base.weekday() else 0  # 다음 금요일: next week's
    elif toward == 1:
        step = ahead or 7
    elif toward == -1:
        step = (ahead - 7) if ahead else -7
    elif toward == 0:
        step = weekday - base.weekday()
    else:
        step = ahead if ahead <= 3 else ahead - 7
    found = base + dt.timedelta(days=step)
    return found, found


def _time_base(moment: Moment, context: Context) -> Days | None:
    """The day of a bare time: the day last told of in the same line, else the reference day."""
    days = [seen for seen in context.seen if seen.grain == "day" and seen.line == context.line]
    return _offset(days[-1].first if days else context.today, 0)


def _shifted(moment: Moment, context: Context) -> tuple[Days | None, str, bool]:
    shift = moment.shift
    assert shift is not None
    grain = shift.length.grain
    base = context.now
    anchor = context.same_sentence()
    if shift.sign == 1 and anchor and context.today and anchor.first < context.today and not anchor.background:
        base = dt.datetime.combine(anchor.first, dt.time())
    if base is None:
        return None, grain, True
    found = calendar.add(base, shift.length, shift.sign)
    if found is None:
        return None, grain, True
    if grain == "year" and not moment.same_day and not moment.has_time:
        return calendar.years(found.year, found.year), "year", True
    return (found.date(), found.date()), "day", True


_THIRDS = {"first_third": (1, 10), "second_third": (11, 20), "last_third": (21, 31)}


def _section(span: Days | None, section: str | None, of: str) -> Days | None:
    """초, 중순, 말 … of a span of days."""
    if span is None or section is None:
        return span
    first, last = span
    if of == "month":
        names = {"early": "first_third", "mid": "second_third", "late": "last_third", "end": "last_third"}
        start, end = _THIRDS.get(names.get(section, section), (1, 31))
        return first.replace(day=start), first.replace(day=min(end, last.day))
    if of == "week":
        return (first, first + dt.timedelta(days=1)) if section == "early" else (last - dt.timedelta(days=2), last)
    if of == "years":
        return _section_years(first.year, last.year, section)
    if section in ("first_half", "whole_year"):
        return first, last
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    low, high = {
        "early": (0, max(1, count // 3)),
        "mid": (count // 3, count - count // 3),
        "late": (count - max(1, count // 3), count),
        "end": (count - max(1, count // 12), count),
        "early_season": (0, 1),
        "mid_season": (1, 2),
        "late_season": (2, 3),
    }.get(section, (0, count))
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
