"""Ranges with two stated ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from kextract.model import DateValue
from kextract.rules.date import calendar, clock, edtf
from kextract.rules.date.anchor import Context
from kextract.rules.date.expressions import Moment, Said
from kextract.rules.date.inherit import lend
from kextract.rules.date.place import Placed, place, told


def value(said: Said, extra: dict[str, Any], context: Context) -> tuple[DateValue, Placed | None]:
    """The value of a range or, for `end_only`, of the end that has a mention of its own; with where that lies."""
    assert said.first is not None
    assert said.last is not None
    left, right = said.first, lend(said.first, said.last)
    if left.hour is not None and left.part and right.hour is not None and right.part is None:
        right = replace(right, part=left.part)  # 오후 3시~5시
    start = _start(said, left, right, context)
    end = place(right, context, start.first) if start else None
    if start is None or end is None:
        return _open(said, left, right, extra), None
    first, last, grain = _times(left, right, start, end, context)
    if (len(first) == len(last) and last < first) or last[:10] < first[:10]:
        start, end = end, start  # 말이 뒤바뀐 범위: from never comes after to
        left, right, first, last = right, left, last, first
    relative = start.relative or end.relative
    if said.end_only:
        return _end(right, end, last, grain, relative, extra), end
    if len(first) > 10 or len(last) > 10:
        return DateValue(f"{first}/{last}", "range", first, last, grain, relative, extra), start
    whole = f"{edtf.end_value(start, last=False)}/{edtf.end_value(end, last=True)}"
    return DateValue(whole, "range", first, last, grain, relative, extra), start


def _start(said: Said, left: Moment, right: Moment, context: Context) -> Placed | None:
    start, today = place(left, context), context.today
    end = place(right, context, start.first) if start else None
    if start and end and today and not start.first <= today <= end.last:
        start = told(left, said.tense, context)  # a range that runs today is the one meant
    if start is None and left.year is None and left.month is not None and right.year is not None:
        return place(replace(left, year=right.year), context)
    return start


def _times(left: Moment, right: Moment, start: Placed, end: Placed, context: Context) -> tuple[str, str, str]:
    first, _, grain = clock.ends(left, start)
    _, last, fine = clock.ends(right, end)
    if right.shift is not None and right.shift.length.grain in ("hour", "minute") and context.now:
        base = context.now if left.now or len(first) == 10 else dt.datetime.fromisoformat(first)
        moved = calendar.add(base, right.shift.length, 1)
        if moved is not None:
            return clock.iso(base), clock.iso(moved), "minute"
    if len(last) > 10 and last < first:
        last = clock.later(last, first)
    return first, last, fine if len(last) > len(first) else grain


def _end(right: Moment, end: Placed, last: str, grain: str, relative: bool, extra: dict[str, Any]) -> DateValue:
    """The end of a range as a date of its own: 4월 2일 in 3월 5일부터 4월 2일까지."""
    if len(last) > 10:
        return DateValue(last, "time", last, last, grain, relative, extra)
    whole = edtf.placed_value(right, end)
    kind = "range" if "/" in whole else "point"
    return DateValue(whole, kind, end.first.isoformat(), last, end.grain, relative, extra)  # type: ignore[arg-type]


def _open(said: Said, left: Moment, right: Moment, extra: dict[str, Any]) -> DateValue:
    low, grain = edtf.open_value(left)
    high, _ = edtf.open_value(right)
    timed = left.hour is not None or right.hour is not None
    if said.end_only:
        extra |= {"time": clock.text(right)} if timed else {}
        return DateValue(high, "time" if timed else "point", None, None, grain, True, extra)
    if timed:
        extra["time"] = f"{clock.text(left)}/{clock.text(right)}"
        return DateValue(low if low == high else f"{low}/{high}", "time", None, None, "minute", True, extra)
    return DateValue(f"{low.split('/')[0]}/{high.split('/')[-1]}", "range", None, None, grain, True, extra)
