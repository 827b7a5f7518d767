"""Dates as read become values: EDTF with the first and last day, or ISO 8601 durations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kextract.model import Candidate, DateValue, Reference
from kextract.rules.date import anchor, calendar, vocabulary
from kextract.rules.date.anchor import Context
from kextract.rules.date.expressions import Moment, Said
from kextract.rules.date.place import Placed, place
from kextract.rules.date.template import template

_CLOCK = "%Y-%m-%dT%H:%M"


def resolve(text: str, found: Sequence[Candidate], reference: Reference | None) -> list[DateValue]:
    """The values of date candidates, in their order."""
    context = anchor.context(reference)
    places = anchor.Places(text)
    values: list[DateValue] = []
    before: Said | None = None
    for candidate in found:
        said: Said = candidate.facts
        context.sentence = places.sentence(candidate.start)
        context.line = places.line(candidate.start)
        if said.joined and before is not None and before.first is not None and said.first is not None:
            said = _inherit(said, before)
        value, first, grain = _value(said, context)
        values.append(value)
        anchor.note(context, candidate, said, first, grain)
        before = said
    return values


_COARSE = ("year", "year_shift", "year_link", "month", "month_shift", "month_link", "toward", "week_shift")


def _lend(source: Moment, target: Moment) -> Moment:
    """`target` with the coarse parts that it leaves out and `source` states: 2월 26일과 30일."""
    if target.shift or target.day_shift is not None or target.day_link is not None or target.years or target.now:
        return target
    own = [name for name in _COARSE if getattr(target, name) is not None]
    if {"year", "year_shift", "year_link"} & set(own) or "week_shift" in own or "month_shift" in own:
        return target
    lent: dict[str, Any] = {}
    month_said = "month" in own or target.holiday or target.season or target.half or target.quarters
    if not month_said and target.day is None and target.weekday is None:
        if target.has_time and (target.hour is not None or target.part is not None):
            lent = {
                name: getattr(source, name)
                for name in (*_COARSE, "day", "day_shift", "day_link", "weekday", "nth", "holiday")
            }
        return replace(target, **{k: v for k, v in lent.items() if v is not None})
    names = ("year", "year_shift", "year_link", "toward") if month_said else _COARSE
    if target.day is not None and not month_said:
        names = tuple(name for name in names if name != "week_shift")
    if month_said and source.month_shift is not None:
        names = ()
    lent = {
        name: getattr(source, name)
        for name in names
        if getattr(source, name) is not None and getattr(target, name) is None
    }
    return replace(target, **lent)


def _inherit(said: Said, before: Said) -> Said:
    assert said.first is not None
    source = before.last or before.first
    assert source is not None
    return replace(said, first=_lend(source, said.first))


def _value(said: Said, context: Context) -> tuple[DateValue, dt.date | None, str]:
    if said.length is not None:
        return _length(said, context), None, "length"
    assert said.first is not None
    if said.every:
        return _set(said, said.first, context), None, "set"
    if said.last is not None:
        return _range(said, said.first, said.last, context)
    return _point(said, said.first, context)


def _extra(said: Said) -> dict[str, Any]:
    extra: dict[str, Any] = {}
    if said.zone:
        extra["zone"] = said.zone
    return extra


def _length(said: Said, context: Context) -> DateValue:
    length = said.length
    assert length is not None
    extra = _extra(said) | ({"anniversary": True} if said.anniversary else {})
    value = DateValue(length.iso(), "duration", None, None, length.grain, False, extra)
    if said.toward is None or said.anniversary or context.now is None or (said.toward == 0 and said.after_noun):
        return value
    sign = said.toward or 1
    moved = calendar.add(context.now, length, sign)
    if moved is None:
        return value
    fine = length.grain in ("hour", "minute", "second") and context.timed
    if fine:
        first, last = sorted((context.now, moved))
        return DateValue(
            length.iso(), "duration", first.strftime(_CLOCK), last.strftime(_CLOCK), length.grain, True, extra
        )
    if length.grain in ("hour", "minute", "second"):
        return value
    day = dt.timedelta(days=1)
    today, other = context.now.date(), moved.date()
    start, end = (other, today - day) if sign < 0 else (today, other if said.toward == 0 else other - day)
    if start > end:
        return value
    return DateValue(length.iso(), "duration", start.isoformat(), end.isoformat(), length.grain, True, extra)


def _set(said: Said, moment: Moment, context: Context) -> DateValue:
    """매주 월요일: the value is the step between two; the first one to come is from and to."""
    iso = {
        "day": "P1D",
        "week": "P1W",
        "month": "P1M",
        "year": "P1Y",
        "2 weeks": "P2W",
        "2 months": "P2M",
        "2 years": "P2Y",
    }
    unit = (said.every or "").split()[-1].rstrip("s")
    value = iso.get(said.every or "", "P1D")
    fixed = _pattern(moment)
    coming = _coming(moment, unit, context) if fixed and not value.endswith(("2W", "2M", "2Y")) else None
    first, last = (coming.first, coming.last) if coming else (None, None)
    return DateValue(value, "set", first, last, unit, True, _extra(said) | fixed)


def _coming(moment: Moment, unit: str, context: Context) -> DateValue | None:
    """The next time that a recurrence comes round, counted from the reference."""
    if context.now is None:
        return None
    for step in range(0, 14):
        once = replace(moment, **{f"{unit}_shift": step})
        value = _point(Said(first=once), once, context)[0]
        if (
            value.first is not None
            and value.last is not None
            and value.last >= context.now.isoformat()[: len(value.last)]
        ):
            return value
    return None


def _pattern(moment: Moment) -> dict[str, Any]:
    """What of a recurrence is fixed: {"weekday": "MO", "time": "19:00"}."""
    said: dict[str, Any] = {}
    if moment.month is not None:
        said["month"] = moment.month
    if moment.day is not None:
        said["day"] = moment.day
    if moment.weekday is not None:
        said["weekday"] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[moment.weekday]
    if moment.hour is not None:
        hour, minute, _ = _hour(moment)
        said["time"] = f"{hour:02}:{minute:02}"
    return {"every": said} if said else {}


def _hour(moment: Moment) -> tuple[int, int, int]:
    """Hour, minute and days to add: 오후 3시 is 15, 밤 12시 midnight of the next day, 5시 alone the afternoon's."""
    hour, minute, part = moment.hour or 0, moment.minute or 0, moment.part
    if hour == 24:
        return 0, minute, 1
    if part in ("pm", "evening") and hour < 12:
        return hour + 12, minute, 0
    if part == "night":
        return (0, minute, 1) if hour == 12 else (hour + 12 if 5 <= hour < 12 else hour, minute, 0)
    if part in ("am", "dawn") and hour == 12:
        return 0, minute, 0
    if part in ("day", "lunch", "noon") and hour < 6:
        return hour + 12, minute, 0
    if part is None and 1 <= hour <= 6:
        return hour + 12, minute, 0
    return hour, minute, 0


def _ends(moment: Moment, placed: Placed) -> tuple[str, str, str]:
    """from, to and grain of a placed moment, to the minute where a time of day is said."""
    if moment.hour is not None:
        hour, minute, days = _hour(moment)
        if moment.hour_last is not None or placed.first != placed.last:
            return _hours(moment, placed)
        at = dt.datetime.combine(placed.first + dt.timedelta(days=days), dt.time(hour, minute))
        return at.strftime(_CLOCK), at.strftime(_CLOCK), "hour" if moment.minute is None else "minute"
    if moment.part in vocabulary.PARTS:
        low, high = vocabulary.PARTS[moment.part or ""]
        late = dt.timedelta(days=1) if moment.part in ("midnight", "late_night") else dt.timedelta()
        first, last = placed.first + late, placed.last + late
        grain = "minute" if low == high else "part"
        return f"{first.isoformat()}T{low}", f"{last.isoformat()}T{high}", grain
    return placed.first.isoformat(), placed.last.isoformat(), placed.grain


def _hours(moment: Moment, placed: Placed) -> tuple[str, str, str]:
    """오전 2∼3시; 8, 9일 저녁 8시."""
    low = _hour(moment)
    high = (
        low if moment.hour_last is None else _hour(replace(moment, hour=moment.hour_last, part=moment.part or "exact"))
    )
    ends = [
        dt.datetime.combine(day + dt.timedelta(days=extra), dt.time(hour, minute))
        for day, (hour, minute, extra) in ((placed.first, low), (placed.last, high))
    ]
    if ends[1] < ends[0]:
        ends[1] += dt.timedelta(hours=12)
    return ends[0].strftime(_CLOCK), max(ends).strftime(_CLOCK), "hour"


def _edtf(moment: Moment, placed: Placed) -> str:
    """The shortest EDTF that says the days of `placed`."""
    first, last = placed.first, placed.last
    if moment.years_value and moment.section is None:
        return moment.years_value
    if first == last:
        return first.isoformat()
    if moment.season and moment.section is None:
        return f"{first.year:04}-{20 + moment.season}"
    begins, ends = first.day == 1, (last + dt.timedelta(days=1)).day == 1
    if begins and ends and first.month == 1 and last.month == 12 and placed.grain == "year":
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    if begins and ends:
        low, high = first.isoformat()[:7], last.isoformat()[:7]
        return low if low == high else f"{low}/{high}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _point(said: Said, moment: Moment, context: Context) -> tuple[DateValue, dt.date | None, str]:
    extra = _extra(said)
    if moment.shift is not None and moment.shift.length.grain in ("hour", "minute", "second"):
        return _clock_shift(said, moment, context, extra)
    if moment.shift is not None and said.after_noun and not moment.same_day:
        return (
            DateValue(moment.shift.length.iso(), "duration", None, None, moment.shift.length.grain, True, extra),
            None,
            "x",
        )
    if moment.year is not None and moment.year < 1 or moment.years is not None and moment.years[0] < 1:
        return _ancient(moment, extra), None, "year"
    placed = _told(said, moment, place(moment, context), context)
    if placed is None:
        return _open(moment, extra), None, "x"
    if moment.shift is not None and _names(moment):
        placed = _moved(placed, moment)
    exact = moment.now and (moment.shift is None or moment.same_day)
    if exact and context.now is not None and context.timed:
        at = dt.datetime.combine(placed.first, context.now.time()).strftime(_CLOCK)
        return DateValue(at, "time", at, at, "minute", True, extra), placed.first, placed.grain
    first, last, grain = _ends(moment, placed)
    stated = said.stated_weekday
    if stated is not None and placed.first == placed.last and placed.first.weekday() != stated:
        extra["weekday_conflict"] = vocabulary.WEEKDAYS[stated]
    if grain in ("hour", "minute"):
        if first != last:
            return (
                DateValue(f"{first}/{last}", "range", first, last, grain, placed.relative, extra),
                placed.first,
                "day",
            )
        return DateValue(first, "time", first, last, grain, placed.relative, extra), placed.first, placed.grain
    value = _edtf(moment, placed)
    if grain == "part":
        extra["part_of_day"] = moment.part
        return DateValue(value, "time", first, last, grain, placed.relative, extra), placed.first, placed.grain
    if said.opens:
        return (
            DateValue(f"{value.split('/')[0]}/..", "range", first, None, grain, placed.relative, extra),
            placed.first,
            placed.grain,
        )
    if said.closes:
        end = value.split("/")[-1]
        return DateValue(f"../{end}", "range", None, last, grain, placed.relative, extra), placed.first, placed.grain
    kind = "range" if "/" in value else "point"
    return DateValue(value, kind, first, last, grain, placed.relative, extra), placed.first, placed.grain  # type: ignore[arg-type]


def _told(said: Said, moment: Moment, placed: Placed | None, context: Context) -> Placed | None:
    """The verb decides where the nearest day lies clearly on its wrong side: 29일 신청을 받았다."""
    if placed is None or not said.tense or not placed.relative or context.today is None:
        return placed
    if (placed.first - context.today).days * said.tense >= -3 or placed.last == context.today:
        return placed
    if placed.first <= context.today <= placed.last:
        return placed
    return place(replace(moment, toward=said.tense), context) or placed


def _names(moment: Moment) -> bool:
    return any(v is not None for v in (moment.day, moment.day_shift, moment.nth, moment.holiday, moment.weekday))


def _moved(placed: Placed, moment: Moment) -> Placed:
    shift = moment.shift
    assert shift is not None
    moved = calendar.add(dt.datetime.combine(placed.first, dt.time()), shift.length, shift.sign)
    return Placed(moved.date(), moved.date(), "day", placed.relative) if moved else placed


def _clock_shift(
    said: Said, moment: Moment, context: Context, extra: dict[str, Any]
) -> tuple[DateValue, dt.date | None, str]:
    """2시간 30분 후, 자정 10분 전."""
    shift = moment.shift
    assert shift is not None
    base = context.now if context.timed and not said.after_noun else None
    if moment.has_time:
        placed = place(moment, context)
        base = dt.datetime.fromisoformat(_ends(moment, placed)[0]) if placed else None
    moved = calendar.add(base, shift.length, shift.sign) if base else None
    if moved is None:
        return DateValue(shift.length.iso(), "duration", None, None, shift.length.grain, True, extra), None, "x"
    text = moved.strftime(_CLOCK)
    return DateValue(text, "time", text, text, "minute", True, extra), moved.date(), "day"


def _ancient(moment: Moment, extra: dict[str, Any]) -> DateValue:
    """Years before Christ, counted as ISO 8601 does: 57 BC is -0056."""

    def text(year: int) -> str:
        return f"-{-year:04}" if year < 0 else f"{year:04}"

    first, last = moment.years or (moment.year or 0, moment.year or 0)
    value = text(first) if first == last else f"{text(first)}/{text(last)}"
    kind = "point" if first == last else "range"
    return DateValue(value, kind, f"{text(first)}-01-01", f"{text(last)}-12-31", "year", False, extra)  # type: ignore[arg-type]


def _open(moment: Moment, extra: dict[str, Any]) -> DateValue:
    """A date that the text leaves open: XXXX-02-15, its time of day kept beside it."""
    value, grain = template(moment)
    kind: Any = "range" if "/" in value else "point"
    if moment.hour is not None:
        hour, minute, _ = _hour(moment)
        extra["time"] = f"{hour:02}:{minute:02}"
        kind, grain = "time", "hour" if moment.minute is None else "minute"
    elif moment.part in vocabulary.PARTS:
        extra["part_of_day"] = moment.part
        kind, grain = "time", "part"
    return DateValue(value, kind, None, None, grain, True, extra)


def _range(said: Said, left: Moment, right: Moment, context: Context) -> tuple[DateValue, dt.date | None, str]:
    extra = _extra(said)
    right = _lend(left, right)
    if left.hour is not None and left.part and right.hour is not None and right.part is None:
        right = _same_half(left, right)
    start = place(left, context)
    if start is None and left.year is None and right.year is not None and left.month is not None:
        start = place(replace(left, year=right.year), context)
    if start is None:
        return _open_range(left, right, extra), None, "x"
    end = place(right, context, start.first)
    if end is None:
        return _open_range(left, right, extra), None, "x"
    first, _, grain = _ends(left, start)
    _, last, _ = _ends(right, end)
    if right.shift is not None and right.shift.length.grain in ("hour", "minute") and context.now:
        base = dt.datetime.fromisoformat(first) if len(first) > 10 and not left.now else context.now
        moved = calendar.add(base, right.shift.length, 1)
        first = first if not left.now else base.strftime(_CLOCK)
        last, grain = (moved.strftime(_CLOCK), "minute") if moved else (last, grain)
    elif len(last) > 10 and last < first:
        last = _later(last, first)
    relative = start.relative or end.relative
    if last[:10] < first[:10] or (len(last) == len(first) and last < first):
        return _point(Said(first=left, zone=said.zone), left, context)
    if len(first) > 10 or len(last) > 10:
        return DateValue(f"{first}/{last}", "range", first, last, grain, relative, extra), start.first, "day"
    value = f"{_edtf(left, start).split('/')[0]}/{_edtf(right, end).split('/')[-1]}"
    return DateValue(value, "range", first, last, grain, relative, extra), start.first, start.grain


def _same_half(left: Moment, right: Moment) -> Moment:
    """오후 3시~5시: the part of the day holds for both."""
    return replace(right, part=left.part)


def _later(last: str, first: str) -> str:
    """11:30-1:30 and 밤 11시부터 새벽 1시: the end comes after the start."""
    end = dt.datetime.fromisoformat(last)
    start = dt.datetime.fromisoformat(first)
    step = (
        dt.timedelta(hours=12)
        if end.hour < 12 and end + dt.timedelta(hours=12) > start and start.hour < 14
        else dt.timedelta(days=1)
    )
    return (end + step).strftime(_CLOCK)


def _open_range(left: Moment, right: Moment, extra: dict[str, Any]) -> DateValue:
    low, grain = template(left)
    high, _ = template(right)
    if left.hour is not None or right.hour is not None:
        hour, minute, _ = _hour(left)
        until, past, _ = _hour(right)
        extra["time"] = f"{hour:02}:{minute:02}/{until:02}:{past:02}"
        return DateValue(low if low == high else f"{low}/{high}", "time", None, None, "minute", True, extra)
    return DateValue(f"{low.split('/')[0]}/{high.split('/')[-1]}", "range", None, None, grain, True, extra)
