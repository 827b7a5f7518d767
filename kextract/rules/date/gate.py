"""Where in a text a piece of a date may begin, and which of the `patterns` may match there."""

from __future__ import annotations

import re
from functools import cache

from kextract.rules.date.patterns import NUMBERS, WORDS, Pattern


@cache
def gate() -> re.Pattern[str]:
    """Finds where a piece may begin: a digit, a ’24, or the first two letters of a date word."""
    seconds: dict[str, set[str]] = {}
    for pattern in WORDS:
        for head in pattern.heads:
            seconds.setdefault(head[0], set()).add(head[1:])
    branches = [
        re.escape(first) if "" in following else f"{re.escape(first)}[{''.join(map(re.escape, sorted(following)))}]"
        for first, following in sorted(seconds.items())
    ]
    # every branch begins with a letter of its own, no class: only then `re` jumps from one such letter to the next
    return re.compile("|".join([*"0123456789", *(f"{tick}(?=[0-9][0-9])" for tick in "'’‘"), *branches]))


@cache
def numbers_by_follow() -> dict[str, tuple[Pattern, ...]]:
    """Number patterns by the letter after the first digits; under "" those that any letter may follow."""
    letters = {letter for pattern in NUMBERS for letter in pattern.follow or ""}
    table = {
        letter: tuple(pattern for pattern in NUMBERS if pattern.follow is None or letter in pattern.follow)
        for letter in letters
    }
    return table | {"": tuple(pattern for pattern in NUMBERS if pattern.follow is None), " ": NUMBERS}


@cache
def words_by_head() -> dict[str, tuple[Pattern, ...]]:
    """Word patterns by their first two letters; under one letter those for which the second does not matter."""
    found: dict[str, dict[int, Pattern]] = {}
    for place, pattern in enumerate(WORDS):
        for head in pattern.heads:
            found.setdefault(head, {})[place] = pattern
    for head, group in found.items():
        group.update(found.get(head[0], {}))
    return {head: tuple(group[place] for place in sorted(group)) for head, group in found.items()}


def words_at(text: str, at: int) -> tuple[Pattern, ...]:
    """The word patterns that can match at `at`."""
    table = words_by_head()
    return table.get(text[at : at + 2]) or table.get(text[at], ())
