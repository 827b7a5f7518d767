"""Numerals: what is read, what is not, and that neither takes long."""

from __future__ import annotations

import re
import time
from decimal import Decimal, getcontext

import pytest

from kextract.numbers import FUZZY, NATIVE, NUMERAL, SINO, parse_fuzzy, parse_number, step


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1,234,567.89", "1234567.89"),
        ("3억5천만", "350000000"),
        ("1조 2,000억", "1200000000000"),
        ("1조2000억", "1200000000000"),
        ("12만5천", "125000"),
        ("천5백만", "15000000"),
        ("9천7조 1천9백9십2억 5천4백7십4만 9백9십1", "9007199254740991"),
        ("25백만", "25000000"),
        ("500천", "500000"),
        ("1.5조", "1500000000000"),
        ("0.5억", "50000000"),
        ("1.5천만", "15000000"),
        ("8.50", "8.5"),
        ("이천이십사", "2024"),
        ("이공이사", "2024"),
        ("二〇二四", "2024"),
        ("삼백만", "3000000"),
        ("오백만", "5000000"),
        ("천백십일", "1111"),
        ("三百萬", "3000000"),
        ("3億", "300000000"),
        ("일쩜이삼", "1.23"),
        ("일점오조", "1500000000000"),
        ("만", "10000"),
        ("천억", "100000000000"),
        ("1해", "100000000000000000000"),
        ("열둘", "12"),
        ("스물한", "21"),
        ("서른", "30"),
        ("세", "3"),
        ("만이천삼백마흔다섯", "12345"),
        ("10 만", "100000"),
        ("이 만 오 천", "25000"),
    ],
)
def test_reads(text: str, value: str) -> None:
    assert str(parse_number(text)) == value


@pytest.mark.parametrize(
    "text",
    "| |,|.|15,7|1,2345|,123|1.|1..2|억|조|백백백|해경조억만천백십일|3만 12000|5천1200|1억만|1.5조 2000억|한만|이삼"
    "|만억|30 5|20이|원|0,123|영만|12십|3  억|점오|일점".split("|"),
)
def test_refuses(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("수십억", 2_000_000_000, 9_999_999_999),
        ("몇백만", 2_000_000, 9_999_999),
        ("수 천만", 20_000_000, 99_999_999),
        ("십수만", 120_000, 199_999),
        ("백수십만", 1_200_000, 1_999_999),
        ("몇", 2, 9),
        ("두세", 2, 3),
        ("두서너", 2, 4),
        ("이삼십만", 200_000, 300_000),
        ("사오", 4, 5),
        ("십여", 10, 19),
        ("20여만", 200_000, 299_999),
        ("10억여", 1_000_000_000, 1_999_999_999),
        ("1천800여만", 18_000_000, 18_999_999),
        ("12억8천여만", 1_280_000_000, 1_289_999_999),
    ],
)
def test_fuzzy(text: str, least: int, most: int) -> None:
    assert parse_fuzzy(text) == (Decimal(least), Decimal(most))
    assert re.fullmatch(FUZZY, text)


@pytest.mark.parametrize("text", ["", "5", "여", "이사", "수여", "십수백", "구영"])
def test_not_fuzzy(text: str) -> None:
    assert parse_fuzzy(text) is None


def test_step() -> None:
    assert [step(Decimal(n)) for n in ("1300", "250000", "0", "7", "1.25")] == [
        Decimal(n) for n in ("100", "10000", "1", "1", "0.01")
    ]


def test_the_callers_decimal_context_changes_nothing() -> None:
    context = getcontext()
    before, context.prec = context.prec, 3
    try:
        assert parse_number("1234경 5678조 9012억 3456만 7891") == Decimal("12345678901234567891")
        assert parse_number("123456789.125") == Decimal("123456789.125")
    finally:
        context.prec = before


@pytest.mark.parametrize("source", [NUMERAL, SINO, NATIVE, FUZZY])
@pytest.mark.parametrize("piece", ["1", "1억 ", "천", "1,111", "수 ", "일", "만여 ", "1천", "이삼"])
def test_sources_are_linear(source: str, piece: str) -> None:
    pattern = re.compile(f"(?:{source})X")
    began = time.perf_counter()
    assert pattern.search(piece * 5_000) is None
    assert time.perf_counter() - began < 2
