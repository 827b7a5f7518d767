"""Times of day on the days that they belong to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kextract.rules.date import vocabulary
from kextract.rules.date.expressions import Moment
from kextract.rules.date.place import Placed


def iso(time: dt.datetime) -> str:
    """YYYY-MM-DDTHH:MM; strftime would write the year 56 as 56."""
    return time.isoformat(timespec="minutes")


def hour(moment: Moment) -> tuple[int, int, int]:
    """Hour, minute and days to add: 오후 3시 is 15, 밤 12시 midnight of the next day, 5시 alone the afternoon's."""
    number, minute, part = moment.hour or 0, moment.minute or 0, moment.part
    if number == 24:
        return 0, minute, 1
    if part in ("pm", "evening") and number < 12:
        return number + 12, minute, 0
    if part == "night":
        return (0, minute, 1) if number == 12 else (number + 12 if 5 <= number < 12 else number, minute, 0)
    if part in ("am", "dawn") and number == 12:
        return 0, minute, 0
    if part in ("day", "lunch", "noon") and number < 6:
        return number + 12, minute, 0
    if part is None and 1 <= number <= 6:
        return number + 12, minute, 0
    return number, minute, 0


def text(moment: Moment) -> str:
    """The time of day alone: 10:30."""
    number, minute, _ = hour(moment)
    return f"{number:02}:{minute:02}"


def ends(moment: Moment, placed: Placed) -> tuple[str, str, str]:
    """from, to and grain of a placed moment, to the minute where a time of day is said."""
    if moment.hour is not None:
        return _clock(moment, placed)
    if moment.part in vocabulary.PARTS:
        low, high = vocabulary.PARTS[moment.part or ""]
        late = dt.timedelta(days=1) if moment.part in ("midnight", "late_night") else dt.timedelta()
        first, last = placed.first + late, placed.last + late
        return f"{first.isoformat()}T{low}", f"{last.isoformat()}T{high}", "minute" if low == high else "part"
    return placed.first.isoformat(), placed.last.isoformat(), placed.grain


def _clock(moment: Moment, placed: Placed) -> tuple[str, str, str]:
    """오전 10시; 오전 2∼3시; 7, 8일 저녁 7시."""
    low = high = hour(moment)
    if moment.hour_last is not None:
        high = hour(replace(moment, hour=moment.hour_last, part=moment.part or "exact"))
    first, last = _at(placed.first, low), _at(placed.last, high)
    if last < first:
        last += dt.timedelta(hours=12)
    return iso(first), iso(max(first, last)), "hour" if moment.minute is None else "minute"


def _at(day: dt.date, time: tuple[int, int, int]) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(*time[:2])) + dt.timedelta(days=time[2])


def later(last: str, first: str) -> str:
    """The end of a range comes after its start: 11:00-1:00, 밤 10시부터 새벽 2시."""
    start, end = dt.datetime.fromisoformat(first), dt.datetime.fromisoformat(last)
    noon = dt.timedelta(hours=12)
    same_day = end.hour < 12 and end + noon > start and start.hour < 14
    return iso(end + (noon if same_day else 2 * noon))
