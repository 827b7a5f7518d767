"""Readers of lengths: 3년 6개월, 나흘, 6박9일, 창립 40주년."""

from __future__ import annotations

import re

from kextract.rules.date import vocabulary
from kextract.rules.date.expressions import Length, Shift
from kextract.rules.date.piece import LENGTH, Piece, whole

_UNITS = {
    "년": "years",
    "해": "years",
    "개월": "months",
    "달": "months",
    "주일": "weeks",
    "주": "weeks",
    "일": "days",
    "시간": "hours",
    "분": "minutes",
    "초": "seconds",
}
_LARGE_FIRST = list(dict.fromkeys(_UNITS.values()))
_ONE = re.compile(r"(?<![0-9,])([0-9,]++)(\.[0-9]++)?(?: ?([만천백]))? ?여? ?(년|개월|달|주일|주|일|시간|분|초)여?")
_BACK = {"전": -1, "뒤": 1, "후": 1, "있다가": 1}
_TOWARD = re.compile(r"(?:지난|다음|향후|최근) ?$")
_LASTS = re.compile(r" ?(?:걸[리린릴렸려]|씩|정도|가량|소요)")  # 2∼3일 걸린다


def years_months(m: re.Match[str]) -> Piece | None:
    """징역 2년6월."""
    found = Length(years=int(m[1]), months=int(m[2]))
    return Piece("length", LENGTH, score=3.5, length=found, core=m.end())


def quarter_count(m: re.Match[str]) -> Piece | None:
    return Piece("length", LENGTH, score=3.5, length=Length(months=3 * int(m[1])), core=m.end())


def nights(m: re.Match[str]) -> Piece | None:
    return Piece("nights", LENGTH, score=4.0, length=Length(days=int(m[1])), core=m.end())


def anniversary(m: re.Match[str]) -> Piece | None:
    return Piece("anniversary", LENGTH, score=3.0, length=Length(years=int(m[1])), core=m.end())


def _length(text: str) -> Length | None:
    total: dict[str, int] = {}
    for part in _ONE.finditer(text):
        digits, fraction, power, unit = part.groups()
        number = int(digits.replace(",", "")) * {"만": 10_000, "천": 1_000, "백": 100}.get(power, 1)
        name = _UNITS[unit]
        if fraction:
            if name not in ("years", "hours") or fraction != ".5" or power:
                return None
            total["months" if name == "years" else "minutes"] = 6 if name == "years" else 30
        if any(_LARGE_FIRST.index(name) <= _LARGE_FIRST.index(before) for before in total):
            return None  # 4일 93년도
        total[name] = number
    return Length(**total) if total else None


def length(m: re.Match[str]) -> Piece | None:
    """Digits with a unit. A bare 17일 is a day and a bare 2024년 a year unless what follows says otherwise."""
    return _piece(m, 1)


def length_range(m: re.Match[str]) -> Piece | None:
    """2∼3년: the longer one, with the shorter beside it."""
    piece = _piece(m, 2)
    low = _length(m[1] + m[2].lstrip("0123456789,. 만천백여"))
    if piece is not None and low is not None:
        piece.said["shortest"] = low
    return piece


def _piece(m: re.Match[str], at: int) -> Piece | None:
    """The length in group `at`, the word after it in the next."""
    text, after, core = m[at], m[at + 1] or "", m.end(at)
    found = _length(text)
    if found is None:
        return None
    bare = is_bare_day(found)
    if bare and not after:
        lasts = found.days >= 40 or _LASTS.match(m.string, m.end())
        return Piece("days", LENGTH, score=3.0, length=found, core=core) if lasts else None
    if bare and after in ("전", "만", "안", "내", "새", "후") and found.days <= 31 and _day_before(m):
        return None
    if text.endswith("반"):
        found = _add_half(found)
    return Piece("length", LENGTH, score=3.0, length=found, after=after, core=core)


def is_bare_day(length: Length) -> bool:
    """Days and nothing else: 17일 is a day of the month unless a word after it says that it lasts."""
    return length.days > 0 and length == Length(days=length.days)


def _day_before(m: re.Match[str]) -> bool:
    """Whether what precedes makes the number a day: 오는 26일 전까지, 5월 3일 만에."""
    return bool(re.search(r"(?:월|오는|지난|달) ?$", m.string[max(0, m.start() - 4) : m.start()]))


def _add_half(length: Length) -> Length:
    values = {name: getattr(length, name) for name in Length.__slots__}
    if length.grain == "hour":
        values["minutes"] = 30
    elif length.grain == "year":
        values["months"] = 6
    elif length.grain == "month":
        values["days"] = 15
    return Length(**values)


def word_length(m: re.Match[str]) -> Piece | None:
    name, number = vocabulary.LENGTH_WORDS[m[1]]
    return Piece("word_length", LENGTH, score=2.5, length=Length(**{name: number}), after=m[2] or "", core=m.end(1))


def native_length(m: re.Match[str]) -> Piece | None:
    if m[0].startswith("한해") and m.string.endswith("에 ", 0, m.start()):
        return None  # 한 차례에 한해
    number = {"석": 3, "넉": 4}.get(m[1]) or whole(m[1])
    found = Length(**{_UNITS[m[2]]: number})
    core = m.end(3) if m[3] else m.end(2)
    found = _add_half(found) if m[3] else found
    return Piece("word_length", LENGTH, score=2.5, length=found, after=m[4] or "", core=core)


def sino_length(m: re.Match[str]) -> Piece | None:
    number = whole(m[1])
    unit, after = m[2], m[3] or ""
    if unit == "시간" and number < 10:
        return None  # 이 시간, 물이 시간에 따라; two hours are 두 시간
    if number < 0 or (
        unit in ("분", "초", "일", "주")
        and not after
        and not _TOWARD.search(m.string, max(0, m.start() - 4), m.start())
    ):
        return None
    found = Length(**{_UNITS[unit]: number})
    return Piece("word_length", LENGTH, score=2.0, length=found, after=after, core=m.end(2))


def shift_of(piece: Piece) -> Shift | None:
    """The step that 3일 전 or 2주 뒤 is; None for a plain length."""
    sign = _BACK.get(piece.after)
    return Shift(piece.length, sign) if sign and piece.length else None
