"""Whatever users point it at: it goes on, says what it could not read, and no offset is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest

from kextract.source import Input, Reading, SourceText, inputs, read
from tests.cli.conftest import COMMAND, Cli, environment

TEXT = "새빛시 김하늘 시장은 2024년 1월 17일 3억5천만원을 지원한다고 밝혔다."
FOUND = ["김하늘", "2024년 1월 17일", "3억5천만원"]


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def mentions(record: dict[str, Any], text: str) -> list[str]:
    """Their texts, each where the record says."""
    for mention in record["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    return [mention["text"] for mention in record["mentions"]]


@pytest.mark.parametrize(
    "disguise",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\u3000"),
        lambda text: text.replace(" ", "&nbsp;"),
        lambda text: text.replace(" ", "\t"),
        lambda text: "\u200b".join(text),
        lambda text: "\u00ad".join(text),
        lambda text: "\u200f".join(text),
        lambda text: "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text),
        lambda text: f"😀👩\u200d🚒 \U0001f1f0\U0001f1f7 {text}",
        lambda text: f"金\U000e0100 \uf90a ᄒᆞᆫ ㅋㅋ \uffa1\uffc2 {text}",
        lambda text: f"e\u0301\u0327 \ud800 \udfff \x00\x1b[31m {text}",
        lambda text: "&lt;&#44608;&amp;&gt; " + text,
        lambda text: f"1,234\t5,678\t9,012\n\n{text}\r\n",
    ],
)
def test_disguised_text(cli: Cli, tmp_path: Path, disguise: Callable[[str], str]) -> None:
    text = disguise(TEXT)
    line = json.dumps({"id": 1, "text": text})
    (tmp_path / "a.jsonl").write_text(line, "utf-8")
    run = cli("a.jsonl")
    assert (run.code, run.err) == (0, "")
    (record,) = records(run.out)
    plain = [_plain(found) for found in mentions(record, text)]
    assert [word for word in plain if word in FOUND] == FOUND


def _plain(text: str) -> str:
    for hidden in "\u200b\u00ad\u200f":
        text = text.replace(hidden, "")
    for blank in ("\u00a0", "\u3000", "&nbsp;", "\t"):
        text = text.replace(blank, " ")
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{TEXT} " * 300, 900),
        (TEXT.replace(" ", "") * 300, 300),
        ("가" * 20_000, 0),
        ("1" * 200_000, 0),
        ("\n" * 1_000_000 + TEXT, 3),
        (" " * 1_000_000 + TEXT, 3),
        ("\x00" * 100_000 + TEXT, 3),
        ("e" + "\u0301" * 100_000 + " " + TEXT, 3),
    ],
    ids=["blanks", "no blanks", "one letter", "digits", "line ends", "only blanks", "nul", "marks"],
)
def test_long_lines(cli: Cli, tmp_path: Path, text: str, found: int) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    run = cli("a.txt", "-j", "1")
    assert (run.code, run.err) == (0, "")
    (record,) = records(run.out)
    assert len(mentions(record, text)) >= found


def test_wrapped_text(cli: Cli, tmp_path: Path) -> None:
    text = (
        "구미시는 17일 시청에서 협약을 맺고 모두 3\r\n억5천만원을 들여 연구소를 세우기로 했다. 남유\r\n"
        "진 구미시장은 이날 “이번 협약은 지역의 미래\r\n를 여는 첫걸음”이라며 한국전자통신연구원과 함\r\n"
        "께 사업을 마치겠다고 했다.\r\n"
    )
    (tmp_path / "a.txt").write_bytes(text.encode("cp949"))
    (record,) = records(cli("a.txt").out)
    assert {"3\r\n억5천만원", "남유\r\n진"} <= set(mentions(record, text))
    assert "남유진" in [entity["name"] for entity in record["entities"]]


def test_huge_json_lines_and_numbers_as_ids(cli: Cli, tmp_path: Path) -> None:
    long = json.dumps({"id": 10**40, "text": " " * 3_000_000 + TEXT})
    (tmp_path / "a.jsonl").write_text(f'{long}\n{{"id": 0, "text": ""}}\n{{"id": 0, "text": ""}}\n{long[:-9]}', "utf-8")
    run = cli("a.jsonl", "-j", "1")
    assert [record["id"] for record in records(run.out)] == [10**40, 0, 0]
    assert run.err.startswith("kextract: a.jsonl:4: bad JSON: ")
    assert run.code == 1


def test_standard_input_by_its_other_name(process: Cli) -> None:
    run = process("/dev/stdin", stdin=TEXT.encode())
    assert run.code == 0
    assert mentions(records(run.out)[0], TEXT) == FOUND


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_korean_names_of_files(cli: Cli, tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, "회의록 김하늘.txt")
    (tmp_path / "글").mkdir()
    (tmp_path / "글" / name).write_text(TEXT, "utf-8")
    run = cli("글", "--out-dir", "out")
    assert (run.code, run.err) == (0, "")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [name + ".jsonl"]
    assert records((tmp_path / "out" / (name + ".jsonl")).read_text("utf-8"))[0]["id"] == f"글/{name}"


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    found = []
    for item in read(inputs([str(tmp_path)]), Reading()):
        (tmp_path / "b.txt").unlink(missing_ok=True)
        found.append(getattr(item, "what", getattr(item, "text", "end")))
    assert found == [TEXT, "end", "No such file or directory", "end", TEXT, "end"]


def test_a_file_that_grows(tmp_path: Path) -> None:
    """Each line is read once, also what comes while the file is read."""
    path = tmp_path / "a"
    path.write_text("하나\n둘\n", "utf-8")
    found = []
    for item in read([Input(str(path), "a")], Reading(mode="lines")):
        if isinstance(item, SourceText):
            found.append(item.text)
            if item.text == "하나":
                with path.open("a", encoding="utf-8") as file:
                    file.write("셋")
    assert found in (["하나", "둘"], ["하나", "둘", "셋"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_no_permission(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert cli("a.txt").err == "kextract: a.txt: Permission denied\n"


def test_memory_does_not_grow_with_the_lines(tmp_path: Path) -> None:
    """Twenty times the lines take no more memory: nothing of a document stays."""
    line = "이 줄에는 아무것도 없다 " * 80 + "\n"
    peaks = []
    for count in (500, 10_000):
        (tmp_path / "lines").write_text(line * count + TEXT + "\n", "utf-8")
        peaks.append(_peak(tmp_path, "--input", "lines", "lines", "-t", "date,money", "-j", "1", "--no-server"))
    assert peaks[1] - peaks[0] < 30


def _peak(folder: Path, *arguments: str) -> float:
    """Megabytes at most in use by a run of the command."""
    watch = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    run = subprocess.run(
        [sys.executable, "-c", watch, *COMMAND, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=True,
    )
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return int(run.stdout) / unit
