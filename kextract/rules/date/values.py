"""Dates as read become values: EDTF with the first and last day, or ISO 8601 durations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kextract.model import Candidate, DateKind, DateValue, Reference
from kextract.rules.date import anchor, calendar, clock, edtf, inherit, ranges, vocabulary
from kextract.rules.date.anchor import Context
from kextract.rules.date.expressions import Length, Moment, Said
from kextract.rules.date.place import Placed, names_day, place, told

_Result = tuple[DateValue, Placed | None]
_FINE = ("hour", "minute", "second")


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
        if said.joined and before is not None:
            said = inherit.from_list(said, before)
        try:
            value, placed = _value(said, context)
        except OverflowError:  # 9999년 12월 31일 다음 날
            value, placed = _open(said.first or Moment(), {}), None
        values.append(value)
        anchor.note(context, said, placed)
        before = said
    return values


def _value(said: Said, context: Context) -> _Result:
    extra: dict[str, Any] = {"zone": said.zone} if said.zone else {}
    if said.length is not None:
        return _length(said, said.length, extra, context), None
    assert said.first is not None
    if said.every:
        return _recurring(said.every, said.first, extra, context), None
    if said.last is not None:
        return ranges.value(said, extra, context)
    return _moment(said, said.first, extra, context)


def _length(said: Said, length: Length, extra: dict[str, Any], context: Context) -> DateValue:
    """A length, with the days that it spans where the text ties it to the reference: 지난 3년, 7일 이내."""
    if said.anniversary:
        extra["anniversary"] = True
    if said.shortest is not None:
        extra["at_least"] = said.shortest.iso()
    bare = DateValue(length.iso(), "duration", None, None, length.grain, False, extra)
    if said.toward is None or said.anniversary or context.now is None or (said.toward == 0 and said.after_noun):
        return bare
    moved = calendar.add(context.now, length, said.toward or 1)
    if moved is None or (length.grain in _FINE and not context.timed):
        return bare
    if length.grain in _FINE:
        first, last = (clock.iso(time) for time in sorted((context.now, moved)))
        return DateValue(length.iso(), "duration", first, last, length.grain, True, extra)
    today, other, day = context.now.date(), moved.date(), dt.timedelta(days=1)
    start, end = (other, today - day) if said.toward < 0 else (today, other if said.toward == 0 else other - day)
    if start > end:
        return bare
    return DateValue(length.iso(), "duration", start.isoformat(), end.isoformat(), length.grain, True, extra)


_STEPS = {
    "day": "P1D",
    "week": "P1W",
    "month": "P1M",
    "year": "P1Y",
    "2 weeks": "P2W",
    "2 months": "P2M",
    "2 years": "P2Y",
}


def _recurring(every: str, moment: Moment, extra: dict[str, Any], context: Context) -> DateValue:
    """매주 월요일: the value is the step from one to the next; from and to are the next to come."""
    unit = every.split()[-1].rstrip("s")
    fixed = _fixed(moment)
    coming = _coming(moment, unit, context) if fixed and every == unit else None
    first, last = (coming.first, coming.last) if coming else (None, None)
    return DateValue(_STEPS[every], "set", first, last, unit, True, extra | ({"every": fixed} if fixed else {}))


_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _fixed(moment: Moment) -> dict[str, Any]:
    """What of a recurrence is fixed: {"weekday": "MO", "time": "19:00"}."""
    said: dict[str, Any] = {}
    if moment.month is not None:
        said["month"] = moment.month
    if moment.day is not None:
        said["day"] = moment.day
    if moment.weekday is not None:
        if moment.nth is not None or moment.nth_week is not None:
            said["nth"] = moment.nth or moment.nth_week
        said["weekday"] = _WEEKDAYS[moment.weekday]
    if moment.weekday_list is not None:
        said["weekdays"] = [_WEEKDAYS[number] for number in moment.weekday_list]
    elif moment.weekdays is not None:
        said["weekdays"] = list(_WEEKDAYS[moment.weekdays[0] : moment.weekdays[1] + 1])
    if moment.hour is not None:
        said["time"] = clock.text(moment)
    elif moment.part is not None:
        said["part_of_day"] = moment.part
    return said


def _coming(moment: Moment, unit: str, context: Context) -> DateValue | None:
    """The next time that a recurrence comes round, counted from the reference."""
    if context.now is None:
        return None
    now = context.now.isoformat()
    for step in range(14):
        once = replace(moment, **{f"{unit}_shift": step})  # type: ignore[arg-type]
        value, _ = _moment(Said(first=once), once, {}, context)
        if value.first is not None and value.last is not None and value.last >= now[: len(value.last)]:
            return value
    return None


def _moment(said: Said, moment: Moment, extra: dict[str, Any], context: Context) -> _Result:
    shift = moment.shift
    if shift is not None and shift.length.grain in _FINE:
        return _clock_shift(said, moment, extra, context)
    if shift is not None and said.after_noun and not moment.same_day:
        # 개막 3일 전: counted from something that is no date
        return DateValue(shift.length.iso(), "duration", None, None, shift.length.grain, True, extra), None
    if (moment.year is not None and moment.year < 1) or (moment.years is not None and moment.years[0] < 1):
        value, first, last = edtf.ancient(moment)
        return DateValue(value, _kind(value), first, last, "year", False, extra), None
    placed = told(moment, said.tense, context)
    if placed is None:
        if moment.day is not None and context.today is not None:
            extra["no_such_day"] = True  # 이달 31일 in June
        return _open(moment, extra), None
    if shift is not None and names_day(moment) and not moment.near:
        placed = _moved(placed, moment)
    return _placed(said, moment, placed, extra, context), placed


def _kind(value: str) -> DateKind:
    return "range" if "/" in value else "point"


def _placed(said: Said, moment: Moment, placed: Placed, extra: dict[str, Any], context: Context) -> DateValue:
    relative = placed.relative
    if moment.now and (moment.shift is None or moment.same_day) and context.now is not None and context.timed:
        at = clock.iso(dt.datetime.combine(placed.first, context.now.time()))
        return DateValue(at, "time", at, at, "minute", True, extra)
    first, last, grain = clock.ends(moment, placed)
    stated = said.stated_weekday
    if stated is not None and placed.first == placed.last and placed.first.weekday() != stated:
        extra["weekday_conflict"] = vocabulary.WEEKDAYS[stated]
    if moment.days is not None and placed.first != placed.last:
        extra["days"] = [placed.first.replace(day=number).isoformat() for number in moment.days]
    if moment.weekday_list is not None:
        monday = calendar.monday(placed.first)
        extra["days"] = [(monday + dt.timedelta(days=number)).isoformat() for number in moment.weekday_list]
    if grain in ("hour", "minute"):
        kind: DateKind = "time" if first == last else "range"
        return DateValue(first if first == last else f"{first}/{last}", kind, first, last, grain, relative, extra)
    value = edtf.placed_value(moment, placed)
    if grain == "part":
        extra["part_of_day"] = moment.part
        return DateValue(value, "time", first, last, grain, relative, extra)
    if said.lasting is not None and (whole := _lasting(placed, said.lasting)) is not None:
        value = f"{edtf.end_value(whole, last=False)}/{edtf.end_value(whole, last=True)}"
        return DateValue(value, "range", whole.first.isoformat(), whole.last.isoformat(), grain, relative, extra)
    if said.opens or said.lasting is not None:
        return DateValue(f"{edtf.end_value(placed, last=False)}/..", "range", first, None, grain, relative, extra)
    if said.closes:
        return DateValue(f"../{edtf.end_value(placed, last=True)}", "range", None, last, grain, relative, extra)
    return DateValue(value, _kind(value), first, last, grain, relative, extra)


def _lasting(placed: Placed, length: Length) -> Placed | None:
    """The days of 12일부터 이틀간, the 12th and 13th."""
    if length.grain in _FINE:
        return None
    moved = calendar.add(dt.datetime.combine(placed.first, dt.time()), length, 1)
    last = moved.date() - dt.timedelta(days=1) if moved else placed.first
    return replace(placed, last=last) if last >= placed.last else None


def _moved(placed: Placed, moment: Moment) -> Placed:
    """다음 달 셋째 금요일에서 사흘 뒤."""
    assert moment.shift is not None
    moved = calendar.add(dt.datetime.combine(placed.first, dt.time()), moment.shift.length, moment.shift.sign)
    return Placed(moved.date(), moved.date(), "day", placed.relative) if moved else placed


def _clock_shift(said: Said, moment: Moment, extra: dict[str, Any], context: Context) -> _Result:
    """1시간 40분 후, 자정 10분 전."""
    shift = moment.shift
    assert shift is not None
    base = context.now if context.timed and not said.after_noun else None
    if moment.has_time:
        placed = place(moment, context)
        base = dt.datetime.fromisoformat(clock.ends(moment, placed)[0]) if placed else None
    moved = calendar.add(base, shift.length, shift.sign) if base else None
    if moved is None:
        return DateValue(shift.length.iso(), "duration", None, None, shift.length.grain, True, extra), None
    at = clock.iso(moved)
    return DateValue(at, "time", at, at, "minute", True, extra), Placed(moved.date(), moved.date(), "day", True)


def _open(moment: Moment, extra: dict[str, Any]) -> DateValue:
    """A date that the text leaves open: XXXX-02-15, its time of day kept beside it."""
    value, grain = edtf.open_value(moment)
    kind = _kind(value)
    if moment.hour is not None:
        extra["time"] = clock.text(moment)
        kind, grain = "time", "hour" if moment.minute is None else "minute"
    elif moment.part in vocabulary.PARTS:
        extra["part_of_day"] = moment.part
        kind, grain = "time", "part"
    return DateValue(value, kind, None, None, grain, True, extra)
