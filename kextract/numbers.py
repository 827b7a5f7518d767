"""Numerals to exact `Decimal`s: 3억5천만, 1조 2,000억, 천5백만, 이천이십사, 스물한, 三百萬, 수십억. No float anywhere.

`parse_number` reads one complete numeral, `parse_fuzzy` one that means a span of numbers (수십억, 두세, 십여). Neither
searches: the regex sources `DIGITS`, `NUMERAL`, `SINO`, `NATIVE` and `FUZZY` do, for dates and money alike. They match
generously and in linear time; the two functions then say whether what they matched is well formed.
"""

from __future__ import annotations

from decimal import Context, Decimal

from kextract.lazy import Pattern

# the longest exact amounts are far below 100 digits; the caller's own decimal context must not round them
EXACT = Context(prec=120)
LENGTH_LIMIT = 100  # code points of a numeral; longer ones are no numerals


def _table(line: str) -> dict[str, int]:
    words = line.split()
    return {word: int(value) for word, value in zip(words[::2], words[1::2], strict=True)}


_SINO_DIGITS = (
    _table("영 0 공 0 일 1 이 2 삼 3 사 4 오 5 육 6 륙 6 칠 7 팔 8 구 9")
    | _table("零 0 〇 0 一 1 二 2 三 3 四 4 五 5 六 6 七 7 八 8 九 9")
    | _table("壹 1 貳 2 參 3")
)
_SMALL_UNITS = _table("십 10 백 100 천 1000 十 10 拾 10 百 100 千 1000")
_EXPONENTS = _table("만 4 억 8 조 12 경 16 해 20 萬 4 万 4 億 8 兆 12 京 16 垓 20")
_LARGE_UNITS = {unit: 10**exponent for unit, exponent in _EXPONENTS.items()}
_NATIVE_TENS = _table("열 10 스물 20 스무 20 서른 30 마흔 40 쉰 50 예순 60 일흔 70 여든 80 아흔 90")
_NATIVE_ONES = _table("하나 1 한 1 둘 2 두 2 셋 3 세 3 석 3 서 3 넷 4 네 4 넉 4 너 4") | _table(
    "다섯 5 닷 5 여섯 6 엿 6 일곱 7 여덟 8 아홉 9"
)
# neighbours said as one word, the first and how far up the other: 두세 명, 두서너 달
_PAIR_FIRST = _table(
    "한두 1 두세 2 두서너 2 서너 3 너댓 4 네댓 4 네다섯 4 너더댓 4 대여섯 5 예닐곱 6 일고여덟 7 일여덟 7 엳아홉 8"
)
_NATIVE_PAIRS = {word: (first, first + (2 if word == "두서너" else 1)) for word, first in _PAIR_FIRST.items()}

_SMALL = "".join(_SMALL_UNITS)
_LARGE = "".join(_LARGE_UNITS)
_DIGIT_LETTERS = "".join(_SINO_DIGITS)
UNITS = _SMALL + _LARGE

#: ASCII digits with thousands commas and a decimal point: 1,234.5
DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,7}|[0-9]{1,24})(?:\.[0-9]{1,12})?"
#: digits mixed with units: 3억5천만, 1조 2,000억, 12만5천, 1.5 조
NUMERAL = rf"{DIGITS}(?: ?[{UNITS}]{{1,2}} ?{DIGITS}){{0,9}}(?: ?[{UNITS}]{{1,3}}(?: [{UNITS}]{{1,3}})?)?"
#: Sino-Korean in Hangul or hanja, units included: 이천이십사, 삼백만, 二〇二四. Digits alone (일, 이) match as well.
SINO = f"[{_DIGIT_LETTERS}{UNITS}]{{1,40}}"
#: native numbers below a hundred, attributive forms included: 열둘, 스물한, 서른, 세
NATIVE = (
    f"(?:(?:{'|'.join(_NATIVE_TENS)})(?:{'|'.join(_NATIVE_ONES)})?|"
    f"(?:{'|'.join(sorted(_NATIVE_ONES, key=len, reverse=True))}))"
)
#: what `parse_fuzzy` reads: 수십억, 몇백만, 십수만, 두세, 이삼십, 십여
FUZZY = (
    f"(?:[{_DIGIT_LETTERS}]?[{_SMALL}])?(?:수|몇) ?[{_SMALL}]?[{_LARGE}]?"
    f"|(?:{'|'.join(sorted(_NATIVE_PAIRS, key=len, reverse=True))})"
    f"|(?:{NUMERAL}|{SINO}) ?여(?:[{UNITS}]{{1,3}})?"
    f"|(?:일이|이삼|삼사|사오|오륙|오육|육칠|칠팔|팔구)[{_SMALL}]?[{_LARGE}]?"
)

_DIGITS_RE = Pattern(DIGITS)
_SINO_RUN = Pattern(f"[{_DIGIT_LETTERS}]+")
_NATIVE_RE = Pattern(NATIVE)
_NATIVE_PARTS = Pattern(f"({'|'.join(_NATIVE_TENS)})?(.*)")
_SEVERAL = Pattern(f"([{_DIGIT_LETTERS}0-9]?[{_SMALL}])?(?:수|몇) ?([{_SMALL}])?([{_LARGE}])?")
_PAIR = Pattern(f"([{_DIGIT_LETTERS}])([{_DIGIT_LETTERS}])([{_SMALL}]?[{_LARGE}]?)")
_ODD = Pattern(f"(.*[0-9{_DIGIT_LETTERS}{UNITS}]) ?여([{UNITS}]{{0,3}})")

ZERO = Decimal(0)
ONE = Decimal(1)


class _Malformed(Exception):
    """The text is no numeral."""


class _Reader:
    """The state machine. A number is groups closed by 해 > 경 > 조 > 억 > 만 and a last open group below 만; a
    group is digits, or 천 > 백 > 십 terms with an optional rest: 5천500, 천백십일. Each unit must be smaller than
    the one before, and each group must fit below the unit that closed the one before."""

    def __init__(self) -> None:
        self.total = ZERO
        self.above: Decimal | None = None  # the large unit that closed the last group
        self.section = ZERO  # sum of the open group's 천, 백 and 십 terms
        self.small: Decimal | None = None  # the last small unit of the open group
        self.pending: Decimal | None = None  # digits still waiting for a unit
        self.plural = False  # pending is of ASCII digits: may exceed 9 before a small unit, 500천
        self.last = False  # only a large unit or the end may follow: 1.5조, 25백만, 스물한

    def digits(self, value: Decimal, *, ascii: bool, last: bool = False) -> None:
        if self.pending is not None or self.last:
            raise _Malformed
        if self.small is not None and value >= self.small:
            raise _Malformed  # 5천1200
        self.pending, self.plural = value, ascii
        self.last = last

    def small_unit(self, unit: Decimal) -> None:
        if self.small is not None and unit >= self.small:
            raise _Malformed  # 백천
        count = ONE if self.pending is None else self.pending
        if count == ZERO or (self.last and self.pending is None):
            raise _Malformed
        if count >= 10 or count != count.to_integral_value():
            if not self.plural or self.small is not None or unit == 10:
                raise _Malformed
            self.last = True  # accounts count in 천원 and 백만원: 500천, 25백만, 1.5천만
        self.section = EXACT.add(self.section, EXACT.multiply(count, unit))
        self.small, self.pending = unit, None

    def large_unit(self, unit: Decimal) -> None:
        group = self._group()
        if group is None:
            if self.total != ZERO or unit != 10_000:
                raise _Malformed  # 만 stands alone, 억 and 조 need a count
            group = ONE
        amount = EXACT.multiply(group, unit)
        if group == ZERO or (self.above is not None and amount >= self.above):
            raise _Malformed  # 만억, 3억 20000만
        self.total = EXACT.add(self.total, amount)
        self.last = group != group.to_integral_value()
        self.above, self.section, self.small, self.pending = unit, ZERO, None, None

    def end(self) -> Decimal:
        group = self._group()
        if group is None:
            if self.above is None:
                raise _Malformed
            return self.total
        if self.above is not None and group >= self.above:
            raise _Malformed  # 3만 12000
        return EXACT.add(self.total, group)

    def _group(self) -> Decimal | None:
        if self.pending is None:
            return self.section if self.small is not None else None
        return EXACT.add(self.section, self.pending)


def parse_number(text: str) -> Decimal | None:
    """The value of one complete numeral, or None where it is not well formed.

    Reads ASCII digits with commas and decimals, 천·백·십·만·억·조·경·해 with digits, Hangul or hanja before them,
    native numbers and 점 for the decimal point; blanks stand where writers put them: 1조 2,000억, 10 만.
    """
    text = text.strip()
    if not text or len(text) > LENGTH_LIMIT:
        return None
    reader = _Reader()
    try:
        position = 0
        while position < len(text):
            position = _step(reader, text, position)
        return plain(reader.end())
    except _Malformed:
        return None


def _step(reader: _Reader, text: str, at: int) -> int:
    """Feeds the reader what begins at `at`; gives the offset behind it."""
    letter = text[at]
    if letter == " ":
        if text[at + 1] == " ":
            raise _Malformed
        return at + 1
    if letter in _SMALL_UNITS:
        reader.small_unit(Decimal(_SMALL_UNITS[letter]))
        return at + 1
    if letter in _LARGE_UNITS:
        reader.large_unit(Decimal(_LARGE_UNITS[letter]))
        return at + 1
    if "0" <= letter <= "9":
        return _ascii_digits(reader, text, at)
    native = _NATIVE_RE.match(text, at)
    if native is not None:
        reader.digits(Decimal(_native(native[0])), ascii=False, last=True)
        if native.end() != len(text):
            raise _Malformed  # 한만
        return native.end()
    return _sino_digits(reader, text, at)


def _ascii_digits(reader: _Reader, text: str, at: int) -> int:
    match = _DIGITS_RE.match(text, at)
    if match is None or text[match.end() : match.end() + 1] in {",", "."}:
        raise _Malformed  # 15,7
    value = Decimal(match[0].replace(",", ""))
    if "," in match[0] and match[0].startswith("0"):
        raise _Malformed
    reader.digits(value, ascii=True)
    return match.end()


def _sino_digits(reader: _Reader, text: str, at: int) -> int:
    match = _SINO_RUN.match(text, at)
    if match is None:
        raise _Malformed
    run = "".join(str(_SINO_DIGITS[letter]) for letter in match[0])
    if len(run) == 2 and "0" not in run:
        raise _Malformed  # 이삼 means two or three, not 23
    end = match.end()
    if text[end : end + 1] in {"점", "쩜"}:
        fraction = _SINO_RUN.match(text, end + 1)
        if fraction is None:
            raise _Malformed
        run += "." + "".join(str(_SINO_DIGITS[letter]) for letter in fraction[0])
        end = fraction.end()
    reader.digits(Decimal(run), ascii="." in run)
    return end


def _native(text: str) -> int:
    match = _NATIVE_PARTS.fullmatch(text)
    assert match is not None
    return _NATIVE_TENS.get(match[1] or "", 0) + _NATIVE_ONES.get(match[2], 0)


def plain(value: Decimal) -> Decimal:
    """The same number with neither an exponent nor zeros behind its point: 150000000 for 1.5E+8, 8.5 for 8.50."""
    if value == value.to_integral_value():
        return value.quantize(ONE, context=EXACT)
    return value.normalize(EXACT)


def step(value: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 100 of 1,300, 10,000 of 250,000, 1 of 0."""
    if value == ZERO:
        return ONE
    exponent = value.normalize(EXACT).as_tuple().exponent
    assert isinstance(exponent, int)
    return EXACT.scaleb(ONE, exponent)


def parse_fuzzy(text: str) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest whole number that a vague numeral can mean, or None.

    수십억 is 2,000,000,000 to 9,999,999,999 (several is two at least), 몇 2 to 9, 십수만 120,000 to 199,999, 두세
    2 to 3, 이삼십 20 to 30, 십여 10 to 19 and 1천800여만 18,000,000 to 18,999,999: 여 leaves the last digit said open.
    """
    text = text.strip()
    if not text or len(text) > LENGTH_LIMIT:
        return None
    if text in _NATIVE_PAIRS:
        first, second = _NATIVE_PAIRS[text]
        return Decimal(first), Decimal(second)
    several = _SEVERAL.fullmatch(text)
    if several is not None:
        return _several(several[1], several[2], several[3])
    pair = _PAIR.fullmatch(text)
    if pair is not None:
        return _neighbours(pair[1], pair[2], pair[3])
    odd = _ODD.fullmatch(text)
    return None if odd is None else _and_odd(odd[1], odd[2])


def _several(before: str | None, small: str | None, large: str | None) -> tuple[Decimal, Decimal] | None:
    base = ZERO
    unit = Decimal(_SMALL_UNITS[small]) if small else ONE
    if before:
        value = parse_number(before)
        if value is None or unit * 10 > step(value):
            return None  # 십수백
        base = value
    scale = Decimal(_LARGE_UNITS[large]) if large else ONE
    least = EXACT.multiply(base + 2 * unit, scale)
    return least, EXACT.multiply(base + 10 * unit, scale) - 1


def _neighbours(first: str, second: str, units: str) -> tuple[Decimal, Decimal] | None:
    if _SINO_DIGITS[first] + 1 != _SINO_DIGITS[second] or _SINO_DIGITS[first] == 0:
        return None
    if not units:
        return Decimal(_SINO_DIGITS[first]), Decimal(_SINO_DIGITS[second])
    least, most = parse_number(first + units), parse_number(second + units)
    return None if least is None or most is None else (least, most)


def _and_odd(before: str, units: str) -> tuple[Decimal, Decimal] | None:
    said, whole, scale = parse_number(before), parse_number(before + units), _scale(units)
    if said is None or whole is None or scale is None:
        return None
    return whole, whole + EXACT.multiply(step(said), scale) - 1  # 100만 is open in 1천800여만


def _scale(units: str) -> Decimal | None:
    if not units:
        return ONE
    return parse_number("1" + units) if units[0] in _LARGE_UNITS else parse_number(units)
