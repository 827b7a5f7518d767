"""No regular expression of ours takes more than linear time; `tests.bench.linear` looks harder and longer."""

from __future__ import annotations

import re

from tests.bench.linear import Worst, anchored, patterns, worst_of_pattern


def test_patterns_are_found() -> None:
    """Also those that are compiled on their first use, or stand in tables."""
    found = patterns()
    assert len(found) > 200
    assert {name.split(".")[1] for name in found if name.startswith("rules.")} >= {"date", "money", "person"}


def test_the_benchmark_sees_what_is_not_linear() -> None:
    explodes = worst_of_pattern("x", re.compile(r"(?:[a-z]+ ?)+$"), 1)
    assert explodes.growth == float("inf")
    assert worst_of_pattern("x", re.compile(r"[가-힣]+\("), 1).growth > 2.9
    assert worst_of_pattern("x", re.compile(r"(?<![가-힣])[가-힣]++\("), 1).growth < 2.9


def test_how_a_pattern_is_used() -> None:
    assert anchored("source._REFERENCE")
    assert not anchored("text._CLUSTER")


LINES = ("rules.date", "rules.money", "numbers")  # read pieces of a bounded length: quick is what they are in sum


def test_all_are_linear() -> None:
    """Those that seem not to be are asked again: another process may have had the processor's caches."""
    steep: list[Worst] = []
    for name, pattern in patterns().items():
        if name.startswith(LINES):
            continue
        worst = worst_of_pattern(name, pattern, 1, quick=True)
        if worst.growth > 2.9 and worst_of_pattern(name, pattern, 1, quick=True).growth > 2.9:
            steep.append(worst)
    assert [(worst.name, worst.unit[:60], worst.growth) for worst in steep] == []
