"""`kextract view`: what the terminal shows, and what it must never get."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from kextract.cli import view
from kextract.cli.run import Job
from kextract.output import Format, Options, open_writer
from tests.cli.conftest import Cli
from tests.unit.records import TEXT, empty_record, full_record

CODES = re.compile(r"\x1b\[[0-9;]*m")


def shown(text: str = TEXT, record: object = None, **options: object) -> str:
    stream = io.StringIO()
    writer = open_writer(view.TERMINAL, stream, Options(**options))  # type: ignore[arg-type]
    writer.write(record or full_record(), text)  # type: ignore[arg-type]
    writer.close()
    return stream.getvalue()


def test_without_colours() -> None:
    text = shown(width=80)
    assert "\x1b" not in text
    for expected in (
        "news/1.txt  2024-01-18 10:50 (text)",
        "[p] person 2  [o] organization 3  [d] date 1  [m] money 2",
        "[o1:새빛시] [p1:김하늘] 시장은 [d:17일] [p2:마르코 벨리니](Marco Bellini)",
        "p2 마르코 벨리니 (Marco Bellini) ×1",
        "가온문화재단 이사장",
        "3,000,000,000 - 4,000,000,000 KRW (assumed)",
    ):
        assert expected in text


def test_with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    text = shown(width=80, color=True)
    assert "\x1b[38;5;16;48;5;157m김하늘\x1b[0m" in text
    assert "새빛시 김하늘 시장은 17일 마르코 벨리니(Marco Bellini)" in CODES.sub("", text)
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLORTERM", raising=False)
    assert "\x1b[30;42m김하늘\x1b[0m" in shown(width=80, color=True)


@pytest.mark.parametrize("width", [30, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("color", [False, True])
def test_width(width: int, color: bool) -> None:
    lines = CODES.sub("", shown(TEXT * 3, width=width, color=color)).splitlines()
    assert max(map(cell_len, lines)) <= width
    beside = any(re.search(r"\S {2,}.*People 2", line) for line in lines)
    assert beside == (width >= 100)


def test_decomposed_letters_are_shown_composed() -> None:
    record = empty_record()
    text = "\u1100\u1175\u11b7하늘"
    record["mentions"] = [{"id": "m1", "type": "person", "text": text, "start": 0, "end": 5, "rule": "x"}]
    assert "[p:김하늘]" in shown(text, record)


def test_lines_and_blanks_stay() -> None:
    assert "하나\n  둘\n\n셋\n" in shown("하나\r\n  둘\n\n셋\n\n", empty_record())


@pytest.mark.parametrize("color", [False, True])
def test_the_text_cannot_command_the_terminal(color: bool) -> None:
    hostile = "\x1b[2J\x1b]0;title\x07\x9b31m\x08\x0e\u202e\ud800[red]"
    record = full_record()
    record["id"] = hostile
    for mention in record["mentions"]:
        mention["text"] = hostile
    record["mentions"][2]["value"] = hostile
    for entity in record["entities"]:
        entity["name"] = hostile
        entity["aliases"] = [hostile]
    for relation in record["relations"]:
        relation["title"] = hostile
    text = shown(hostile + TEXT[len(hostile) :], record, color=color)
    left = CODES.sub("", text) if color else text
    assert not any((letter < " " and letter != "\n") or "\x7f" <= letter <= "\x9f" for letter in left)
    assert "\u202e" not in text
    text.encode("utf-8")
    assert "[red]" in left


def test_command(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("김하늘 시장은 3억원을 받았다.", "utf-8")
    run = cli("view", "--color", "never", "a.txt")
    assert (run.code, run.err) == (0, "")
    assert "[p1:김하늘] 시장은 [m:3억원]을 받았다." in run.out
    assert cli("view", "--color", "always", "a.txt").out != run.out
    assert "[m:3억원]" in cli("view", "-t", "money", "a.txt").out
    assert "p1" not in cli("view", "-t", "money", "a.txt").out


def test_page(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("김하늘 시장은 3억원을 받았다.", "utf-8")
    run = cli("view", "--html", "-o", "page.html", "a.txt")
    assert (run.code, run.out, run.err) == (0, "", "")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert cli("-f", "html", "a.txt").out == page
    assert cli("view", "--html", "-o", "page.html", "a.txt").code == 2
    assert cli("view", "--html", "-o", "page.html", "--force", "a.txt").code == 0


def test_what_cannot_be_read(cli: Cli) -> None:
    run = cli("view", "missing.txt")
    assert run.code == 1
    assert "missing.txt" in run.err


@pytest.mark.parametrize("lines", [4, 400])
def test_pager(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: int) -> None:
    """A pager gets what is longer than the terminal, and nothing else."""
    (tmp_path / "a.txt").write_text("김하늘 시장은 3억원을 받았다.\n\n하나\n", "utf-8")
    monkeypatch.setenv("PAGER", "sh -c 'cat > paged.txt'")
    monkeypatch.setenv("LINES", str(lines))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    run = cli("view", "--color", "never", "a.txt")
    assert run.code == 0
    paged = tmp_path / "paged.txt"
    assert paged.exists() == (lines == 4)
    assert "[p1:김하늘]" in (paged.read_text("utf-8") if lines == 4 else run.out)


def test_no_pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = tmp_path / "shown"
    shown.write_text("x")
    for pager in ("cat", "no-such-pager-anywhere -x"):
        monkeypatch.setenv("PAGER", pager)
        assert not view._page(shown)


def test_one_document_a_file(cli: Cli, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("김하늘 시장은 웃었다.", "utf-8")
    assert cli("-f", "brat", "a.txt").out.startswith("T1\tPERSON 0 3\t김하늘\n")
    both = cli("-f", "brat", "a.txt", "b.txt")
    assert both.code == 2
    assert "--out-dir" in both.err
    assert cli("-f", "brat", "--out-dir", "out", "a.txt", "b.txt").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.ann", "b.ann"]
    (tmp_path / "c.jsonl").write_text('{"text": "하나"}\n{"text": "둘"}\n', "utf-8")
    assert cli("-f", "brat", "--out-dir", "more", "c.jsonl").code == 2


def test_tokens_come_with_conll(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("김하늘 시장은 웃었다.", "utf-8")
    run = cli("-f", "conll", "a.txt")
    assert "시장\tNNG\t4-6\tO\n은\tJX\t6-7\tO\n" in run.out
    assert run.out.endswith("\n\n")


def test_views_are_jobs() -> None:
    assert isinstance(view.TERMINAL, Format)
    assert Job(("a",), view.TERMINAL).format.module == "kextract.output.view"
