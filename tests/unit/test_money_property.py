"""The amount read is the amount written, in whatever mixture of digits, units, Hangul and blanks."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kextract.model import MoneyValue
from kextract.numbers import parse_number
from kextract.rules.money import read_money

_LARGE = ("", "만", "억", "조", "경")
_SMALL = ("천", "백", "십", "")
_DIGITS = "영일이삼사오육칠팔구"
LIMIT = 100 * 10**16  # the first amount above 99경 and something


def _groups(amount: int) -> list[tuple[int, str]]:
    """The groups of four digits that are not zero, highest first, with their units."""
    found = []
    for place, unit in enumerate(_LARGE):
        group = amount // 10_000**place % 10_000
        if group:
            found.append((group, unit))
    return found[::-1]


def _spelled(group: int, digit: str, one: bool) -> str:
    """A group as 천·백·십 terms with Hangul or ASCII digits; `one` says whether 일 is written before a unit."""
    text = ""
    for place, unit in enumerate(_SMALL):
        figure = group // 10 ** (3 - place) % 10
        if figure == 1 and unit and not one:
            text += unit
        elif figure:
            text += (str(figure) if digit == "ascii" else _DIGITS[figure]) + unit
    return text


def _mixed(group: int) -> str:
    """A thousand split off, the rest in digits: 5천300."""
    thousands, rest = divmod(group, 1000)
    return f"{thousands}천{rest or ''}" if thousands else str(group)


def _written(amount: int, style: str, blanks: bool, one: bool) -> str:
    """`amount` as people write it. A blank stands between groups and before the currency."""
    gap = " " if blanks else ""
    if style == "digits":
        return f"{amount}{gap}원"
    if style == "commas":
        return f"{amount:,}{gap}원"
    parts = []
    for group, unit in _groups(amount):
        if style == "groups":
            parts.append(f"{group}{unit}")
        elif style == "comma groups":
            parts.append(f"{group:,}{unit}")
        elif style == "mixed":
            parts.append(f"{_mixed(group)}{unit}")
        elif style == "ascii terms":
            parts.append(f"{_spelled(group, 'ascii', one)}{unit}")
        else:
            parts.append(f"{_spelled(group, 'hangul', one)}{unit}")
    if not one and style in {"hangul", "ascii terms"} and parts and parts[0] in {"1만", "일만"}:
        parts[0] = "만"
    return gap.join(parts) + f"{gap}원"


STYLES = ("digits", "commas", "groups", "comma groups", "mixed", "ascii terms", "hangul")


def _read(text: str) -> Decimal | None:
    found = read_money(text)
    if len(found) != 1 or text[found[0].start : found[0].end] != text.strip():
        return None
    value = found[0].facts
    assert isinstance(value, MoneyValue)
    return value.amount if value.currency == "KRW" and value.amount_max is None else None


def _amount(rng: random.Random) -> int:
    """Any number of digits is as likely as another, and zeros in between are frequent."""
    size = rng.randint(1, 18)
    digits = [rng.choice("0123456789") if rng.random() < 0.6 else "0" for _ in range(size)]
    digits[0] = rng.choice("123456789")
    return int("".join(digits))


def test_ten_thousand_amounts() -> None:
    rng = random.Random(20_240_118)
    wrong = []
    for _ in range(10_000):
        amount = _amount(rng)
        text = _written(amount, rng.choice(STYLES), rng.random() < 0.5, rng.random() < 0.5)
        if text[-2:] == " 원" and len(text) == 3 and not text[0].isdigit():
            continue  # 이 원 is "this 원", and nobody writes 2 won so
        read = _read(text)
        if read != amount or str(read) != str(amount):
            wrong.append((amount, text, read))
    assert not wrong, (len(wrong), wrong[:10])


@settings(max_examples=300, deadline=None)
@given(st.integers(10, LIMIT - 1), st.sampled_from(STYLES), st.booleans(), st.booleans())
def test_any_amount(amount: int, style: str, blanks: bool, one: bool) -> None:
    assert _read(_written(amount, style, blanks, one)) == amount


@settings(max_examples=300, deadline=None)
@given(st.decimals(min_value="0.01", max_value="99999", places=2), st.sampled_from(["조", "억", "만", ""]))
def test_decimals(value: Decimal, unit: str) -> None:
    scale = {"조": 10**12, "억": 10**8, "만": 10**4, "": 1}[unit]
    assert parse_number(f"{value}{unit}") == value * scale


@settings(max_examples=300, deadline=None)
@given(st.text("0123456789,. 일이삼십백천만억조경원~여수몇달러$€", max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for found in read_money(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.facts.amount == found.facts.amount  # no NaN
