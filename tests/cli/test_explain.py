"""`kextract explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

TEXT = "육태호 춘천시장은 3억5천만원을 지원한다고 12일 밝혔다."


@pytest.fixture(autouse=True)
def _text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")


def test_text(cli: Cli) -> None:
    run = cli("explain", "a.txt")
    assert (run.code, run.err) == (0, "")
    lines = run.out.split("\n")
    assert lines[0] == "a.txt"
    assert "  m1      person  '육태호'  0-3" in lines
    assert any(line.startswith("     rule person.korean_name: ") for line in lines)
    assert any(line.startswith("   tokens 3/SN") for line in lines)
    assert any("less 3.0 to pass" in line for line in lines)


def test_match_and_at(cli: Cli) -> None:
    run = cli("explain", "a.txt", "--match", "지원")
    assert "  asked   18-20 '지원'" in run.out
    assert "tokens 지원/NNG  한/XSV  " in run.out
    assert "nothing was found here" in run.out
    assert json.loads(cli("explain", "a.txt", "--at", "11", "-f", "jsonl").out)["mentions"][0]["amount"] == 350000000


def test_json(cli: Cli) -> None:
    told = json.loads(cli("explain", "a.txt", "a.txt", "-f", "json").out)
    assert [document["id"] for document in told] == ["a.txt", "a.txt"]
    mention = told[0]["mentions"][0]
    assert {"about", "tokens", "evidence", "sum", "threshold", "score", "beat"} <= set(mention)
    assert set(mention["evidence"][0]) == {"name", "weight"}
    assert cli("explain", "none.txt", "-f", "json").out == "[]\n"


def test_failures(cli: Cli) -> None:
    missing = cli("explain", "none.txt")
    assert (missing.code, missing.err) == (1, "kextract: none.txt: No such file or directory\n")
    assert cli("explain", "a.txt", "--match", "없는 말").err == "kextract: a.txt: '없는 말' does not stand in it\n"
    assert cli("explain", "a.txt", "--at", "999").code == 1
    assert cli("explain", "a.txt", "--at", "1", "--match", "가").code == 2
    assert cli("explain", "a.txt", "-f", "csv").code == 2
