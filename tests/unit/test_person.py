"""The parts of the person rules, and what `find_people` says of a name besides its span."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kextract.rules.person
from kextract import Extractor
from kextract.model import PersonFacts
from kextract.morph import Analyzer, Document
from kextract.resolve import resolve
from kextract.rules.person import find_people
from kextract.rules.person.korean import name_evidence
from kextract.rules.person.particles import is_particle
from kextract.rules.person.sound import is_chinese, readings
from kextract.rules.person.titles import title_end
from kextract.rules.person.weights import WEIGHTS


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    """One tokenizer for these tests."""
    return Analyzer()


@pytest.mark.parametrize(
    ("rest", "letter", "fits"),
    [
        ("은", "겸", True),
        ("는", "겸", False),
        ("는", "희", True),
        ("은", "희", False),
        ("로", "철", True),
        ("이라고", "명", True),
        ("에게서는", "민", True),
        ("께서", "수", True),
        ("", "수", True),
        ("회", "수", False),
    ],
)
def test_particles_follow_the_last_letter(rest: str, letter: str, fits: bool) -> None:
    assert is_particle(rest, letter) is fits


@pytest.mark.parametrize(
    ("word", "begin", "end"),
    [("남시장은", 1, 3), ("김교수팀의", 1, 3), ("의장님과", 0, 2), ("시장통", 0, 0), ("장관", 0, 2)],
)
def test_title_end(word: str, begin: int, end: int) -> None:
    assert title_end(word, begin) == end


def test_no_name_without_a_surname() -> None:
    assert name_evidence("챙두겸") is None
    assert name_evidence("김두혁") is not None


@pytest.mark.parametrize("word", ["롄더구이", "장이머우", "자오러지"])
def test_chinese_names(word: str) -> None:
    assert is_chinese(word)


@pytest.mark.parametrize("word", ["경영진", "사이다", "하이마트", "이사회"])
def test_words_that_are_no_chinese_names(word: str) -> None:
    assert not is_chinese(word)


def test_the_better_reading_is_without_the_particle() -> None:
    best = max(readings("로드리게스는"), key=lambda part: part.value)
    assert (best.text, best.rest) == ("로드리게스", "는")


def test_every_piece_of_evidence_has_a_weight_and_every_weight_a_use() -> None:
    folder = Path(kextract.rules.person.__file__).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "weights.py")
    assert [name for name in WEIGHTS if f'"{name}"' not in source] == []
    appended = set(re.findall(r'evidence\.append\(\s*"(\w+)"', source))
    assert appended - WEIGHTS.keys() == set()


TITLES = [
    ("[[서도겸]] 창원시장은 말했다.", "창원시장", None),
    ("[[서도겸]] 한빛대학교 산학협력단장이 왔다.", "산학협력단장", None),
    ("[[서도겸]] 한빛전자 수석 부사장이 왔다.", "수석 부사장", None),
    ("[[서도겸]] 전 국무총리가 왔다.", "국무총리", "former"),
    ("[[서도겸]] 서울시장 권한대행은 말했다.", "서울시장 권한대행", None),
    ("대표 [[서도겸]]은 서명했다.", "대표", None),
    ("한빛시([[서도겸]] 시장)가 협약했다.", "시장", None),
    ("협회(회장·[[서도겸]])는 성명을 냈다.", "회장", None),
    ("[[남]] 전 시장은 침묵했다.", "시장", "former"),
    ("[[남]]시장은 침묵했다.", "시장", None),
    ("[[하비에르 모레노]](Javier Moreno) 대전시 글로벌 본부장이 서명했다.", "글로벌 본부장", None),
    ("[[李]] 대통령은 귀국했다.", "대통령", None),
    ("고 [[서도겸]] 선생을 기렸다.", "선생", "late"),
]


@pytest.mark.parametrize(("sentence", "title", "status"), TITLES)
def test_titles(analyzer: Analyzer, sentence: str, title: str, status: str | None) -> None:
    before, _, rest = sentence.partition("[[")
    name, _, after = rest.partition("]]")
    text = before + name + after
    document = Document(text, list(analyzer.lines(text)))
    found = {(c.start, c.end): c for c in resolve(find_people(document))}
    candidate = found[len(before), len(before) + len(name)]
    facts = candidate.facts
    assert isinstance(facts, PersonFacts)
    assert facts.title is not None
    assert text[slice(*facts.title)] == title
    assert facts.status == status


def test_aliases_are_spans_of_the_text(analyzer: Analyzer) -> None:
    text = "하비에르 모레노(Javier Moreno)와 서도겸(徐道謙)이 만났다."
    document = Document(text, list(analyzer.lines(text)))
    aliases = [text[slice(*span)] for c in resolve(find_people(document)) for span in c.facts.aliases]
    assert aliases == ["Javier Moreno", "徐道謙"]


def test_offsets_count_from_the_documents_beginning(analyzer: Analyzer) -> None:
    text = "첫 줄이다.\n\n서도겸 시장이 왔다.\n서 시장은 웃었다."
    document = Document(text, list(analyzer.lines(text)))
    assert [text[c.start : c.end] for c in resolve(find_people(document))] == ["서도겸", "서"]


def test_lists_share_the_last_title(analyzer: Analyzer) -> None:
    text = "서도겸·문예슬 의원이 반대했다."
    document = Document(text, list(analyzer.lines(text)))
    titles = [text[slice(*c.facts.title)] for c in resolve(find_people(document)) if c.facts.title]
    assert titles == ["의원", "의원"]


def test_another_spelling_in_chinese_characters_is_a_mention_of_the_same_person(extractor: Extractor) -> None:
    result = extractor.extract("서도겸(徐道謙) 시장이 왔다.")
    people = [mention for mention in result.mentions if mention.type == "person"]
    assert [mention.text for mention in people] == ["서도겸", "徐道謙"]
    assert len({mention.entity for mention in people}) == 1


def test_the_field_of_a_text_decides_on_everyday_words(analyzer: Analyzer) -> None:
    def people(text: str) -> list[str]:
        document = Document(text, list(analyzer.lines(text)))
        return [text[c.start : c.end] for c in resolve(find_people(document))]

    assert people("소속사는 규현을 뺀 앨범이 나온다고 했다.") == ["규현"]
    assert people("공장은 규현을 뺀 모두를 샀다.") == []


def test_a_whole_run_wins_over_its_parts(analyzer: Analyzer) -> None:
    text = "호베르투 다 코스타 실바(65)가 별세했다."
    document = Document(text, list(analyzer.lines(text)))
    assert [text[c.start : c.end] for c in resolve(find_people(document))] == ["호베르투 다 코스타 실바"]


def test_a_line_cut_off_inside_a_word_is_read_to_its_end(analyzer: Analyzer) -> None:
    text = "규정을 고친다. <단서 신"
    assert find_people(Document(text, list(analyzer.lines(text)))) == []
