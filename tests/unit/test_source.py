"""Inputs: which files, which documents, which errors."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from kextract.model import Reference
from kextract.source import (
    End,
    Failure,
    Input,
    Item,
    Reading,
    SourceText,
    documents,
    file_id,
    inputs,
    parse_reference,
    read,
)

KOREAN = "김하늘 시장은 3억원을 냈다. 똠방각하"  # 똠 is in CP949, not in EUC-KR


def items(path: Path, **reading: str) -> list[SourceText | Failure]:
    return list(documents(str(path), Reading(**reading)))  # type: ignore[arg-type]


def one_text(path: Path, **reading: str) -> str:
    (item,) = items(path, **reading)
    assert isinstance(item, SourceText), item
    return item.text


def one_failure(path: Path, **reading: str) -> str:
    (item,) = items(path, **reading)
    assert isinstance(item, Failure), item
    return item.what


def made(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    "data",
    [
        KOREAN.encode(),
        b"\xef\xbb\xbf" + KOREAN.encode(),
        KOREAN.encode("cp949"),
        b"\xff\xfe" + KOREAN.encode("utf-16-le"),
        b"\xfe\xff" + KOREAN.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + KOREAN.encode("utf-32-le"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    assert one_text(made(tmp_path, "a.txt", data)) == KOREAN
    lines = items(made(tmp_path, "b", data), mode="lines")
    assert [item.text for item in lines if isinstance(item, SourceText)] == [KOREAN]


def test_named_encoding(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt", "가나다".encode("johab"))
    assert one_text(path, encoding="johab") == "가나다"
    assert "not ASCII: byte 0x" in one_failure(path, encoding="ascii")
    bare = made(tmp_path, "b.txt", "김하늘 시장".encode("utf-16-be"))
    assert one_text(bare, encoding="utf-16-be") == "김하늘 시장"
    marked = made(tmp_path, "c.txt", b"\xef\xbb\xbfABC")
    assert one_text(marked, encoding="utf-8") == "ABC"


def test_text_is_kept_as_decoded(tmp_path: Path) -> None:
    """Offsets count line ends, control characters and decomposed letters as they are."""
    for text in ("가\r\n나\r다\n", "가\x00나\x1b", unicodedata.normalize("NFD", KOREAN), "", " \n\n", "😀가"):
        assert one_text(made(tmp_path, "a.txt", text)) == text


def test_neither_encoding(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt", b"\xea\xb0\x80\xff\xff")
    assert one_failure(path) == ("neither UTF-8 nor CP949: byte 0xff at offset 3 (see --encoding, --encoding-errors)")
    assert one_text(path, errors="replace") == "가\ufffd\ufffd"


def test_damaged_utf8_is_not_taken_for_cp949(tmp_path: Path) -> None:
    """김 with a byte lost in the middle of UTF-8 can be read as CP949: nobody wants what comes out."""
    data = "가각 가각 ".encode() + b"\xea\xb0"
    data.decode("cp949", "replace")
    assert "neither" in one_failure(made(tmp_path, "a.txt", data))


def test_replace_keeps_the_better_reading(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt", KOREAN.encode("cp949") + b"\xff")
    assert one_text(path, errors="replace") == KOREAN + "\ufffd"


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"%PDF-1.7\n\xe2\xe3", "pdftotext"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "hwp5txt"),
        (b"PK\x03\x04\x14\0", "pandoc"),
        (b"\x1f\x8b\x08\0", "zcat"),
        ("시장 3억 원, 5억 원".encode("utf-16-le"), "--encoding utf-16-le"),
        ("시장 3억 원, 5억 원".encode("utf-16-be"), "--encoding utf-16-be"),
    ],
)
def test_what_is_no_text_names_the_way(tmp_path: Path, data: bytes, hint: str) -> None:
    assert hint in one_failure(made(tmp_path, "a.txt", data))
    assert any(isinstance(i, Failure) and hint in i.what for i in items(made(tmp_path, "b", data), mode="lines"))


def test_lines(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt", "하나\r\n\n  \n넷\n다섯")
    assert [(i.id, i.text, i.line) for i in items(path, mode="lines") if isinstance(i, SourceText)] == [
        (f"{path}:1", "하나", 1),
        (f"{path}:4", "넷", 4),
        (f"{path}:5", "다섯", 5),
    ]


def test_lines_in_cp949_with_a_bad_one(tmp_path: Path) -> None:
    data = b"ascii\n" + "가나\n".encode("cp949") + b"\xff\xff\n" + "다\n".encode("cp949")
    first, second, bad, last = items(made(tmp_path, "a.txt", data), mode="lines")
    assert isinstance(second, SourceText)
    assert second.text == "가나"
    assert isinstance(bad, Failure)
    assert (bad.line, bad.whole) == (3, False)
    assert isinstance(last, SourceText)
    assert last.text == "다"
    assert isinstance(first, SourceText)


def test_utf8_lines_do_not_turn_into_cp949(tmp_path: Path) -> None:
    data = "가나\n".encode() + "다라\n".encode("cp949") + "마바\n".encode()
    kinds = [type(item) for item in items(made(tmp_path, "a.txt", data), mode="lines")]
    assert kinds == [SourceText, Failure, SourceText]


JSON_LINES = r"""{"id": "a", "text": "하나", "date": "2024-01-18T10:50:00+09:00"}
{"id": 7, "text": "둘"}

{"text": "셋 \ud83d \ud83d\ude00"}
{"text": "넷", "id": null, "date": null}
not json
["text"]
{"body": "x"}
{"text": 5}
{"text": null}
{"text": "x", "id": [1]}
{"text": "x", "id": true}
{"text": "열하나", "date": "어제"}
{"id": "a", "text": "again"}
{"text": "cut"""


def test_a_string_that_does_not_end(tmp_path: Path) -> None:
    (failure,) = items(made(tmp_path, "a.jsonl", '{"tex'))
    assert isinstance(failure, Failure)
    assert failure.what == "bad JSON: Unterminated string starting at column 2"


def test_json_lines(tmp_path: Path) -> None:
    path = made(tmp_path, "a.jsonl", JSON_LINES)
    found = items(path)
    assert [(i.line, i.id, i.text) for i in found if isinstance(i, SourceText)] == [
        (1, "a", "하나"),
        (2, 7, "둘"),
        (4, f"{path}:4", "셋 \ud83d 😀"),
        (5, f"{path}:5", "넷"),
        (13, f"{path}:13", "열하나"),
        (14, "a", "again"),
    ]
    failures = {i.line: i.what for i in found if isinstance(i, Failure)}
    assert failures[6].startswith("bad JSON: Expecting value at column 1")
    assert failures[7] == "an array where an object was expected"
    assert failures[8] == 'no "text"'
    assert failures[9] == '"text" is a number, not a string'
    assert failures[10] == '"text" is null, not a string'
    assert failures[11] == '"id" is an array, not a string or a whole number'
    assert failures[12] == '"id" is a boolean, not a string or a whole number'
    assert failures[13] == '"date" is not a date, read without it'
    assert failures[15].startswith("bad JSON: Unterminated string")
    assert isinstance(found[0], SourceText)
    assert found[0].date == Reference("2024-01-18T10:50", "field")


def test_json_keys(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt", '{"key": "k", "body": "본문", "day": "20240118"}\n')
    (item,) = items(path, mode="jsonl", text_key="body", id_key="key", date_key="day")
    assert item == SourceText("k", "본문", str(path), 1, Reference("2024-01-18", "field"))


@pytest.mark.parametrize("line", ["[" * 100_000, '{"text": ' + "9" * 10_000 + "}"])
def test_hostile_json(tmp_path: Path, line: str) -> None:
    assert isinstance(items(made(tmp_path, "a.jsonl", line))[0], Failure)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2024-01-18", "2024-01-18"),
        ("2024-01-18T10:50", "2024-01-18T10:50"),
        ("2024-01-18 9:05:30.5Z", "2024-01-18T09:05"),
        ("2024.1.8.", "2024-01-08"),
        ("2024. 1. 8", "2024-01-08"),
        ("2024/01/18", "2024-01-18"),
        ("20240118", "2024-01-18"),
    ],
)
def test_reference_dates(given: str, value: str) -> None:
    assert parse_reference(given) == value


@pytest.mark.parametrize(
    "given", ["", "어제", "2024", "2024-02-30", "2024-01-18T25:00", "18/01/2024", "２０２４-01-18"]
)
def test_no_reference_dates(given: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_reference(given)


def test_directory(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.JSONL", ".hidden.txt", ".git/d.txt", "e.json", "f.html", "a/z.txt"):
        made(tmp_path, name, "x")
    found = list(inputs([str(tmp_path)]))
    assert [entry.name for entry in found if isinstance(entry, Input)] == ["a/z.txt", "a.md", "b.txt", "sub/c.JSONL"]
    assert found[0] == Input(f"{tmp_path}/a/z.txt", "a/z.txt")


def test_directory_leaves_out_what_blocks_and_what_is_written(tmp_path: Path) -> None:
    out, all_, _ = made(tmp_path, "out/a.jsonl", "x"), made(tmp_path, "all.jsonl", "x"), made(tmp_path, "a.txt", "x")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dead.txt").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to(tmp_path)
    outputs = {known for known in (file_id(str(out.parent)), file_id(str(all_))) if known}
    assert [entry.path for entry in inputs([str(tmp_path)], outputs)] == [f"{tmp_path}/a.txt", f"{tmp_path}/dead.txt"]
    assert file_id("/dev/null") is None


def test_an_empty_name_is_not_the_current_directory() -> None:
    (entry,) = inputs([""])
    assert isinstance(entry, Failure)


def test_directory_without_texts(tmp_path: Path) -> None:
    (entry,) = inputs([str(tmp_path)])
    assert isinstance(entry, Failure)
    assert entry.whole


def test_order_and_failures(tmp_path: Path) -> None:
    good, dead, locked = made(tmp_path, "a.txt", "가"), tmp_path / "dead.txt", made(tmp_path, "locked.txt", "나")
    dead.symlink_to(tmp_path / "nowhere")
    locked.chmod(0)
    found = list(read(inputs([str(dead), str(good), str(tmp_path / "gone")]), Reading()))
    assert [_short(item) for item in found] == [
        "No such file or directory",
        "end",
        "가",
        "end",
        "No such file or directory",
        "end",
    ]
    if os.geteuid() != 0:
        assert [_short(item) for item in read(inputs([str(locked)]), Reading())] == ["Permission denied", "end"]


def _short(item: Item) -> str:
    if isinstance(item, End):
        return "end"
    return item.what if isinstance(item, Failure) else item.text


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb1\xe8.txt"))
    path.write_text("가", "utf-8")
    assert [_short(item) for item in read(inputs([str(tmp_path)]), Reading())] == ["가", "end"]


PAGE = """<!doctype html><html><head><title>협약</title>
<meta property="article:published_time" content="2024-01-18T10:50:00+09:00"></head>
<body><nav><a href="/">홈</a> <a href="/e">경제</a></nav><article><h1>새빛시, 가온전자와 협약</h1>
<p>새빛시 김하늘 시장은 17일 시청에서 가온전자 대표와 만나 반도체 연구소를 세우는 협약을 맺었다고 밝혔다.</p>
<p>김 시장은 &quot;3억5천만&nbsp;원을 지원하겠다&quot;며 &quot;올해 안에 첫 삽을 뜨겠다&quot;고 말했다.</p>
</article><footer>저작권 새빛일보 2020</footer></body></html>"""


def test_web_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (item,) = items(made(tmp_path, "a.html", PAGE.encode("cp949")))
    assert isinstance(item, SourceText)
    assert "김하늘 시장은 17일" in item.text
    assert "저작권" not in item.text
    assert item.date == Reference("2024-01-18", "metadata")
    assert "no main text" in one_failure(made(tmp_path, "b.HTM", "<html></html>"))


def test_web_page_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = made(tmp_path, "a.html", PAGE)
    assert "pip install 'kextract[html]'" in one_failure(path)
    assert one_text(path, mode="text") == PAGE
