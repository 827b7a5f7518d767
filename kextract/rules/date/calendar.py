"""Calendar arithmetic on proleptic Gregorian dates. Nothing here knows Korean."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable

from kextract.rules.date.expressions import Length

Days = tuple[dt.date, dt.date]


def day(year: int, month: int, number: int) -> dt.date | None:
    """The day, None where there is no such day; -1 is the last of the month."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    last = monthrange(year, month)[1]
    number = last if number == -1 else number
    return dt.date(year, month, number) if 1 <= number <= last else None


def months(year: int, first: int, last: int) -> Days | None:
    """First and last day of the months `first` to `last`, which may run past 12 into the next year."""
    start, end = day(year, first, 1), day(year + (last - 1) // 12, (last - 1) % 12 + 1, -1)
    return (start, end) if start and end else None


def years(first: int, last: int) -> Days | None:
    start, end = day(first, 1, 1), day(last, 12, 31)
    return (start, end) if start and end else None


def month_of(base: dt.date, shift: int) -> tuple[int, int]:
    """Year and month `shift` months from the month of `base`."""
    index = base.year * 12 + base.month - 1 + shift
    return index // 12, index % 12 + 1


def monday(base: dt.date) -> dt.date:
    return base - dt.timedelta(days=base.weekday())


def nth_weekday(span: Days, weekday: int, nth: int) -> dt.date | None:
    """The nth such weekday within `span`; nth -1 is the last one."""
    if nth == -1:
        found = span[1] - dt.timedelta(days=(span[1].weekday() - weekday) % 7)
    else:
        found = span[0] + dt.timedelta(days=(weekday - span[0].weekday()) % 7 + 7 * (nth - 1))
    return found if span[0] <= found <= span[1] else None


def nth_week(span: Days, nth: int) -> Days | None:
    """The nth week, Monday to Sunday, of a month or year: the first is the one that holds its first day."""
    start = monday(span[1]) if nth == -1 else monday(span[0]) + dt.timedelta(days=7 * (nth - 1))
    return (start, start + dt.timedelta(days=6)) if start <= span[1] else None


def add(base: dt.datetime, length: Length, sign: int) -> dt.datetime | None:
    """`base` moved by a length; a day that the month does not have becomes its last. None beyond years 1-9999."""
    year, month = month_of(base.date(), sign * (length.years * 12 + length.months))
    if not 1 <= year <= 9999:
        return None
    number = min(base.day, monthrange(year, month)[1])
    seconds = length.seconds if length.seconds >= 60 else 0  # finer than the minutes that values have
    step = dt.timedelta(
        days=length.days + 7 * length.weeks, hours=length.hours, minutes=length.minutes, seconds=seconds
    )
    try:
        return base.replace(year=year, month=month, day=number) + sign * step
    except OverflowError:
        return None


def distance(span: Days, base: dt.date) -> int:
    """Days between `base` and the span, 0 within it."""
    if base < span[0]:
        return (span[0] - base).days
    return max(0, (base - span[1]).days)


def nearest(spans: Callable[[int], Days | None], base: dt.date, toward: int | None, reach: int = 2) -> Days | None:
    """Of `spans(-reach) … spans(reach)` the one that `base` means: the last that began before it for toward -1, the
    first that has not ended for 1, else the nearest, the later of two equally near."""
    found = [span for step in range(-reach, reach + 1) if (span := spans(step))]
    if toward == -1:
        past = [span for span in found if span[1] < base]
        return max(past, default=None)
    if toward == 1:
        coming = [span for span in found if span[1] >= base]
        return min(coming, default=None)
    return min(found, key=lambda span: (distance(span, base), -span[0].toordinal()), default=None)
