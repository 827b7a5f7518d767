"""Numbers beside currencies: finds the amounts of a line and joins compounds, ranges and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kextract.lazy import Pattern
from kextract.numbers import DIGITS, EXACT, parse_number, plain
from kextract.rules.money import patterns as p
from kextract.rules.money.currencies import Currency, currencies
from kextract.rules.money.numerals import Number, number_before, number_from
from kextract.rules.money.view import View

_LATIN_NEXT = Pattern("[0-9][ -]?[a-z]", re.IGNORECASE)
_SCALED = Pattern(rf"(?<![0-9A-Za-z.,])({DIGITS}){p.LATIN_SCALE.pattern} ?(?=[a-z가-힣])", re.IGNORECASE)
HUNDREDTH = Decimal("0.01")


@dataclass(slots=True)
class Amount:
    """A number with its currency; `start` to `end` is the mention. `form` names what was seen."""

    start: int
    end: int
    number: Number
    low: Decimal
    high: Decimal | None
    currency: Currency | None
    form: str
    rough: bool = False
    spread: bool = False  # low to high was said as a range: no guess


def find_amounts(view: View) -> list[Amount]:
    """All amounts that bear a currency, in order; ranges are still in two."""
    found = [*_signed(view), *_scaled(view), *_named(view)]
    found.sort(key=lambda amount: (amount.start, -amount.end))
    apart: list[Amount] = []
    for amount in found:
        if apart and amount.start < apart[-1].end:
            continue
        apart.append(amount)
    return _compounds(view, apart)


def _signed(view: View) -> Iterator[Amount]:
    """$3.5억, US$3.5m, USD 1,000, ₩12,000: a sign or a code in front."""
    known = currencies()
    if known.sign_ends.search(view.text) is None:
        return
    for match in known.sign.finditer(view.text):
        head = match[1]
        currency = known.signs.get(head) or known.codes[head]
        number = number_from(view.text, match.end())
        if number is None:
            continue
        if currency.guard == "big" and number.low < 1000:
            continue
        low, end = number.low, number.end
        scale = p.LATIN_SCALE.match(view.text, end)
        if scale is not None:
            low, end = EXACT.multiply(low, Decimal(p.LATIN_SCALES[scale[1].lower()])), scale.end()
        if currency.kind == "code" and view.text[end : end + 1] in {"-", "/"}:
            continue
        upper = _upper_end(view.text, end)
        if upper is not None and upper[1] > low:
            end, high = upper[0], plain(EXACT.multiply(upper[1], upper[2]))
            low = low if scale is not None else EXACT.multiply(low, upper[2])
            yield Amount(match.start(), end, number, plain(low), high, currency, "range", spread=True)
            continue
        repeated = _currency_at(view, end + (view.text[end : end + 1] == " "))
        if repeated is not None and repeated[0].codes[0] == currency.codes[0] and _ends(view, *repeated):
            end = repeated[1]
        yield Amount(match.start(), end, number, plain(low), None, currency, "sign")


def _upper_end(text: str, at: int) -> tuple[int, Decimal, Decimal] | None:
    """The rest of $10-20 million behind the first number: its end, its number and the scale of both."""
    if text[at : at + 1] not in p.RANGE_MARKS:
        return None
    number = number_from(text, at + 1)
    if number is None:
        return None
    scale = p.LATIN_SCALE.match(text, number.end)
    if scale is None:
        return number.end, number.low, Decimal(1)
    return scale.end(), number.low, Decimal(p.LATIN_SCALES[scale[1].lower()])


def _named(view: View) -> Iterator[Amount]:
    """3억5천만원, 270억 달러, 50만 위안, 100만 USD: a currency behind."""
    for match in currencies().anchor.finditer(view.text):
        seen = None if _is_syllable(view.text, match.start()) else _currency_at(view, match.end())
        if seen is None:
            continue
        currency, end = seen
        number = number_before(view, match.start() + 1)
        if number is None or not _allowed(view, number, currency, end) or not _ends(view, currency, end):
            continue
        unit = HUNDREDTH if currency.kind == "sub" else Decimal(1)
        low = plain(EXACT.multiply(number.low, unit))
        high = None if number.high is None else plain(EXACT.multiply(number.high, unit))
        form = currency.kind if currency.kind == "sub" else "vague" if high is not None else "name"
        yield Amount(number.start, end, number, low, high, currency, form, number.rough)


def _is_syllable(text: str, at: int) -> bool:
    """Whether a digit in Hangul is but the last syllable of a word: 연구원, 역삼동, 2명이 원했다."""
    before = text[at - 1] if at else " "
    return text[at] in p.HANGUL_DIGITS and "가" <= before <= "힣" and before not in p.NUMERAL_LETTERS


def _scaled(view: View) -> Iterator[Amount]:
    """5M 달러, 1.2 million dollars: Latin letters for the thousands between number and currency."""
    if _LATIN_NEXT.search(view.text) is None:
        return
    for match in _SCALED.finditer(view.text):
        value, seen = parse_number(match[1]), _currency_at(view, match.end())
        if value is None or seen is None or seen[0].guard or seen[0].kind == "sub" or not _ends(view, *seen):
            continue
        low = plain(EXACT.multiply(value, Decimal(p.LATIN_SCALES[match[2].lower()])))
        yield Amount(match.start(), seen[1], Number(match.start(), match.end(2), low), low, None, seen[0], "name")


def _currency_at(view: View, position: int) -> tuple[Currency, int] | None:
    """The currency at `position` and where it ends; of a Korean word `_ends` has to say whether that is its end."""
    currency = currencies().at(view.text, position)
    if currency is None:
        return None
    end = position + len(currency.form)
    following = view.text[end : end + 1]
    if currency.kind == "sign":
        glued = position > 0 and view.text[position - 1] != " "
        return (currency, end) if glued and not following.isdigit() else None
    if currency.form.isascii():
        return None if following.isascii() and following.isalnum() else (currency, end)
    return currency, end


def _ends(view: View, currency: Currency, end: int) -> bool:
    return currency.kind == "sign" or currency.form.isascii() or view.ends_word(end)


def _allowed(view: View, number: Number, currency: Currency, end: int) -> bool:
    """Whether the currency word is one here: no 만원 버스, no 3원 체제, no 200파운드 of weight."""
    text, written = view.text, view.text[number.start : number.end]
    glued = text[number.end] != " "
    if currency.form == "원":
        return _is_won(view, number, written, end, glued)
    if len(written) == 1 and written in p.HANGUL_DIGITS and (not glued or currency.form == "유로"):
        return False  # 이 달러: this dollar; 이유로
    if written[-1] in p.NATIVE_END and (len(currency.form) == 1 or currency.form == "위안"):
        return False  # 한 위안, 네 원
    around = text[max(0, number.start - 40) : end + 20]
    if currency.guard == "weight":
        large = any(letter in p.UNIT_LETTERS for letter in written)
        return large or not p.WEIGHT.search(around)
    if currency.guard == "big":
        big = any(letter in p.UNIT_LETTERS or letter == "," for letter in written)
        spelled = len(written) > 1 and not any(letter.isdigit() for letter in written)
        return big or spelled or text.startswith("짜리", end) or p.BIG_CONTEXT.search(around) is not None
    if currency.guard == "sen" and not _is_sen(text, number, end):
        return False
    if currency.form == "유로" and p.NOT_EURO.match(text, end):
        return False
    if currency.near and not any(word in text for word in currency.near):
        return False
    return not (glued and written[-1] in p.HANGUL_DIGITS) or view.breaks_at(number.end)  # not 삼동


def _is_won(view: View, number: Number, written: str, end: int, glued: bool) -> bool:
    text = view.text
    if p.NOT_WON.match(text, end) and (number.low < 10 or view.tag_from(number.end + (not glued)) == "NNG"):
        return False
    if not glued and p.OTHER_WON.match(text, number.end + 1):
        return False
    if written[0] in "0123456789":
        return True
    if written[-1] in p.HANGUL_DIGITS and (number.low == 0 or not view.breaks_at(number.end)):
        return False  # 영원, 구원
    if len(written) == 1 and written in p.HANGUL_DIGITS and not glued:
        return False  # 이 원칙
    token = view.token(number.start)
    whole = token is not None and token[1] == end and token[2] in {"NNG", "NNP"}
    if written == "만" and glued and (p.FULL_HOUSE.match(text, end) or (whole and not p.PAID.match(text, end))):
        return False
    short = glued and len(written) <= 2
    if short and number.start and "가" <= text[number.start - 1] <= "힣":
        return False  # 박백원
    return not (short and p.NAMED.match(text, end))


def _is_sen(text: str, number: Number, end: int) -> bool:
    """전 is a hundredth of a won behind one (1,234원 50전), or where a rate moves: 50전 오른; else a match: 3전 3승."""
    if re.search(r"원 ?$", text[max(0, number.start - 2) : number.start]):
        return True
    if number.low >= 100 or p.RATE_MOVE.match(text, end) is None:
        return False
    return p.RATE.search(text) is not None or number.low % 10 == 0


def _compounds(view: View, amounts: list[Amount]) -> list[Amount]:
    """Joins 1달러 20센트 and 1,234원 50전 into one amount each."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last is None or not _is_rest(view, last, amount):
            joined.append(amount)
            continue
        low = EXACT.add(last.low, amount.low)
        joined[-1] = Amount(last.start, amount.end, last.number, low, None, last.currency, "name")
    return joined


def _is_rest(view: View, last: Amount, amount: Amount) -> bool:
    if amount.form != "sub" or last.form != "name" or amount.low >= 1:
        return False
    if last.currency is None or amount.currency is None or last.currency.codes[0] != amount.currency.codes[0]:
        return False
    return view.text[last.end : amount.start] in {"", " "}
