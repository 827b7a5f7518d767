"""Ranges and lists: 10억~20억원, 3~5억원, 400만에서 500만 달러, and 300만, 500만원."""

from __future__ import annotations

import re
from decimal import Decimal

from kextract.lazy import Pattern
from kextract.numbers import EXACT, parse_number, plain
from kextract.rules.money import patterns as p
from kextract.rules.money.amounts import Amount
from kextract.rules.money.numerals import Number, number_before
from kextract.rules.money.view import View

_LARGE = ["경", "조", "억", "만"]
_HEAD = Pattern(r"([0-9][0-9,.]*)([천백십]?)([만억조경]?)")
_COMMA = Pattern(r"(?:, ?| ?· ?)$")


def join_ranges(view: View, amounts: list[Amount]) -> list[Amount]:
    """Joins the two ends of each range, and gives the members of a list the currency that only its last one says."""
    result: list[Amount] = []
    for amount in amounts:
        last = result[-1] if result else None
        whole = join(view, last, amount)
        if whole is None:
            result += _listed(view, amount, last.end if last else 0)
            result.append(amount)
            continue
        if last is not None and whole.start <= last.start:
            result.pop()
        result.append(whole)
    return result


def join(view: View, last: Amount | None, amount: Amount) -> Amount | None:
    """The range that ends with `amount`, or None. `last` is the amount before it."""
    if (amount.high is not None and amount.form != "vague") or amount.number.start == 0:
        return None
    mark = _mark(view, amount)
    if mark is None:
        return None
    left_end, word = mark
    if last is not None and last.end == left_end:
        return _of_amounts(view, last, amount, word)
    if amount.start != amount.number.start:
        return None
    left = number_before(view, left_end)
    if left is None or (left.high is not None and amount.high is None) or (last is not None and left.start < last.end):
        return None
    if not word and left.start and view.text[left.start - 1] in p.RANGE_MARKS:
        return None  # 010-1234-5000원
    low = _spread(view.text[left.start : left.end], left, view.text[amount.number.start : amount.number.end], amount)
    if low is None or low >= amount.low or (word and p.CHANGE.match(view.text, amount.end)):
        return None
    return _range(left.start, low, amount, left.rough)


def _mark(view: View, amount: Amount) -> tuple[int, bool] | None:
    """The end of what stands before the range mark or word, and whether it is a word."""
    text, at = view.text, amount.start
    for word in p.RANGE_WORDS:
        if text.endswith(word, 0, at):
            return at - len(word), True
    end = at
    while end and text[end - 1] == " ":
        end -= 1
    if not end or text[end - 1] not in p.RANGE_MARKS:
        return None
    end -= 1
    while end and text[end - 1] == " ":
        end -= 1
    return end, False


def _of_amounts(view: View, last: Amount, amount: Amount, word: bool) -> Amount | None:
    """10달러 - 20달러, $10~$20, 5만원에서 10만원 사이."""
    if (last.high is not None and (last.form, amount.form) != ("vague", "vague")) or last.currency is None:
        return None
    if amount.currency is None:
        return None
    if last.currency.codes[0] != amount.currency.codes[0]:
        return None
    low = last.low
    scale = p.LATIN_SCALE.search(view.text[amount.number.end : amount.end])
    if last.form == amount.form == "sign" and scale is not None and last.end == last.number.end:
        low = EXACT.multiply(low, Decimal(p.LATIN_SCALES[scale[1].lower()]))
    if low >= amount.low:
        return None
    if word and not re.match(r"까지| ?사이", view.text[amount.end :]):
        return None  # 3만원에서 5만원으로 올랐다 are two amounts
    return _range(last.start, low, amount, last.rough)


def _range(start: int, low: Decimal, amount: Amount, rough: bool) -> Amount:
    low = plain(low)
    high = amount.low if amount.high is None else amount.high  # 수백만~수천만 원
    number = Number(start, amount.number.end, low, high, rough or amount.rough)
    return Amount(start, amount.end, number, low, high, amount.currency, "range", number.rough, not number.rough)


def _spread(left_text: str, left: Number, right_text: str, right: Amount) -> Decimal | None:
    """The lower end with the unit that only the upper one says: 3~5억, 1~2천만, 500~1,000만, 6~70만."""
    unit = EXACT.divide(right.low, right.number.low) if right.number.low else Decimal(1)
    if any(letter in p.LARGE_LETTERS for letter in left_text):
        return EXACT.multiply(left.low, unit)
    head = _HEAD.match(right_text)
    digits, small, large = (head[1], head[2], head[3]) if head is not None else ("", "", "")
    single = left_text.isdigit() and len(left_text) == 1
    factors = [small + large] if single and small else []
    factors += _LARGE[_LARGE.index(large) :] if large in _LARGE else [large]
    tenfold = Decimal(10 if single and parse_number(digits) == left.low * 10 + 10 else 1)  # 6~70만
    for factor in factors:
        scale = parse_number("1" + factor)
        low = EXACT.multiply(EXACT.multiply(left.low, tenfold), scale or Decimal(1))
        if low < right.number.low:
            return EXACT.multiply(low, unit)
    return None


def _listed(view: View, amount: Amount, low: int) -> list[Amount]:
    """The numbers in front of an amount that share its currency: 300만, 500만원; 3천만에서 5천만원으로 올렸다."""
    found: list[Amount] = []
    start = amount.start
    while amount.form == "name" and start > low and amount.start == amount.number.start:
        text = view.text
        comma = _COMMA.search(text[max(0, start - 3) : start])
        word = next((w for w in p.RANGE_WORDS if text.endswith(w, low, start)), None)
        if comma is None and word is None:
            break
        end = start - (len(comma[0]) if comma is not None else len(word or ""))
        number = number_before(view, end)
        if number is None or number.start < low or text[end - 1] not in p.LARGE_LETTERS:
            break
        if text[end - 1] == "해" or number.high is not None:
            break
        found.insert(0, Amount(number.start, end, number, number.low, None, amount.currency, "listed", number.rough))
        start = number.start
    return found
