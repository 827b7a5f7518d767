"""What holds for any date: it comes back as itself, from is never after to, and every value is EDTF or ISO 8601."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from edtf import parse_edtf
from holidays.calendars.chinese import KOREAN_CALENDAR, _ChineseLunisolar
from hypothesis import given, settings
from hypothesis import strategies as st

from kextract import Extractor
from kextract.model import DateValue
from kextract.rules.date import holidays

_FORMATS = (
    "{d.year}년 {d.month}월 {d.day}일",
    "{d.year}년{d.month}월{d.day}일",
    "{d.year}년 {d.month:02}월 {d.day:02}일",
    "{d.year}.{d.month}.{d.day}",
    "{d.year}.{d.month:02}.{d.day:02}",
    "{d.year}. {d.month}. {d.day}.",
    "{d.year}-{d.month:02}-{d.day:02}",
    "{d.year}/{d.month}/{d.day}",
    "{d.year}年 {d.month}月 {d.day}日",
    "{d.year}년 {d.month}월 {d.day}일({w})",
    "{d.year}년 {d.month}월 {d.day}일 {w}요일",
    "{hangul}",
)
_SENTENCES = ("공장은 {} 문을 열었다.", "군은 {}에 밝혔다.", "접수일은 {}로 정했다.")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def _numeral(number: int) -> str:
    """이천이십사."""
    digits = [(number // power % 10, unit) for power, unit in ((1000, "천"), (100, "백"), (10, "십"), (1, ""))]
    names = "영일이삼사오육칠팔구"
    return "".join(("" if digit == 1 and unit else names[digit]) + unit for digit, unit in digits if digit)


def _hangul(day: dt.date) -> str:
    month = {6: "유", 10: "시"}.get(day.month, _numeral(day.month))
    return f"{_numeral(day.year)}년 {month}월 {_numeral(day.day)}일"


def _dates(extractor: Extractor, text: str, reference: str | None) -> list[DateValue]:
    mentions = extractor.extract(text, date=reference).mentions
    return [mention.value for mention in mentions if isinstance(mention.value, DateValue)]


def _check(value: DateValue) -> None:
    """The value is well formed, and from and to are in order."""
    if value.first is not None and value.last is not None and not value.first.startswith("-"):
        assert value.first <= value.last
    if value.kind in ("duration", "set") or value.value.startswith("P"):
        assert _DURATION.fullmatch(value.value)
        return
    for end in value.value.split("/") if _CLOCK.search(value.value) else [value.value]:
        parse_edtf(f"{end}:00" if _CLOCK.fullmatch(end) else end)


@settings(max_examples=150, deadline=None)
@given(
    day=st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)),
    form=st.sampled_from(_FORMATS),
    sentence=st.sampled_from(_SENTENCES),
)
def test_any_date_comes_back_as_itself(extractor: Extractor, day: dt.date, form: str, sentence: str) -> None:
    written = form.format(d=day, w="월화수목금토일"[day.weekday()], hangul=_hangul(day))
    values = _dates(extractor, sentence.format(written), None)
    assert [(value.value, value.first, value.last) for value in values] == [(day.isoformat(),) * 3]
    assert "weekday_conflict" not in values[0].extra


_PARTS = st.sampled_from(
    [
        *(
            "2023년",
            "지난해",
            "내년",
            "이듬해",
            "5월",
            "지난달",
            "내달",
            "12월",
            "17일",
            "31일",
            "29일",
            "이날",
            "전날",
            "오는",
        ),
        *(
            "지난",
            "이번 주",
            "다음 주",
            "월요일",
            "일요일",
            "초",
            "말",
            "중순",
            "오전",
            "밤",
            "10시",
            "12시 30분",
            "부터",
            "까지",
        ),
        *(
            "~",
            "에서",
            ",",
            "과",
            "3일 전",
            "2주 뒤",
            "사흘",
            "5년간",
            "1분기",
            "하반기",
            "봄",
            "추석",
            "설 연휴",
            "음력",
            "윤달",
        ),
        *(
            "매주",
            "매년",
            "1990년대",
            "19세기",
            "기원전 57년",
            "(월)",
            "마지막 날",
            "첫째 주",
            "10:30",
            "2024.1.17",
            "자정",
            ".",
        ),
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(_PARTS, min_size=1, max_size=7),
    gap=st.sampled_from(["", " "]),
    reference=st.sampled_from([None, "2024-02-29", "2023-12-31T23:59", "2026-01-01"]),
)
def test_values_are_well_formed(extractor: Extractor, parts: list[str], gap: str, reference: str | None) -> None:
    for value in _dates(extractor, gap.join(parts), reference):
        _check(value)


@settings(max_examples=100, deadline=None)
@given(text=st.text(alphabet="0123456789년월일시분초 .~-/:'’(오전후지난다음주말초중순첫째이날", max_size=40))
def test_no_text_breaks_the_reader(extractor: Extractor, text: str) -> None:
    for value in _dates(extractor, text, "2024-05-16T10:30"):
        _check(value)


@pytest.mark.parametrize("year", range(1950, 2051))
def test_lunar_days_agree_with_the_holiday_tables(year: int) -> None:
    table = _ChineseLunisolar(KOREAN_CALENDAR)
    for name, expected in (("설날", table.lunar_new_year_date(year)), ("추석", table.mid_autumn_date(year))):
        assert expected is not None
        assert holidays.days(name, year) == (expected[0], expected[0])
