"""Paragraphs broken at a fixed width are read as such, and nothing else is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kextract import Extractor
from kextract.text import normalise
from kextract.wrapped import unwrap
from tests.unit.test_hypothesis import check

SAMPLES = Path(__file__).parents[2] / "samples"
LETTER = """\
가온시 남궁하늘 시장은 17일 시청에서 협약을 맺고 모두 3억
5천만원을 들여 연구소를 세우기로 했다. 이 자리에는 가온
시장과 누리전자 대표, 강원도 관계자 등 서른 명이 함께했다.
협약서에는 내년 3월까지 부지를 고르고, 늦어도 이듬해 12
월에 문을 연다는 내용이 담겼다고 시는 설명했다.
"""


def blanks(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """A tokenizer that takes no break for one within a word."""
    return [-9.0] * len(pairs)


def cuts(pairs: Sequence[tuple[str, str]]) -> list[float]:
    return [9.0] * len(pairs)


def read(raw: str, gluing: object = blanks) -> str:
    return unwrap(normalise(raw), gluing).norm  # type: ignore[arg-type]


def at_words(text: str, width: int) -> str:
    """As mail programs break lines: letters of two cells count as two."""
    broken = textwrap.wrap("".join(letter + "\u200b" * (letter >= "가") for letter in text), width)
    return "\n".join(broken).replace("\u200b", "")


def at_width(text: str, width: int) -> str:
    """As Korean word processors do: in the middle of words. No line begins or ends with a blank."""
    return "\n".join(_cut(text, width))


def _cut(text: str, width: int) -> Iterator[str]:
    line, cells = "", 0
    for letter in text:
        own = 1 + (letter >= "가")
        if cells + own > width:
            yield line.rstrip()
            line, cells = "", 0
        if line or letter != " ":
            line += letter
            cells += own
    yield line


def test_breaks_between_words_are_blanks() -> None:
    joined = read(LETTER)
    assert "3억 5천만원을" in joined
    assert "이 자리에는 가온 시장과" in joined
    assert "함께했다.\n협약서에는" in joined, "a sentence that ends with its line may"


def test_breaks_within_words_are_nothing() -> None:
    joined = read(LETTER, cuts)
    assert "이 자리에는 가온시장과" in joined
    assert "이듬해 12월에" in joined


def test_a_blank_before_the_break_counts() -> None:
    assert "가온 시장과" in read(LETTER.replace("가온\n", "가온 \n"), cuts)
    assert "가온시장과" in read(LETTER.replace("\n", "\r\n"), cuts), (
        "the blank that stands for a carriage return does not"
    )


def test_a_few_cut_words_are_not_believed() -> None:
    """The tokenizer errs in 2 of 100 breaks: foreign names, compounds."""
    text = at_words(" ".join(LETTER.split() * 8), 60)
    first = iter([9.0])
    assert read(text, lambda pairs: [next(first, -9.0) for _ in pairs]) == read(text)


@pytest.mark.parametrize("lead", ["> ", ">> ", "  "])
def test_quoted_and_indented(lead: str) -> None:
    raw = "".join(lead + line + "\n" for line in LETTER.splitlines())
    text = unwrap(normalise(raw), blanks)
    assert "가온 시장과" in text.norm
    start = text.norm.index("가온 시장과")
    assert raw[slice(*text.span(start, start + 6))] == f"가온\n{lead}시장과"


def test_two_lines_of_a_wrapped_text() -> None:
    raw = LETTER + "\n남궁 시장은 연구소가 들어설 자리로 가온시 동쪽 들의 빈\n터를 꼽았다.\n"
    assert "빈 터를" in read(raw)
    assert "빈\n터를" in read(raw[len(LETTER) :]), "alone they tell nothing"


KEPT = (
    "홈 뉴스 지역 문화\n날씨 로그인 회원가입\n전체 메뉴 보기 검색\n",
    # headlines
    "가온시, 누리전자와 협약 체결… 연구소 세운다\n\n남궁하늘 시장 “미래 여는 첫걸음”\n가온일보 봉하나 기자\n",
    "가온시 누리전자와 협약 맺고 연구소 세우기로\n올해 수출 사상 처음으로 7천억 달러 넘어서\n"
    "이번 주말 전국에 비 내리고 기온은 뚝 떨어져\n새 학기 앞두고 교복 나눔 장터에 시민 몰려\n",
    # a list
    "1. 일시는 2022년 9월 27일 오전 10시부터 시작한다고 했다\n2. 장소는 가람문화재단 대회의실이며 늦지 않기를 바란다\n"
    "3. 참석은 이사장과 상임이사와 이사 셋과 감사 한 사람이다.\n4. 안건은 예산 심의와 위탁 협약 두 가지라고 합니다.\n",
    # a table
    "구분   지난해   올해   늘어난 비율   비고란의 설명\n매출   1,213억   1,450억   19.5%   연결 기준으로 셈함.\n"
    "이익   213억   250억   17.4%   별도 기준으로 셈함.\n배당   13억   15억   15.4%   이사회가 정하기로 함.\n",
    # verse
    "산 너머 남촌에는\n누가 살길래\n해마다 봄바람이\n남으로 오네.\n",
    # paragraphs without blank lines between them
    "가온시는 17일 시청에서 협약을 맺었다.\n남궁하늘 시장은 연구소를 세우겠다고 밝혔다.\n누리전자는 3억원을 낸다.\n",
    "",
    "\n\n\n",
)


@pytest.mark.parametrize("raw", KEPT)
def test_what_stays(raw: str) -> None:
    assert read(raw, cuts) == raw


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_samples_stay(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8", "replace")
    assert read(raw, cuts) == normalise(raw).norm


@pytest.mark.parametrize("wrap", [at_words, at_width])
@pytest.mark.parametrize("width", [38, 64, 76])
def test_names_and_amounts_survive(extractor: Extractor, wrap: object, width: int) -> None:
    raw = "\n\n".join(wrap(part, width) for part in PARAGRAPHS)  # type: ignore[operator]
    record = extractor.extract(raw).to_record()
    check(raw, record)
    names = {entity["name"] for entity in record["entities"]}
    assert {"도한결", "탁서윤", "국민의힘", "국회예산결산특별위원회"} - names == set()
    assert not any("\n" in name for name in names)
    amounts = {mention["amount"] for mention in record["mentions"] if mention["type"] == "money"}
    assert amounts >= {13_800_000_000_000, 400_000_000_000}


PARAGRAPHS = (
    "여야가 13조8천억원 규모의 추가경정예산안을 오는 28일 국회 본회의에서 처리하기로 22일 합의했다. 국민의힘 도한결 "
    "원내대표와 더불어민주당 탁서윤 원내대표는 이날 오전 10시 30분 국회에서 만나 이같이 의견을 모았다.",
    "도한결 원내대표는 회동 뒤 기자들과 만나 민생을 더 미룰 수 없다는 데 뜻을 같이했다고 했고, 탁서윤 원내대표는 "
    "지역화폐 예산 4천억원이 반영돼 다행이라고 말했다. 수정안은 국회예산결산특별위원회가 24일까지 내기로 했다.",
)

LINES = st.lists(
    st.one_of(
        st.sampled_from(LETTER.splitlines()),
        st.sampled_from(["", " ", "> 인용", "\u200b", "&amp;", "\r", "가", "\u1100\u1161" * 20, "😀" * 15, "- 목록"]),
        st.text(max_size=30),
    ),
    max_size=14,
)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(lines=LINES, lead=st.sampled_from(["", "> ", "  "]), end=st.sampled_from(["\n", "\r\n", " \n"]))
def test_the_way_back_holds(lines: list[str], lead: str, end: str) -> None:
    raw = end.join(lead + line for line in lines)
    before = normalise(raw)
    for gluing in (blanks, cuts):
        text = unwrap(before, gluing)
        assert text.raw == raw
        position = 0
        for place, letter in enumerate(text.norm):
            start, stop = text.span(place, place + 1)
            assert position <= start < stop <= len(raw) or text.span(place - 1, place) == (start, stop)
            assert letter == " " or normalise(raw[start:stop]).norm.strip() in ("", letter) or len(raw[start:stop]) > 1
            position = start
