"""Normalising, and the way back to the offsets of the text as given."""

from __future__ import annotations

import unicodedata

import pytest

from kextract.text import Text, normalise


def found(raw: str, wanted: str) -> str:
    """The piece of `raw` that `wanted` in the normalised text stands for."""
    text = normalise(raw)
    start = text.norm.index(wanted)
    left, right = text.span(start, start + len(wanted))
    return text.raw[left:right]


@pytest.mark.parametrize(
    ("raw", "wanted", "piece"),
    [
        ("김하늘 시장", "하늘", "하늘"),
        ("김\u200b하\u00ad늘 시장", "김하늘", "김\u200b하\u00ad늘"),
        ("\ufeff김하늘", "김하늘", "김하늘"),
        ("\u202e김하늘\u202c 시장", "김하늘", "김하늘"),
        ("１，２１３억원", "1,213억원", "１，２１３억원"),
        ("ＷＯＲＬＤ", "WORLD", "ＷＯＲＬＤ"),
        ("￦500, ￡3, ￥2", "₩500, £3, ¥2", "￦500, ￡3, ￥2"),
        ("김하늘\u00a0시장\u3000님", "김하늘 시장 님", "김하늘\u00a0시장\u3000님"),
        ("김하늘\u3164시장", "김하늘 시장", "김하늘\u3164시장"),
        ("가\r\n나", "가 \n나", "가\r\n나"),
        ("가\r나", "가\n나", "가\r나"),
        ("가\u2028나\x85다", "가\n나\n다", "가\u2028나\x85다"),
        ("가\x00나\x1b[31m", "가 나 [31m", "가\x00나\x1b[31m"),
        ("😀 김하늘", "김하늘", "김하늘"),
        ("👩\u200d🚒 김하늘", "김하늘", "김하늘"),
        ("☎️ 김하늘", "김하늘", "김하늘"),
        ("金\U000e0100氏", "金氏", "金\U000e0100氏"),
        ("\uf90a氏", "金氏", "\uf90a氏"),
        ("\ud800김하늘\udfff", "김하늘", "김하늘"),
        ("가\ud800나", "가\ufffd나", "가\ud800나"),
        ("\uffa1\uffc2", "ㄱㅏ", "\uffa1\uffc2"),
        ("ㄱㅏ", "ㄱㅏ", "ㄱㅏ"),
        ("김하늘\u1100시장", "김하늘ㄱ시장", "김하늘\u1100시장"),
        ("\u11a8\u1161\u11aa \u115f", "ㄱㅏㄳ  ", "\u11a8\u1161\u11aa \u115f"),
        ("Be\u0301la 씨", "Béla", "Be\u0301la"),
        ("か\u3099", "が", "か\u3099"),
        ("김하늘&nbsp;시장", "김하늘 시장", "김하늘&nbsp;시장"),
        ("A&amp;B 은행", "A&B 은행", "A&amp;B 은행"),
        ("&#44608;하늘", "김하늘", "&#44608;하늘"),
        ("&#xAC00;&shy;&lt;", "가<", "&#xAC00;&shy;&lt;"),
        ("A&B; &없음; &nosuch;", "A&B; &없음; &nosuch;", "A&B; &없음; &nosuch;"),
    ],
)
def test_reads_and_finds_back(raw: str, wanted: str, piece: str) -> None:
    assert found(raw, wanted) == piece


@pytest.mark.parametrize("word", ["김하늘", "값", "Bélà", "각하", "닭을"])
def test_decomposed_reads_as_composed(word: str) -> None:
    raw = f"앞 {unicodedata.normalize('NFD', word)} 뒤"
    assert normalise(raw).norm == f"앞 {word} 뒤"
    assert found(raw, word) == unicodedata.normalize("NFD", word)


def test_half_composed_syllable() -> None:
    """가 with a final consonant of its own, as some editors leave it."""
    assert normalise("가\u11a8").norm == "각"
    assert found("가\u11a8 나", "각") == "가\u11a8"


def test_old_hangul_stays_together() -> None:
    """Syllables that have no composed form: each of their letters stands for the whole syllable."""
    raw = "ᄒᆞᆫ" + unicodedata.normalize("NFD", "글")
    text = normalise(raw)
    assert text.span(0, 1) == (0, 3)
    assert raw[slice(*text.span(3, 4))] == raw[3:]


def test_plain_text_costs_no_table() -> None:
    text = normalise("김하늘 시장은 3억원을\n냈다.")
    assert text.starts is None
    assert text == Text(text.raw, text.raw)


def test_one_for_one_keeps_offsets() -> None:
    text = normalise("３억원\t을\r\n")
    assert text.starts is None
    assert len(text.norm) == len(text.raw)


def test_empty() -> None:
    assert normalise("").norm == ""
    assert normalise("\u200b").norm == ""


def test_long_run_of_marks() -> None:
    raw = "e" + "\u0301" * 100_000 + " 김하늘"
    assert found(raw, "김하늘") == "김하늘"
