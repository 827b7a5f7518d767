"""Explanations: every mention has its reasons, and what lost says against what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import kextract.explain as home
from kextract import Extractor
from kextract.output.encode import encode
from kextract.output.explained import lines
from kextract.own import load

TEXT = "육태호 춘천시장은 3억5천만원을 지원한다고 12일 밝혔다.\n육 시장은 춘천시 공원을 찾았다."
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("0[1-8]*.txt"))


def explained(extractor: Extractor, text: str = TEXT, **options: Any) -> dict[str, Any]:
    return home.explain(extractor, text, id="x", **options)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_mention_has_evidence(extractor: Extractor, path: Path) -> None:
    text = path.read_text("utf-8")
    told = home.explain(extractor, text)
    assert [m["id"] for m in told["mentions"]] == [m.id for m in extractor.extract(text).mentions]
    for mention in told["mentions"]:
        assert mention["evidence"]
        assert mention["tokens"]
        assert mention["sum"] == pytest.approx(sum(reason["weight"] for reason in mention["evidence"]))
        assert mention["score"] > 0
    for one in told["rejected"]:
        assert text[one["start"] : one["end"]] == one["text"]
        assert (one["reason"] == "overlap") == (one["score"] > 0)
    encode(told)


def test_evidence(extractor: Extractor) -> None:
    mention = explained(extractor)["mentions"][0]
    assert (mention["text"], mention["rule"]) == ("육태호", "person.korean_name")
    assert mention["about"]
    assert "title_near" in [reason["name"] for reason in mention["evidence"]] or len(mention["evidence"]) > 1
    assert mention["threshold"] == 3.0


def test_what_lost(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("육태호\torganization\n춘천시\tstop\n", "utf-8")
    own = Extractor(own=load([str(tmp_path / "names.tsv")]))
    own.analyzer = extractor.analyzer
    told = explained(own)
    assert told["mentions"][0]["beat"][0]["type"] == "person"
    lost = next(one for one in told["rejected"] if one["text"] == "육태호")
    assert (lost["reason"], lost["lost_to"]["id"], lost["lost_to"]["rule"]) == ("overlap", "m1", "own.lexicon")


def test_stopped(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("육태호\tstop\n", "utf-8")
    own = Extractor(own=load([str(tmp_path / "names.tsv")]))
    own.analyzer = extractor.analyzer
    stopped = next(one for one in explained(own)["rejected"] if one["reason"] == "stopped")
    assert stopped["evidence"][-1]["name"] == "own_stop"
    assert stopped["sum"] <= stopped["threshold"]


def test_nearly(extractor: Extractor) -> None:
    """춘천시 is no organization where it only says where the park is; explain tells by how much."""
    near = [one for one in explained(extractor)["rejected"] if one["reason"] == "below the threshold"]
    assert near
    assert all(home_score <= 0 for home_score in (one["score"] for one in near))


def test_one_place(extractor: Extractor) -> None:
    told = explained(extractor, asked=home.places(TEXT, None, "공원"))
    assert told["mentions"] == []
    first = told["asked"][0]["tokens"][0]
    assert (first["form"], first["tag"]) == ("공원", "NNG")
    at = explained(extractor, asked=home.places(TEXT, 1, None))
    assert [m["text"] for m in at["mentions"]] == ["육태호"]


def test_places() -> None:
    assert home.places("가나가나", None, "가나") == [home.Asked(0, 2), home.Asked(2, 4)]
    assert home.places("가나", 2, None) == []
    assert home.places("가나", None, "다") == []
    assert home.places("가나", None, None) is None


def test_offsets_of_the_text_as_given(extractor: Extractor) -> None:
    text = "육\u200b태호 춘천시장은 웃었다."
    told = explained(extractor, text, asked=home.places(text, 3, None))
    assert told["mentions"][0]["text"] == "육\u200b태호"


def test_shown_at_80_columns(extractor: Extractor) -> None:
    from unicodedata import east_asian_width

    for path in SAMPLES[:3]:
        for line in lines(home.explain(extractor, path.read_text("utf-8"), id=path.name)):
            assert sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) <= 80
