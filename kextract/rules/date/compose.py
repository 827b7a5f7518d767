"""Pieces next to each other become one date, dates joined by 부터 or ~ one range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from kextract.morph import Line
from kextract.rules.date import patterns, read_lengths, scan, vocabulary
from kextract.rules.date import piece as levels
from kextract.rules.date.expressions import Length, Moment, Shift
from kextract.rules.date.piece import Piece

_GAP = re.compile(r" {0,4}(?:의 )?")
_GAP_TIME = re.compile(r",? {0,4}|에 ")
_GAP_SHIFT = re.compile(r" ?(?:에서|로부터|으로부터|부터|보다|[을를] 기준으로)? ?")
_RANGE = re.compile(r" ?(?:[~∼〜～–—]| -|-|부터|에서) ?")


@dataclass(slots=True)
class Group:
    """Pieces that make one date or length, still open to finer ones."""

    start: int
    end: int
    level: int
    kinds: list[str]
    said: dict[str, Any]
    score: float
    length: Length | None = None
    shortest: Length | None = None  # 2년 in 2~3년
    after: str = ""
    core: int = 0
    shift: Shift | None = None
    zone: str | None = None
    stated_weekday: int | None = None
    every: str | None = None
    outside: int | None = None  # 향후, 최근 before a length: not part of the mention

    def moment(self) -> Moment:
        said = dict(self.said)
        era = said.pop("era", None)
        if era == "기원전" and "years" in said:
            first, last = said["years"]
            said |= {"years": (1 - last, 1 - first), "years_value": f"{_bc(1 - last)}/{_bc(1 - first)}"}
        elif era == "기원전" and "year" in said:
            said["year"] = 1 - said["year"]
        elif era == "단기" and "year" in said:
            said["year"] -= 2333
        elif era == "불기" and "year" in said:
            said["year"] -= 544
        elif era in ("음력", "윤", "윤달"):
            said |= {"lunar": True, "leap": era != "음력"}
        if self.shift:
            said["shift"] = self.shift
        return Moment(**said)


def _bc(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def groups(line: Line) -> list[Group]:
    """Dates and lengths of the line, each of one or more pieces."""
    found: list[Group] = []
    for piece in scan.pieces(line):
        if found and piece.start < found[-1].end:
            continue  # within the bracket of 17일(수요일)
        if not (found and _join(line.text, found[-1], piece)):
            found.append(_opened(piece))
        _take_bracket(line.text, found[-1])
    return found


def _opened(piece: Piece) -> Group:
    group = Group(piece.start, piece.end, piece.level, [piece.kind], dict(piece.said), piece.score, zone=piece.zone)
    group.every = group.said.pop("every", None)
    group.shortest = group.said.pop("shortest", None)
    if "weekday_step" in group.said:  # 다음 토요일 on its own
        sign, weekday = group.said.pop("weekday_step")
        group.said |= {"toward": sign, "next_week": sign > 0, "weekday": weekday}
        group.level = levels.WEEKDAY
    if piece.length is not None:
        group.length, group.after, group.core = piece.length, piece.after, piece.core
        group.shift = read_lengths.shift_of(piece)
    return group


def _take_bracket(text: str, group: Group) -> None:
    """A weekday in brackets right after a day: 17일(수)."""
    if "day" not in group.said and "weekday_bracket" not in group.kinds:
        return
    for pattern in patterns.TAILS:
        match = pattern.regex.match(text, group.end)
        if match:
            group.stated_weekday = vocabulary.weekday(match[1] or match[2])
            group.end = match.end()
            return


def _join(text: str, group: Group, piece: Piece) -> bool:
    """Adds `piece` to `group` where the two say one date."""
    if piece.start - group.end > 8:
        return False
    gap = text[group.end : piece.start]
    if piece.length is not None:
        return _join_length(text, group, piece, gap)
    if not _fits(group, piece, gap):
        return False
    said = dict(piece.said)
    if piece.kind == "day_word" and said == {"day_shift": 0} and ("year_shift" in group.said or group.shift):
        said = {"same_day": True}
    elif piece.kind == "day_link" and group.level >= levels.DAY:
        said = {"eve": said["day_link"]}
    elif piece.kind == "weekday" and group.shift is not None:
        said["near"] = True
    elif piece.kind == "weekday" and group.level == levels.DAY and "week_shift" not in group.said:
        group.stated_weekday = said.pop("weekday")
    if "hour" in said and group.said.get("part") and said.get("part"):
        said.pop("part")
    if piece.kind == "holiday" and "toward" not in group.said and group.said.get("day"):
        return False
    group.said |= said
    group.end = piece.end
    group.kinds.append(piece.kind)
    group.level = max(group.level, piece.level) if piece.level < levels.SECTION else group.level
    group.score = max(group.score, piece.score) + 0.5
    group.zone = piece.zone or group.zone
    if group.shift is not None:
        group.length = None
    return True


def _join_length(text: str, group: Group, piece: Piece, gap: str) -> bool:
    """다음 달 셋째 금요일에서 사흘 뒤, 올해 추석 5일 전; 지난 3년간 keeps its direction."""
    if group.kinds[-1] in ("toward", "outside") and len(group.kinds) == 1 and not gap.strip():
        if group.kinds[0] == "toward" and read_lengths.shift_of(piece):
            return False
        toward = group.said["toward"]
        fresh = _opened(piece)
        for name in Group.__slots__:
            setattr(group, name, getattr(fresh, name))
        group.outside = toward
        return True
    if group.kinds == ["era"] and piece.length is not None and piece.length == Length(years=piece.length.years):
        group.said["year"] = piece.length.years
        group.end, group.level, group.score = piece.core, levels.YEAR, 4.0
        group.kinds.append("year")
        return True  # 기원전 57년
    shift = read_lengths.shift_of(piece)
    if shift is None or group.length is not None or group.shift is not None or not _GAP_SHIFT.fullmatch(gap):
        return False
    named = "holiday" in group.said or group.said.get("part") == "midnight"
    if group.kinds == ["now"]:
        named = True
    if not (gap.strip() or named) or group.level < levels.DAY or "day_link" in group.said:
        return False
    if gap.strip() == "부터" and text.startswith("까지", piece.end):
        return False  # 지금부터 세 시간 뒤까지 is a range
    group.shift = shift
    group.end = piece.end
    group.kinds.append("shift")
    return True


_NOT_AFTER_TOWARD = frozenset(
    "day_word day_link week month_word year_word bare_year part clock hours native_clock".split()
)
_STANDS_AFTER_YEAR = frozenset({"edge_day", "nth", "holiday", "same_day", "day_word"})


def _fits(group: Group, piece: Piece, gap: str) -> bool:
    level, kind = piece.level, piece.kind
    if level == levels.PART and group.level == levels.PART:
        fits_gap = _GAP.fullmatch(gap)  # 밤 저녁 11시, not 정오, 자정
    elif level in (levels.PART, levels.CLOCK) and group.level >= levels.DAY and group.level < levels.SECTION:
        fits_gap = _GAP_TIME.fullmatch(gap)
    elif kind == "weekday":
        fits_gap = None if gap.startswith("에") else _GAP_TIME.fullmatch(gap)
    else:
        fits_gap = _GAP.fullmatch(gap)
    if not fits_gap:
        return False
    if group.level == levels.LENGTH:
        return group.shift is not None and _fits_shift(group.shift, piece)
    if level == levels.SECTION:
        return _takes_section(group, piece)
    if kind in ("bare_year", "year_two", "every", "toward", "outside", "now") or level >= levels.SECTION:
        return False
    return _fits_level(group, piece)


def _fits_shift(shift: Shift, piece: Piece) -> bool:
    if piece.kind == "weekday":
        return bool(shift.length.weeks)
    if piece.kind in ("same_day", "day_word"):
        return piece.kind == "same_day" or piece.said.get("day_shift") == 0
    return piece.level in (levels.PART, levels.CLOCK) and shift.length.grain not in ("hour", "minute", "second")


def _takes_section(group: Group, piece: Piece) -> bool:
    section = piece.said["section"]
    if "section" in group.said or group.level not in (levels.YEAR, levels.MONTH, levels.WEEK):
        return False
    if {"half", "quarters", "season", "quarter_shift"} & group.said.keys():
        return section in ("early", "mid", "late", "end")
    return "month_last" not in group.said


def _fits_level(group: Group, piece: Piece) -> bool:
    level, kind, said = piece.level, piece.kind, group.said
    last = group.kinds[-1]
    if last == "every":
        return level > levels.TOWARD and level != levels.YEAR
    if last == "toward":
        return kind not in _NOT_AFTER_TOWARD
    if kind == "era":
        return piece.said["era"] in ("음력", "양력", "윤달", "윤") and group.level == levels.YEAR
    if last == "era":
        return level in (levels.YEAR, levels.MONTH)
    if "section" in said and not (level in (levels.DAY, levels.WEEKDAY) and "week_shift" in said):
        return False
    if level in (levels.PART, levels.CLOCK):
        return group.level in (levels.DAY, levels.WEEKDAY, levels.PART) and "hour" not in said
    if kind == "workday_link":
        return group.level == levels.DAY and "hour" not in said
    if kind == "same_day" and "now" in piece.said:
        return group.level == levels.DAY
    if kind == "day_link" and "holiday" in said and piece.said["day_link"] == 0:
        return group.level == levels.DAY and "day_link" not in said  # 추석 당일
    if kind == "day_link":
        return group.level in (levels.DAY, levels.WEEKDAY) and piece.said["day_link"] != 0 and "day_link" not in said
    if level <= group.level:
        return False
    if kind in ("day", "sino_day"):
        return bool({"month", "month_shift", "month_link"} & said.keys()) and "month_last" not in said
    if group.level == levels.YEAR and level == levels.DAY:
        return kind in _STANDS_AFTER_YEAR and (kind != "day_word" or "year_shift" in said)
    if group.level == levels.YEAR and level == levels.WEEKDAY:
        return False
    if group.level == levels.YEAR and kind in ("week", "week_word", "month_word", "quarter_word"):
        return False
    if group.level == levels.WEEK:
        return level == levels.WEEKDAY or kind == "same_day" or (kind == "nth" and "workday" in piece.said)
    return not (group.level == levels.MONTH and kind in ("week", "week_word", "day_word", "full"))


def is_range(text: str, first: Group, last: Group) -> bool:
    """Whether `first` and `last` are the two ends of one range."""
    if (first.level == levels.LENGTH and first.shift is None) or (last.level == levels.LENGTH and last.shift is None):
        return False
    gap = text[first.end : last.start]
    if "dot_day" in (first.kinds[0], last.kinds[0]) and first.stated_weekday is None and "full" not in first.kinds:
        return False  # 1.5~2.3배
    if not _RANGE.fullmatch(gap):
        return False
    if "에서" in gap:
        return bool(re.match(r" ?(?:까지|사이)", text[last.end : last.end + 4]))
    return first.said.get("years") is None or "years" in last.said or "year" in last.said
