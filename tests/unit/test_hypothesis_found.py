"""Texts that once broke something, found by random search: each is read without an error and gives a valid record."""

from __future__ import annotations

import pytest

from kextract import Extractor
from tests.unit.test_hypothesis import check

FOUND = (
    ("김하늘\u1100김하늘", None),  # a lone jamo, which Kiwi glues to its neighbours
    ("#김하늘_시장", None),  # a hashtag is one token, though it holds two words
    ("기원전 1월", None),
    ("매일 오전", None),
    ("2~68시", "2024-01-18"),
    ("월요일", "9999-12-31"),
    ("하반기", "9999-12-31"),
    ("매주 오후", "9999-12-31"),
    ("주말", "9999-12-31"),
    ("9999.12.31 등록, 다음 달 3일", None),
    ("\u200b", None),
    ("\ud800월 \udfff일", "2024-01-18"),
    ("3억\r\n원", None),
    ("3~5년간, 04-083년", None),
    ("매달 말일, 매월 둘째 주 토요일, 매주 월·수요일", None),
    ("15:20", "0001-01-01"),
    ("9시~오후", "0056-01-01"),
    ("춘천시(", None),
    ("카카오()만 카카오(이하 )는 카카오(이하 '')가", None),
    ("기원전 2만년, 기원전 555557년, 기원전 12000년~9000년", None),
    (f"가온전자(A{'a' * 60}가) 김하늘", None),  # a bracket that one pattern took 2**60 steps to refuse
)


@pytest.mark.parametrize(("text", "date"), FOUND)
def test_found(extractor: Extractor, text: str, date: str | None) -> None:
    check(text, extractor.extract(text, date=date).to_record())
