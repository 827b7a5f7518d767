"""The numeral that ends at a place: read leftwards from a currency word, the longest that is well formed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kextract.lazy import Pattern
from kextract.numbers import parse_fuzzy, parse_number
from kextract.rules.money import patterns as p
from kextract.rules.money.view import View

_REACH = 60  # code points that a numeral may take
_PAIR = Pattern(r"([1-9]), ?([1-9])([십백천]?[만억조]?)")


@dataclass(slots=True)
class Number:
    """A numeral of the text: `high` is set where it is vague, `rough` where it is said to be no exact number."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    rough: bool = False


def number_from(text: str, start: int) -> Number | None:
    """The numeral of digits and units that begins at `start`."""
    match = p.NUMBER.match(text, start)
    while match is not None:
        value = parse_number(match[0])
        follows = text[match.end() : match.end() + 2]
        if value is not None and not (follows[:1] in {",", "."} and follows[1:].isdigit()):
            return Number(start, match.end(), value)
        shorter = match[0].rpartition(" ")[0]
        match = p.NUMBER.match(text, start, start + len(shorter)) if shorter else None
    return None


def number_before(view: View, end: int) -> Number | None:
    """The longest well-formed numeral that ends at `end`."""
    text = view.text
    low = max(0, end - _REACH)
    start = end
    while start > low and (
        text[start - 1] in p.NUMERAL_LETTERS
        or (text[start - 1] == " " and start - 1 > low and text[start - 2] in p.NUMERAL_LETTERS)
    ):
        start -= 1
    for at in _starts(text, start, end):
        number = _read(view, at, end)
        if number is not None:
            return number
    return None


def _starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where in a run of numeral letters a numeral may begin, leftmost first."""
    for at in range(start, end):
        if text[at] in " ,.점쩜":
            continue
        digit, before = text[at].isdigit() and text[at].isascii(), text[at - 1] if at else " "
        if digit and (before in "0123456789" or (before in ",." and at > 1 and text[at - 2] in "0123456789")):
            continue
        if not digit and before in "0123456789":
            continue
        yield at


def _read(view: View, start: int, end: int) -> Number | None:
    text = view.text
    piece, before = text[start:end], text[start - 1] if start else " "
    digits = piece[0] in "0123456789"
    if digits and ((before.isascii() and before.isalpha()) or before == "제"):
        return None  # 제3조
    if " " in piece and not _blanks_fit(piece):
        return None
    value = parse_number(piece)
    number = _vague(piece, start, end) if value is None else Number(start, end, value)
    return number if number is None or digits or view.starts_word(start) else None


def _vague(piece: str, start: int, end: int) -> Number | None:
    if "여" in piece:
        value = parse_number(piece.replace("여", "").strip())
        if value is not None:
            return Number(start, end, value, None, True)  # 10억여원 is said of 10억
        piece = piece.replace("여", "")
        bounds = parse_fuzzy(piece)
        return None if bounds is None else Number(start, end, *bounds, True)
    pair = _PAIR.fullmatch(piece)
    if pair is not None and int(pair[1]) + 1 == int(pair[2]):
        least, most = parse_number(pair[1] + pair[3]), parse_number(pair[2] + pair[3])
        return None if least is None else Number(start, end, least, most, True)  # 2, 3만원
    bounds = parse_fuzzy(piece)
    return None if bounds is None else Number(start, end, *bounds, True)


def _blanks_fit(piece: str) -> bool:
    """Whether each blank stands where writers put one: behind a unit (3억 5천), before one behind digits (10 만)."""
    for at, letter in enumerate(piece):
        if letter != " ":
            continue
        left, right = piece[at - 1], piece[at + 1] if at + 1 < len(piece) else ""
        if left in p.UNIT_LETTERS or right == "여" or left in "여수몇,":
            continue
        if left in "0123456789삼오육칠팔" and right in p.UNIT_LETTERS:
            continue  # 오 만 원, but 이 만 원 is this 만 원
        return False
    return True
