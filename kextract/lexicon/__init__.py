"""The data files beside this module and their one loader.

A list is UTF-8 text, an entry a line, columns parted by tabs; a line that begins with `#` is a comment (each list's
first lines say its source, licence and date). Nothing is read before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the list `name` (`persons/titles.tsv`) as lists of columns.

    Raises FileNotFoundError for a name that is not shipped.
    """
    for line in _lines(name):
        yield line.split("\t")


@cache
def words(name: str) -> frozenset[str]:
    """The first column of the list `name`."""
    lines = _lines(name)
    parted = any("\t" in line for line in lines)
    return frozenset([line.partition("\t")[0] for line in lines] if parted else lines)


def _lines(name: str) -> list[str]:
    """The lines of a list that are entries."""
    return [line for line in (_HERE / name).read_text("utf-8").split("\n") if line and line[0] != "#"]


def names(folder: str) -> list[str]:
    """The lists in a folder, sorted: `organizations` gives `organizations/companies.tsv` and so on."""
    return sorted(f"{folder}/{path.name}" for path in (_HERE / folder).iterdir() if path.suffix in {".tsv", ".txt"})
