"""`kextract merge` on the command line: records, texts and both; in this process and as one of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx
import pytest

from kextract.output.encode import encode
from tests.cli.conftest import Cli
from tests.unit.merging import generated, record

TEXT = "새빛시 김하람 시장은 17일 시청에서 3억5천만원을 지원한다고 밝혔다."
POSTS: Any = {"김하람": [("해솔전자", "사장")]}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Two files of records, one of texts a line, one text."""
    for name, ids in (("a.jsonl", "12"), ("b.jsonl", "3")):
        lines = [encode(record(id, POSTS, said={"김하람": "간다"})) + "\n" for id in ids]
        (tmp_path / name).write_text("".join(lines), "utf-8")
    line = json.dumps({"id": "t", "text": "해솔전자 김하람 사장은 웃었다.", "date": "2025-05-01"}, ensure_ascii=False)
    (tmp_path / "texts.jsonl").write_text(f"{line}\n", "utf-8")
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    return tmp_path


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_records(cli: Cli, files: Path) -> None:
    run = cli("merge", "a.jsonl", "b.jsonl")
    assert (run.code, run.err) == (0, "")
    items = lines(run.out)
    assert [next(iter(item)) for item in items] == ["item"] * len(items)
    assert [item["documents"] for item in items] == [3, 3, 3, 3]
    assert [item["type"] for item in items] == ["person", "organization", "position", "statement"]
    assert cli("merge", "b.jsonl", "a.jsonl").out == run.out


def test_texts_and_records(cli: Cli, files: Path) -> None:
    run = cli("merge", ".")
    assert (run.code, run.err) == (0, "")
    people = [item for item in lines(run.out) if item.get("name") == "김하람"]
    assert [(person["documents"], person["last"]) for person in people] == [(4, "2025-05-01"), (1, None)]


def test_json_array_and_file(cli: Cli, files: Path) -> None:
    (files / "c.json").write_text(cli("text.txt", "-f", "json").out, "utf-8")
    assert cli("merge", "c.json", "-f", "json", "-o", "base.json").code == 0
    base = json.loads((files / "base.json").read_text("utf-8"))
    assert list(base) == ["documents", "first", "last", "entities", "relations"]
    assert (base["documents"], base["entities"][0]["name"]) == (1, "김하람")
    again = cli("merge", "c.json", "-o", "base.json")
    assert (again.code, again.err) == (
        2,
        "kextract: base.json: exists (--force replaces it, --skip-existing leaves it)\n",
    )
    assert cli("merge", "c.json", "-o", "base.json", "--force").code == 0
    assert cli("merge", "c.json", "-o", "c.json", "--force").code == 2


def test_table(cli: Cli, files: Path) -> None:
    run = cli("merge", "a.jsonl", "b.jsonl", "-f", "table", "--top", "1")
    assert run.code == 0
    assert run.out.splitlines()[0] == "3 documents  2024-01-17 – 2024-01-17"
    assert "해솔전자 사장" in run.out
    assert "Most quoted" in run.out


def test_what_cannot_be_read_is_said(cli: Cli, files: Path) -> None:
    broken = ['{"id": "1", "mentions": []}', "{", "[1]", '{"id": "x", "error": "internal error"}', '{"id": "y"}']
    good = encode(record("1", POSTS))
    (files / "broken.jsonl").write_text("\n".join([good, *broken]), "utf-8")
    run = cli("merge", "broken.jsonl", "missing.jsonl")
    assert run.code == 1
    assert [line.split(": ")[1] for line in run.err.splitlines()] == [
        "broken.jsonl:2",
        "broken.jsonl:3",
        "broken.jsonl:4",
        "broken.jsonl:5",
        "broken.jsonl:6",
        "missing.jsonl",
    ]
    assert len(lines(run.out)) == 3


@pytest.mark.parametrize("arguments", [("-f", "csv"), ("--top", "0"), ("--date", "x"), ("--input", "x")])
def test_usage(cli: Cli, files: Path, arguments: tuple[str, ...]) -> None:
    assert cli("merge", *arguments, "a.jsonl").code == 2


def test_process(process: Cli, files: Path) -> None:
    """As people type it: from one kextract into another, and for Gephi."""
    piped = process(shell='"$0" -m kextract text.txt texts.jsonl | "$0" -m kextract merge - a.jsonl b.jsonl')
    assert (piped.code, piped.err) == (0, "")
    assert piped.out == process("merge", "b.jsonl", "text.txt", "a.jsonl", "texts.jsonl").out
    assert process("merge", "a.jsonl", "-f", "graphml", "-o", "base.graphml").code == 0
    graph = networkx.read_graphml(files / "base.graphml")
    assert graph.nodes["p1"]["label"] == "김하람"


def test_text_on_standard_input(process: Cli) -> None:
    run = process("merge", "--input", "lines", stdin=TEXT.encode("cp949"))
    assert (run.code, run.err) == (0, "")
    assert lines(run.out)[0]["sources"] == ["-:1"]


def test_reader_that_goes_away(process: Cli, tmp_path: Path) -> None:
    many = "".join(encode(entry) + "\n" for entry in generated(2000))
    (tmp_path / "many.jsonl").write_text(many, "utf-8")
    run = process("merge", "many.jsonl", shell='"$0" -m kextract "$@" | head -n 1; echo "${PIPESTATUS[0]}"')
    assert (run.out.splitlines()[1], run.err) == ("0", "")
