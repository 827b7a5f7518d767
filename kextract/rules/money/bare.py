"""Amounts without a currency word: 1,213억 where money is meant, 억대 연봉."""

from __future__ import annotations

from collections.abc import Iterator

from kextract.lazy import Pattern
from kextract.numbers import parse_fuzzy, parse_number
from kextract.rules.money import patterns as p
from kextract.rules.money.amounts import Amount
from kextract.rules.money.numerals import Number
from kextract.rules.money.ranges import join
from kextract.rules.money.view import View

_BARE = Pattern(
    r"(?<![0-9A-Za-z.,제])(?:[0-9][0-9,.]*|[수몇])[십백천]?(?:[만억조](?: ?[0-9][0-9,]*(?:[천백]?[만억]|천))?)(?: ?여)?"
    r"(?! ?[원달불유엔위])"
)
_LIKELY = Pattern("[0-9,.수몇][십백천]?[만억조]|억대")  # begins with a class: `re` jumps to its letters
_BAND_WORD = Pattern(r"(?<![0-9수몇천백십] )(?<![0-9가-힣])억대(?=[의로를에는] | ?[가-힣])")


_NEAR = 60  # code points within which an amount with its currency speaks for one without
_SHORT = Pattern(r"([억조]) ?[1-9]천$")


def find_bare(view: View, taken: list[Amount]) -> Iterator[Amount]:
    """Bare amounts that overlap none of `taken`."""
    if _LIKELY.search(view.text) is None:
        return
    stated = [amount.start for amount in taken if amount.currency is not None and amount.low >= 10**8]
    for match in _BARE.finditer(view.text):
        start, end = match.span()
        if any(amount.start < end + 1 and start < amount.end for amount in taken):
            continue
        number = _number(match[0], start, end)
        if number is None:
            continue
        amount = Amount(start, end, number, number.low, number.high, None, "bare", number.rough)
        amount = join(view, None, amount) or amount  # 매출 3억~5억을
        beside = any(abs(start - at) <= _NEAR for at in stated)
        if _is_money(view, amount.number, beside):
            yield amount
    for match in _BAND_WORD.finditer(view.text):
        bounds = parse_fuzzy("수억")
        if bounds is not None:
            low = bounds[0] / 2
            number = Number(match.start(), match.end(), low, bounds[1], True)
            yield Amount(match.start(), match.end(), number, low, bounds[1], None, "bare", True)


def _colloquial(core: str) -> str:
    """집값 3억 5천 leaves out the unit that must follow: 3억 5천만, 1조 2천억."""
    short = _SHORT.search(core)
    return core if short is None else core + ("만" if short[1] == "억" else "억")


def _number(piece: str, start: int, end: int) -> Number | None:
    rough = piece.endswith("여")
    core = _colloquial(piece.rstrip("여 "))
    value = parse_number(core)
    if value is not None:
        return Number(start, end, value, None, rough)
    bounds = parse_fuzzy(core)
    return None if bounds is None else Number(start, end, *bounds, True)


def _is_money(view: View, number: Number, beside: bool) -> bool:
    """A money word leads to the number or follows it, and nothing that is counted does. `beside` says that an
    amount of hundreds of millions with its currency is near, as 국비 50억·도비 30억 등 100억원 does."""
    text, end = view.text, number.end
    large = text[end - 1] in "억조" or "억" in text[number.start : end] or "조" in text[number.start : end]
    if text.startswith("대", end):
        end += 1
        if not large or text[end : end + 1] not in {" ", "의", "로", "에", "를", ""}:
            return False
    elif text.startswith("짜리", end):
        end += 2
        if not large:
            return False
    if large and (p.BARE_WORDS.match(text, end) or (text[end - 1] == "대" and p.BAND_WORDS.match(text, end))):
        return True
    if large and p.BARE_OF.match(text, end):
        return True
    before = text[max(0, number.start - 24) : number.start]
    if _led_by_money(before):
        meant = large or number.low >= 1_000_000
    else:
        meant = large and beside and not p.COUNTED.search(before)
    return meant and (p.BARE_AFTER.match(text, end) is not None or _particle(view, end))


def _particle(view: View, at: int) -> bool:
    tag = view.tag_from(at)
    return tag.startswith(("J", "VCP", "XSN"))


def _led_by_money(before: str) -> bool:
    """Whether a money word stands at the end of `before`, with no more than particles and firmness behind it."""
    for cut in range(len(before), 0, -1):
        if p.MONEY_LINK.match(before, cut) is None:
            continue
        for width in range(1, 6):
            word = before[max(0, cut - width) : cut]
            if word in p.MONEY_WORDS:
                return word != "사업" or "(" in before[cut:]
    return False
