"""The currencies of `lexicon/currencies.tsv`: which begins at a place of the text, and what guards it. Read lazily."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kextract.lexicon import rows


@dataclass(frozen=True, slots=True)
class Currency:
    """A form of a currency. `codes` begins with the usual one; `guard` says when the form is money at all."""

    form: str
    codes: tuple[str, ...]
    kind: str
    guard: str

    @property
    def near(self) -> tuple[str, ...]:
        """Words one of which the line must hold, or nothing."""
        return tuple(self.guard[5:].split("|")) if self.guard.startswith("near:") else ()


@dataclass(frozen=True, slots=True)
class Currencies:
    """The list, by what the reader asks of it."""

    behind: dict[str, tuple[Currency, ...]]  # first letter → names, subunits, codes, signs; longest first
    signs: dict[str, Currency]
    codes: dict[str, Currency]
    sign: re.Pattern[str]  # a sign or a code in front of digits
    countries: dict[str, dict[str, str]]  # 페소 → {멕시코: MXN, …}

    def at(self, text: str, position: int) -> Currency | None:
        """The longest currency form that begins at `position`."""
        for currency in self.behind.get(text[position : position + 1], ()):
            if text.startswith(currency.form, position):
                return currency
        return None


def _forms(currency: Currency) -> set[str]:
    return {currency.form, currency.form.replace(" ", "")}


@cache
def currencies() -> Currencies:
    """The shipped list, read on the first call."""
    entries = [Currency(form, tuple(codes.split("|")), kind, guard) for form, codes, kind, guard in _entries()]
    behind: dict[str, list[Currency]] = {}
    countries: dict[str, dict[str, str]] = {}
    for entry in entries:
        if entry.kind == "sign" and len(entry.form) > 1:
            continue
        for form in _forms(entry):
            behind.setdefault(form[0], []).append(Currency(form, entry.codes, entry.kind, entry.guard))
        country, _, unit = entry.form.rpartition(" ")
        if country and len(entry.codes) == 1:
            countries.setdefault(unit, {})[country] = entry.codes[0]
    signs = {entry.form: entry for entry in entries if entry.kind == "sign"}
    codes = {entry.form: entry for entry in entries if entry.kind == "code"}
    heads = sorted([*map(re.escape, signs), *codes], key=lambda head: (-len(head), head))
    return Currencies(
        {first: tuple(sorted(found, key=lambda c: (-len(c.form), c.form))) for first, found in behind.items()},
        signs,
        codes,
        re.compile(rf"(?<![A-Za-z0-9])({'|'.join(heads)}) ?(?=[0-9])"),
        countries,
    )


def _entries() -> list[tuple[str, str, str, str]]:
    return [(row[0], row[1], row[2], row[3] if len(row) > 3 else "") for row in rows("currencies.tsv")]


#: currencies that no one counts in hundredths
WHOLE = frozenset(["KRW", "KPW", "KRH", "JPY", "VND", "IDR", "KHR", "CLP", "PYG", "MMK", "LAK", "MNT", "UZS"])
