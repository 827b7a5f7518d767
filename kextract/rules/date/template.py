"""EDTF for what the text leaves open: XXXX-02-15 where no year is known."""

from __future__ import annotations

from kextract.rules.date.expressions import Moment

_SEASONS = {1: ("03", "05"), 2: ("06", "08"), 3: ("09", "11"), 4: ("12", "02")}


def template(moment: Moment) -> tuple[str, str]:
    """Value and grain of an unresolved moment."""
    year = f"{moment.year:04}" if moment.year is not None else "XXXX"
    if moment.lunar or moment.shift is not None or moment.week_shift is not None:
        return "XXXX-XX-XX", "day"
    if moment.season is not None:
        low, high = _SEASONS[moment.season]
        return (f"{year}-{low}", "season") if moment.season == 4 else (f"{year}-{low}/{year}-{high}", "season")
    if moment.half is not None:
        return (f"{year}-01/{year}-06" if moment.half == 1 else f"{year}-07/{year}-12"), "half"
    if moment.quarters is not None:
        low, high = moment.quarters[0] * 3 - 2, moment.quarters[1] * 3
        return f"{year}-{low:02}/{year}-{high:02}", "quarter"
    if moment.quarter_shift is not None:
        return "XXXX-XX", "quarter"
    month = f"{moment.month:02}" if moment.month is not None else "XX"
    if moment.day is not None and moment.day > 0:
        first = f"{year}-{month}-{moment.day:02}"
        return (f"{first}/{year}-{month}-{moment.day_last:02}" if moment.day_last else first), "day"
    if moment.month_last is not None:
        return f"{year}-{month}/{year}-{(moment.month_last - 1) % 12 + 1:02}", "month"
    names_day = moment.day_shift is not None or moment.day_link is not None or moment.weekday is not None
    if names_day or moment.day == -1 or moment.weekdays or moment.nth or moment.holiday or moment.nth_week:
        return f"{year}-{month}-XX", "day"
    if moment.month is not None or moment.month_shift is not None or moment.month_link is not None:
        return f"{year}-{month}", "month"
    if moment.has_time or moment.same_day or moment.now or moment.section:
        return "XXXX-XX-XX", "day"
    return year, "year"
