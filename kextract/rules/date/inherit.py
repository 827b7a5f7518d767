"""What the second date of a list or range takes over from the first: 2월 26일과 30일, 3월 1일부터 4일."""

from __future__ import annotations

from dataclasses import replace

from kextract.rules.date.expressions import Moment, Said

_YEAR = ("year", "year_shift", "year_link")
_MONTH = ("month", "month_shift", "month_link")
_DAY = ("day", "day_shift", "day_link", "weekday", "weekdays", "nth", "holiday")
_ALL = (*_YEAR, *_MONTH, "toward", "week_shift", "lunar", "leap")


def lend(source: Moment, target: Moment) -> Moment:
    """`target` with the coarser parts that it leaves out and `source` states."""
    if target.shift or target.day_shift is not None or target.day_link is not None or target.years or target.now:
        return target
    if _said(target, (*_YEAR, "week_shift", "month_shift")):
        return target
    names = _names(source, target)
    lent = {name: getattr(source, name) for name in names if getattr(target, name) in (None, False)}
    return replace(target, **{name: value for name, value in lent.items() if value is not None})


def _said(moment: Moment, names: tuple[str, ...]) -> bool:
    return any(getattr(moment, name) is not None for name in names)


def _names(source: Moment, target: Moment) -> tuple[str, ...]:
    """The fields of `source` that are coarser than what `target` says."""
    if _said(target, ("month", "month_link", "holiday", "season", "half", "quarters")):
        return () if source.month_shift is not None else (*_YEAR, "toward", "lunar")
    if target.day is not None:
        return tuple(name for name in _ALL if name != "week_shift")
    if target.weekday is not None:
        return _ALL
    return (*_ALL, *_DAY) if target.has_time else ()


def from_list(said: Said, before: Said) -> Said:
    """`said` as it reads after `before` in a list."""
    source = before.last or before.first
    if source is None or said.first is None:
        return said
    return replace(said, first=lend(source, said.first))
