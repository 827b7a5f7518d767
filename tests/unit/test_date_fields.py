"""The further fields of a date: what a value alone does not say."""

from __future__ import annotations

from typing import Any

import pytest

from kextract import Extractor
from kextract.model import DateValue


def _fields(extractor: Extractor, text: str, date: str | None = "2024-05-16") -> list[dict[str, Any]]:
    mentions = extractor.extract(text, date=date).mentions
    return [dict(mention.value.extra) for mention in mentions if isinstance(mention.value, DateValue)]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("대회는 2023년 11월 6일(화) 열린다.", {"weekday_conflict": "화"}),
        ("대회는 2023년 11월 6일(월) 열린다.", {}),
        ("협정에 14일(현지시간) 서명했다.", {"zone": "현지시간"}),
        ("서버는 2023-11-06T09:15:00+09:00에 멈췄다.", {"zone": "+09:00"}),
        ("강좌는 4월 12·19·26일 열렸다.", {"days": ["2024-04-12", "2024-04-19", "2024-04-26"]}),
        ("14일 저녁 경기가 열렸다.", {"part_of_day": "evening"}),
        ("매주 월·수·금요일 오전 9시 연다.", {"every": {"weekdays": ["MO", "WE", "FR"], "time": "09:00"}}),
        ("매월 마지막 수요일 연다.", {"every": {"nth": -1, "weekday": "WE"}}),
        ("수리에 2∼3일 걸린다.", {"at_least": "P2D"}),
        ("창립 40주년을 맞았다.", {"anniversary": True}),
        ("이달 31일에 만난다.", {}),
    ],
)
def test_fields(extractor: Extractor, text: str, fields: dict[str, Any]) -> None:
    assert _fields(extractor, text) == [fields]


def test_a_day_that_its_month_does_not_have_is_no_date(extractor: Extractor) -> None:
    assert _fields(extractor, "다음 달 31일에 만난다.") == []


def test_an_open_time_keeps_its_clock(extractor: Extractor) -> None:
    assert _fields(extractor, "오전 9시 30분 문을 연다.", None) == [{"time": "09:30"}]
    assert _fields(extractor, "14일 오전 9시 문을 연다.", None) == [{"time": "09:00"}]


def test_a_relative_date_says_so(extractor: Extractor) -> None:
    mentions = extractor.extract("2023년 11월 6일 착공해 지난 3일 마쳤다.", date="2024-05-16").mentions
    assert [getattr(mention.value, "relative", None) for mention in mentions] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "9999년 12월 31일 다음 날에 만난다.",
        "0001년 1월 1일 전날에 만났다.",
        "99999년 전에 살았다.",
        "3만년 뒤에 돌아온다.",
        "기원전 5월에 살았다.",
        "단기 1990년대에 살았다.",
        "0000년 00월 00일",
    ],
)
@pytest.mark.parametrize("date", [None, "0001-01-01", "9999-12-31", "2024-05-16T10:30"])
def test_the_ends_of_the_calendar_hold(extractor: Extractor, text: str, date: str | None) -> None:
    for mention in extractor.extract(text, date=date).mentions:
        value = mention.value
        if isinstance(value, DateValue) and value.first and value.last:
            assert value.first <= value.last
