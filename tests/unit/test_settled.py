"""Dates and amounts alone: found without the tokens of most lines, just as they are found beside everything else."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kextract import Extractor, lexicon
from kextract.contest import settle
from kextract.decoding import decode
from kextract.model import MENTION_TYPES, Candidate, Rule
from kextract.rules.date.gate import gate
from kextract.unread import UnreadLine

TYPES = (("date", "money"), ("date",), ("money",))
SAMPLES = sorted(Path(__file__).parents[2].joinpath("samples").glob("*.txt"))


def of_types(record: dict[str, Any], types: tuple[str, ...]) -> dict[str, Any]:
    """What a record of everything says of some types only, the mentions numbered anew."""
    kept = [mention for mention in record["mentions"] if mention["type"] in types]
    number = {mention["id"]: f"m{place}" for place, mention in enumerate(kept, 1)}
    renamed = [{**mention, "id": number[mention["id"]]} for mention in kept]
    for mention in renamed:
        if "same_as" in mention:
            mention["same_as"] = number[mention["same_as"]]
    return {**record, "mentions": renamed, "entities": [], "relations": []}


def sparing(extractor: Extractor, types: tuple[str, ...]) -> Extractor:
    other = Extractor(types)
    other.analyzer = extractor.analyzer
    return other


def assert_same(extractor: Extractor, text: str, date: str | None = None) -> None:
    whole = extractor.extract(text, date=date).to_record()
    for types in TYPES:
        assert sparing(extractor, types).extract(text, date=date).to_record() == of_types(whole, types), text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(extractor: Extractor, path: Path) -> None:
    text = decode(path.read_bytes())
    assert_same(extractor, text)
    assert_same(extractor, text, "2025-03-14T09:30")


def test_listed_names_that_hold_a_date(extractor: Extractor) -> None:
    """매일신문, 3·1문화재단: what the lists know is known without them too, whatever is added to them."""
    listed = {row[0] for name in lexicon.names("organizations") for row in lexicon.rows(name)}
    listed |= {row[0] for row in lexicon.rows("persons/known_people.tsv")}
    only = sparing(extractor, TYPES[0])
    for name in sorted(filter(gate().search, listed)):
        text = f"{name}은 17일 행사를 열었다."
        whole = extractor.extract(text, date="2024-01-18").to_record()
        assert only.extract(text, date="2024-01-18").to_record() == of_types(whole, TYPES[0]), text


@pytest.mark.parametrize("type", MENTION_TYPES)
def test_examples_of_the_rules(extractor: Extractor, type: str) -> None:
    rules: tuple[Rule, ...] = import_module(f"kextract.rules.{type}").RULES
    for rule in rules:
        for sentence in (*rule.examples, *rule.counters):
            assert_same(extractor, sentence.replace("[[", "").replace("]]", ""), "2024-01-18")


PIECES = (
    "17일 3월 2024년 2024.12.3. 2019 4:33 "
    "오후 오전 새벽 아침 저녁 밤 낮 이날 오늘 내일 올해 지난해 지난달 말 초 중순 이틀 하루 보름 "
    "10년 3일 전 후 만 간 동안 째 이내 세계 추석 설 명절 여름 가을 봄 월요일 토 3시 30분 한 두 석 달 해 주 시간 "
    "3억원 5천만 원 270억 달러 이유로 1,213억 예산 연봉 대 여 수십억 만원 버스 연구원 역삼동 전주 주중 한국대사관 "
    "검은9월단 오월의 종 매일 신문 김새벽 새벽 씨 가수 남하람 시장 구다온 대표 한빛전자 가온시 재단 위원회 "
    "밝혔다 열렸다 열린 열릴 예정이다 받았다 "
    "은 는 이 가 을 를 의 에 까지 부터 에서 으로 이자 인 쯤 께 가량 ( ) ' “ ” · ~ , . # @ % 김 A"
).split()
texts = st.lists(st.sampled_from([*PIECES, " ", " ", " ", "\n"]), min_size=1, max_size=24).map("".join)


@settings(max_examples=250, deadline=None)
@given(text=texts, date=st.sampled_from([None, "2024-01-18"]))
def test_made_up_texts(extractor: Extractor, text: str, date: str | None) -> None:
    assert_same(extractor, text, date)


def _is_read(line: UnreadLine) -> bool:
    try:
        return bool(object.__getattribute__(line, "tags")) or True
    except AttributeError:
        return False


def test_most_lines_are_never_read(extractor: Extractor) -> None:
    total = read = 0
    for path in SAMPLES:
        analysis = sparing(extractor, ("date", "money")).analyse(decode(path.read_bytes()))
        sparing(extractor, ("date", "money")).extract_from(analysis)
        for line in analysis.document.lines:
            assert isinstance(line, UnreadLine)
            total += len(line.text)
            read += len(line.text) * _is_read(line)
    assert read < total / 3


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("검은9월단이 있었다.", 2, 4),
        ("오월의 종에서 빵을 샀다.", 0, 2),
        ("전주매일이 썼다.", 2, 4),
        ("새벽 씨가 왔다.", 0, 2),
        ("매일신문은 썼다.", 0, 2),
    ],
)
def test_what_may_be_a_name_is_open(text: str, start: int, end: int) -> None:
    assert not settle(text, [Candidate("date", start, end, "date.partial", 3.0)])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("29일자 신문이다.", 0, 3),
        ("새벽에 왔다.", 0, 2),
        ("가수 이날 무대", 3, 5),
        ("징역15년형으로", 2, 5),
        ("지난해 알렉산더는 왔다.", 0, 3),
    ],
)
def test_what_no_name_can_take(text: str, start: int, end: int) -> None:
    assert settle(text, [Candidate("date", start, end, "date.partial", 3.0)])
