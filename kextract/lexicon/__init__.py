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
    for line in lines(name):
        yield line.split("\t")


def lines(name: str) -> list[str]:
    """The entries of the list `name` as they are written."""
    return _entries(name).split("\n")


@cache
def words(name: str) -> frozenset[str]:
    """The first column of the list `name`."""
    text = _entries(name)
    lines = text.split("\n")
    return frozenset([line.partition("\t")[0] for line in lines] if "\t" in text else lines)


def _entries(name: str) -> str:
    """The lines of a list that are entries."""
    text = (_HERE / name).read_text("utf-8").strip("\n")
    begin = 0
    while text.startswith("#", begin):
        begin = text.find("\n", begin) + 1 or len(text)  # a list may be nothing but its head
    text = text[begin:]
    if "\n#" in text or "\n\n" in text:
        text = "\n".join(line for line in text.split("\n") if line and line[0] != "#")
    return text


def names(folder: str) -> list[str]:
    """The lists in a folder, sorted: `organizations` gives `organizations/companies.tsv` and so on."""
    return sorted(f"{folder}/{path.name}" for path in (_HERE / folder).iterdir() if path.suffix in {".tsv", ".txt"})
