"""The shipped lists: a header that says where they come from, rows in order, none twice, flags, targets."""

from __future__ import annotations

from pathlib import Path

import pytest

import kextract
from kextract import lexicon

_HERE = Path(kextract.__file__).parent / "lexicon"
_ALL = sorted(path.relative_to(_HERE).as_posix() for path in _HERE.rglob("*") if path.suffix in {".tsv", ".txt"})
_ORGANIZATIONS = lexicon.names("organizations")


@pytest.mark.parametrize("name", _ALL)
def test_header_and_form(name: str) -> None:
    text = (_HERE / name).read_text("utf-8")
    header = [line for line in text.split("\n")[:12] if line.startswith("#")]
    assert any("Source" in line for line in header), header
    assert text.endswith("\n")
    assert "\r" not in text
    assert all(row == row.rstrip(" ") and row for row in lexicon.lines(name))


@pytest.mark.parametrize("name", _ORGANIZATIONS)
def test_rows_are_sorted_and_single(name: str) -> None:
    first = [row[0] for row in lexicon.rows(name)]
    assert first == sorted(set(first))


def test_flags_and_targets() -> None:
    """`=name` points to a name of one of the lists or one that the rules build; it never points on."""
    classes: dict[str, str] = {}
    forms: dict[str, str] = {}
    for name in _ORGANIZATIONS:
        for surface, kind, *rest in lexicon.rows(name):
            assert kind.isidentifier(), (name, surface)
            assert not rest or set(rest[0]) <= set("CGPX"), (name, surface)
            classes[surface] = kind
            if len(rest) > 1 and rest[1].startswith("="):
                forms[surface] = rest[1][1:]
    chained = [surface for surface, target in forms.items() if target in forms and forms[target] != target]
    assert not chained
