"""Values in EDTF: of placed moments, and of those that the text leaves open (XXXX-02-15)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

from kextract.rules.date import holidays
from kextract.rules.date.expressions import Moment
from kextract.rules.date.place import Placed

# 초, 중순, 말 … of a month of an unknown year
_THIRDS = {
    **dict.fromkeys(("early", "first_third"), (1, 10)),
    **dict.fromkeys(("mid", "second_third"), (11, 20)),
    **dict.fromkeys(("late", "end", "last_third"), (21, 31)),
}
_SEASONS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 12)}


def placed_value(moment: Moment, placed: Placed) -> str:
    """The shortest EDTF that says the days of `placed`."""
    first, last = placed.first, placed.last
    if moment.years_value and moment.section is None:
        return moment.years_value
    if first == last:
        return first.isoformat()
    if moment.season and moment.section is None:
        return f"{first.year:04}-{20 + moment.season}"
    whole = first.day == 1 and (last + dt.timedelta(days=1)).day == 1
    if not whole:
        return f"{first.isoformat()}/{last.isoformat()}"
    if first.month == 1 and last.month == 12 and placed.grain == "year":
        return _joined(f"{first.year:04}", f"{last.year:04}")
    return _joined(first.isoformat()[:7], last.isoformat()[:7])


def end_value(placed: Placed, *, last: bool) -> str:
    """One end of an interval: no season and no 199X, which EDTF does not allow beside `..`."""
    day = placed.last if last else placed.first
    if placed.grain == "year":
        return f"{day.year:04}"
    on_edge = (day + dt.timedelta(days=1)).day == 1 if last else day.day == 1
    return day.isoformat()[:7] if placed.grain not in ("day", "week") and on_edge else day.isoformat()


def _joined(low: str, high: str) -> str:
    return low if low == high else f"{low}/{high}"


def year_text(year: int) -> str:
    """A year as ISO 8601 counts: 57 BC is -0056; EDTF's Y where four digits do not do: 20,000 BC is Y-19999."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def ancient(moment: Moment) -> tuple[str, str | None, str | None]:
    """Value, from and to of years before Christ, which datetime does not know; no days of years of five digits."""
    first, last = moment.years or (moment.year or 0, moment.year or 0)
    low, high = year_text(first), year_text(last)
    if first < -9999:
        return _joined(low, high), None, None
    return _joined(low, high), f"{low}-01-01", f"{high}-12-31"


def open_value(moment: Moment) -> tuple[str, str]:
    """Value and grain of a moment that nothing settles."""
    year = year_text(moment.year) if moment.year is not None else "XXXX"
    if moment.shift is not None and moment.shift.length.grain in ("year", "month") and not moment.same_day:
        return ("XXXX", "year") if moment.shift.length.grain == "year" else ("XXXX-XX", "month")
    if moment.lunar or moment.eve or moment.shift is not None or moment.week_shift is not None:
        return "XXXX-XX-XX", "day"
    if moment.quarter_shift is not None:
        return "XXXX-XX", "quarter"
    stretch = _months(moment)
    if stretch is not None:
        low, high, grain = stretch
        return _joined(f"{year}-{low:02}", f"{year}-{high:02}"), grain
    return _open_day(moment, year)


def _months(moment: Moment) -> tuple[int, int, str] | None:
    if moment.season is not None:
        return *_SEASONS[moment.season], "season"
    if moment.half is not None:
        return moment.half * 6 - 5, moment.half * 6, "half"
    if moment.quarters is not None:
        return moment.quarters[0] * 3 - 2, moment.quarters[1] * 3, "quarter"
    if moment.month is not None and moment.month_last is not None:
        return moment.month, min(moment.month_last, 12), "month"
    return None


def _open_day(moment: Moment, year: str) -> tuple[str, str]:
    month = f"{moment.month:02}" if moment.month is not None else "XX"
    if moment.day is not None and moment.day > 0:
        first = f"{year}-{month}-{moment.day:02}"
        return (f"{first}/{year}-{month}-{moment.day_last:02}" if moment.day_last else first), "day"
    if moment.month is not None and moment.section in _THIRDS and moment.day is None:
        low, high = _THIRDS[moment.section]
        last = min(high, monthrange(2023, moment.month)[1])
        return f"{year}-{month}-{low:02}/{year}-{month}-{last:02}", "day"
    if moment.holiday in holidays.SOLAR:
        fixed_month, fixed_day = holidays.SOLAR[moment.holiday]
        return f"{year}-{fixed_month:02}-{fixed_day:02}", "day"
    days = (moment.day, moment.day_shift, moment.day_link, moment.weekday, moment.weekdays, moment.nth)
    if any(value is not None for value in (*days, moment.holiday, moment.nth_week)):
        return f"{year}-{month}-XX", "day"
    if moment.month is not None or moment.month_shift is not None or moment.month_link is not None:
        return f"{year}-{month}", "month"
    if moment.has_time or moment.same_day or moment.now or moment.section:
        return "XXXX-XX-XX", "day"
    return year, "year"
