"""Every rule's own examples and counter-examples, through the whole pipeline."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module

import pytest

from kextract import Extractor
from kextract.model import MENTION_TYPES, Rule

RULES: list[Rule] = [rule for type in MENTION_TYPES for rule in import_module(f"kextract.rules.{type}").RULES]
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def unmarked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """`그는 [[3억원]]을 받았다.` without its marks, and the spans that were marked."""
    text, spans, position = "", [], 0
    for match in _MARK.finditer(example):
        text += example[position : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    return text + example[position:], spans


def test_marks() -> None:
    assert unmarked("그는 [[3억원]]을, [[나]]는") == ("그는 3억원을, 나는", [(3, 6), (9, 10)])


def test_names_are_unique() -> None:
    repeated = [name for name, count in Counter(rule.name for rule in RULES).items() if count > 1]
    assert repeated == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule(extractor: Extractor, rule: Rule) -> None:
    type, _, rest = rule.name.partition(".")
    assert type in MENTION_TYPES
    assert rest
    assert rule.about
    assert rule.examples
    wrong = [_example(extractor, rule, type, example) for example in rule.examples]
    wrong += [_counter(extractor, rule, counter) for counter in rule.counters]
    assert "".join(wrong) == ""


def _example(extractor: Extractor, rule: Rule, type: str, example: str) -> str:
    """Every span that is marked must be found, and one of them at least by this rule."""
    text, spans = unmarked(example)
    if not spans:
        return f"\n{example}: nothing is marked"
    mentions = extractor.extract(text).mentions
    found = {(m.start, m.end): m.rule for m in mentions if m.type == type}
    if set(spans) <= found.keys() and rule.name in {found[span] for span in spans}:
        return ""
    return f"\n{example}: found {[(m.text, m.rule) for m in mentions]}"


def _counter(extractor: Extractor, rule: Rule, counter: str) -> str:
    assert "[[" not in counter
    given = [m.text for m in extractor.extract(counter).mentions if m.rule == rule.name]
    return f"\nnot in {counter}: {given}" if given else ""
