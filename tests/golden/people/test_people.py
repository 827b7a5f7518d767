"""People in sentences of our own: each line is a case, what is marked must be found, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kextract import Extractor
from kextract.rules.person import find_people, words

_HERE = Path(__file__).parent
_MARK = re.compile(r"\[\[(.*?)\]\]")


def _cases() -> list[str]:
    lines = [line for path in sorted(_HERE.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def _unmarked(line: str) -> tuple[str, list[tuple[int, str]]]:
    """The sentence without its marks, and where each marked name begins in it."""
    names: list[tuple[int, str]] = []
    text, position = "", 0
    for match in _MARK.finditer(line):
        text += line[position : match.start()]
        names.append((len(text), match[1]))
        text += match[1]
        position = match.end()
    return text + line[position:], names


@pytest.mark.parametrize("line", _cases())
def test_people(extractor: Extractor, line: str) -> None:
    text, names = _unmarked(line)
    found = [(m.start, m.text) for m in extractor.extract(text).mentions if m.type == "person"]
    assert found == names


def test_what_was_read_before_changes_nothing(extractor: Extractor) -> None:
    """What a word says is kept from text to text; whatever came before, each text gives the same."""
    documents = [extractor.analyse(_unmarked(line)[0]).document for line in _cases()]
    alone = []
    for document in documents:
        words.forget()
        alone.append(find_people(document))
    words.forget()
    assert [find_people(document) for document in documents] == alone
    words.forget()
    assert [find_people(document) for document in reversed(documents)] == alone[::-1]
