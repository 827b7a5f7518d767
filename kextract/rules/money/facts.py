"""What stands around an amount: how firmly it is said, per what, in whose money; and from it all the candidate."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kextract.model import Candidate, MoneyValue, Precision
from kextract.numbers import EXACT, step
from kextract.rules.money import patterns as p
from kextract.rules.money.amounts import Amount
from kextract.rules.money.currencies import WHOLE, Currency, currencies
from kextract.rules.money.view import View

_RULES = {
    "name": ("money.won", 5.0),
    "sub": ("money.subunit", 4.0),
    "sign": ("money.sign", 5.0),
    "range": ("money.range", 6.0),
    "vague": ("money.vague", 5.0),
    "listed": ("money.list", 4.0),
    "bare": ("money.bare", 3.0),
    "band": ("money.band", 5.0),
}


def candidate(view: View, amount: Amount, offset: int) -> Candidate:
    """The amount as a candidate in offsets of the document."""
    code, options = _code(view, amount)
    precision = _precision(view, amount)
    low, high = amount.low, amount.high
    form = amount.form
    if form in {"name", "sign", "bare"} and high is None and _is_band(view, amount):
        high = _band_end(low, code)
        form, precision = "band", "approximate"
    elif form == "range" and high is not None and _is_band(view, amount):
        high, precision = _band_end(high, code), "approximate"  # 1~2만 원대
    start = amount.start
    if _is_negative(view, amount):
        low = -low
        start -= view.text[start - 1] in "-−"
    extra: dict[str, Any] = {}
    per = _per(view, amount)
    if per is not None:
        extra["per"] = per
    if options:
        extra["currency_options"] = list(options)
    rule, score = _RULES[form]
    if rule == "money.won" and code != "KRW":
        rule = "money.foreign"
    value = MoneyValue(low, code, precision, amount.currency is not None, high, extra)
    return Candidate("money", offset + start, offset + amount.end, rule, score, value)


def _code(view: View, amount: Amount) -> tuple[str, tuple[str, ...]]:
    """The ISO code, and where the name leaves several open and no country is near, all of them."""
    currency = amount.currency
    if currency is None:
        return "KRW", ()
    if currency.form == "원":
        return ("KPW" if p.NORTH.search(view.text[max(0, amount.start - 12) : amount.start]) else "KRW"), ()
    if len(currency.codes) == 1:
        return currency.codes[0], ()
    if currency.form == "¥":
        return ("CNY" if p.YUAN.search(view.text) else "JPY"), ()
    nearest = _by_country(view.text, amount.start, currency)
    return (nearest, ()) if nearest else (currency.codes[0], currency.codes)


def _by_country(text: str, at: int, currency: Currency) -> str | None:
    """The code of the country named closest to the amount, before it rather than behind."""
    named = currencies().countries.get(currency.form.removesuffix("화"), {})
    best: tuple[int, str] | None = None
    for country, code in named.items():
        if code not in currency.codes:
            continue
        before, behind = text.rfind(country, 0, at), text.find(country, at)
        for distance in (at - before if before >= 0 else -1, 1000 + behind - at if behind >= 0 else -1):
            if distance >= 0 and (best is None or distance < best[0]):
                best = (distance, code)
    return None if best is None else best[1]


def _precision(view: View, amount: Amount) -> Precision:
    behind = view.text[amount.end : amount.end + 24]
    if view.text.startswith("대", amount.end):
        behind = behind[1:]
    for pattern, precision in p.AFTER:
        if precision == "approximate":
            continue
        if pattern.match(behind) and not (amount.spread and behind.startswith(("까지", "부터"))):
            return precision
    before = view.text[max(0, amount.start - 10) : amount.start]
    said = _said_before(before)
    if said is not None and said != "approximate":
        return said
    vague = amount.rough or (amount.high is not None and not amount.spread)
    if said is not None or vague or any(pattern.match(behind) for pattern, what in p.AFTER if what == "approximate"):
        return "approximate"
    return "exact"


def _said_before(before: str) -> Precision | None:
    if p.NOT_BEFORE.search(before):
        return None
    for pattern, precision in p.BEFORE:
        if pattern.search(before):
            return precision
    return None


def _is_band(view: View, amount: Amount) -> bool:
    """100만원대, 10억대: what follows is 대 and no longer word with it."""
    if not view.text.startswith("대", amount.end):
        return False
    token = view.token(amount.end)
    if token is None:
        return p.BAND.match(view.text, amount.end) is not None
    return token[1] == amount.end + 1


def _band_end(low: Decimal, code: str) -> Decimal:
    """The last amount of a band: 1,999,999 of 100만원대, 69.99 of 60달러대. The last digit said is the open one."""
    smallest = Decimal(1) if code in WHOLE and step(low) > 1 else Decimal("0.01")  # 148엔대 ends at 148.99
    return EXACT.subtract(EXACT.add(low, step(low)), smallest)


def _is_negative(view: View, amount: Amount) -> bool:
    before = view.text[max(0, amount.start - 6) : amount.start]
    return before.endswith(("마이너스 ", "마이너스")) or (before[-1:] in {"-", "−"} and before[-2:-1] in {" ", "(", ""})


def _per(view: View, amount: Amount) -> str | None:
    """The unit an amount is for: 주 of 주당 5만원, 3.3㎡ of 3.3㎡당, 월 of 월 300만원, kg of 5,000원/kg."""
    behind = p.PER_AFTER.match(view.text, amount.end)
    if behind is not None:
        return p.PERIODS.get(behind[1], behind[1])
    before = view.text[max(0, amount.start - 30) : amount.start]
    unit = p.PER_BEFORE.search(before)
    if unit is not None and unit[1].strip() not in p.NOT_PER:
        return unit[1].strip()
    period = p.PER_PERIOD.search(before)
    return None if period is None else p.PERIODS[period[1]]
