"""Readers: what one matched piece of a date says. None where the match is no such piece after all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kextract.numbers import parse_number
from kextract.rules.date import vocabulary
from kextract.rules.date.expressions import Length, Shift

# how fine a piece is: pieces of one date come from coarse to fine
TOWARD, ERA, YEAR, MONTH, WEEK, DAY, WEEKDAY, PART, CLOCK = range(9)
SECTION = 20  # attaches to what stands before it
LENGTH = 21
BRACKET = 22

_Match = re.Match[str]
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
_ONE = re.compile(r"([0-9,]+)(\.[0-9]+)?(?: ?([만천백]))? ?여? ?(년|개월|달|주일|주|일|시간|분|초)여?")
_BACK = {"전": -1, "뒤": 1, "후": 1, "있다가": 1}
_TOWARD = re.compile(r"(?:지난|다음|향후|최근) ?$")
_LISTED = re.compile("[,·ㆍᆞ]")
_WITHIN = frozenset({"이내", "내", "안"})


@dataclass(slots=True)
class Piece:
    """One piece with its place in the line. `said` are fields of a Moment; a length has `length` and the word `after`
    it, whose first code point is `core`, the end of the length itself."""

    kind: str
    level: int
    said: dict[str, Any] = field(default_factory=dict)
    score: float = 3.0
    start: int = 0
    end: int = 0
    length: Length | None = None
    after: str = ""
    core: int = 0
    zone: str | None = None


def _number(text: str) -> int:
    value = parse_number(text)
    return int(value) if value is not None else -1


def _full_year(two: str) -> int:
    """'24 is 2024, '99 is 1999."""
    number = int(two)
    return number + (2000 if number < 50 else 1900)


def full(m: _Match) -> Piece | None:
    year, dash, slash, dot, compact, day = m.group(1, 2, 3, 4, 5, 6)
    month = dash or slash or dot or compact
    if compact and not (1900 <= int(year) <= 2099 and len(day) == 2):
        return None
    said = {"year": int(year), "month": int(month), "day": int(day)}
    if m[7]:
        said |= {"hour": int(m[7]), "minute": int(m[8])}
    return Piece("full", CLOCK if m[7] else DAY, said, 2.0 if compact else 6.0, zone=m[10])


def year_last(m: _Match) -> Piece | None:
    first, second = int(m[1]), int(m[3])
    day, month = (first, second) if first > 12 else (second, first)
    return Piece("full", DAY, {"year": int(m[4]), "month": month, "day": day}, 4.0)


def short_year(m: _Match) -> Piece | None:
    month = m[2] or m[3] or m[4]
    plain = m[0][0].isdigit()
    if plain and (m[4] or len(month) < 2 or len(m[5]) < 2 or not 1 <= int(month) <= 12):
        return None
    return Piece("full", DAY, {"year": _full_year(m[1]), "month": int(month), "day": int(m[5])}, 3.0 if plain else 5.0)


def _decade(digits: str) -> int:
    number = int(digits)
    return number if number >= 100 else number + (1900 if number >= 30 else 2000)


def years_months(m: _Match) -> Piece | None:
    """징역 2년6월."""
    found = Length(years=int(m[1]), months=int(m[2]))
    return Piece("length", LENGTH, score=3.5, length=found, core=m.end())


def quarter_count(m: _Match) -> Piece | None:
    return Piece("length", LENGTH, score=3.5, length=Length(months=3 * int(m[1])), core=m.end())


def decades(m: _Match) -> Piece | None:
    last = _decade(m[2])
    if last % 10 or (len(m[2]) == 3):
        return None
    first = last
    if m[1]:
        digits = m[1] + "0" if len(m[1]) == 1 else m[1]  # 6~70년대
        first = _decade(digits)
        if first % 10 or first > last:
            return None
    value = f"{first // 10}X" if first == last else f"{first // 10}X/{last // 10}X"
    if len(m[2]) == 4 and m[2].endswith("00") and first == last and last % 1000 == 0:
        value = f"{last // 10}X"
    return Piece("years", YEAR, {"years": (first, last + 9), "years_value": value}, 4.0)


def _second_year(first: int, digits: str) -> int:
    return int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)


def season_years(m: _Match) -> Piece | None:
    first = int(m[1])
    last = _second_year(first, m[2]) if m[2] else first
    if last == first:
        return Piece("season_year", YEAR, {"year": first}, 3.0, core=m.end(1))
    return Piece("years", YEAR, {"years": (first, last), "years_value": f"{first:04}/{last:04}"}, 4.0)


def years(m: _Match) -> Piece | None:
    first = int(m[1])
    last = _second_year(first, m[2])
    named = "년" in m[0]
    if last <= first or not (named or (1900 <= first <= 2099 and 1900 <= last <= 2099)):
        return None
    return Piece("years", YEAR, {"years": (first, last), "years_value": f"{first:04}/{last:04}"}, 4.0 if named else 1.0)


def year_month(m: _Match) -> Piece | None:
    return Piece("month", MONTH, {"year": int(m[1]), "month": int(m[2])}, 4.0)


def school_year(m: _Match) -> Piece | None:
    return Piece("year", YEAR, {"year": int(m[1]), "school": True}, 4.0)


def year(m: _Match) -> Piece | None:
    return Piece("year", YEAR, {"year": int(m[1])}, 4.0)


def year_two(m: _Match) -> Piece | None:
    if m[0][0].isdigit() and int(m[1]) < 10 and not m[1].startswith("0"):
        return None
    return Piece("year_two", YEAR, {"year": _full_year(m[1])}, 2.0 if m[0].endswith("년") else 0.5)


def sino_year(m: _Match) -> Piece | None:
    number = _number(m[1])
    return Piece("year", YEAR, {"year": number}, 4.0) if 1000 <= number <= 3999 else None


def bare_year(m: _Match) -> Piece | None:
    return Piece("bare_year", YEAR, {"year": int(m[1])}, 1.0)


def era_name(m: _Match) -> Piece | None:
    span = vocabulary.ERAS[m[1]]
    low, high = (f"-{-year:04}" if year < 0 else f"{year:04}" for year in span)
    return Piece("years", YEAR, {"years": span, "years_value": f"{low}/{high}"}, 3.0)


def century(m: _Match) -> Piece | None:
    first, last = int(m[1]), int(m[2] or m[1])
    if not 0 < first <= last:
        return None
    span = (first * 100 - 99, last * 100)
    return Piece("years", YEAR, {"years": span, "years_value": f"{span[0]:04}/{span[1]:04}"}, 4.0)


def nights(m: _Match) -> Piece | None:
    return Piece("nights", LENGTH, score=4.0, length=Length(days=int(m[1])), core=m.end())


def anniversary(m: _Match) -> Piece | None:
    return Piece("anniversary", LENGTH, score=3.0, length=Length(years=int(m[1])), core=m.end())


def quarters(m: _Match) -> Piece | None:
    first = int(m[1])
    return Piece("quarter", MONTH, {"quarters": (first, int(m[2] or first))}, 3.0)


def quarters_q(m: _Match) -> Piece | None:
    said: dict[str, Any] = {"quarters": (int(m[1]), int(m[1]))}
    if m.re.groups > 1 and m[2]:
        said["year"] = _full_year(m[2])
    return Piece("quarter", MONTH, said, 2.0)


def sino_quarter(m: _Match) -> Piece | None:
    number = _number(m[1])
    return Piece("quarter", MONTH, {"quarters": (number, number)}, 2.0)


def quarter_word(m: _Match) -> Piece | None:
    shift = {"이번": 0, "다음": 1}.get(m[1], -1)
    return Piece("quarter", MONTH, {"quarter_shift": shift}, 3.0)


def half(m: _Match) -> Piece | None:
    if m[2]:
        return Piece("half", MONTH, {"quarters": (1, 4)}, 3.0)
    return Piece("half", MONTH, {"half": 1 if (m[1] or m[3]) in ("상", "전") else 2}, 3.0)


def season(m: _Match) -> Piece | None:
    said: dict[str, Any] = {"season": vocabulary.SEASONS[m[2]]}
    if m[1]:
        said["section"] = {"초": "early_season", "늦": "late_season", "한": "mid_season"}[m[1]]
    return Piece("season", MONTH, said, 2.0)


def month_day(m: _Match) -> Piece | None:
    return Piece("day", DAY, {"month": int(m[1]), "day": int(m[2])}, 4.0)


def slash(m: _Match) -> Piece | None:
    month, day = int(m[1]), int(m[2])
    padded = len(m[1]) == len(m[2]) == 2
    if not (1 <= month <= 12 and 1 <= day <= 31 and (padded or day > 12)):
        return None
    return Piece("slash", DAY, {"month": month, "day": day}, 1.0)


def months(m: _Match) -> Piece | None:
    return Piece("month", MONTH, {"month": int(m[1]), "month_last": int(m[2])}, 3.0)


def month(m: _Match) -> Piece | None:
    return Piece("month", MONTH, {"month": int(m[1])}, 3.0)


def sino_month(m: _Match) -> Piece | None:
    number = {"유": 6, "시": 10, "正": 1}.get(m[1]) or _number(m[1])
    return Piece("sino_month", MONTH, {"month": number}, 2.0)


def days(m: _Match) -> Piece | None:
    first, last = int(m[1]), int(m[2])
    if first >= last:
        return None
    said: dict[str, Any] = {"day": first, "day_last": last}
    if listed := tuple(int(number) for number in re.findall("[0-9]+", m[0])) if _LISTED.search(m[0]) else ():
        said["days"] = listed
    return Piece("day", DAY, said, 4.0)


def day(m: _Match) -> Piece | None:
    return Piece("day", DAY, {"day": int(m[1])}, 4.0)


def sino_day(m: _Match) -> Piece | None:
    number = _number(m[1])
    return Piece("sino_day", DAY, {"day": number}, 2.0) if 1 <= number <= 31 else None


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
        if name in total:
            return None
        total[name] = number
    return Length(**total) if total else None


def length(m: _Match) -> Piece | None:
    """Digits with a unit. A bare 17일 is a day and a bare 2024년 a year unless what follows says otherwise."""
    after = m[2] or ""
    found = _length(m[1])
    if found is None:
        return None
    bare = is_bare_day(found)
    if bare and not after:
        return None
    if bare and after in ("전", "만", "안", "내", "새", "후") and found.days <= 31 and _day_before(m):
        return None
    return _with_half(m, Piece("length", LENGTH, score=3.0, length=found, after=after, core=m.end(1)))


def is_bare_day(length: Length) -> bool:
    """Days and nothing else: 17일 is a day of the month unless a word after it says that it lasts."""
    return length.days > 0 and length == Length(days=length.days)


def _day_before(m: _Match) -> bool:
    """Whether what precedes makes the number a day: 오는 26일 전까지, 5월 3일 만에."""
    return bool(re.search(r"(?:월|오는|지난|달) ?$", m.string[max(0, m.start() - 4) : m.start()]))


def _with_half(m: _Match, piece: Piece) -> Piece:
    if m[1].endswith("반") and piece.length is not None:
        piece.length = _add_half(piece.length)
    return piece


def _add_half(length: Length) -> Length:
    values = {name: getattr(length, name) for name in Length.__slots__}
    if length.grain == "hour":
        values["minutes"] = 30
    elif length.grain == "year":
        values["months"] = 6
    elif length.grain == "month":
        values["days"] = 15
    return Length(**values)


def word_length(m: _Match) -> Piece | None:
    name, number = vocabulary.LENGTH_WORDS[m[1]]
    return Piece("word_length", LENGTH, score=2.5, length=Length(**{name: number}), after=m[2] or "", core=m.end(1))


def native_length(m: _Match) -> Piece | None:
    number = {"석": 3, "넉": 4}.get(m[1]) or _number(m[1])
    found = Length(**{_UNITS[m[2]]: number})
    core = m.end(3) if m[3] else m.end(2)
    found = _add_half(found) if m[3] else found
    return Piece("word_length", LENGTH, score=2.5, length=found, after=m[4] or "", core=core)


def sino_length(m: _Match) -> Piece | None:
    number = _number(m[1])
    unit, after = m[2], m[3] or ""
    if number < 0 or (unit in ("분", "초", "일", "주") and not after and not _TOWARD.search(m.string, 0, m.start())):
        return None
    found = Length(**{_UNITS[unit]: number})
    return Piece("word_length", LENGTH, score=2.0, length=found, after=after, core=m.end(2))


def shift_of(piece: Piece) -> Shift | None:
    """The step that 3일 전 or 2주 뒤 is; None for a plain length."""
    sign = _BACK.get(piece.after)
    return Shift(piece.length, sign) if sign and piece.length else None


def is_within(piece: Piece) -> bool:
    return piece.after in _WITHIN


def hours(m: _Match) -> Piece | None:
    """오전 2∼3시."""
    return Piece("hours", CLOCK, {"hour": int(m[1]), "hour_last": int(m[2])}, 3.0)


def clock(m: _Match) -> Piece | None:
    said: dict[str, Any] = {"hour": int(m[1])}
    if m[2]:
        said["minute"] = int(m[2])
    if m[3]:
        said["second"] = int(m[3])
    if m[4]:
        said["minute"] = 30
    return Piece("clock", CLOCK, said, 3.0)


def colon(m: _Match) -> Piece | None:
    hour, minute, letter = int(m[1]), int(m[2] or 0), (m[4] or "").strip().lower()
    if hour > 24 or minute > 59:
        return None
    if letter:
        hour = hour % 12 + (12 if letter.startswith("p") else 0)
    said: dict[str, Any] = {"hour": hour, "minute": minute}
    said["part"] = "exact"  # a digital clock has 24 hours
    if m[3]:
        said["second"] = int(m[3])
    return Piece("colon", CLOCK, said, 1.5)


def native_clock(m: _Match) -> Piece | None:
    said: dict[str, Any] = {"hour": _number(m[1])}
    if m[2]:
        said["minute"] = _number(m[2])
    if m[3]:
        said["second"] = _number(m[3])
    if m[4]:
        said["minute"] = 30
    return Piece("native_clock", CLOCK, said, 2.0)


def part(m: _Match) -> Piece | None:
    return Piece("part", PART, {"part": vocabulary.PART_WORDS[m[1]]}, 1.5)


def _steps(word: str) -> int:
    """지난 -1, 지지난 -2, 다음 1, 다다음 2, 이번 0."""
    word = word.replace(" ", "")
    if word in ("이번", "이", "금"):
        return 0
    if word in ("다음다음", "다다담"):
        return word.count("다") + word.count("담")
    if word[0] in "내차다":
        return max(1, word.count("다"))
    return -len(word) if word[0] == "전" else -max(1, word.count("지") + word.count("저"))


def week(m: _Match) -> Piece | None:
    return Piece("week_word" if len(m[1]) == 1 else "week", WEEK, {"week_shift": _steps(m[1])}, 3.0)


def month_word(m: _Match) -> Piece | None:
    return Piece("month_word", MONTH, {"month_shift": _steps(m[1] or m[2])}, 3.0)


def day_part(m: _Match) -> Piece | None:
    shift, name = vocabulary.DAY_PARTS[m[1]]
    return Piece("day_word", PART, {"day_shift": shift, "part": name}, 3.0)


def day_word(m: _Match) -> Piece | None:
    return Piece("day_word", DAY, {"day_shift": vocabulary.DAYS[m[1]]}, 3.0)


def day_link(m: _Match) -> Piece | None:
    return Piece("day_link", DAY, {"day_link": vocabulary.DAY_LINKS[m[1]]}, 3.0)


def month_link(m: _Match) -> Piece | None:
    return Piece("month_word", MONTH, {"month_link": vocabulary.MONTH_LINKS[m[1]]}, 3.0)


def year_word(m: _Match) -> Piece | None:
    kind = "year_ol" if m[1] == "올" else "year_word"
    return Piece(kind, YEAR, {"year_shift": vocabulary.YEARS[m[1]]}, 3.0)


def year_link(m: _Match) -> Piece | None:
    return Piece("year_word", YEAR, {"year_link": vocabulary.YEAR_LINKS[m[1]]}, 3.0)


def same_day(m: _Match) -> Piece | None:
    return Piece("same_day", DAY, {"same_day": True, **({"now": True} if "시각" in m[0] else {})}, 1.0)


def now(m: _Match) -> Piece | None:
    return Piece("now", CLOCK, {"now": True}, 2.0)


def every(m: _Match) -> Piece | None:
    word = m[1]
    unit = {"주": "week", "월": "month", "달": "month", "년": "year", "일": "day", "해": "year", "날": "day"}[
        word[0] if word[0] not in "매격" else word[1]
    ]
    return Piece("every", TOWARD, {"every": unit if word[0] != "격" else f"2 {unit}s"}, 3.0)


def toward(m: _Match) -> Piece | None:
    sign = {"지난": -1, "저번": -1, "최근": -1, "이번": 0}.get(m[1], 1)
    kind = "outside" if m[1] in ("향후", "앞으로", "최근") else "toward"
    return Piece(kind, TOWARD, {"toward": sign, **({"next_week": True} if m[1] == "다음" else {})}, 0.0)


def era(m: _Match) -> Piece | None:
    return Piece("era", ERA, {"era": m[1]}, 0.0)


def march_first(m: _Match) -> Piece | None:
    return Piece("holiday", DAY, {"holiday": "삼일절"}, 4.0)


def holiday(m: _Match) -> Piece | None:
    said: dict[str, Any] = {"holiday": m[1]}
    if m[2]:
        said["section"] = "rest"
    return Piece("holiday", DAY, said, 1.5 if m[1] == "설" else 3.0)


_SPAN_WORDS: dict[str, tuple[int, dict[str, Any]]] = {
    "연초": (MONTH, {"month": 1}),
    "연말": (MONTH, {"month": 12}),
    "연중": (YEAR, {"section": "whole_year"}),
    "월초": (WEEK, {"section": "first_third"}),
    "월말": (WEEK, {"section": "last_third"}),
    "주초": (WEEKDAY, {"weekdays": (0, 1)}),
    "주중": (WEEKDAY, {"weekdays": (0, 4)}),
    "평일": (WEEKDAY, {"weekdays": (0, 4)}),
    "주말": (WEEKDAY, {"weekdays": (5, 6)}),
    "말일": (DAY, {"day": -1}),
    "첫날": (DAY, {"day": 1}),
    "마지막날": (DAY, {"day": -1}),
    "연말연시": (MONTH, {"month": 12, "month_last": 13}),
}


def span_word(m: _Match) -> Piece | None:
    word = m[1].replace(" ", "")
    level, said = _SPAN_WORDS[word]
    return Piece("edge_day" if word in ("첫날", "마지막날") else "span_word", level, dict(said), 2.0)


def weekday(m: _Match) -> Piece | None:
    return Piece("weekday", WEEKDAY, {"weekday": vocabulary.WEEKDAYS.index(m[1])}, 3.0)


def weekday_bracket(m: _Match) -> Piece | None:
    return Piece("weekday_bracket", BRACKET, {"weekday": vocabulary.WEEKDAYS.index(m[1] or m[2])}, 0.0)


def nth_week(m: _Match) -> Piece | None:
    return Piece("nth_week", WEEK, {"nth_week": vocabulary.ORDINALS[m[1]]}, 2.0)


def nth(m: _Match) -> Piece | None:
    said: dict[str, Any] = {"nth": vocabulary.ORDINALS[m[1]]}
    said |= {"weekdays": (5, 6)} if m[2] else {"weekday": vocabulary.WEEKDAYS.index(m[3])}
    return Piece("nth", DAY, said, 3.0)


def workday(m: _Match) -> Piece | None:
    """새해 첫 거래일, 이달 마지막 영업일."""
    return Piece("nth", DAY, {"nth": vocabulary.ORDINALS[m[1]], "workday": True}, 3.0)


def workday_link(m: _Match) -> Piece | None:
    """성탄절 다음 평일, 15일 이후 첫 영업일, 광복절 다음 토요일."""
    sign = -1 if "마지막" in m[1] else 1
    if not m[2]:
        return Piece("workday_link", DAY, {"workday_step": sign}, 0.0)
    return Piece("workday_link", DAY, {"weekday_step": (sign, vocabulary.WEEKDAYS.index(m[2]))}, 3.0)


def section(m: _Match) -> Piece | None:
    return Piece("section", SECTION, {"section": vocabulary.SECTIONS[m[1]]}, 0.0)
