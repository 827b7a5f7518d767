"""The pattern language: what it reads, what it finds, and that time grows with the text only."""

from __future__ import annotations

import pytest

from kextract import Extractor
from kextract.own.machine import Machine, Tokens
from kextract.own.pattern import PatternError, parse

LAW = """law:(noun{0,8} !("방법" | "문법") "*법") ("제"? article:number "조")?"""


def matches(extractor: Extractor, pattern: str, text: str) -> list[str]:
    machine = Machine(parse(pattern))
    lines = extractor.analyzer.lines(text)
    return [line.text[match.start : match.end] for line in lines for match in machine.find(Tokens(line))]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (LAW, "도로교통법 제3조와 상법을 고쳤다.", ["도로교통법 제3조", "상법"]),
        (LAW, "개인정보 보호법을 고쳤다.", ["개인정보 보호법"]),
        (LAW, "그런 방법은 없다.", []),
        ('"상법"', "상법은 길다. 상법학자도 그렇다.", ["상법"]),
        ('"*법"', "문법과 상법은 방법이다.", ["문법", "상법", "방법"]),
        ('!"방법" "*법"', "문법은 방법이다.", ["문법"]),
        ('"제*"', "제3조를 본다.", ["제3조"]),
        ('"의안" _ "번호"', "의안 번호와 의안번호", ["의안 번호"]),
        ('"의안" ~ "번호"', "의안 번호와 의안번호", ["의안번호"]),
        ('"의안" "번호"', "의안 번호와 의안번호", ["의안 번호", "의안번호"]),
        ("NNP", "서울과 부산에 간다.", ["서울", "부산"]),
        ('number{2} | "둘"', "둘은 간다.", ["둘"]),
        ('^ "나"', "나는 나를 안다.", ["나"]),
        ("SN NN*", "사과 3개를 샀다.", ["3개"]),
        ("word", "서울은 넓다", ["서울"]),
        ('"어르신" word', "어르신 다온새는 웃는다", ["어르신 다온새"]),
        ('"한\\"빛"', '한"빛은', ['한"빛']),
        ("'법'", "법은 법이다.", ["법", "법"]),
    ],
)
def test_finds(extractor: Extractor, pattern: str, text: str, expected: list[str]) -> None:
    assert matches(extractor, pattern, text) == expected


def test_captures(extractor: Extractor) -> None:
    machine = Machine(parse(LAW))
    line = next(iter(extractor.analyzer.lines("도로교통법 제3조를 고쳤다.")))
    match = next(machine.find(Tokens(line)))
    assert {name: line.text[a:b] for name, (a, b) in match.captures.items()} == {"law": "도로교통법", "article": "3"}


def test_a_capture_that_was_not_met_is_none(extractor: Extractor) -> None:
    machine = Machine(parse(LAW))
    line = next(iter(extractor.analyzer.lines("상법을 고쳤다.")))
    assert next(machine.find(Tokens(line))).captures == {"law": (0, 2)}


def test_inside_a_word(extractor: Extractor) -> None:
    assert matches(extractor, '"정보"', "개인정보보호는") == []
    assert matches(extractor, '~ "정보"', "개인정보는") == ["정보"]
    assert matches(extractor, '~ "정보" ~', "개인정보보호는") == ["정보"]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("", "column 1: nothing here"),
        ('"법', "column 1: a quotation mark is not closed"),
        ('"제" 법', 'column 5: letters of the text stand in quotes: "법"'),
        ("noun+", "column 5: + has no bound"),
        ("noun*", "column 5: * has no bound"),
        ("NNX", "column 1: no tag NNX; did you mean"),
        ("nouns", "column 1: no class nouns; did you mean noun?"),
        ("(noun", "column 1: this bracket is not closed"),
        ("noun)", "column 5: ')' closes nothing"),
        ("noun{1,99}", "column 1: a repetition goes from"),
        ("noun{3,1}", "column 1: a repetition goes from"),
        ("noun?", "column 1: everything in it may be left out"),
        ('"가*나"', "column 1: * stands at the beginning or the end"),
        ('"a" {x}', "column 5: a repetition is {2} or {1,5}"),
        ('!("가" "나")', "column 1: ! stands before one"),
        ("x:", "column 3: something has to follow here"),
        ("_", "column 1: takes no token"),
        ("(noun{20}){20}", "column 1: too long"),
        ("(((any | noun){0,3}){0,4}){0,5}", "column 1: everything"),
        ("'끝' (((any | noun){0,3}){0,4}){0,4}", "column 1: too open"),
        ('"가" |', "column 6: nothing here"),
        ("(" * 3_000, "column"),
        ("^{2}", "column 1: _ ~ ^ $ and !"),
    ],
)
def test_mistakes_have_a_column(pattern: str, told: str) -> None:
    with pytest.raises(PatternError) as error:
        parse(pattern)
    assert str(error.value).startswith(told)


@pytest.mark.parametrize(
    "pattern", ["(noun? noun?){15} '끝'", "((any{0,3}){0,3}){0,3} '끝'", "('*가*' | any){1,20} '끝'"]
)
def test_no_blow_up(monkeypatch: pytest.MonkeyPatch, extractor: Extractor, pattern: str) -> None:
    """Twice the text, twice the steps, however much a pattern leaves open."""
    from kextract.own import machine as home

    steps = 0
    inner = home._ends

    def counted(*arguments: object) -> list[int]:
        nonlocal steps
        steps += 1
        return inner(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(home, "_ends", counted)
    counts = []
    for size in (30, 60):
        steps = 0
        assert matches(extractor, pattern, "가나 다라 " * size + "끝나다") == []
        counts.append(steps)
    assert 0 < counts[1] < 2.5 * counts[0]
