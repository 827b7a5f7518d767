"""Texts analysed ahead of the rules give what each gives alone, and one that fails fails alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kextract import Extractor
from kextract.cli.run import Crash, Done, Job, outcomes
from kextract.output import FORMATS
from kextract.source import Item, SourceText
from kextract.text import Text, normalise

TEXTS = [
    "",
    "가온시(남하람 시장)는 17일 3억 원을 냈다.\n\n  \n남 시장은 기뻐했다.",
    "\n\n",
    "한 줄",
    *(f"{number}일 구다온 대표가 왔다.\n" * 7 for number in range(1, 9)),
    "",
]


def test_the_same_as_one_by_one(extractor: Extractor) -> None:
    alone = [extractor.analyse(text) for text in TEXTS]
    assert list(extractor.analyses(TEXTS)) == alone


def test_nothing_of_nothing(extractor: Extractor) -> None:
    assert list(extractor.analyses([])) == []
    assert len(list(extractor.analyses(["", ""]))) == 2


def test_takes_few_lines_before_they_are_wanted(extractor: Extractor) -> None:
    taken = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield f"{number}일이다."

    next(extractor.analyses(texts()))
    assert 1 < taken < 40


@pytest.fixture
def job(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.setattr("kextract.extractor.Extractor", lambda *_: extractor)
    return Job((__file__,), FORMATS["jsonl"], server=False)


def _items() -> list[Item]:
    return [SourceText(number, text, "f") for number, text in enumerate(TEXTS)]


def test_a_text_that_fails_before_the_tokenizer_fails_alone(
    extractor: Extractor, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str) -> Text:
        if text == "한 줄":
            raise RuntimeError("broken")
        return normalise(text)

    monkeypatch.setattr("kextract.extractor.normalise", broken)
    made = list(outcomes(_items(), job, None))  # type: ignore[arg-type]
    assert [isinstance(outcome, Crash) for outcome in made] == [text == "한 줄" for text in TEXTS]
    assert [outcome.source.id for outcome in made if isinstance(outcome, Done | Crash)] == list(range(len(TEXTS)))


def test_an_error_of_no_text_is_not_swallowed(job: Job) -> None:
    def items() -> Iterator[Item]:
        yield from _items()[:3]
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(outcomes(items(), job, None))  # type: ignore[arg-type]


def test_many_results(extractor: Extractor) -> None:
    made = [result.to_record() for result in extractor.extract_many(TEXTS, date="2024-01-18")]
    assert made == [extractor.extract(text, date="2024-01-18").to_record() for text in TEXTS]
