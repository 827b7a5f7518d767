"""The money rules, their lexicon, and what they promise about exactness and time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

import kextract
from kextract import Extractor
from kextract.model import Candidate, MoneyValue
from kextract.rules.money import RULES, link_amounts, read_money
from kextract.rules.money.currencies import currencies

_EXAMPLES = [(rule.name, text) for rule in RULES for text in rule.examples]
_COUNTERS = [(rule.name, text) for rule in RULES for text in rule.counters]


@pytest.mark.parametrize(("rule", "marked"), _EXAMPLES)
def test_examples(extractor: Extractor, rule: str, marked: str) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    found = [m for m in extractor.extract(text).mentions if m.type == "money"]
    assert [m.text for m in found] == re.findall(r"\[\[(.*?)\]\]", marked)
    assert rule in {m.rule for m in found}


@pytest.mark.parametrize(("rule", "text"), _COUNTERS)
def test_counters(extractor: Extractor, rule: str, text: str) -> None:
    assert [m.text for m in extractor.extract(text).mentions if m.type == "money"] == []


def _only(text: str) -> MoneyValue:
    (found,) = read_money(text)
    assert isinstance(found.facts, MoneyValue)
    return found.facts


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("99경 9999조 9999억 9999만 9999원", "999999999999999999"),
        ("$12345678901234567890.12", "12345678901234567890.12"),
        ("0.1원", "0.1"),
        ("1.10달러", "1.1"),
    ],
)
def test_every_digit_is_kept(text: str, amount: str) -> None:
    assert str(_only(text).amount) == amount


def test_nothing_is_a_float() -> None:
    for text in ("1.5조원", "US$3.5m", "3~5억원", "60달러대", "수십억 원", "34센트"):
        value = _only(text)
        assert isinstance(value.amount, Decimal)
        assert value.amount_max is None or isinstance(value.amount_max, Decimal)


def test_json_keeps_every_digit(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("부채는 99경 9999조 9999억 9999만 9999원이다. 환율은 1,234.56원이다.\n", "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "kextract", "-t", "money", "-f", "json", str(source)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(Path(kextract.__file__).parent.parent), "PYTHONUTF8": "1"},
    )
    (record,) = json.loads(run.stdout, parse_float=Decimal)
    assert [m["amount"] for m in record["mentions"]] == [999_999_999_999_999_999, Decimal("1234.56")]


def test_conversions_are_joined() -> None:
    text = "1억5000만달러(약 2000억원), 3만원, 3만원, 10유로(=1만4000원), 2달러(지난해 3달러)"
    found = read_money(text)
    assert [text[c.start : c.end] for c in found][:2] == ["1억5000만달러", "2000억원"]
    assert link_amounts(text, found) == {1: 0, 5: 4}


def test_links_skip_other_mentions() -> None:
    text = "49달러(한화 5만원)"
    amounts = read_money(text)
    other = Candidate("person", 0, 1, "person.test", 1.0)
    assert link_amounts(text, [other, *amounts]) == {2: 1}


def test_ambiguous_names_say_so() -> None:
    assert _only("500페소").extra["currency_options"][0] == "PHP"
    assert _only("칠레에서 500페소").currency == "CLP"
    assert "currency_options" not in _only("칠레에서 500페소").extra


def test_the_list_is_sorted_and_unique() -> None:
    path = Path(kextract.__file__).parent / "lexicon" / "currencies.tsv"
    lines = path.read_text("utf-8").splitlines()
    body = [line.split("\t") for line in lines if not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert any("Source:" in line for line in lines[:5])
    assert [row[:3] for row in body] == sorted(row[:3] for row in body)
    assert len({(row[0], row[2]) for row in body}) == len(body)
    assert all(re.fullmatch(r"[A-Z]{3}(\|[A-Z]{3})*", row[1]) for row in body)
    assert {row[2] for row in body} == {"name", "sub", "sign", "code"}
    assert all(re.fullmatch(r"(big|weight|sen|near:.+)?", row[3]) for row in body)
    assert currencies().at("미국 달러를", 0) is not None


@pytest.mark.parametrize(
    "piece",
    ["1억 ", "천원", "1,", "1~2만원 ", "매출 3억, ", "1억에서 ", "5페소 ", "1인당 5만원 ", "¥5 ", "1kkkk", "이 ", "여"],
)
def test_time_grows_with_the_line(piece: str) -> None:
    text = (piece * 2000)[:2000]
    began = time.perf_counter()
    read_money(text)
    assert time.perf_counter() - began < 1
