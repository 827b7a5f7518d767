"""Tables made of the lists are the same whether made anew or kept, and a spoilt one is made anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kextract import lexicon
from kextract.lexicon import compiled as module
from kextract.lexicon.compiled import ByLetter, compiled, compiled_by_letter, stored_at

WORDS = {"가람": 1, "가온": 2, "나래": 3}
NAME = "tests.unit.test_compiled."


@pytest.fixture(autouse=True)
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def made(calls: list[str]) -> dict[str, int]:
    """A new table, as a new process has it: what it was made of goes to `calls` each time that it is made."""

    def words() -> dict[str, int]:
        calls.append("made")
        return dict(WORDS)

    return compiled(words)()


def path() -> Path:
    found = stored_at(NAME + "words")
    assert found is not None
    return found


def test_a_table_is_made_once_and_read_from_then_on(cached: Path) -> None:
    calls: list[str] = []
    assert made(calls) == made(calls) == WORDS
    assert calls == ["made"]
    assert path().is_file()
    assert cached in path().parents
    assert {part.name for part in path().parent.iterdir()} == {path().name, "installation"}  # nothing half written


@pytest.mark.parametrize("spoilt", [b"", b"\0", b"no table at all, but long enough to be one"])
def test_a_spoilt_table_is_made_anew(spoilt: bytes) -> None:
    calls: list[str] = []
    made(calls)
    path().write_bytes(spoilt)
    assert made(calls) == made(calls) == WORDS
    assert calls == ["made", "made"]


def test_a_letter_changed_on_the_disk_is_seen() -> None:
    calls: list[str] = []
    made(calls)
    kept = bytearray(path().read_bytes())
    kept[-2] ^= 1
    path().write_bytes(kept)
    assert made(calls) == WORDS
    assert calls == ["made", "made"]


def test_a_list_that_changes_makes_the_table_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    made(calls)
    monkeypatch.setattr(module, "_lists", lambda: "companies.tsv 1 1")
    made(calls)
    made(calls)
    assert calls == ["made", "made"]


@pytest.mark.parametrize("folder", ["/dev/null", "/proc/none"])
def test_without_a_place_to_keep_it(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", folder)
    calls: list[str] = []
    assert made(calls) == made(calls) == WORDS
    assert calls == ["made", "made"]


def test_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(self: Path) -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "expanduser", nobody)
    assert stored_at("words") is None
    assert made([]) == WORDS


def test_what_was_kept_for_a_removed_installation_goes(cached: Path, tmp_path: Path) -> None:
    for name, installed in (("gone", tmp_path / "removed"), ("there", tmp_path)):
        (cached / "kextract" / name).mkdir(parents=True)
        (cached / "kextract" / name / "installation").write_text(str(installed), "utf-8")
    made([])
    assert {folder.name for folder in (cached / "kextract").iterdir()} == {"there", path().parent.name}


def test_what_is_no_plain_data_is_refused() -> None:
    with pytest.raises(ValueError, match="marshal"):
        compiled(lambda: {"a": object()})()


def test_by_letter_is_a_mapping_of_all_the_words() -> None:
    def words() -> dict[str, int]:
        return dict(WORDS)

    for table in (compiled_by_letter(words)(), compiled_by_letter(words)()):
        assert isinstance(table, ByLetter)
        assert dict(table) == WORDS
        assert len(table) == 3
        assert table["가온"] == 2
        assert table.get("가온", 0) == 2
        assert "나래" in table
        assert table.get("가") is None
        assert table.get("다온", 0) == 0
        assert "다온" not in table
        with pytest.raises(KeyError):
            table["다온"]


def test_two_processes_at_once_and_a_third_after_them(cached: Path) -> None:
    """The real tables, written by two processes beside each other, and read by one more."""
    code = (
        "from kextract.rules.organization.names import catalog\n"
        "from kextract.rules.person import vocabulary\n"
        "print(len(catalog().surfaces), len(vocabulary.known_people()), len(vocabulary.foreign_surnames()))"
    )

    def start() -> subprocess.Popen[str]:
        env = {**os.environ, "XDG_CACHE_HOME": str(cached)}
        return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=env)

    both = [process.communicate()[0] for process in [start(), start()]]
    assert both[0] == both[1] == start().communicate()[0]
    assert int(both[0].split()[0]) > 15_000
    folder = next((cached / "kextract").iterdir())
    assert {kept.suffix for kept in folder.iterdir()} == {".table", ""}


def test_listed_names_are_all_there() -> None:
    from kextract.rules.person.vocabulary import is_full_name

    names = lexicon.lines("persons/korean_names.txt")
    assert all(map(is_full_name, names))
    assert not is_full_name("")
    assert not is_full_name("가나다라")
