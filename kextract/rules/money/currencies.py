"""The currencies of `lexicon/currencies.tsv`: which begins at a place of the text, and what guards it. Read lazily."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kextract.lexicon import rows
from kextract.rules.money.patterns import NUMERAL_END

NEVER_FIRST = frozenset(" 0123456789.,()[]'\"~")


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


class Currencies:
    """The list, by what the reader asks of it."""

    def __init__(self, entries: list[Currency]) -> None:
        self.signs = {entry.form: entry for entry in entries if entry.kind == "sign"}
        self.codes = {entry.form: entry for entry in entries if entry.kind == "code"}
        heads = sorted([*map(re.escape, self.signs), *self.codes], key=lambda head: (-len(head), head))
        #: a sign or a code in front of digits
        self.sign = re.compile(rf"(?<![A-Za-z0-9])({'|'.join(heads)}) ?(?=[0-9])")
        #: the cheap question before it
        self.sign_ends = re.compile(f"[{''.join(sorted({re.escape(head[-1]) for head in heads}))}] ?[0-9]")
        #: first letter → names, subunits, codes and signs that stand behind a number, longest first
        self.behind = _by_first_letter(entries)
        #: the last letter of a number, where the first of a currency follows
        firsts = "".join(map(re.escape, sorted(set(self.behind) - NEVER_FIRST)))
        self.anchor = re.compile(f"{NUMERAL_END} ?(?=[{firsts}])")
        #: 페소 → {멕시코: MXN, …}
        self.countries: dict[str, dict[str, str]] = {}
        for entry in entries:
            country, _, unit = entry.form.rpartition(" ")
            if country and len(entry.codes) == 1:
                self.countries.setdefault(unit, {})[country] = entry.codes[0]

    def at(self, text: str, position: int) -> Currency | None:
        """The longest currency form that begins at `position`."""
        for currency in self.behind.get(text[position : position + 1], ()):
            if text.startswith(currency.form, position):
                return currency
        return None


def _by_first_letter(entries: list[Currency]) -> dict[str, tuple[Currency, ...]]:
    behind: dict[str, list[Currency]] = {}
    for entry in entries:
        if entry.kind == "sign" and len(entry.form) > 1:
            continue
        for form in {entry.form, entry.form.replace(" ", "")}:
            behind.setdefault(form[0], []).append(Currency(form, entry.codes, entry.kind, entry.guard))
    return {first: tuple(sorted(found, key=lambda c: (-len(c.form), c.form))) for first, found in behind.items()}


@cache
def currencies() -> Currencies:
    """The shipped list, read on the first call."""
    return Currencies(
        [
            Currency(row[0], tuple(row[1].split("|")), row[2], row[3] if len(row) > 3 else "")
            for row in rows("currencies.tsv")
        ]
    )


#: currencies that no one counts in hundredths
WHOLE = frozenset(["KRW", "KPW", "KRH", "JPY", "VND", "IDR", "KHR", "CLP", "PYG", "MMK", "LAK", "MNT", "UZS"])
