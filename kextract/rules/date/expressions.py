"""What a text says about a time, before anything is known of its reference date.

A field is None where the text leaves it open. `Said` is what a date candidate carries as its facts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, units as said: 3년 6개월, 6박9일, 40여 분."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0

    def iso(self) -> str:
        """ISO 8601: P3Y6M, P9D, PT40M. Weeks beside other units count as days."""
        if self.weeks and not (self.years or self.months or self.days or self.hours or self.minutes or self.seconds):
            return f"P{self.weeks}W"
        days = self.days + 7 * self.weeks
        date = "".join(f"{n}{u}" for n, u in ((self.years, "Y"), (self.months, "M"), (days, "D")) if n)
        time = "".join(f"{n}{u}" for n, u in ((self.hours, "H"), (self.minutes, "M"), (self.seconds, "S")) if n)
        return f"P{date}T{time}" if time else f"P{date or '0D'}"

    @property
    def grain(self) -> str:
        """The finest unit said."""
        for name in ("second", "minute", "hour", "day", "week", "month", "year"):
            if getattr(self, f"{name}s"):
                return name
        return "day"


@dataclass(frozen=True, slots=True)
class Shift:
    """A step from another time: 3일 전 is (Length(days=3), -1)."""

    length: Length
    sign: int


@dataclass(slots=True, kw_only=True)  # not frozen: three times as quick to make
class Moment:
    """A point or stretch of the calendar, coarse fields first. A `_shift` counts from the reference date (지난달 is
    month_shift -1), a `_link` from an earlier date of the text (이듬해 is year_link 1), `toward` is the direction that
    지난 (-1), 이번 (0) or 오는 (1) gives to what follows it."""

    toward: int | None = None
    next_week: bool = False  # the direction was said with 다음
    years: tuple[int, int] | None = None  # decades, centuries, 2016~17 시즌: first and last year
    years_value: str | None = None  # their EDTF form
    year: int | None = None
    year_shift: int | None = None
    year_link: int | None = None
    school: bool = False  # 학년도: March to February
    half: int | None = None
    quarters: tuple[int, int] | None = None
    quarter_shift: int | None = None
    season: int | None = None  # 1 spring to 4 winter
    month: int | None = None
    month_last: int | None = None  # 1~3월
    month_shift: int | None = None
    month_link: int | None = None
    lunar: bool = False
    leap: bool = False
    section: str | None = None  # early, mid, late, end …
    week_shift: int | None = None
    nth_week: int | None = None
    nth: int | None = None  # 셋째 (토요일); -1 is the last
    day: int | None = None  # -1 is the last of the month or year
    day_last: int | None = None
    days: tuple[int, ...] | None = None  # 12·19·26일
    day_shift: int | None = None
    day_link: int | None = None
    holiday: str | None = None
    eve: int = 0  # days from the holiday or day so far: 전날 -1, 다음 날 1
    workday: bool = False  # the nth is a working day: 마지막 영업일
    workday_step: int = 0  # to the working day before (-1) or after (1) the day so far
    near: bool = False  # the weekday is the one nearest to the shifted day: 4주 전 수요일
    weekday_step: tuple[int, int] | None = None  # the same to a weekday: 한글날 다음 토요일
    weekday: int | None = None  # 0 is Monday
    weekdays: tuple[int, int] | None = None  # 주말, 평일, 월~금요일
    weekday_list: tuple[int, ...] | None = None  # 월·수·금요일
    shift: Shift | None = None
    same_day: bool = False  # 작년 오늘, 지난달 이맘때
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    hour_last: int | None = None  # 오전 2∼3시
    part: str | None = None  # morning, night …
    now: bool = False  # 지금부터

    @property
    def has_time(self) -> bool:
        return self.hour is not None or self.part is not None

    @property
    def is_time_of_day(self) -> bool:
        """Whether it is a time of a day that is not named: 오전, 10시."""
        named = (self.day, self.weekday, self.day_shift, self.holiday)
        return self.has_time and all(part is None for part in named)


@dataclass(slots=True, kw_only=True)
class Said:
    """A date candidate's facts. A range has `first` and `last`; 부터 alone sets `opens`, 까지 alone `closes`."""

    first: Moment | None = None
    last: Moment | None = None
    length: Length | None = None
    shortest: Length | None = None  # 2년 in 2~3년
    toward: int | None = None  # of a length: 지난 3년, 향후 5년간
    end_only: bool = False  # the second mention of a range: 4월 2일 in 3월 5일부터 4월 2일까지
    every: str | None = None  # the unit of a recurrence
    opens: bool = False
    closes: bool = False
    lasting: Length | None = None  # 12일부터 이틀간
    joined: bool = False  # stands in a list with the mention before it: 15일과 18일
    # of the first verb after it; a question, as few dates need the answer and it takes Kiwi's tokens
    tense: Callable[[], int] | None = field(default=None, repr=False, compare=False)
    header: bool = False  # alone on its line: a page's date line
    bracket: bool = False
    zone: str | None = None
    stated_weekday: int | None = None
    anniversary: bool = False
    after_noun: bool = False  # 개막 3일 전: counts from an event, not from the reference date
