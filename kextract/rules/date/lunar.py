"""The Korean lunar calendar, by KARI's table as packed in korean-lunar-calendar: years 1000 to 2050."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache


@lru_cache(maxsize=1024)
def solar(year: int, month: int, number: int, leap: bool = False) -> dt.date | None:
    """The solar day of a lunar one, None where the table has no such day. Day -1 is the month's last."""
    from korean_lunar_calendar import KoreanLunarCalendar

    table = KoreanLunarCalendar()
    for candidate in (30, 29) if number == -1 else (number,):
        if not table.setLunarDate(year, month, candidate, leap):
            continue
        if (table.lunarYear, table.lunarMonth, table.lunarDay, table.isIntercalation) == (year, month, candidate, leap):
            return dt.date(table.solarYear, table.solarMonth, table.solarDay)
    return None


def month(year: int, number: int, leap: bool = False) -> tuple[dt.date, dt.date] | None:
    """First and last solar day of a lunar month."""
    first, last = solar(year, number, 1, leap), solar(year, number, -1, leap)
    return (first, last) if first and last else None
