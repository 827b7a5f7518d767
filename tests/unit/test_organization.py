"""Organizations beyond single sentences: facts, the second reading, the pieces of the machinery."""

from __future__ import annotations

import pytest

from kextract import Extractor
from kextract.model import Candidate, OrganizationFacts
from kextract.morph import Analyzer, Document
from kextract.rules.organization import find_organizations
from kextract.rules.organization.brackets import is_subsequence
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import head_of, is_common, person_shaped
from kextract.rules.organization.names import catalog, regions
from kextract.rules.organization.passes import second_pass
from kextract.rules.organization.rules import RULES
from kextract.rules.organization.weights import THRESHOLD, WEIGHTS, score


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def found(analyzer: Analyzer, text: str) -> dict[str, Candidate]:
    document = Document(text, list(analyzer.lines(text)))
    return {text[c.start : c.end]: c for c in find_organizations(document)}


def facts(candidate: Candidate) -> OrganizationFacts:
    assert isinstance(candidate.facts, OrganizationFacts)
    return candidate.facts


def test_aliases_in_brackets_are_spans_of_the_document(analyzer: Analyzer) -> None:
    text = "첫 줄이다.\n한국수력원자력(이하 한수원)과 유럽연합(EU)이 만났다."
    organizations = found(analyzer, text)
    spans = facts(organizations["한국수력원자력"]).aliases
    assert [text[start:end] for start, end in spans] == ["한수원"]
    assert [text[start:end] for start, end in facts(organizations["유럽연합"]).aliases] == ["EU"]


def test_an_acronym_that_its_brackets_explain(analyzer: Analyzer) -> None:
    text = "협약은 KQSA(재미한인바둑협회)가 제안했다."
    organization = found(analyzer, text)["KQSA"]
    assert [text[start:end] for start, end in facts(organization).aliases] == ["재미한인바둑협회"]


def test_a_product_in_brackets_is_no_alias(analyzer: Analyzer) -> None:
    assert facts(found(analyzer, "삼성전자(MOU)는 서명했다.")["삼성전자"]).aliases == ()


def test_generic_actors_are_marked(extractor: Extractor) -> None:
    mentions = {m.text: m.generic for m in extractor.extract("경찰은 국세청을 압수수색했다.").mentions}
    assert mentions["경찰"]
    assert not mentions["국세청"]


def test_a_name_made_plain_holds_in_other_lines(analyzer: Analyzer) -> None:
    text = "누리담도 나왔다.\n㈜누리담은 창고를 옮겼다."
    organizations = found(analyzer, text)
    assert organizations["누리담"].rule == "organization.established"
    assert organizations["누리담"].start == 0


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("[국회의정저널] 예산안이 통과됐다.", "국회의정저널"),
        ("[갈매기뉴스= 강민수기자] 눈이 내린다.", "갈매기뉴스"),
        ("[전북=갈매기뉴스] 강민수 기자 = 비가 내린다.", "갈매기뉴스"),
    ],
)
def test_papers_in_brackets(analyzer: Analyzer, text: str, paper: str) -> None:
    assert list(found(analyzer, text)) == [paper]


def test_brackets_that_hold_no_paper(analyzer: Analyzer) -> None:
    for text in ("[사진] 눈 덮인 산", "[단독] 물가가 올랐다.", "[질문] 무엇이 바뀌나?"):
        assert found(analyzer, text) == {}


def test_a_league_makes_teams_of_towns(analyzer: Analyzer) -> None:
    assert "포항" in found(analyzer, "프로축구 K리그 소식이다.\n포항은 두 골을 넣어 승리했다.")
    assert "포항" not in found(analyzer, "프로축구 K리그 소식이다.\n포항은 오늘 맑다.")


def test_a_team_by_its_first_word(analyzer: Analyzer) -> None:
    assert "키움" in found(analyzer, "키움 히어로즈가 졌다.\n키움은 시즌 첫 승리를 놓쳤다.")


def test_a_town_is_a_team_only_beside_its_team(analyzer: Analyzer) -> None:
    assert "포항" in found(analyzer, "포항 스틸러스가 이겼다.\n포항은 후반에 골을 넣어 승리했다.")
    assert "포항" not in found(analyzer, "포항은 오늘 맑다.")


def test_every_candidate_has_a_rule_its_evidence_and_its_score(analyzer: Analyzer) -> None:
    text = "서울시는 삼성전자, 누리담 등 기업과 협약을 맺었다고 밝혔다. 매체 라온뉴스랩은 다르게 전했다."
    names = {rule.name for rule in RULES}
    for candidate in found(analyzer, text).values():
        assert candidate.rule in names
        assert candidate.score == pytest.approx(sum(e.weight for e in candidate.evidence) - THRESHOLD)
        assert all(WEIGHTS[e.name] == e.weight for e in candidate.evidence)


def test_offsets_count_from_the_beginning_of_the_document(analyzer: Analyzer) -> None:
    text = "비가 온다.\n\n  😀 국세청은 쉰다."
    organization = found(analyzer, text)["국세청"]
    assert text[organization.start : organization.end] == "국세청"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "()", "㈜", "(주)", "ⓒ", "<>", "·", "1·2", "가", "㈜ ㈜", "(((", "[기자]"]
)
def test_nothing_breaks_on_scraps(analyzer: Analyzer, text: str) -> None:
    assert found(analyzer, text) == {}


def test_second_pass_without_names_finds_nothing() -> None:
    gathered = Found()
    second_pass([], gathered)
    assert gathered.candidates == []


@pytest.mark.parametrize(
    ("short", "long", "is_short"),
    [
        ("한수원", "한국수력원자력", True),
        ("경북경총", "경북경영자총협회", True),
        ("수한원", "한국수력원자력", False),
        ("", "가", True),
    ],
)
def test_subsequence(short: str, long: str, is_short: bool) -> None:
    assert is_subsequence(short, long) is is_short


def test_heads() -> None:
    head = head_of("송파경찰서")
    assert head is not None
    assert head.text == "경찰서"
    assert head_of("송파") is None
    assert is_common("대학병원")
    assert not is_common("서울대병원")


def test_person_shapes() -> None:
    assert person_shaped("김영수")
    assert not person_shaped("김영")
    assert not person_shaped("삼성전자")


def test_catalog_prefers_the_longest() -> None:
    assert list(catalog().lengths("국민")) == sorted(catalog().lengths("국민"), reverse=True)
    assert catalog().surfaces["국가정보원"] == ("government", "", "국가정보원")
    assert catalog().surfaces["국회의원"][1] == "X"


def test_regions_hold_no_villages() -> None:
    assert {"서울", "경기도", "송파구"} <= regions()
    assert "대교동" not in regions()


def test_score_is_the_sum_of_weights() -> None:
    assert score(["listed"]) == WEIGHTS["listed"] - THRESHOLD
    assert score([]) == -THRESHOLD
