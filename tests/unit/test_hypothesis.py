"""What holds for any input at all."""

from __future__ import annotations

import io
import json
import os
import unicodedata
from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kextract import Extractor
from kextract.decoding import DecodeError, LineDecoder, decode
from kextract.output import FORMATS, Options, open_writer
from kextract.output.encode import encode
from kextract.output.extras import record_of
from kextract.text import normalise
from tests.unit.records import schema_errors

# the same examples in every run, unless a longer hunt is asked for
HUNT = os.environ.get("KEXTRACT_EXAMPLES")
EXAMPLES = int(HUNT or 150)
# one Extractor for all examples is the point; the first call loads Kiwi
quick = settings(deadline=None, max_examples=3 * EXAMPLES, derandomize=not HUNT)
slow = settings(
    quick,
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

# pieces that the rules look for, next to what breaks them apart
WORDS = """
    김하늘 시장 새빛시 대표 ㈜ (주) 가온전자 씨 모(33)씨 A씨 전 의원 은 는 이 가 에서 지난해 17일 2024년 1월 오후 3시
    2024.01.18 10:50 등록 입력 ~ ∼ - 부터 까지 만 억 조 3억5천만 원 달러 1,213 1.5 수십 약 여 이상 $ ₩ € % 음력 매주
    90년대 기원전 세기 분기 월요일 마르코 벨리니 (Marco Bellini) 金 氏 ( ) [ ] · , . “ ” '
""".split()
ODD = [
    *(
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\u202e",
        "\u3000",
        "\u00a0",
        "\r\n",
        "\r",
        "\n",
        "\t",
        "\x00",
        "\x1b[31m",
        "\u2028",
    ),
    *("😀", "👩\u200d🚒", "\ud800", "\udfff", "１２３", "ＡＢ", "ﾡ", "ㄱ", "ᄀ", "ᅡ", "ᆨ", "e\u0301", "\U000e0100"),
    *("&nbsp;", "&#44608;", "&amp;"),
]


@st.composite
def _decomposed(draw: st.DrawFn) -> str:
    return unicodedata.normalize("NFD", draw(st.sampled_from(WORDS)))


PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(ODD),
    _decomposed(),
    st.just(" "),
    st.text(st.characters(codec=None), max_size=3),
    st.text("0123456789.,만억조원년월일", max_size=12),
)
NEWSLIKE = st.lists(PIECES, max_size=25).map("".join)
ANY_TEXT = st.one_of(NEWSLIKE, st.lists(PIECES, max_size=15).map(" ".join), st.text(max_size=60))

DAYS = st.datetimes(min_value=datetime(1000, 1, 1)).flatmap(
    lambda moment: st.sampled_from([moment.isoformat()[:10], moment.isoformat()[:16]])
)


def check(text: str, record: dict[str, Any]) -> None:
    """Schema, offsets, order, ids, and who refers to whom."""
    assert schema_errors(record) == []
    mentions, entities = record["mentions"], record["entities"]
    ids = [mention["id"] for mention in mentions]
    assert ids == [f"m{number}" for number in range(1, len(ids) + 1)]
    position = 0
    for mention in mentions:
        assert position <= mention["start"] < mention["end"]
        assert text[mention["start"] : mention["end"]] == mention["text"]
        position = mention["end"]
    for relation in record["relations"]:
        for evidence in relation["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]
    named = {mention["id"]: mention["entity"] for mention in mentions if "entity" in mention}
    assert named == {id: entity["id"] for entity in entities for id in entity["mentions"]}


@slow
@given(text=ANY_TEXT)
def test_records_hold(extractor: Extractor, text: str) -> None:
    result = extractor.extract(text, id="x")
    record = result.to_record()
    check(text, record)
    assert extractor.extract(text, id="x").to_record() == record
    line = encode(record)
    line.encode("utf-8")
    assert schema_errors(json.loads(line)) == []
    for format in FORMATS.values():
        if not format.binary:
            asked = record_of(extractor, text, format.needs, "x") if format.needs else record
            open_writer(format, io.StringIO(), Options(width=40)).write(asked, text)


@slow
@given(text=NEWSLIKE, date=DAYS)
def test_any_reference_date(extractor: Extractor, text: str, date: str) -> None:
    check(text, extractor.extract(text, date=date).to_record())


@quick
@given(text=st.one_of(NEWSLIKE, st.text(st.characters(codec=None))))
def test_normalised_text_leads_back(text: str) -> None:
    read = normalise(text)
    assert read.raw == text
    assert not set(read.norm) & set("\r\x00\x1b\ufeff\u200b")
    assert not any("\ud800" <= letter <= "\udfff" for letter in read.norm)
    position = 0
    for i in range(len(read.norm)):
        start, end = read.span(i, i + 1)
        assert 0 <= start < end <= len(text)
        assert start >= position or read.span(i - 1, i) == (start, end)
        position = start


PLAIN = st.lists(st.one_of(st.sampled_from(WORDS), st.text("가나힣각핳뷁 김0aZ.", max_size=4)), max_size=12).map(
    " ".join
)


@quick
@given(
    text=PLAIN, places=st.lists(st.integers(0, 200), max_size=5), odd=st.sampled_from("\u200b\u00ad\u2060\ufe0f\u202e")
)
def test_disguises_are_seen_through(text: str, places: list[int], odd: str) -> None:
    """The rules read the same text however it is composed, and whatever nobody sees in it."""
    plain = normalise(text).norm
    assert plain == text
    assert normalise(unicodedata.normalize("NFD", text)).norm == plain
    assert normalise(text.replace(" ", "\u00a0")).norm == plain
    assert normalise(text.replace(" ", "&nbsp;")).norm == plain
    assert normalise("".join(_full_width(letter) for letter in text)).norm == plain
    for place in places:
        text = text[:place] + odd + text[place:]
    assert normalise(text).norm == plain
    assert normalise(unicodedata.normalize("NFD", text)).norm == plain


def _full_width(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter


@quick
@given(data=st.one_of(st.binary(max_size=40), st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace"))))
def test_bytes_decode_or_say_why(data: bytes) -> None:
    for errors in ("strict", "replace"):
        for reader in (_as_file, _as_line):
            try:
                text = reader(data, errors)
            except DecodeError as error:
                said = str(error)
            else:
                text.encode("utf-8")
                continue
            assert errors == "strict" or "FILE" in said or "UTF-16" in said


def _as_file(data: bytes, errors: Any) -> str:
    return decode(data, errors=errors)


def _as_line(data: bytes, errors: Any) -> str:
    return LineDecoder(errors=errors).decode(data)
