"""Longest match of a large word list at given places of a text.

Never one big alternation: words are grouped by their first two letters, and each group knows the lengths of its words.
Blanks inside a long name do not count: 서울 송파 경찰서 is found as 서울송파경찰서.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Entry = TypeVar("Entry")

SPACED_LENGTH = 5  # letters that a name needs before blanks inside it are overlooked (한 전 is not 한전)


class Squeezed:
    """A line without its blanks: `text`, and `origin[i]`, where its i-th code point stood in the line."""

    __slots__ = ("at", "origin", "text")

    def __init__(self, line: str) -> None:
        self.origin = [i for i, letter in enumerate(line) if letter != " "]
        self.text = line.replace(" ", "")
        self.at = {position: i for i, position in enumerate(self.origin)}


class Matcher(Generic[Entry]):
    """Surfaces, each with an entry. A later surface that is there already replaces the earlier."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._entries: dict[str, Entry] = {surface.replace(" ", ""): entry for surface, entry in entries}
        lengths: dict[str, set[int]] = {}
        for surface in self._entries:
            lengths.setdefault(surface[:2], set()).add(len(surface))
        self._lengths = {key: sorted(found, reverse=True) for key, found in lengths.items()}

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, surface: str) -> Entry | None:
        return self._entries.get(surface.replace(" ", ""))

    def at(self, line: Squeezed, start: int) -> Iterator[tuple[int, Entry]]:
        """The ends (in the line, blanks counted) and entries of all words that begin at `start`, the longest first."""
        i = line.at.get(start)
        if i is None:
            return
        text = line.text
        for length in self._lengths.get(text[i : i + 2], ()):
            surface = text[i : i + length]
            entry = self._entries.get(surface)
            if entry is None or len(surface) < length:
                continue
            end = line.origin[i + length - 1] + 1
            if end - start == length or length >= SPACED_LENGTH:
                yield end, entry
