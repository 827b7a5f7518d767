"""A line as the person rules see it: its words with what stands between them, and the drafts found so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kextract.morph import Line

Form = Literal["full", "surname", "given", "masked", "foreign"]


@dataclass(slots=True)
class Draft:
    """A possible name. Offsets count within the line; `word` and `last` are the words it begins and ends in."""

    start: int
    end: int
    word: int
    last: int
    form: Form
    rule: str
    surface: str
    evidence: list[str]
    score: float = 0.0
    title: tuple[int, int] | None = None
    status: str | None = None
    aliases: tuple[tuple[int, int], ...] = ()
    joined: bool = False  # next to the following draft in a list: 심상정·문명순 위원장


class View:
    """The words of a line (runs of letters and digits) as parallel lists, and the line's drafts."""

    __slots__ = ("cores", "drafts", "ends", "line", "starts", "text", "tokens", "words")

    def __init__(self, line: Line) -> None:
        chunks = line.chunks
        text = line.text
        self.line = line
        self.text = text
        self.words = [text[chunk.start : chunk.end] for chunk in chunks]
        self.starts = [chunk.start for chunk in chunks]
        self.ends = [chunk.end for chunk in chunks]
        self.cores = [chunk.core for chunk in chunks]
        self.tokens = [chunk.first for chunk in chunks]
        self.drafts: list[Draft] = []

    def gap(self, i: int) -> str:
        """What stands between word `i` and the next; the line's rest behind the last word."""
        if i < 0:
            return self.text[: self.starts[0]]
        if i + 1 < len(self.words):
            return self.text[self.ends[i] : self.starts[i + 1]]
        return self.text[self.ends[i] :]

    def nominal(self, i: int) -> str:
        """The word without its particle: 울산시장 of 울산시장은."""
        return self.text[self.starts[i] : self.cores[i]]

    def bare(self, i: int) -> bool:
        """Has the word no particle?"""
        return self.cores[i] == self.ends[i]


