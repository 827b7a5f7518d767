"""Runs the examples of users' files through the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kextract.model import Mention, Result
from kextract.own.find import LEXICON_RULE, Own
from kextract.own.lexicon import STOP, WORD, Sentence
from kextract.own.problems import OwnError, Problem
from kextract.own.rules import PREFIX

Extract = Callable[[str], Result]


def unmarked(example: str) -> tuple[str, set[tuple[int, int]]]:
    """`[[한빛]]은 …` without its marks, and the spans that were marked."""
    text, spans, position = "", set(), 0
    while (start := example.find("[[", position)) >= 0 and (end := example.find("]]", start + 2)) >= 0:
        text += example[position:start]
        spans.add((len(text), len(text) + end - start - 2))
        text += example[start + 2 : end]
        position = end + 2
    return text + example[position:], spans


def verify(own: Own, extract: Extract) -> int:
    """Runs all examples and says how many there are. Raises OwnError with those that fail."""
    problems, count = [], 0
    for path, sentence, rule, type in _all(own):
        count += 1
        what = _wrong(sentence, rule, type, extract)
        if what:
            said = f"rule {rule.removeprefix(PREFIX)}: " if rule != LEXICON_RULE else ""
            problems.append(Problem(path, sentence.line, f"{said}{what}"))
    if problems:
        raise OwnError(problems)
    return count


def _all(own: Own) -> Iterator[tuple[str, Sentence, str, str | None]]:
    for lexicon in own.lexicons:
        yield from ((lexicon.path, sentence, LEXICON_RULE, None) for sentence in lexicon.sentences)
    for rule in own.rules:
        yield from ((rule.path, sentence, rule.name, rule.type) for sentence in rule.sentences)


def _wrong(sentence: Sentence, rule: str, type: str | None, extract: Extract) -> str:
    """What is wrong with an example: a marked span that is not found, or a mention where there must be none."""
    text, spans = unmarked(sentence.text)
    mentions = extract(text).mentions
    if sentence.counter:
        given = [mention for mention in mentions if mention.rule == rule]
        return f"counter-example {text!r}: found {_told(given)}" if given else ""
    found = {(m.start, m.end): m.rule for m in mentions if type in (None, m.type)}
    missing = [text[start:end] for start, end in sorted(spans) if (start, end) not in found]
    if missing:
        return f"example {text!r}: not found: {', '.join(map(repr, missing))}; {_instead(mentions)}"
    if rule not in {found[span] for span in spans}:
        return f"example {text!r}: found, but by {found[min(spans)]}"
    return ""


def _instead(mentions: Iterable[Mention]) -> str:
    told = _told(mentions)
    return f"found: {told}" if told else "found: nothing"


def _told(mentions: Iterable[Mention]) -> str:
    return ", ".join(f"{mention.text!r} ({mention.type}, {mention.rule})" for mention in mentions)


TRIED = 2_000  # names of a list that are tried out


def unfound(own: Own, extract: Extract) -> list[str]:
    """Names of the lists that are not found even in a plain sentence, of the first `TRIED`, with file and line."""
    told = []
    for lexicon in own.lexicons:
        for surface in [name for name, entry in lexicon.entries.items() if entry.type not in (STOP, WORD)][:TRIED]:
            if not any(mention.text == surface for mention in extract(f"{surface}, {surface} 등이 있다.").mentions):
                line = lexicon.lines[surface]
                told.append(f"{lexicon.path}:{line}: {surface!r} is not found in '{surface}, {surface} 등이 있다.'")
    return told
