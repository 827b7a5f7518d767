"""The help topics fit the terminal, and their tables say what is so; --help has examples and panels that are true."""

from __future__ import annotations

import re
import shlex
from importlib.resources import files
from typing import Any

import pytest
import typer

from kextract import Extractor
from kextract.cli.app import app
from kextract.cli.help import TOPICS
from kextract.cli.helping import EXAMPLES, PANELS
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


ROOT: Any = typer.main.get_command(app)


def test_panels_hold_options_that_are_there() -> None:
    known = {one.name for command in ROOT.commands.values() for one in command.params} | {"rules"}
    assert {name for names in PANELS.values() for name in names} <= known


@pytest.mark.parametrize("line", [line for examples in EXAMPLES.values() for line, _ in examples])
def test_examples_are_read(line: str) -> None:
    """Each is a command line that click takes, up to files that are not here."""
    words = shlex.split(line.partition("kextract ")[2].rstrip(')"').partition(" > ")[0])
    name = words.pop(0) if words[0] in ROOT.commands else "extract"
    ROOT.commands[name].make_context(name, words, parent=typer.Context(ROOT), resilient_parsing=False)


@pytest.mark.parametrize("name", sorted(set(ROOT.commands) - {"serve"}))
def test_every_command_has_an_example(name: str) -> None:
    assert EXAMPLES[name]
    told = ROOT.commands[name].get_help(typer.Context(ROOT.commands[name], info_name=name))
    assert "\nExamples:\n  " in told
