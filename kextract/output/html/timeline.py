"""The dates in their order: a strip to scale, and a list under years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kextract.output.html.keys import Marked, groups
from kextract.output.html.markup import escaped, said

WIDTH, MARGIN = 440, 22  # the margin takes half of the longest name of a day, 2024-01
_POINTS, _LANE, _LANES = 22, 8, 4  # height for the points and of a row of bars, and how many rows at most


@dataclass(frozen=True, slots=True)
class When:
    """All mentions of one date. `first` and `last` are the record's from and to, the open end filled by the other."""

    key: str
    value: str
    first: str
    last: str
    words: tuple[tuple[str, int], ...]

    @property
    def times(self) -> int:
        """How often the date is mentioned."""
        return sum(count for _, count in self.words)


def timeline(found: list[Marked]) -> str:
    """Two sections: dates that have a place in time, and the others."""
    known: list[When] = []
    others: list[When] = []
    for group in groups(found, "date"):
        mention = group[0].mention
        words = tuple(Counter(entry.mention["text"] for entry in group).items())
        first = mention["from"] or mention["to"] or ""
        when = When(group[0].key, mention["value"], first, mention["to"] or first, words)
        (known if first and mention["kind"] not in ("duration", "set") else others).append(when)
    known.sort(key=lambda when: (_place(when.first), _place(when.last), when.value))
    parts = []
    if known:
        parts.append(f'<section class="facts date timeline"><h3>{said("timeline")} <small>{len(known)}</small></h3>\n')
        parts += [*_strip(known), *_years(known), "</section>\n"]
    if others:
        parts.append(f'<section class="facts date"><h3>{said("open")} <small>{len(others)}</small></h3>\n<ol>')
        parts += [*map(_entry, others), "</ol></section>\n"]
    return "".join(parts)


def _place(day: str) -> tuple[int, str]:
    """ISO days in the order of time, years before Christ (-0500) too."""
    year = _year(day)
    return int(year), day[len(year) :]


def _year(day: str) -> str:
    return day[:5] if day.startswith("-") else day[:4]


def _years(known: list[When]) -> Iterator[str]:
    year = None
    for when in known:
        if _year(when.first) != year:
            yield "" if year is None else "</ol>\n"
            year = _year(when.first)
            yield f"<h4>{escaped(year)}</h4>\n<ol>"
        yield _entry(when)
    yield "</ol>\n"


def _entry(when: When) -> str:
    words = ", ".join(f"{words} ×{count}" if count > 1 else words for words, count in when.words)
    return (
        f'<li data-k="{escaped(when.key)}"><button class="go" type="button" data-k="{escaped(when.key)}">'
        f"{escaped(when.value.replace('T', ' ') if when.first else when.value)}</button> {escaped(words)}</li>\n"
    )


def _strip(known: list[When]) -> Iterator[str]:
    """Points and bars on an axis to scale, for the eye only: the list says the same."""
    placed = [(when, *days) for when in known if (days := _days(when))]
    if len({first for _, first, _ in placed}) < 2:
        return
    low, high = min(first for _, first, _ in placed), max(last for _, _, last in placed)
    scale = (WIDTH - 2 * MARGIN) / max(high - low, 1)
    free = [float("-inf")] * _LANES  # where each row of bars is free from
    marks = []
    for when, first, last in placed:
        x, wide = MARGIN + (first - low) * scale, (last - first) * scale
        lane = -1
        if wide >= 8:
            lane = next((row for row, end in enumerate(free) if end <= x), _LANES - 1)
            free[lane] = x + wide + 1
        marks.append(_mark(when, x, wide, lane))
    axis = _POINTS + _LANE * sum(end > 0 for end in free) + 2
    yield f'<svg class="strip" viewBox="0 0 {WIDTH} {axis + 22}" aria-hidden="true">'
    yield f'<line class="axis" x1="{MARGIN}" y1="{axis}" x2="{WIDTH - MARGIN}" y2="{axis}"/>'
    for day, name in _ticks(low, high):
        x = MARGIN + (day - low) * scale
        yield f'<line class="axis" x1="{x:.1f}" y1="{axis}" x2="{x:.1f}" y2="{axis + 5}"/>'
        yield f'<text x="{x:.1f}" y="{axis + 18}" text-anchor="middle">{name}</text>'
    yield from marks
    yield "</svg>\n"


def _mark(when: When, x: float, wide: float, lane: int) -> str:
    """A point, or a bar in its row."""
    if lane < 0:
        radius = min(3.5 + when.times / 2, 8)
        name, shape = "circle", f'cx="{x + wide / 2:.1f}" cy="{_POINTS - 10}" r="{radius:g}"'
    else:
        name, shape = "rect", f'x="{x:.1f}" y="{_POINTS + _LANE * lane}" width="{wide:.1f}" height="5" rx="2"'
    return f'<{name} {shape} data-k="{escaped(when.key)}"><title>{escaped(when.value)}</title></{name}>'


def _days(when: When) -> tuple[int, int] | None:
    """Ordinals of the first and last day; None outside of what Python's calendar knows."""
    try:
        return date.fromisoformat(when.first[:10]).toordinal(), date.fromisoformat(when.last[:10]).toordinal()
    except ValueError:
        return None


def _ticks(low: int, high: int) -> Iterator[tuple[int, str]]:
    """At most about eight days with their names: years where there are enough of them, else months, else days."""
    first, last = date.fromordinal(low), date.fromordinal(high)
    years = last.year - first.year
    if years >= 2:
        step = -(-years // 7)
        for year in range(first.year + 1, last.year + 1, step):
            yield date(year, 1, 1).toordinal(), str(year)
        return
    months = years * 12 + last.month - first.month
    if months >= 2:
        for number in range(first.month, first.month + months, -(-months // 6)):
            day = date(first.year + number // 12, number % 12 + 1, 1)
            yield day.toordinal(), f"{day.year}-{day.month:02}"
        return
    for offset in range(0, high - low + 1, -(-(high - low + 1) // 6)):
        day = first + timedelta(offset)
        yield day.toordinal(), f"{day.month:02}-{day.day:02}"
