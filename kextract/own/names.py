"""Finds the names of a large list in a line: one look-up of the first two letters where a word begins.

Blanks inside a long name do not count: 한빛소프트웨어재단 is found as 한빛 소프트웨어 재단, and the other way round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kextract.morph import Line
from kextract.own.lexicon import STOP, Entry
from kextract.rules.person.particles import is_particle
from kextract.rules.person.titles import title_end

SPACED_LENGTH = 5  # letters that a name needs before blanks inside it are overlooked (한 전 is not 한전)
UNSPLIT_LENGTH = 3  # letters from which a particle behind a name is believed where the tokenizer sees none
# tags that do not begin another part of the same word: particles, endings, the copula, suffixes such as 들, 님
CLOSING_TAGS = ("J", "E", "VC", "XS")
PERSON = "person"
_HONORIFICS = ("씨", "님", "군", "양")


class Hit(NamedTuple):
    """A listed name within a line, offsets of the line."""

    start: int
    end: int
    entry: Entry


class Names:
    """Surfaces with their entries, stops left out. Longest match, left to right, at the beginnings of words."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = {
            (surface.replace(" ", "") if " " in surface else surface): entry
            for surface, entry in entries.items()
            if entry.type != STOP
        }
        masks: defaultdict[str, int] = defaultdict(int)
        for surface in self._entries:
            masks[surface[:2]] |= 1 << len(surface)
        self._masks = masks
        self._spaced = frozenset(surface for surface in entries if " " in surface)
        self._lengths: dict[str, tuple[int, ...]] = {}
        # what no word begins with, as the bracket of (주)한빛
        self._marks = frozenset(key[0] for key in masks if not key[0].isalnum())

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, surface: str) -> Entry | None:
        """The entry of a surface, blanks left out."""
        return self._entries.get(surface.replace(" ", ""))

    def find(self, line: Line) -> Iterator[Hit]:
        """The names in a line, none overlapping another."""
        squeezed = _Squeezed(line.text)
        reached = 0
        for start in self._places(line):
            if start < reached:
                continue
            hit = self._at(line, squeezed, start)
            if hit:
                yield hit
                reached = hit.end

    def _sizes(self, beginning: str) -> tuple[int, ...]:
        """The lengths of the names with these first two letters, the longest first."""
        known = self._lengths.get(beginning)
        if known is None:
            mask = self._masks.get(beginning, 0)
            known = tuple(size for size in range(mask.bit_length() - 1, 0, -1) if mask >> size & 1)
            self._lengths[beginning] = known
        return known

    def _places(self, line: Line) -> list[int]:
        places = [chunk.start for chunk in line.chunks]
        if self._marks and not self._marks.isdisjoint(line.text):
            places += [i for i, letter in enumerate(line.text) if letter in self._marks]
            places.sort()
        return places

    def _at(self, line: Line, squeezed: _Squeezed, start: int) -> Hit | None:
        i = squeezed.at[start]
        text = squeezed.text
        for length in self._sizes(text[i : i + 2]):
            entry = self._entries.get(text[i : i + length])
            if entry is None or i + length > len(text):
                continue
            end = squeezed.origin[i + length - 1] + 1
            whole = end - start == length or length >= SPACED_LENGTH or line.text[start:end] in self._spaced
            if whole and (ends_word(line, end, length) or (entry.type == PERSON and glued_title(line, end))):
                return Hit(start, end, entry)
        return None


class _Squeezed:
    """A line without its blanks: `origin[i]` is where its i-th code point stood, `at` the way there."""

    __slots__ = ("at", "origin", "text")

    def __init__(self, line: str) -> None:
        self.text = line.replace(" ", "")
        self.origin: list[int] | range = range(len(line))
        self.at: dict[int, int] | range = self.origin
        if len(self.text) < len(line):
            self.origin = [i for i, letter in enumerate(line) if letter != " "]
            self.at = {position: i for i, position in enumerate(self.origin)}


def ends_word(line: Line, end: int, length: int) -> bool:
    """May a name of that length end at `end`: does the word end there, or go on with a particle, an ending, 씨, 님?"""
    text = line.text
    if end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum():
        return True
    stop = end
    while stop < len(text) and text[stop].isalnum():
        stop += 1
    rest = text[end:stop]
    if end not in line.boundaries:
        return length >= UNSPLIT_LENGTH and is_particle(rest, text[end - 1])
    if is_particle(rest, text[end - 1]) or (rest[0] in _HONORIFICS and is_particle(rest[1:], rest[0])):
        return True
    return closes(line, end)


def glued_title(line: Line, end: int) -> int:
    """Where a title that is glued to a name ends, 0 for none: 표은솔대표는."""
    stop = end
    while stop < len(line.text) and line.text[stop].isalnum():
        stop += 1
    size = title_end(line.text[end:stop], 0)
    return end + size if size > 1 else 0


def places(line: Line, texts: Iterable[str]) -> Iterator[int]:
    """Where such a text ends within a token, and only a particle follows in the word."""
    for text in texts:
        start = line.text.find(text)
        while start >= 0:
            end = start + len(text)
            if end not in line.boundaries and ends_word(line, end, len(text)):
                yield end
            start = line.text.find(text, end)


def closes(line: Line, end: int) -> bool:
    """Does the token that begins at `end` close a word rather than go on with it?"""
    try:
        token = line.starts.index(end)
    except ValueError:
        return False
    return line.tags[token].startswith(CLOSING_TAGS)
