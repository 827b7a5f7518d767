"""The text's own date: which labels give it, and what does not."""

from __future__ import annotations

import pytest

from kextract import Extractor
from kextract.rules.date import find_reference


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("등록 2024.05.16 09:10\n본문이다.", "2024-05-16T09:10", "등록 2024.05.16 09:10"),
        ("입력 : 2024-05-16 오후 3:20\n본문이다.", "2024-05-16T15:20", "입력 : 2024-05-16 오후 3:20"),
        ("기사입력 2024년 5월 16일 14시 20분\n본문이다.", "2024-05-16T14:20", "기사입력 2024년 5월 16일 14시 20분"),
        ("승인 2024.05.16 09:10", "2024-05-16T09:10", "승인 2024.05.16 09:10"),
        ("작성일 2024/5/16", "2024-05-16", "작성일 2024/5/16"),
        ("보도일시: 2024. 5. 16.(목)", "2024-05-16", "보도일시: 2024. 5. 16.(목)"),
        ("발행일 2024.05.16.", "2024-05-16", "발행일 2024.05.16."),
        ("2024/05/16 09:10 송고", "2024-05-16T09:10", "2024/05/16 09:10 송고"),
        ("수정 2024.05.17 10:00 등록 2024.05.16 09:10", "2024-05-16T09:10", "등록 2024.05.16 09:10"),
        ("최종수정 2024.05.17 10:00", "2024-05-17T10:00", "최종수정 2024.05.17 10:00"),
        ("(부산=가나통신) 박기자 기자 = 2024년 5월 16일 문을 열었다.", "2024-05-16", "2024년 5월 16일"),
    ],
)
def test_labels(text: str, value: str, told: str) -> None:
    reference = find_reference(text)
    assert reference is not None
    assert (reference.value, reference.source, reference.text) == (value, "text", told)


@pytest.mark.parametrize(
    "text",
    [
        "2024.05.16 (목)\n본문이다.",
        "정부가 사업을 승인한 것은 2024년 5월 16일이다.",
        "군은 2024년 5월 16일 문을 열었다.",
        "등록 2024.13.45",
        "(부산=가나통신) 박기자 기자 = 16일 문을 열었다.",
        "",
    ],
)
def test_no_label_no_reference(text: str) -> None:
    assert find_reference(text) is None


def test_a_bare_date_line_dates_nothing(extractor: Extractor) -> None:
    text = "2024.05.16 (목)\n\n도서관은 2.15일부터 2.23일까지 쉰다."
    values = [mention.value for mention in extractor.extract(text).mentions if mention.type == "date"]
    assert [getattr(value, "value", None) for value in values] == [
        "2024-05-16",
        "XXXX-02-15/XXXX-02-23",
        "XXXX-02-23",
    ]


def test_the_option_beats_the_text(extractor: Extractor) -> None:
    text = "등록 2024.05.16 09:10\n도서관은 17일 문을 연다."
    told, given = extractor.extract(text), extractor.extract(text, date="2020-03-01")
    assert told.date is not None
    assert told.date.value == "2024-05-16T09:10"
    assert getattr(told.mentions[-1].value, "value", None) == "2024-05-17"
    assert getattr(given.mentions[-1].value, "value", None) == "2020-03-17"
