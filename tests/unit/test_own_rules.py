"""Own rules: the file, its examples, and what they find."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from kextract import Extractor
from kextract.own import OwnError, load
from kextract.own.examples import unfound, verify
from kextract.own.find import Own
from kextract.own.rules import fill
from kextract.schema import SCHEMA

LAW = """
[[rule]]
name = "law"
type = "law"
about = "a law with its article"
pattern = '''law:(noun{0,8} !("방법" | "문법") "*법") ("제"? article:number "조")?'''
value = "{law}[ 제{article}조]"
examples = ["[[도로교통법 제3조]]를 고쳤다.", "국회는 [[상법]]을 고쳤다."]
counters = ["그런 방법은 없다."]
"""
PHONE = """
[[rule]]
name = "phone"
type = "product"
pattern = '''(maker:<organization> "의"?)? span:(<phone> number?)'''
examples = ["하늬솔전자의 [[별바라기 3]]은 잘 팔린다."]
"""
NAMES = "하늬솔전자\torganization\n별바라기\tword\t\tphone\n신상법\tstop\n"
Reader = Callable[..., Extractor]


@pytest.fixture
def reader(tmp_path: Path, extractor: Extractor) -> Reader:
    """An Extractor with rules and names."""

    def made(rules: str, names: str = NAMES) -> Extractor:
        (tmp_path / "rules.toml").write_text(rules, "utf-8")
        (tmp_path / "names.tsv").write_text(names, "utf-8")
        own = Extractor(own=load([str(tmp_path / "names.tsv")], [str(tmp_path / "rules.toml")]))
        own.analyzer = extractor.analyzer
        return own

    return made


def own_of(reader: Extractor) -> Own:
    assert reader.own is not None
    return reader.own


def problems(tmp_path: Path, rules: str) -> list[str]:
    path = tmp_path / "rules.toml"
    path.write_text(rules, "utf-8")
    with pytest.raises(OwnError) as error:
        load([], [str(path)])
    return [line.removeprefix(f"{tmp_path}/") for line in error.value.lines()]


def test_a_type_of_ones_own(reader: Reader) -> None:
    result = reader(LAW).extract("「도로교통법」과 개인정보 보호법 제15조를 고쳤다.", id="x")
    record = result.to_record()
    assert [(m["type"], m["text"], m["value"]) for m in record["mentions"]] == [
        ("law", "도로교통법", "도로교통법"),
        ("law", "개인정보 보호법 제15조", "개인정보 보호법 제15조"),
    ]
    assert record["mentions"][1]["fields"] == {"article": "15", "law": "개인정보 보호법"}
    assert record["mentions"][1]["rule"] == "own.law"
    jsonschema.validate(record, SCHEMA)


def test_lists_and_context(reader: Reader) -> None:
    mentions = reader(PHONE).extract("하늬솔전자의 별바라기 3이 나왔다.").mentions
    assert [(m.type, m.text) for m in mentions] == [("organization", "하늬솔전자"), ("product", "별바라기 3")]
    assert mentions[1].to_record()["fields"] == {"maker": "하늬솔전자"}


def test_mentions_of_the_built_in_rules(reader: Reader) -> None:
    rule = PHONE.replace("<phone> number?", '"앱" "개발"').replace(
        "하늬솔전자의 [[별바라기 3]]", "삼성전자 [[앱 개발]]"
    )
    verify(own_of(reader(rule)), reader(rule).extract)


def test_a_particle_that_the_tokenizer_did_not_see(reader: Reader) -> None:
    """하늬솔이 comes as one noun; the list knows better, and so do letters that a rule asks for."""
    names = NAMES + "하늬솔\torganization\n"
    rule = PHONE.replace('"의"?', '("이" | "의")?')
    mentions = reader(rule, names).extract("대표는 하늬솔이 별바라기 3을 판다고 밝혔다.").mentions
    assert mentions[-1].to_record()["fields"] == {"maker": "하늬솔"}
    spelled = rule.replace("<organization>", '"하늬솔"')
    mentions = reader(spelled, NAMES).extract("대표는 하늬솔이 별바라기 3을 판다고 밝혔다.").mentions
    assert mentions[-1].to_record()["fields"] == {"maker": "하늬솔"}


def test_names_in_hangul(reader: Reader) -> None:
    rule = LAW.replace("article", "조").replace('name = "law"', 'name = "법조항"')
    mention = reader(rule).extract("상법 제7조").mentions[0].to_record()
    assert (mention["rule"], mention["value"], mention["fields"]["조"]) == ("own.법조항", "상법 제7조", "7")


def test_only_the_types_asked_for(reader: Reader) -> None:
    whole = reader(PHONE)
    limited = Extractor(("product",), whole.own)
    limited.analyzer = whole.analyzer
    assert [m.text for m in limited.extract("하늬솔전자의 별바라기 3은 12일 나온다.").mentions] == ["별바라기 3"]


def test_a_person_with_a_title(reader: Reader) -> None:
    rule = """
[[rule]]
name = "elder"
type = "person"
pattern = '''"어르신" span:word title:"훈장"'''
examples = ["어르신 [[다온새]] 훈장은 하늬솔전자를 찾았다."]
"""
    own = reader(rule)
    result = own.extract("어르신 다온새 훈장은 마을에 산다.")
    assert [(m.type, m.text) for m in result.mentions] == [("person", "다온새")]
    assert [relation.fields["title"] for relation in result.relations] == ["훈장"]


def test_stop_beats_a_rule(reader: Reader) -> None:
    assert [m.text for m in reader(LAW).extract("신상법을 고쳤다.").mentions] == []


def test_verify(reader: Reader) -> None:
    own = reader(LAW + PHONE, NAMES + "#+ [[하늬솔전자]]는 웃는다.\n#- 하늬솔밭은 넓다.\n")
    assert verify(own_of(own), own.extract) == 6
    assert unfound(own_of(own), own.extract) == []


def test_examples_that_fail(reader: Reader, tmp_path: Path) -> None:
    rules = LAW.replace("[[상법]]을", "[[상법을]]").replace("그런 방법은 없다.", "그런 용법은 없다.")
    own = reader(rules, NAMES + "#+ [[하늬]]는 웃는다.\n#- 하늬솔전자는 웃는다.\n")
    with pytest.raises(OwnError) as error:
        verify(own_of(own), own.extract)
    told = [line.removeprefix(f"{tmp_path}/") for line in error.value.lines()]
    assert len(told) == 4
    assert told[0].startswith("names.tsv:4: example '하늬는 웃는다.': not found: '하늬'")
    assert told[1].startswith("names.tsv:5: counter-example")
    assert told[2].startswith("rules.toml:8: rule law: example '국회는 상법을 고쳤다.': not found: '상법을'; found")
    assert told[3] == "rules.toml:9: rule law: counter-example '그런 용법은 없다.': found '용법' (law, own.law)"


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("x = ", "rules.toml:1: not TOML: Invalid value"),
        ("", "rules.toml: no [[rule]] in this file"),
        ("[rule]\nname = 'x'", "rules.toml: rules are written [[rule]], with two brackets"),
        (LAW.replace('"law"', '"la w"', 1), "rules.toml:3: rule la w: a name is made of letters"),
        (LAW.replace('type = "law"', 'type = "money"'), "rules.toml:4: rule law: type money: amounts and dates"),
        (LAW.replace('type = "law"', 'type = "stop"'), "rules.toml:4: rule law: a rule cannot have type stop"),
        (LAW.replace("about", "abuot"), "rules.toml:5: rule law: no key abuot; did you mean about?"),
        (LAW.replace("noun{", "nuon{"), "rules.toml:6: rule law: pattern, column 6: no class nuon; did you mean noun?"),
        (LAW.replace("'''law:(", "'''law:<lwa> ("), "rules.toml:2: rule law: no list is called <lwa>"),
        (LAW.replace("{article}", "{articel}"), "rules.toml:7: rule law: {articel} in value is noted nowhere"),
        (LAW.replace("[[상법]]", "상법"), "rules.toml:8: rule law: '국회는 상법을 고쳤다.' has no mark [[ ]]"),
        (LAW.replace("그런 방법", "[[방법]]"), "rules.toml:9: rule law: '[[방법]]은 없다.' shows what must not"),
        (re.sub("examples.*", "", LAW), "rules.toml:2: rule law: an example is missing"),
        (LAW + LAW, "rules.toml:11: the name 'law' stands in line 2 already"),
        (LAW.replace("'''", '"'), "rules.toml:6: not TOML"),
        (
            LAW.replace('type = "law"', 'type = "person"'),
            "rules.toml:6: rule law: a rule for type person notes span and",
        ),
    ],
)
def test_mistakes_have_a_line(tmp_path: Path, rules: str, told: str) -> None:
    assert problems(tmp_path, rules)[0].startswith(told)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    wrong = LAW.replace("noun{", "nuon{").replace("about", "abuot")
    assert [line.split(": ")[0] for line in problems(tmp_path, wrong + PHONE)] == ["rules.toml:5", "rules.toml:6"]


def test_fill() -> None:
    assert fill("{law}[ 제{article}조]", {"law": "상법"}) == "상법"
    assert fill("{law}[ 제{article}조]", {"law": "상법", "article": "3"}) == "상법 제3조"


def test_the_rules_of_the_help_text(reader: Reader) -> None:
    """What `kextract help` shows can be copied and works."""
    text = (files("kextract") / "help" / "rules.txt").read_text("utf-8")
    blocks = re.findall(r"^    \[\[rule\]\].*?(?=^\S|\n\n)", text, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 3
    own = reader("\n".join(textwrap.dedent(block) for block in blocks))
    assert verify(own_of(own), own.extract) == 5


def test_the_samples(extractor: Extractor) -> None:
    folder = Path(__file__).parents[2] / "samples" / "own"
    own = Extractor(own=load([str(folder / "names.tsv")], [str(folder / "rules.toml")]))
    own.analyzer = extractor.analyzer
    assert verify(own_of(own), own.extract) == 9


def test_the_lexicon_of_the_help_text(tmp_path: Path) -> None:
    text = (files("kextract") / "help" / "lexicon.txt").read_text("utf-8")
    rows = re.findall(
        r"^    (\S+) {2,}(organization|person|product|stop)(?: {2,}(\S+) {2,}(\S+))?$", text, re.MULTILINE
    )
    assert len(rows) == 6
    (tmp_path / "names.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")
    assert load([str(tmp_path / "names.tsv")]).types == ("product",)
