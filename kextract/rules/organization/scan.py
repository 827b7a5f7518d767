"""A line as the organization rules read it: chunks, the text between them, and the text without blanks."""

from __future__ import annotations

from kextract.morph import Line
from kextract.rules.organization import vocabulary as words
from kextract.rules.organization.names import Catalog, Name

JOINABLE = (" ",)


class Scan:
    """One pass over a line. Places are chunk numbers unless they say otherwise."""

    __slots__ = ("catalog", "chunks", "gaps", "line", "size", "squeezed", "squeezed_at", "text", "words")

    def __init__(self, line: Line, catalog: Catalog) -> None:
        text = line.text
        self.line = line
        self.text = text
        self.catalog = catalog
        self.chunks = line.chunks
        self.size = len(self.chunks)
        self.squeezed = text.replace(" ", "")
        words, gaps, at = [], [], []
        last = blanks = 0
        for chunk in self.chunks:
            start, end = chunk.start, chunk.end
            gap = text[last:start]
            if gap:
                blanks += gap.count(" ")
            gaps.append(gap)
            words.append(text[start:end])
            at.append(start - blanks)
            last = end
        gaps.append(text[last:])
        self.words: list[str] = words
        self.gaps: list[str] = gaps
        self.squeezed_at: list[int] = at

    def named(self, i: int, skip: int = 0) -> tuple[int, int, Name] | None:
        """The longest name of the lexicon that begins at chunk `i` (`skip` letters into it) and ends where a word may
        end: (chunk of its end, its end in the line, the entry)."""
        at = self.squeezed_at[i] + skip
        text = self.squeezed
        lengths = self.catalog.lengths.get(text[at : at + 2])
        if lengths is None:
            return None
        entries = self.catalog.entries
        for length in lengths:
            entry = entries.get(text[at : at + length])
            if entry is None:
                continue
            ending = self._end(i, at + length)
            if ending is not None and self.closes(*ending):
                return (*ending, entry)
        return None

    def _end(self, i: int, squeezed_end: int) -> tuple[int, int] | None:
        """The chunk and place in the line of an end in the squeezed text; None inside a gap of symbols."""
        for j in range(i, self.size):
            chunk = self.chunks[j]
            end = chunk.start + squeezed_end - self.squeezed_at[j]
            if end <= chunk.end:
                return (j, end) if end > chunk.start else None
        return None

    def closes(self, j: int, end: int) -> bool:
        """May a name end at `end`, inside or at the end of chunk `j`?"""
        chunk = self.chunks[j]
        if end in (chunk.end, chunk.core):
            return True
        rest = self.text[end : chunk.end]
        if rest in words.PARTICLES:
            return end - chunk.start > 2 or end in self.line.boundaries
        if end not in self.line.boundaries and end - chunk.start < 4:
            return False
        return rest.startswith(words.TAILS_BY_LETTER.get(rest[0], ())) if rest[0] in words.TAILS_BY_LETTER else False

    def core(self, i: int) -> str:
        """The nominal part of chunk `i`."""
        chunk = self.chunks[i]
        return self.text[chunk.start : chunk.core]

    def bare(self, i: int) -> bool:
        """Has chunk `i` no particle?"""
        return self.chunks[i].core == self.chunks[i].end

    def after(self, j: int, end: int) -> str:
        """What is left of chunk `j` after `end`."""
        return self.text[end : self.chunks[j].end]
