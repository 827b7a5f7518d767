"""Own names: the file, and finding them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kextract import Extractor, Result
from kextract.own import OwnError, load
from kextract.own.lexicon import load as load_lexicon
from tests.unit.own_names import random_names

NAMES = """\
surface	type	canonical name	class	note
# the firm and what people call it
하늬솔전자	organization	하늬솔전자	company
하늬솔	organization	하늬솔전자	company	short
Hanuisol	organization	하늬솔전자
(주)하늬솔	organization	하늬솔전자
누리온소프트웨어재단	organization
표은솔	person
안나 벨로바	person
별바라기	product	별바라기	phone
도토리	word		phone
김하늘	stop
12일	stop		person
"""
Extract = Callable[[str], Result]


@pytest.fixture
def extract(tmp_path: Path, extractor: Extractor) -> Extract:
    """Reads a text with NAMES."""
    path = tmp_path / "names.tsv"
    path.write_text(NAMES, "utf-8")
    own = Extractor(own=load([str(path)]))
    own.analyzer = extractor.analyzer
    return own.extract


def problems(tmp_path: Path, text: str, name: str = "names.tsv") -> list[str]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(OwnError) as error:
        load([str(path)])
    return [line.removeprefix(f"{tmp_path}/") for line in error.value.lines()]


def found(result: Result) -> list[tuple[str, str]]:
    return [(mention.type, mention.text) for mention in result.mentions if mention.rule == "own.lexicon"]


@pytest.mark.parametrize(
    "text",
    [
        "하늬솔은 공장을 짓는다.",
        "하늬솔의 공장이다.",
        "하늬솔이다.",
        "하늬솔에서는 누구도 몰랐다.",
        "그 회사(하늬솔)는 작다.",
        "'하늬솔'이라는 이름이다.",
        "그곳은 하늬솔",
    ],
)
def test_with_particles(extract: Extract, text: str) -> None:
    assert found(extract(text)) == [("organization", "하늬솔")]


@pytest.mark.parametrize("text", ["하늬솔밭을 걸었다.", "미하늬솔은 없다.", "하늬 솔은 없다.", "하늬는 솔을 심었다."])
def test_not_within_a_word(extract: Extract, text: str) -> None:
    assert found(extract(text)) == []


def test_blanks_in_a_long_name(extract: Extract) -> None:
    assert found(extract("누리온 소프트웨어 재단이 열렸다.")) == [("organization", "누리온 소프트웨어 재단")]
    assert found(extract("안나벨로바가 왔다.")) == [("person", "안나벨로바")]


def test_names_that_begin_with_a_mark(extract: Extract) -> None:
    assert found(extract("창고를 (주)하늬솔에 팔았다.")) == [("organization", "(주)하늬솔")]


def test_one_entity_by_its_canonical_name(extract: Extract) -> None:
    result = extract("하늬솔은 웃었다. Hanuisol과 하늬솔전자는 하나다.")
    assert [(entity.name, entity.aliases) for entity in result.entities] == [("하늬솔전자", ["하늬솔", "Hanuisol"])]
    assert len(result.entities[0].mentions) == 3
    assert result.entities[0].id == "o1"


def test_a_person_has_a_post(extract: Extract) -> None:
    result = extract("표은솔 하늬솔전자 대표는 12일 공장을 찾았다. 표 대표는 웃었다.")
    people = [entity for entity in result.entities if entity.type == "person"]
    assert [(person.name, len(person.mentions)) for person in people] == [("표은솔", 2)]
    assert [relation.fields["title"] for relation in result.relations if relation.type == "position"] == ["대표"]


def test_a_title_without_a_blank(extract: Extract) -> None:
    result = extract("하늬솔 표은솔대표는 웃었다.")
    assert found(result) == [("organization", "하늬솔"), ("person", "표은솔")]
    assert [relation.fields["title"] for relation in result.relations] == ["대표"]
    assert found(extract("표은솔나무를 심었다.")) == []


def test_a_type_of_ones_own(extract: Extract) -> None:
    mention = next(mention for mention in extract("별바라기가 나왔다.").mentions if mention.type == "product")
    record = mention.to_record()
    assert (record["value"], record["fields"], "entity" in record) == ("별바라기", {"class": "phone"}, False)


def test_words_are_no_mentions(extract: Extract) -> None:
    assert found(extract("도토리가 떨어졌다.")) == []


def test_stop(extract: Extract, extractor: Extractor) -> None:
    text = "김하늘 장관은 12일 밝혔다."
    assert [mention.text for mention in extractor.extract(text).mentions] == ["김하늘", "12일"]
    assert [mention.text for mention in extract(text).mentions] == ["12일"]  # stopped as a person only


def test_original_offsets(extract: Extract) -> None:
    text = "그는 하늬\u200b솔은 안다."
    mention = next(m for m in extract(text).mentions if m.type == "organization")
    assert text[mention.start : mention.end] == mention.text == "하늬\u200b솔"


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    rows = ["하늬솔\torganisation", "가", "나래\tdate", "다온\tOwn Type", "\tperson", "라온\tword", "가\tperson"]
    rows += ["마루\tperson", "마루\torganization", "바다\tperson\t바다\tx\ty\tz", "!!\tperson"]
    assert problems(tmp_path, "\n".join(rows)) == [
        "names.tsv:1: type 'organisation': did you mean organization?",
        "names.tsv:2: no type for '가': the second column is organization, person, stop …",
        "names.tsv:3: type date: amounts and dates are read, not listed; call a type of your own another name",
        "names.tsv:4: type 'Own Type': organization, person, stop, word, or a word of your own in small letters a-z "
        "and _",
        "names.tsv:5: the surface (first column) is empty",
        "names.tsv:6: a word needs a class (fourth column), by which rules call it",
        "names.tsv:7: '가' is too short: a surface has two letters or more",
        "names.tsv:9: '마루' stands in line 8 already, as person",
        "names.tsv:10: 6 columns where there are at most 5: surface, type, canonical name, class, note",
        "names.tsv:11: '!!' has no letter in it",
    ]


def test_many_mistakes_are_cut_short(tmp_path: Path) -> None:
    told = problems(tmp_path, "\n".join(f"이름{i}\tpersn" for i in range(200)))
    assert len(told) == 51
    assert told[-1] == "and 150 more such lines"


def test_commas_in_a_tab_file(tmp_path: Path) -> None:
    assert "a file with commas ends in .csv" in problems(tmp_path, "하늬솔,organization\n")[0]


def test_nothing_in_it(tmp_path: Path) -> None:
    assert "no names in this file" in problems(tmp_path, "# nothing\n")[0]


def test_several_files_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("가람\tpersn\n", "utf-8")
    with pytest.raises(OwnError) as error:
        load([str(tmp_path / "a.tsv"), str(tmp_path / "none.tsv")], [str(tmp_path / "none.toml")])
    assert len(error.value.problems) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_csv_of_a_spreadsheet(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "names.CSV"
    path.write_bytes('이름,type,name\r\n"가람, 누리",organization,가람누리\r\n다온,person,\r\n'.encode(encoding))
    lexicon = load_lexicon(str(path))
    assert list(lexicon.entries) == ["가람, 누리", "다온"]
    assert lexicon.entries["가람, 누리"].name == "가람누리"
    assert lexicon.lines["다온"] == 3


def test_surfaces_are_normalised(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("\u1112\u1161\u11ab\u1107\u1175\u11be  재단 \torganization\n", "utf-8")
    assert list(load_lexicon(str(path)).entries) == ["한빛 재단"]


def test_a_hundred_thousand_names(tmp_path: Path, extractor: Extractor) -> None:
    names = random_names(random.Random(1), 100_000)
    path = tmp_path / "names.tsv"
    path.write_text("".join(f"{name}\torganization\n" for name in names), "utf-8")
    own = load([str(path)])
    assert len(own.names) == 100_000
    reader = Extractor(own=own)
    reader.analyzer = extractor.analyzer
    wanted = names[::2_000]
    result = reader.extract("\n".join(f"{name}, 그리고 그것이다." for name in wanted))
    assert [text for _, text in found(result)] == wanted
