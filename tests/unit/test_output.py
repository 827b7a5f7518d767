"""The formats: exact numbers, safe cells, whole files."""

from __future__ import annotations

import csv
import io
import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kextract.output import FORMATS, Options, open_writer
from kextract.output.encode import encode, number
from kextract.output.printable import printable
from kextract.output.sink import AtomicSink, open_sink, sweep
from tests.unit.records import TEXT, empty_record, full_record


def written(format: str, *records: dict[str, Any], **options: Any) -> str:
    stream = io.StringIO()
    writer = open_writer(FORMATS[format], stream, Options(**options))
    for record in records:
        writer.write(record, TEXT)
    writer.close()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (Decimal("27000000000"), "27000000000"),
        (Decimal("3E+9"), "3000000000"),
        (Decimal("1.250"), "1.25"),
        (Decimal("0.10"), "0.1"),
        (Decimal("-0"), "0"),
        (Decimal("-0.0"), "0"),
        (Decimal("100"), "100"),
        (Decimal("12345678901234567890.123456789"), "12345678901234567890.123456789"),
    ],
)
def test_numbers_are_exact(value: Decimal, digits: str) -> None:
    assert number(value) == digits
    assert encode({"amount": value}) == f'{{"amount": {digits}}}'


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), float("nan"), float("inf")])
def test_no_number(value: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode(value)


def test_no_json_for_a_set() -> None:
    with pytest.raises(TypeError):
        encode({1})


@pytest.mark.parametrize(
    "text",
    ["김하늘", "😀", 'quo"te\\', "\x00\x1b[31m\x7f\x9b", "\u2028\u2029\x85", "\ud800 alone", "tab\tline\n", "ㄱ\u200b"],
)
def test_strings_come_back(text: str) -> None:
    line = encode({text: [text, None, True, 1, -2, 0.5]})
    assert json.loads(line) == {text: [text, None, True, 1, -2, 0.5]}
    line.encode("utf-8")
    assert len(line.splitlines()) == 1
    assert not any(letter < " " or "\x7f" <= letter <= "\x9f" for letter in line)


def test_encode_agrees_with_json() -> None:
    record = full_record()
    assert json.loads(encode(record), parse_float=Decimal, parse_int=Decimal) == json.loads(
        json.dumps(record, default=str), parse_float=Decimal, parse_int=Decimal
    ) or json.loads(encode(record)) == json.loads(json.dumps(record, default=float))


def test_json_lines_and_array() -> None:
    records = [full_record(), empty_record()]
    lines = written("jsonl", *records)
    assert [json.loads(line)["id"] for line in lines.splitlines()] == ["news/1.txt", "empty"]
    array = written("json", *records)
    assert json.loads(array) == [json.loads(line) for line in lines.splitlines()]
    assert written("json") == "[]\n"
    assert list(json.loads(lines.splitlines()[0])) == ["id", "date", "mentions", "entities", "relations"]


def test_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", full_record(), empty_record()))))
    assert [row["text"] for row in rows][:2] == ["새빛시", "김하늘"]
    assert rows[1]["name"] == "김하늘"
    assert (rows[6]["amount"], rows[6]["amount_max"], rows[6]["currency_stated"]) == (
        "3000000000",
        "4000000000",
        "false",
    )
    assert rows[2]["from"] == "2024-01-17"
    assert rows[5]["generic"] == "true"
    assert written("csv", csv_bom=True).startswith("\ufeffdocument,")


@pytest.mark.parametrize("text", ["=1+2", "+82", "-3%", "@SUM(A1)", "＝1", "\t=1", "\r\n=1", " =1"])
def test_csv_has_no_formulas(text: str) -> None:
    record = full_record()
    record["mentions"][0]["text"] = text
    record["id"] = text
    row = next(csv.DictReader(io.StringIO(written("csv", record))))
    assert row["text"].startswith("'")
    assert row["document"].startswith("'")


def test_csv_numbers_stay_numbers() -> None:
    record = full_record()
    record["mentions"][6]["amount"] = Decimal(-5)
    assert "'-5" not in written("csv", record)


def test_tsv_is_a_line_a_row() -> None:
    record = full_record()
    record["mentions"][0]["text"] = 'a\tb\n"c"\x1b\u2028'
    lines = written("tsv", record).splitlines()
    assert len(lines) == 1 + len(record["mentions"])
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
    assert 'a b "c"' in lines[1]


def test_table() -> None:
    shown = written("table", full_record(), empty_record())
    for expected in (
        "news/1.txt  2024-01-18 10:50 (text)",
        "마르코 벨리니 (Marco Bellini)",
        "가온전자 대표이사",
        "가온문화재단 이사장",
        "3,000,000,000 - 4,000,000,000 KRW (assumed)",
        "at least 1.25 USD per 개",
        "2024-01-17",
        "(nothing found)",
    ):
        assert expected in shown
    assert "\x1b" not in shown
    assert "\x1b[" in written("table", full_record(), color=True)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_table_keeps_its_width(width: int) -> None:
    from rich.cells import cell_len

    assert max(cell_len(line) for line in written("table", full_record(), width=width).splitlines()) <= width


def test_table_shows_no_controls_and_no_markup() -> None:
    record = full_record()
    record["id"] = "[red]x\x1b[2J\x9b31m"
    record["mentions"][2]["text"] = "[bold]17일\u202e\x07\ud800"
    shown = written("table", record)
    assert "[red]x\ufffd[2J\ufffd31m" in shown
    assert "[bold]17일\ufffd\ufffd\\ud800" in shown
    assert not any(letter < " " and letter != "\n" for letter in shown)


def test_printable() -> None:
    assert printable("a\nb\tc\x1b[0m\ud83d 😀") == "a b c\ufffd[0m\\ud83d 😀"


def test_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    sink = open_sink(str(target))
    sink.stream.write("half")
    sink.flush()
    assert not target.exists()
    sink.discard()
    assert list(tmp_path.iterdir()) == []
    sink = open_sink(str(target))
    sink.stream.write("whole \ud800\n")
    sink.commit()
    assert target.read_bytes() == b"whole \\ud800\n"
    assert list(tmp_path.iterdir()) == [target]


def test_replacing_keeps_mode_and_link(tmp_path: Path) -> None:
    target, link = tmp_path / "out", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    sink = open_sink(str(link), binary=True)
    assert isinstance(sink, AtomicSink)
    sink.stream.write(b"new")
    sink.commit()
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_sweep_takes_only_what_dead_jobs_left(tmp_path: Path) -> None:
    alive = tmp_path / f".a.jsonl.kextract-{os.getppid()}.part"
    dead = tmp_path / "sub" / ".b.jsonl.kextract-999999999.part"
    other = tmp_path / ".c.part"
    dead.parent.mkdir()
    for path in (alive, dead, other):
        path.touch()
    sweep(tmp_path)
    assert (alive.exists(), dead.exists(), other.exists()) == (True, False, True)
