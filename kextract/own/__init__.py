"""What users bring along: own names (`--lexicon`) and own rules (`--rules`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kextract.own.problems import OwnError, Problem

if TYPE_CHECKING:
    from kextract.own.find import Own

__all__ = ["OwnError", "Problem", "load"]


def load(lexicons: Iterable[str] = (), rules: Iterable[str] = ()) -> Own:
    """Reads users' files. Raises OwnError with every mistake in all of them. Examples are not run: see `examples`."""
    from kextract.own import find, lexicon
    from kextract.own import rules as own_rules

    problems: list[Problem] = []
    read_lexicons: list[lexicon.Lexicon] = []
    read_rules: list[own_rules.OwnRule] = []
    for path in dict.fromkeys(lexicons):
        try:
            read_lexicons.append(lexicon.load(path))
        except OwnError as error:
            problems += error.problems
    for path in dict.fromkeys(rules):
        try:
            read_rules += own_rules.load(path)
        except OwnError as error:
            problems += error.problems
    if not problems:
        problems = find.unknown_lists(read_lexicons, read_rules)
    if problems:
        raise OwnError(problems)
    return find.Own(read_lexicons, read_rules)
