"""Where a moment lies on the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from kextract.rules.date import calendar, holidays, within
from kextract.rules.date.anchor import Context
from kextract.rules.date.calendar import Days
from kextract.rules.date.expressions import Length, Moment

_CLOSE = 30  # days


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


def told(moment: Moment, tense: Callable[[], int] | None, context: Context) -> Placed | None:
    """`place`, but the verb decides where the nearest day lies clearly on its wrong side: 29일 신청을 받았다."""
    placed, today = place(moment, context), context.today
    if placed is None or today is None or tense is None or not placed.relative:
        return placed
    if placed.first <= today <= placed.last:
        return placed
    stated = context.year_of_sentence(with_month=moment.month is not None)
    if stated is not None and stated.first.year == placed.first.year != today.year:
        return placed
    doubt = 9 if moment.month is None else 45  # days within which the nearest is surely meant
    ahead = (placed.first - today).days
    side = tense() if abs(ahead) > doubt else 0
    if ahead * side >= -doubt:
        return placed
    return place(replace(moment, toward=side), context) or placed


def _to_workday(span: Days, step: int, relative: bool) -> Placed | None:
    day, week = dt.timedelta(days=1), dt.timedelta(days=14)
    around = (span[1] + day, span[1] + week) if step > 0 else (span[0] - week, span[0] - day)
    found = holidays.nth_workday(around, step)
    return Placed(found, found, "day", relative) if found else None


def _days(moment: Moment, context: Context, after: dt.date | None) -> tuple[Days | None, str, bool]:
    if moment.years is not None:
        return within.section(calendar.years(*moment.years), moment.section, "years"), "year", False
    if moment.shift is not None and not names_day(moment):
        return _shifted(moment, context)
    if moment.near:
        return within.weekday_near(moment, _shifted(moment, context)[0]), "day", True
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
        return within.in_year(moment, year, context), _grain(moment), relative
    if moment.year_shift is not None or moment.year_link is not None:
        return None, _grain(moment), True  # 올초 counts from today, not from some other date of the text
    if moment.month_shift is not None or moment.month_link is not None:
        return _in_shifted_month(moment, context), _grain(moment), True
    if moment.quarter_shift is not None:
        return _in_shifted_quarter(moment, context), _grain(moment), True
    span = _nearest(moment, context, after)
    return (span if after else _by_sentence(moment, context, span)), _grain(moment), True


def _by_sentence(moment: Moment, context: Context, span: Days | None) -> Days | None:
    """2023년 6월 열어 9월 닫았다: the year that the sentence has stated, unless the reference is close by."""
    quarters = moment.half is not None or moment.quarters is not None
    if moment.toward is not None or not (quarters or moment.month is not None):
        return span
    stated = context.year_of_sentence(with_month=not quarters)
    if stated is None or (quarters and stated.grain != "year"):
        return span
    if not quarters and span and context.today and calendar.distance(span, context.today) <= _CLOSE:
        return span
    same = within.in_year(moment, stated.first.year, context)
    if same and same[1] >= stated.first:
        return same
    return calendar.nearest(lambda step: within.in_year(moment, stated.first.year + step, context), stated.first, None)


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


def _week(moment: Moment, context: Context) -> tuple[Days | None, str, bool]:
    if context.today is None:
        return None, _grain(moment), True
    start = calendar.monday(context.today) + dt.timedelta(days=7 * (moment.week_shift or 0))
    if moment.same_day:
        return _offset(context.today, 7 * (moment.week_shift or 0)), "day", True
    return within.in_week(moment, start), _grain(moment), True


def _in_shifted_month(moment: Moment, context: Context) -> Days | None:
    anchor = context.month() if moment.month_link is not None else None
    base = anchor.first if anchor else context.today
    if base is None:
        return None
    shift = (moment.month_shift or 0) + (moment.month_link or 0)
    year, month = calendar.month_of(base, shift)
    if moment.same_day:
        moved = calendar.add(context.now, Length(months=abs(shift)), 1 if shift > 0 else -1) if context.now else None
        return (moved.date(), moved.date()) if moved else None
    return within.in_month(moment, year, month)


def _in_shifted_quarter(moment: Moment, context: Context) -> Days | None:
    if context.today is None:
        return None
    index = context.today.year * 4 + (context.today.month - 1) // 3 + (moment.quarter_shift or 0)
    return within.narrowed(moment, calendar.months(index // 4, index % 4 * 3 + 1, index % 4 * 3 + 3))


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
            return within.in_week(moment, monday + dt.timedelta(days=7 * toward))
        return calendar.nearest(lambda week: within.in_week(moment, monday + dt.timedelta(days=7 * week)), base, toward)
    if moment.day == -1 or moment.section is not None:
        return within.in_month(moment, base.year, base.month)
    if moment.day is not None or moment.nth is not None or moment.nth_week is not None:

        def in_month(step: int) -> Days | None:
            year, month = calendar.month_of(base, step)
            return within.in_month(moment, year, month)

        return calendar.nearest(in_month, base, toward)
    if moment.has_time:
        return _time_base(moment, context)
    return None


def _nearest_year(moment: Moment, context: Context, base: dt.date, toward: int | None) -> Days | None:
    def in_year(step: int) -> Days | None:
        return within.in_year(moment, base.year + step, context)

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
    day = context.day_of_line()
    return _offset(day.first if day else context.today, 0)


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
