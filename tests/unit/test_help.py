"""The help topics: they fit the terminal, and the tables in them say what is so."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from kextract import Extractor
from kextract.cli.help import TOPICS
from tests.unit.records import schema_errors


def topic(name: str) -> str:
    return (files("kextract") / "help" / f"{name}.txt").read_text("utf-8")


def table(name: str) -> list[list[str]]:
    """The cells of the first table of a topic, its heading left out."""
    lines = topic(name).split("    text  ")[1].split("\n\n")[0].splitlines()[1:]
    return [re.split(r" {2,}", line.strip()) for line in lines]


def test_every_topic_has_its_text() -> None:
    texts = {path.name.removesuffix(".txt") for path in (files("kextract") / "help").iterdir()}
    assert texts == set(TOPICS)


@pytest.mark.parametrize("name", TOPICS)
def test_fits_a_terminal(name: str) -> None:
    from rich.cells import cell_len

    assert [line for line in topic(name).splitlines() if cell_len(line) > 80] == []


@pytest.mark.parametrize("row", table("dates"), ids=lambda row: row[0])
def test_dates_are_read_as_told(extractor: Extractor, row: list[str]) -> None:
    record = extractor.extract(f"{row[0]} 열린다.", date="2024-01-18").to_record()
    mention = record["mentions"][0]
    assert (mention["value"], mention["kind"]) == (row[1], row[2])
    assert schema_errors(record) == []


@pytest.mark.parametrize("row", table("money"), ids=lambda row: row[0])
def test_amounts_are_read_as_told(extractor: Extractor, row: list[str]) -> None:
    (mention,) = extractor.extract(f"가격은 {row[0]}이다.").to_record()["mentions"]
    assert [str(mention["amount"]), mention["currency"]] == row[1:3]
    told = mention["precision"] + (f", amount_max {mention['amount_max']}" if "amount_max" in mention else "")
    assert told == row[3]
