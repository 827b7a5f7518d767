"""Options, formats and errors of the main job."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kextract.schema import SCHEMA
from tests.cli.conftest import Cli, Run

TEXT = "새빛시 김하늘 시장은 2024년 1월 17일 3억5천만원을 지원한다고 밝혔다."


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "cp949.txt").write_bytes(TEXT.encode("cp949"))
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    (tmp_path / "utf16.txt").write_bytes(TEXT.encode("utf-16"))
    (tmp_path / "nfd.txt").write_text(unicodedata.normalize("NFD", TEXT), "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xea\xb0\x80\xff\xff")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "lines.txt").write_text(f"{TEXT}\n\n김하늘 시장은 갔다.\n", "utf-8")
    (tmp_path / "b.jsonl").write_text(
        '{"id": "x", "text": "김하늘 시장은 17일 왔다.", "date": "2024-01-18"}\nbad\n', "utf-8"
    )


def records(out: str) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in out.splitlines()]
    for record in found:
        Draft202012Validator(SCHEMA).validate(record)
    return found


def texts(record: dict[str, Any], type: str) -> list[str]:
    return [mention["text"] for mention in record["mentions"] if mention["type"] == type]


def test_every_encoding_gives_the_same(cli: Cli) -> None:
    run = cli("a.txt", "cp949.txt", "bom.txt", "utf16.txt", "nfd.txt")
    assert (run.code, run.err) == (0, "")
    first, *others = records(run.out)
    assert [record["id"] for record in (first, *others)] == ["a.txt", "cp949.txt", "bom.txt", "utf16.txt", "nfd.txt"]
    assert texts(first, "person") == ["김하늘"]
    assert texts(first, "money") == ["3억5천만원"]
    for record in others[:3]:
        assert record["mentions"] == first["mentions"]
    assert [unicodedata.normalize("NFC", mention["text"]) for mention in others[3]["mentions"]] == [
        mention["text"] for mention in first["mentions"]
    ]
    raw = unicodedata.normalize("NFD", TEXT)
    assert all(raw[mention["start"] : mention["end"]] == mention["text"] for mention in others[3]["mentions"])


def test_extract_may_be_left_out(cli: Cli) -> None:
    assert cli("extract", "a.txt") == cli("a.txt")


def test_options_may_come_first(cli: Cli) -> None:
    assert cli("-f", "jsonl", "--date", "2024-02-01", "a.txt").code == 0
    assert cli("a.txt", "-f", "jsonl").code == 0


def test_a_file_with_a_commands_name(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "schema").write_text(TEXT, "utf-8")
    assert records(cli("./schema").out)[0]["id"] == "./schema"
    assert json.loads(cli("schema").out) == SCHEMA


def test_the_good_ones_are_done(cli: Cli) -> None:
    run = cli("gone.txt", "a.txt", "bad.txt", "empty.txt", "b.jsonl")
    assert run.code == 1
    assert [record["id"] for record in records(run.out)] == ["a.txt", "empty.txt", "x"]
    assert run.err.splitlines() == [
        "kextract: gone.txt: No such file or directory",
        "kextract: bad.txt: neither UTF-8 nor CP949: byte 0xff at offset 3 (see --encoding, --encoding-errors)",
        "kextract: b.jsonl:2: bad JSON: Expecting value at column 1",
    ]


def test_errors_in_their_places(cli: Cli) -> None:
    run = cli("gone.txt", "b.jsonl", "--errors", "record")
    assert (run.code, run.err) == (1, "")
    first, good, bad = records(run.out)
    assert first == {"id": "gone.txt", "error": "No such file or directory"}
    assert good["id"] == "x"
    assert bad == {"id": "b.jsonl:2", "error": "bad JSON: Expecting value at column 1"}
    assert cli("a.txt", "--errors", "record", "-f", "csv").code == 2


def test_replace(cli: Cli) -> None:
    assert cli("bad.txt", "--encoding-errors", "replace").code == 0


def test_an_error_of_ours_is_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def __init__(self, types: object) -> None: ...

        def analyse(self, text: str) -> None:
            raise RuntimeError("no\nway")

        def analyses(self, texts: Iterable[str]) -> Iterator[None]:
            for text in texts:
                self.analyse(text)
                yield

    monkeypatch.setattr("kextract.extractor.Extractor", Broken)
    run = cli("a.txt", "lines.txt", "--input", "lines", "--errors", "record")
    assert run.code == 1
    assert run.err.splitlines()[0] == "kextract: a.txt:1: internal error: RuntimeError: no way"
    assert len(run.err.splitlines()) == len(run.out.splitlines()) == 3
    assert "Traceback" in cli("a.txt", "--debug").err


def test_an_installation_that_is_broken(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(types: object) -> None:
        raise ImportError("no kiwi")

    monkeypatch.setattr("kextract.extractor.Extractor", broken)
    assert cli("a.txt") == Run(1, "", "kextract: cannot go on: internal error: ImportError: no kiwi\n")


def test_lines(cli: Cli) -> None:
    found = records(cli("--input", "lines", "lines.txt").out)
    assert [record["id"] for record in found] == ["lines.txt:1", "lines.txt:3"]


def test_json_keys(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "k").write_text('{"key": 5, "body": "17일", "day": "2024.1.18"}', "utf-8")
    (record,) = records(cli("k", "--input", "jsonl", "--text-key=body", "--id-key=key", "--date-key=day").out)
    assert record["id"] == 5
    assert record["date"] == {"value": "2024-01-18", "source": "field", "text": None}


def test_date_option_beats_the_field(cli: Cli) -> None:
    (record,) = records(cli("b.jsonl", "--date", "2020-05-01T09:00").out)
    assert record["date"] == {"value": "2020-05-01T09:00", "source": "option", "text": None}


def test_types(cli: Cli) -> None:
    run = cli("a.txt", "-t", "person,money", "-t", "date")
    assert {mention["type"] for mention in records(run.out)[0]["mentions"]} <= {"person", "money", "date"}
    run = cli("a.txt", "--type", "money")
    assert {mention["type"] for mention in records(run.out)[0]["mentions"]} == {"money"}


def test_directory(cli: Cli) -> None:
    ids = [record["id"] for record in records(cli(".").out)]
    assert ids == ["./a.txt", "x", "./bom.txt", "./cp949.txt", "./empty.txt", "./lines.txt", "./nfd.txt", "./utf16.txt"]


def test_formats_agree(cli: Cli) -> None:
    lines = records(cli("a.txt", "lines.txt", "-f", "jsonl").out)
    assert json.loads(cli("a.txt", "lines.txt", "-f", "json").out) == lines
    mentions = [mention for record in lines for mention in record["mentions"]]
    for format in ("csv", "tsv"):
        assert len(cli("a.txt", "lines.txt", "-f", format).out.splitlines()) == 1 + len(mentions)
    table = cli("a.txt", "-f", "table").out
    assert "350,000,000 KRW" in table
    assert "\x1b" not in table
    assert "\x1b[" in cli("a.txt", "-f", "table", "--color", "always").out
    assert cli("a.txt", "-f", "csv", "--csv-bom").out.startswith("\ufeff")


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.txt", "-f", "xml"),
        ("a.txt", "-t", "place"),
        ("a.txt", "--input", "pdf"),
        ("a.txt", "--date", "yesterday"),
        ("a.txt", "--date", "2024-02-30"),
        ("a.txt", "--encoding", "klingon"),
        ("a.txt", "--encoding", "base64"),
        ("a.txt", "--encoding-errors", "ignore"),
        ("a.txt", "--errors", "mail"),
        ("a.txt", "--color", "blue"),
        ("a.txt", "-j", "0"),
        ("a.txt", "-o", "x", "--out-dir", "y"),
        ("a.txt", "--nonsense"),
    ],
)
def test_wrong_usage(cli: Cli, arguments: tuple[str, ...]) -> None:
    run = cli(*arguments)
    assert (run.code, run.out) == (2, "")
    assert run.err


def test_version(cli: Cli) -> None:
    run = cli("--version")
    assert run.out.startswith("kextract ")
    assert "kiwipiepy " in run.out
    assert "kiwipiepy_model " in run.out


def test_help(cli: Cli) -> None:
    run = cli("--help")
    assert run.out.startswith("Usage: kextract [OPTIONS] [FILES]...")
    assert "schema" in run.out
    assert cli("-h").out == run.out
    assert max(map(len, run.out.splitlines())) <= 80


def test_output_file(cli: Cli, tmp_path: Path) -> None:
    plain = cli("a.txt").out
    assert cli("a.txt", "-o", "out").out == ""
    assert (tmp_path / "out").read_text("utf-8") == plain
    refused = cli("lines.txt", "-o", "out")
    assert refused.code == 2
    assert "exists (--force" in refused.err
    assert cli("lines.txt", "-o", "out", "--skip-existing").code == 0
    assert (tmp_path / "out").read_text("utf-8") == plain
    assert cli("lines.txt", "-o", "out", "--force").code == 0
    assert (tmp_path / "out").read_text("utf-8") != plain
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_output_that_cannot_be(cli: Cli) -> None:
    run = cli("a.txt", "-o", "no/such/place")
    assert run.code == 1
    assert run.err.startswith("kextract: ")
    assert "cannot write: No such file or directory" in run.err
    assert len(run.err.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_disk_full(cli: Cli) -> None:
    run = cli("a.txt", "-o", "/dev/full")
    assert run.code == 1
    assert run.err == "kextract: /dev/full: cannot write: No space left on device\n"


def test_out_dir(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "sub" / "c.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "d.txt").write_text(TEXT, "utf-8")
    run = cli("in", "b.jsonl", "bad.txt", "--out-dir", "out")
    assert run.code == 1
    written = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*"))
    assert written == ["b.jsonl.jsonl", "d.txt.jsonl", "sub/c.txt.jsonl"]
    assert records((tmp_path / "out/sub/c.txt.jsonl").read_text("utf-8"))[0]["id"] == "in/sub/c.txt"
    assert cli("in", "--out-dir", "out").code == 2
    before = (tmp_path / "out/d.txt.jsonl").stat()
    (tmp_path / "out/sub/c.txt.jsonl").unlink()
    assert cli("in", "--out-dir", "out", "--skip-existing").code == 0
    after = (tmp_path / "out/d.txt.jsonl").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert (tmp_path / "out/sub/c.txt.jsonl").exists()
    assert cli("in", "--out-dir", "out", "--force").code == 0
    assert (tmp_path / "out/d.txt.jsonl").stat().st_ino != after.st_ino


def test_out_dir_with_one_place_for_two(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    run = cli("in", "a.txt", "--out-dir", "out")
    assert run.code == 2
    assert "would write out/a.txt.jsonl, as in/a.txt does" in run.err
    assert not (tmp_path / "out").exists()


def test_out_dir_of_files_without_documents(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("\n\n")
    assert cli("none.jsonl", "--out-dir", "out", "-f", "json").code == 0
    assert (tmp_path / "out/none.jsonl.json").read_text() == "[]\n"


def test_the_output_is_no_input(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    for _ in range(2):
        assert cli("in", "-o", "in/all.jsonl", "--force") == Run(0, "", "")
    (tmp_path / "in" / "all.jsonl").unlink()
    for _ in range(2):
        assert cli("in", "--out-dir", "in/each", "--force") == Run(0, "", "")
    assert [path.name for path in (tmp_path / "in" / "each").iterdir()] == ["a.txt.jsonl"]
    for option in (("-o", "in/a.txt"), ("--out-dir", "in/each")):
        run = cli("in/a.txt", "in/each", *option, "--force")
        assert run.code == 2
        assert run.err.endswith("is the output too\n")
    assert (tmp_path / "in" / "a.txt").read_text("utf-8") == TEXT


def test_nothing_read_replaces_nothing(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("yesterday")
    assert cli("gone.txt", "-o", "out", "--force").code == 1
    assert (tmp_path / "out").read_text() == "yesterday"
    assert cli("gone.txt", "-f", "json").out == "[]\n"


def test_names_that_are_no_text(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "\x1b[31m.txt").write_text(TEXT, "utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xe8.txt")).write_text(TEXT, "utf-8")
    run = cli("\x1b[31m.txt", os.fsdecode(b"\xb1\xe8.txt"), "\x1b[32m", "-f", "table")
    assert "\x1b" not in run.out + run.err
    assert "\\udcb1\\udce8.txt" in run.out
    assert run.err == "kextract: \ufffd[32m: No such file or directory\n"


def test_the_same_twice(cli: Cli) -> None:
    assert cli("a.txt", "lines.txt", "b.jsonl") == cli("a.txt", "lines.txt", "b.jsonl")
