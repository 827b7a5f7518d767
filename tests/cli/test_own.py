"""Own names and rules on the command line; rules, check, help and the config file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kextract import Extractor
from tests.cli.conftest import Cli, Run

NAMES = "하늬솔전자\torganization\n하늬솔\torganization\t하늬솔전자\n별바라기\tword\t\tphone\n#+ [[하늬솔]]은 웃었다.\n"
RULES = """
[[rule]]
name = "phone"
type = "product"
about = "a telephone with its number"
pattern = "<phone> number?"
value = "{text}"
examples = ["[[별바라기 3]]이 나왔다."]
"""
TEXT = "하늬솔은 별바라기 3을 3만원에 판다."


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "names.tsv").write_text(NAMES, "utf-8")
    (tmp_path / "rules.toml").write_text(RULES, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))


@pytest.fixture
def own(cli: Cli, extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """`kextract ARGUMENTS`, the tokenizer of the session under whatever Extractor is made."""

    def shared(types: Any = None, own: Any = None) -> Extractor:
        made = Extractor(types, own)
        made.analyzer = extractor.analyzer
        return made

    monkeypatch.setattr("kextract.extractor.Extractor", shared)
    return cli


def texts(run: Run) -> list[tuple[str, str]]:
    assert run.err == ""
    return [(m["type"], m["text"]) for m in json.loads(run.out)["mentions"]]


BOTH = [("organization", "하늬솔"), ("product", "별바라기 3"), ("money", "3만원")]


def test_options(own: Cli) -> None:
    assert texts(own("a.txt", "--lexicon", "names.tsv", "--rules", "rules.toml")) == BOTH


def test_types_of_ones_own(own: Cli) -> None:
    files = ("--lexicon", "names.tsv", "--rules", "rules.toml")
    assert texts(own("a.txt", *files, "-t", "product")) == BOTH[1:2]
    assert own("a.txt", *files, "-t", "law").code == 2


def test_a_type_that_nobody_defines_tells_how_to(own: Cli) -> None:
    run = own("a.txt", "-t", "law")
    assert run.code == 2
    assert "--rules FILE or --lexicon FILE: see kextract help rules" in run.err
    assert "did you mean organization?" in own("view", "a.txt", "-t", "organisation").err


@pytest.mark.parametrize("format", ["table", "csv", "html", "brat", "conll", "labelstudio", "spans"])
def test_formats_take_types_of_ones_own(own: Cli, format: str) -> None:
    run = own("a.txt", "--lexicon", "names.tsv", "--rules", "rules.toml", "-f", format)
    assert (run.code, run.err) == (0, "")
    assert "product" in run.out.lower()


def test_view(own: Cli) -> None:
    run = own("view", "a.txt", "--lexicon", "names.tsv", "--rules", "rules.toml")
    assert "[product:별바라기 3]" in run.out


def test_merge(own: Cli) -> None:
    run = own("merge", "a.txt", "--lexicon", "names.tsv")
    assert [json.loads(line)["name"] for line in run.out.splitlines()] == ["하늬솔전자"]


def test_mistakes_of_all_files(own: Cli) -> None:
    Path("names.tsv").write_text("가람\tpersn\n나래\n", "utf-8")
    Path("rules.toml").write_text(RULES.replace("number?", "nuber?"), "utf-8")
    run = own("a.txt", "--lexicon", "names.tsv", "--rules", "rules.toml", "--lexicon", "none.csv")
    assert (run.code, run.out) == (2, "")
    assert [line.split(": ")[1] for line in run.err.splitlines()] == [
        "names.tsv:1",
        "names.tsv:2",
        "none.csv",
        "rules.toml:6",
    ]


@pytest.mark.parametrize("command", [(), ("merge",), ("view",), ("explain",)])
def test_examples_that_fail_stop_the_run(own: Cli, command: tuple[str, ...]) -> None:
    Path("rules.toml").write_text(RULES.replace("[[별바라기 3]]이", "[[별바라기 3이]]"), "utf-8")
    run = own(*command, "a.txt", "--lexicon", "names.tsv", "--rules", "rules.toml")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("kextract: rules.toml:8: rule phone: example '별바라기 3이 나왔다.'")


def test_a_lexicon_among_the_rules_is_told(own: Cli) -> None:
    assert own("a.txt", "--rules", "names.tsv").err.endswith(
        "a lexicon is given with --lexicon, a rule file is a .toml\n"
    )
    assert "given with --rules" in own("a.txt", "--lexicon", "rules.toml").err


def test_config(own: Cli) -> None:
    Path("kextract.toml").write_text('lexicon = "names.tsv"\nrules = ["rules.toml"]\ntype = ["product"]\n', "utf-8")
    assert texts(own("a.txt")) == BOTH[1:2]
    assert texts(own("a.txt", "-t", "money")) == BOTH[2:]
    assert texts(own("a.txt", "--no-config", "-t", "money")) == BOTH[2:]
    assert "product" not in own("a.txt", "--no-config").out


def test_config_of_the_user(own: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home" / "kextract"
    home.mkdir(parents=True)
    (home / "names.tsv").write_text(NAMES, "utf-8")
    (home / "config.toml").write_text('lexicon = "names.tsv"\nformat = "csv"\n[view]\ntype = ["money"]\n', "utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    assert own("a.txt").out.startswith("document,id")
    assert texts(own("a.txt", "-f", "jsonl"))[0] == BOTH[0]
    assert "하늬솔 " not in own("view", "a.txt").out.split("\n")[1]


def test_config_with_a_mistake(own: Cli) -> None:
    Path("kextract.toml").write_text("jbos = 3\nformat = 'cvs'\n", "utf-8")
    run = own("a.txt")
    assert (run.code, run.err) == (2, "kextract: kextract.toml:1: no setting jbos for extract; did you mean jobs?\n")
    assert own("a.txt", "--no-config", "-t", "money").code == 0
    assert own("help", "lexicon").code == own("-h").code == 0


def test_rules(own: Cli) -> None:
    run = own("rules")
    assert (run.code, run.err) == (0, "")
    assert {"person.korean_name", "organization.lexicon", "date.full", "money.won"} <= set(run.out.split("\n"))
    chosen = own("rules", "own", "--rules", "rules.toml", "--lexicon", "names.tsv")
    assert chosen.out == "own.phone\n  a telephone with its number\n  + [[별바라기 3]]이 나왔다.\n"
    assert own("rules", "persno").code == 2
    listed = json.loads(own("rules", "money", "-f", "json").out)
    assert listed[0]["name"] == "money.won"
    assert {"name", "about", "examples", "counters"} == set(listed[0])


def test_check(own: Cli) -> None:
    run = own("check", "names.tsv", "rules.toml")
    assert (run.code, run.err) == (0, "")
    assert run.out == "names.tsv: 3 names\nrules.toml: 1 rule\n2 examples, all as they should be\n"
    assert own("check").code == 2
    assert "no list is called <phone>" in own("check", "rules.toml").err


def test_check_tells_of_names_that_are_never_found(own: Cli) -> None:
    Path("names.tsv").write_text("하늬솔\torganization\n하늬솔, 그리고\torganization\n", "utf-8")
    assert own("check", "names.tsv").code == 0


def test_help(own: Cli) -> None:
    listed = own("help").out
    for topic in ("record", "dates", "money", "lexicon", "rules"):
        assert topic in listed
        assert len(own("help", topic).out.splitlines()) > 15
    assert "--top" in own("help", "merge").out
    assert own("help", "nothing").code == 2


def test_several_processes(process: Cli, tmp_path: Path) -> None:
    """The workers have the names and rules too."""
    (tmp_path / "many.txt").write_text(f"{TEXT}\n" * 3, "utf-8")
    run = process("many.txt", "--input", "lines", "-j", "2", "--lexicon", "names.tsv", "--rules", "rules.toml")
    assert run.err == ""
    for line in run.out.splitlines():
        assert [(m["type"], m["text"]) for m in json.loads(line)["mentions"]] == BOTH
